"""Documents that are not ours, made of a body and of what stands beside it."""

from __future__ import annotations

from collections.abc import Mapping

from generator.formats.word import write
from tests.fuzz.damage import packed, unpacked
from tests.support.word_samples import document, p, reference

NAMES = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "v": "urn:schemas-microsoft-com:vml",
}.items())  # fmt: skip
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A .docx with this body in the look of ours; `parts` (`footnotes`, `comments`) by their kind."""
    files = unpacked(write(document(p("x")), reference()))
    files["word/document.xml"] = f"<w:document {NAMES}><w:body>{body}</w:body></w:document>".encode()
    relations = "word/_rels/document.xml.rels"
    for kind, xml in (parts or {}).items():
        is_new = f"word/{kind}.xml" not in files
        files[f"word/{kind}.xml"] = xml.replace(">", f" {NAMES}>", 1).encode()
        one = f'<Relationship Id="x{kind}" Type="{_KINDS}/{kind}" Target="{kind}.xml"/></Relationships>'
        if is_new:
            files[relations] = files[relations].replace(b"</Relationships>", one.encode())
    return packed(files)


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph in the body text's style with this XML in it."""
    return f'<w:p><w:pPr><w:pStyle w:val="BodyText"/>{properties}</w:pPr>{content}</w:p>'


def run(text: str, look: str = "") -> str:
    """A run with this text, in this look (`<w:b/>`)."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
