"""Bar above a document: the way back, what can be done with the plan, and its other documents."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from generator.base.language import say
from generator.formats.html.elements import element, empty, text
from generator.page.views.whole import address, title_of
from generator.workspace.folders import AftaleFile, PlanFolder


def bar(name: str, folder: PlanFolder, files: Iterable[AftaleFile], file: AftaleFile) -> str:
    """The bar above the document of that file."""
    return element("header", _bar(name, folder, file), _documents(folder, files, file))


def _bar(name: str, folder: PlanFolder, file: AftaleFile) -> str:
    """The way back to the list, the plan's name, and what can be done with the document."""
    back = element("a", text(say("All plans")), href="/")
    path = f"/file/{quote(folder.name)}/{quote(file.name)}"
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


def _documents(folder: PlanFolder, files: Iterable[AftaleFile], here: AftaleFile) -> str:
    links = [element("li", _link(folder, one, one == here)) for one in files]
    return element("nav", element("ul", *links), aria_label=say("Documents"), class_="documents")


def _link(folder: PlanFolder, file: AftaleFile, is_here: bool) -> str:
    return element("a", text(title_of(file)), href=address(folder.name, file.name),
                   aria_current="page" if is_here else "")
