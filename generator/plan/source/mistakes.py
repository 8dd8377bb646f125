"""Mistakes that people make in YAML, each told with what to write instead.

An improver knows one of them: from the problem that stopped PyYAML to better words for it, or None where the
mistake is another. Both of PyYAML's parsers, the one in C and the one in Python, are understood.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from generator.base.language import say
from generator.plan.source import codes
from generator.plan.source.scalars import quoted
from generator.plan.source.syntax_problem import Said, SyntaxProblem

LONGEST_SHOWN = 80
LONGEST_NAMED = 40
MERGED = re.compile(r"(<{7}|={7}|>{7})( |$)")
"""Begin of a line that git writes where two changes meet."""


def _tab(p: SyntaxProblem) -> Said | None:
    if "tab character" in p.problem or p.here.startswith("\t"):
        hint = say("indent with spaces, two a level")
        return codes.TAB, say("a tab stands in the indentation"), hint, p.line, p.column
    return None


def _colon(p: SyntaxProblem) -> Said | None:
    if "mapping values are not allowed" not in p.problem:
        return None
    text = p.last_text
    if text is None or text.start_mark.line == p.line:
        return _colon_in_line(p, text)
    start = text.start_mark
    if not p.text(start.line)[: start.column].strip(" -"):
        return _no_colon(p, start.line, start.column)
    indent = len(p.text(p.line)) - len(p.text(p.line).lstrip(" "))
    message = say("this line is indented as part of the text above it")
    hint = say(
        "move it left, under the key above; or, if it is text with a colon in it, write the text after |"
    )
    return codes.INDENTATION, message, hint, p.line, indent


def _colon_in_line(p: SyntaxProblem, text: Any) -> Said:
    if text is not None and text.style in ("'", '"'):
        return _after_quote(p)
    start = text.start_mark.column if text is not None else p.column
    key = p.text(p.line)[:start].lstrip(" -")
    hint = _put_in_quotes(p.rest(p.line, start), key)
    message = say("a colon and a space stand inside text that has no quotes")
    return codes.COLON_IN_TEXT, message, hint, p.line, p.column


def _simple_key(p: SyntaxProblem) -> Said | None:
    if "could not find expected ':'" in p.problem:
        return _no_colon(p, p.from_line, p.from_column)
    return None


def _no_colon(p: SyntaxProblem, line: int, column: int) -> Said:
    text = p.rest(line, column)
    if MERGED.match(text):
        message = say("git has put two versions of the same lines here, for somebody to choose")
        hint = say(
            "keep the lines that are to stand, and delete those that begin with <<<<<<<, ======= and >>>>>>>"
        )
        return codes.MISSING_COLON, message, hint, line, column
    tight = re.match(r"([\w-]+):(\S.*)", text)
    if tight:
        message = say("there is no space after the colon")
        hint = say("write {text}", text=f"{tight[1]}: {tight[2]}")
    elif text.startswith("-"):
        message = say("there is no space after the dash")
        hint = say("write {text}", text=f"- {text[1:].strip()}")
    else:
        shown = text[:LONGEST_NAMED]
        message = say("`{text}` is neither a key with a colon nor part of a text", text=shown)
        hint = say("write {key}: and its value, or indent the line if the text above goes on",
                   key=text.split()[0] if text else "navn")  # fmt: skip
    return codes.MISSING_COLON, message, hint, line, column


def _open_quote(p: SyntaxProblem) -> Said | None:
    if "quoted scalar" in p.context and ("end of stream" in p.problem or "document indicator" in p.problem):
        sign = p.text(p.from_line)[p.from_column : p.from_column + 1]
        message = say("the quote {sign} that opens here is not closed", sign=sign)
        hint = say("write {sign} where the text ends", sign=sign)
        return codes.QUOTE, message, hint, p.from_line, p.from_column
    return None


def _bracket(p: SyntaxProblem) -> Said | None:
    if "flow" not in p.context:
        return None
    if "node" in p.context:
        return _nothing_in_bracket(p)
    sign = "[" if "sequence" in p.context else "{"
    close = {"[": "]", "{": "}"}[sign]
    if p.line != p.from_line:
        message = say("the {sign} that opens here is not closed", sign=sign)
        hint = say("write {sign} where it ends", sign=close)
        return codes.BRACKET, message, hint, p.from_line, p.from_column
    message = say("a comma or {close} is missing here, inside the {sign} in column {column}",
                  close=close, sign=sign, column=p.from_column + 1)  # fmt: skip
    hint = say("write it; text with , : { or [ in it stands in quotes")
    return codes.BRACKET, message, hint, p.line, p.column


def _nothing_in_bracket(p: SyntaxProblem) -> Said:
    if not p.here.strip():
        opens = p.last.start_mark if isinstance(p.last, yaml.CollectionStartEvent) else None
        at = (opens.line, opens.column) if opens else (p.line, p.column)
        return codes.BRACKET, say("a bracket is not closed"), say("write ] or } where it ends"), *at
    message = say("there is nothing before this {sign}", sign=p.here[:1])
    return codes.BRACKET, message, say("write a value before it, or delete it"), p.line, p.column


def _closed_early(p: SyntaxProblem) -> Said | None:
    text = p.last_text
    if text is None or text.style not in ("'", '"') or text.end_mark.line != p.line:
        return None
    if text.start_mark.line == p.line:
        return _after_quote(p)
    message = say("the quote {sign} that opens here is closed first in line {line}",
                  sign=text.style, line=p.line + 1)  # fmt: skip
    hint = say("write {sign} where the text ends", sign=text.style)
    return codes.QUOTE, message, hint, text.start_mark.line, text.start_mark.column


def _after_quote(p: SyntaxProblem) -> Said:
    text = p.last_text
    value = p.rest(text.start_mark.line, text.start_mark.column)
    if value.endswith(text.style) and len(value) > 1:
        value = value[1:-1]
    hint = say("put the whole text in quotes")
    if len(value) <= LONGEST_SHOWN:
        hint = say("put the whole text in quotes: {shown}", shown=quoted(value))
    return codes.QUOTE, say("there is more text after the closing quote"), hint, p.line, p.column


def _reserved(p: SyntaxProblem) -> Said | None:
    at = (p.line, p.column)
    if any(word in p.context for word in ("alias", "anchor", "directive", "tag")):
        at = (p.from_line, p.from_column)
    elif "start any token" not in p.problem and "node content" not in p.problem:
        return None
    rest = p.rest(*at)
    if rest.startswith("* "):
        hint = say("a list is written with a dash: - {text}", text=rest[2:])
    else:
        hint = _put_in_quotes(rest)
    return codes.RESERVED_CHARACTER, say("text cannot begin with `{sign}`", sign=rest[:1]), hint, *at


def _block(p: SyntaxProblem) -> Said | None:
    if "block scalar" not in p.context:
        return None
    sign = p.text(p.from_line)[p.from_column : p.from_column + 1]
    message = say("there is text on the line of the {sign}", sign=sign)
    hint = say("begin the text on the next line, indented; or put text that begins with {sign} in quotes",
               sign=sign)  # fmt: skip
    return codes.SYNTAX, message, hint, p.line, p.column


def _escape(p: SyntaxProblem) -> Said | None:
    if "escape" not in p.problem:
        return None
    column = p.column if p.here.startswith("\\") else p.column - 1
    message = say("a \\ in double quotes begins a sign that does not exist")
    hint = say("write the text in single quotes '…', where \\ means nothing special")
    return codes.SYNTAX, message, hint, p.line, column


def _indentation(p: SyntaxProblem) -> Said | None:
    if not re.search("expected key|'-' indicator|<block end>|<document start>", p.problem):
        return None
    sign = p.here[:1]
    if sign in ("]", "}"):
        hint = say("delete it, or put the text in quotes")
        return codes.BRACKET, say("this {sign} closes nothing", sign=sign), hint, p.line, p.column
    if sign == ":":
        hint = say("write the key before the colon")
        return codes.KEY_NOT_TEXT, say("a key must be text"), hint, p.line, p.column
    if isinstance(p.last, yaml.CollectionEndEvent) and p.text(p.line)[: p.column].rstrip()[-1:] in ("]", "}"):
        hint = say("put the whole text in quotes")
        return codes.BRACKET, say("there is more text after the closing bracket"), hint, p.line, p.column
    return codes.INDENTATION, *_beside(p), p.line, p.column


def _beside(p: SyntaxProblem) -> tuple[str, str]:
    if "document start" in p.problem:
        hint = say("begin every key of the file in the same column")
        return say("this line stands further left than the first"), hint
    if p.last_text is not None and p.last_text.style in ("|", ">"):
        message = say("this line is indented less than the text above it, and is no key")
        return message, say("indent it as far as the text it belongs to")
    begin = {"column": p.from_column + 1, "line": p.from_line + 1}
    if "collection" in p.context or "sequence" in p.context:
        message = say("this line does not stand under the items of the list above it")
        return message, say("the items of the list begin in column {column} (from line {line} on)", **begin)
    message = say("this line does not stand under the keys above it")
    return message, say("the keys begin in column {column} (from line {line} on)", **begin)


def _otherwise(p: SyntaxProblem) -> Said:
    words = " ".join(part for part in (p.context, p.problem) if part)
    message = say("the YAML cannot be read: `{words}`", words=words)
    hint = say("compare it with the lines around it; text with signs in it stands in quotes")
    return codes.SYNTAX, message, hint, p.line, p.column


def _put_in_quotes(text: str, before: str = "") -> str:
    """The hint to put the text in quotes; it shows how, unless the text is long."""
    if len(text) > LONGEST_SHOWN:
        return say("put the text in quotes")
    return say("put the text in quotes: {shown}", shown=f"{before}{quoted(text)}")


IMPROVERS = (
    _tab, _colon, _simple_key, _open_quote, _bracket, _closed_early, _escape, _reserved, _block, _indentation,
)  # fmt: skip


def improved(problem: SyntaxProblem) -> Said:
    """The words of the first improver that knows the mistake, else those of PyYAML."""
    known = (said for improver in IMPROVERS if (said := improver(problem)))
    return next(known, None) or _otherwise(problem)
