"""`aftale import`: Word documents that the program did not write, made into the files of a plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.base.border import files
from generator.base.language import say, say_count
from generator.cli import shell_completion
from generator.cli.echo import echo
from generator.cli.group import commands
from generator.cli.help import argument, option
from generator.workspace.folders import NotFound, Workspace
from generator.workspace.left_over import CONTRADICTION, LEFT_OVER

if TYPE_CHECKING:
    from generator.authoring.imported.importing import Imported

EXAMPLES = (
    "aftale import aftale-2021.docx delaftale-job.docx --midler 2019-26 koege-2027-2031",
    "aftale import aftale-2021.docx --midler 2019-26 --compare",
)


@commands.command("import", examples=EXAMPLES, short_help="Begin a plan with documents from Word.")
@argument("words", metavar="FILE.docx… [PLAN]", nargs=-1, required=True)
@option("--midler", metavar="ROUND", shell_complete=shell_completion.rounds,
              help="The funding round, such as 2019-26.")  # fmt: skip
@option("--compare", is_flag=True,
              help="Show the documents beside those that are built, in output/PLAN/import.html.")  # fmt: skip
def import_(words: tuple[str, ...], midler: str | None, compare: bool) -> None:
    """Make the files of a new plan of Word documents that were written by hand or by another program.

    The documents are of one plan, each in a form of the ROUND. What stands in them goes to its key, and
    nothing else does. What finds no place is in rester.md beside the files, with its heading and the reason;
    `aftale check` warns until that is empty. PLAN is the name of the new folder; nothing that exists is
    overwritten.
    """
    from generator.authoring.answers import ascii_name
    from generator.authoring.imported.importing import import_documents
    from generator.authoring.imported.leftovers import leftovers
    from generator.authoring.imported.skeletons import Skeletons
    from generator.cli import asking
    from generator.formats.word.reading import read_document
    from generator.workspace.folders import form_roots
    from generator.workspace.kept_in_git import leave_out_what_is_made
    from generator.workspace.rounds import Rounds

    paths, plan = _told_apart(words)
    workspace = Workspace.find_or_here(Path.cwd())
    name = ascii_name(plan or paths[0].stem)
    workspace.must_be_free(name)
    rounds = Rounds.of(workspace)
    form = rounds.asked_for(midler or asking.asked_round(list(rounds.files)))
    documents = {path.name: read_document(path) for path in paths}
    imported = import_documents(documents, Skeletons(form_roots(workspace), form), name)
    rest = leftovers(imported.account)
    where = workspace.name_of(
        workspace.create(name, {**imported.files, **({LEFT_OVER: rest} if rest else {})}))
    leave_out_what_is_made(workspace)
    echo(_told(imported, where, bool(rest)))
    if compare:
        from generator.authoring.imported.side_by_side import side_by_side
        from generator.workspace.left_over import save_page

        page = save_page(workspace.output / name / "import.html", side_by_side(imported), workspace.root)
        echo(say("Both are shown side by side in {page}.", page=workspace.name_of(page)))
    echo(say("See what is missing with: aftale check {plan}", plan=name))


def _told_apart(words: tuple[str, ...]) -> tuple[list[Path], str]:
    """The documents and the name of the plan. Raises NotFound and UsageError."""
    paths = [Path(word) for word in words if word.casefold().endswith(".docx")]
    others = [word for word in words if not word.casefold().endswith(".docx")]
    if not paths or len(others) > 1:
        raise click.UsageError(say("name one or several .docx files, and one plan at most"))
    for path in paths:
        if not files.is_there(path):
            raise NotFound(say("the file {file} is not there", file=path.name), say("look at its name"))
    if len({path.name for path in paths}) < len(paths):
        raise click.UsageError(say("two of the files have the same name"))
    return paths, others[0] if others else ""


def _told(imported: Imported, where: str, left: bool) -> str:
    """Summary of an import: the files, how much has found its place, and what a person has to decide."""
    from generator.authoring.imported.account import Why
    from generator.authoring.imported.importing import counted

    words = counted(imported.account)
    whole = max(sum(words.values()), 1)
    lines = [f"  {document} → {where}/{name}.yaml" for document, name in imported.of.items()]
    lines += ["  " + say("of what stands in them besides → {file}", file=f"{where}/{name}.yaml")
              for name in imported.others]  # fmt: skip
    lines.append(say("Of {all} words {values} are in values, {form} are the form's text, and {left} are left "
                     "over ({share} %).", all=sum(words.values()), values=words["values"], form=words["form"],
                     left=words["left"], share=round(100 * words["left"] / whole)))  # fmt: skip
    reworded = dict.fromkeys(said for said, _ in imported.account.reworded)
    if reworded:
        lines.append(say_count("{n} passage is the form's text in other words:",
                               "{n} passages are the form's text in other words:",
                               len(reworded)))  # fmt: skip
        lines += [f"  {said}" for said in reworded]
    if left:
        lines.append(say_count("{n} passage is for you to decide about: {file}",
                               "{n} passages are for you to decide about: {file}",
                               len(imported.account.left), file=f"{where}/{LEFT_OVER}"))  # fmt: skip
        if against := sum(one.why is Why.CONTRADICTS for one in imported.account.left):
            lines.append(say_count("{n} of them contradicts another document ({code}).",
                                   "{n} of them contradict another document ({code}).",
                                   against, code=CONTRADICTION))  # fmt: skip
    return "\n".join(lines)
