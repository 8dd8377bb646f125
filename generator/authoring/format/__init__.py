"""YAML as it is typed → the one form that reviews are made in, with the same meaning.

One sentence a line in prose, the keys in the model's order, quotes only where they are needed, two
spaces a level, every comment where it stood. ruamel.yaml is not what does it: it drops the comments in
`[…]` and in front of a value, and leaves a comment behind when its key moves.
"""

from __future__ import annotations

from msgspec import Struct

from generator.authoring.format.codes import NOT_CANONICAL
from generator.authoring.format.comments import comments_of
from generator.authoring.format.parse import entries_of
from generator.authoring.format.same_meaning import same
from generator.authoring.format.write import Unwritable, write
from generator.base.findings import Finding, Place, Rejected
from generator.base.language import say
from generator.plan.model.load import load
from generator.plan.model.record import Model
from generator.plan.source.read import read_yaml_bytes

__all__ = ["Canonical", "canonical", "in_order"]


class Canonical(Struct, frozen=True):
    """A file in canonical form; with a finding it is the text as it was typed."""

    text: str
    findings: tuple[Finding, ...] = ()


def canonical(text: str, model: type[Model]) -> str:
    """The text in canonical form, or as it is when that would change what it means.

    Raises Rejected for a text that the model cannot be loaded from.
    """
    return in_order(text, model).text


def in_order(text: str, model: type[Model], name: str = "") -> Canonical:
    """The text in canonical form, with a warning where it had to stay as it is.

    `name` is how places call the file. Raises Rejected for a text that the model cannot be loaded from.
    """
    before = load(read_yaml_bytes(text.encode(), name), model).value
    typed = text.removeprefix("\ufeff")
    try:
        written = write(entries_of(typed), model)
        after = load(read_yaml_bytes(written.encode(), name), model).value
    except (Unwritable, Rejected):
        return _as_it_is(text, name)
    if same(before, after) and _comments(typed) == _comments(written):
        return Canonical(written)
    return _as_it_is(text, name)


def _as_it_is(text: str, name: str) -> Canonical:
    message = say("the file is left as it is: put in order it would not be sure to mean the same")
    hint = say("write without names (& and *) and without other rare YAML, and it can be put in order")
    return Canonical(text, (Finding(NOT_CANONICAL, message, hint, Place(name)),))


def _comments(text: str) -> list[str]:
    return sorted(comment.text for comment in comments_of(text))
