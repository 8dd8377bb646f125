"""The reference document: what is taken from it, and what is said when something is missing."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from generator.base.findings import Rejected
from generator.formats.word import Reference, write
from tests.formats.word.conftest import Restyle
from tests.support.municipality import as_template
from tests.support.package_reading import Docx, W, val
from tests.support.word_assertions import assert_valid
from tests.support.word_samples import REFERENCE_PATH, document, every_block, items, p, reference


def test_its_page_is_a4_with_margins_of_two_and_a_half_centimetres() -> None:
    assert reference().page.width == 11906 - 2 * 1417
    assert reference().page.height < 16838


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Rejected, match="does not exist") as caught:
        Reference.open(tmp_path / "none.docx")
    assert caught.value.findings[0].code == "W1"


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x05\x06" + bytes(18)])
def test_a_file_that_is_no_docx_is_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "reference.docx"
    path.write_bytes(data)
    with pytest.raises(Rejected, match=r"cannot be read as a \.docx") as caught:
        Reference.open(path)
    assert caught.value.findings[0].place.file == str(path)


def test_a_missing_style_is_told_with_the_nearest_one(restyled: Restyle) -> None:
    path = restyled("word/styles.xml", '<w:name w:val="Table Head"/>', '<w:name w:val="Table Heads"/>')
    with pytest.raises(Rejected) as caught:
        Reference.open(path)
    [finding] = caught.value.findings
    assert (finding.code, "'Table Head'" in finding.message) == ("W2", True)
    assert "did you mean 'Table Heads'?" in finding.hint


def test_a_list_style_without_a_list_is_told(restyled: Restyle) -> None:
    path = restyled("word/styles.xml", '<w:numPr><w:numId w:val="3"/></w:numPr>', "")
    with pytest.raises(Rejected, match="'Table Bullet' is in no list"):
        Reference.open(path)


def test_a_style_is_found_by_its_english_name_whatever_its_id(tmp_path: Path) -> None:
    path = tmp_path / "reference.docx"
    with zipfile.ZipFile(REFERENCE_PATH) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b'"Heading1"', b'"Overskrift1"'))
    assert Reference.open(path).style_id("Heading 1", "paragraph") == "Overskrift1"
    assert_valid(write(every_block(), Reference.open(path)))


def test_asking_for_an_unknown_style_suggests_one() -> None:
    with pytest.raises(Rejected) as caught:
        reference().style_id("table text", "paragraph")
    assert "did you mean 'Table Text'?" in caught.value.findings[0].hint


def test_its_body_is_not_in_the_document() -> None:
    data = write(document(p("Kun dette.")), reference())
    assert "Helhedsplanens navn" in str(zipfile.ZipFile(REFERENCE_PATH).read("word/header1.xml"))
    assert [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs] == ["Kun dette."]


def test_a_change_of_look_shows_in_the_document(restyled: Restyle) -> None:
    path = restyled("word/styles.xml", 'w:color w:val="1F4E5F"', 'w:color w:val="5F1F4E"')
    assert b"5F1F4E" in Docx(write(document(p("x")), Reference.open(path))).bytes["word/styles.xml"]


def test_a_change_of_bullets_and_of_paper_shows_in_the_document(restyled: Restyle) -> None:
    path = restyled("word/numbering.xml", "•", "■")
    doc = Docx(write(document(items("x")), Reference.open(path)))
    assert "■" in doc.bytes["word/numbering.xml"].decode()
    assert doc.body.find(f"{W}sectPr/{W}pgSz") is not None


def test_a_document_saved_by_python_docx_serves_as_reference(tmp_path: Path) -> None:
    path = tmp_path / "reference.docx"
    again = docx.Document(str(REFERENCE_PATH))
    again.sections[0].header.paragraphs[1].add_run(" – rettet")
    again.save(str(path))
    doc = Docx(write(every_block(), Reference.open(path)))
    assert "rettet" in "".join("".join(root.itertext()) for root in doc.margins())


def test_even_pages_with_a_header_of_their_own_keep_it(tmp_path: Path) -> None:
    path = tmp_path / "reference.docx"
    uneven = docx.Document(str(REFERENCE_PATH))
    uneven.settings.odd_and_even_pages_header_footer = True
    uneven.sections[0].even_page_header.paragraphs[0].text = "Lige side"
    uneven.save(str(path))
    doc = Docx(write(every_block(), Reference.open(path)))
    assert doc.part("word/settings.xml").find(f"{W}evenAndOddHeaders") is not None
    assert any("Lige side" in "".join(root.itertext()) for root in doc.margins())


def test_it_is_lean() -> None:
    doc = Docx(REFERENCE_PATH.read_bytes())
    assert len(doc.names) < 16
    assert len(REFERENCE_PATH.read_bytes()) < 20_000
    assert not list(doc.styles.iter(f"{W}lsdException"))
    assert val(doc.styles, "docDefaults/rPrDefault/rPr/lang") == "da-DK"


@pytest.mark.parametrize(
    ("part", "old", "new", "said"),
    [
        ("word/document.xml", "w:sectPr", "w:sectXx", "word/document.xml (w:sectPr) cannot be read"),
        ("word/document.xml", 'w:w="11906"', 'w:w="bred"', "word/document.xml (w:sectPr) cannot be read"),
        ("word/document.xml", 'w:w="11906"', 'w:w="100"', "the page leaves -2734 by "),
        ("word/styles.xml", "</w:styles>", "", "word/styles.xml cannot be read: it is no XML"),
        ("word/numbering.xml", "w:abstractNumId=", "w:abstractNumIx=", "word/numbering.xml cannot be read"),
    ],
)
def test_a_reference_document_with_something_wrong_in_it_names_the_part(
    restyled: Restyle, part: str, old: str, new: str, said: str
) -> None:
    path = restyled(part, old, new)
    with pytest.raises(Rejected) as caught:
        Reference.open(path)
    assert said in caught.value.findings[0].message


def test_a_template_in_its_place_is_told_with_the_command_that_takes_it(tmp_path: Path) -> None:
    path = tmp_path / "reference.docx"
    path.write_bytes(as_template(REFERENCE_PATH.read_bytes()))
    with pytest.raises(Rejected, match=r"is a template of Word's \(\.dotx\)") as caught:
        Reference.open(path)
    assert "aftale look FILE" in caught.value.findings[0].hint


@pytest.mark.parametrize(("part", "old", "new", "mended"), [
    ("word/document.xml", "w:sectPr", "w:sectXx", "Layout > Size"),
    ("word/numbering.xml", "w:abstractNumId=", "w:abstractNumIx=", "Format > Numbering"),
    ("word/styles.xml", '<w:numPr><w:numId w:val="3"/></w:numPr>', "", "Format > Numbering"),
    ("word/styles.xml", '<w:name w:val="Table Head"/>', '<w:name w:val="Head"/>', "New Style`, named Table"),
    ("word/header1.xml", "<w:hdr", "<w:hdx", "it is no XML"),
])
def test_what_is_wrong_in_it_is_told_with_what_to_do_in_word(
    restyled: Restyle, part: str, old: str, new: str, mended: str
) -> None:
    with pytest.raises(Rejected) as caught:
        Reference.open(restyled(part, old, new))
    [finding] = caught.value.findings
    assert part in finding.message
    assert mended in f"{finding.message} {finding.hint}"
    assert "Word" in finding.hint
