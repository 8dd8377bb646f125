"""Templates print the plan in words, and say with file and line what they cannot print.

A case is a file in tests/cases/templates: sections that begin with `=== name`. Templates come first
(those under form/ stand in a folder of their own that is searched last), then the context as Python,
then the markup (a hard space as `~`) or a line `code file:line: message | words of the hint` a finding.
"""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.base.findings import Finding, Place, Rejected
from generator.base.hard_spaces import bind
from generator.document.markup import parse
from generator.document.markup.inlines import fold
from generator.document.model import Document, Origin, Paragraph, Run
from generator.plan.model.base import Mangel
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.parter import Part
from generator.plan.model.values import Antal, Beløb, Dato, Måltal, Periode, Procent, Tekst, Timer
from generator.render import Templates, codes
from generator.render.filters import OURS
from generator.render.line_stamps import stamped
from tests.support.both_languages import english_in, speaking
from tests.support.codes import codes_of

CASES = sorted((Path(__file__).parents[1] / "cases" / "templates").glob("*.txt"))
NAMES = {
    kind.__name__: kind
    for kind in (Antal, Beløb, Dato, Decimal, Helhedsplan, Mangel, Måltal, Part, Periode, Procent,
                 SimpleNamespace, Tekst, Timer)
}
TYPED = st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"], include_characters="\n\t"))


