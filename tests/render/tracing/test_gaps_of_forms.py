"""Every placeholder of the forms is told the key that fills it, or asks for the field right there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from tests.conftest import ROOT

ASKED_FOR = {"brev.html.j2"}
"""The letter is no document of a file: its date is an option of the command, its decisions another file's."""
FORMS = sorted(path for path in (ROOT / "templates").rglob("*.j2") if path.name not in ASKED_FOR)
GAPS = ("linje", "liste", "prosa")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.parent.name}/{form.name}")
def test_every_gap_of_a_form_is_told_its_key(form: Path) -> None:
    tree = Environment(autoescape=True).parse(form.read_text(encoding="utf-8"))
    assert list(_untold(tree)) == []


def _untold(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    for found in tree.find_all(nodes.Filter):
        told = any(word.key == "nøgle" for word in found.kwargs)
        if found.name in GAPS and not told and not isinstance(found.node, nodes.Getattr):
            yield found.lineno, found.name
