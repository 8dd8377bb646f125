"""ARCHITECTURE.md says what is so: its files are there, its rooms the house's, its invariants numbered."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT
from tests.test_architecture import ORDER

PAGE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
NAMES = sorted(set(re.findall(r"`([\w./-]+(?:\.py|\.j2|\.docx|/))`", PAGE)))
"""Files and folders that the page names."""


def section(heading: str) -> str:
    """The text below the heading, up to the next of its level."""
    return re.split(r"^## ", PAGE.split(f"## {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


@pytest.mark.parametrize("name", NAMES)
def test_whatever_the_page_names_is_there(name: str) -> None:
    rooms = (path for path in (ROOT / "generator").rglob("*") if path.is_dir())
    homes = (ROOT, ROOT / "templates", ROOT / "generator", *rooms)
    assert any((home / name).exists() for home in homes)


def test_the_page_has_the_rooms_of_the_house_in_their_order() -> None:
    assert re.findall(r"^- \*\*`(\w+)/`\*\*", section("The rooms"), re.MULTILINE) == list(ORDER)


def test_one_is_told_five_files_to_begin_with() -> None:
    files = re.findall(r"^\d\. `([\w./-]+)`", section("Where to start"), re.MULTILINE)
    assert len(files) == 5
    assert all((ROOT / file).is_file() for file in files)


def test_the_invariants_are_numbered_without_a_hole() -> None:
    numbers = [int(number) for number in re.findall(r"^(\d+)\. ", section("Invariants"), re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 10
