"""The printed text: every kind of change that a reader can see makes it another, and none that nobody can."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec import Struct

from generator.base.values import replace
from generator.document import drawings, model
from generator.document.model import (
    Bar,
    Block,
    Cell,
    Diagram,
    Document,
    Heading,
    List,
    ListItem,
    Mark,
    Origin,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Signature,
    Table,
)
from generator.document.printed import aftryk_of, printed
from tests.support.documents_with_edits import documents

Path = tuple[str | int, ...]


def longer(value: Any) -> Any:
    return f"{value or ''}x"


def other(*values: Any) -> Callable[[Any], Any]:
    return lambda value: next(one for one in values if one != value)


def more(new: Any) -> Callable[[Any], Any]:
    return lambda value: (*value, new)


WORDS = Paragraph((Run("Et nyt afsnit"),))
SEEN: Mapping[str, Callable[[Any], Any]] = {
    "Run.text": longer, "Run.bold": other(True, False), "Run.italic": other(True, False),
    "Run.style": other("Gap", "Known Gap"), "Run.link": other("https://a.dk/", "https://b.dk/"),
    "Paragraph.content": more(Run("x")), "Paragraph.style": other("Lead", "Source"),
    "Heading.level": other(1, 2), "Heading.content": more(Run("x")),
    "Heading.page_break_before": other(True, False),
    "List.items": more(ListItem((WORDS,))), "List.ordered": other(True, False),
    "List.letters": other(True, False), "ListItem.blocks": more(WORDS),
    "Table.rows": more(Row((Cell((WORDS,)),))), "Table.caption": more(Run("x")),
    "Table.style": other("Aftale Summary", "Andet"),
    "Row.cells": more(Cell(())), "Row.header": other(True, False),
    "Cell.blocks": more(WORDS), "Cell.header": other(True, False), "Cell.colspan": other(1, 2),
    "Cell.rowspan": other(1, 2),
    "Signature.label": longer, "Signature.name": longer, "Signature.title": longer,
    "Signature.digital": other(True, False),
    "Contents.title": longer, "Contents.entries": more(model.Entry(1, "9", "x")),
    "Entry.level": other(1, 2), "Entry.number": longer, "Entry.text": longer,
    "Bar.parts": more(drawings.Part("x", Decimal(1))), "Bar.width": other(Decimal(50), Decimal(60)),
    "Part.label": longer, "Part.share": lambda share: share / 2,
    "Diagram.boxes": more(drawings.Box("x", "x")), "Diagram.edges": lambda edges: edges[1:],
    "Box.label": longer, "Box.detail": longer, "Box.level": other(5, 6),
    "Edge.start": other("a", "b"), "Edge.end": other("a", "b"), "Edge.says": longer,
    "Edge.look": other("dashed", "dotted"),
    "Document.blocks": more(WORDS),
}  # fmt: skip
UNSEEN: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys([f"{name}.origin" for name in (
        "Paragraph", "Heading", "List", "Row", "Table", "Signature", "PageBreak", "Contents", "Bar",
        "Diagram",
    )], lambda _: Origin("another.html.j2", 7)),
    **dict.fromkeys([f"{name}.mark" for name in (
        "Run", "LineBreak", "Paragraph", "Heading", "List", "ListItem", "Row", "Table", "Signature",
        "PageBreak", "Contents", "Entry", "Bar", "Diagram",
    )], lambda _: Mark("inserted")),
    "Heading.anchor": longer, "Entry.anchor": longer, "Heading.short": longer,
    "Table.columns": lambda columns: tuple(width + 1 for width in columns),
    "Table.description": longer, "Bar.description": longer, "Diagram.description": longer,
    "Contents.most": lambda most: most + 1, "Signature.was": lambda _: Signature("Før", "f"),
    "Document.title": longer, "Document.draft": other(True, False), "Document.language": longer,
    "Document.subject": longer, "Document.author": longer, "Document.date": longer,
    "Document.properties": more(("x", "x")), "Document.was": lambda _: model.Edition("Før"),
}  # fmt: skip
IF_DIGITAL = {"Signature.organisation", "Signature.cvr", "Signature.anchor"}
"""Printed in a block without lines for ink, and nowhere else."""
OF_REVISIONS = (Mark, Origin, model.Split, model.Edition)
"""Not in a document without marks."""
BY_ITSELF = {"Box.name"}
"""Seen where lines lead to it, and nowhere else."""


def test_every_field_of_a_document_is_seen_or_unseen() -> None:
    kinds = {kind for module in (model, drawings) for kind in vars(module).values()
             if isinstance(kind, type) and issubclass(kind, Struct) and kind not in OF_REVISIONS}  # fmt: skip
    there = {f"{kind.__name__}.{name}" for kind in kinds for name in kind.__struct_fields__}
    assert there == {*SEEN, *UNSEEN, *IF_DIGITAL, *BY_ITSELF}


def parts(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every Struct in the value, with the way to it."""
    if isinstance(value, Struct) and not isinstance(value, (Mark, Origin)):
        yield path, value
        for name in value.__struct_fields__:
            yield from parts(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from parts(item, (*path, number))


def put(value: Any, path: Path, new: Any) -> Any:
    if not path:
        return new
    first, *rest = path
    if isinstance(first, int):
        return (*value[:first], put(value[first], tuple(rest), new), *value[first + 1 :])
    return replace(value, **{first: put(getattr(value, first), tuple(rest), new)})


@st.composite
def changed(draw: Any, changes: Mapping[str, Callable[[Any], Any]]) -> tuple[str, Document, Document]:
    """A document, and the same with one field of something in it changed."""
    old = draw(documents)
    found: dict[str, list[tuple[Path, Any, str]]] = {}
    for path, thing in parts(old):
        for name in thing.__struct_fields__:
            found.setdefault(f"{type(thing).__name__}.{name}", []).append((path, thing, name))
    key = draw(st.sampled_from(sorted(found.keys() & changes.keys())))  # each kind as often as any other
    path, thing, name = draw(st.sampled_from(found[key]))
    new = replace(thing, **{name: changes[key](getattr(thing, name))})
    return key, old, put(old, path, new)


@given(changed(SEEN))
def test_whatever_can_be_seen_makes_another_text(case: tuple[str, Document, Document]) -> None:
    _, old, new = case
    assert aftryk_of(old) != aftryk_of(new)


@given(changed(UNSEEN))
def test_nothing_that_cannot_be_seen_does(case: tuple[str, Document, Document]) -> None:
    _, old, new = case
    assert aftryk_of(old) == aftryk_of(new)


@given(documents, st.data())
def test_two_things_that_change_places_make_another_text(document: Document, data: st.DataObject) -> None:
    rows = [(path, thing) for path, thing in parts(document)]
    lists = [((*path, name), value) for path, thing in rows for name in thing.__struct_fields__
             if isinstance(value := getattr(thing, name), tuple) and len(value) > 1
             and name not in ("columns", "properties")]  # fmt: skip
    assume(lists)
    path, value = data.draw(st.sampled_from(lists))
    at = data.draw(st.integers(0, len(value) - 2))
    swapped = (*value[:at], value[at + 1], value[at], *value[at + 2 :])
    first, second = (document_of(one) for one in value[at : at + 2])
    assume(first != second)
    assert aftryk_of(put(document, path, swapped)) != aftryk_of(document)


def document_of(thing: Any) -> Any:
    """The thing as it is seen when it stands alone."""
    match thing:
        case Run() | model.LineBreak():
            return printed(Document("", (Paragraph((thing,)),)))
        case ListItem() | Cell():
            return printed(Document("", thing.blocks)), type(thing), getattr(thing, "header", None)
        case _ if isinstance(thing, get_args(Block)):
            return printed(Document("", (thing,)))
        case _:
            return thing


def as_one(*blocks: Block) -> str:
    return aftryk_of(Document("T", blocks))


def run(text: str, **look: Any) -> Paragraph:
    return Paragraph((Run(text, **look),))


@given(documents, st.data())
def test_how_a_text_is_cut_into_runs_is_not_seen(document: Document, data: st.DataObject) -> None:
    runs = [(path, thing) for path, thing in parts(document) if isinstance(thing, Run)]
    assume(runs)
    path, cut = data.draw(st.sampled_from(runs))
    at = data.draw(st.integers(0, len(cut.text)))
    *above, name, number = path
    assert isinstance(number, int)
    around = thing_at(document, tuple(above))
    content = getattr(around, str(name))
    both = (replace(cut, text=cut.text[:at]), replace(cut, text=cut.text[at:]))
    split = put(document, (*above, name), (*content[:number], *both, *content[number + 1 :]))
    assert aftryk_of(split) == aftryk_of(document)


def thing_at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


@given(documents)
def test_a_hard_space_is_a_space(document: Document) -> None:
    soft = document
    for path, thing in parts(document):
        if isinstance(thing, Run):
            text = unicodedata.normalize("NFD", thing.text.replace("\u00a0", " "))
            soft = put(soft, path, replace(thing, text=text))
    assert aftryk_of(soft) == aftryk_of(document)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (run("hel\u00adheds\u2011plan"), run("helheds-plan")),
        (run("slut "), run("slut")),
        (Paragraph((Run("fed ", bold=True), Run("ord"))), Paragraph((Run("fed", bold=True), Run(" ord")))),
        (run("ord"), run("ord", style=None)),
        (Paragraph((Run("ord"),), "Body Text"), run("ord")),
        (Bar((), "", Decimal("50.0")), Bar((), "Andre ord", Decimal(50))),
    ],
)  # fmt: skip
def test_what_looks_alike_is_one_text(one: Block, other: Block) -> None:
    assert as_one(one) == as_one(other)


