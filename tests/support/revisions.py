"""Fourteen revisions of an invented plan, each as the files before and after: what secretariats really do."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT, change

PLAN = "digtehavn-2027-2031"
STRATEGIC = "strategisk-samarbejdsaftale"
WORK, TOGETHER = "delaftale-beskaeftigelse", "delaftale-sammenhaengskraft-og-medborgerskab"
_READ = (
    "helhedsplan", STRATEGIC, "delaftale", "maalinger", "organisationsdiagram", "kommissorium-jobgruppen",
)  # fmt: skip
_OPEN, _CHOIR = '  - {navn: Åben havn, timer_pr_uge: "8,5"}\n', "  - {navn: Havnekor, timer_pr_uge: 4}\n"
_PARTY = """  - navn: Limerickby Kirke
    type: anden
    underskrift: {titel: sognepræst}
"""
_GOALS_DROPPED = """  sammenhængskraft-og-medborgerskab:
    formål: [at naboer lærer hinanden at kende]
    overordnede_mål:
      - {mål: Flere er med i fællesskabet, indikator: Antal frivillige}
"""
_APPROVED = """  - nummer: 2
    dato: 1.6.2028
    ændring: Kommunen giver mere
    besluttet:
      - {instans: Partnerskabet, dato: 4.5.2028}
      - {instans: Landsbyggefonden, dato: 20.5.2028, sagsnummer: 28-0042}
"""
_SECOND_ACTIVITY = """
  - aktivitet: Havnekor
    formål: |
      At naboer synger sammen.
    målgruppe: |
      Alle, der kan lide at synge.
    indhold: |
      Kor for begyndere.
    praksis: |
      Hver anden tirsdag.
    ansvar: |
      Sekretariatet finder en dirigent.
"""
_SECOND_GOAL = """  - mål: At flere kommer til beboermøderne
    indikator: Antal deltagere i beboermøder
    baseline:
      år: 2026
      områder: {Sonetparken: 44, Balladegården/Odehøj: 38}
    datakilder:
      - Sekretariatets opgørelse 2026
"""
_POINTS = """  Timerne ligger sådan:
  - Foråret går med planlægning.
  - Sommeren går med Åben havn.
  - Efteråret går med Havnekoret.
