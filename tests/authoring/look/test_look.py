"""A municipality's Word template becomes the look of the documents."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.section import WD_HEADER_FOOTER
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.authoring.look import Look, made
from generator.authoring.look.colours import contrast
from generator.base.findings import Finding, Rejected
from generator.formats.word import Reference, write
from generator.run.build import check
from generator.workspace.folders import Workspace
from tests.conftest import ROOT
from tests.support.both_languages import english_in, speaking
from tests.support.municipality import (
    LETTER,
    add_logo,
    as_template,
    even_pages,
    first_page,
    logo_in_first_line,
    logo_in_table,
    municipality,
    parts_of,
    saved,
    tabbed_footer,
    with_part,
)
from tests.support.odd_templates import burdened, danish, minimal
from tests.support.package_reading import Docx, W, text, val
from tests.support.word_samples import REFERENCE_PATH, document, every_block, p

TARGET = Path("/x/templates/reference.docx")
TEMPLATES = {
    "a logo in the first line": as_template(saved(municipality(logo_in_first_line, tabbed_footer))),
    "letter paper, a logo in a table": as_template(saved(municipality(logo_in_table, paper=LETTER))),
    "landscape, headers of their own": saved(municipality(first_page, even_pages, paper=(16838, 11906))),
    "Danish names": danish(),
    "nothing but defaults": minimal(),
    "macros and controls": burdened(),
    "our own": REFERENCE_PATH.read_bytes(),
}


@cache
def look_of(data: bytes, logo: str = "") -> Look:
    return made(Path("skabelon.dotx"), data, REFERENCE_PATH, REFERENCE_PATH.read_bytes(), TARGET, logo)


def told(look: Look) -> str:
    return "\n".join(look.told)


def reference_of(look: Look) -> Reference:
    return Reference.read(TARGET, look.data)


def written(look: Look, *, draft: bool = False) -> Docx:
    return Docx(write(document(p("x"), draft=draft), reference_of(look)))


def style(look: Look, name: str) -> Any:
    return docx.Document(io.BytesIO(look.data)).styles[name]


@pytest.fixture(params=list(TEMPLATES))
def template(request: pytest.FixtureRequest) -> bytes:
    return TEMPLATES[request.param]


def test_any_template_gives_a_reference_that_is_sound_and_has_nothing_to_complain_of(template: bytes) -> None:
    look = look_of(template)
    assert look.findings == ()
    assert Docx(write(every_block(), reference_of(look))).names


def test_the_same_template_gives_the_same_bytes(template: bytes) -> None:
    assert look_of(template).data == look_of.__wrapped__(template).data


def test_a_look_made_of_a_look_adds_nothing(template: bytes) -> None:
    once = look_of(template)
    twice = look_of(once.data)
    assert not re.search("styles made|header and footer|left behind", told(twice))
    assert parts_of(twice.data)["word/styles.xml"] == parts_of(once.data)["word/styles.xml"]


def test_all_text_in_a_look_can_be_read_on_its_ground(template: bytes) -> None:
    doc = Docx(write(every_block(), reference_of(look_of(template))))
    ours = {val(one, "name") for one in Docx(REFERENCE_PATH.read_bytes()).styles.iter(f"{W}style")}
    for one in doc.styles.iter(f"{W}style"):
        name, colour, shade = val(one, "name"), val(one, "rPr/color"), one.find(f"{W}rPr/{W}shd")
        if name in ours and colour and colour != "auto":
            assert contrast(colour, "FFFFFF" if shade is None else shade.get(f"{W}fill")) >= 4.5, name


def test_every_plan_builds_in_it_with_the_findings_that_it_has_in_our_look(
    template: bytes, tmp_path: Path
) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "reference.docx").write_bytes(look_of(template).data)
    (tmp_path / "agreements").symlink_to(ROOT / "agreements")
    found = [one for one in _checked(Workspace(tmp_path)) if "reference.docx" in one.place.file]
    assert found == []


def _checked(workspace: Workspace) -> list[Finding]:
    return [event for event in check(workspace, workspace.plans()[:1]) if isinstance(event, Finding)]


def test_fonts_colours_and_margins_are_the_templates() -> None:
    look = look_of(TEMPLATES["a logo in the first line"])
    assert "text: Verdana 9,5 pt, 222222; headings: Georgia, 9B1C31" in told(look)
    assert "margins top 3,5, right 2,0, bottom 2,5, left 3,0 cm" in told(look)
    assert str(style(look, "Label").font.color.rgb) == "9B1C31"
    assert style(look, "Heading 1").font.name == "Georgia"


def test_sizes_follow_the_size_of_the_templates_text_and_small_print_stays_readable() -> None:
    look = look_of(TEMPLATES["a logo in the first line"])
    assert style(look, "Lead").font.size.pt == 11  # 12 of 10.5, made 9.5
    assert style(look, "Source").font.size.pt == 8


def test_a_font_of_the_theme_is_the_one_that_the_theme_names() -> None:
    look = look_of(minimal())
    assert "text: Open Sans 11 pt, 000000" in told(look)


def test_a_yellow_accent_is_darkened_until_it_can_be_read() -> None:
    colour = str(style(look_of(minimal()), "Heading 1").font.color.rgb)
    assert contrast(colour, "FFFFFF") >= 4.5 > contrast("F2B705", "FFFFFF")


def test_a_style_of_the_template_that_can_hardly_be_read_is_darkened_and_told() -> None:
    look = look_of(saved(municipality()))
    assert "heading 3: 4F81BD is 4774AA now" in told(look)


def test_each_style_that_was_made_is_told() -> None:
    look = look_of(minimal())
    ours = docx.Document(str(REFERENCE_PATH)).styles
    lines = told(look)
    for one in ours:
        name = one.element.find(f"{W}name").get(f"{W}val")
        assert f"\n  {name}: " in lines or f"\n  {name}\n" in lines


def test_styles_with_danish_names_are_found_and_keep_their_look() -> None:
    look = look_of(danish())
    assert "Overskrift 1: is called heading 1" in told(look)
    assert style(look, "Heading 1").style_id == "Overskrift1"
    assert str(style(look, "Heading 1").font.color.rgb) == "9B1C31"
    assert reference_of(look).style_id("Title", "paragraph") == "Titel"


def test_an_id_that_another_style_has_is_not_taken_twice() -> None:
    def taken(word: Any) -> None:
        other = word.styles.add_style("Noget helt andet", 1)
        other.element.styleId = "Lead"

    look = look_of(saved(municipality(taken)))
    assert reference_of(look).style_id("Lead", "paragraph") == "AftaleLead"


@pytest.mark.parametrize("where", [logo_in_first_line, logo_in_table, first_page])
def test_a_logo_stands_in_drafts_and_final_documents_wherever_it_is(where: Any) -> None:
    look = look_of(saved(municipality(where)))
    for draft in (True, False):
        roots = list(written(look, draft=draft).margins())
        assert sum(len(list(root.iter(f"{W}drawing"))) for root in roots) == 1


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_page_of_a_draft_says_that_it_is_one_and_no_page_of_a_final_document(name: str) -> None:
    look = look_of(TEMPLATES[name])
    headers = {draft: [text(root) for root in written(look, draft=draft).margins() if root.tag == f"{W}hdr"]
               for draft in (True, False)}
    assert headers[True] and all("UDKAST" in words for words in headers[True])
    assert not any("UDKAST" in words for words in headers[False])


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_header_and_footer_tell_plan_document_status_and_page(name: str) -> None:
    shown = " ".join(text(root) for root in written(look_of(TEMPLATES[name])).margins())
    for words in ("Helhedsplanen i Viborg", "Delaftale", "Endelig", "Side 1"):
        assert words in shown


def test_a_page_number_that_is_there_is_not_printed_twice() -> None:
    shown = [text(root) for root in written(look_of(TEMPLATES["a logo in the first line"])).margins()]
    assert sum(words.count("Side") for words in shown) == 1


def test_the_lines_that_are_added_have_one_stop_at_the_right_margin() -> None:
    look = look_of(TEMPLATES["landscape, headers of their own"])
    width = reference_of(look).page.width
    for root in written(look).margins():
        for paragraph in (one for one in root.iter(f"{W}p") if one.find(f"{W}r/{W}tab") is not None):
            stops = paragraph.findall(f"{W}pPr/{W}tabs/{W}tab")
            kept = [int(stop.get(f"{W}pos")) for stop in stops if stop.get(f"{W}val") != "clear"]
            assert kept == [width]


def test_a_stop_for_another_paper_is_moved_and_told() -> None:
    look = look_of(saved(municipality(tabbed_footer, paper=LETTER)))
    assert "footer: tab stops moved to the margins in 1 line" in told(look)


def test_a_picture_without_a_text_alternative_is_a_finding_until_logo_gives_it_one() -> None:
    template = saved(municipality(lambda word: add_logo(word.sections[0].header.paragraphs[0], told="")))
    assert [finding.code for finding in look_of(template).findings] == ["W10"]
    assert look_of(template, logo="Bakkeby Kommunes logo").findings == ()


def test_one_header_for_the_first_page_and_all_others_shows_what_each_must() -> None:
    def shared(word: Any) -> None:
        section = word.sections[0]
        section.different_first_page_header_footer = True
        reference = next(one for one in section._sectPr if one.tag == f"{W}headerReference")
        section._sectPr.add_headerReference(WD_HEADER_FOOTER.FIRST_PAGE, reference.rId)

    roots = [root for root in written(look_of(saved(municipality(shared))), draft=True).margins()
             if root.tag == f"{W}hdr"]
    assert ["UDKAST" in text(root) for root in roots] == [True, True]
    assert ["Delaftale" in text(root) for root in roots].count(True) == 1


def test_a_part_that_is_named_as_two_things_is_told() -> None:
    rels = "word/_rels/document.xml.rels"
    twice = with_part(minimal(), rels, lambda data: data.replace(b'"theme.xml"', b'"styles.xml"'))
    with pytest.raises(Rejected, match=r"word/styles\.xml is named as two things"):
        look_of(twice)


def test_what_is_left_behind_is_told() -> None:
    lines = told(look_of(burdened()))
    for words in (
        "macros", "building blocks", "ribbon", "document variables", "mail merge", "Brev.dotm",
        "the text of the body (2 words)", "2 content controls", "the field MERGEFIELD Modtager",
        "the field DOCVARIABLE Sagsnr", "the field DATE",
    ):  # fmt: skip
        assert words in lines, words


def test_nothing_of_what_is_left_behind_is_in_the_file() -> None:
    parts = parts_of(look_of(burdened()).data)
    assert not [name for name in parts if re.search("vba|glossary|customUI|customXml", name)]
    assert b"Modtager" not in b"".join(parts.values())
    assert b"w:sdt" not in b"".join(data for name, data in parts.items() if "header" in name)


def test_a_title_and_a_control_that_is_bound_to_the_subject_show_the_documents_own() -> None:
    [header] = [root for root in written(look_of(burdened())).margins() if root.tag == f"{W}hdr"]
    assert "En aftale" in text(header)
    assert "Teknik og Miljø" in text(header)
    assert "gammelt" not in text(header)
    assert "[Emne]" not in text(header)


def test_headings_with_numbers_lose_them_because_the_form_prints_its_own() -> None:
    def numbered(word: Any) -> None:
        properties = word.styles["Heading 1"].element.get_or_add_pPr()
        properties.get_or_add_numPr().get_or_add_numId().val = 1

    look = look_of(saved(municipality(numbered)))
    assert "Heading 1: its numbers are taken off" in told(look)
    assert val(style(look, "Heading 1").element, "pPr/numPr/numId") == "0"


def test_a_line_at_a_paragraph_of_the_text_is_taken_off_because_a_pdf_would_not_be_accessible() -> None:
    look = look_of(saved(municipality()))  # the Title of python-docx's template has one
    assert "Title: the line at its paragraph is taken off" in told(look)
    assert style(look, "Title").element.find(f".//{W}pBdr") is None


def test_two_columns_become_one_and_it_is_told() -> None:
    data = minimal(section='<w:pgSz w:w="11906" w:h="16838"/><w:cols w:num="2"/>')
    look = look_of(data)
    assert "its 2 columns" in told(look)
    assert "w:cols" not in reference_of(look).page.section


def test_a_text_that_is_justified_and_exact_leaves_tables_and_titles_alone() -> None:
    styles = ('<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/><w:pPr>'
              '<w:spacing w:after="200" w:line="260" w:lineRule="exact"/><w:ind w:left="284"/>'
              '<w:jc w:val="both"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>')
    look = look_of(minimal(styles))
    cell = style(look, "Table Text").paragraph_format
    assert (cell.alignment, cell.left_indent, cell.space_after.pt) == (0, 0, 2)
    assert style(look, "Title").paragraph_format.line_spacing == 1
    assert style(look, "Table Text").font.bold is False
    assert style(look, "Body Text").paragraph_format.alignment is None


def changed(part: str, old: bytes, new: bytes) -> bytes:
    return with_part(minimal(), part, lambda data: data.replace(old, new))


def instead(part: str, new: bytes) -> bytes:
    return with_part(minimal(), part, lambda _: new)


STRICT = b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'


@pytest.mark.parametrize(("data", "said", "mended"), [
    (b"", "it is no Word file", "save it as a Word template"),
    (b"%PDF-1.7", "it is no Word file", "save it as a Word template"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file (.doc, .dot), or it has a password", "without a"),
    (changed("word/styles.xml", b"</w:styles>", b""), "word/styles.xml cannot be read", "in Word"),
    (instead("word/theme.xml", b"<!DOCTYPE a><a/>"), "word/theme.xml cannot be read", "in Word"),
    (changed("[Content_Types].xml", b"wordprocessingml", b"sheet"), "is no text of Word's", "right file"),
    (instead("_rels/.rels", b"<x/>"), "_rels/.rels names no document", "in Word"),
    (instead("word/document.xml", STRICT), "Strict Open XML", "and not"),
    (changed("word/document.xml", b'"12240"', b'"2000"'), "word/document.xml (w:sectPr)", "Layout > Size"),
    (changed("word/document.xml", b'"12240"', b'"bred"'), "word/document.xml (w:sectPr)", "Layout > Size"),
    (changed("word/styles.xml", b'"22"', b'"stor"'), "word/styles.xml cannot be read", "Manage Styles"),
])
def test_a_file_that_no_look_can_be_made_of_is_told_with_what_to_do(
    data: bytes, said: str, mended: str
) -> None:
    with pytest.raises(Rejected) as caught:
        look_of(data)
    [finding] = caught.value.findings
    assert said in finding.message
    assert mended in finding.hint
    with speaking("da"), pytest.raises(Rejected) as in_danish:
        look_of(data)
    [finding] = in_danish.value.findings
    assert not english_in(f"{finding.message} {finding.hint}")


def test_a_logo_whose_file_is_gone_is_told_by_its_name() -> None:
    template = saved(municipality(logo_in_first_line))
    parts = parts_of(template)
    media = next(name for name in parts if "media" in name)
    rels = next(name for name in parts if b"media" in parts[name] and "header" in name)
    broken = with_part(template, rels, lambda data: data.replace(media.encode()[5:], b"media/gone.png"))
    with pytest.raises(Rejected, match=r"word/media/gone\.png is named and is not there"):
        look_of(broken)


ATTRIBUTE = re.compile(rb' [\w:]+="([^"]*)"')
ODD = [b"", b"-1", b"x", b"1.5", b"999999999"]


@given(st.sampled_from(sorted(parts_of(TEMPLATES["macros and controls"]))), st.integers(0, 10_000),
       st.sampled_from(ODD))
@settings(max_examples=15, deadline=None)
def test_a_template_with_any_value_broken_is_made_a_look_of_or_refused_with_its_part(
    part: str, place: int, odd: bytes
) -> None:
    template = TEMPLATES["macros and controls"]
    found = list(ATTRIBUTE.finditer(parts_of(template)[part]))
    assume(found)
    at = found[place % len(found)]
    broken = with_part(template, part, lambda data: data[:at.start(1)] + odd + data[at.end(1):])
    try:
        assert look_of.__wrapped__(broken).data
    except Rejected as refused:
        for finding in refused.findings:
            assert re.search(r"word/|_rels/|Content_Types|docProps/|no text of Word", finding.message)
            assert finding.hint
