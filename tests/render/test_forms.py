"""The templates that come with the program: no round leans on another, what they share stands in shared/."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

FORMS = ROOT / "templates"
TEMPLATES = sorted(FORMS.glob("*/*.html.j2"))
NAMED = re.compile(r"""\{%[-+]?\s*(?:extends|include|import|from)\s+["']([^"']+)["']""")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(FORMS).as_posix())
def test_a_template_builds_on_nothing_but_what_all_rounds_share(path: Path) -> None:
    named = NAMED.findall(path.read_text(encoding="utf-8"))
    assert [name for name in named if not name.startswith("shared/")] == []
    assert named or path.parent.name == "shared"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(FORMS).as_posix())
def test_a_template_names_no_other_round(path: Path) -> None:
    rounds = {form.parent.name for form in FORMS.glob("*/form.yaml")} - {path.parent.name}
    assert len(rounds) >= 1
    assert [name for name in rounds if name in path.read_text(encoding="utf-8")] == []
