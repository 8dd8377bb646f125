"""Sources of what small templates print: by the identity of each value, and by the line of the form."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.base import cache
from generator.document.model import List, Table
from generator.document.reading import text_of
from generator.document.texts import texts
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.identity import identities
from generator.plan.model.load import Loaded, load
from generator.plan.source.read import read_yaml_bytes
from generator.render import Templates
from generator.render.tracing import Known, Source, Traced, TracingTemplates

PLAN = """
navn: A
midler: 2019-26
beboere: 5
lejemål: 5
parter:
  - {navn: Viborg Kommune, kortnavn: kommunen, type: kommune}
  - {navn: Viborg Boligselskab, type: boligorganisation}
boligområder:
  - {navn: A, by: A}
  - {navn: Ø, kortnavn: øen}
vision: |
  Et godt sted.

  - for **alle**
  - for mange
organisation:
  bestyrelse:
    opgaver: {mangler: Siden er væk., tekst: Resten står her.}
    medlemmer:
      - {organisation: kommunen, titel: direktør, formand: ja}
      - {organisation: Viborg Boligselskab, antal: 1}
budget:
  enhed: t.kr.
  finansiering:
    - {kilde: kommunen, beløb: 10}
    - {kilde: Viborg Boligselskab, beløb: 30}
"""


@pytest.fixture(scope="module")
def plan() -> Loaded[Helhedsplan]:
    return load(read_yaml_bytes(PLAN.encode(), "helhedsplan.yaml"), Helhedsplan)


@pytest.fixture(autouse=True)
def _a_cache_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))


def traced(folder: Path, plan: Loaded[Helhedsplan], template: str, **others: str) -> Traced:
    for name, text in {"a": template, **others}.items():
        (folder / f"{name}.html.j2").write_text(text, encoding="utf-8")
    templates = TracingTemplates((folder,), folder)
    return templates.traced("a.html.j2", {"plan": plan.value}, Known(identities(plan)), title="T")


def told(one: Traced) -> list[tuple[str, str]]:
    """Each passage with the path or the line that it comes from."""
    return [(text.words[start:end].strip(), where(source)) for text in texts(one.document)
            for start, end, source in one.sources(text.owner, text.field) if text.words[start:end].strip()]


def where(source: Source) -> str:
    if source.line:
        return f"{source.file}:{source.line}" + (f" {source.block}" if source.block else "")
    keys = "+".join(".".join(map(str, key.path)) for key in source.keys)
    kind = "" if source.kind.value == "value" else f"{source.kind.value} "
    return kind + keys + (f" | {source.filter}" if source.filters else "") + (" gap" if source.gap else "")


@pytest.mark.parametrize("expression, sources", {
    "plan.navn": [("A", "navn")],
    "plan.boligområder[0].navn": [("A", "boligområder.0.navn")],
    "plan.boligområder[0].by": [("A", "boligområder.0.by")],
    "plan.beboere | antal": [("5", "beboere | antal")],
    "plan.lejemål | antal": [("5", "lejemål | antal")],
    "plan.boligområder | map(attribute='navn') | list | opremsning":
        [("A", "boligområder.0.navn | opremsning"), ("og", "a.html.j2:1"),
         ("Ø", "boligområder.1.navn | opremsning")],
    "plan.parter[0].præsenteret":
        [("Viborg Kommune", "parter.0.navn"), ("(", "computed parter.0.navn+parter.0.kortnavn"),
         ("kommunen", "parter.0.kortnavn"), (")", "computed parter.0.navn+parter.0.kortnavn")],
    "plan.budget.finansiering[0].kilde | kaldt(plan) | stort":
        [("Kommunen", "parter.0.kortnavn | kaldt | stort")],
    "plan.budget.finansiering[0].beløb | andel(plan.budget.total)":
        [("25,0\u00a0%", "computed budget.finansiering.0.beløb+budget.finansiering.1.beløb | andel")],
    "plan.parter | length | antal": [("2", "computed parter | antal")],
    "'formand' if plan.organisation.bestyrelse.medlemmer[0].formand == 'ja'": [("formand", "a.html.j2:1")],
    "plan.organisation.bestyrelse.opgaver | linje('Opgaver')":
        [("[Mangler: Siden er væk.]", "organisation.bestyrelse.opgaver.mangler | linje"),
         ("Resten står her.", "organisation.bestyrelse.opgaver.tekst | linje")],
    "plan.antal_afdelinger | linje('Afdelinger')":
        [("[Afdelinger udfyldes]", "antal_afdelinger | linje gap")],
    "none | linje('Møder', nøgle=(plan.organisation, 'bestyrelse.møder'))":
        [("[Møder udfyldes]", "organisation.bestyrelse.møder | linje gap")],
    "none | linje('Møder', nøgle=((plan, 'organisation'), 'sekretariat'))":
        [("[Møder udfyldes]", "organisation.sekretariat | linje gap")],
}.items())  # fmt: skip
def test_what_an_expression_prints_names_its_keys(
    tmp_path: Path, plan: Loaded[Helhedsplan], expression: str, sources: list[tuple[str, str]]
) -> None:
    assert told(traced(tmp_path, plan, f"<p>{{{{ {expression} }}}}</p>")) == sources


def test_prose_and_its_points_have_the_source_of_the_text_and_a_label_that_of_the_form(
    tmp_path: Path, plan: Loaded[Helhedsplan]
) -> None:
    found = told(traced(tmp_path, plan, "{{ plan.vision | prosa('Vision', 'Vision:') }}"))
    assert found[0] == ("Vision:", "a.html.j2:1")
    assert found[1:] == [(words, "vision | prosa") for words in ("Et godt sted.", "for", "alle", "for mange")]


def test_text_of_a_form_has_its_line_and_its_block_also_where_a_template_of_ones_own_replaces_it(
    tmp_path: Path, plan: Loaded[Helhedsplan]
) -> None:
    base = "<p>Først\n{% block x %}det gamle{% endblock %}</p>\n<p>{% block y %}Sidst{% endblock %}</p>"
    own = "{% extends 'b.html.j2' %}\n{% block x %}det nye for {{ plan.navn }}{% endblock %}"
    assert told(traced(tmp_path, plan, own, b=base)) == [
        ("Først", "b.html.j2:1"), ("det nye for", "a.html.j2:2 x"), ("A", "navn"), ("Sidst", "b.html.j2:3 y"),
    ]


def test_text_of_a_macro_is_of_the_block_that_calls_it(tmp_path: Path, plan: Loaded[Helhedsplan]) -> None:
    form = ("{% macro om(x) %}om {{ x }} {{ 'her' if x }}{% endmacro %}"
            "<p>{% block b %}Noget {{ om(plan.navn) }}{% endblock %}</p><p>{{ om('det') }}</p>")
    assert told(traced(tmp_path, plan, form)) == [
        ("Noget om", "a.html.j2:1 b"), ("A", "navn"), ("her", "a.html.j2:1 b"), ("om det her", "a.html.j2:1"),
    ]


def test_a_cell_and_a_point_have_the_sources_of_their_paragraphs(
    tmp_path: Path, plan: Loaded[Helhedsplan]
) -> None:
    form = ('<table columns="1"><tr><td><p>{{ plan.navn }}</p><p>er {{ plan.beboere | antal }}</p></td></tr>'
            "</table>{{ plan.vision | prosa('Vision') }}")
    found = traced(tmp_path, plan, form)
    table, _, points = found.document.blocks
    assert isinstance(table, Table) and isinstance(points, List)
    spans = found.sources(table.rows[0].cells[0])
    assert [(span.start, span.end, where(span.source)) for span in spans] == [
        (0, 1, "navn"), (2, 5, "a.html.j2:1"), (5, 6, "beboere | antal"),
    ]
    assert {where(span.source) for span in found.sources(points.items[0])} == {"vision | prosa"}


def test_a_text_in_an_attribute_has_its_source_and_a_size_or_an_anchor_is_no_text(
    tmp_path: Path, plan: Loaded[Helhedsplan]
) -> None:
    form = ('<signature label="{{ plan.navn }}" anchor="{{ plan.parter[0].navn | anker }}"/>'
            '<table columns="{{ \'1\' if plan.navn }} 2" description="Om {{ plan.navn }}">'
            "<tr><td>x</td><td>y</td></tr></table>")
    found = traced(tmp_path, plan, form)
    signature, table = found.document.blocks
    assert isinstance(table, Table)
    assert [where(span.source) for span in found.sources(signature, "label")] == ["navn"]
    assert table.columns == (1, 2)
    assert [where(span.source) for span in found.sources(table, "description")][1:] == ["navn"]


def test_a_heading_and_its_entry_in_the_contents_have_the_same_source(
    tmp_path: Path, plan: Loaded[Helhedsplan]
) -> None:
    form = '<contents title="Indhold"/><h1>5.1 Om {{ plan.parter[0].navn }}:</h1><p>x</p>'
    found = traced(tmp_path, plan, form)
    contents: Any = found.document.blocks[0]
    (entry,) = contents.entries
    assert entry.text == "Om Viborg Kommune"
    assert [(entry.text[start:end], where(source)) for start, end, source in found.sources(entry)] == [
        ("Om ", "a.html.j2:1"), ("Viborg Kommune", "parter.0.navn"),
    ]


def test_plain_and_traced_templates_do_not_take_each_others_code_from_the_cache(
    tmp_path: Path, plan: Loaded[Helhedsplan]
) -> None:
    form = "<p>{{ plan.navn }} {{ plan.beboere | antal }} {{ plan.parter[1].navn | stort }}</p>"
    first = traced(tmp_path, plan, form).document
    plain = Templates((tmp_path,), tmp_path).document("a.html.j2", {"plan": plan.value}, title="T").document
    again = traced(tmp_path, plan, form)
    assert first == plain == again.document
    assert text_of(plain) == "A 5 Viborg Boligselskab"
    assert ("5", "beboere | antal") in told(again)


def test_hard_spaces_stand_where_they_do_without_marks(tmp_path: Path, plan: Loaded[Helhedsplan]) -> None:
    form = "<p>{{ plan.beboere | antal }}\n   kr. – jf. {{ plan.navn }}</p>"
    plain = Templates((tmp_path,), tmp_path)
    found = traced(tmp_path, plan, form).document
    assert found == plain.document("a.html.j2", {"plan": plan.value}, title="T").document
    assert text_of(found) == "5\u00a0kr.\u00a0– jf.\u00a0A"
