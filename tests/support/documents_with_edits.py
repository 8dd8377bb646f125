"""Small documents of every kind of block, and what a revision may do to one."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from generator.base.values import replace
from generator.document.model import (
    Bar,
    Block,
    Box,
    Cell,
    Contents,
    Diagram,
    Document,
    Edge,
    Entry,
    Heading,
    LineBreak,
    List,
    ListItem,
    PageBreak,
    Paragraph,
    Part,
    Row,
    Run,
    Signature,
    Table,
)
from tests.support.word_samples import document

WORDS = (
    "at", "og", "beboere", "kommunen", "indsats", "14\u00a0timer", "21,5\u00a0%", "1.\u00a0april", "trivsel,",
    "(ung)", "helhedsplanen", "færre", "flytter.", "baseline",
)  # fmt: skip
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
looks = st.sampled_from([{}, {}, {}, {"bold": True}, {"italic": True}, {"link": "https://lbf.dk/"},
                         {"link": "mailto:a@b.dk", "bold": True}, {"style": "Gap"}])
run_strategy = st.builds(lambda text, look: Run(text, **look), texts, looks)
contents = st.lists(run_strategy | st.just(LineBreak()) | run_strategy, min_size=1, max_size=3).filter(
    lambda inlines: any(isinstance(inline, Run) for inline in inlines)).map(tuple)
paragraphs = st.builds(Paragraph, contents, st.sampled_from([None, None, None, "Lead"]))
headings = st.builds(Heading, st.integers(1, 3), contents, st.sampled_from([False, False, False, True]))
signatures = st.builds(Signature, texts, st.sampled_from(["a", "b", "c"]), st.sampled_from(["", "Ane"]),
                       st.sampled_from(["", "Direktør"]), st.sampled_from(["", "Kommunen"]), st.just(""),
                       st.booleans())

bars = st.integers(1, 99).map(
    lambda share: Bar((Part("A", Decimal(share)), Part("B", Decimal(100 - share))), "Delt i to"))
diagrams = st.sampled_from(["Gruppen", "Rådet"]).map(lambda name: Diagram(
    (Box("a", "Bestyrelsen"), Box("b", name, "2 møder", 1)), (Edge("b", "a", "refererer til"),),
    "Hvem og hvad"))
entries = st.builds(Entry, st.integers(1, 2), st.sampled_from(["", "1", "5.1"]), texts)
lists_of_contents = st.lists(entries, max_size=4).map(lambda drawn: Contents("Indhold", tuple(drawn)))


def _items(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[tuple[ListItem, ...]]:
    first = st.builds(Paragraph, contents)
    item = st.builds(lambda text, more: ListItem((text, *more)), first, st.lists(inner, max_size=1))
    return st.lists(item, min_size=1, max_size=4).map(tuple)


inner_lists = st.builds(List, _items(st.builds(Paragraph, contents)), st.booleans())
lists = st.builds(List, _items(st.one_of(st.builds(Paragraph, contents), inner_lists)), st.booleans())
cells = st.lists(st.one_of(paragraphs, paragraphs, st.builds(Paragraph, st.just(())), inner_lists, bars),
                 max_size=3).map(lambda blocks: Cell(tuple(blocks)))


@st.composite
def tables(draw: Any) -> Table:
    """Two or three columns, sometimes with a head, a caption, or a cell over two rows."""
    count = draw(st.sampled_from([2, 2, 3]))
    rows = [Row(tuple(draw(cells) for _ in range(count))) for _ in range(draw(st.integers(1, 4)))]
    if len(rows) > 1 and draw(st.booleans()):
        at = draw(st.integers(0, len(rows) - 2))
        rows[at] = Row((replace(rows[at].cells[0], rowspan=2), *rows[at].cells[1:]))
        rows[at + 1] = Row(rows[at + 1].cells[1:])
    if draw(st.booleans()):
        head = tuple(Cell((Paragraph((Run(draw(texts)),)),), header=True) for _ in range(count))
        rows.insert(0, Row(head, header=True))
    caption = draw(st.sampled_from([(), (), (Run("Målinger"),)]))
    return Table(tuple(rows), draw(st.sampled_from([(2, 1, 1), (1, 1, 1)]))[:count], caption)


blocks = st.one_of(paragraphs, paragraphs, headings, lists, tables(), signatures, st.just(PageBreak()),
                   bars, diagrams, lists_of_contents)
documents = st.lists(blocks, min_size=1, max_size=7).map(lambda drawn: document(*as_word_can_have(drawn)))


def as_word_can_have(drawn: list[Block]) -> list[Block]:
    """The blocks without what the writer refuses: tables that touch, anchors twice; and with some text."""
    kept: list[Block] = []
    anchors: set[str] = set()
    last: Block | None = None
    for block in drawn:
        if isinstance(block, Signature):
            if block.anchor in anchors:
                continue
            anchors.add(block.anchor)
        if isinstance(block, Table) and isinstance(last, (Table, Signature)) and not block.caption:
            kept.append(Paragraph((Run("Mellem"),)))
        kept.append(block)
        last = last if isinstance(block, PageBreak) else block
    return kept if any(not isinstance(block, PageBreak) for block in kept) else [Paragraph((Run("Tom"),))]


@st.composite
def revised(draw: Any) -> tuple[Document, Document]:
    """A document and what became of it after a few changes: blocks, rows, items and words."""
    old = draw(documents)
    changed = list(old.blocks)
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(changed) - 1)) if changed else 0
        draw(st.sampled_from([_drop, _put_in, _move, _change, _change, _change]))(changed, place, draw)
    return old, replace(old, blocks=tuple(as_word_can_have(changed)))


Draw = Callable[[st.SearchStrategy[Any]], Any]


def _drop(changed: list[Any], place: int, _: Draw) -> None:
    del changed[place:place + 1]


def _put_in(changed: list[Any], place: int, draw: Draw) -> None:
    changed.insert(place, draw(blocks))


def _move(changed: list[Any], place: int, draw: Draw) -> None:
    taken = changed[place:place + 2]
    del changed[place:place + 2]
    to = draw(st.integers(0, len(changed)))
    changed[to:to] = taken


def _change(changed: list[Any], place: int, draw: Draw) -> None:
    changed[place:place + 1] = [_changed(block, draw) for block in changed[place:place + 1]]


def _changed(block: Block, draw: Draw) -> Block:
    if isinstance(block, (Paragraph, Heading)):
        return replace(block, content=(*block.content, draw(run_strategy)))
    if isinstance(block, Signature):
        return replace(block, name=draw(st.sampled_from(["", "Bo Eksempel"])))
    if isinstance(block, Contents):
        return replace(block, entries=draw(lists_of_contents).entries)
    if isinstance(block, List):
        items = list(block.items)
        _drop_or_put_in(items, draw(_items(paragraphs)), draw)
        return replace(block, items=tuple(items) or block.items)
    if isinstance(block, Table) and all(cell.rowspan == 1 for row in block.rows for cell in row.cells):
        return replace(block, rows=_changed_rows(block, draw))
    return block


def _changed_rows(block: Table, draw: Draw) -> tuple[Row, ...]:
    heads = [row for row in block.rows if row.header]
    rows = [row for row in block.rows if not row.header]
    row = Row(tuple(draw(cells) for _ in block.columns))
    if rows and draw(st.booleans()):
        at = draw(st.integers(0, len(rows) - 1))
        rows[at] = Row((draw(cells), *rows[at].cells[1:]))
    else:
        _drop_or_put_in(rows, (row,), draw)
    return (*heads, *rows) or block.rows


def _drop_or_put_in(things: list[Any], new: tuple[Any, ...], draw: Draw) -> None:
    at = draw(st.integers(0, len(things)))
    if at < len(things) and draw(st.booleans()):
        del things[at]
    else:
        things.insert(at, new[0])
