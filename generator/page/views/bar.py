"""Bar above a document: the way back, what can be done with the plan, and its other documents."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from generator.base.language import say
from generator.formats.html.elements import element, empty, text
from generator.page.views.whole import address
from generator.workspace.folders import PlanFolder


def bar(name: str, folder: PlanFolder, titles: Mapping[str, str], document: str) -> str:
    """The bar above the document; `titles` are those of all of the plan."""
    return element("header", _bar(name, folder, document)) + _documents(folder, titles, document)


def _bar(name: str, folder: PlanFolder, document: str) -> str:
    """The way back to the list, the plan's name, and what can be done with the document."""
    back = element("a", text(say("All plans")), href="/")
    path = f"/file/{quote(folder.name)}/{quote(document)}"
    buttons = [
        element("a", "Word", href=f"{path}.docx", class_="button take"),
        element("a", "PDF", href=f"{path}.pdf", class_="button take"),
        element("a", text(say("The package")), href=f"/package/{quote(folder.name)}", class_="button"),
        element("a", text(say("What has changed")), href=f"/changes/{quote(folder.name)}", class_="button"),
        _returned(),
        element("button", text(say("Undo")), type="button", id="undo"),
        element("button", text(say("Keep a version")), type="button", id="keep"),
    ]
    return element("div", back, element("strong", text(name)), element("span", *buttons, class_="buttons"),
                   class_="bar")


def _returned() -> str:
    """Chooses a Word file that came back; it may be dropped anywhere on the page, too."""
    chosen = empty("input", type="file", id="returned", accept=".docx", class_="heard")
    return element("label", text(say("Take a Word file in")), chosen, class_="button")


def _documents(folder: PlanFolder, titles: Mapping[str, str], here: str) -> str:
    links = [element("li", element("a", text(title), href=address(folder.name, name),
                                   aria_current="page" if name == here else ""))
             for name, title in titles.items()]  # fmt: skip
    return element("nav", element("ul", *links), aria_label=say("Documents"), class_="documents")
