"""Reading a PDF in a test: its structure, and the text of each element as a screen reader gets it."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import pikepdf

_PAIR = re.compile(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_RANGE = re.compile(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_MAPS = re.compile(r"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)


class Element:
    """An element of the structure: its kind (`P`, `TH`), its attributes, what is in it."""

    def __init__(self, raw: Any, pdf: Pdf) -> None:
        self.raw, self.pdf = raw, pdf
        self.kind = str(raw.S).removeprefix("/")

    @property
    def kids(self) -> list[Element]:
        return [Element(kid, self.pdf) for kid in _list(self.raw.get("/K")) if _is_element(kid)]

    def below(self) -> Iterator[Element]:
        """The elements in it, each before what it holds."""
        for kid in self.kids:
            yield kid
            yield from kid.below()

    def all(self, kind: str) -> list[Element]:
        return [element for element in self.below() if element.kind == kind]

    def attribute(self, name: str) -> str:
        """The attribute of that name, whoever owns it; nothing where there is none."""
        found = [group[f"/{name}"] for group in _list(self.raw.get("/A")) if f"/{name}" in group]
        return str(found[0]) if found else ""

    @property
    def text(self) -> str:
        """All text in it, in reading order; typst leaves out the space at the end of a line."""
        return "".join(self._texts(None))

    def _texts(self, page: Any) -> Iterator[str]:
        page = self.raw.get("/Pg", page)
        for kid in _list(self.raw.get("/K")):
            if _is_element(kid):
                yield from Element(kid, self.pdf)._texts(page)
            elif isinstance(kid, int):
                yield self.pdf.marked(page)[kid]
            elif "/MCID" in kid:
                yield self.pdf.marked(kid.get("/Pg", page))[int(kid.MCID)]


class Pdf:
    """A PDF opened once: `pdf.document` is the root of its structure."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(data))
        self._marked: dict[tuple[int, int], dict[int, str]] = {}

    @cached_property
    def document(self) -> Element:
        (root,) = _list(self.pdf.Root.StructTreeRoot.K)
        return Element(root, self)

    @property
    def bookmarks(self) -> list[str]:
        """The titles of the outline, each before those under it."""
        with self.pdf.open_outline() as outline:
            return list(_titles(outline.root))

    @property
    def fonts(self) -> set[str]:
        """The fonts of all pages, without the letters that tell a part of a font from the whole."""
        return {str(font.BaseFont).rpartition("+")[2] for page in self.pdf.pages
                for font in page.resources.get("/Font", {}).values()}  # fmt: skip

    @property
    def artifacts(self) -> list[str]:
        """The texts of each page that are no part of the document."""
        return ["".join(_texts(page, artifacts=True)[-1]) for page in self.pdf.pages]

    def shown(self, number: int) -> str:
        """All text of the page with that number, from 1, in the order in which it is drawn."""
        return "".join("".join(parts) for parts in _texts(self.pdf.pages[number - 1]).values())

    def marked(self, page: Any) -> dict[int, str]:
        """The texts of the page by the number that marks them."""
        known = self._marked.get(page.objgen)
        if known is None:
            texts = _texts(pikepdf.Page(page))
            known = self._marked[page.objgen] = {number: "".join(parts) for number, parts in texts.items()}
        return known


def _titles(items: Any) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _titles(item.children)


def _texts(page: pikepdf.Page, artifacts: bool = False) -> dict[int, list[str]]:
    """The parts of the page's text by the number of the mark that they stand under; -1 for artifacts."""
    fonts = {name: _characters(font) for name, font in page.resources.get("/Font", {}).items()}
    texts: dict[int, list[str]] = defaultdict(list)
    under: list[int | None] = []
    said = font = ""
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        match operator := str(instruction.operator):
            case "BDC" | "BMC":
                about = operands[1] if len(operands) > 1 else {}
                mark = int(about["/MCID"]) if "/MCID" in about else under[-1] if under else None
                under.append(-1 if artifacts and str(operands[0]) == "/Artifact" else mark)
                if "/ActualText" in about:
                    said = str(about["/ActualText"])
                    texts[under[-1] if under[-1] is not None else -2].append(said)
            case "EMC":
                under.pop()
                said = ""
            case "Tf":
                font = str(operands[0])
            case "Tj" | "TJ" if not said and under and under[-1] is not None:
                shown = operands[0] if operator == "TJ" else [operands[0]]
                codes = b"".join(bytes(part) for part in shown if isinstance(part, pikepdf.String))
                texts[under[-1]].append("".join(
                    fonts[font].get(codes[at:at + 2], "\ufffd") for at in range(0, len(codes), 2)))
    return texts


def _characters(font: Any) -> dict[bytes, str]:
    """The characters of a font by their codes of two bytes."""
    found: dict[bytes, str] = {}
    for kind, body in _MAPS.findall(font.ToUnicode.read_bytes().decode()):
        if kind == "bfchar":
            found |= {bytes.fromhex(code): _utf16(text) for code, text in _PAIR.findall(body)}
        else:
            for first, last, text in _RANGE.findall(body):
                for step in range(int(last, 16) - int(first, 16) + 1):
                    start, code = _utf16(text), int(first, 16) + step
                    found[code.to_bytes(2, "big")] = start[:-1] + chr(ord(start[-1]) + step)
    return found


def _utf16(text: str) -> str:
    return bytes.fromhex(text).decode("utf-16-be")


def _list(found: Any) -> list[Any]:
    if found is None:
        return []
    return list(found) if isinstance(found, (pikepdf.Array, list)) else [found]


def _is_element(kid: Any) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and "/S" in kid
