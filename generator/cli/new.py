"""`aftale new` and `aftale add`: the folder of a new plan, and one more document of a plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.base.findings import Rejected
from generator.base.language import say, say_count
from generator.cli import shell_completion
from generator.cli.echo import echo
from generator.cli.group import commands
from generator.cli.help import argument, option
from generator.plan import kinds
from generator.workspace.folders import NotFound, PlanFolder, Workspace

if TYPE_CHECKING:
    from generator.plan.model.plan import Plan

NEW_EXAMPLES = (
    ("aftale new koege-2027-2031 --midler 2019-26 --navn 'Helhedsplanen i Køge' \\\n"
     "  --indsatsområde beskæftigelse --part 'Køge Kommune:kommune' --område Ellemarken"),
    "aftale new koege-2031-2035 --from koege-2027-2031",
)
ADD_EXAMPLES = (
    "aftale add koege-2027-2031 delaftale beskæftigelse",
    "aftale add koege-2027-2031 strategisk-samarbejdsaftale",
)


@commands.command(examples=NEW_EXAMPLES, short_help="Make the folder of a new plan.")
@argument("name", metavar="PLAN")
@option("--midler", metavar="ROUND", shell_complete=shell_completion.rounds,
              help="The funding round, such as 2019-26.")  # fmt: skip
@option("--from", "other", metavar="OTHER", shell_complete=shell_completion.plans,
              help="Begin with the parties, areas, organisation and round of another plan.")  # fmt: skip
@option("--navn", metavar="NAVN", help="The plan's name, as it stands in the agreements.")
@option("--fra", metavar="DATE", help="The first day, such as 1.8.2025.")
@option("--til", metavar="DATE", help="The last day, such as 31.7.2029.")
@option("--part", "parter", metavar="NAVN:TYPE", multiple=True,
              help="A party: boligorganisation, kommune or anden; may be given several times.")  # fmt: skip
@option("--område", "områder", metavar="NAVN", multiple=True, help="A boligområde; several times.")
@option("--indsatsområde", "indsatsområder", metavar="KEY", multiple=True,
              help="A chosen indsatsområde of the round; several times.")  # fmt: skip
@option("--document", "dokumenter", metavar="KIND[:NAVN]", multiple=True, hidden=not kinds.asked_for(),
              help="A document that not every plan has; several times.")  # fmt: skip
def new(name: str, midler: str | None, other: str | None, **given: Any) -> None:
    """Make the folder of a new PLAN, which builds at once as a draft.

    Every key is there, with what belongs in it and an example. At a terminal, what is left out is
    asked for. Nothing that exists is overwritten. The schemas that the files name for an editor are
    written too, in .aftale/.
    """
    from generator.authoring.answers import ascii_name
    from generator.authoring.beginning import begin
    from generator.authoring.carried_over import carried_over, named
    from generator.authoring.new_plan import NewPlan, plan_files
    from generator.cli import asking
    from generator.workspace.rounds import Rounds

    folder_name = Path(name).name
    if folder_name != ascii_name(folder_name):
        example = ascii_name(folder_name) or "viborg-2025-2029"
        hint = say("write a-z, 0-9 and hyphens, such as {example}", example=example)
        raise NotFound(say("`{name}` cannot be the name of a plan's folder", name=folder_name), hint)
    workspace = Workspace.find_or_here(Path.cwd())
    workspace.must_be_free(folder_name)
    rounds = Rounds.of(workspace)
    old = _read(workspace, workspace.plan(other)) if other else None
    form = rounds.asked_for(
        midler or (old.form.midler if old else "") or asking.asked_round(list(rounds.files))
    )
    taken = carried_over(old.helhedsplan, form) if old else {}
    answers = asking.asked(given, taken, form) if asking.at_terminal() else given
    files = plan_files(NewPlan.of(answers, folder_name, form, taken), form)
    made, left_out = begin(workspace, folder_name, files, rounds, form)
    where = workspace.name_of(made)
    if left_out:
        echo(say("The file .gitignore says what git leaves out."))
    if old:
        facts = named(taken) or say("nothing")
        echo(say("Taken from {plan}: {facts}.", plan=old.navn, facts=facts))
        echo(say("Not taken: texts, figures, dates, versions and approvals."))
        if old.form.midler != form.midler:
            echo(say("Nor what is only in the round {round}.", round=old.form.midler))
    _tell([f"{where}/{file}" for file in files], folder_name)


@commands.command(examples=ADD_EXAMPLES, short_help="Add a document to a plan.")
@argument("plan", metavar="PLAN", shell_complete=shell_completion.plans)
@argument("words", metavar="DOCUMENT [NAME]", nargs=-1, required=True,
                shell_complete=shell_completion.documents_to_add)  # fmt: skip
def add(plan: str, words: tuple[str, ...]) -> None:
    """Add a document to a PLAN: a file with every key, which builds at once as a draft.

    DOCUMENT is its kind. A delaftale is named by its indsatsområde, behind its kind or joined to it:
    `delaftale beskæftigelse`, `delaftale-beskaeftigelse`. Nothing that exists is overwritten.
    """
    from generator.authoring.beginning import save_schemas
    from generator.authoring.new_document import new_document
    from generator.workspace.rounds import Rounds

    workspace = Workspace.find(Path.cwd())
    folder = workspace.plan(plan)
    read = _read(workspace, folder)
    path = folder.add(*new_document(read, " ".join(words)))
    save_schemas(workspace, Rounds.of(workspace), read.form)
    _tell([workspace.name_of(path)], folder.name)


def _read(workspace: Workspace, folder: PlanFolder) -> Plan:
    """The plan with what is sound of it. Raises Rejected when what its documents share cannot be read."""
    from generator.run.read_plan import Reader

    read = Reader(workspace).plan(folder)
    if read.plan is None:
        raise Rejected(finding for finding in read.findings if finding.is_error)
    return read.plan


def _tell(files: list[str], plan: str) -> None:
    """Say which files were made, and what comes next."""
    echo("\n".join(f"  {file}" for file in files))
    echo(say_count("{n} file is made.", "{n} files are made.", len(files)))
    echo(say("Fill in what you know, and build the drafts with:"))
    echo(f"  aftale build {plan}")
