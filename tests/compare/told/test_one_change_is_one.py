"""What happened once is told once, and what did not happen is not told."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, Aftale, change
from tests.support.clone import Clone
from tests.support.revisions import REVISIONS, lay_out

PLAN = "viborg-2025-2029"
FOLDER = Path("agreements", PLAN)
SHARED = FOLDER / "helhedsplan.yaml"
AREA = "Houlkærvænget"


@pytest.fixture
def committed(clone: Clone) -> Clone:
    """A real plan, committed as it is."""
    shutil.copytree(ROOT / FOLDER, FOLDER)
    clone.commit("Før")
    return clone


def changes(told: str) -> list[str]:
    """The lines that stand directly under a file or a head."""
    return [line.strip() for line in told.splitlines() if re.match(r"    \S", line)
            and not line.startswith("    Follows")]  # fmt: skip


def named(told: str) -> list[str]:
    """The changes alone, without their consequences."""
    return changes(told.partition("  What follows")[0])


@pytest.mark.usefixtures("committed")
@pytest.mark.parametrize("alias", ["", f", aliaser: [{AREA}]"])
def test_a_renamed_area_is_one_change_with_the_number_of_its_places(aftale: Aftale, alias: str) -> None:
    for path in FOLDER.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(AREA, "Nordbyen"), encoding="utf-8", newline="\n")
    if alias:
        change(SHARED, "navn: Nordbyen", f"navn: Nordbyen{alias}")
    told = aftale("diff").output
    assert len(named(told)) == 1, told
    assert named(told)[0].startswith(f"Boligområde renamed: {AREA} → Nordbyen (in 6 places in ")


@pytest.mark.usefixtures("committed")
def test_draft_to_final_is_told_once_with_the_guidance_that_goes(aftale: Aftale) -> None:
    change(SHARED, "status: udkast", "status: endelig")
    told = aftale("diff").output
    assert len([line for line in told.splitlines() if "udkast → endelig" in line]) == 1


@pytest.mark.usefixtures("committed")
def test_nothing_is_moved_from_a_number_to_the_same(aftale: Aftale) -> None:
    text = SHARED.read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    first = next(at for at, line in enumerate(lines) if line.startswith("boligområder:")) + 1
    lines[first:first + 3] = [lines[first + 2], lines[first + 1], lines[first]]
    SHARED.write_text("".join(lines), encoding="utf-8", newline="\n")
    told = aftale("diff").output
    assert "moved" in told
    assert not re.search(r"from no\. (\d+) to no\. \1\b", told)


@pytest.mark.usefixtures("committed")
def test_a_number_of_areas_follows_from_the_area_that_came(aftale: Aftale) -> None:
    known = "  - {navn: Vestervang, ejer: BoligViborg}\n"
    change(SHARED, known, known + known.replace("Vestervang", "Sønderparken"))
    told = aftale("diff").output
    counted = [line for line in told.splitlines() if re.search(r"\[-\d+-\]\{\+\d+\+\}", line)]
    assert counted and all("follows from: Boligområde" in line for line in counted), told


def test_a_criterion_that_goes_is_one_change(clone: Clone, aftale: Aftale) -> None:
    folder = Path("agreements/viborg-2017-2021")
    shutil.copytree(ROOT / folder, folder)
    clone.commit("Før")
    own = folder / "strategisk-samarbejdsaftale.yaml"
    text = own.read_text(encoding="utf-8")
    left = re.sub(r"      - kriterium: herkomst\n(?:        .*\n)+", "", text)
    assert left != text
    own.write_text(left, encoding="utf-8", newline="\n")
    [line] = named(aftale("diff").output)
    assert "herkomst" in line and "removed" in line


@pytest.mark.parametrize(("revision", "heading"), [
    ("an item indented", "Medarbejderressourcer for indsatsområdet (in another place, or on another level):"),
    ("figures swapped", "Delmål og indikatorer for indsatsområdet:"),
])  # fmt: skip
def test_what_is_typed_and_only_stands_otherwise_is_told_below_its_heading_and_follows_from_nothing(
    clone: Clone, aftale: Aftale, revision: str, heading: str
) -> None:
    folder = lay_out(Path())
    clone.commit("Før")
    REVISIONS[revision].after(folder)
    told = aftale("diff").output
    assert named(told) == [heading], told
    assert "Follows in the text" not in told


@pytest.mark.usefixtures("committed")
def test_a_document_whose_file_cannot_be_read_does_not_go_out(aftale: Aftale) -> None:
    own = FOLDER / "strategisk-samarbejdsaftale.yaml"
    own.write_text(own.read_text(encoding="utf-8") + "ukendt: nøgle\n", encoding="utf-8", newline="\n")
    told = aftale("diff").output
    assert "Cannot be read: now:" in told
    assert "(strategisk-samarbejdsaftale.yaml) · cannot be built" in told
    assert "Goes out" not in told and "goes out" not in told
