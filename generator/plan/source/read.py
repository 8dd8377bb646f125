"""YAML text → strings, lists and mappings, and a place for each path.

Every scalar stays the string that was typed; what it means is the model's business. The text is read
as a stream of events and not composed by PyYAML, so that depth and growth are known before anything
is built. What is wrong is gathered; only a syntax error hides what comes after it. Where the rest makes
sense all the same (a key that stands twice, a tag) the findings travel in the Source, and `load` raises
them together with its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain, islice
from pathlib import Path

from msgspec import Struct, field

from generator.base.border import files
from generator.base.findings import Finding, Place, Rejected
from generator.base.language import say
from generator.plan.source import codes
from generator.plan.source.characters import SOFT_HYPHEN, ends_reading, unwanted
from generator.plan.source.folded import Folded
from generator.plan.source.parse import parse
from generator.plan.source.tree import KeyPath, Noted, Tree, flatten

LARGEST = 5_000_000
MOST_STRANGE = 20
HOPELESS = {codes.KEY_NOT_TEXT, codes.MANY_DOCUMENTS}

Data = str | list["Data"] | dict[str, "Data"] | None


class Source(Struct, frozen=True):
    """A YAML file as it was typed.

    `places` has the place of each value, `key_places` of each key, `blocks` of the first character
    of each text that stands in a `|` block. A path holds keys (in NFC) and positions from 0. `folded` are
    the texts whose lines YAML has joined, `cut` the places of a `#` that ended a text in the middle of its
    line, perhaps without its writer's knowing, and `soft_hyphens` those of that character, in order.
    `findings` are errors that did not keep the rest from being read; nobody may use `data` then.
    """

    data: Data
    places: Mapping[KeyPath, Place]
    name: str
    key_places: Mapping[KeyPath, Place] = field(default_factory=dict)
    blocks: Mapping[KeyPath, Place] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    folded: Mapping[KeyPath, Folded] = field(default_factory=dict)
    cut: Mapping[KeyPath, Place] = field(default_factory=dict)
    soft_hyphens: tuple[Place, ...] = ()

    def path_at(self, place: Place) -> KeyPath:
        """The path of what stands at the place: the last that begins there or before it."""
        known = chain(self.places.items(), self.key_places.items())
        before = [(at.line, at.column, -len(path), path) for path, at in known
                  if (at.line, at.column) <= (place.line, place.column)]
        return max(before, key=lambda one: one[:3], default=(0, 0, 0, ()))[3]


def read_yaml(path: Path, name: str) -> Source:
    """The file as strings with places; `name` is how places call it. Raises Rejected."""
    return read_yaml_bytes(read_source(path, name), name)


def read_source(path: Path, name: str) -> bytes:
    """The bytes of a YAML file, which may yet be anything. Raises Rejected."""
    try:
        return files.read(path, LARGEST)
    except files.TooLarge as error:
        raise Rejected([_too_large(name)]) from error
    except OSError as error:
        hint = files.hint(error, say("see that the file is there and that you may read it"))
        message = say("the file cannot be read: {reason}", reason=files.reason(error))
        raise Rejected([Finding(codes.UNREADABLE, message, hint, Place(name))]) from error


def read_yaml_bytes(raw: bytes, name: str) -> Source:
    """The bytes of a YAML file as strings with places. Raises Rejected."""
    if len(raw) > LARGEST:
        raise Rejected([_too_large(name)])
    text = _decode(raw, name)
    strange = list(islice(unwanted(text), MOST_STRANGE))
    told = [Finding(codes.CONTROL_CHARACTER, one.message, one.hint, place_at(text, one.position, name))
            for one in strange]
    if any(ends_reading(one.character) for one in strange):
        raise Rejected(told)
    tree, findings = parse(text, name)
    findings += told
    findings.sort(key=lambda finding: finding.place)
    if any(finding.code in HOPELESS for finding in findings):
        raise Rejected(findings)
    if tree is None or tree.value is None:
        hint = say("write the keys of the plan, as `aftale new` does")
        raise Rejected([Finding(codes.EMPTY, say("the file holds no keys"), hint, Place(name))])
    return _source(tree, name, tuple(findings), text)


def _source(tree: Tree, name: str, findings: tuple[Finding, ...], text: str) -> Source:
    noted = Noted()
    data = flatten(tree, (), noted)
    soft = tuple(place_at(text, match.start(), name) for match in re.finditer(SOFT_HYPHEN, text))
    return Source(
        data, noted.values, name, noted.keys, noted.blocks, findings, noted.folded, noted.cut, soft
    )


def _too_large(name: str) -> Finding:
    message = say("the file is over {size} MB", size=LARGEST // 1_000_000)
    hint = say("a plan is a few hundred kB at most; is it the right file?")
    return Finding(codes.TOO_LARGE, message, hint, Place(name))


def _decode(raw: bytes, name: str) -> str:
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        place = place_at(before, len(before), name)
        message, hint = _encoding(raw, error.start)
        raise Rejected([Finding(codes.NOT_UTF8, message, hint, place)]) from error


def _encoding(raw: bytes, position: int) -> tuple[str, str]:
    hint = say("save the file again with the encoding UTF-8")
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return say("the file is UTF-16, not UTF-8"), hint
    seen = raw[position : position + 1].decode("cp1252", "replace")
    if seen == "\ufffd":
        return say("the byte 0x{byte} is not UTF-8", byte=f"{raw[position]:02X}"), hint
    return say("the character `{character}` is not saved as UTF-8", character=seen), hint


def place_at(text: str, position: int, name: str) -> Place:
    """The place of the character at the position (from 0) of the text."""
    lines = re.split("\r\n|\r|\n", text[:position])
    return Place(name, len(lines), len(lines[-1]) + 1)
