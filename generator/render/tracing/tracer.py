"""The sources of the values that a traced rendering comes by, told by the identity of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any

from markupsafe import Markup
from msgspec import Struct, field

from generator.base.values import replace
from generator.plan.model.identity import Key
from generator.plan.model.own import OwnNumber, OwnText
from generator.plan.model.record import Model
from generator.render.rendering import Made, went_into
from generator.render.tracing import marks
from generator.render.tracing.source import Kind, Source, Span, Spans
from generator.render.tracing.template_text import of_template, place_in_template

MOST_DEEP = 3
"""Levels of what a method gives that are looked into."""
TAKEN = "\0"


class Known(Struct, frozen=True):
    """The keys of all values that a template can reach, by their `id`; `form` is the file of the form."""

    keys: Mapping[int, Key]
    form: str = ""

    def source(self, value: object) -> Source | None:
        """The source of a value that was read from a file."""
        key = self.keys.get(id(value))
        if key is None:
            return None
        kind = Kind.FORM if key.file == self.form else Kind.VALUE
        return Source(kind, key.file, key.path, is_name=key.is_name)


class Tracer(Struct):
    """Sources that one rendering learns; it holds the texts themselves, so that no identity is used twice."""

    known: Known
    sources: list[Source] = field(default_factory=list)
    asked: tuple[object, str] | None = None
    """The empty field that was asked for last: the one of which a placeholder is printed."""
    _numbers: dict[Source, int] = field(default_factory=dict)
    _texts: dict[int, tuple[str, Spans]] = field(default_factory=dict)
    _made: dict[int, Made] = field(default_factory=dict)
    _followed: dict[int, tuple[object, Source]] = field(default_factory=dict)

    def payload(self, source: Source) -> str:
        """Payload of a mark of the source: its number, or the place in a template."""
        if source.kind is Kind.TEMPLATE:
            return place_in_template(source)
        return str(self.number(source))

    def number(self, source: Source) -> int:
        """The place of the source among all that were met."""
        if source not in self._numbers:
            self._numbers[source] = len(self.sources)
            self.sources.append(source)
        return self._numbers[source]

    def meant(self, payload: str) -> Source:
        """The source that a mark stands for."""
        return self.sources[int(payload)] if payload.isdecimal() else of_template(payload)

    def note_made(self, made: Made) -> None:
        """Remember what a value was made of."""
        if not (made.value is None or isinstance(made.value, bool)):
            self._made.setdefault(id(made.value), made)

    def follow(self, value: Any, owners: Iterable[object]) -> Any:
        """The value, known from now on to follow from these, if nothing was known of it.

        A text or a number is given as an object of its own: Python shares them.
        """
        if value is None or isinstance(value, (bool, Markup)) or self.source(value):
            return value
        source = computed(filter(None, map(self.source, owners)))
        if not source.made_of:
            return value
        own = {str: OwnText, int: OwnNumber}.get(type(value))
        value = own(value) if own else value
        self._note(value, source, MOST_DEEP)
        return value

    def _note(self, value: Any, source: Source, deep: int) -> None:
        """Note the source of a value and of what is in it, where that is not shared."""
        if value is None or type(value) in (str, int, bool) or self.source(value):
            return
        self._followed[id(value)] = value, source
        if deep and isinstance(value, (dict, tuple, list)):
            for inner in value.values() if isinstance(value, dict) else value:
                self._note(inner, source, deep - 1)

    def own(self, text: str, spans: Iterable[Span]) -> str:
        """The text as an object of its own, of which these are the sources."""
        made = OwnText(text)
        self._texts[id(made)] = made, tuple(spans)
        return made

    def bare(self, value: Any) -> Any:
        """The value without marks; a text that had any is known by them from then on."""
        if isinstance(value, str) and marks.is_marked(value):
            text, passages = marks.parted(value)
            return self.own(text, [Span(p.start, p.end, self.meant(p.payload)) for p in passages])
        if isinstance(value, (list, tuple)) and any(isinstance(v, str) and marks.is_marked(v) for v in value):
            return [self.bare(item) for item in value]
        return value

    def spans(self, value: object) -> Spans | None:
        """The sources of a text, as far as they are known; None for one of which nothing is."""
        if id(value) in self._texts:
            return self._texts[id(value)][1]
        source = self.source(value)
        if source is None or not isinstance(value, str):
            return None
        made = self._made.get(id(value))
        return (*self._parts(value, made, source),) if made else (Span(0, len(value), source),)

    def _parts(self, text: str, made: Made, source: Source) -> Iterator[Span]:
        """The sources of a text that a model makes: those of the texts that it put into it."""
        parts = filter(None, map(self._placed, went_into(made)))
        rest, found = text, []
        for part, of_part in sorted(parts, key=lambda one: len(one[0]), reverse=True):
            if rest.count(part) == 1:
                begin = rest.index(part)
                found.append(Span(begin, begin + len(part), of_part))
                rest = rest.replace(part, TAKEN * len(part))
        end = 0
        for span in (*sorted(found, key=attrgetter("start")), Span(len(text), len(text), source)):
            if span.start > end:
                yield Span(end, span.start, source)
            if span.end > span.start:
                yield span
            end = span.end

    def _placed(self, part: object) -> tuple[str, Source] | None:
        source = self.known.source(part) if isinstance(part, str) and part else None
        return (str(part), source) if source else None

    def source(self, value: object) -> Source | None:
        """The one source of a value; where it has several it is computed from them."""
        if id(value) in self._texts:
            return merged([span.source for span in self._texts[id(value)][1]])
        followed = self._followed.get(id(value))
        return self.known.source(value) or self._computed(value) or (followed[1] if followed else None)

    def _computed(self, value: object) -> Source | None:
        made = self._made.get(id(value))
        if made is None:
            return None
        if not isinstance(made.owner, Model):  # a text of a text, a part of a date
            source = self.source(made.owner)
            return source and computed([source])
        return computed(filter(None, map(self.source, went_into(made))))

    def gap(self, owner: object, path: str) -> Source:
        """The source of a placeholder for what is missing at a dotted path of an owner, or of such a key."""
        steps = tuple(path.split(".")) if path else ()
        if type(owner) is tuple:
            holder = self.gap(*owner)
        else:
            holder = self.source(owner) or Source(Kind.COMPUTED)
        keys = holder.keys[:1]
        if not keys:
            return replace(holder, gap=True)
        return Source(Kind.VALUE, keys[0].file, (*keys[0].path, *steps), gap=True)


def computed(sources: Iterable[Source]) -> Source:
    """The source of what follows from others."""
    keys = dict.fromkeys(key for one in sources for key in one.keys)
    return Source(Kind.COMPUTED, made_of=tuple(key for key in keys if key.path) or tuple(keys))


def merged(sources: list[Source]) -> Source | None:
    """The source of a text that has these; the form's words between them have no part in it."""
    values = list(dict.fromkeys(one for one in sources if one.kind is not Kind.TEMPLATE))
    if len(values) == 1:
        return values[0]
    return computed(values) if values else next(iter(sources), None)
