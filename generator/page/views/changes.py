"""The page of what has changed in a plan: the one for a board, within the program's own."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from generator.base.language import say
from generator.formats.html.elements import element, text
from generator.page.views.whole import ACTIONS, address, status, top, whole_page
from generator.workspace.folders import PlanFolder
from generator.workspace.git import Commit

SHEET = "changes.css"


def changes_page(
    folder: PlanFolder, name: str, page: str, versions: Sequence[Commit], since: Commit, state: str
) -> bytes:
    """The page for a board, of changes since one of the versions, with the ways to the others."""
    path = f"/changes/{quote(folder.name, safe='')}"
    links = [element("li", element("a", text(f"{one.dato} {one.subject}"), href=f"{path}/{one.ident}",
                                   aria_current="true" if one == since else "")) for one in versions]
    choose = element("details", element("summary", text(say("Compare with another version"))),
                     element("ul", *links, class_="lines"))
    take = element("a", text(say("Take the page")), href=f"{path}/{since.ident}/file", class_="button take")
    bar = element("div", choose, take, class_="above")
    inside = page.partition("<main>")[2].rpartition("</main>")[0]
    main = element("main", inside, id="main", class_="changes", tabindex="-1")
    title = say("What has changed")
    return whole_page(f"{title} – {name}", top(name, address(folder.name)), bar, main, status(),
                      script=ACTIONS, sheet=SHEET, plan=folder.name, state=state)


def scoped(style: str) -> str:
    """The style of the page for a board, for what stands in `main` alone."""
    return f"main.changes {{{style.replace(':root', '&').replace('body {', '& {')}}}\n"
