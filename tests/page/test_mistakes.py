"""Mistakes that people make in YAML, made in fields of the page: what cannot be made, and what is told."""

from __future__ import annotations

import pytest

from generator.page.application import Application
from tests.page.test_pages import FULL, asked, main_of, shown

PROSE, LINE = (FULL, ["medarbejderressourcer"]), (FULL, ["delmål", 0, "mål"])
COUNT = ("helhedsplan", ["boligområder", 0, "beboere"])
AMOUNT = ("helhedsplan", ["budget", "finansiering", 0, "beløb"])
SHARE, CHOICE = (FULL, ["delmål", 0, "baseline", "områder", "Ringparken"]), ("helhedsplan", ["status"])
DATE, LINES = ("helhedsplan", ["periode", "fra"]), (FULL, ["delmål", 0, "datakilder"])
KINDS: dict[str, tuple[str, object]] = {
    "prose": PROSE, "line": LINE, "count": COUNT, "amount": AMOUNT, "share": SHARE, "choice": CHOICE,
    "date": DATE, "lines": LINES,
}  # fmt: skip


def tried(app: Application, at: tuple[str, object], text: str) -> tuple[int, dict[str, str]]:
    """Write the text in a field as the page does; status and what is told."""
    name, path = at
    known = asked(app, "field", file=name, path=path)[1]
    html = "".join(f"<p>{line.replace('&', '&amp;').replace('<', '&lt;')}</p>" for line in text.split("\n"))
    value = {"html": html} if known["kind"] == "prose" else {
        "value": [text] if isinstance(known["value"], list) else text}
    return asked(app, "save", file=name, path=path, expected=known["value"], here=True, **value)


@pytest.mark.parametrize("lines", [
    "a) første\nb) andet", "1. et\n2. to", "– et\n– to", "-x\n-y", "(1) et\n(2) to", "| a | b |\n| c | d |",
    "# Overskrift\nog mere", "[" * 340, "-    " * 24 + "slut", "bolig*område og 2*3*4 _x_ [y]",
])  # fmt: skip
def test_lines_and_signs_that_yaml_or_markup_would_change_stand_on_the_page_as_they_were_written(
    app: Application, lines: str
) -> None:
    status, told = tried(app, PROSE, lines)
    assert status == 200, told
    page = main_of(shown(app, "plan", app.workspace.plan_names()[-1], FULL))
    for line in lines.split("\n"):
        assert " ".join(line.split()) in " ".join(page.replace("&amp;", "&").split())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("sign", [
    "\x00", "\x07", "\x1b", "\x85", "\u200b", "\u200e", "\u200f", "\u2028", "\ufeff", "\ud800",
])  # fmt: skip
def test_a_character_that_nobody_sees_is_refused_by_its_name_or_is_no_part_of_what_is_written(
    app: Application, kind: str, sign: str
) -> None:
    status, told = tried(app, KINDS[kind], f"a{sign}b")
    assert status == 422
    assert told["why"]
    assert "would not say what it said" not in told["why"]


@pytest.mark.parametrize("kind", ["prose", "line", "lines"])
@pytest.mark.parametrize("text", [
    "<script>alert(1)</script>", "{{ plan }} {% x %}", "#!: - [x", "&a *b", "Vi er #1", "kl. 8: nej", "'\"",
    "--- x", "%TAG", "ja", "null", "1.10",
])  # fmt: skip
def test_markup_jinja_and_signs_of_yaml_are_text_in_every_kind_of_field(
    app: Application, kind: str, text: str
) -> None:
    status, told = tried(app, KINDS[kind], text)
    assert status == 200, told
    page = main_of(shown(app, "plan", app.workspace.plan_names()[-1], FULL))
    assert "<script>alert" not in page
    assert text in page.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace(
        "&#x27;", "'").replace("&amp;", "&").replace("\xa0", " ")


@pytest.mark.parametrize(("kind", "text", "hint"), [
    ("count", "733,5", "1.000"), ("count", "6 000", "6.000"), ("count", "2-3.000", "2.000-3.000"),
    ("amount", "ca. 14,6 mio. kr.", "ca. 14,6"), ("amount", "-3", "3"), ("share", "21.5", "21,5"),
    ("share", "mange", "12,5 %"), ("date", "31.2.2027", "28"), ("choice", "færdig", "udkast"),
])  # fmt: skip
def test_a_value_that_says_another_thing_than_was_meant_is_refused_with_what_to_write(
    app: Application, kind: str, text: str, hint: str
) -> None:
    status, told = tried(app, KINDS[kind], text)
    assert status == 422
    assert hint in told["hint"]
