"""Page of a plan's package: what it lacks is told first, then what can be taken."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from generator.base import danish
from generator.base.border import environment
from generator.base.language import say, say_count
from generator.formats.html.elements import element, empty, text
from generator.page.packing import Addable, Lacking, Packing
from generator.page.views.whole import ACTIONS, address, field_address, status, top, whole_page
from generator.plan.model.dates import Dato
from generator.workspace.folders import AftaleFile, PlanFolder


def package_page(folder: PlanFolder, name: str, packing: Packing, errors: int, state: str) -> bytes:
    """The page; `errors` is how much must be mended in the plan."""
    title = say("The package")
    about = element("p", text(say(
        "All documents of the plan as Word and PDF, with a cover that lists them and what they lack.")))
    parts = (_lacks(folder, packing, errors), _take(folder, packing, errors), _documents(folder, packing),
             _more(packing.more), _others(folder, packing))
    main = element("main", element("h1", text(title)), about, *parts, id="main", tabindex="-1")
    return whole_page(f"{title} – {name}", top(name, address(folder.name)), main, status(), script=ACTIONS,
                      plan=folder.name, state=state)


def _lacks(folder: PlanFolder, packing: Packing, errors: int) -> str:
    lines = []
    if errors:
        told = say_count("{n} thing must be mended", "{n} things must be mended", errors)
        lines.append(element("li", element("a", text(told), href=address(folder.name))))
    lines += [_lacking(folder, one) for one in packing.lacking]
    lines += [_draft(folder, packing, file) for file in packing.drafts]
    nothing = "" if lines else element("p", text(say("Nothing: the package is whole.")))
    return _section(say("What it lacks"), nothing, element("ul", *lines, class_="lines") if lines else "")


def _lacking(folder: PlanFolder, annex: Lacking) -> str:
    told = text(say("the annex {annex} is not there", annex=f"”{annex.name}”"))
    if annex.begin:
        return element("li", told, " ", *map(_begin, annex.begin))
    field = field_address(folder.name, annex.agreement, annex.agreement, ["bilag"])
    return element("li", element("a", told, href=field))


def _draft(folder: PlanFolder, packing: Packing, file: AftaleFile) -> str:
    told = say("{document} is a draft", document=packing.titles[file.name])
    return element("li", element("a", text(told), href=address(folder.name, file.name)))


def _begin(one: Addable) -> str:
    """A button that begins a document; of one that has a name, with the place to write it."""
    label = f"{one.kind.title}: {one.own}" if one.own else one.kind.title
    said = text(say("Begin {document}", document=label))
    if not one.kind.needs_name or one.own:
        return element("button", said, type="button", data_do="add-document", data_words=one.words)
    name = element("label", text(danish.stort(one.kind.key or "")), " ", empty("input", autocomplete="off"))
    return element("form", name, " ", element("button", said, type="submit"), class_="asked",
                   data_do="add-document", data_words=one.words)


def _take(folder: PlanFolder, packing: Packing, errors: int) -> str:
    path = f"/zip/{quote(folder.name, safe='')}"
    if not packing.documents:
        return ""
    drafts = element("a", text(say("Take it as drafts")), href=f"{path}/draft", class_="button take")
    if errors or packing.lacking or packing.drafts:
        note = element("p", text(say("It can be sent when nothing is lacking. "
                                     "As drafts it can be read by others until then.")))
        return _section(say("Take it"), note, element("p", drafts))
    whole = element("a", text(say("Take the package")), href=path, class_="button main take")
    return _section(say("Take it"), element("p", whole))


def _documents(folder: PlanFolder, packing: Packing) -> str:
    rows = []
    for file, is_draft in packing.documents:
        path = f"/file/{quote(folder.name, safe='')}/{quote(file.name, safe='')}"
        takes = [element("a", label, href=f"{path}{suffix}", class_="take",
                         aria_label=f"{label}: {packing.titles[file.name]}") for label, suffix in
                 (("Word", ".docx"), ("PDF", ".pdf"))]
        link = element("a", text(packing.titles[file.name]), href=address(folder.name, file.name))
        state = say("draft") if is_draft else say("final")
        rows.append(element("tr", element("th", link, scope="row"), element("td", text(state)),
                            element("td", takes[0], " ", takes[1])))
    return _section(say("Its documents"), element("table", element("tbody", *rows)))


def _more(more: Iterable[Addable]) -> str:
    lines = [element("li", _begin(one)) for one in more]
    return _section(say("More documents"), element("ul", *lines, class_="lines")) if lines else ""


def _others(folder: PlanFolder, packing: Packing) -> str:
    name = quote(folder.name, safe="")
    lines = [element("li", _letter(f"/letter/{name}"))]
    if packing.has_calendar:
        calendar = text(say("The milestones for a calendar"))
        lines.append(element("li", element("a", calendar, href=f"/calendar/{name}", class_="take")))
    return _section(say("Other things to take"), element("ul", *lines, class_="lines"))


def _letter(path: str) -> str:
    """Asks for the day of the letter, today to begin with, and takes it."""
    about = element("p", text(say("The letter to Landsbyggefonden about changes")))
    label = element("label", text(say("The day of the letter")), for_="day")
    today = environment.today()
    value = danish.dato(Dato(år=today.year, måned=today.month, dag=today.day)).replace(danish.HARD_SPACE, " ")
    day = empty("input", id="day", value=value, autocomplete="off", aria_describedby="day-hint day-wrong")
    hint = element("p", text(say("Left empty, it is written in the letter afterwards.")), class_="hint",
                   id="day-hint")
    wrong = element("p", class_="wrong", id="day-wrong", role="alert")
    take = element("button", text(say("Take the letter")), type="submit")
    return about + element("form", label, " ", day, " ", take, wrong, hint, class_="asked", data_take=path)


def _section(title: str, *content: str) -> str:
    return element("section", element("h2", text(title)), *content)
