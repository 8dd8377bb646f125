"""Lists: the reference document's own definitions, and a number of its own for every numbered list.

Word counts on from one list to the next unless each has its own `w:num` that starts over.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.base.findings import Finding, Place, Rejected
from generator.formats.word import codes
from generator.formats.word.reference.slots import append_slot, cut
from generator.formats.word.xml_text import DECLARATION

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Listing:
    """The list of one style: its `w:num`, what defines it, and how far in the text of each level stands."""

    number: int
    definition: int
    indents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Listings:
    """The lists by style name, the first free number, and the XML of numbering.xml before and after those."""

    by_style: Mapping[str, Listing]
    free: int
    before: str
    after: str

    @classmethod
    def read(cls, numbering: Any, numbers: Mapping[str, str], path: Path) -> Listings:
        """`numbering` is the `w:numbering` element, `numbers` the numId that each list style names.

        Raises Rejected where a list style has no list.
        """
        from lxml import etree

        root = etree.fromstring(etree.tostring(numbering))
        for unwanted in root.findall(f"{_W}numIdMacAtCleanup"):
            root.remove(unwanted)
        nums = {str(num.get(f"{_W}numId")): num for num in root.findall(f"{_W}num")}
        unlisted = [_unlisted(style, path) for style, number in numbers.items() if number not in nums]
        if unlisted:
            raise Rejected(unlisted)
        listings = {style: _listing(root, nums[number]) for style, number in numbers.items()}
        append_slot(root)
        before, _, after = cut(root)
        return cls(listings, 1 + max(map(int, nums)), DECLARATION + before, after)

    def numbering(self, numbered: list[tuple[int, int]]) -> str:
        """The whole of numbering.xml; `numbered` holds definition and level of each list that starts over."""
        nums = (f'<w:num w:numId="{self.free + position}"><w:abstractNumId w:val="{definition}"/>'
                f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
                for position, (definition, level) in enumerate(numbered))
        return f"{self.before}{''.join(nums)}{self.after}"


def _listing(root: Any, num: Any) -> Listing:
    definition = num.find(f"{_W}abstractNumId").get(f"{_W}val")
    abstract = next(found for found in root.findall(f"{_W}abstractNum")
                    if found.get(f"{_W}abstractNumId") == definition)
    indents = tuple(_indent(level) for level in abstract.findall(f"{_W}lvl"))
    return Listing(int(num.get(f"{_W}numId")), int(definition), indents)


def _indent(level: Any) -> int:
    indent = level.find(f"{_W}pPr/{_W}ind")
    return 0 if indent is None else int(indent.get(f"{_W}left") or indent.get(f"{_W}start") or 0)


def _unlisted(style: str, path: Path) -> Finding:
    return Finding(codes.STYLE_MISSING, f"the paragraph style '{style}' is in no list",
                   "give the style a bullet or a number in Word (Modify > Format > Numbering)",
                   Place(str(path)))
