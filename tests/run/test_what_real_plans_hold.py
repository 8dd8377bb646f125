"""Two invented plans, one a round, hold each fact that real plans have beside the usual: and print it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.base.findings import Finding
from generator.document.model import Signature
from generator.document.reading import walk
from generator.run.build import check
from generator.run.outcomes import Outcome
from generator.workspace.folders import Workspace
from tests.support.built import SOURCES, build
from tests.support.reading import margins_in_word, text_in_word

AGREEMENTS = Path(__file__).parents[1] / "plans" / "agreements"
PLANS = {"fabelby-2018-2023": "2015-18", "digtehavn-2027-2031": "2019-26"}
PRINTED = {
    "departments without names": ("4 afdelinger", "3 afdelinger:\nAfd. 605-607"),
    "some of the departments": (
        "5 afdelinger, heraf:\nAfd. 21, Enhjørningen\nAfd. 605-607", "Afd. 14, Balladegården",
    ),
    "homes without residents": (
        "Helhedsplanen omfatter ca. 1.250 lejemål, fordelt på 9 afdelinger i 2 boligområder.",
        "Helhedsplanen omfatter 967 lejemål, fordelt på 6 afdelinger i 2 boligområder.",
    ),
    "the board's name": (
        "Bestyrelsen hedder Fabelbyrådet for naboskab og består af:",
        "Bestyrelsen hedder Partnerskabet for Digtehavn og består af:",
    ),
    "an invited seat": ("Lokalbetjent (inviteret efter behov)", "Politiassistent (rådgivende)"),
    "alike seats": ("7 beboerrepræsentanter", "2 afdelingsformænd"),
    "an organisation as a member": (
        "Fabelby Frivilligråd\nSom organisation", "Som organisation (tilforordnet)",
    ),
    "a role without a name": ("SSP-konsulent\nBørn og Unge, Fabelby Kommune", "Virksomhedskonsulent"),
    "an annex of one's own": (
        "Et kort over de to områder\nVedlagt: tegnet af kommunen", "Partnerskabets forretningsorden",
    ),
    "a party that does not sign": (
        "Fabelby Frivilligråd (skriver ikke under)", "Digtehavn Handelsforening (skriver ikke under)",
    ),
    "a group for an estate": ("Gruppen følger Enhjørningen.", "Gruppen følger Epilogen."),
    "the town": ("Dragehøj (Sagnstrup)", "Balladegården/Odehøj (Limerickby)"),
    "the whole period": (
        "fra 1. oktober 2018 til 30. september 2023.", "fra 1. marts 2027 til 29. februar 2032.",
    ),
    "the extension": (
        "er forlænget fra 30. september 2022 til 30. september 2023, så aktiviteterne kan gøres færdige.",
        "er forlænget fra 28. februar 2031 til 29. februar 2032.",
    ),
    "who has approved it": (
        "Landsbyggefonden har godkendt forlængelsen 14. marts 2022 (sag 0000-2022).",
        "Landsbyggefonden har godkendt forlængelsen 2. september 2030.",
    ),
    "sections": (
        "Bebyggelsen\nGrifparken ligger op ad banen", "De ledige\nHver tredje voksne er uden arbejde.",
    ),
    "an amount incl. another": (
        "inkl. Lokal medfinansiering (kontant og timer)\nmindst 7.000\n",
        "inkl. Medarbejdere i jobcenteret (4.100 timer)\n1,4\n8,8 %",
    ),
    "a share without an amount": (
        "inkl. Fabelby Frivilligråd (timer)\n–\n1 %", "Almenboligerne Verseby (kontant)\n–\n13 %",
    ),
    "only the total": ("Samlet budget for den boligsociale indsats\n21.000", "indsats\n15,9"),
    "the end of a year or a month": ("ultimo maj 2018", "ultimo 2026"),
}  # fmt: skip
"""What stands in the documents of either plan for each fact."""
ENDS = re.compile(r"^(?:  )?(?:- |\S)|^    - ")
"""A line that begins a key, or an item of a list, so that nothing is half written above it."""


@pytest.mark.parametrize("fact", PRINTED)
@pytest.mark.parametrize("plan", PLANS)
def test_each_fact_is_printed(plan: str, fact: str) -> None:
    built = [build(source) for source in SOURCES if source.folder.name == plan]
    text = "\n".join(f"{margins_in_word(one.data)}\n{text_in_word(one.data)}" for one in built)
    assert PRINTED[fact][[*PLANS].index(plan)] in text.replace("\u00a0", " ")


@pytest.mark.parametrize("plan", PLANS)
def test_who_does_not_sign_has_no_block(plan: str) -> None:
    built = [build(source) for source in SOURCES if source.folder.name == plan]
    every = (block for one in built for block in walk(one.document.blocks))
    blocks = [block.label for block in every if isinstance(block, Signature)]
    parties = built[0].plan.helhedsplan.parter
    silent = [part.navn for part in parties if part.skriver_under == "nej"]
    assert silent and len(blocks) == len(parties) - len(silent)
    assert not set(silent) & set(blocks)


@pytest.mark.parametrize("name", ["helhedsplan", "strategisk-samarbejdsaftale"])
@pytest.mark.parametrize("plan", PLANS)
def test_a_draft_is_made_from_the_first_line_on(tmp_path: Path, plan: str, name: str) -> None:
    folder = tmp_path / "agreements" / plan
    shutil.copytree(AGREEMENTS / plan, folder)
    for path in folder.glob("delaftale-*.yaml"):
        path.unlink()
    for path in folder.glob("*.yaml"):
        said = path.read_text(encoding="utf-8")
        path.write_text(said.replace("status: endelig", "status: udkast"), encoding="utf-8")
    path = folder / f"{name}.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    first = next((at for at, line in enumerate(lines, 1) if line.startswith("midler:")), 1)
    if name == "helhedsplan":
        (folder / "strategisk-samarbejdsaftale.yaml").write_text("indledning:\n", encoding="utf-8")
    whole = (at for at in range(first, len(lines)) if ENDS.match(lines[at]) and lines[at - 1][-2:] != "|\n")
    for end in whole:
        path.write_text("".join(lines[:end]), encoding="utf-8")
        assert drafted(tmp_path), f"{name}.yaml, {end} lines: {errors(tmp_path)}"


def drafted(root: Path) -> bool:
    """Tell whether every document would be made, as a draft."""
    workspace = Workspace(root)
    made = [event for event in check(workspace, workspace.plans()) if isinstance(event, Outcome)]
    return bool(made) and all(outcome.draft and not outcome.reason for outcome in made)


def errors(root: Path) -> list[str]:
    workspace = Workspace(root)
    found = (event for event in check(workspace, workspace.plans()) if isinstance(event, Finding))
    return [f"{finding.place} {finding.code} {finding.message}" for finding in found if finding.is_error]