def test_a_new_page_is_the_same_however_it_is_begun() -> None:
    heading = Heading(1, (Run("A"),))
    assert as_one(PageBreak(), heading) == as_one(replace(heading, page_break_before=True))


def test_an_item_one_level_deeper_is_another_text() -> None:
    deep = List((ListItem((run("a"), List((ListItem((run("b"),)),)))),))
    assert as_one(deep) != as_one(List((ListItem((run("a"),)), ListItem((run("b"),)))))


@pytest.mark.parametrize("key", sorted(IF_DIGITAL))
def test_who_signs_is_seen_as_far_as_the_block_prints_it(key: str) -> None:
    digital = Signature("Kommunen", "k", "Bo", "Leder", "Kommunen", "12345678", digital=True)
    name = key.partition(".")[2]
    other: dict[str, Any] = {name: "andet"}
    assert as_one(digital) != as_one(replace(digital, **other))
    ink = replace(digital, digital=False)
    assert as_one(ink) == as_one(replace(ink, **other))


def test_a_box_goes_by_any_name_that_its_lines_go_by() -> None:
    def diagram(*names: str) -> Diagram:
        boxes = tuple(drawings.Box(name, label) for name, label in zip(names, "AB", strict=True))
        return Diagram(boxes, (drawings.Edge(names[0], names[1], "til"),), "")

    assert as_one(diagram("a", "b")) == as_one(diagram("x", "y"))


def test_a_table_says_which_cell_stands_where() -> None:
    def table(*rows: str) -> Table:
        return Table(tuple(Row(tuple(Cell((run(text),)) for text in row)) for row in rows), (1, 1))

    assert as_one(table("ab", "cd")) != as_one(table("abcd"))
    assert as_one(table("ab", "cd")) != as_one(table("ac", "bd"))
