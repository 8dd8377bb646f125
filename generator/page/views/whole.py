"""A whole page of HTML around what it shows, and addresses of pages."""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import quote

from generator.base.language import say, spoken
from generator.formats.html.elements import element, empty, text
from generator.page.passages import as_json
from generator.page.words import of_the_script

SHEET, SCRIPT, ICON = "page.css", "page.js", "icon.svg"
ACTIONS, AT = "actions.js", "at:"


def whole_page(title: str, *body: str, script: str = SCRIPT, sheet: str = "", **facts: str) -> bytes:
    """A whole page; the facts and the sentences of the script are data of its body."""
    head = element(
        "head", empty("meta", charset="utf-8"), element("title", text(title)),
        empty("meta", name="viewport", content="width=device-width, initial-scale=1"),
        empty("link", rel="icon", href=f"/static/{ICON}"),
        *(empty("link", rel="stylesheet", href=f"/static/{one}") for one in (SHEET, sheet) if one),
        element("script", src=f"/static/{script}", type="module"),
    )  # fmt: skip
    skip = element("a", text(say("Go to the text")), href="#main", class_="skip")
    data = {f"data_{name}": value for name, value in facts.items()}
    words = json.dumps(of_the_script(), ensure_ascii=False)
    whole = element("body", skip, *body, data_words=words, **data)
    return f"<!doctype html>\n{element('html', head, whole, lang=spoken())}\n".encode()


def top(plan: str = "", back: str = "") -> str:
    """The bar of a page that is of no document: the ways back to the list, and to the plan."""
    links = [element("a", text(say("All plans")), href="/")]
    links += [element("a", text(plan), href=back)] if plan else []
    return element("header", element("div", *links, class_="bar"))


def trouble_page(why: str, hint: str) -> bytes:
    """A page that says why what was asked for is not there."""
    main = element("main", element("h1", text(say("That cannot be shown"))), element("p", text(why)),
                   element("p", text(hint)) if hint else "", id="main", tabindex="-1")
    return whole_page(say("That cannot be shown"), top(), main, status(), script=ACTIONS)


def status() -> str:
    """The line in which the script says what it does."""
    return element("p", id="status", role="status")


def address(*names: str) -> str:
    """Address of a plan, or of a document of it."""
    return "/".join(["/plan", *(quote(name, safe="") for name in names)])


def field_address(plan: str, document: str, file: str, path: Sequence[object]) -> str:
    """Address of a document that opens the field of a key."""
    return f"{address(plan, document)}#{AT}{quote(as_json([file, path]))}"
