"""List of plans, each with what there is to do."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from generator.base.language import say, say_count
from generator.formats.html.elements import element, text
from generator.page.noted import Notes
from generator.page.views.whole import address, status, whole_page
from generator.workspace.folders import PlanFolder

SCRIPT = "plans.js"


class Listed(Struct, frozen=True):
    """A plan in the list: its name on paper, its years, and what is noted of it."""

    folder: PlanFolder
    name: str
    years: str
    notes: Notes


def list_page(plans: Iterable[Listed]) -> bytes:
    """The list of plans, each with what must be mended and what is empty."""
    cards = [_card(one) for one in plans]
    title = say("Your plans")
    none = "" if cards else element("p", text(say("There are no plans here yet.")))
    new = element("p", element("a", text(say("A new plan")), href="/new", class_="button"))
    listed = element("ul", *cards, class_="plans") if cards else ""
    main = element("main", element("h1", text(title)), none, listed, new, id="main", tabindex="-1")
    return whole_page(title, main, status(), script=SCRIPT)


def _card(one: Listed) -> str:
    link = element("a", text(one.name), href=address(one.folder.name))
    years = element("p", text(one.years)) if one.years else ""
    return element("li", link, years, element("p", text(_counts(one.notes))))


def _counts(notes: Notes) -> str:
    """The three numbers in one line."""
    mend = say_count("{n} error", "{n} errors", len(notes.mend))
    look = say_count("{n} to look at", "{n} to look at", len(notes.look))
    gaps = say_count("{n} empty field", "{n} empty fields", len(notes.empty))
    return say("{mend}, {look}, {gaps}", mend=mend, look=look, gaps=gaps)
