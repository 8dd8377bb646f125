"""The reference document: the look of every document, read once from reference.docx and then kept.

Its body is ignored; its styles, lists, page, header, footer, fonts and theme are taken over. Word's
built-in styles are known by their English names, also in a file that a Danish Word has saved.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from generator.base import cache
from generator.base.border import files
from generator.base.findings import Finding, Place, Rejected
from generator.base.language import say
from generator.base.values import replace
from generator.formats.text_styles import TextStyles
from generator.formats.word.package.parts import PackagePart, Relation, carried_parts
from generator.formats.word.reference import headers, page, styles, text_styles
from generator.formats.word.reference.lists import Listings
from generator.formats.word.reference.margins import read_margins, unmarked
from generator.formats.word.reference.sound import (
    NAMED,
    SECTION,
    how_to_mend,
    look_at_parts,
    reading,
    unreadable,
)
from generator.formats.word.reference.tabs import Stops

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_WORD = "generator.formats.word"
_MADE_BY = ("generator.formats", _WORD, f"{_WORD}.package", f"{_WORD}.reference", "docx", "lxml")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Reference(Struct, frozen=True):
    """All that is taken over from reference.docx.

    `style_ids` maps a kind (paragraph, character, table) to ids by English name; `space_before` tells
    the twips above a paragraph of a style, by name; `text` is how the styles set text; `parts` go unchanged
    into every document; `uneven` says that even pages have a header of their own; `findings` are warnings
    about it.
    """

    path: Path
    style_ids: Mapping[str, Mapping[str, str]]
    space_before: Mapping[str, int]
    text: TextStyles
    page: page.Page
    listings: Listings
    margins: tuple[tuple[PackagePart, headers.Margin], ...]
    parts: tuple[PackagePart, ...]
    relations: tuple[Relation, ...]
    uneven: bool
    findings: tuple[Finding, ...] = ()

    @classmethod
    def open(cls, path: Path) -> Reference:
        """Read the file; raises Rejected where it is not a .docx or lacks a style that is needed.

        The result for the same bytes is kept: see `generator.base.cache`.
        """
        import pickle

        data = _bytes(path)
        name = cache.name("reference", _MADE_BY, data)
        known = cache.read(name)
        if known:
            found: Reference = pickle.loads(known)
        else:
            found = cls.read(path, data)
            cache.write(name, pickle.dumps(replace(found, path=Path())))
        told = tuple(replace(finding, place=Place(str(path))) for finding in found.findings)
        return replace(found, path=path, findings=told)

    @classmethod
    def read(cls, path: Path, data: bytes) -> Reference:
        """The look that the bytes of a file hold, the path being what messages call it. Raises Rejected."""
        look_at_parts(path, data)
        document = _opened(path, data)
        with reading("word/styles.xml", path):
            found = _styles(document)
        ids = {kind: {name: style.style_id for name, style in of.items()} for kind, of in found.items()}
        lacking = [styles.missing(name, kind, ids[kind], str(path))
                   for name, kind in styles.NEEDED if name not in ids[kind]]
        if lacking:
            raise Rejected(lacking)
        with reading("word/styles.xml", path):
            spaces, numbers = _spaces(found[styles.PARAGRAPH]), _list_numbers(found[styles.PARAGRAPH])
        with reading("word/numbering.xml", path):
            listings = Listings.read(_numbering(document, path), numbers, path)
        with reading("word/styles.xml", path):
            text = text_styles.read(document, found, listings)
        with reading("word/settings.xml", path):
            uneven = bool(document.settings.odd_and_even_pages_header_footer)
        with reading(SECTION, path):
            room = page.read(document, uneven)
        with reading(NAMED, path):
            parts, relations = carried_parts(document)
        stops = Stops.of(document.styles.element, room.width)
        margins, findings = read_margins(parts, ids[styles.PARAGRAPH][styles.DRAFT_MARK], stops, path)
        findings += unmarked(room, relations, margins, path)
        others = tuple(part for part in parts if not part.is_margin)
        return cls(path, ids, spaces, text, room, listings, margins, others, relations, uneven,
                   tuple(findings))

    def style_id(self, name: str, kind: str) -> str:
        """The id of the style with this English name; raises Rejected where there is none."""
        known = self.style_ids[kind]
        if name not in known:
            raise Rejected([styles.unknown(name, kind, known, self.path.name, Place(str(self.path)))])
        return known[name]


def _bytes(path: Path) -> bytes:
    try:
        return files.read(path)
    except FileNotFoundError as error:
        raise Rejected([unreadable(path, say("the reference document does not exist"),
                                   say("put it back, or make one: `aftale look FILE`"))]) from error
    except OSError as error:
        message = say("the reference document cannot be read: {reason}", reason=files.reason(error))
        hint = files.hint(error, say("close it in Word, and see who may read it"))
        raise Rejected([unreadable(path, message, hint)]) from error


def _opened(path: Path, data: bytes) -> WordDocument:
    import docx

    try:
        return docx.Document(io.BytesIO(data))
    except Exception as error:  # python-docx lets through whatever it stumbles over: a part that is not there
        message = say("the reference document cannot be read as a .docx: {error}", error=f"`{error}`")
        raise Rejected([unreadable(path, message)]) from error


def _styles(document: WordDocument) -> dict[str, dict[str, Any]]:
    from docx.enum.style import WD_STYLE_TYPE

    kinds = {WD_STYLE_TYPE.PARAGRAPH: styles.PARAGRAPH, WD_STYLE_TYPE.CHARACTER: styles.CHARACTER,
             WD_STYLE_TYPE.TABLE: styles.TABLE}
    found: dict[str, dict[str, Any]] = {kind: {} for kind in kinds.values()}
    for style in document.styles:
        if style.type in kinds and style.name:
            found[kinds[style.type]][style.name] = style
    return found


def _spaces(paragraph_styles: Mapping[str, Any]) -> dict[str, int]:
    return {name: _space(style) for name, style in paragraph_styles.items()}


def _space(style: Any) -> int:
    """The space above, from the nearest style in the chain that says; a chain may not be a ring."""
    seen = set()
    while style is not None and style.style_id not in seen:
        seen.add(style.style_id)
        space = style.paragraph_format.space_before
        if space is not None:
            return int(space.twips)
        style = style.base_style
    return 0


def _list_numbers(paragraph_styles: Mapping[str, Any]) -> dict[str, str]:
    """The numId that each list style names."""
    numbers = {}
    for name in (styles.LIST_BULLET, styles.LIST_NUMBER, styles.CELL_BULLET, styles.CELL_NUMBER):
        number = paragraph_styles[name].element.find(f"{_W}pPr/{_W}numPr/{_W}numId")
        numbers[name] = "" if number is None else number.get(f"{_W}val")
    return numbers


def _numbering(document: WordDocument, path: Path) -> Any:
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/numbering"):
            return relation.target_part.element
    message = say("the reference document has no word/numbering.xml, where lists are defined")
    raise Rejected([unreadable(path, message, how_to_mend("word/numbering.xml"))])
