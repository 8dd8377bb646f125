"""A traced document of a plan of placeholders → the slots of its form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from generator.authoring.imported.beside import kind_of_name
from generator.authoring.imported.columns import with_shared_columns
from generator.authoring.imported.document_names import with_area, with_twins
from generator.authoring.imported.named import YEAR, named, names_in, of_year, with_years
from generator.authoring.imported.other_ways import in_other_ways
from generator.authoring.imported.own_areas import named_by_own, own_areas
from generator.authoring.imported.placeholders import (
    BESIDE,
    NAMES,
    OTHERS,
    SIGN,
    YEARS,
    other_form,
    placeholder_plan,
)
from generator.authoring.imported.repeats import folded_columns, folded_slots, in_loops, with_series
from generator.authoring.imported.sections import (
    folded_sections,
    overview,
    with_parts_beside,
    with_tails,
    with_views,
)
from generator.authoring.imported.slots import Hole, Path, Piece, Slot, generic, words_of_shapes
from generator.authoring.imported.units import TYPED_NUMBER
from generator.authoring.imported.ways import WAYS
from generator.base.values import replace
from generator.document.model import Block, Heading, Inline, List, Paragraph, Run, Signature, Table
from generator.plan.kinds import HELHEDSPLAN, DocumentKind
from generator.plan.model.form import Form
from generator.plan.model.identity import identities
from generator.plan.model.load import Loaded
from generator.plan.model.plan import Plan
from generator.plan.model.shape import Choice, shapes_at
from generator.render.tracing import Kind, Known, Source, Traced, TracingTemplates
from generator.run.texts import variables

PROSE = {"prosa"}
OWN = ("", HELHEDSPLAN.name)
"""Files whose areas of effort may have names of their own."""
PLACES = {name: place for names in (NAMES, OTHERS, YEARS) for place, name in enumerate(names)}
NUMBER_OF_AREA = re.compile(r"\d{1,2}\.\d{1,2}")
"""Number of a section that the form has, whoever chose it."""
SUMMARY = "Aftale Summary"


def skeleton(templates: TracingTemplates, form: Form, kind: DocumentKind) -> tuple[Slot, ...]:
    """The slots of the round's form for that kind of document, in every way that it can be filled."""
    whole: list[Slot] = []
    for way, shown in (*((way, form) for way in WAYS), *((way, other_form(form)) for way in WAYS[:2])):
        plan = placeholder_plan(shown, way, kind)
        aftale = plan.aftaler[0]
        sources: list[Loaded[Any]] = [plan.kilde, *(one.kilde for one in plan.aftaler)]
        known = Known({value: key for loaded in sources for value, key in identities(loaded).items()})
        name = f"{form.midler}/{kind.name}.html.j2"
        traced = templates.traced(name, variables(plan, aftale, way.guidance == "vis"), known, title="")
        found = folded_slots(list(_Slots(traced, plan).of(traced.document.blocks)))
        whole = merged(whole, folded_sections(found, merged))
    whole = with_views(with_parts_beside(with_tails(with_shared_columns(in_loops(whole)))))
    return in_other_ways([with_area(slot, form, kind) for slot in with_twins(whole, kind)], form, kind)


def merged(one: list[Slot], other: list[Slot]) -> list[Slot]:
    """The slots of both, those that are the same once."""
    if not one:
        return other
    matcher = SequenceMatcher(None, [slot.key for slot in one], [slot.key for slot in other], autojunk=False)
    found: list[Slot] = []
    for what, begin, end, first, last in matcher.get_opcodes():
        if what == "equal":
            found += map(_both, one[begin:end], other[first:last])
        else:
            found += [replace(slot, optional=True) for slot in (*one[begin:end], *other[first:last])]
    return found


def _both(one: Slot, other: Slot) -> Slot:
    """A slot as it is in two ways of the form: a row has in each cell what either has there."""
    if one.what == "table":
        rows = merged([cell[0] for cell in one.cells], [cell[0] for cell in other.cells])
        return replace(one, cells=tuple((row,) for row in rows), loops=one.loops or other.loops)
    if one.what == "row":
        pairs = zip(one.cells, other.cells, strict=True)
        cells = tuple(tuple(merged([*mine], [*theirs])) for mine, theirs in pairs)
        return replace(one, cells=cells, loops=one.loops or other.loops, across=one.across or other.across)
    return replace(one, loops=one.loops or other.loops)


