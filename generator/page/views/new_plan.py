"""The dialogue about a new plan: a question each, whose answer is looked at when it is left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.authoring.answers import PARTY_TYPES
from generator.base.language import say
from generator.formats.html.elements import element, empty, text
from generator.page.views.whole import status, top, whole_page
from generator.plan.model.form import Form

SCRIPT = "new.js"
FROM_NOTHING, FROM_ANOTHER, FROM_WORD = "nothing", "other", "word"
OWN = f"{FROM_NOTHING} {FROM_ANOTHER}"
"""Ways to begin in which the questions about the plan are asked."""


def new_plan_page(plans: Sequence[tuple[str, str, str]], forms: Sequence[Form]) -> bytes:
    """The dialogue; of the plans that it can begin with, the folder's name, their own and their round."""
    title = say("A new plan")
    questions = [
        _ways(bool(plans)),
        _question("other", say("The plan to begin with"), _plans(plans), ways=FROM_ANOTHER),
        _question("words", say("The Word files of the plan"), _files(), ways=FROM_WORD,
                  hint=say("Choose all the agreements of the plan, or drop them here. What finds no place is "
                           "kept beside the plan, and nothing is thrown away.")),
        _question("midler", say("The funding round"), _rounds(forms)),
        _question("navn", say("Name of the plan"), _line("navn"), ways=OWN,
                  hint=say("As it stands in the agreements: {example}", example="Helhedsplanen i Køge")),
        _question("fra", say("First day"), _line("fra"), ways=OWN,
                  hint=say("For example: {example}", example="1.1.2027")),
        _question("til", say("Last day"), _line("til"), ways=OWN,
                  hint=say("For example: {example}", example="31.12.2030")),
        _question("parter", say("The parties"), _parties(), ways=OWN, is_group=True),
        _question("områder", say("The boligområder"), element("textarea", id="områder", rows="3"), ways=OWN,
                  hint=say("One on each line.")),
        *(_efforts(form) for form in forms),
    ]
    make = element("button", text(say("Make the plan")), type="submit", class_="main")
    form = element("form", *questions, element("p", make), id="begin", novalidate="novalidate")
    about = element("p", text(say(
        "Answer what you know, and leave the rest empty: all of it can be written and changed afterwards. "
        "What you have answered is kept in this window.")))
    main = element("main", element("h1", text(title)), about, form, id="main", tabindex="-1")
    return whole_page(title, top(), main, status(), script=SCRIPT)


def _question(
    name: str, label: str, asked: str, *, hint: str = "", ways: str = "", round_: str = "",
    is_group: bool = False,
) -> str:
    """A question with its hint and the place of what is wrong with the answer; asked in those ways alone."""
    told = element("p", text(hint), class_="hint", id=f"hint-{name}") if hint else ""
    wrong = element("p", class_="wrong", id=f"wrong-{name}{round_}", role="alert")
    head = element("legend", text(label)) if is_group else element("label", text(label), for_=name)
    return element("fieldset" if is_group else "div", head, told, asked, wrong, class_="question",
                   data_question=name, data_ways=ways, data_round=round_)


def _line(name: str) -> str:
    return empty("input", id=name, autocomplete="off", aria_describedby=f"hint-{name} wrong-{name}")


def _ways(has_plans: bool) -> str:
    ways = [(FROM_NOTHING, say("From the beginning")), (FROM_WORD, say("From last period's Word files"))]
    if has_plans:
        ways.insert(1, (FROM_ANOTHER, say("From another plan: its parties, areas and organisation")))
    radios = [_choice("radio", "how", value, label, checked=value == FROM_NOTHING) for value, label in ways]
    return _question("how", say("How do you begin?"), "".join(radios), is_group=True)


def _choice(kind: str, name: str, value: str, label: str, *, checked: bool = False) -> str:
    one = empty("input", type=kind, name=name, value=value, checked="checked" if checked else "")
    return element("label", one, " ", text(label), class_="choice")


def _plans(plans: Iterable[tuple[str, str, str]]) -> str:
    options = [element("option", text(name), value=folder, data_midler=of_round)
               for folder, name, of_round in plans]
    return element("select", *options, id="other")


def _rounds(forms: Iterable[Form]) -> str:
    newest = [form.midler for form in forms][-1:]
    options = [element("option", form.midler, value=form.midler,
                       selected="selected" if form.midler in newest else "") for form in forms]
    return element("select", *options, id="midler")


def _files() -> str:
    chosen = empty("input", type="file", id="words", accept=".docx", multiple="multiple",
                   aria_describedby="hint-words wrong-words")
    return element("div", chosen, element("ul", id="brought"), class_="drop", data_drop="words")


def _parties() -> str:
    options = [element("option", text(kind), value=kind) for kind in PARTY_TYPES]
    row = element(
        "li", empty("input", class_="name", autocomplete="off", aria_label=say("Name of the party")),
        element("select", *options, class_="kind", aria_label=say("Kind of party")),
        element("button", text(say("Remove")), type="button", class_="gone"),
    )  # fmt: skip
    add = element("button", text(say("Add a party")), type="button", id="another")
    return element("ul", id="parter") + element("template", row, id="party") + element("p", add)


def _efforts(form: Form) -> str:
    boxes = [_choice("checkbox", "indsatsområder", one.nøgle, one.navn) for one in form.indsatsområder]
    return _question("indsatsområder", say("The chosen indsatsområder"), "".join(boxes), ways=OWN,
                     round_=form.midler, is_group=True)
