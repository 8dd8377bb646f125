"""A whole page of HTML around what it shows, and addresses of pages."""

from __future__ import annotations

import json
from urllib.parse import quote

from generator.base.language import say, spoken
from generator.formats.html.elements import element, empty, text
from generator.page.words import of_the_script
from generator.workspace.folders import AftaleFile

SHEET, SCRIPT, ICON = "page.css", "page.js", "icon.svg"


def whole_page(title: str, *body: str, script: str = SCRIPT, **facts: str) -> bytes:
    """A whole page; the facts and the sentences of the script are data of its body."""
    head = element(
        "head", empty("meta", charset="utf-8"), element("title", text(title)),
        empty("meta", name="viewport", content="width=device-width, initial-scale=1"),
        empty("link", rel="icon", href=f"/static/{ICON}"),
        empty("link", rel="stylesheet", href=f"/static/{SHEET}"),
        element("script", src=f"/static/{script}", type="module"),
    )  # fmt: skip
    skip = element("a", text(say("Go to the text")), href="#main", class_="skip")
    data = {f"data_{name}": value for name, value in facts.items()}
    words = json.dumps(of_the_script(), ensure_ascii=False)
    whole = element("body", skip, *body, data_words=words, **data)
    return f"<!doctype html>\n{element('html', head, whole, lang=spoken())}\n".encode()


def top() -> str:
    """The bar of a page that is of no document: the way back to the list."""
    return element("header", element("div", element("a", text(say("All plans")), href="/"), class_="bar"))


def status() -> str:
    """The line in which the script says what it does."""
    return element("p", id="status", role="status")


def address(*names: str) -> str:
    """Address of a plan, or of a document of it."""
    return "/".join(["/plan", *(quote(name, safe="") for name in names)])


def title_of(file: AftaleFile) -> str:
    """The document's title, with what tells it from the plan's others of its kind."""
    own = file.name.removeprefix(file.kind.name).lstrip("-").replace("-", " ")
    return f"{file.kind.title}: {own}" if own else file.kind.title
