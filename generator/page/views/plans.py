"""List of plans, each with what there is to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from generator.base.language import say
from generator.formats.html.elements import element, text
from generator.page.due import Due
from generator.page.views.whole import address, status, whole_page
from generator.workspace.folders import PlanFolder

SCRIPT = "plans.js"


class Listed(Struct, frozen=True):
    """A plan in the list: its name on paper, its years, and what is due in it."""

    folder: PlanFolder
    name: str
    years: str
    due: Sequence[Due]


def list_page(plans: Iterable[Listed]) -> bytes:
    """The list of plans, each with what is due in it."""
    cards = [_card(one) for one in plans]
    title = say("Your plans")
    none = "" if cards else element("p", text(say(
        "There are no plans here yet. Begin with one, from nothing or from last period's Word files.")))
    look = "button" if cards else "button main"
    new = element("p", element("a", text(say("A new plan")), href="/new", class_=look))
    listed = element("ul", *cards, class_="plans") if cards else ""
    main = element("main", element("h1", text(title)), none, listed, new, id="main", tabindex="-1")
    return whole_page(title, main, status(), script=SCRIPT)


def _card(one: Listed) -> str:
    link = element("a", text(one.name), href=address(one.folder.name))
    years = element("p", text(one.years)) if one.years else ""
    lines = [element("li", element("a", text(due.words), href=due.address),
                     class_="late" if due.is_late else "") for due in one.due]
    done = "" if lines else element("p", text(say("Nothing is due.")))
    return element("li", element("h2", link), years, done, element("ul", *lines) if lines else "")
