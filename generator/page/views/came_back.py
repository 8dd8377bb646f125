"""Page of a Word file that came back: what would be written, and what cannot come back, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from generator.base.language import say, say_count
from generator.formats.html.elements import element, text
from generator.page.coming_back import CameBack, left_out
from generator.page.views.whole import ACTIONS, address, status, top, whole_page

if TYPE_CHECKING:
    from generator.compare.returned.changes import Change
    from generator.compare.returned.told import Told

Label = Callable[["Change"], str]


def came_back_page(came: CameBack, word: str, name: str, label: Label, *, is_new: bool = False) -> bytes:
    """The page; `label` is the description of a changed key. It `is_new` where the plan is another by now."""
    title = say("A Word file that came back")
    back, taken = came.back.returned, came.taken
    rest = list(left_out(came))
    again = say("The plan has been changed since you were shown this. Look at it again.")
    main = element(
        "main", element("h1", text(title)), element("p", text(came.name), class_="quiet"),
        element("p", text(again), class_="old", role="note") if is_new else "",
        _what_it_comes_to(came, word),
        _part(say("This will be written"), (_change(one, label) for one in taken.changes)),
        _part(say("This stands in the plan already"), (_change(one, label) for one in taken.there)),
        _part(say("Comments"), (_comment(one.who, one.words, one.text) for one in back.remarks)),
        _part(say("This does not come back"), (_told(one, why) for one, why in rest)),
        _part(say("This will be another too, because of it"), (_told(one, "") for one in back.follows)),
        id="main", class_="came-back", tabindex="-1",
    )  # fmt: skip
    return whole_page(f"{title} – {name}", top(name, address(came.plan, came.document)), main, status(),
                      script=ACTIONS, plan=came.plan)


def _what_it_comes_to(came: CameBack, word: str) -> str:
    """The sum of it, and the button that writes it."""
    number, rest = len(came.taken.changes), sum(1 for _ in left_out(came))
    told = say_count("{n} change comes back, {rest} do not.", "{n} changes come back, {rest} do not.",
                     number, rest=rest)
    leave = element("a", text(say("Write nothing")), href=address(came.plan, came.document), class_="button")
    if not came.taken.texts:
        return element("p", text(told)) + element("p", leave)
    write = element("button", text(say("Write the changes")), type="button", class_="main",
                    data_do="take-back", data_words=word)
    about = element("p", text(say("Nothing is written yet.")))
    return element("p", text(told)) + about + element("p", write, " ", leave)


def _part(title: str, lines: Iterable[str]) -> str:
    there = list(lines)
    return element("section", element("h2", text(title)), element("ul", *there)) if there else ""


def _change(change: Change, label: Label) -> str:
    return element("li", element("strong", text(label(change))), _both(change.old, change.new))


def _told(told: Told, why: str) -> str:
    where = element("strong", text(told.heading)) if told.heading else ""
    reason = element("p", text(why), class_="hint") if why else ""
    return element("li", where, _both(told.old, told.new), reason)


def _both(old: str, new: str) -> str:
    """Before and now: what went is told apart from what came to those who hear the page, too."""
    gone = element("del", _heard(say("removed")), text(old)) if old else ""
    come = element("ins", _heard(say("added")), text(new)) if new else ""
    return element("p", gone, " " if gone and come else "", come)


def _heard(word: str) -> str:
    return element("span", text(f"{word}: "), class_="heard")


def _comment(who: str, words: str, said: str) -> str:
    about = element("p", text(f"”{words}”"), class_="hint") if words else ""
    return element("li", element("strong", text(who)), element("p", text(said)), about)
