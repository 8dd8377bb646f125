"""Page of a Word file that came back: what would be written, and what cannot come back, with the reason."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from generator.base.language import say, say_count
from generator.formats.html.elements import element, text
from generator.page.coming_back import CameBack, left_out
from generator.page.views.choices import Label, both, choices
from generator.page.views.whole import address, status, top, whole_page

if TYPE_CHECKING:
    from generator.compare.returned.changes import Change
    from generator.compare.returned.told import Told

SCRIPT = "returned.js"


def came_back_page(came: CameBack, word: str, name: str, label: Label, *, is_new: bool = False) -> bytes:
    """The page; `label` is what a changed key is called. It `is_new` where the plan is another by now."""
    title = say("A Word file that came back")
    rest = list(left_out(came))
    again = say("The plan has been changed since you were shown this. Look at it again.")
    main = element(
        "main", element("h1", text(title)), element("p", text(came.name), class_="quiet"),
        element("p", text(again), class_="old", role="note") if is_new else "",
        element("p", text(_sum(came, len(rest)))),
        choices(came, word, label),
        _part(say("This stands in the plan already"), (_change(one, label) for one in came.taken.there)),
        _part(say("This does not come back"), (_told(one, why) for one, why in rest)),
        _part(say("This will be another too, where all of it is written"),
              (_told(one, "") for one in came.back.returned.follows)),
        id="main", class_="came-back", tabindex="-1",
    )  # fmt: skip
    return whole_page(f"{title} – {name}", top(name, address(came.plan, came.document)), main, status(),
                      script=SCRIPT, plan=came.plan)


def _sum(came: CameBack, rest: int) -> str:
    number = sum(len(one.changes) for one in came.offers)
    return say_count("{n} change comes back, {rest} do not.", "{n} changes come back, {rest} do not.",
                     number, rest=rest)


def _part(title: str, lines: Iterable[str]) -> str:
    there = list(lines)
    return element("section", element("h2", text(title)), element("ul", *there)) if there else ""


def _change(change: Change, label: Label) -> str:
    return element("li", element("strong", text(label(change).words)), both(change.old, change.new))


def _told(told: Told, why: str) -> str:
    where = element("strong", text(told.heading)) if told.heading else ""
    reason = element("p", text(why), class_="hint") if why else ""
    return element("li", where, both(told.old, told.new), reason)
