"""A rendering notes what it prints: the very objects, not equal ones, nor what it only looks at."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.base.findings import Rejected
from generator.plan.model.base import Mangel
from generator.plan.model.budget import Budget, Finansiering
from generator.plan.model.reader import value_of
from generator.plan.model.values import Antal, Beløb, Dato, Linje, Måltal, Periode, Tekst
from generator.render import Templates


def line(text: str) -> str:
    """A text as it is read."""
    made: str = value_of(Linje, text)
    return made


A, B, SAME, OTHER = line("a"), line("Bo"), line("ens"), line("ens")
TIMES = (Beløb(Decimal(6)), Beløb(Decimal(4)))
WEEK = Periode(fra=Dato(2020, 1, 1), til=Dato(2024))
VALUES: dict[str, Any] = {
    "a": A, "b": B, "same": SAME, "other": OTHER, "many": (A, B), "twice": [SAME, OTHER],
    "prose": Tekst("Ord."), "gap": Mangel(mangler=B, tekst=Tekst("Resten.")), "count": Antal(7), "week": WEEK,
    "share": Måltal(Antal(3)), "year": int("2020"), "amount": TIMES[0],
    "budget": Budget(finansiering=tuple(Finansiering(kilde=line("ens"), beløb=beløb) for beløb in TIMES)),
    "key": {"Bo": Antal(2)},
}  # fmt: skip
PRINTED = {
    "a": [A],
    "a | upper": [A],
    "a.upper()": [A],
    "'om ' ~ a": [A],
    "a or b": [A],
    "none or b": [B],
    "same": [SAME],
    "(many | first) ~ (many | last)": [A, B],
    "many | opremsning": [A, B],
    "many | liste('Navn')": [A, B],
    "many | map('lower') | list | opremsning": [A, B],
    "many | alfabetisk | first": [A],
    "twice | unique | list | opremsning": [SAME, OTHER],
    "prose | prosa('Navn')": [VALUES["prose"]],
    "gap | prosa('Navn')": [VALUES["gap"]],
    "b | replace('o', a)": [B, A],
    "count | antal": [VALUES["count"]],
    "share.værdi.tal | antal": [VALUES["share"], VALUES["share"].værdi],
    "week.fra.år | årstal": [WEEK.fra],
    "week | periode": [WEEK],
    "year | årstal": [VALUES["year"]],
    "key['Bo'] | antal": [VALUES["key"]["Bo"]],
    "amount | andel(budget.total)": [*TIMES],
    "amount | andel(whole=budget.total)": [*TIMES],
    "budget.total | beløb": [*TIMES],
    "(budget | list if false else [budget]) | map(attribute='total') | first | beløb": [*TIMES],
    "'x' if a else b": [],
    "'x' if same == other else b": [],
    "'x' if budget.total else b": [],
    "'x' if week.fra.år == 2020 else b": [],
    "'x' if a.startswith('a') else b": [],
    "many | length | antal": [],
    "a | anker": [],
    "none | linje('Navn')": [],
}


@pytest.mark.parametrize("expression", PRINTED)
def test_an_expression_prints_just_these_values(tmp_path: Path, expression: str) -> None:
    assert printed(tmp_path, f"<ul><li>{{{{ {expression} }}}}</li></ul>") == names(PRINTED[expression])


def test_of_values_that_are_grouped_each_head_is_printed_for_all_below_it(tmp_path: Path) -> None:
    text = "{% for head, lines in budget.finansiering | groupby('kilde') %}<p>{{ head }}</p>{% endfor %}"
    assert printed(tmp_path, text) == names([line.kilde for line in VALUES["budget"].finansiering])


def test_what_is_only_asked_for_is_not_printed(tmp_path: Path) -> None:
    text = "{% set x = b %}{% for one in many if one %}{% if budget.finansiering and x %}<p>x</p>{% endif %}"
    assert printed(tmp_path, text + "{% endfor %}") == set()


def test_one_rendering_knows_nothing_of_another(tmp_path: Path) -> None:
    (tmp_path / "a.html.j2").write_text("<p>{{ a if first else b }}</p>", encoding="utf-8")
    templates = Templates((tmp_path,))
    first, second = (templates.document("a.html.j2", {**VALUES, "first": x}, title="") for x in (True, False))
    assert (known(first.rendering.printed()), known(second.rendering.printed())) == (names([A]), names([B]))


def printed(folder: Path, template: str) -> set[str]:
    (folder / "a.html.j2").write_text(template, encoding="utf-8")
    rendered = Templates((folder,)).document("a.html.j2", {**VALUES, "first": True}, title="")
    return known(rendered.rendering.printed())


def known(identities: set[int]) -> set[str]:
    """Those of the values above, as one can read them; two that are equal are told apart."""
    held = every(list(VALUES.values()))
    return names([value for value in held if id(value) in identities])


def names(values: list[Any]) -> set[str]:
    return {f"{value!r} {id(value)}" for value in values}


def every(value: Any) -> list[Any]:
    """The value and all that it holds."""
    inner: list[Any] = []
    if isinstance(value, (list, tuple)):
        inner = [*value]
    elif isinstance(value, dict):
        inner = [*value.values()]
    elif isinstance(value, (Budget, Finansiering, Mangel, Periode)):
        inner = [one for _, one in value.items()]
    elif isinstance(value, Måltal):
        inner = [value.værdi]
    outer = [] if value is None or isinstance(value, (list, tuple, dict)) else [value]
    return [*outer, *(one for part in inner for one in every(part))]


def test_a_message_calls_a_text_a_text_and_a_number_a_number(tmp_path: Path) -> None:
    text = "<p>{{ a | antal }}{{ week.fra.dag }}{{ a.navn }}</p>"
    (tmp_path / "a.html.j2").write_text(text, encoding="utf-8")
    with pytest.raises(Rejected) as caught:
        Templates((tmp_path,)).render("a.html.j2", VALUES)
    assert [finding.message for finding in caught.value.findings] == [
        "`antal` takes Antal or int, and cannot take str", "1 (int) is printed without a filter",
        "`navn` does not exist in str",
    ]  # fmt: skip
