"""Choices among what came back in a Word file: a box each, all of them chosen to begin with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.base.language import say
from generator.formats.html.elements import element, empty, text
from generator.page.coming_back import CameBack, Offer
from generator.page.views.whole import address

if TYPE_CHECKING:
    from generator.compare.returned.changes import Change
    from generator.compare.returned.remarks import Remark

BETWEEN = " · "
MANY = 3
"""Choices beyond which one can choose all of them, or none, at once."""


class Named(Struct, frozen=True):
    """Words of a changed key, and the other places that it is written at: their documents and their words."""

    words: str
    also: Sequence[tuple[str, str]] = ()


Label = Callable[["Change"], Named]


def choices(came: CameBack, word: str, label: Label) -> str:
    """A form of all that can be written, and the ways to write it or nothing."""
    offers = came.offers
    away = element("a", text(say("Write nothing")), href=address(came.plan, came.document), class_="button")
    if not offers:
        return element("p", away)
    changes = [_offer(came, one, _changes(one, label)) for one in offers if one.changes]
    remarks = [_offer(came, one, _comment(one.remark)) for one in offers if one.remark]
    parts = (_part(say("This can be written"), changes), _part(say("Comments"), remarks))
    write = element("button", text(say("Write what is chosen")), type="submit", class_="main")
    count = element("span", id="chosen", role="status")
    row = element("p", write, " ", away, " ", count, class_="decide")
    return element("form", _about(len(offers)), *parts, row, id="choices", data_words=word)


def _about(number: int) -> str:
    about = element("p", text(say("Nothing is written yet. Take away the mark at what you do not want.")))
    if number <= MANY:
        return about
    buttons = [element("button", text(words), type="button", data_all=which)
               for words, which in ((say("Choose all"), "yes"), (say("Choose none"), "no"))]
    return about + element("p", buttons[0], " ", buttons[1])


def _part(title: str, items: Sequence[str]) -> str:
    if not items:
        return ""
    return element("fieldset", element("legend", element("h2", text(title))), element("ul", *items))


def _offer(came: CameBack, offer: Offer, shown: tuple[str, str]) -> str:
    """A box with what it is for, and below it what it does."""
    ident, (name, does) = f"choice-{offer.number}", shown
    box = empty("input", type="checkbox", id=ident, value=str(offer.number),
                checked="" if offer.number in came.left else "checked", aria_describedby=f"{ident}-does")
    return element("li", element("label", box, " ", name, class_="choice"),
                   element("div", does, id=f"{ident}-does", class_="does"))


def _changes(offer: Offer, label: Label) -> tuple[str, str]:
    named = [label(one) for one in offer.changes]
    shown = [_where(one) + both(one.old, one.new) + _also(name)
             for one, name in zip(offer.changes, named, strict=True)]
    if len(shown) == 1:
        return element("strong", text(named[0].words)), shown[0]
    title = say("{n} changes that go together", n=len(shown))
    inner = [element("li", text(name.words), one) for name, one in zip(named, shown, strict=True)]
    return element("strong", text(title)), element("ul", *inner)


def _also(named: Named) -> str:
    """The other places that it is written at, those of a document together."""
    if not named.also:
        return ""
    places: dict[str, list[str]] = {}
    for document, words in named.also:
        places.setdefault(document, []).append(words.removesuffix("."))
    told = element("p", text(say("It is written at these places too:")), class_="hint")
    lines = (element("li", element("strong", text(f"{document}:")), " ", text(BETWEEN.join(there)))
             for document, there in places.items())
    return told + element("ul", *lines, class_="places hint")


def _where(change: Change) -> str:
    return element("p", text(change.heading), class_="hint") if change.heading else ""


def both(old: str, new: str) -> str:
    """Before and now, the words around the change once: what went is told apart from what came, aloud too."""
    before, after = old.split(" "), new.split(" ")
    first = _alike(before, after)
    last = _alike(before[first:][::-1], after[first:][::-1])
    went, came = (" ".join(side[first : len(side) - last]) for side in (before, after))
    gone = element("del", _heard(say("removed")), text(went)) if went else ""
    come = element("ins", _heard(say("added")), text(came)) if came else ""
    around = text(" ".join(before[:first])), text(" ".join(before[len(before) - last :]))
    return element("p", " ".join(filter(None, (around[0], gone, come, around[1]))))


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Number of the first words that are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _heard(word: str) -> str:
    return element("span", text(f"{word}: "), class_="heard")


def _comment(remark: Remark | None) -> tuple[str, str]:
    if remark is None:
        return "", ""
    about = element("p", text(f"”{remark.words}”"), class_="hint") if remark.words else ""
    return element("strong", text(remark.who)), element("p", text(remark.text)) + about
