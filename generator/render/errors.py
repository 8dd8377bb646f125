"""Findings about templates, at the line where something went wrong."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from types import FrameType, TracebackType
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.base.findings import Code, Finding, Place

if TYPE_CHECKING:
    from jinja2 import Template

MACRO = "macro"


class Spot(Struct, frozen=True):
    """A line of a template; `function` is what Jinja calls the function made of its surroundings."""

    file: str
    line: int
    function: str


def from_frame(frame: FrameType | None) -> Iterator[Spot]:
    """Lines of templates that are being rendered, innermost first."""
    while frame is not None:
        yield from _spot(frame, frame.f_lineno)
        frame = frame.f_back


def from_traceback(traceback: TracebackType | None) -> list[Spot]:
    """Lines of templates through which an exception came, innermost first."""
    spots: list[Spot] = []
    while traceback is not None:
        spots.extend(_spot(traceback.tb_frame, traceback.tb_lineno))
        traceback = traceback.tb_next
    return spots[::-1]


def _spot(frame: FrameType, line: int) -> Iterator[Spot]:
    template = frame.f_globals.get("__jinja_template__")
    if template is not None:
        yield Spot(template.filename, _line_of(template, line), frame.f_code.co_name)


def _line_of(template: Template, line: int) -> int:
    """The line of the template that a line of its code comes from; Jinja itself finds it slowly."""
    of_code, of_template = _lines(template)
    at = bisect_right(of_code, line)
    return of_template[at - 1] if at else 1


@lru_cache(maxsize=64)
def _lines(template: Template) -> tuple[list[int], list[int]]:
    """The lines of a template's code, in order, and those of the template that they come from."""
    known = template.debug_info
    return [code for _, code in known], [line for line, _ in known]


def finding(code: Code, message: str, hint: str, spots: Iterable[Spot]) -> Finding:
    """An error at the innermost line; where that is in a macro, the line that called it is its second."""
    lines = list(spots)
    if not lines:
        return Finding(code, message, hint, Place("templates"))
    here = lines[0]
    caller = next((s for s in lines if s.function != MACRO), None) if here.function == MACRO else None
    second = Place(caller.file, caller.line, 1) if caller else None
    return Finding(code, message, hint, Place(here.file, here.line, 1), second)
