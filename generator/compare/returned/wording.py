"""Other words of the form in a document that people edited → blocks of the plan's own wording, proven."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from generator.authoring.edits.block import Cut, cut_out
from generator.authoring.own_wording import Body, NotThere, body_of, with_block
from generator.base.border import files
from generator.base.findings import Rejected
from generator.base.language import say
from generator.base.values import replace
from generator.compare.returned.beside import Beside
from generator.compare.returned.leaves import comparable
from generator.compare.returned.returning import Returned
from generator.compare.returned.seen import seen
from generator.compare.returned.state import State
from generator.compare.returned.told import Told
from generator.compare.returned.written import texts_of
from generator.document.revision_marks import accepted
from generator.formats.word.reading import Read
from generator.plan.source.read import read_source
from generator.render.tracing import Kind, Source
from generator.workspace.folders import TEMPLATES
from generator.workspace.git import laid_out, working_files

MOST_WAYS = 4
"""Ways that are tried to put a passage in."""


class Worded(Struct, frozen=True):
    """The plan's own template with the blocks that say what was read, and what is told in them.

    `was` is how it stood, nothing where there was none; `text` is that too where no block is proven. `taken`
    has the name of the block with each.
    """

    file: str
    was: str
    text: str
    taken: tuple[tuple[str, Told], ...] = ()

    def left(self, found: Returned) -> Returned:
        """The rest of what came back; of the form's text nothing is left that could be written so."""
        taken = [told for _, told in self.taken]
        told = [replace(one, hint=say("write the block yourself, in the folder templates of the plan"))
                if is_ours(one) else one for one in found.told if one not in taken]
        return replace(found, told=tuple(told))


def is_ours(told: Told) -> bool:
    """Tell whether it is of text that a block would carry."""
    source = told.source
    of_block = source is not None and source.kind is Kind.TEMPLATE and bool(source.block)
    return (of_block and bool(told.old)) or told.put_in is not None


def worded(state: State, read: Read, found: Returned) -> Worded:
    """Take what is told of the form's own text into the plan's own wording, as far as it is proven."""
    return _Wording(state, read, found).all()


class _Way(Struct, frozen=True):
    """A way to have the plan's own wording say what is told: cuts in a block of that file."""

    told: Told
    file: str
    block: str
    cuts: tuple[Cut, ...]


class _Wording:
    def __init__(self, state: State, read: Read, found: Returned) -> None:
        self._state, self._read, self._found = state, comparable(accepted(read.document)), found
        folder, workspace = state.folder, state.folder.workspace
        used = folder.template(state.plan.form.midler, state.file)
        own = folder.path / TEMPLATES / (used if "/" not in used else f"{state.file.name}.html.j2")
        self._file, self._extends = workspace.name_of(own), used
        self._was = _text(own) if "/" not in used else ""

    def all(self) -> Worded:
        """All that is proven: all of it at once, else one after the other, each in the first way that is."""
        ways = [found for one in self._found.told if is_ours(one) and (found := self._ways(one))]
        taken = [first for first, *_ in ways]
        if not self._is_proven(taken):
            taken = []
            for of_one in ways:
                proven = (way for way in of_one if self._is_proven([*taken, way]))
                taken += [way for way in [next(proven, None)] if way]
        return Worded(self._file, self._was, self._text(taken), tuple((way.block, way.told) for way in taken))

    def _ways(self, told: Told) -> list[_Way]:
        """The ways in which a block would say it, the likeliest first."""
        found: list[_Way] = []
        for source, cuts in _cuts(told):
            body = body_of(_text(self._path(source.file)), source.block)
            with suppress(NotThere):
                way = _Way(told, source.file, source.block, tuple(cuts(body) if body else ()))
                found += [way] if way.cuts and way not in found else []
        return found[:MOST_WAYS]

    def _text(self, ways: Iterable[_Way]) -> str:
        """The plan's own template with the blocks in which it is so."""
        text = self._was
        for (file, block), together in groupby(sorted(ways, key=_block_of), _block_of):
            body = body_of(_text(self._path(file)), block)
            assert body
            made = cut_out(body.source, [cut for way in together for cut in way.cuts])
            text = with_block(text, self._extends, block, made)
        return text

    def _path(self, file: str) -> Path:
        """The template of that name, of the workspace or of those that came with the program."""
        here = self._state.folder.workspace.root / file
        *_, inside = file.rpartition(f"{TEMPLATES}/")
        return here if files.is_there(here) else self._state.folder.form_file(*inside.split("/"))

    def _is_proven(self, ways: Sequence[_Way]) -> bool:
        """Tell whether all that stands as it was read, and nothing else stands otherwise."""
        known = {number for one in (*self._found.told, *self._found.follows) for number in one.where}
        wanted = {number for way in ways for number in way.told.where}
        gone = {way.told.old for way in ways if not way.told.where}
        try:
            with self._made(self._text(ways)) as state:
                last = seen(state, self._read, with_places=False)
        except Rejected:
            return False
        still = {one.old for one in last.told if not one.where}
        return bool(ways) and last.differ <= known - wanted and not gone & still

    @contextmanager
    def _made(self, text: str) -> Iterator[State]:
        """The state with the changes and that template."""
        there = working_files(self._state.folder.workspace)
        texts = {**texts_of(self._state, self._found.changes), self._file: text}
        with laid_out({**there, **{name: one.encode() for name, one in texts.items()}}) as workspace:
            folder = workspace.plan(self._state.folder.name)
            file = next(one for one in folder.aftaler() if one.name == self._state.file.name)
            yield State.of(folder, file)


def _block_of(way: _Way) -> tuple[str, str]:
    return way.file, way.block


def _cuts(told: Told) -> Iterator[tuple[Source, Callable[[Body], Iterable[Cut]]]]:
    """The sources whose blocks may say it, each with what makes its block do so; that raises NotThere."""
    if told.put_in:
        for place in told.put_in.places:
            yield place.source, partial(_with_more, told.put_in.element, place)
    elif told.source:
        yield told.source, partial(_otherwise, told, told.source.line)


def _with_more(element: str, place: Beside, body: Body) -> list[Cut]:
    return [body.with_more(place.source.line, place.words, element, after=place.after)]


def _otherwise(told: Told, line: int, body: Body) -> list[Cut]:
    return body.reworded(line, told.old, told.new) if told.where else [body.without(line, told.old)]


def _text(path: Path) -> str:
    return read_source(path, path.name).decode()
