"""Header and footer: fields that are right when the file is first opened."""

from __future__ import annotations

import re
from typing import Any

import pytest
from lxml import etree

from generator.formats.word.reference.headers import read
from tests.support.package_reading import Docx, W, text
from tests.support.word_assertions import fields_are_complete
from tests.support.word_samples import PROPERTIES, findings_of, p, written

NAMESPACE = f'xmlns:w="{W[1:-1]}"'
MARK = '<w:p><w:pPr><w:pStyle w:val="DraftMark"/></w:pPr><w:r><w:t>UDKAST</w:t></w:r></w:p>'


def filled(content: str, draft: bool = False, **values: str) -> Any:
    margin = read(etree.fromstring(f"<w:hdr {NAMESPACE}>{content}</w:hdr>"), "DraftMark")
    return etree.fromstring(margin.fill(values, draft))


def margin_text(doc: Docx) -> str:
    return " | ".join(text(root) for root in doc.margins())


def test_header_and_footer_show_the_documents_properties_and_pages() -> None:
    doc = written(p("x"))
    shown = margin_text(doc)
    for _, value in PROPERTIES:
        assert value in shown
    assert re.search(r"Side 1 af ca\.\u00a01\b", shown)
    fields_are_complete(doc)


def test_only_pages_are_fields_in_what_is_written() -> None:
    instructions = [text.text.split()[0] for root in written(p("x")).margins()
                    for text in root.iter(f"{W}instrText")]
    assert instructions == ["PAGE", "NUMPAGES"]


def test_the_draft_mark_stands_in_drafts_only() -> None:
    assert "UDKAST" in margin_text(written(p("x"), draft=True))
    assert "UDKAST" not in margin_text(written(p("x"), draft=False))


def test_a_header_of_nothing_but_the_draft_mark_keeps_an_empty_paragraph() -> None:
    root = filled(MARK, draft=False)
    assert len(root.findall(f"{W}p")) == 1
    assert text(root) == ""


def test_a_property_that_the_document_lacks_is_refused() -> None:
    [finding] = findings_of(p("x"), properties=PROPERTIES[:2])
    assert finding.code == "W4"
    assert "'Status'" in finding.message
    assert "Plan" in finding.hint
    assert finding.place.file.endswith("reference.docx")


@pytest.mark.parametrize("instruction", [
    " DOCPROPERTY Plan ", ' DOCPROPERTY "Plan" \\* MERGEFORMAT ', " docproperty  Plan\\* MERGEFORMAT"])
def test_a_field_that_word_wrote_another_way_is_filled_too(instruction: str) -> None:
    escaped = instruction.replace('"', "&quot;")
    root = filled(f'<w:p><w:fldSimple w:instr="{escaped}"><w:r><w:rPr><w:b/></w:rPr><w:t>old</w:t></w:r>'
                  "</w:fldSimple></w:p>", Plan="Ny & god")
    assert text(root) == "Ny & god"
    assert not list(root.iter(f"{W}fldChar", f"{W}fldSimple", f"{W}instrText"))
    assert all(run.find(f"{W}rPr/{W}b") is not None for run in root.iter(f"{W}r"))


def test_a_field_without_a_result_gets_one() -> None:
    root = filled('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
                  '<w:r><w:instrText> PA</w:instrText></w:r>'
                  '<w:r><w:instrText>GE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
                  "<w:r><w:t> af mange</w:t></w:r></w:p>", PAGE="1")
    assert text(root) == "1 af mange"
    assert [mark.get(f"{W}fldCharType") for mark in root.iter(f"{W}fldChar")] == ["begin", "separate", "end"]


def test_a_field_that_is_not_ours_stands_as_it_was() -> None:
    root = filled('<w:p><w:fldSimple w:instr=" DATE "><w:r><w:t>1. maj</w:t></w:r></w:fldSimple></w:p>')
    assert text(root) == "1. maj"
    assert root.find(f".//{W}fldSimple") is not None
