"""Lists: the reference document's own definitions, and a number of its own for every numbered list.

Word counts on from one list to the next unless each has its own `w:num` that starts over. A list with letters
has a definition that the reference document lacks: that of its numbered list, with `a)` on every level.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from msgspec import Struct

from generator.base.findings import Finding, Place, Rejected
from generator.base.language import say
from generator.formats.word import codes
from generator.formats.word.reference.slots import append_slot, cut
from generator.formats.word.xml_text import DECLARATION

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# A bullet that is a picture is a part of its own, which no document of ours has.
_LEFT = (f"{_W}numIdMacAtCleanup", f"{_W}numPicBullet", f"{_W}lvlPicBulletId")
_LOOK = {f"{_W}lvlJc", f"{_W}pPr", f"{_W}rPr"}


class Listing(Struct, frozen=True):
    """The list of one style: its `w:num`, what defines it, and how far in the text of each level stands.

    `lettered` is the definition of the same list with letters.
    """

    number: int
    definition: int
    indents: tuple[int, ...]
    lettered: int


class Listings(Struct, frozen=True):
    """The lists by style name, the first free number, and the XML of numbering.xml before and after those.

    `before_with_letters` is the XML before them in a document that has lists with letters.
    """

    by_style: Mapping[str, Listing]
    free: int
    before: str
    before_with_letters: str
    after: str

    @classmethod
    def read(cls, numbering: Any, numbers: Mapping[str, str], path: Path) -> Listings:
        """`numbering` is the `w:numbering` element, `numbers` the numId that each list style names.

        Raises Rejected where a list style has no list.
        """
        from lxml import etree

        root: Any = etree.fromstring(etree.tostring(numbering))
        for unwanted in list(root.iter(*_LEFT)):
            unwanted.getparent().remove(unwanted)
        nums = {str(num.get(f"{_W}numId")): num for num in root.findall(f"{_W}num")}
        unlisted = [_unlisted(style, path) for style, number in numbers.items() if number not in nums]
        if unlisted:
            raise Rejected(unlisted)
        append_slot(root)
        before, _, after = cut(root)
        listings = {style: _listing(root, nums[number]) for style, number in numbers.items()}
        with_letters, _, _ = cut(root)
        free = 1 + max(map(int, nums))
        return cls(listings, free, DECLARATION + before, DECLARATION + with_letters, after)

    def numbering(self, numbered: list[tuple[int, int]]) -> str:
        """The whole of numbering.xml; `numbered` holds definition and level of each list that starts over."""
        nums = (f'<w:num w:numId="{self.free + position}"><w:abstractNumId w:val="{definition}"/>'
                f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
                for position, (definition, level) in enumerate(numbered))
        lettered = {listing.lettered for listing in self.by_style.values() if listing.lettered}
        has_letters = any(definition in lettered for definition, _ in numbered)
        return f"{self.before_with_letters if has_letters else self.before}{''.join(nums)}{self.after}"


def _listing(root: Any, num: Any) -> Listing:
    """The list of the `w:num`; the definition with letters of a numbered one is added to the root."""
    definition = num.find(f"{_W}abstractNumId").get(f"{_W}val")
    known = {found.get(f"{_W}abstractNumId"): found for found in root.findall(f"{_W}abstractNum")}
    levels = known[definition].findall(f"{_W}lvl")
    bullet = levels and levels[0].find(f"{_W}numFmt[@{_W}val='bullet']") is not None
    lettered = 0 if bullet else 1 + max(map(int, known))
    if lettered:
        list(known.values())[-1].addnext(_with_letters(root, levels, lettered))
    indents = tuple(_indent(level) for level in levels)
    return Listing(int(num.get(f"{_W}numId")), int(definition), indents, lettered)


def _with_letters(root: Any, levels: list[Any], definition: int) -> Any:
    """A definition with the indents and the look of the levels that begins every point with `a)`."""

    def element(tag: str, **attributes: str) -> Any:
        return root.makeelement(f"{_W}{tag}", {f"{_W}{name}": value for name, value in attributes.items()})

    made = element("abstractNum", abstractNumId=str(definition))
    made.append(element("multiLevelType", val="multilevel"))
    for number, level in enumerate(levels):
        lettered = element("lvl", ilvl=str(number))
        lettered.extend([element("start", val="1"), element("numFmt", val="lowerLetter"),
                         element("lvlText", val=f"%{number + 1})")])
        lettered.extend(deepcopy(part) for part in level if part.tag in _LOOK)
        made.append(lettered)
    return made


def _indent(level: Any) -> int:
    indent = level.find(f"{_W}pPr/{_W}ind")
    return 0 if indent is None else int(indent.get(f"{_W}left") or indent.get(f"{_W}start") or 0)


def _unlisted(style: str, path: Path) -> Finding:
    message = say("word/styles.xml: the paragraph style '{style}' is in no list", style=style)
    hint = say("in Word: right-click the style > `Modify > Format > Numbering`, and choose one")
    return Finding(codes.STYLE_MISSING, message, hint, Place(str(path)))
