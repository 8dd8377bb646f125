"""The styles of a Word file: found by their English names; what each says with all that it is based on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.authoring.look.names import W, value

PARAGRAPH, CHARACTER, TABLE = "paragraph", "character", "table"
NORMAL = "Normal"
_DANISH = {
    "overskrift 1": "heading 1", "overskrift 2": "heading 2", "overskrift 3": "heading 3", "titel": "Title",
    "undertitel": "Subtitle", "brødtekst": "Body Text", "billedtekst": "caption", "sidehoved": "header",
    "sidefod": "footer", "opstilling - punkttegn": "List Bullet", "opstilling – punkttegn": "List Bullet",
    "opstilling - talopstilling": "List Number", "opstilling – talopstilling": "List Number",
    "punktopstilling": "List Bullet", "talopstilling": "List Number", "normal": NORMAL,
}  # fmt: skip
"""Names that a Danish Word shows for styles whose names it keeps in English; other programs keep these."""


class Sheet:
    """The `w:styles` of a Word file."""

    def __init__(self, root: Any) -> None:
        self.root = root
        self.by_id: dict[str, Any] = {}
        self._by_name: dict[tuple[str, str], Any] = {}
        for style in root.iter(f"{W}style"):
            self.note(style)

    def note(self, style: Any) -> None:
        """Know a style that is new among them, or has a new name."""
        self.by_id.setdefault(style.get(f"{W}styleId", ""), style)
        self._by_name.setdefault((kind_of(style), name_of(style).casefold()), style)

    def find(self, kind: str, name: str) -> Any | None:
        """The style of that kind with that English name."""
        return self._by_name.get((kind, name.casefold()))

    @property
    def normal(self) -> Any | None:
        """The style of paragraphs that name none."""
        return next((one for one in self.by_id.values() if kind_of(one) == PARAGRAPH
                     and one.get(f"{W}default") in ("1", "true", "on")), self.find(PARAGRAPH, NORMAL))

    def take_danish_names(self) -> list[tuple[str, str]]:
        """Give the styles with Danish names the English ones that Word knows them by; old and new names."""
        renamed = []
        for style in list(self.by_id.values()):
            old = name_of(style)
            english = _DANISH.get(old.casefold())
            is_free = english and self.find(kind_of(style), english) is None
            if english and is_free and old.casefold() != english.casefold():
                style.find(f"{W}name").set(f"{W}val", english)
                style.attrib.pop(f"{W}customStyle", None)
                self.note(style)
                renamed.append((old, english))
        return renamed

    def chain(self, style: Any) -> Iterator[Any]:
        """The style and those that it is based on; a chain may be no ring."""
        seen: set[str] = set()
        while style is not None and (ident := style.get(f"{W}styleId", "")) not in seen:
            seen.add(ident)
            yield style
            style = self.by_id.get(value(style, "basedOn"))

    def said(self, style: Any | None, path: str, of: str = "val") -> str:
        """Word that holds for a style at a path (`rPr/sz`): its own, that of its chain, or the default."""
        found = (value(one, path, of) for one in self.chain(style))
        return next((word for word in found if word), self.default(path, of))

    def nearest(self, style: Any | None, path: str) -> Any | None:
        """The element at the path in the style, its chain or the defaults."""
        steps = "/".join(W + step for step in path.split("/"))
        found = (one.find(steps) for one in (*self.chain(style), *self._defaults(path.split("/")[0])))
        return next((one for one in found if one is not None), None)

    def default(self, path: str, of: str = "val") -> str:
        """Word that holds at a path where no style says anything."""
        return next((value(one, path, of) for one in self._defaults(path.split("/")[0])), "")

    def _defaults(self, group: str) -> Iterator[Any]:
        found = self.root.find(f"{W}docDefaults/{W}{group}Default")
        if found is not None:
            yield found


def name_of(style: Any) -> str:
    """The name that the file has for the style, without its aliases."""
    return value(style, "name").split(",")[0]


def kind_of(style: Any) -> str:
    """Kind of the style: paragraph, character, table or numbering."""
    return str(style.get(f"{W}type", PARAGRAPH))
