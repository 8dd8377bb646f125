"""A rendering that knows where each of its characters comes from: the same document, with sources beside it.

A value is told by its identity (`plan/model/identity.py`). Filters and `{{ }}` put marks around what they
print, templates around their own text; the marks are read back, and the sources laid over the document as it
is without them. Only who asks for sources imports this: a build does no more for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from generator.base import pause_gc
from generator.document.markup import parse
from generator.document.model import Cell, Document, Heading, Inline, ListItem, Paragraph, Run, Table
from generator.document.reading import content_of, walk
from generator.plan.model.identity import Key
from generator.render import Rendering, Templates, filled
from generator.render.tracing.environment import TracingEnvironment
from generator.render.tracing.overlay import Place, overlaid, side_by_side
from generator.render.tracing.read_back import plain_and_signed
from generator.render.tracing.source import Kind, Source, Span, Spans
from generator.render.tracing.tested import Conditions
from generator.render.tracing.tracer import Known, Tracer

__all__ = ["Key", "Kind", "Known", "Source", "Span", "Spans", "Traced", "TracingTemplates"]


class Traced(Struct, frozen=True):
    """A document with the sources of all its texts; the document is as any rendering makes it.

    Sources are laid over it once they are asked for.
    """

    document: Document
    rendering: Rendering
    _laid_over: Callable[[], Mapping[Place, Spans]]
    _conditions: Conditions = field(default_factory=Conditions)

    def sources(self, owner: object, name: str = "") -> Spans:
        """The sources of a text, each character's in order and without gaps.

        `owner` is an object of this very document: a Run; a Paragraph, a Heading or a Table for its content
        or caption, where a line break counts as one character; a Cell or a
        ListItem for its paragraphs, with one between them; a Signature, an Entry and others with `name`,
        the field that is meant.
        """
        if name or not isinstance(owner, (Paragraph, Heading, Table, Cell, ListItem)):
            return self._laid_over().get((id(owner), name or "text"), ())
        return tuple(side_by_side(self._parts(owner)))

    def conditions(self, file: str, line: int) -> Iterator[Key]:
        """The keys that decide whether what that line of a template says stands in such a document."""
        return self._conditions.of_line(file, line)

    def _parts(self, owner: Paragraph | Heading | Table | Cell | ListItem) -> Iterator[tuple[str, Spans]]:
        """The texts in it with their sources, in order."""
        if isinstance(owner, (Cell, ListItem)):
            paragraphs = [block for block in walk(owner.blocks) if content_of(block)]
            for number, block in enumerate(paragraphs):
                yield "\n" if number else "", ()
                yield from map(self._of_inline, content_of(block))
        else:
            yield from map(self._of_inline, content_of(owner))

    def _of_inline(self, inline: Inline) -> tuple[str, Spans]:
        return (inline.text, self.sources(inline)) if isinstance(inline, Run) else ("\n", ())

    def all(self) -> Iterable[Source]:
        """Every source that something in the document has, once each."""
        return dict.fromkeys(span.source for spans in self._laid_over().values() for span in spans)


class TracingTemplates(Templates):
    """Templates whose documents know their sources."""

    def __init__(self, roots: tuple[Path, ...], base: Path | None = None) -> None:
        super().__init__(roots, base)
        self._environment: TracingEnvironment = TracingEnvironment(tuple(roots), base)

    def name_of(self, path: Path) -> str:
        """The name of a file of its folders, as sources have it."""
        return self._environment.named.shown(path)

    def traced(
        self, name: str, context: Mapping[str, object], known: Known, **document_fields: Any
    ) -> Traced:
        """The document that `document` makes, with its sources; `known` are the values that have a key."""
        tracer = self._environment.tracer = Tracer(known)
        conditions = self._environment.conditions = Conditions()
        with pause_gc.paused():
            printed, rendering = self._rendered(name, context)
            plain, signed = plain_and_signed(printed, lambda payload: tracer.number(tracer.meant(payload)))
            document = Document(blocks=filled(parse(plain, name), name), **document_fields)

        @cache
        def laid_over() -> Mapping[Place, Spans]:
            with pause_gc.paused():
                return overlaid(document, Document("", filled(parse(signed, name), name)), tracer.sources)

        return Traced(document, rendering, laid_over, conditions)
