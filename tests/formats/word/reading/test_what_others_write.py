"""Word's many ways of saying the same, and what a Document has no place for."""

from __future__ import annotations

import pytest

from generator.document.model import Heading, LineBreak, List, Paragraph, Run, Table
from generator.document.reading import runs, text_of, walk
from generator.document.revision_marks import accepted, rejected
from generator.formats.word.reading import Read, Spot, TablePlace, read_document
from tests.fuzz.damage import packed, unpacked
from tests.support.foreign_docx import docx, paragraph, run

BY = 'w:id="7" w:author="Bo" w:date="2026-05-01T10:00:00Z"'


def read(body: str, **parts: str) -> Read:
    return read_document(docx(body, parts))


def lines(body: str, **parts: str) -> list[str]:
    return text_of(read(body, **parts).document).split("\n")


@pytest.mark.parametrize(("xml", "text"), [
    ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
    ("<w:r><w:t>a</w:t><w:ptab/><w:t>b</w:t></w:r>", "a\tb"),
    ("<w:r><w:t>F</w:t><w:noBreakHyphen/><w:t>16</w:t></w:r>", "F\u201116"),
    ("<w:r><w:t>bolig</w:t><w:softHyphen/><w:t>social</w:t></w:r>", "bolig\u00adsocial"),
    ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t>ja</w:t></w:r>', "✓ja"),
    ('<w:r><w:sym w:font="Ukendt" w:char="00E6"/></w:r>', "æ"),
    ('<w:fldSimple w:instr="DATE">' + run("1. maj") + "</w:fldSimple>", "1. maj"),
    ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
     '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("7") +
     '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "7"),
    ("<w:smartTag>" + run("Ring") + "</w:smartTag>" + run("parken"), "Ringparken"),
    ("<w:sdt><w:sdtPr/><w:sdtContent>" + run("felt") + "</w:sdtContent></w:sdt>", "felt"),
    ("<w:proofErr/>" + run("to") + "<w:r><w:lastRenderedPageBreak/><w:t> sider</w:t></w:r>", "to sider"),
    ("<mc:AlternateContent><mc:Choice>" + run("nyt") + "</mc:Choice><mc:Fallback>" + run("gammelt") +
     "</mc:Fallback></mc:AlternateContent>", "nyt"),
    ("<w:r><w:ruby><w:rt>" + run("lille") + "</w:rt><w:rubyBase>" + run("ord")
     + "</w:rubyBase></w:ruby></w:r>", "ord"),
])  # fmt: skip
def test_the_same_words_whatever_elements_they_stand_in(xml: str, text: str) -> None:
    found = read(paragraph(xml))
    assert (text_of(found.document), found.told) == (text, ())


@pytest.mark.parametrize("element", ["<w:br/>", "<w:cr/>", '<w:br w:type="textWrapping"/>'])
def test_a_new_line_is_a_line_break_and_glues_no_words(element: str) -> None:
    (block,) = read(paragraph(run("et") + f"<w:r>{element}</w:r>" + run("to"))).document.blocks
    assert isinstance(block, Paragraph)
    assert block.content == (Run("et"), LineBreak(), Run("to"))


def test_runs_that_look_alike_are_one_and_a_look_is_known() -> None:
    (block,) = read(paragraph(run("en") + run("to") + run("fed", "<w:b/>") + run("ej", '<w:b w:val="0"/>')
                              + run("skrå", "<w:i/>"))).document.blocks
    assert list(runs(block)) == [Run("ento"), Run("fed", bold=True), Run("ej"), Run("skrå", italic=True)]


def test_a_link_is_one_by_its_relation_or_by_its_field() -> None:
    field = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://lbf.dk/" '
             '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("lbf")
             + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run(" efter"))
    (block,) = read(paragraph(field)).document.blocks
    assert list(runs(block)) == [Run("lbf", link="https://lbf.dk/"), Run(" efter")]


