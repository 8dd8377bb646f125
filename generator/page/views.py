"""Pages as HTML: the list of plans, and a document with what stands around it. No script, no style."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from msgspec import Struct

from generator.base.language import later, say, say_count, spoken
from generator.formats.html.elements import element, empty, text
from generator.page.noted import Note, Notes
from generator.page.passages import as_json
from generator.page.reading import Page
from generator.page.words import of_the_script
from generator.workspace.folders import AftaleFile, PlanFolder

SHEET, SCRIPT, ICON = "page.css", "page.js", "icon.svg"
EMPTY_ONE: Mapping[str, str] = {}
MEND, LOOK, EMPTY = later("To be mended"), later("To look at"), later("Still empty")


class Listed(Struct, frozen=True):
    """A plan in the list: its name on paper, its years, and what is noted of it."""

    folder: PlanFolder
    name: str
    years: str
    notes: Notes


def list_page(plans: Iterable[Listed]) -> bytes:
    """The list of plans, each with what must be mended and what is empty."""
    cards = [_card(one) for one in plans]
    title = say("Your plans")
    none = "" if cards else element("p", text(say("There are no plans here yet.")))
    main = element("main", element("h1", text(title)), none, element("ul", *cards, class_="plans"), id="main")
    return _page(title, main)


def _card(one: Listed) -> str:
    link = element("a", text(one.name), href=_address(one.folder.name))
    years = element("p", text(one.years)) if one.years else ""
    return element("li", link, years, element("p", text(_counts(one.notes))))


def plan_page(
    folder: PlanFolder, name: str, files: Sequence[AftaleFile], file: AftaleFile, page: Page | None,
    notes: Notes, state: str,
) -> bytes:
    """A document, the plan's other documents, and what must be mended, looked at and filled in."""
    header = element("header", _bar(name, folder, file), _documents(folder, files, file))
    headings = element("nav", element("h2", text(say("Headings"))), element("ul"), id="headings",
                       aria_label=say("Headings"))
    others = {one.name: _title(one) for one in files if one != file}
    is_old = page is None or page.state != state
    main = element("main", _old(page) if is_old else "", page.html if page else "", id="main", lang="da",
                   tabindex="-1")
    kinds = (_notes(MEND, notes.mend, others), _notes(LOOK, notes.look), _notes(EMPTY, notes.empty))
    aside = element("aside", *kinds, id="notes", aria_label=say("What is left to do"))
    status = element("p", id="status", role="status")
    columns = element("div", headings, main, aside, class_="columns")
    return _page(f"{_title(file)} – {name}", header, columns, status, plan=folder.name, document=file.name,
                 state=state)


def _page(title: str, *body: str, **facts: str) -> bytes:
    """A whole page; the facts and the sentences of the script are data of its body."""
    head = element(
        "head", empty("meta", charset="utf-8"), element("title", text(title)),
        empty("meta", name="viewport", content="width=device-width, initial-scale=1"),
        empty("link", rel="icon", href=f"/static/{ICON}"),
        empty("link", rel="stylesheet", href=f"/static/{SHEET}"),
        element("script", src=f"/static/{SCRIPT}", type="module"),
    )  # fmt: skip
    skip = element("a", text(say("Go to the text")), href="#main", class_="skip")
    data = {f"data_{name}": value for name, value in facts.items()}
    words = json.dumps(of_the_script(), ensure_ascii=False)
    whole = element("body", skip, *body, data_words=words, **data)
    return f"<!doctype html>\n{element('html', head, whole, lang=spoken())}\n".encode()


def _bar(name: str, folder: PlanFolder, file: AftaleFile) -> str:
    """The way back to the list, the plan's name, and what can be done with the document."""
    back = element("a", text(say("All plans")), href="/")
    address = f"/file/{quote(folder.name)}/{quote(file.name)}"
    buttons = [
        element("a", "Word", href=f"{address}.docx", class_="button"),
        element("a", "PDF", href=f"{address}.pdf", class_="button"),
        element("a", text(say("What has changed")), href=f"/changes/{quote(folder.name)}", class_="button"),
        element("button", text(say("Undo")), type="button", id="undo"),
        element("button", text(say("Keep a version")), type="button", id="keep"),
    ]
    return element("div", back, element("strong", text(name)), element("span", *buttons, class_="buttons"),
                   class_="bar")


def _documents(folder: PlanFolder, files: Iterable[AftaleFile], here: AftaleFile) -> str:
    links = [element("li", _link(folder, one, one == here)) for one in files]
    return element("nav", element("ul", *links), aria_label=say("Documents"), class_="documents")


def _link(folder: PlanFolder, file: AftaleFile, is_here: bool) -> str:
    address = _address(folder.name, file.name)
    return element("a", text(_title(file)), href=address, aria_current="page" if is_here else "")


def _address(*names: str) -> str:
    return "/".join(["/plan", *(quote(name, safe="") for name in names)])


def _title(file: AftaleFile) -> str:
    """The document's title, with what tells it from the plan's others of its kind."""
    own = file.name.removeprefix(file.kind.name).lstrip("-").replace("-", " ")
    return f"{file.kind.title}: {own}" if own else file.kind.title


def _old(page: Page | None) -> str:
    said = say("This is the page as it was before: what stands in the files now makes no document. "
               "See what must be mended.") if page else say(
               "There is no page of this document yet. See what must be mended.")  # fmt: skip
    return element("p", text(said), class_="old", role="note")


def _notes(title: str, found: Iterable[Note], others: Mapping[str, str] = EMPTY_ONE) -> str:
    """A kind of notes; of one about another document the title of that is told."""
    items = [element("li", _note(one, others.get(one.file, ""))) for one in found]
    heading = element("h2", text(say(title)), " ", element("span", str(len(items)), class_="count"))
    nothing = "" if items else element("p", text(say("nothing")))
    return element("section", heading, nothing, element("ul", *items) if items else "")


def _note(note: Note, where: str) -> str:
    title = element("strong", text(where), class_="where") if where else ""
    hint = element("span", text(note.hint), class_="hint") if note.hint else ""
    words = f"{title}{text(note.words)}{hint}"
    if not note.path:
        return words
    return element("button", words, type="button", data_file=note.file, data_key=as_json(note.path))


def _counts(notes: Notes) -> str:
    """The three numbers in one line."""
    mend = say_count("{n} error", "{n} errors", len(notes.mend))
    look = say_count("{n} to look at", "{n} to look at", len(notes.look))
    gaps = say_count("{n} empty field", "{n} empty fields", len(notes.empty))
    return say("{mend}, {look}, {gaps}", mend=mend, look=look, gaps=gaps)
