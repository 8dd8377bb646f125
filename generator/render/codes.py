"""The codes of findings about templates, each with its meaning in one line.

A code is published: it is never renumbered and never used again for something else.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

UNDEFINED = "T1"
UNFORMATTED = "T2"
SYNTAX = "T3"
UNKNOWN_FILTER = "T4"
NO_TEMPLATE = "T5"
WRONG_VALUE = "T6"
FORBIDDEN = "T7"
UNREADABLE = "T8"
UNKNOWN_BLOCK = "T9"
FAILED = "T10"
ENDLESS = "T11"
EMPTY = "T12"

MEANING: Mapping[str, str] = MappingProxyType({
    UNDEFINED: "a variable or a field that does not exist",
    UNFORMATTED: "a value that is printed without a filter to put it into words",
    SYNTAX: "a template that Jinja cannot read",
    UNKNOWN_FILTER: "a filter or a test that does not exist",
    NO_TEMPLATE: "a template that does not exist",
    WRONG_VALUE: "a value that a filter cannot take",
    FORBIDDEN: "something that a template may not reach",
    UNREADABLE: "a template file that cannot be read as UTF-8",
    UNKNOWN_BLOCK: "a block, or text, of a template that the form it extends has no place for",
    FAILED: "an expression that fails",
    EMPTY: "a template that prints nothing",
    ENDLESS: "a template that goes on for too long, or makes too much",
})
