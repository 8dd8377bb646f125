"""The filters that make markup: prose, lines and lists, each with a placeholder for what is missing.

A text that is not there yet is `[Formål udfyldes]`; a gap that the plan explains is `[Mangler: …]`. `nøgle`
is the key that would fill it, as an owner and a path from there. Nobody prints it; a traced rendering asks
for it, and takes the field that was asked for last where there is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

from generator.base import danish
from generator.base.language import say
from generator.plan.model.base import Mangel
from generator.plan.model.texts import Tekst
from generator.plan.source.prose import to_markup

Nøgle = tuple[object, str] | None

_ONE_PARAGRAPH = re.compile(r"<p>((?:(?!<p>).)*)</p>\s*", re.DOTALL)


def words(name: str) -> str:
    """`[Formål udfyldes]`, for what is to be filled in."""
    return f"[{name} udfyldes]"


def missing(name: str) -> Markup:
    """The placeholder for what is to be filled in."""
    return Markup('<em class="gap">{}</em>').format(words(name))


def known(gap: Mangel) -> Markup:
    """`[Mangler: …]`, for what the plan says is lost or unknown."""
    return Markup('<em class="known-gap">[Mangler: {}]</em>').format(gap.mangler)


def prosa(
    value: str | Mangel | None, name: str, etiket: str = "", nøgle: Nøgle = None  # noqa: ARG001
) -> Markup:
    """The paragraphs and lists of a text, or the placeholder in a paragraph; what there is comes after.

    The label, where there is one, runs into the first paragraph; above a list it is a paragraph of its own.
    """
    if etiket:
        label, text = Markup("<p><strong>{}</strong>").format(etiket), prosa(value, name)
        return label + (" " + text.removeprefix("<p>") if text.startswith("<p>") else Markup("</p>") + text)
    if value is None:
        return Markup("<p>{}</p>").format(missing(name))
    if isinstance(value, Mangel):
        rest = prosa(value.tekst, name) if value.tekst is not None else Markup("")
        return Markup("<p>{}</p>").format(known(value)) + rest
    return Markup(to_markup(_text(value)))


def linje(value: str | Mangel | None, name: str, nøgle: Nøgle = None) -> Markup:  # noqa: ARG001
    """A text within a paragraph, as it stands, or the placeholder."""
    if value is None:
        return missing(name)
    if isinstance(value, Mangel):
        return known(value) if value.tekst is None else known(value) + " " + punkt(value.tekst)
    return escape(_text(value))


def liste(
    value: Sequence[str | Mangel | None] | Mangel | None, name: str, stort: bool = False,
    nøgle: Nøgle = None,  # noqa: ARG001
) -> Markup:
    """A bulleted list of texts, or the placeholder in a paragraph where there are none.

    Names and roles begin with a capital where it is `stort`, as they do in a table; clauses go on as typed.
    """
    if isinstance(value, Mangel):
        return prosa(value, name)
    if not value:
        return prosa(None, name)
    if isinstance(value, str):
        raise TypeError(say("a list is wanted, and this is one text"))
    shown = [danish.stort(item) if stort and isinstance(item, str) else item for item in value]
    items = (punkt(item) if isinstance(item, str) else linje(item, name) for item in shown)
    return Markup("<ul>{}</ul>").format(Markup("").join(Markup("<li>{}</li>").format(i) for i in items))


def punkt(value: str) -> Markup:
    """A text for a list item or a cell: without a paragraph of its own where it is only one.

    Marks are those of prose alone; a single line, as a name, is what was typed.
    """
    if not isinstance(_text(value), Tekst):
        return escape(value)
    markup = to_markup(value)
    one = _ONE_PARAGRAPH.fullmatch(markup)
    return Markup(one[1] if one else markup)


def _text(value: str) -> str:
    if not isinstance(value, str):
        raise TypeError(say("text is wanted"))
    return value
