"""What PyYAML says of a syntax error → a finding that says what to write instead.

Each improver knows one mistake that people make; PyYAML's own words are the last resort. Both of its
parsers, the one in C and the one in Python, are understood.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from generator.base.findings import Code, Finding, Place
from generator.plan.source import codes
from generator.plan.source.syntax_error import Trouble, put_in_quotes

Said = tuple[Code, str, str, int, int]
"""Code, message, hint, line and column from 0."""


def syntax_finding(error: yaml.MarkedYAMLError, lines: list[str], name: str, last: Any) -> Finding:
    """The finding for the error; `last` is the event that was read before it."""
    mark = error.problem_mark or error.context_mark
    start = error.context_mark or mark
    trouble = Trouble(
        (error.problem or "").lower(), (error.context or "").lower(),
        mark.line if mark else 0, mark.column if mark else 0,
        start.line if start else 0, start.column if start else 0, lines, last,
    )  # fmt: skip
    for improver in IMPROVERS:
        said = improver(trouble)
        if said:
            code, message, hint, line, column = said
            return Finding(code, message, hint, _place(name, lines, line, column))
    raise AssertionError("the last improver always answers")


def _place(name: str, lines: list[str], line: int, column: int) -> Place:
    """The place, drawn back to the end of the text when it lies behind that."""
    if line >= len(lines):
        line = max(len(lines) - 1, 0)
        column = len(lines[line]) if lines else 0
    return Place(name, line + 1, column + 1)


def _tab(t: Trouble) -> Said | None:
    if "tab character" in t.problem or t.here.startswith("\t"):
        hint = "indent with spaces, two a level"
        return codes.TAB, "a tab stands in the indentation", hint, t.line, t.column
    return None


def _colon(t: Trouble) -> Said | None:
    if "mapping values are not allowed" not in t.problem:
        return None
    text = t.last_text
    if text is None or text.start_mark.line == t.line:
        return _colon_in_line(t, text)
    start = text.start_mark
    if not t.text(start.line)[: start.column].strip(" -"):
        return _no_colon(t, start.line, start.column)
    indent = len(t.text(t.line)) - len(t.text(t.line).lstrip(" "))
    hint = "move it left, under the key above; or, if it is text with a colon in it, write the text after |"
    return codes.INDENTATION, "this line is indented as part of the text above it", hint, t.line, indent


def _colon_in_line(t: Trouble, text: Any) -> Said:
    if text is not None and text.style in ("'", '"'):
        return _after_quote(t)
    start = text.start_mark.column if text is not None else t.column
    key = t.text(t.line)[:start].lstrip(" -")
    hint = put_in_quotes(t.rest(t.line, start), before=key)
    message = "a colon and a space stand inside text that has no quotes"
    return codes.COLON_IN_TEXT, message, hint, t.line, t.column


def _simple_key(t: Trouble) -> Said | None:
    if "could not find expected ':'" in t.problem:
        return _no_colon(t, t.from_line, t.from_column)
    return None


def _no_colon(t: Trouble, line: int, column: int) -> Said:
    text = t.rest(line, column)
    tight = re.match(r"([\w-]+):(\S.*)", text)
    if tight:
        message, hint = "there is no space after the colon", f"write {tight[1]}: {tight[2]}"
    elif text.startswith("-"):
        message, hint = "there is no space after the dash", f"write - {text[1:].strip()}"
    else:
        message = f"`{text[:40]}` is neither a key with a colon nor part of a text"
        key = text.split()[0] if text else "key"
        hint = f"write {key}: and its value, or indent the line if the text above goes on"
    return codes.MISSING_COLON, message, hint, line, column


def _open_quote(t: Trouble) -> Said | None:
    if "quoted scalar" in t.context and ("end of stream" in t.problem or "document indicator" in t.problem):
        sign = t.text(t.from_line)[t.from_column : t.from_column + 1]
        message = f"the quote {sign} that opens here is not closed"
        return codes.QUOTE, message, f"write {sign} where the text ends", t.from_line, t.from_column
    return None


def _bracket(t: Trouble) -> Said | None:
    if "flow" not in t.context:
        return None
    if "node" in t.context:
        return _nothing_in_bracket(t)
    sign = "[" if "sequence" in t.context else "{"
    close = {"[": "]", "{": "}"}[sign]
    if t.line != t.from_line:
        message = f"the {sign} that opens here is not closed"
        return codes.BRACKET, message, f"write {close} where it ends", t.from_line, t.from_column
    message = f"a comma or {close} is missing here, inside the {sign} in column {t.from_column + 1}"
    return codes.BRACKET, message, "write it; text with , : { or [ in it stands in quotes", t.line, t.column


def _nothing_in_bracket(t: Trouble) -> Said:
    if not t.here.strip():
        opens = t.last.start_mark if isinstance(t.last, yaml.CollectionStartEvent) else None
        at = (opens.line, opens.column) if opens else (t.line, t.column)
        return codes.BRACKET, "a bracket is not closed", "write ] or } where it ends", *at
    hint = "write a value before it, or delete it"
    return codes.BRACKET, f"there is nothing before this {t.here[:1]}", hint, t.line, t.column


def _closed_early(t: Trouble) -> Said | None:
    text = t.last_text
    if text is None or text.style not in ("'", '"') or text.end_mark.line != t.line:
        return None
    if text.start_mark.line == t.line:
        return _after_quote(t)
    message = f"the quote {text.style} that opens here is closed first in line {t.line + 1}"
    hint = f"write {text.style} where the text ends"
    return codes.QUOTE, message, hint, text.start_mark.line, text.start_mark.column


def _after_quote(t: Trouble) -> Said:
    text = t.last_text
    value = t.rest(text.start_mark.line, text.start_mark.column)
    if value.endswith(text.style) and len(value) > 1:
        value = value[1:-1]
    hint = put_in_quotes(value, "the whole text")
    return codes.QUOTE, "there is more text after the closing quote", hint, t.line, t.column


def _reserved(t: Trouble) -> Said | None:
    at = (t.line, t.column)
    if any(word in t.context for word in ("alias", "anchor", "directive", "tag")):
        at = (t.from_line, t.from_column)
    elif "start any token" not in t.problem and "node content" not in t.problem:
        return None
    rest = t.rest(*at)
    if rest.startswith("* "):
        hint = f"a list is written with a dash: - {rest[2:]}"
    else:
        hint = put_in_quotes(rest)
    return codes.RESERVED_CHARACTER, f"text cannot begin with `{rest[:1]}`", hint, *at


def _block(t: Trouble) -> Said | None:
    if "block scalar" not in t.context:
        return None
    sign = t.text(t.from_line)[t.from_column : t.from_column + 1]
    hint = f"begin the text on the next line, indented; or put text that begins with {sign} in quotes"
    return codes.SYNTAX, f"there is text on the line of the {sign}", hint, t.line, t.column


def _escape(t: Trouble) -> Said | None:
    if "escape" not in t.problem:
        return None
    column = t.column if t.here.startswith("\\") else t.column - 1
    hint = "write the text in single quotes '…', where \\ means nothing special"
    return codes.SYNTAX, "a \\ in double quotes begins a sign that does not exist", hint, t.line, column


def _indentation(t: Trouble) -> Said | None:
    if not re.search("expected key|'-' indicator|<block end>|<document start>", t.problem):
        return None
    sign = t.here[:1]
    if sign in ("]", "}"):
        hint = "delete it, or put the text in quotes"
        return codes.BRACKET, f"this {sign} closes nothing", hint, t.line, t.column
    if sign == ":":
        return codes.KEY_NOT_TEXT, "a key must be text", "write the key before the colon", t.line, t.column
    if isinstance(t.last, yaml.CollectionEndEvent) and t.text(t.line)[: t.column].rstrip()[-1:] in ("]", "}"):
        hint = "put the whole text in quotes"
        return codes.BRACKET, "there is more text after the closing bracket", hint, t.line, t.column
    return codes.INDENTATION, *_beside(t), t.line, t.column


def _beside(t: Trouble) -> tuple[str, str]:
    if "document start" in t.problem:
        hint = "begin every key of the file in the same column"
        return "this line stands further left than the first", hint
    if t.last_text is not None and t.last_text.style in ("|", ">"):
        message = "this line is indented less than the text above it, and is no key"
        return message, "indent it as far as the text it belongs to"
    what = "items of the list" if "collection" in t.context or "sequence" in t.context else "keys"
    message = f"this line does not stand under the {what} above it"
    return message, f"the {what} begin in column {t.from_column + 1} (from line {t.from_line + 1} on)"


def _otherwise(t: Trouble) -> Said:
    words = " ".join(part for part in (t.context, t.problem) if part)
    hint = "compare it with the lines around it; text with signs in it stands in quotes"
    return codes.SYNTAX, f"the YAML cannot be read: {words}", hint, t.line, t.column


IMPROVERS = (
    _tab, _colon, _simple_key, _open_quote, _bracket, _closed_early, _escape, _reserved, _block,
    _indentation, _otherwise,
)  # fmt: skip
