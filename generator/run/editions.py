"""Agreements beside their newest version: whether what they print is what was issued, or became final.

The printed text decides, and nothing else. Where it is another, the plan as it was then is printed once more,
with the forms and the program of today: what comes of that is what the forms have changed, and the rest the
plan itself has (docs/decisions/0015-what-has-changed.md).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from generator.base.border.refused import GitRefused
from generator.base.findings import Code, Finding, Rejected, Severity
from generator.base.language import say
from generator.base.values import replace
from generator.document.printed import aftryk_of
from generator.plan.kinds import HELHEDSPLAN
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.record import NotRead
from generator.plan.model.udgave import Fault, Stand, Udgave, Uorden
from generator.plan.model.versioner import Version
from generator.plan.rules import revision, rule
from generator.workspace.folders import AGREEMENTS, TEMPLATES, AftaleFile, NotFound, PlanFolder, Workspace
from generator.workspace.git import laid_out, working_files
from generator.workspace.issued import DOCX, MANIFEST, PDF, Record, Records, is_same, own_sources, stem_of
from generator.workspace.versions import Lineage

if TYPE_CHECKING:
    from generator.run.texts import Texts

Sources = Mapping[str, bytes]
ReadPlan = Callable[[PlanFolder], Plan | None]
NO_TEXT = ""
_OF_REVISIONS = frozenset(one.code for one in revision.RULES)


class Editions:
    """Holds the agreements of plans against their newest versions; asks git only where nothing was issued.

    `read` reads a plan of another workspace, laid out from what was kept; None where it cannot be.
    """

    def __init__(self, workspace: Workspace, texts: Texts | None, read: ReadPlan) -> None:
        self._workspace, self._given, self._read = workspace, texts, read
        self._lineage = Lineage(workspace)

    @cached_property
    def _texts(self) -> Texts:
        """Made when the first is asked for: most plans have no version, and templates are slow to import."""
        from generator.run.texts import Texts

        return self._given or Texts(self._workspace)

    def of(self, folder: PlanFolder, plan: Plan) -> dict[str, Udgave]:
        """Map each agreement that has a version to how it stands to the newest of them."""
        records, found = Records(folder), {}
        aftaler = {aftale.navn: aftale for aftale in plan.aftaler}
        for file in folder.aftaler():
            with suppress(NotRead):
                if (aftale := aftaler.get(file.name)) and (version := aftale.nyeste_version):
                    found[file.name] = self._edition(folder, file, plan, aftale, version, records)
        return found

    def history(self, folder: PlanFolder, udgaver: Mapping[str, Udgave]) -> str:
        """State of git from which these follow; empty where all were issued, and git was not asked."""
        return "" if all(one.udstedt for one in udgaver.values()) else self._lineage.state(folder)

    def _edition(
        self, folder: PlanFolder, file: AftaleFile, plan: Plan, aftale: Aftale, version: Version,
        records: Records,
    ) -> Udgave:
        record = records.of(file.name, version.nummer)
        if record or version.har_aftryk:
            if record is None:
                return Udgave(version.nummer, Stand.UNKNOWN, udstedt=True)
            now = self._text(self._texts, folder, file, plan, aftale)
            if now == record.aftryk:
                return Udgave(version.nummer, Stand.SAME, udstedt=True)
            then = records.sources(record)
            printed = self._printed(then, file)
            return Udgave(version.nummer, self._because(now, printed, then, folder, file), udstedt=True,
                          anden_form=printed not in (NO_TEXT, record.aftryk))  # fmt: skip
        try:
            return self._by_git(folder, file, plan, aftale, version.nummer)
        except GitRefused as refused:
            return Udgave(version.nummer, Stand.UNKNOWN, hvorfor=refused.why, hjælp=refused.hint)

    def _by_git(
        self, folder: PlanFolder, file: AftaleFile, plan: Plan, aftale: Aftale, number: str
    ) -> Udgave:
        then = self._lineage.became_final(folder, file, number)
        if then is None:
            return Udgave(number, Stand.NOT_YET)
        siden = say("{commit} of {day}", commit=then.commit.short, day=then.commit.dato)
        sources = self._lineage.sources(then)
        if sources == own_sources(folder):
            return Udgave(number, Stand.SAME, siden=siden)
        now = self._text(self._texts, folder, file, plan, aftale)
        stand = self._because(now, self._printed(sources, file), sources, folder, file)
        return Udgave(number, Stand.CHANGED if stand is Stand.CHANGED else Stand.SAME, siden=siden)

    @staticmethod
    def _because(now: str, printed: str, then: Sources, folder: PlanFolder, file: AftaleFile) -> Stand:
        """Tell what has made the text another: the plan, unless its sources of then make this one too.

        `printed` is what those print today.
        """
        if NO_TEXT in (now, printed):
            own = (file.path.name, HELHEDSPLAN.pattern)
            return Stand.OTHER_FORM if then and is_same(then, own_sources(folder), own) else Stand.CHANGED
        return Stand.OTHER_FORM if printed == now else Stand.CHANGED

    def _printed(self, sources: Sources, file: AftaleFile) -> str:
        """Hash of what the sources print with today's forms; nothing where they print nothing."""
        from generator.run.texts import Texts

        held = working_files(self._workspace, (TEMPLATES,))
        held |= {f"{AGREEMENTS}/plan/{name}": data for name, data in sources.items()}
        with suppress(NotFound, Rejected), laid_out(held) as then:
            folder = PlanFolder(then, "plan")
            plan = self._read(folder)
            there = next((other for other in folder.aftaler() if other.name == file.name), None)
            aftale = next((a for a in plan.aftaler if a.navn == file.name), None) if plan else None
            if plan and there and aftale:
                return self._text(Texts(then), folder, there, plan, aftale)
        return NO_TEXT

    @staticmethod
    def _text(texts: Texts, folder: PlanFolder, file: AftaleFile, plan: Plan, aftale: Aftale) -> str:
        """Hash of what is printed; nothing where it cannot be."""
        try:
            return aftryk_of(texts.signed(folder, file, plan, aftale))
        except (Rejected, NotRead):
            return NO_TEXT