def test_an_outline_level_makes_a_heading_and_bold_alone_does_not() -> None:
    found = read(paragraph(run("Formål"), '<w:outlineLvl w:val="1"/>') + paragraph(run("Fed", "<w:b/>"))
                 + paragraph(run("Brød"), '<w:outlineLvl w:val="9"/>'))
    heading, bold, _ = found.document.blocks
    assert isinstance(heading, Heading)
    assert heading.level == 2
    seen = found.seen(bold)
    assert seen
    assert (seen.bold, seen.style, seen.level) == (True, "Body Text", 0)


def numbered(number: int, text: str, level: int = 0) -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(run(text), place)


NUMBERING = (
    '<w:numbering><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/>'
    '<w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    "</w:numbering>")  # fmt: skip


def test_a_number_that_word_prints_is_known_and_a_list_begins_where_it_is_said_to() -> None:
    body = (numbered(2, "a") + numbered(1, "b") + numbered(1, "c", 1) + numbered(1, "d", 1)
            + paragraph(run("mellem")) + numbered(1, "e"))
    found = read(body, numbering=NUMBERING)
    assert [one.numbering for one in found.paragraphs] == ["1.", "2.", "2.i", "2.ii", "", "3."]
    first, _, last = found.document.blocks
    assert isinstance(first, List)
    assert isinstance(last, List)
    assert (len(first.items), len(last.items)) == (2, 1)


def test_a_page_break_at_the_end_of_a_paragraph_is_one_before_the_next() -> None:
    found = read(paragraph(run("et") + '<w:r><w:br w:type="page"/></w:r>')
                 + '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' + run("To") + "</w:p>")
    _, heading = found.document.blocks
    assert isinstance(heading, Heading)
    assert heading.page_break_before


def test_insertions_and_deletions_know_their_author_and_both_sides_can_be_had() -> None:
    body = paragraph(run("Der er ") + f"<w:del {BY}><w:r><w:delText>fem</w:delText></w:r></w:del>"
                     f"<w:ins {BY}>" + run("seks") + "</w:ins>" + run(" huse"))
    found = read(body).document
    marks = [one.mark for block in found.blocks for one in runs(block) if one.mark]
    assert {(mark.kind, mark.author, mark.date) for mark in marks} == {
        ("deleted", "Bo", "2026-05-01T10:00:00Z"), ("inserted", "Bo", "2026-05-01T10:00:00Z")}
    assert text_of(accepted(found)) == "Der er seks huse"
    assert text_of(rejected(found)) == "Der er fem huse"


@pytest.mark.parametrize(("tag", "old", "new"), [("del", "et\nto", "etto"), ("ins", "etto", "et\nto")])
def test_the_end_of_a_paragraph_that_went_or_came_joins_or_splits_it(tag: str, old: str, new: str) -> None:
    body = (paragraph(run("et"), f"<w:rPr><w:{tag} {BY}/></w:rPr>") + paragraph(run("to")))
    found = read(body).document
    assert (text_of(rejected(found)), text_of(accepted(found))) == (old, new)


def test_what_came_and_went_again_is_in_neither_document_and_is_told() -> None:
    gone = f"<w:del {BY}><w:r><w:delText>to</w:delText></w:r></w:del>"
    body = paragraph(run("et") + f"<w:ins {BY}>{gone}</w:ins>")
    found = read(body)
    assert text_of(accepted(found.document)) == text_of(rejected(found.document)) == "et"
    assert [(one.what, one.text) for one in found.told] == [("came and went", "to")]


PICTURE = ('<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Billede" descr="Et hus"/><a:graphic/>'
           "</wp:inline></w:drawing></w:r>")  # fmt: skip
BOX = ("<w:r><w:drawing><wp:anchor><a:graphic><wps:txbx><w:txbxContent>" + paragraph(run("I boksen"))
       + "</w:txbxContent></wps:txbx></a:graphic></wp:anchor></w:drawing></w:r>")  # fmt: skip
NESTED = ("<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>" + paragraph(run("inderst"))
          + "</w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>")  # fmt: skip


@pytest.mark.parametrize(("xml", "what", "text"), [
    (paragraph(PICTURE), "picture", "Et hus"),
    (paragraph(BOX), "text box", "I boksen"),
    (paragraph("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"), "equation", "x+1"),
    (paragraph('<w:r><w:footnoteReference w:id="2"/></w:r>'), "footnote", "En note"),
    (paragraph('<w:r><w:endnoteReference w:id="2"/></w:r>'), "endnote", "Til sidst"),
    (paragraph(run("skjult", "<w:vanish/>")), "hidden text", "skjult"),
    (paragraph("<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + paragraph(run("I VML"))
               + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"), "text box", "I VML"),
    (NESTED, "nested table", "inderst"),
])  # fmt: skip
def test_what_a_document_cannot_hold_is_told_with_its_words_and_its_place(
        xml: str, what: str, text: str) -> None:
    note = '<w:footnotes><w:footnote w:id="2">' + paragraph(run("En note")) + "</w:footnote></w:footnotes>"
    end = '<w:endnotes><w:endnote w:id="2">' + paragraph(run("Til sidst")) + "</w:endnote></w:endnotes>"
    heading = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' + run("Formål") + "</w:p>"
    found = read(heading + paragraph(run("Ord ved siden af.")) + xml, footnotes=note, endnotes=end)
    (told,) = found.told
    assert (told.what, told.text, told.heading, told.around) == (what, text, "Formål", "Ord ved siden af.")


COMMENTS = (
    f'<w:comments><w:comment {BY.replace("7", "1")}><w:p w14:paraId="A1">' + run("Er det rigtigt?") + "</w:p>"
    '</w:comment><w:comment w:id="2" w:author="Ane"><w:p w14:paraId="A2">' + run("Ja") + "</w:p></w:comment>"
    "</w:comments>")  # fmt: skip
EXTENDED = ('<w15:commentsEx><w15:commentEx w15:paraId="A1" w15:done="1"/>'
            '<w15:commentEx w15:paraId="A2" w15:paraIdParent="A1"/></w15:commentsEx>')  # fmt: skip


def test_a_comment_is_read_with_its_words_its_place_and_what_it_answers() -> None:
    body = paragraph(run("Der er ") + '<w:commentRangeStart w:id="1"/>' + run("14 huse")
                     + '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>')
    first, second = read(body, comments=COMMENTS, commentsExtended=EXTENDED).comments
    assert (first.author, first.date, first.text) == ("Bo", "2026-05-01T10:00:00Z", "Er det rigtigt?")
    assert (first.words, first.start, first.end) == ("14 huse", Spot(1, 7), Spot(1, 14))
    assert (first.resolved, second.answers, second.text, second.start) == (True, 0, "Ja", first.start)


def test_a_cell_knows_its_place_and_a_table_its_spans() -> None:
    body = ('<w:tbl><w:tblGrid><w:gridCol w:w="10"/><w:gridCol w:w="20"/><w:gridCol w:w="30"/></w:tblGrid>'
            '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + paragraph(run("a")) + "</w:tc><w:tc>"
            '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + paragraph(run("b")) + "</w:tc></w:tr>"
            "<w:tr><w:tc>" + paragraph(run("c")) + "</w:tc><w:tc>" + paragraph(run("d"))
            + "</w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>")
    found = read(body)
    (table,) = found.document.blocks
    assert isinstance(table, Table)
    spans = [[(cell.colspan, cell.rowspan) for cell in row.cells] for row in table.rows]
    assert (spans, table.columns) == ([[(2, 1), (1, 2)], [(1, 1), (1, 1)]], (10, 20, 30))
    places = [found.seen(block) for block in walk(table.rows[1].cells[1].blocks)]
    assert [one.place for one in places if one] == [TablePlace(1, 2, 2)]


def test_a_file_that_names_its_parts_otherwise_and_is_strict_is_read_alike() -> None:
    files = unpacked(docx(paragraph(run("ordene"))))
    strict = [(name, data.replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                                  b"http://purl.oclc.org/ooxml/wordprocessingml/main"))
              for name, data in files.items()]
    assert text_of(read_document(packed(dict(strict))).document) == "ordene"
