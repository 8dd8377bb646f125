"""Elements as text: names, attributes and content, with everything that comes from a document escaped."""

from __future__ import annotations

from html import escape


def text(words: str) -> str:
    """The words as the text of an element."""
    return escape(words, quote=False)


def element(name: str, /, *content: str, **attributes: str) -> str:
    """The element with its content, which is HTML; an attribute without a value is left out.

    An attribute whose name is a word of Python has an underscore behind it, one with a hyphen one inside.
    """
    return f"<{name}{_written(attributes)}>{''.join(content)}</{name}>"


def empty(name: str, /, **attributes: str) -> str:
    """An element that cannot hold anything."""
    return f"<{name}{_written(attributes)}>"


def _written(attributes: dict[str, str]) -> str:
    names = ((name.rstrip("_").replace("_", "-"), value) for name, value in attributes.items() if value)
    return "".join([f' {name}="{escape(value)}"' for name, value in names])
