"""Everything the writer makes is valid and accessible, and the assertions see it when it is not."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from generator.formats.word import write
from tests.support.word_assertions import assert_valid, contrast, light_findings
from tests.support.word_samples import REFERENCE_PATH, document, every_block, p, reference

LABEL = "<w:t>Viborg Kommune</w:t>"
BREAKS = {
    "two bookmarks have one name": (
        "word/document.xml", 'w:name="underskrift_sct_joergen"', 'w:name="underskrift_viborg_kommune"'),
    "begin and end once": ("word/document.xml", '<w:bookmarkEnd w:id="1"/>', ""),
    "a field's end": ("word/footer1.xml", '<w:fldChar w:fldCharType="separate"/>', ""),
    "a field shows nothing": ("word/footer1.xml", "<w:t>1</w:t>", ""),
    "not end in a paragraph": ("word/document.xml", "</w:p></w:tc>", "</w:p><w:tbl/></w:tc>"),
    "w:delText": ("word/document.xml", LABEL, f'<w:del w:id="9">{LABEL}</w:del>'),
    "pPr:": ("word/document.xml", "<w:keepNext/><w:keepLines/>", "<w:keepLines/><w:keepNext/>"),
    "not as wide": ("word/document.xml", "<w:tblGrid>", '<w:tblGrid><w:gridCol w:w="1"/>'),
    "a list is not defined": ("word/document.xml", 'numId w:val="1"', 'numId w:val="99"'),
    "no style Nix": ("word/document.xml", 'w:val="BodyText"', 'w:val="Nix"'),
    "no title": ("docProps/core.xml", "<dc:title>En aftale</dc:title>", ""),
    "a heading of level 3 comes after level 1": ("word/document.xml", 'w:val="Heading2"', 'w:val="Heading3"'),
    "no header row": ("word/document.xml", "<w:tblHeader/>", ""),
    "no text alternative": ("word/document.xml", '<w:tblCaption w:val="Målinger"/>', ""),
    "a short row may split": ("word/document.xml", "<w:cantSplit/>", ""),
    "an empty paragraph": ("word/document.xml", "<w:r><w:t>1. Formål</w:t></w:r>", ""),
    "a paragraph border": ("word/footer1.xml", "</w:pPr>", "<w:pBdr/></w:pPr>"),
    "a typed bullet": ("word/document.xml", "<w:t>Kilde:", "<w:t>- Kilde:"),
    " on FFFFFF": ("word/styles.xml", '<w:color w:val="56656C"/>', '<w:color w:val="A0A0A0"/>'),
    "names the relation": ("word/document.xml", 'r:id="rIdLink1"', 'r:id="rIdLink7"'),
    "which is not there": ("word/_rels/document.xml.rels", 'Target="numbering.xml"', 'Target="none.xml"'),
}


@pytest.fixture(scope="module")
def every() -> bytes:
    return write(every_block(), reference())


def test_a_document_with_every_block_is_valid_and_accessible(every: bytes) -> None:
    assert_valid(every)


def test_the_light_checkers_find_no_error_in_any_block(every: bytes, tmp_path: Path) -> None:
    path = tmp_path / "every.docx"
    path.write_bytes(every)
    assert light_findings(path) == []


def test_the_light_checkers_find_no_error_in_the_reference_document() -> None:
    assert light_findings(REFERENCE_PATH) == []


def test_a_document_of_one_line_is_valid() -> None:
    assert_valid(write(document(p("En linje.")), reference()))


@pytest.mark.parametrize("message", BREAKS)
def test_a_broken_document_is_seen_to_be_broken(every: bytes, message: str) -> None:
    part, old, new = BREAKS[message]
    with pytest.raises(AssertionError, match=message):
        assert_valid(_changed(every, part, old, new))


def _changed(data: bytes, part: str, old: str, new: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            xml = source.read(name).decode()
            if name == part:
                assert old in xml, f"{old} is not in {name}"
                xml = xml.replace(old, new)
            target.writestr(name, xml)
    return buffer.getvalue()


def test_contrast_is_reckoned_as_in_wcag() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("767676", "FFFFFF") == pytest.approx(4.54, abs=0.01)
