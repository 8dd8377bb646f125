"""A Document becomes one PDF: the same bytes each time, its text as it was written, its fonts with it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from fontTools.ttLib import TTFont
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.base.findings import Finding, Rejected
from generator.base.values import replace
from generator.document.model import Mark, Origin, Paragraph, Run
from generator.formats.fonts import SHIPPED
from generator.formats.pdf import stamped, write
from generator.formats.word import Reference
from tests.conftest import ROOT
from tests.support.municipality import add_logo, logo_in_table
from tests.support.pdf_reading import Pdf
from tests.support.word_samples import (
    REFERENCE_PATH,
    document,
    every_block,
    h,
    items,
    p,
    reference,
    row,
    table,
)

CODE = "#\\$*_`<>@[]{}()/~=-+'\":;,.!?%&|^ abcæøå01\t\n\u00a0\u00ad–…"
"""Characters that mean something to typst, and some that mean nothing."""
TWICE = """
import hashlib, sys
from generator.formats.pdf import write
from tests.support.word_samples import every_block, reference
print(hashlib.sha256(write(every_block(), reference()).data).hexdigest())
"""


def reference_with(folder: Path, change: Callable[[Any], object]) -> Reference:
    """The reference document with a change, in a folder of its own."""
    changed = docx.Document(str(REFERENCE_PATH))
    change(changed)
    changed.save(str(folder / "reference.docx"))
    return Reference.open(folder / "reference.docx")


def heading_in(font: str) -> Callable[[Any], object]:
    return lambda changed: setattr(changed.styles["Heading 1"].font, "name", font)


def text_of(data: bytes) -> str:
    return "".join(Pdf(data).document.text.split())


def test_two_processes_make_the_same_bytes() -> None:
    first, second = [subprocess.run([sys.executable, "-c", TWICE], cwd=ROOT, capture_output=True, text=True,
                                    check=True).stdout for _ in range(2)]
    assert first == second != ""


def test_the_date_is_that_of_the_document_or_of_source_date_epoch() -> None:
    def dated(date: str, epoch: int | None = None) -> str:
        made = Pdf(write(document(p("x"), date=date), reference(), epoch).data)
        return str(made.pdf.docinfo.CreationDate)

    assert dated("2017-04-01") == "D:20170401000000Z"
    assert dated("") == "D:19800101000000Z"
    assert dated("2017-04-01", 86_400) == "D:19700102000000Z"


@settings(max_examples=60)
@given(st.lists(st.text(st.sampled_from(CODE), min_size=1, max_size=30), min_size=3, max_size=3))
def test_no_text_is_code_wherever_it_stands(texts: list[str]) -> None:
    first, second, third = texts
    revised = Paragraph((Run(second, mark=Mark("inserted")), Run(third, bold=True, style="Gap")))
    whole = document(p("a" + first), items("b" + second), revised,
                     table(row("c" + third, "d"), caption="e" + first, description=second), title="T" + third)
    made = text_of(write(whole, reference()).data).replace("\u00ad", "")
    wanted = "".join(("a", first, "•b", second, second, third, "e", first, "c", third, "d"))
    assert made == "".join(wanted.replace("\u00ad", "").split())


@settings(max_examples=40)
@example("\ufeff")
@example("\x00")
@given(st.text(max_size=20))
def test_any_text_is_set_or_refused_at_its_place(text: str) -> None:
    block = Paragraph((Run(text), Run(text, mark=Mark("deleted"))), origin=Origin("delaftale.html.j2", 7))
    try:
        write(document(block), reference())
    except Rejected as rejected:
        assert {finding.code for finding in rejected.findings} == {"E3"}
        assert {str(finding.place) for finding in rejected.findings} == {"delaftale.html.j2:7:1"}
    except ValueError as error:
        assert str(error).startswith("U+")


def test_a_text_that_no_font_has_is_told_at_its_block() -> None:
    block = Paragraph((Run("Navnet er 漢"),), origin=Origin("delaftale.html.j2", 7))
    with pytest.raises(Rejected) as refused:
        write(document(p("x"), block), reference())
    (finding,) = refused.value.findings
    assert (finding.code, str(finding.place)) == ("E3", "delaftale.html.j2:7:1")
    assert "'漢'" in finding.message


def test_the_pages_are_set_in_the_fonts_that_come_with_it_and_hold_them() -> None:
    heard: list[Finding] = []
    made = Pdf(write(every_block(), reference(), hear=heard.append).data)
    assert made.fonts == {"Carlito", "Carlito-Bold", "Carlito-Italic"}
    (told,) = heard
    assert told.code == "E2" and "'Calibri'" in told.message and "'Carlito'" in told.message


def test_a_font_that_has_no_twin_is_an_error_with_its_style_and_both_ways_out(tmp_path: Path) -> None:
    changed = reference_with(tmp_path, heading_in("Kommune Sans"))
    with pytest.raises(Rejected) as refused:
        write(every_block(), changed)
    (finding,) = [finding for finding in refused.value.findings if finding.is_error]
    assert finding.code == "E1"
    assert "'Kommune Sans'" in finding.message and "'Heading 1'" in finding.message
    assert "fonts/" in finding.hint and "another font" in finding.hint


def test_a_font_beside_the_reference_is_used(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    with TTFont(SHIPPED["Carlito"] / "Carlito-Bold.ttf") as font:
        for name in font["name"].names:
            name.string = str(name).replace("Carlito", "Kommune Sans")
        font.save(tmp_path / "fonts" / "kommune.ttf")
    made = Pdf(write(every_block(), reference_with(tmp_path, heading_in("Kommune Sans"))).data)
    assert any(font.startswith("Kommune") for font in made.fonts)


@pytest.mark.parametrize("place", [
    logo_in_table, lambda changed: add_logo(changed.sections[0].header.paragraphs[0])])
def test_a_logo_in_the_header_is_on_the_page(place: Callable[[Any], object], tmp_path: Path) -> None:
    made = Pdf(write(document(p("x")), reference_with(tmp_path, place)).data)
    (page,) = made.pdf.pages
    assert len(page.get_images()) == 1


def test_text_begins_below_a_tall_header(tmp_path: Path) -> None:
    def tall(changed: Any) -> None:
        for _ in range(4):
            add_logo(changed.sections[0].header.add_paragraph())

    def top(look: Reference) -> float:
        with Pdf(write(document(h(1, "Overskrift")), look).data).pdf.open_outline() as outline:
            return float(outline.root[0].destination[3])  # type: ignore[index]

    assert top(reference()) - top(reference_with(tmp_path, tall)) > 28  # a centimetre


def test_a_picture_that_no_pdf_can_show_is_told(tmp_path: Path) -> None:
    changed = reference_with(tmp_path, logo_in_table)
    parts = [replace(part, data=b"\x01\x00\x00\x00 EMF") if part.name.startswith("/word/media") else part
             for part in changed.parts]
    with pytest.raises(Rejected) as refused:
        write(document(p("x")), replace(changed, parts=tuple(parts)))
    assert {finding.code for finding in refused.value.findings if finding.is_error} == {"E5"}


def test_whoever_changes_a_byte_breaks_the_seal() -> None:
    data = write(document(p("x")), reference()).data
    assert len(stamped.seal_of(data)) == 32
    place = data.index(b"stream") + 20
    assert stamped.seal_of(data[:place] + bytes([data[place] ^ 1]) + data[place + 1:]) == ""
    assert stamped.seal_of(b"%PDF-1.7 nothing") == ""


def test_the_properties_of_the_document_stand_in_it() -> None:
    found = stamped.properties(write(document(p("x")), reference()).data)
    assert found is not None and found["Plan"] == "Helhedsplanen i Viborg"
    assert stamped.properties(b"%PDF-1.7 nothing") is None
