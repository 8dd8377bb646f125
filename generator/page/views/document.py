"""A document as a page, with the plan's others, its headings, and what is noted beside it."""

from __future__ import annotations

from collections.abc import Mapping

from generator.base.language import say
from generator.formats.html.elements import element, text
from generator.page.noted import Notes
from generator.page.reading import Page
from generator.page.views.bar import bar
from generator.page.views.beside import beside
from generator.page.views.whole import status, whole_page
from generator.workspace.folders import AftaleFile, PlanFolder


def plan_page(
    folder: PlanFolder, name: str, titles: Mapping[str, str], file: AftaleFile, page: Page | None,
    notes: Notes, beneath: str, state: str,
) -> bytes:
    """A document, the plan's other documents, and what must be mended, looked at and filled in.

    `beneath` stands below that.
    """
    headings = element("nav", element("details", element("summary", element("h2", text(say("Headings")))),
                                      element("ul"), open="open"),
                       element("a", text(say("What is left to do")), href="#notes", class_="to-notes"),
                       id="headings", aria_label=say("Headings"))
    is_old = page is None or page.state != state
    main = element("main", _old(page) if is_old else "", page.html if page else "", id="main", lang="da",
                   tabindex="-1")
    aside = beside(notes, {one: title for one, title in titles.items() if one != file.name}, beneath)
    columns = element("div", headings, main, aside, class_="columns")
    return whole_page(f"{titles[file.name]} – {name}", bar(name, folder, titles, file.name), columns,
                      status(), plan=folder.name, document=file.name, state=state)


def _old(page: Page | None) -> str:
    said = say("This is the page as it was before: what stands in the files now makes no document. "
               "See what must be mended.") if page else say(
               "There is no page of this document yet. See what must be mended.")  # fmt: skip
    return element("p", text(said), class_="old", role="note")
