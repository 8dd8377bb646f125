"""Filters and tests of templates, by name; one that is not here does not exist."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from operator import attrgetter
from typing import Any

from jinja2.filters import FILTERS
from jinja2.tests import TESTS
from markupsafe import Markup
from msgspec import Struct

from generator.base import articles, danish
from generator.base.language import later, listed, say
from generator.document.anchors import anchor_of
from generator.plan.model.base import Mangel
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.own import kind_of
from generator.plan.model.values import Antal, Beløb, Dato, Måltal, Periode, Procent, Timer
from generator.render import placeholders


class Filter(Struct, frozen=True):
    """A filter of ours: its function, the types it takes, and whether a gap goes through it unchanged.

    `prints` is how many of its values come to the page, the first and the arguments after it; none of a
    filter that gives no text for a reader: the same values in another order, an identifier.
    """

    function: Callable[..., Any]
    takes: tuple[type, ...]
    passes_gaps: bool = True
    prints: int = 1


def opremsning(items: Iterable[str]) -> str:
    """`a, b og c`, of texts alone."""
    texts = list(items)
    if not all(isinstance(text, str) for text in texts):
        raise TypeError("every item must be text")
    return danish.opremsning(texts)


def kaldt(named: str | Iterable[str], plan: Helhedsplan) -> str | list[str]:
    """The name or names as the plan calls what goes by them."""
    return plan.kaldt(named) if isinstance(named, str) else [plan.kaldt(name) for name in named]


def alfabetisk(items: Iterable[Any], attribut: str = "") -> list[Any]:
    """The items in Danish alphabetical order, by the name or by the attribute that holds it."""
    name: Callable[[Any], str] = attrgetter(attribut) if attribut else str
    return sorted(items, key=lambda item: danish.sortering(name(item)))


def udsnit(share: Decimal) -> str:
    """The share as the markup of a bar has it: `53.871`."""
    return f"{share:f}"


GAP = (type(None), Mangel)
OURS: Mapping[str, Filter] = {
    "beløb": Filter(danish.beløb, (Beløb, Decimal, int)),
    "andel": Filter(danish.andel, (Beløb, Antal, Decimal, int), prints=2),
    "udsnit": Filter(udsnit, (Decimal,), prints=0),
    "procent": Filter(danish.procent, (Procent, Decimal)),
    "antal": Filter(danish.antal, (Antal, int)),
    "timer": Filter(danish.timer, (Timer, Decimal, int)),
    "måltal": Filter(danish.måltal, (Måltal,)),
    "årstal": Filter(danish.årstal, (int,)),
    "dato": Filter(danish.dato, (Dato,)),
    "datoer": Filter(danish.datoer, (list, tuple), passes_gaps=False),
    "periode": Filter(danish.periode, (Periode,)),
    "årsspænd": Filter(danish.årsspænd, (Periode,)),
    "opremsning": Filter(opremsning, (list, tuple), passes_gaps=False),
    "alfabetisk": Filter(alfabetisk, (list, tuple), passes_gaps=False, prints=0),
    "talord": Filter(danish.talord, (int,)),
    "ordenstal": Filter(danish.ordenstal, (int,)),
    "kaldt": Filter(kaldt, (str, list, tuple), passes_gaps=False),
    "stort": Filter(danish.stort, (str,)),
    "ubestemt": Filter(articles.ubestemt, (str,)),
    "mødes": Filter(articles.mødes, (str,)),
    "prosa": Filter(placeholders.prosa, (str, *GAP), passes_gaps=False),
    "linje": Filter(placeholders.linje, (str, *GAP), passes_gaps=False),
    "liste": Filter(placeholders.liste, (list, tuple, *GAP), passes_gaps=False),
    "punkt": Filter(placeholders.punkt, (str,)),
    "anker": Filter(anchor_of, (str,), passes_gaps=False, prints=0),
}

_OF_JINJA = (
    "batch", "capitalize", "count", "first", "groupby", "items", "last", "length", "list", "lower", "map",
    "reject", "rejectattr", "replace", "reverse", "select", "selectattr", "slice", "trim", "unique", "upper",
)  # fmt: skip
_jinja_filters: Mapping[str, Any] = FILTERS
_jinja_tests: Mapping[str, Any] = TESTS
JINJAS: Mapping[str, Callable[..., Any]] = {name: _jinja_filters[name] for name in _OF_JINJA}
"""Jinja's own that neither hide a missing value, nor print a number, nor take text for markup."""

TEXT_OF_TEXT = ("capitalize", "lower", "replace", "trim", "upper")
"""Filters that make a text of another."""

_HIDING = ("defined", "undefined", "filter", "test")
TESTS_OF_TEMPLATES: Mapping[str, Callable[..., Any]] = {
    **{name: test for name, test in _jinja_tests.items() if name not in _HIDING},
    "mangel": lambda value: isinstance(value, Mangel),
}

_PRINTERS: Mapping[type, str] = {
    Beløb: "| beløb",
    Procent: "| procent",
    Antal: "| antal",
    Timer: "| timer",
    Måltal: "| måltal",
    Dato: "| dato",
    Periode: "| periode",
    bool: "{% if … %}",
}
"""Printers of the values of a kind, where there is one."""
_A_LIST = later('write | liste("Navn"), | opremsning or a loop')
_CHOICES: Mapping[type, str] = {
    Mangel: later('write | prosa("Navn") for paragraphs or | linje("Navn") within one'),
    type(None): later(
        'write | prosa("Navn"), | linje("Navn") or | liste("Navn"), which show the gap, or test it first'
    ),
    int: later("write | antal, | talord or, for a year, | årstal"),
    Decimal: later("write | beløb, | procent or | timer"),
    list: _A_LIST,
    tuple: _A_LIST,
}


def how_to_print(value: object) -> str:
    """Hint with the filter that prints the value."""
    kind = kind_of(value)
    if kind in _PRINTERS:
        return say("write {filter}", filter=_PRINTERS[kind])
    if kind in _CHOICES:
        return say(_CHOICES[kind])
    filters = listed((f"| {name}" for name in OURS), "or")
    return say("print one of its fields; a value is put into words by {filters}", filters=filters)


def takes(name: str, value: object) -> bool:
    """Tell if the filter of ours can take the value; a bool is never a number."""
    return isinstance(value, OURS[name].takes) and not isinstance(value, bool)


def is_text(value: object) -> bool:
    """Tell if a template may print it as it stands."""
    return isinstance(value, (str, Markup))