"""


@dataclass(frozen=True)
class Folder:
    """A workspace with the plan."""

    root: Path

    def file(self, name: str) -> Path:
        return self.root / "agreements" / PLAN / f"{name}.yaml"

    def edit(self, name: str, *pairs: tuple[str, str]) -> None:
        """Exchange words in a file of the plan, each pair once."""
        for old, new in pairs:
            change(self.file(name), old, new)

    def everywhere(self, old: str, new: str) -> None:
        """Exchange words in all files of the plan."""
        for path in self.file("x").parent.glob("*.yaml"):
            path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    def add(self, name: str, words: str) -> None:
        with self.file(name).open("a", encoding="utf-8") as file:
            file.write(words)


def lay_out(root: Path) -> Folder:
    """Lay out the plan as it was signed: final, its agreements in version 1."""
    source = ROOT / "tests" / "plans" / "agreements" / PLAN
    folder = Folder(root)
    folder.file("x").parent.mkdir(parents=True)
    for path in source.iterdir():
        if path.name.startswith(_READ):
            shutil.copy(path, folder.file(path.stem))
    folder.add(TOGETHER, _SECOND_ACTIVITY.removeprefix("\n"))
    folder.edit(
        TOGETHER,
        (_OPEN, _OPEN + _CHOIR),
        ("aktiviteter:\n", f"{_SECOND_GOAL}aktiviteter:\n"),
        ("  De fleste timer ligger om sommeren.\n", _POINTS),
    )  # fmt: skip
    for name in (STRATEGIC, WORK, TOGETHER):
        folder.add(name, "versioner:\n  - {nummer: 1, dato: 1.3.2027}\n")
    return folder


def _area_renamed(folder: Folder) -> None:
    folder.everywhere("Sonetparken", "Terzinerne")


def _party_added(folder: Folder) -> None:
    folder.edit("helhedsplan", ("boligområder:\n", f"{_PARTY}boligområder:\n"))


def _effort_dropped(folder: Folder) -> None:
    key = "sammenhængskraft-og-medborgerskab"
    folder.file(TOGETHER).unlink()
    folder.edit("helhedsplan", (f"  - {key}\n", ""))
    folder.edit(
        STRATEGIC, (f"    {key}: |\n      Få kommer til beboermøderne.\n", ""),
        (_GOALS_DROPPED, ""),
        ("  - at naboer lærer hinanden at kende\n", ""),
        ("De to indsatsområder støtter hinanden.", "Indsatsen samles om arbejde."),
    )  # fmt: skip


def _activities_reordered(folder: Folder) -> None:
    folder.edit(TOGETHER, (_OPEN + _CHOIR, _CHOIR + _OPEN))


def _two_paragraphs(folder: Folder) -> None:
    folder.edit(STRATEGIC, ("de seneste år.\n", "de seneste år.\n\n"))


def _split_and_joined(folder: Folder) -> None:
    folder.edit(STRATEGIC, ("i Limerickby.\n", "i Limerickby.\n\n"))
    folder.edit(STRATEGIC, ("de seneste år.\n\n", "de seneste år.\n"))


_FIGURES = "      områder: {Sonetparken: 44, Balladegården/Odehøj: 38}\n"


def _baseline_pending(folder: Folder) -> None:
    """A baseline that is pending stands in a draft: in a final agreement it is an error."""
    pending = "      afventer: Tælles på møderne i efteråret\n      forventet: 1.12.2027\n"
    folder.edit(TOGETHER, (_FIGURES, pending))
    folder.add(TOGETHER, "status: udkast\n")


def _baseline_filled(folder: Folder) -> None:
    text = folder.file(TOGETHER).read_text(encoding="utf-8")
    pending = text[text.index("      afventer:"):text.index("    datakilder:", text.index("      afventer:"))]
    folder.edit(TOGETHER, (pending, _FIGURES))


def _rows_moved(folder: Folder) -> None:
    text = folder.file(TOGETHER).read_text(encoding="utf-8")
    first = text[text.index("  - mål: At flere beboere"):text.index(_SECOND_GOAL)]
    folder.edit(TOGETHER, (first + _SECOND_GOAL, _SECOND_GOAL + first))


def _own_forms(folder: Folder) -> None:
    shutil.copytree(ROOT / "templates", folder.root / "templates")


def _form_only(folder: Folder) -> None:
    form = folder.root / "templates" / "shared" / f"{STRATEGIC}.html.j2"
    change(form, "Med deres underskrift tiltræder parterne", "Parterne tiltræder med deres underskrift")


def _look_only(folder: Folder) -> None:
    import docx
    from docx.shared import Pt

    path = str(folder.root / "templates" / "reference.docx")
    look = docx.Document(path)
    look.styles["Heading 1"].font.size = Pt(19)
    look.save(path)


def _version_approved(folder: Folder) -> None:
    folder.edit("helhedsplan", ("mindst 4,2", "mindst 4,6"), ("samlet: 15,9", "samlet: 16,4"))
    folder.add(STRATEGIC, _APPROVED)


def _draft(folder: Folder) -> None:
    folder.edit("helhedsplan", ("status: endelig", "status: udkast"))


def _draft_to_final(folder: Folder) -> None:
    folder.edit("helhedsplan", ("status: udkast", "status: endelig"))


def _item_indented(folder: Folder) -> None:
    folder.edit(TOGETHER, ("  - Efteråret går", "    - Efteråret går"))


def _figures_swapped(folder: Folder) -> None:
    folder.edit(TOGETHER, ("{Sonetparken: 31, Balladegården/Odehøj: ca. 20}",
                           "{Balladegården/Odehøj: ca. 20, Sonetparken: 31}"))  # fmt: skip


def _group_removed(folder: Folder) -> None:
    text = folder.file("helhedsplan").read_text(encoding="utf-8")
    group = text[text.index("    - navn: Jobgruppen"):text.index("  sekretariat:")]
    folder.edit("helhedsplan", (group, ""))
    folder.file("kommissorium-jobgruppen").unlink()
    folder.edit(
        "organisationsdiagram", ("  - {fra: Sekretariatet, til: Jobgruppen, art: betjener}\n", ""),
        ("  - {fra: Jobgruppen, til: Bestyrelsen, art: rådgiver}\n", ""),
        ("  - {fra: Følgegruppen for Epilogen, til: Jobgruppen, art: vælger}\n", ""),
        ("note: |\n  Følgegruppen for Epilogen vælger ét medlem til Jobgruppen.\n", ""),
    )  # fmt: skip


def new_version(folder: Folder) -> None:
    """Give what Landsbyggefonden approves a version 2, which the board has decided."""
    version = "  - {nummer: 2, dato: 1.6.2028, besluttet: [{instans: Partnerskabet, dato: 4.5.2028}]}\n"
    for name in (STRATEGIC, "organisationsdiagram"):
        if "nummer: 2" not in folder.file(name).read_text(encoding="utf-8"):
            folder.add(name, version)


@dataclass(frozen=True)
class Revision:
    """What is done to the plan; `first` is done to what was signed, before it is committed."""

    after: Callable[[Folder], None]
    first: Callable[[Folder], None] = lambda _: None


REVISIONS: Mapping[str, Revision] = {
    "a renamed area": Revision(_area_renamed),
    "a party added": Revision(_party_added),
    "an indsatsområde dropped": Revision(_effort_dropped),
    "activities reordered": Revision(_activities_reordered),
    "a paragraph split and joined": Revision(_split_and_joined, _two_paragraphs),
    "a baseline filled": Revision(_baseline_filled, _baseline_pending),
    "rows moved": Revision(_rows_moved),
    "form only": Revision(_form_only, _own_forms),
    "look only": Revision(_look_only, _own_forms),
    "a version with approval": Revision(_version_approved),
    "draft to final": Revision(_draft_to_final, _draft),
    "an item indented": Revision(_item_indented),
    "figures swapped": Revision(_figures_swapped),
    "a group removed": Revision(_group_removed),
}
"""The revisions by their names."""
