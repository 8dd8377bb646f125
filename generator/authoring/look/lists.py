"""The lists of a template: its own where the writer can use them, else ours in its colours."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from generator.authoring.look.names import W, drop, put, value

_BULLET = "bullet"


class Lists:
    """The `w:numbering` of a template, which takes over the lists of ours that it lacks."""

    def __init__(self, root: Any, ours: Any, paint: Callable[[Any], None]) -> None:
        self.root, self._ours, self._paint = root, ours, paint
        self._added: dict[str, str] = {}
        drop(root, "numPicBullet", "lvlPicBulletId")

    def serves(self, number: str, ours: str) -> bool:
        """Tell if the list can stand for that one of ours: it is there, and has bullets where ours has."""
        levels = _levels(self.root, number)
        return bool(levels) and _is_bullet(levels) == _is_bullet(_levels(self._ours, ours))

    def deepen(self, number: str, ours: str) -> None:
        """Give a list the deeper levels that ours has, as far in as its first one says."""
        levels, known = _levels(self.root, number), _levels(self._ours, ours)
        further = _indent(levels[0]) - _indent(known[0])
        for level in known[len(levels):]:
            copy = self._copied(level)
            indent = put(copy.find(f"{W}pPr"), "ind")
            indent.set(f"{W}left", str(max(0, _indent(level) + further)))
            levels[-1].addnext(copy)
            levels.append(copy)
        kind = levels[0].getparent().find(f"{W}multiLevelType")
        if kind is not None and len(levels) > 1 and kind.get(f"{W}val") == "singleLevel":
            kind.set(f"{W}val", "hybridMultilevel")

    def take(self, number: str) -> str:
        """Take over a list of ours; returns the number that it has here."""
        if number not in self._added:
            definition = self._copied(_definition(self._ours, number))
            drop(definition, "nsid", "tmpl")
            ident = self._free("abstractNum", "abstractNumId")
            definition.set(f"{W}abstractNumId", ident)
            nums = self.root.findall(f"{W}num")
            self._insert(definition, nums[0] if nums else None)
            num = self.root.makeelement(f"{W}num", {f"{W}numId": self._free("num", "numId")})
            num.append(num.makeelement(f"{W}abstractNumId", {f"{W}val": ident}))
            self._insert(num, self.root.find(f"{W}numIdMacAtCleanup"))
            self._added[number] = num.get(f"{W}numId")
        return self._added[number]

    def name_styles(self, ids: Callable[[str], str]) -> None:
        """Give the lists that were taken over the ids that their styles have here."""
        for number in self._added.values():
            for level in _levels(self.root, number):
                for style in level.findall(f"{W}pStyle"):
                    style.set(f"{W}val", ids(style.get(f"{W}val")))

    def _copied(self, element: Any) -> Any:
        copy = deepcopy(element)
        copy.tail = None
        self._paint(copy)
        return copy

    def _insert(self, element: Any, before: Any | None) -> None:
        if before is None:
            self.root.append(element)
        else:
            before.addprevious(element)

    def _free(self, tag: str, of: str) -> str:
        return str(1 + max((int(one.get(f"{W}{of}", 0)) for one in self.root.findall(W + tag)), default=0))


def _definition(root: Any, number: str) -> Any | None:
    num = root.find(f"{W}num[@{W}numId='{number}']")
    ident = "" if num is None else value(num, "abstractNumId")
    return root.find(f"{W}abstractNum[@{W}abstractNumId='{ident}']")


def _levels(root: Any, number: str) -> list[Any]:
    definition = _definition(root, number)
    return [] if definition is None else list(definition.findall(f"{W}lvl"))


def _is_bullet(levels: list[Any]) -> bool:
    return bool(levels) and value(levels[0], "numFmt") == _BULLET


def _indent(level: Any) -> int:
    return int(value(level, "pPr/ind", "left") or value(level, "pPr/ind", "start") or 0)
