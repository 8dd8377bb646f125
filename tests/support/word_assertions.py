"""What every .docx that the program writes must be: valid beyond what checkers see, and accessible.

`assert_valid(data)` is for whole documents; each of its parts says one thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from tests.support.package_reading import CORE, Docx, R, W, text, val

ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr "
           "shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN "
           "bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc "
           "textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow "
           "emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs "
           "highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath "
           "rPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign "
            "hideMark headers cellIns cellDel cellMerge tcPrChange",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
             "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription "
             "tblPrChange",
    # The schema lets a row's properties stand in any order, but for the revisions at the end.
    "trPr": "cantSplit trHeight tblHeader ins del trPrChange",
}
_TYPED_BULLET = re.compile(r"^\s*([-–•*·▪]|\d+[.)])\s")


def assert_valid(data: bytes) -> None:
    """Fails with a sentence unless the .docx is whole, ordered and accessible."""
    docx = Docx(data)
    for check in (package_is_whole, bookmarks_are_paired, fields_are_complete, cells_end_in_a_paragraph,
                  deletions_hold_no_text, properties_are_in_order, grids_fit_their_rows, lists_are_defined,
                  styles_exist, language_and_title_are_told, headings_step_by_one, tables_can_be_read_aloud,
                  pictures_are_described, no_paragraph_is_a_spacer, nothing_imitates_structure,
                  contrast_is_enough, revisions_have_their_own_ids):
        check(docx)


def package_is_whole(docx: Docx) -> None:
    assert docx.names[0] == "[Content_Types].xml"
    assert len(set(docx.names)) == len(docx.names), "a part stands twice"
    overrides = docx.overrides()
    reached = {"[Content_Types].xml", "_rels/.rels"}
    sources = [""]
    while sources:
        source = sources.pop()
        for kind, target, outside in docx.relations(source).values():
            if outside or target in reached:
                continue
            assert target in docx.bytes, f"{source or 'the package'} points to {target}, which is not there"
            assert f"/{target}" in overrides, f"{target} has no content type"
            assert not kind.endswith(("/thumbnail", "/stylesWithEffects")), f"{target} is no use"
            reached.add(target)
            sources.append(target)
    lost = {name for name in docx.names if name not in reached and not name.endswith(".rels")}
    assert not lost, f"nothing points to {lost}"
    known = docx.relations("word/document.xml")
    for element in docx.document.iter():
        for ident in (element.get(f"{R}id"), element.get(f"{R}embed")):
            assert ident is None or ident in known, f"{element.tag} names the relation {ident}"


def bookmarks_are_paired(docx: Docx) -> None:
    starts = list(docx.body.iter(f"{W}bookmarkStart"))
    idents = [start.get(f"{W}id") for start in starts]
    names = [start.get(f"{W}name") for start in starts]
    ends = [end.get(f"{W}id") for end in docx.body.iter(f"{W}bookmarkEnd")]
    assert len(set(names)) == len(names), "two bookmarks have one name"
    assert len(set(idents)) == len(idents), "two bookmarks have one id"
    assert sorted(idents) == sorted(ends), "a bookmark does not begin and end once"


def fields_are_complete(docx: Docx) -> None:
    for root in (docx.body, *docx.margins()):
        state, shown = "", ""
        for element in root.iter(f"{W}fldChar", f"{W}t"):
            if element.tag == f"{W}t":
                shown += element.text or ""
                continue
            step = element.get(f"{W}fldCharType")
            wanted = {"begin": "", "separate": "begin", "end": "separate"}[step]
            assert state == wanted, f"a field's {step} comes after '{state}'"
            assert step != "end" or element.getparent().getprevious().find(f"{W}t") is not None, \
                "a field shows nothing"
            state = "" if step == "end" else step
        assert not state, "a field does not end"


def cells_end_in_a_paragraph(docx: Docx) -> None:
    for cell in docx.body.iter(f"{W}tc"):
        assert cell[-1].tag == f"{W}p", "a cell does not end in a paragraph"


def deletions_hold_no_text(docx: Docx) -> None:
    assert not list(docx.body.iterfind(f".//{W}del//{W}t")), "a deletion holds w:t instead of w:delText"


def properties_are_in_order(docx: Docx) -> None:
    for root in (docx.document, docx.styles, *docx.margins()):
        for name, order in ORDERS.items():
            places = {f"{W}{child}": place for place, child in enumerate(order.split())}
            for element in root.iter(f"{W}{name}"):
                found = [places[child.tag] for child in element]
                assert found == sorted(set(found)), f"{name}: {[child.tag for child in element]}"


def grids_fit_their_rows(docx: Docx) -> None:
    for table in docx.body.iter(f"{W}tbl"):
        widths = [int(column.get(f"{W}w")) for column in table.findall(f"{W}tblGrid/{W}gridCol")]
        for row in table.findall(f"{W}tr"):
            column = 0
            for cell in row.findall(f"{W}tc"):
                span = int(val(cell, "tcPr/gridSpan") or 1)
                wide = int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w"))
                assert wide == sum(widths[column:column + span]), "a cell is not as wide as its columns"
                column += span
            assert column == len(widths), f"a row fills {column} of {len(widths)} columns"


def lists_are_defined(docx: Docx) -> None:
    numbering = docx.part("word/numbering.xml")
    numbers = [num.get(f"{W}numId") for num in numbering.findall(f"{W}num")]
    assert len(set(numbers)) == len(numbers)
    for number in docx.body.iter(f"{W}numId"):
        assert number.get(f"{W}val") in numbers, "a list is not defined"
        paragraph = number.getparent().getparent().getparent()
        assert val(paragraph, "pPr/pStyle"), "a list without a list style"


def styles_exist(docx: Docx) -> None:
    known = {style.get(f"{W}styleId") for style in docx.styles.iter(f"{W}style")}
    assert len(known) < 80, "the styles are not lean"
    for root in (docx.body, *docx.margins()):
        for use in root.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle"):
            assert use.get(f"{W}val") in known, f"no style {use.get(f'{W}val')}"


def language_and_title_are_told(docx: Docx) -> None:
    core = docx.part("docProps/core.xml")
    assert core.findtext("dc:title", namespaces=CORE), "no title"
    assert core.findtext("dc:language", namespaces=CORE) == "da-DK"
    assert val(docx.styles, "docDefaults/rPrDefault/rPr/lang") == "da-DK"
    assert val(docx.part("word/settings.xml"), "themeFontLang") == "da-DK"
    size = docx.body.find(f"{W}sectPr/{W}pgSz")
    assert sorted((size.get(f"{W}w"), size.get(f"{W}h"))) == ["11906", "16838"], "not A4"


def headings_step_by_one(docx: Docx) -> None:
    styles = [val(paragraph, "pPr/pStyle") for paragraph in docx.paragraphs]
    names = [docx.style_name(ident) for ident in styles if ident]
    levels = [int(name[-1]) for name in names if re.fullmatch(r"heading \d", name)]
    for before, after in zip([0, *levels], levels, strict=False):
        assert after <= before + 1, f"a heading of level {after} comes after level {before}"


def tables_can_be_read_aloud(docx: Docx) -> None:
    for table in docx.body.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        assert table.getparent().tag == f"{W}body", "a table stands inside a table"
        before = table.getprevious()
        assert before is None or before.tag != f"{W}tbl", "two tables stand together"
        assert len(rows) == 1 or rows[0].find(f"{W}trPr/{W}tblHeader") is not None, "no header row"
        assert val(table, "tblPr/tblCaption") or val(table, "tblPr/tblDescription"), "no text alternative"
        whole = [row for row in rows if row.find(f"{W}trPr/{W}cantSplit") is not None]
        assert all(row in whole or len(text(row)) > 250 for row in rows), "a short row may split"


def pictures_are_described(docx: Docx) -> None:
    for element in docx.document.iter():
        if str(element.tag).endswith("}docPr"):
            assert element.get("descr"), "a picture without a description"
        assert not str(element.tag).endswith("}anchor"), "a picture that is not in line"


def no_paragraph_is_a_spacer(docx: Docx) -> None:
    for paragraph in docx.body.findall(f"{W}p"):
        content = list(paragraph.iter(f"{W}t", f"{W}delText", f"{W}tab", f"{W}drawing", f"{W}instrText"))
        in_runs = [element for element in content if element.getparent().tag == f"{W}r"]
        assert in_runs, "an empty paragraph"


def nothing_imitates_structure(docx: Docx) -> None:
    for root in (docx.document, docx.styles, *docx.margins()):
        assert not list(root.iter(f"{W}pBdr")), "a paragraph border, which PDF leaves untagged"
    for paragraph in docx.paragraphs:
        listed = paragraph.find(f"{W}pPr/{W}numPr") is not None
        heading = docx.style_name(val(paragraph, "pPr/pStyle") or "").startswith("heading")
        # A date ('1.' and a non-breaking space) and a heading's number are no bullets.
        typed = _TYPED_BULLET.match(text(paragraph).replace("\u00a0", "_"))
        assert listed or heading or not typed, f"a typed bullet: {text(paragraph)[:40]}"


def contrast_is_enough(docx: Docx) -> None:
    for properties in docx.styles.iter(f"{W}rPr"):
        shade = properties.find(f"{W}shd")
        colour = val(properties, "color") or "000000"
        for ground in (_table_grounds(docx) if shade is None else [shade.get(f"{W}fill")]):
            assert contrast(colour, ground) >= 4.5, f"{colour} on {ground}"


def revisions_have_their_own_ids(docx: Docx) -> None:
    kinds = ("ins", "del", "moveFrom", "moveTo", "pPrChange", "moveFromRangeStart", "moveToRangeStart",
             "bookmarkStart")
    marks = [mark.get(f"{W}id") for mark in docx.document.iter(*[W + kind for kind in kinds])]
    assert len(set(marks)) == len(marks), "two revisions have one id"


def _table_grounds(docx: Docx) -> Sequence[str]:
    return ["FFFFFF", *(shade.get(f"{W}fill") for shade in docx.styles.iterfind(f".//{W}tcPr/{W}shd"))]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (hexadecimal) as WCAG 2.1 reckons it, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[place:place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return float(sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True)))


def light_findings(path: Any) -> list[str]:
    """What the three light checkers call an error in the file."""
    import docx
    from docx_plus.lint import lint
    from ooxml_integrity import ERROR, check
    from openxml_audit import FileFormat, OpenXmlValidator

    audit = OpenXmlValidator(FileFormat.MICROSOFT_365).validate(path)
    integrity = [finding for finding in check(path) if finding.severity == ERROR]
    style = [finding for finding in lint(docx.Document(str(path))) if finding.severity == "error"]
    return [
        *(f"openxml-audit: {error}" for error in audit.errors),
        *(f"ooxml-integrity: {finding}" for finding in integrity),
        *(f"docx-plus: {finding}" for finding in style),
    ]
