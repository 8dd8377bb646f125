"""Plan and form → markup → document: the one place where the model and the document meet.

Templates are Jinja2 in a sandbox. They print text; every other value goes through a filter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Template, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError
from jinja2.utils import missing

from generator.base import pause_gc
from generator.base.findings import Finding, Place, Rejected
from generator.base.language import say
from generator.base.nearest import suggestion
from generator.document.markup import parse
from generator.document.model import Block, Document
from generator.render import codes, errors
from generator.render.environment import FormEnvironment
from generator.render.limits import TooMuch
from generator.render.loader import NEXT
from generator.render.rendering import Rendering
from generator.render.unknown_names import UnknownName, undefined
from generator.render.wrapped_lines import bound

__all__ = ["Rendered", "Rendering", "Templates"]

_FAILURES = (
    TemplateError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError, MemoryError,
    SyntaxError, TooMuch,
)  # fmt: skip
_JINJA_TAGS = (
    "block", "call", "elif", "else", "endblock", "endcall", "endfilter", "endfor", "endif", "endmacro",
    "endset", "extends", "filter", "for", "from", "if", "import", "include", "macro", "raw", "set", "with",
)  # fmt: skip


class Rendered(NamedTuple):
    """A document, with the rendering that it comes from, which knows the values that it prints."""

    document: Document
    rendering: Rendering


class Templates:
    """Templates of some folders, the first folder that has a name first; each compiled once.

    Findings name files relative to `base` where they are inside it.
    """

    def __init__(self, roots: tuple[Path, ...], base: Path | None = None) -> None:
        self._environment = FormEnvironment(tuple(roots), base)

    def render(self, name: str, context: Mapping[str, object]) -> str:
        """Markup of the template with these variables. Raises Rejected with all that is wrong."""
        return bound(self._rendered(name, context)[0])

    def document(self, name: str, context: Mapping[str, object], **document_fields: Any) -> Rendered:
        """Document of the template; `document_fields` are those of Document apart from its blocks."""
        with pause_gc.paused():
            printed, rendering = self._rendered(name, context)
            blocks = filled(parse(bound(printed), name), name)
        return Rendered(Document(blocks=blocks, **document_fields), rendering)

    def _rendered(self, name: str, context: Mapping[str, object]) -> tuple[str, Rendering]:
        with self._environment.gathering() as rendering:
            try:
                chunks = _chunks(self._environment.get_template(name), context)
            except Rejected as rejected:
                raise Rejected([*rendering.found, *rejected.findings]) from None
            except _FAILURES as problem:
                raise Rejected([*rendering.found, self._failure(problem, name, context)]) from problem
            if rendering.found:
                raise Rejected(dict.fromkeys(rendering.found))
            return "".join(chunks), rendering

    def _failure(self, problem: Exception, name: str, context: Mapping[str, object]) -> Finding:
        spots = errors.from_traceback(problem.__traceback__)
        if isinstance(problem, TemplateSyntaxError):
            place = Place(problem.filename or name, problem.lineno, 1)
            message = say("Jinja cannot read this: `{problem}`", problem=problem.message)
            return Finding(codes.SYNTAX, message, _syntax_hint(problem), place)
        if isinstance(problem, TemplateNotFound):
            return errors.finding(codes.NO_TEMPLATE, *self._no_template(problem), spots)
        if isinstance(problem, UnknownName):
            return errors.finding(codes.UNDEFINED, *self._undefined(problem, context), spots)
        if isinstance(problem, SecurityError):
            hint = say("a template reaches the fields of the plan and the form, and nothing else")
            return errors.finding(codes.FORBIDDEN, str(problem), hint, spots)
        if isinstance(problem, TooMuch) or (isinstance(problem, RecursionError) and spots):
            hint = say("see the loops and macros that lead to that line")
            endless = say("the template calls itself without end")
            message = str(problem) if isinstance(problem, TooMuch) else endless
            return errors.finding(codes.ENDLESS, message, hint, spots)
        if not spots:  # it was never compiled: Python itself found it too large, or too deep
            hint = say("see whether something in it is nested without end")
            message = say("the template cannot be compiled: `{problem}`", problem=problem)
            return Finding(codes.SYNTAX, message, hint, Place(name, 1, 1))
        hint = say("see the expression on that line, and whether its values may be missing")
        message = say("the expression fails: `{problem}`", problem=problem or type(problem).__name__)
        return errors.finding(codes.FAILED, message, hint, spots)

    def _no_template(self, problem: TemplateNotFound) -> tuple[str, str]:
        asked = str(problem.name or problem.message)
        wanted = asked.lstrip(NEXT)
        if asked != wanted:
            hint = say("a template that names itself means the one it stands in front of")
            return say("there is no other template `{wanted}` behind this one", wanted=wanted), hint
        hint = suggestion(wanted, self._environment.list_templates())
        return say("there is no template `{wanted}`", wanted=wanted), hint

    def _undefined(self, problem: UnknownName, context: Mapping[str, object]) -> tuple[str, str]:
        if problem.owner is missing and problem.name in context:
            hint = say("an imported template has no variables: pass it to the macro, or import with context")
            return say("the variable `{name}` does not exist here", name=problem.name), hint
        return undefined(problem, {**self._environment.globals, **context})


def filled(blocks: tuple[Block, ...], name: str) -> tuple[Block, ...]:
    """The blocks of a document. Raises Rejected where there are none."""
    if not blocks:
        hint = say("write what the document is to hold, or take the template away")
        raise Rejected([Finding(codes.EMPTY, say("the template prints nothing"), hint, Place(name))])
    return blocks


def _chunks(template: Template, variables: Mapping[str, object]) -> list[str]:
    """Markup of the template, in pieces.

    Its macros and their context hold each other, and with them the plan, so they are parted: memory that
    only a search for cycles gives back is given back late.
    """
    context = template.new_context(dict(variables))
    try:
        return list(template.root_render_func(context))
    finally:
        context.vars.clear()


def _syntax_hint(problem: TemplateSyntaxError) -> str:
    unknown = re.search(r"unknown tag '([^']+)'", problem.message or "")
    if not unknown:
        return say("see the braces, quotes and names on that line")
    return suggestion(unknown[1], _JINJA_TAGS)