def sections(case: Path) -> dict[str, str]:
    parts = re.split(r"^=== (.+)\n", case.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def templates(folder: Path, files: dict[str, str]) -> Templates:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Templates((folder, folder / "form"), base=folder)


def rejected(made: Templates, context: dict[str, object]) -> tuple[Finding, ...]:
    with pytest.raises(Rejected) as caught:
        made.render("a.html.j2", context)
    return caught.value.findings


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_case_gives_its_markup_or_its_findings(case: Path, tmp_path: Path) -> None:
    parts = sections(case)
    made = templates(tmp_path, {name: text for name, text in parts.items() if name.endswith(".j2")})
    context = eval(parts["context"], dict(NAMES))
    if "markup" in parts:
        assert made.render("a.html.j2", context).replace("\u00a0", "~").strip() == parts["markup"].strip()
        return
    found = rejected(made, context)
    wanted = [line.partition(" | ") for line in parts["findings"].splitlines()]
    told = [f"{f.code} {_line(f.place)}: {f.message}{_second(f)}" for f in found]
    assert told == [message for message, _, _ in wanted]
    assert [f.hint for f, (_, _, words) in zip(found, wanted, strict=True) if words not in f.hint] == []
    with speaking("da"):
        in_danish = rejected(made, eval(parts["context"], dict(NAMES)))
        assert [english_in(f"{f.message} {f.hint}") for f in in_danish] == [[]] * len(found)


def _line(place: Place) -> str:
    return str(place).removesuffix(":1")


def _second(finding: Finding) -> str:
    return f" (see also {_line(finding.second)})" if finding.second else ""


def test_every_code_has_a_case() -> None:
    findings = (sections(case).get("findings", "") for case in CASES)
    fired = {line.split()[0] for lines in findings for line in lines.splitlines()}
    assert fired | {codes.UNREADABLE, codes.EMPTY} == codes_of(codes)


@pytest.mark.parametrize("text", ["", "  \n", "{# a remark #}", "<section><section></section></section>"])
def test_a_template_that_prints_nothing_makes_no_document(text: str, tmp_path: Path) -> None:
    with pytest.raises(Rejected) as caught:
        templates(tmp_path, {"a.html.j2": text}).document("a.html.j2", {}, title="")
    assert [finding.code for finding in caught.value.findings] == [codes.EMPTY]


def test_every_filter_has_a_case() -> None:
    shown = "".join(case.read_text(encoding="utf-8") for case in CASES)
    assert [name for name in OURS if not re.search(rf"\| {name}\b", shown)] == []


def test_a_document_has_the_blocks_of_its_template_and_their_places(tmp_path: Path) -> None:
    text = '<p class="lead">\n{{ navn }}</p>\n{{ none | prosa("Formål") }}\n'
    made = templates(tmp_path, {"a.html.j2": text})
    document = made.document("a.html.j2", {"navn": "Viborg"}, title="En titel", draft=True).document
    lead = Paragraph((Run("Viborg"),), "Lead")
    gap = Paragraph((Run("[Formål udfyldes]", style="Gap"),))
    assert document == Document("En titel", (lead, gap), draft=True)
    first = document.blocks[0]
    assert isinstance(first, Paragraph)
    assert first.origin == Origin("a.html.j2", 1)


def test_wrong_markup_is_found_in_its_template(tmp_path: Path) -> None:
    made = templates(tmp_path, {"a.html.j2": "<section>\n<p>\n</section>"})
    with pytest.raises(Rejected) as caught:
        made.document("a.html.j2", {}, title="")
    assert str(caught.value.findings[0].place) == "a.html.j2:2:1"


def test_a_template_that_does_not_exist_is_named_with_the_nearest(tmp_path: Path) -> None:
    made = templates(tmp_path, {"2019-26/delaftale.html.j2": ""})
    with pytest.raises(Rejected) as caught:
        made.render("2019-26/delaftalen.html.j2", {})
    (found,) = caught.value.findings
    assert found.code == codes.NO_TEMPLATE
    assert "did you mean `2019-26/delaftale.html.j2`?" in found.hint


def test_a_template_that_is_not_utf_8_is_found_with_its_line(tmp_path: Path) -> None:
    made = templates(tmp_path, {})
    (tmp_path / "a.html.j2").write_bytes("<p>a</p>\n<p>å</p>".encode("latin-1"))
    (found,) = rejected(made, {})
    assert (found.code, str(found.place)) == (codes.UNREADABLE, "a.html.j2:2:1")


def test_one_render_leaves_nothing_behind_for_the_next(tmp_path: Path) -> None:
    made = templates(tmp_path, {"a.html.j2": "<p>{{ x }}</p>"})
    assert len(rejected(made, {"x": 5})) == 1
    assert made.render("a.html.j2", {"x": "fint"}) == '<p at="a.html.j2:1">fint</p>'


def test_the_same_mistake_in_a_loop_is_said_once(tmp_path: Path) -> None:
    made = templates(tmp_path, {"a.html.j2": "{% for x in range(9) %}{{ none }}{% endfor %}"})
    assert len(rejected(made, {})) == 1


def test_a_template_cannot_reach_a_file(tmp_path: Path) -> None:
    made = templates(tmp_path, {"a.html.j2": "{{ sti.read_text() }}"})
    (found,) = rejected(made, {"sti": tmp_path / "a.html.j2"})
    assert found.code == codes.FORBIDDEN


@pytest.fixture(scope="module")
def printing(tmp_path_factory: pytest.TempPathFactory) -> Templates:
    files = {"a.html.j2": '<p>§{{ tekst }}§</p><p>§{{ tekst | linje("x") }}§</p>'}
    return templates(tmp_path_factory.mktemp("printing"), files)


@given(tekst=TYPED)
@example(tekst="Bo & <Søn> \"a\" 'b' {{ x }} {% y %} {# z #} ]]> &amp; 😀 a\u030a å")
def test_any_text_arrives_as_it_was_typed_but_for_hard_spaces(printing: Templates, tekst: str) -> None:
    wanted = fold(f"§{tekst}§").replace("\u00a0", " ")
    for block in printing.document("a.html.j2", {"tekst": tekst}, title="").document.blocks:
        assert isinstance(block, Paragraph)
        (run,) = block.content
        assert isinstance(run, Run)
        assert run.text.replace("\u00a0", " ") == wanted


def test_a_folder_that_is_named_twice_is_one_folder(tmp_path: Path) -> None:
    templates(tmp_path, {"a.html.j2": '{% include "a.html.j2" %}'})
    (found,) = rejected(Templates((tmp_path, tmp_path / "." / ".." / tmp_path.name)), {})
    assert found.code == codes.NO_TEMPLATE


@pytest.mark.parametrize(
    "name", ["../b.html.j2", "x/../../b.html.j2", "./c.html.j2", "x//c.html.j2", "c:d.html.j2"]
)
def test_a_name_that_could_lead_out_of_the_folders_is_no_templates_name(tmp_path: Path, name: str) -> None:
    files = {"a.html.j2": f'{{% include "{name}" %}}', "c.html.j2": "", "x/c.html.j2": "", "c:d.html.j2": ""}
    (tmp_path / "b.html.j2").write_text("<p>outside</p>", encoding="utf-8")
    (found,) = rejected(templates(tmp_path / "forms", files), {})
    assert found.code == codes.NO_TEMPLATE


def test_what_was_wrong_before_a_template_that_cannot_be_compiled_is_told_too(tmp_path: Path) -> None:
    files = {"a.html.j2": '{{ none }}{% include "b.html.j2" %}', "b.html.j2": "{{ none | ukendt }}"}
    found = rejected(templates(tmp_path, files), {})
    assert [(f.code, f.place.file) for f in found] == [
        (codes.UNFORMATTED, "a.html.j2"), (codes.UNKNOWN_FILTER, "b.html.j2"),
    ]  # fmt: skip


def test_what_can_be_seen_before_a_template_runs_is_told_line_by_line(tmp_path: Path) -> None:
    blocks = "{% block ukendt %}{% endblock %}\n{% block a %}{{ 1 | b }}{% endblock %}"
    text = '{% extends "form.html.j2" %}\n' + blocks
    files = {"a.html.j2": text, "form.html.j2": "{% block a %}{% endblock %}"}
    found = rejected(templates(tmp_path, files), {})
    assert [(f.code, f.place.line) for f in found] == [(codes.UNKNOWN_BLOCK, 2), (codes.UNKNOWN_FILTER, 3)]


def test_a_folder_with_odd_signs_in_its_name_is_printed_as_it_is() -> None:
    (block,) = parse(bind(stamped("<p>a</p>", 'x & "y" afd. 8/a.j2', 3)))
    assert isinstance(block, Paragraph)
    assert block.origin == Origin('x & "y" afd. 8/a.j2', 3)