class _Slots:
    """Slots of one traced document."""

    def __init__(self, traced: Traced, plan: Plan) -> None:
        self._traced, self._kind, self._areas = traced, plan.aftaler[0].kind, own_areas(plan)
        self._named = named_by_own(plan)
        areas = tuple(area.navn for area in plan.form.indsatsområder if not area.navn.startswith(SIGN))
        self._names = (Choice(areas),)

    def of(self, blocks: Iterable[Block], weak: bool = False) -> Iterator[Slot]:
        for block in blocks:
            if isinstance(block, (Paragraph, Heading)):
                yield from map(self._twinned, self._paragraph(block, weak))
            elif isinstance(block, List):
                for item in block.items:
                    yield from (replace(slot, what="item" if slot.what != "fixed" else "fixed")
                                for slot in self.of(item.blocks, weak))
            elif isinstance(block, Table):
                yield from self._table(block)
            elif isinstance(block, Signature):
                for name in ("label", "name", "title"):
                    pieces = tuple(self._pieces_of(getattr(block, name), self._traced.sources(block, name)))
                    if pieces:
                        yield Slot("line", pieces, sign=name, weak=True)

    def _paragraph(self, block: Paragraph | Heading, weak: bool) -> Iterator[Slot]:
        pieces = with_series(names_in(list(self._pieces(block.content))))
        level = block.level if isinstance(block, Heading) else 0
        holes = [piece for piece in pieces if not isinstance(piece, str)]
        label = isinstance(block, Paragraph) and block.style == "Label"
        if not holes:
            if any(isinstance(piece, str) and piece.strip(" –") for piece in pieces):
                yield Slot("fixed", pieces, level, weak=weak, label=label)
            return
        last = pieces[-1]
        if isinstance(last, Hole) and PROSE & {*last.filters}:
            if len(pieces) > 1:
                yield Slot("fixed", pieces[:-1], weak=weak, label=True)
            yield Slot("prose", pieces, weak=weak)
        else:
            first = pieces[0]
            if len(pieces) == 2 and isinstance(first, str) and first.rstrip().endswith(":"):
                yield Slot("fixed", pieces[:1], level, label=True, optional=True)
                yield Slot("line", pieces[1:], optional=True, follows=True)
            yield Slot("line", _without_number(pieces) if level else pieces, level, weak=weak)

    def _table(self, block: Table) -> Iterator[Slot]:
        weak = block.style == SUMMARY
        rows = [Slot("row", cells=named([folded_slots(list(self.of(cell.blocks))) for cell in row.cells]),
                     head=row.header) for row in block.rows]  # fmt: skip
        rows = with_years(rows)
        if block.caption:
            caption = with_series(of_year(self._pieces(block.caption), rows))
            is_fixed = all(isinstance(piece, str) for piece in caption)
            yield self._twinned(Slot("fixed" if is_fixed else "line", caption, weak=True))
        is_overview = rows[0].head and len(rows[0].cells) > 2 and any(
            hole.computed for hole in rows[0].holes())  # fmt: skip
        rows = overview(rows) if is_overview else folded_slots(folded_columns(rows))
        yield Slot("table", cells=tuple((row,) for row in rows), weak=weak or is_overview)
        if weak:
            yield from self._as_lines(block)

    def _twinned(self, slot: Slot) -> Slot:
        """The slot, with that of the own key where what it prints is named there too."""
        hole = slot.pieces[0] if len(slot.pieces) == 1 else None
        path = self._named.get((hole.file, hole.path)) if isinstance(hole, Hole) else None
        if path is None or not isinstance(hole, Hole):
            return slot
        shapes = tuple(shapes_at(self._kind.model, path))
        own = Hole(path, "", hole.filters, shapes=shapes, words=words_of_shapes(shapes))
        return replace(slot, pieces=(own,), twin=slot)

    def _as_lines(self, block: Table) -> Iterator[Slot]:
        """The rows of a table that has a label in each, as they stand where there is no table."""
        for row in block.rows:
            cells = [list(self.of(cell.blocks)) for cell in row.cells]
            if len(cells) == 2 and len(cells[0]) == 1 and cells[0][0].what == "fixed" \
                    and any(slot.what != "fixed" for slot in cells[1]):  # fmt: skip
                yield replace(cells[0][0], label=True, optional=True)
                first, *others = cells[1]
                yield replace(first, optional=True, follows=first.what == "line")
                yield from (replace(slot, optional=True) for slot in others)

    def _pieces(self, content: Sequence[Inline]) -> Iterator[Piece]:
        for inline in content:
            if isinstance(inline, Run):
                yield from self._pieces_of(inline.text, self._traced.sources(inline))
            else:
                yield " "

    def _pieces_of(self, text: str, spans: Iterable[tuple[int, int, Source]]) -> Iterator[Piece]:
        for start, end, source in spans:
            words = text[start:end].replace("\u00a0", " ")
            if source.filters == ("nummer",):
                continue
            if words in self._areas:
                file, path = self._areas[words]
                shapes = self._names if file not in OWN else ()
                yield Hole(path, file, ("område",), shapes=shapes, words=words_of_shapes(shapes))
            elif source.kind is Kind.COMPUTED and words in YEARS:
                yield Hole((), computed=True, filters=YEAR)
            else:
                yield self._hole(source) if _is_hole(source, words) else words

    def _hole(self, source: Source) -> Hole:
        if source.kind is Kind.COMPUTED:
            return Hole((), computed=True, filters=source.filters)
        path = _placed(source.path)
        if source.is_name:
            path = (*generic(path[:-1]), path[-1])
        file, _, number = source.file.partition(BESIDE)
        if file == self._kind.name and number:
            return Hole((), computed=True, filters=source.filters)
        shared = source.file == HELHEDSPLAN.pattern
        kind = HELHEDSPLAN if shared else kind_of_name(file) if number else self._kind
        shapes = () if source.is_name else tuple(shapes_at(kind.model, source.path))
        return Hole((int(number), *path) if number else path, kind.name if shared or number else "",
                    source.filters, source.is_name, shapes=shapes,
                    words=words_of_shapes(shapes))  # fmt: skip


def _without_number(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces of a heading without the number that begins it: people have others."""
    first, *others = pieces
    return (TYPED_NUMBER.sub("", first), *others) if isinstance(first, str) else pieces


def _is_hole(source: Source, words: str) -> bool:
    if source.gap or source.kind in (Kind.TEMPLATE, Kind.FORM):
        return False
    if not any(map(str.isalnum, words)) or NUMBER_OF_AREA.fullmatch(words):
        return False
    return source.kind is Kind.VALUE or any(map(str.isdecimal, words)) or bool(source.filters)


def _placed(path: Path) -> Path:
    """The path, with a place in a row for each name that placeholders were given."""
    return tuple(PLACES.get(step, step) if isinstance(step, str) else step for step in path)
