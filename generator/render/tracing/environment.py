"""Environment that marks what it prints with where it comes from; it prints the same as any other."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generator.render import errors
from generator.render.environment import FormEnvironment
from generator.render.filters import OURS, TEXT_OF_TEXT
from generator.render.loader import Folders
from generator.render.printing import in_markup, printed
from generator.render.rendering import Made
from generator.render.tracing import marks
from generator.render.tracing.markup_of_filters import marked_list, marked_text
from generator.render.tracing.source import Kind, Source
from generator.render.tracing.template_text import Marking, in_block
from generator.render.tracing.tested import Asked, Conditions, Lines, TestingGenerator
from generator.render.tracing.through_filters import through
from generator.render.tracing.tracer import Known, Tracer

SHIPPED = "templates"
"""The folder that a workspace would have the program's own forms in."""
_OF_LISTS = ("count", "length", "list", "map", "reject", "rejectattr", "select", "selectattr", "unique")
BLOCK = "block_"
"""In front of the name of the function that Jinja makes of a block."""


class NamedAnywhere(Folders):
    """Folders whose files have the same name on every computer: `templates/…` where they came along."""

    def shown(self, path: Path) -> str:
        """The file's name as a source has it."""
        if self.base is not None and path.is_relative_to(self.base):
            return super().shown(path)
        root = next(root for root in self.roots if path.is_relative_to(root))
        return f"{SHIPPED}/{path.relative_to(root).as_posix()}"


class TracingEnvironment(FormEnvironment):
    """Compiles templates with marks around their text, and marks what `{{ }}` and the filters print."""

    code_generator_class = TestingGenerator
    stamping = Marking
    compiled = "traced template"

    def __init__(self, roots: tuple[Path, ...], base: Path | None) -> None:
        super().__init__(roots, base)
        self.loader = self.named = NamedAnywhere(roots, base)
        self.finalize = _printed
        names = (*OURS, *TEXT_OF_TEXT)
        self.filters |= {name: _traced(name, self.filters[name]) for name in names}
        self.filters |= {name: _following(self.filters[name]) for name in _OF_LISTS if name in self.filters}
        self.tracer, self.conditions = Tracer(Known({})), Conditions()

    def shown(self, context: Context, value: Any) -> str:
        """The value as `{{ }}` prints it, as markup; no text is printed without its marks."""
        return in_markup(_printed(context, value))

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Value of `obj.attribute`; where it is empty, a placeholder that follows is of this one."""
        value = super().getattr(obj, attribute)
        self.tracer.asked = (obj, attribute) if _is_empty(value) else None
        value = self.tracer.follow(value, (obj,))
        if self.conditions.depth:
            self.conditions.asked.append(Asked(obj, attribute, value))
        return value

    def entered(self, lines: tuple[str, int, int]) -> None:
        """Note who has called the macro of those lines."""
        spots = list(islice(errors.from_frame(sys._getframe()), 2))
        if len(spots) > 1:
            self.conditions.callers.setdefault(Lines(*lines), set()).add((spots[1].file, spots[1].line))

    def testing(self) -> int:
        """Begin a test of a template."""
        return self.conditions.begin()

    def tested(self, lines: tuple[str, int, int], begin: int, value: Any, *names: Any) -> Any:
        """End it: the value that the test gives, with a note of what it has asked about."""
        self.conditions.end(Lines(*lines), begin, (value, *names), self.tracer)
        return value

    def call(self, context: Context, function: Any, /, *arguments: Any, **named: Any) -> Any:
        """Call of a macro or a method; what a method gives follows from its owner and its arguments."""
        owner = getattr(function, "__self__", None)
        result = super().call(context, function, *arguments, **named)
        if owner is None:
            return result
        return self.tracer.follow(result, (owner, *arguments, *named.values()))

    def rounds(self, items: Iterable[Any]) -> Iterator[Any]:
        """The items of a loop; those of a computed list follow from it."""
        return (self.tracer.follow(item, (items,)) for item in super().rounds(items))

    def _made(self, value: Any, owner: Any, name: str) -> Any:
        value = super()._made(value, owner, name)
        self.tracer.note_made(Made(value, owner, name))
        return value


def _is_empty(value: object) -> bool:
    return value is None or (isinstance(value, (tuple, list, dict)) and not value)


def _tracer(context: Context) -> Tracer:
    tracer: Tracer = context.environment.tracer  # type: ignore[attr-defined]
    return tracer


@pass_context
def _printed(context: Context, value: Any) -> Any:
    """Print as ever, with marks around each passage."""
    text = printed(context, value)
    if marks.is_marked(text):
        block = _block_here()
        return type(text)(in_block(text, block)) if block else text
    if isinstance(text, Markup) or not text.strip():
        return text
    tracer = _tracer(context)
    spans = tracer.spans(value)
    if spans is None:
        return marks.around(text, tracer.payload(_here()))
    passages = [marks.Marked(span.start, span.end, tracer.payload(span.source)) for span in spans]
    return marks.joined(text, passages)


def _following(function: Callable[..., Any]) -> Callable[..., Any]:
    """The filter, whose number or list follows from what it counts or chooses, and by what."""
    wants = getattr(getattr(function, "jinja_pass_arg", None), "name", "")

    @pass_context
    def following(context: Context, value: Any, *arguments: Any, **named: Any) -> Any:
        given = {"context": context, "environment": context.environment, "eval_context": context.eval_ctx}
        first = (given[wants],) if wants else ()
        return _tracer(context).follow(function(*first, value, *arguments, **named), (value, *arguments))

    return following


def _here() -> Source:
    """The source of a text that stands in an expression of the line being rendered."""
    spot = next(errors.from_frame(sys._getframe()), None)
    if spot is None:
        return Source(Kind.COMPUTED)
    return Source(Kind.TEMPLATE, spot.file, line=spot.line, block=_block(spot.function))


def _block_here() -> str:
    """The block that is being rendered; nothing in a macro or outside of all blocks."""
    spot = next(errors.from_frame(sys._getframe()), None)
    return _block(spot.function) if spot else ""


def _block(function: str) -> str:
    """The block that Jinja has made the function of."""
    return function.removeprefix(BLOCK) if function.startswith(BLOCK) else ""


def _traced(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """The filter, with a note of where what it gives comes from. Each of them asks for the context."""

    @pass_context
    def filtered(context: Context, value: Any, *arguments: Any, **named: Any) -> Any:
        tracer = _tracer(context)
        asked, tracer.asked = tracer.asked, None
        value, arguments = tracer.bare(value), tuple(map(tracer.bare, arguments))
        result = function(context, value, *arguments, **named)
        if not isinstance(result, Markup) or not result:
            return through(tracer, name, result, value, (value, *arguments, *named.values()))
        key = named.get("nøgle") or asked
        if name == "liste" and isinstance(value, (list, tuple)) and value:
            return marked_list(tracer, name, result, value, key)
        labels = [*arguments[1:2], *(named[word] for word in ("etiket",) if word in named)]
        label = _here() if name == "prosa" and any(labels) else None
        return marked_text(tracer, name, result, value, key, label)

    return filtered