def issued_files(folder: PlanFolder, file: AftaleFile, plan: Plan, aftale: Aftale) -> dict[str, bytes]:
    """The files of the newest version, by their suffixes, where it was issued and the agreement is final.

    None where its records are not as they were.
    """
    udgave = plan.udgaver.get(file.name)
    if udgave is None or not (udgave.udstedt and plan.is_final(aftale)) or file.name in plan.uorden:
        return {}
    records = Records(folder)
    record = records.of(file.name, udgave.version)
    held = ((suffix, records.data(record, suffix)) for suffix in (DOCX, PDF)) if record else ()
    return {suffix: data for suffix, data in held if data is not None}


def stands_as_issued(plan: Plan, aftale: Aftale) -> bool:
    """Tell whether the agreement is as it was issued: what later rules say of it keeps no paper away."""
    udgave = plan.udgaver.get(aftale.navn)
    return udgave is not None and udgave.udstedt and udgave.stand in (Stand.SAME, Stand.OTHER_FORM)


def told_of_issued(
    found: Iterable[Finding], folder: PlanFolder, wanted: Collection[AftaleFile], plan: Plan | None
) -> Iterator[Finding]:
    """Make warnings of what a rule calls wrong in what was signed: a later rule fails no build of it.

    That is in files of documents whose issued files are laid in output/, and in the one that they share with
    no others that are wanted. What is asked of revisions is no matter of the text, and stays an error.
    """
    names = {file.name for file in wanted}
    signed = {folder.name_of(one.navn) for one in (plan.aftaler if plan else ())
              if plan and one.navn in names and stands_as_issued(plan, one) and plan.is_final(one)
              and one.navn not in plan.uorden}  # fmt: skip
    if len(signed) == len(names):
        signed.add(folder.name_of(HELHEDSPLAN.name))
    for one in found:
        if one.is_error and one.place.file in signed and rule(one.code) and one.code not in _OF_REVISIONS:
            hint = say("{hint}; the issued version stands until there is a new one", hint=one.hint)
            one = replace(one, code=Code(one.code, Severity.WARNING), hint=hint)
        yield one


def disorder(folder: PlanFolder, plan: Plan) -> dict[str, tuple[Uorden, ...]]:
    """Everything that is wrong with the records of the plan's agreements, and of those that it had."""
    records = Records(folder)
    found: dict[str, list[Uorden]] = {}
    for record in records.all:
        found.setdefault(record.document, []).extend(records.faults(record))
    for document, fault in records.unreadable():
        found.setdefault(document, []).append(fault)
    for aftale in plan.aftaler:
        with suppress(NotRead):
            found.setdefault(aftale.navn, []).extend(_beside_versions(aftale, records))
    return {document: tuple(faults) for document, faults in found.items() if faults}


def _beside_versions(aftale: Aftale, records: Records) -> Iterator[Uorden]:
    """Yield all that the versions of an agreement and its records do not agree on."""
    own: dict[str, Record] = {r.version: r for r in records.all if r.document == aftale.navn}
    unreadable = {fault.version for document, fault in records.unreadable() if document == aftale.navn}
    for version in aftale.versioner:
        record = own.pop(version.nummer, None)
        name = records.name_of(f"{stem_of(aftale.navn, version.nummer)}{MANIFEST}")
        if version.har_aftryk and record is None and version.nummer not in unreadable:
            yield Uorden(version.nummer, Fault.MISSING, name)
        elif record and version.aftryk != record.aftryk:
            yield Uorden(version.nummer, Fault.OTHER_TEXT, name)
    yield from (Uorden(number, Fault.NO_VERSION, records.name_of(f"{record.stem}{MANIFEST}"))
                for number, record in own.items())  # fmt: skip
