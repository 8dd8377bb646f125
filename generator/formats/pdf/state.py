"""State of one setting: the looks used, the faults met, the room owed between blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from msgspec import Struct, field

from generator.base.findings import Code, Finding, Place, Rejected
from generator.base.values import replace
from generator.document.model import Mark, Origin
from generator.formats.fonts import SHIPPED
from generator.formats.pdf.look.look import Look
from generator.formats.pdf.look.values import ParagraphLook, TableLook, TextLook
from generator.formats.pdf.source import call, color, dictionary, joined, length, literal, sequence
from generator.formats.pdf.typefaces import Typeface, Typefaces
from generator.formats.word.reference import styles

CONTENTS = "TOC"
"""Name that a PDF has for a list of contents, among those that it has for the numbers of lists."""
T = TypeVar("T")
_NO_FACE = Typeface("", 1.0, 0.25)


class TableTags(Struct, frozen=True):
    """The structure of one table that the compiler knows nothing of: its description, and its row headers.

    `headers` tells of each cell of each row if it is a header.
    """

    description: str
    headers: tuple[tuple[bool, ...], ...]


class Setting(Struct):
    """One setting of one document. `above` is the room that the last block has below it.

    `tables`, `lists` and `marked` are told to the structure of the PDF in reading order. `lists` has the
    name for the numbers of each, `marked` what is said of each text that a revision touched.
    """

    look: Look
    typefaces: Typefaces
    mark: Mark | None = None
    origin: Origin | None = None
    level: int = 0
    owed: float = 0.0
    last_style: str = ""
    after_table: bool = False
    new_page: bool = False
    begun: bool = False
    number: int | None = None
    findings: list[Finding] = field(default_factory=list)
    tables: list[TableTags] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    marked: list[str] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    faces: dict[str, Typeface] = field(default_factory=dict)

    def paragraph(self, name: str) -> ParagraphLook:
        """The look of the paragraph style; of running text where there is none of that name."""
        found = self.look.paragraphs.get(name)
        if found is None:
            self._unknown(name, styles.PARAGRAPH, self.look.paragraphs)
            return self.look.paragraphs[styles.BODY]
        return found

    def character(self, name: str) -> TextLook:
        """The look of the character style; that of nothing where there is none of that name."""
        found = self.look.characters.get(name)
        if found is None:
            self._unknown(name, styles.CHARACTER, self.look.characters)
            return TextLook()
        return found

    def table(self, name: str) -> TableLook | None:
        """The look of the table style; None where there is none of that name."""
        found = self.look.tables.get(name)
        if found is None:
            self._unknown(name, styles.TABLE, self.look.tables)
        return found

    def text(self, look: TextLook, style: str) -> dict[str, str]:
        """The arguments of typst's `text` for what the look says."""
        given = {}
        if look.font:
            given["font"] = self._fonts(look.font, style)
        if look.size:
            given["size"] = length(look.size)
        if look.bold is not None:
            given["weight"] = literal("bold" if look.bold else "regular")
        if look.italic is not None:
            given["style"] = literal("italic" if look.italic else "normal")
        if look.color:
            given["fill"] = color(look.color)
        if look.tracking is not None:
            given["tracking"] = length(look.tracking)
        return given

    def named(self, look: ParagraphLook) -> str:
        """The name that the source has for the look of a paragraph; it is defined there once."""
        face = self.face(look.text.font, look.style)
        solid = face.ascent + face.descent
        top = length(look.line - face.descent * (look.text.size or 10)) if look.exact else (
            f"{look.line * solid - face.descent:.4f}em")
        text = {**self.text(replace(look.text, size=look.text.size or 10), look.style),
                "top-edge": top, "bottom-edge": f"{-face.descent:.4f}em"}
        paragraph = {}
        if look.first:
            paragraph["hanging-indent" if look.first < 0 else "first-line-indent"] = (
                length(-look.first) if look.first < 0 else f"(amount: {length(look.first)}, all: true)")
        if look.align == "justify":
            paragraph["justify"] = "true"
        inset = {"left": length(look.left + min(0.0, look.first)), "right": length(look.right)}
        code = dictionary({
            "text": dictionary(text), "par": dictionary(paragraph), "inset": dictionary(inset),
            "align": look.align if look.align in ("right", "center") else "left",
            "whole": str(look.keep_lines).lower(), "fill": color(look.fill) if look.fill else "none",
            "line": length(look.line if look.exact else look.line * solid * (look.text.size or 10))})
        return self.names.setdefault(code, f"s{len(self.names)}")

    def face(self, font: str, style: str) -> Typeface:
        """The typeface that stands for the font of a style; what there is to tell of it is noted once."""
        known = self.faces.get(font)
        if known is None:
            face, finding = self.typefaces.of(font, style, Place(str(self.look.reference.path)))
            if finding:
                self.findings.append(finding)
            known = self.faces[font] = face or _NO_FACE
        return known

    def _fonts(self, font: str, style: str) -> str:
        """The family that stands for a font, and the shipped ones for characters that it lacks."""
        family = self.face(font, style).family
        return sequence([literal(name) for name in dict.fromkeys((family, *SHIPPED)) if name])

    def room(self, look: ParagraphLook) -> float:
        """The room above the next paragraph, in points: the larger of what it and the last block ask for."""
        same = self.last_style == look.style
        before = 0.0 if same and look.contextual else look.before
        if self.after_table and not before and not self.new_page:
            before = self.paragraph(styles.CAPTION).before
        return max(0.0 if same and look.contextual else self.owed, before)

    def passed(self, look: ParagraphLook) -> None:
        """Note that a paragraph of this look has been set."""
        self.owed, self.last_style, self.after_table, self.new_page = look.after, look.style, False, False
        self.begun = True

    def under(self, mark: Mark | None, write: Callable[[], T]) -> T:
        """The result of `write`, all that it sets with the mark."""
        until_now, self.mark = self.mark, self.mark or mark
        written = write()
        self.mark = until_now
        return written

    def apart(self, write: Callable[[], T]) -> tuple[T, float]:
        """The result of `write` in a room of its own, such as a cell, and what is owed at the end of that."""
        until_now = self.owed, self.last_style, self.after_table, self.new_page, self.begun
        self.owed, self.last_style, self.after_table, self.new_page, self.begun = 0.0, "", False, False, True
        written, owed = write(), self.owed
        self.owed, self.last_style, self.after_table, self.new_page, self.begun = until_now
        return written, owed

    def complain(self, code: Code, message: str, hint: str) -> None:
        """Note a finding at the place of the block that is being set."""
        self.findings.append(Finding(code, message, hint, self.place()))

    def place(self) -> Place:
        """Place in the templates that the present block comes from, else the reference document."""
        if self.origin:
            return Place(self.origin.template, self.origin.line, 1)
        return Place(str(self.look.reference.path))

    def raise_errors(self) -> None:
        """Raise Rejected where anything that was met is an error."""
        if any(finding.is_error for finding in self.findings):
            raise Rejected(self.findings)

    def _unknown(self, name: str, kind: str, known: Iterable[str]) -> None:
        finding = styles.unknown(name, kind, known, self.look.reference.path.name, self.place())
        if finding not in self.findings:
            self.findings.append(finding)


def paragraph(setting: Setting, look: ParagraphLook, content: str, *, sticky: bool = False,
              above: float | None = None, made_by: tuple[str, ...] = ("p",)) -> str:
    """The code of a paragraph with the room that is owed above it, unless that is given.

    `made_by` is the function that makes it, and the arguments that it takes before the others.
    """
    room = setting.room(look) if above is None else above
    first = "" if setting.begun else f"v({length(room)}); "  # which typst takes away at the top of a page
    setting.passed(look)
    keep = {"sticky": "true"} if sticky or look.keep_next else {}
    if not content:
        return f"v({length(room)}, weak: true); e({setting.named(look)})"
    spot = f"spot({setting.number})" if setting.number is not None else "none"
    return first + call(*made_by, setting.named(look), length(room), joined([spot, content, spot]), **keep)
