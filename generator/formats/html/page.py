"""Whole page: the fragment in a `main`, with a title, what it was made from, and a style sheet."""

from __future__ import annotations

from generator.document.model import Document
from generator.formats.html.elements import element, empty, text
from generator.formats.html.fragment import fragment
from generator.formats.html.sheet import SHEET
from generator.formats.html.stamped import PREFIX, sealed


def page(document: Document) -> bytes:
    """The document as a page of its own, in UTF-8, that asks no other file for anything."""
    said = (("description", document.subject), ("author", document.author))
    metas = [empty("meta", name=name, content=value) for name, value in said if value]
    metas += [empty("meta", name=PREFIX + name, content=value) for name, value in document.properties]
    head = "\n".join([
        empty("meta", charset="utf-8"),
        empty("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", text(document.title)), *metas, element("style", f"\n{SHEET}"),
    ])  # fmt: skip
    main = element("main", f"\n{fragment(document)}\n")
    html = element("html", f"\n{element('head', head)}\n", element("body", f"\n{main}\n"), "\n",
                   lang=document.language.partition("-")[0])
    return sealed(f"<!doctype html>\n{html}\n")
