"""Word templates that are hard to read: nothing but defaults, Danish names of styles, macros and the like."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.support.municipality import MACROS, TEMPLATE, as_template, municipality, saved, with_part

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument"
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATED = f'xmlns:r="{_OFFICE}"'
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme>'
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>'
    '<a:dk2><a:srgbClr val="1B4332"/></a:dk2><a:accent1><a:srgbClr val="F2B705"/></a:accent1>'
    '<a:hlink><a:srgbClr val="00AAFF"/></a:hlink></a:clrScheme><a:fontScheme><a:majorFont>'
    '<a:latin typeface="Merriweather"/></a:majorFont><a:minorFont><a:latin typeface="Open Sans"/>'
    "</a:minorFont></a:fontScheme></a:themeElements></a:theme>"
)
DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    '<w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
)
DANISH = {"Heading 1": "Overskrift 1", "Title": "Titel", "List Bullet": "Opstilling – punkttegn"}


def minimal(styles: str = DEFAULTS, section: str = '<w:pgSz w:w="12240" w:h="15840"/>') -> bytes:
    """A .dotx of as few parts as Word opens: defaults, a theme, a page, and no style, header or list."""
    types = "".join((
        _type("Default", 'Extension="xml"', "application/xml"),
        _type("Default", 'Extension="rels"', "application/vnd.openxmlformats-package.relationships+xml"),
        _type("Override", 'PartName="/word/document.xml"', TEMPLATE),
        _type("Override", 'PartName="/word/styles.xml"', f"{_TYPE}.wordprocessingml.styles+xml"),
        _type("Override", 'PartName="/word/theme.xml"', f"{_TYPE}.theme+xml")))
    body = f"<w:body><w:sectPr>{section}</w:sectPr></w:body>"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">{types}</Types>',
        "_rels/.rels": _relations(("officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {_WORD} {_RELATED}>{body}</w:document>",
        "word/_rels/document.xml.rels": _relations(("styles", "styles.xml"), ("theme", "theme.xml")),
        "word/styles.xml": f"<w:styles {_WORD}>{styles}</w:styles>",
        "word/theme.xml": THEME,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def danish() -> bytes:
    """A template whose styles have the names that a Danish Word shows, as other programs save them."""
    document = municipality()
    for english, name in DANISH.items():
        style = document.styles[english].element
        style.name_val = name
        style.styleId = name.replace(" ", "").replace("–", "")
        style.customStyle = True
    return as_template(saved(document))


def burdened() -> bytes:
    """A .dotm with all that a journal system puts into a template."""
    def controlled(document: Any) -> None:
        header = document.sections[0].header
        for words in (" MERGEFIELD Modtager ", " DOCVARIABLE Sagsnr ", ' DATE \\@ "d. MMMM" ', " TITLE "):
            header.paragraphs[0]._p.append(_simple(words))
        bound = '<w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:subject[1]"/><w:showingPlcHdr/>'
        header._element.append(_control(f"<w:sdtPr>{bound}</w:sdtPr>", "[Emne]"))
        header._element.append(_control("", "Teknik og Miljø"))
        document.add_paragraph("Kære Modtager")
        settings = document.settings.element
        for tag in ("docVars", "mailMerge", "attachedTemplate"):
            settings.append(parse_xml(f'<w:{tag} {nsdecls("w", "r")} r:id="rIdT"/>'))

    data = as_template(saved(municipality(controlled)), MACROS)
    data = with_part(data, "word/_rels/settings.xml.rels", lambda _: _relations(
        ("attachedTemplate", "file:///F:/skabeloner/Brev.dotm"), mode=' TargetMode="External"').encode())
    for name in ("word/vbaProject.bin", "word/glossary/document.xml", "customUI/customUI14.xml"):
        data = with_part(data, name, lambda _: b"<x/>")
    return data


def _simple(words: str) -> Any:
    quoted = words.replace('"', "&quot;")
    shown = "<w:r><w:t>«gammelt»</w:t></w:r>"
    return parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{quoted}">{shown}</w:fldSimple>')


def _control(properties: str, words: str) -> Any:
    content = f"<w:sdtContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:sdtContent>"
    return parse_xml(f'<w:sdt {nsdecls("w")}>{properties}{content}</w:sdt>')


def _type(tag: str, what: str, kind: str) -> str:
    return f'<{tag} {what} ContentType="{kind}"/>'


def _relations(*related: tuple[str, str], mode: str = "") -> str:
    lines = (f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>'
             for number, (kind, target) in enumerate(related, 1))
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(lines)}</Relationships>'
