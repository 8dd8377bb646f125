"""Messages and hints for a value that is text, a list, keys or a number where another of them is wanted."""

from __future__ import annotations

import re
from typing import Any

from generator.base.language import later, say
from generator.plan.model.hints import takes_alone
from generator.plan.model.reader import A_LIST, A_WHOLE_NUMBER, A_WORD, KEYS, TEXT
from generator.plan.model.record import Model
from generator.plan.model.shape import Fields, example_at, keys_at, models_at
from generator.plan.source.scalars import quoted
from generator.plan.source.tree import KeyPath

MESSAGES: dict[tuple[str, type[Any]], str] = {
    (TEXT, list): later("text is wanted, not a list"),
    (TEXT, dict): later("text is wanted, not keys"),
    (A_LIST, str): later("a list is wanted, not text"),
    (A_LIST, dict): later("a list is wanted, not keys"),
    (KEYS, str): later("keys are wanted, not text"),
    (KEYS, list): later("keys are wanted, not a list"),
    (A_WHOLE_NUMBER, str): later("a whole number is wanted, not text"),
    (A_WHOLE_NUMBER, list): later("a whole number is wanted, not a list"),
    (A_WHOLE_NUMBER, dict): later("a whole number is wanted, not keys"),
    (A_WORD, list): later("a word is wanted, not a list"),
    (A_WORD, dict): later("a word is wanted, not keys"),
}
"""By what is wanted, and what stands there in the source."""
SHORT = 60


def message(wanted: str, value: Any) -> str:
    """The sentence that says what is wanted, and what stands there."""
    return say(MESSAGES[wanted, type(value)])


def hint(model: type[Model], path: KeyPath, wanted: str, value: Any, fields: Fields) -> str:
    """The hint that says how what is wanted is written, with keys or an example of the model."""
    if wanted == KEYS:
        return _keys(model, path, value, fields)
    if wanted == A_LIST:
        return _list(model, path, value)
    words = example_at(model, path)
    return _text_like(value, f"{path[-1] if path else ''}: {words}") if words else _text(value)


def _text_like(value: Any, example: str) -> str:
    """Hint for one text, with an example of it."""
    if isinstance(value, list):
        return say("write for example {example}; for a list inside prose write | and the list on the lines "
                   "below it", example=example)  # fmt: skip
    if isinstance(value, dict):
        return say("write for example {example}; text with a colon in it stands in quotes", example=example)
    return say("write for example {values}", values=example)


def _text(value: Any) -> str:
    if isinstance(value, list):
        return say("write one text; for a list inside prose write | and the list on the lines below it")
    if isinstance(value, dict):
        return say("write one text; text with a colon in it stands in quotes")
    return say("write one text")


def _keys(model: type[Model], path: KeyPath, value: Any, fields: Fields) -> str:
    tight = re.match(r"([\w-]+):(\S+)", value) if isinstance(value, str) else None
    if tight and tight[1] in keys_at(model, path, fields):
        return say("put a space after the colon: {text}", text=f"{tight[1]}: {tight[2]}")
    known = ", ".join(f"{key}: …" for found in models_at(model, path)[:1] for key in list(fields(found))[:3])
    if isinstance(value, list):
        return say("write keys, each on its own line, such as {keys}; leave out the dashes", keys=known) \
            if known else say("write keys, each on its own line; leave out the dashes")
    return say("write keys, each on its own line, such as {keys}", keys=known) \
        if known else say("write keys, each on its own line")


def _list(model: type[Model], path: KeyPath, value: Any) -> str:
    """Hint for text where a list is wanted; it shows the text as an item only where an item can be text."""
    words = value.lstrip("- ").split(" -")[0].strip() if isinstance(value, str) else ""
    is_an_item = bool(words) and takes_alone(model, path, [words])
    if is_an_item and value.startswith("-"):
        return say("put a space after each dash: {text}", text=f"- {words}")
    if is_an_item and path and len(words) < SHORT:
        return say("write a list: {shown}, or a line for each with - and a space in front",
                   shown=f"{path[-1]}: [{quoted(words)}]")  # fmt: skip
    keys = [f"{key}: …" for found in models_at(model, (*path, 0))[:1] for key in list(found.fields)[:2]]
    if keys:
        return say("write a list: each item begins on its own line with - and a space, and its keys, such as "
                   "{keys}", keys=", ".join(keys))  # fmt: skip
    return say("write a list: each item begins on its own line with - and a space")
