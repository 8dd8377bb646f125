"""Other words of the form in a document that people edited → blocks of the plan's own wording, proven."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from generator.authoring.edits.block import Cut, cut_out
from generator.authoring.own_wording import Body, NotThere, body_of, with_block
from generator.base.border import files
from generator.base.findings import Rejected
from generator.base.language import say
from generator.base.values import replace
from generator.compare.returned.leaves import comparable
from generator.compare.returned.returning import Returned
from generator.compare.returned.seen import seen
from generator.compare.returned.state import State
from generator.compare.returned.told import Told
from generator.compare.returned.written import texts_of
from generator.document.revision_marks import accepted
from generator.formats.word.reading import Read
from generator.plan.source.read import read_source
from generator.render.tracing import Kind
from generator.workspace.folders import TEMPLATES
from generator.workspace.git import laid_out, working_files


class Worded(Struct, frozen=True):
    """The plan's own template with the blocks that say what was read, and what is told in them.

    `was` is how it stood, nothing where there was none; `text` is that too where no block is proven.
    """

    file: str
    was: str
    text: str
    taken: tuple[Told, ...] = ()

    def left(self, found: Returned) -> Returned:
        """The rest of what came back; of the form's text nothing is left that could be written so."""
        told = [replace(one, hint=say("write the block yourself, in the folder templates of the plan"))
                if is_ours(one) else one for one in found.told if one not in self.taken]
        return replace(found, told=tuple(told))


def is_ours(told: Told) -> bool:
    """Tell whether it is of text that a block would carry."""
    source = told.source
    return source is not None and source.kind is Kind.TEMPLATE and bool(source.block) and bool(told.old)


def worded(state: State, read: Read, found: Returned) -> Worded:
    """Take what is told of the form's own text into the plan's own wording, as far as it is proven."""
    return _Wording(state, read, found).all()


class _Wording:
    def __init__(self, state: State, read: Read, found: Returned) -> None:
        self._state, self._read, self._found = state, comparable(accepted(read.document)), found
        folder, workspace = state.folder, state.folder.workspace
        used = folder.template(state.plan.form.midler, state.file)
        own = folder.path / TEMPLATES / (used if "/" not in used else f"{state.file.name}.html.j2")
        self._file, self._extends = workspace.name_of(own), used
        self._was = _text(own) if "/" not in used else ""

    def all(self) -> Worded:
        """The blocks that are proven: all at once, else one by one."""
        ours = sorted(filter(is_ours, self._found.told), key=_block_of)
        blocks = [list(of_block) for _, of_block in groupby(ours, _block_of)]
        text, taken = self._with(blocks, self._was)
        if not (blocks and self._is_proven(text, taken)):
            text, taken = self._was, []
            for block in blocks if len(blocks) > 1 else ():
                more, told = self._with([block], text)
                if self._is_proven(more, [*taken, *told]):
                    text, taken = more, [*taken, *told]
        return Worded(self._file, self._was, text, tuple(taken))

    def _with(self, blocks: Sequence[Sequence[Told]], text: str) -> tuple[str, list[Told]]:
        """The template with those blocks in it, and what is told that they take."""
        taken: list[Told] = []
        for told in blocks:
            file, block = _block_of(told[0])
            body = body_of(_text(self._path(file)), block)
            if body is None:
                continue
            cuts: list[Cut] = []
            for one in told:
                with suppress(NotThere):
                    cuts.append(_cut(body, one))
                    taken.append(one)
            if cuts:
                text = with_block(text, self._extends, block, cut_out(body.source, cuts))
        return text, taken

    def _path(self, file: str) -> Path:
        """The template of that name, of the workspace or of those that came with the program."""
        here = self._state.folder.workspace.root / file
        *_, inside = file.rpartition(f"{TEMPLATES}/")
        return here if files.is_there(here) else self._state.folder.form_file(*inside.split("/"))

    def _is_proven(self, text: str, taken: Sequence[Told]) -> bool:
        """Tell whether what is taken stands as it was read, and nothing else stands otherwise."""
        known = {number for one in (*self._found.told, *self._found.follows) for number in one.where}
        wanted = {number for one in taken for number in one.where}
        gone = {one.old for one in taken if not one.where}
        try:
            with self._made(text) as state:
                last = seen(state, self._read, with_places=False)
        except Rejected:
            return False
        still = {one.old for one in last.told if not one.where}
        return bool(taken) and last.differ <= known - wanted and not gone & still

    @contextmanager
    def _made(self, text: str) -> Iterator[State]:
        """The state with the changes and that template."""
        there = working_files(self._state.folder.workspace)
        texts = {**texts_of(self._state, self._found.changes), self._file: text}
        with laid_out({**there, **{name: one.encode() for name, one in texts.items()}}) as workspace:
            folder = workspace.plan(self._state.folder.name)
            file = next(one for one in folder.aftaler() if one.name == self._state.file.name)
            yield State.of(folder, file)


def _block_of(told: Told) -> tuple[str, str]:
    assert told.source
    return told.source.file, told.source.block


def _cut(body: Body, told: Told) -> Cut:
    """The cut that makes it so in the block. Raises NotThere."""
    assert told.source
    line = told.source.line
    return body.reworded(line, told.old, told.new) if told.where else body.without(line, told.old)


def _text(path: Path) -> str:
    return read_source(path, path.name).decode()
