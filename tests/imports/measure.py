"""Measure of an import: words that are printed again from the key that they came from.

Fixed before anything was measured (docs/decisions/0017-what-an-import-is-measured-by.md): a word counts once
for each time that a document prints it from a value of the plan. It is right when the document that is built
of the imported plan prints it from the same key, in the same order.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from typing import Any, NamedTuple

from generator.authoring.imported.importing import Imported
from generator.authoring.imported.slots import ANY
from generator.base.findings import Rejected
from generator.document.model import Document, Signature, Table
from generator.document.reading import runs, walk
from generator.formats.word.reading import Read
from generator.plan import kinds
from generator.plan.model.identity import identities
from generator.plan.model.load import Loaded
from generator.plan.model.plan import Aftale, Plan
from generator.render.tracing import Kind, Known, Traced, TracingTemplates
from generator.run.read_plan import Reader
from generator.run.texts import variables
from generator.run.traced import Tracer
from generator.workspace.folders import PlanFolder, form_roots
from tests.support.built import REAL
from tests.support.imported import imported

WORD = re.compile(r"\w+")
UNSEEN = frozenset({"værdi", "tekst", "mangler", "mangel", "navn", "indsatsområde"})
"""Keys that a text may stand at or not, and means the same."""
SIGNED = ("label", "name", "title")
Key = tuple[str, ...]


class Value(NamedTuple):
    """What stands from one key at one place of a document; `in_table` where that is a cell."""

    key: Key
    text: str
    in_table: bool


@dataclass(slots=True)
class Score:
    """Words that are printed from a value, those of them that come again, and those that came besides.

    `cells` are values in tables, each with all its words, and `cells_right` those that come again.
    """

    of: int = 0
    right: int = 0
    besides: int = 0
    left: int = 0
    cells: int = 0
    cells_right: int = 0
    closed: bool = True
    unbuilt: tuple[str, ...] = ()
    lost: dict[Key, list[str]] = field(default_factory=dict)
    more: dict[Key, list[str]] = field(default_factory=dict)

    @property
    def share(self) -> float:
        """Share of the words that are right."""
        return self.right / max(self.of, 1)

    @property
    def share_of_cells(self) -> float:
        """Share of the values in tables that are right."""
        return self.cells_right / max(self.cells, 1)

    def add(self, other: Score) -> None:
        """Add what was measured elsewhere."""
        for name in ("of", "right", "besides", "left", "cells", "cells_right"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.closed &= other.closed
        self.unbuilt += other.unbuilt

    def __str__(self) -> str:
        return (f"{self.share:6.1%} of {self.of} words, {self.besides} besides, {self.left} left over; "
                f"{self.share_of_cells:6.1%} of {self.cells} values in tables"
                + (f"; not built: {len(self.unbuilt)}" if self.unbuilt else "")
                + ("" if self.closed else "; THE ACCOUNT IS NOT CLOSED"))  # fmt: skip


class Original(NamedTuple):
    """A plan with the documents that it makes, traced, by their names."""

    plan: Plan
    documents: Mapping[str, Traced]

    def only(self, *kinds: str) -> Original:
        """The same with the documents of these kinds alone."""
        names = {aftale.navn for aftale in self.plan.aftaler if aftale.kind.name in kinds}
        return Original(self.plan, {name: one for name, one in self.documents.items() if name in names})


@cache
def original(folder: PlanFolder) -> Original:
    """The plan of a folder as it is printed; documents that cannot be are left out."""
    plan, findings, *_ = Reader(folder.workspace).plan(folder)
    assert plan is not None, "; ".join(map(str, findings))
    tracer, files = Tracer(folder, plan), {file.name: file for file in folder.aftaler()}
    documents = {}
    for aftale in plan.aftaler:
        with suppress(Rejected):
            documents[aftale.navn] = tracer.trace(files[aftale.navn], aftale)
    return Original(plan, documents)


def measured(one: Original, documents: Mapping[str, Document]) -> tuple[Score, Imported]:
    """The score of these documents, which are those of the plan in whatever state, imported together."""
    reads = {f"{name}.docx": Read(document, (), (), (), ()) for name, document in documents.items()}
    found = imported(reads, one.plan.form.midler)
    return scored(one, found), found


def scored(one: Original, found: Imported) -> Score:
    """The score of what documents have become that are named as those of the plan are."""
    score = Score(closed=found.account.is_closed(), left=sum(
        len(WORD.findall(left.text)) for left in found.account.left))  # fmt: skip
    again = {aftale.navn: traced for aftale in found.plan.aftaler if (traced := _traced(found.plan, aftale))}
    for document, name in found.of.items():
        built = again.get(name)
        score.unbuilt += () if built else (document,)
        _compare([*values(one.documents[document.removesuffix(".docx")])], [*values(built)] if built else [],
                 score, document)  # fmt: skip
    return score


@cache
def _templates(midler: str) -> TracingTemplates:
    assert midler
    return TracingTemplates(form_roots(REAL))


def _traced(plan: Plan, aftale: Aftale) -> Traced | None:
    """The document as it is built of the imported plan, with its sources."""
    keys = {value: key for loaded in _loaded(plan)
            for value, key in identities(loaded).items()}  # fmt: skip
    with suppress(Rejected):
        name, context = f"{plan.form.midler}/{aftale.kind.name}.html.j2", variables(plan, aftale, draft=True)
        return _templates(plan.form.midler).traced(name, context, Known(keys), title="", draft=True)
    return None


def _loaded(plan: Plan) -> list[Loaded[Any]]:
    return [plan.kilde, *(aftale.kilde for aftale in plan.aftaler)]


def values(traced: Traced) -> Iterator[Value]:
    """The values that a document prints, in its order."""
    inside: set[int] = set()
    for block in walk(traced.document.blocks):
        if isinstance(block, Table):
            inside |= {id(inner) for row in block.rows for cell in row.cells for inner in walk(cell.blocks)}
        texts = [(run.text, traced.sources(run)) for run in runs(block)]
        if isinstance(block, Signature):
            texts = [(getattr(block, name), traced.sources(block, name)) for name in SIGNED]
        for text, spans in texts:
            for start, end, source in spans:
                said = text[start:end]
                if source.kind is Kind.VALUE and not source.gap and WORD.search(said):
                    yield Value(_key(source.file, source.path), said, id(block) in inside)


def _key(file: str, path: tuple[str | int, ...]) -> Key:
    """The key of a value, whichever item of a list it is in, and the kind of its file."""
    name = file.rpartition("/")[2]
    kind = kinds.of_file(name)
    steps = [step if isinstance(step, str) else ANY for step in path]
    while len(steps) > 1 and steps[-1] in {*UNSEEN, ANY}:
        del steps[-1]
    return kind.name if kind else name, *steps


def _compare(wanted: list[Value], got: list[Value], score: Score, document: str) -> None:
    mine, theirs = _by_key(wanted), _by_key(got)
    for key in mine.keys() | theirs.keys():
        ours, found = mine.get(key, []), theirs.get(key, [])
        words, others = _words(ours), _words(found)
        right, lost, more = _in_order(words, others)
        score.of += len(words)
        score.right += right
        score.besides += len(others) - right
        if lost:
            score.lost.setdefault((document, *key), []).extend(lost)
        if more:
            score.more.setdefault((document, *key), []).extend(more)
        cells, cells_found = ([" ".join(_words([one])) for one in each if one.in_table]
                              for each in (ours, found))  # fmt: skip
        score.cells += len(cells)
        score.cells_right += _in_order(cells, cells_found)[0]


def _by_key(found: list[Value]) -> dict[Key, list[Value]]:
    by_key: dict[Key, list[Value]] = defaultdict(list)
    for value in found:
        by_key[value.key].append(value)
    return by_key


def _words(found: list[Value]) -> list[str]:
    return [word for value in found for word in WORD.findall(value.text.casefold())]


def _in_order(wanted: list[str], got: list[str]) -> tuple[int, list[str], list[str]]:
    """The number of those that come again in order, those that do not, and those that came besides."""
    matcher = SequenceMatcher(None, wanted, got, autojunk=False)
    right, lost, more = 0, [], []
    for what, begin, end, first, last in matcher.get_opcodes():
        if what == "equal":
            right += end - begin
        else:
            lost += wanted[begin:end]
            more += got[first:last]
    return right, lost, more
