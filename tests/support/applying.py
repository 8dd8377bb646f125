"""The suggestion of a finding, applied to its file as somebody would who does what the hint says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.findings import Finding

MEANT = re.compile(r"did you mean `(?P<value>[^`]+)`\?")
WRITE = re.compile(r"(?:^|; |: )write (?P<words>.+)$")
KEY_AND_VALUE = re.compile(r"(?P<key>\w+): (?P<value>.+)")
AFTER = re.compile(
    r", or (?:mend|another|leave|fewer|more|from how|accept|type:).*| \((?!\d).*| if a .*|: (?:the|a) .*"
    r"| in both| everywhere|;.*| if \d.*|, with .*| where it is no list"
)
"""What a hint says beside the words that are to be written."""
NO_VALUE = (
    "the ", "a ", "one ", "for example", "it ", "it;", "what ", "who ", "under ", "how ", "keys", "something",
    "each ", "in ", "fra: and", "organisation: or", "ikke opgjort where", "form: kontant, ", "`", "]", "}",
    "-",    '" where', "' where", "midler: and",
)  # fmt: skip
"""Words after `write` that say what is to be written, and are not it."""
SAID = re.compile(r"`(?P<word>[^`]+)`|the (?:text says|letter) (?P<told>\d[\d.,]* ?%|\S+)")


def mended(text: str, finding: Finding) -> Iterator[str]:
    """The text of the file after each suggestion of the finding; none where it suggests no value.

    What a case expects stands on its lines, and is taken out of them.
    """
    text = re.sub(r" *# (?:ERROR|WARNING|INFO) .*", "", text)
    for words in suggested(finding.hint):
        pair = KEY_AND_VALUE.fullmatch(words)
        yield _with_key(text, finding, *pair.groups()) if pair else _in_place(text, finding, words)


def suggested(hint: str) -> list[str]:
    """What the hint says to write, one way after the other; empty where it says it in other words."""
    if meant := MEANT.search(hint):
        return [meant["value"]]
    found = WRITE.search(hint)
    if not found or found["words"].startswith(NO_VALUE):
        return []
    words = AFTER.sub("", found["words"])
    ways = re.split(r" or |, or (?=[\d\"]|ca\.|mindst)", words)
    return [way.split(" with `enhed")[0].rstrip(",") for way in ways]


def _in_place(text: str, finding: Finding, value: str) -> str:
    """The text with the value for the word that the finding is about, or for all that stands there."""
    lines = text.split("\n")
    at, column = finding.place.line - 1, finding.place.column - 1
    rest = lines[at][column:]
    said = SAID.search(finding.message)
    word = (said["word"] or said["told"]) if said else ""
    where = rest.find(word) if word else -1
    if where < 0:
        there = re.match(r"\"[^\"]*\"|'[^']*'|[^,{}\[\]#]*", rest)
        word, where = there[0].strip() if there else "", 0
    if value.startswith('"') and rest[:where].endswith('"'):
        value = value.strip('"')
    lines[at] = lines[at][:column] + rest[:where] + value + rest[where + len(word):]
    return "\n".join(lines)


def _with_key(text: str, finding: Finding, key: str, value: str) -> str:
    """The text with the key's value exchanged, on the finding's line or just below; else the key is there."""
    lines = text.split("\n")
    at, column = finding.place.line - 1, finding.place.column - 1
    for number in range(at, min(at + 3, len(lines))):
        end = r"[^,{}\n]*" if "{" in lines[number] else r"[^#\n]*(?<! )"
        if found := re.search(rf"(?<![\w-]){key}: (?:\"[^\"]*\"|{end})", lines[number]):
            lines[number] = lines[number][: found.start()] + f"{key}: {value}" + lines[number][found.end():]
            return "\n".join(lines)
    tight = re.match(rf"{key}:\S+", lines[at][column:])
    after = lines[at][column + tight.end():] if tight else ", " + lines[at][column:]
    lines[at] = lines[at][:column] + f"{key}: {value}" + after
    return "\n".join(lines)
