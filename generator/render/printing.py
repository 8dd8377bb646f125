"""Ways to the page: `{{ }}` and the filters. They note the values that they print, and refuse others.

A finding stands at its line, and the rendering goes on: all that is wrong is told at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from jinja2 import Undefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from generator.base.language import listed, say
from generator.plan.model.own import OwnText, kind_of
from generator.plan.model.texts import Tekst
from generator.render import codes
from generator.render.filters import GAP, OURS, how_to_print, is_text, takes
from generator.render.rendering import NOTHING, rendering_in
from generator.render.unknown_names import UnknownName, undefined

_SIGN = re.compile("[&<>\"']")
"""Signs that mean something in markup."""


@pass_context
def printed(context: Context, value: Any) -> Any:
    """Print a text or markup, as `{{ }}` does; gather a finding for anything else, and print nothing."""
    kind = type(value)
    if kind is str or kind is Markup:  # of a filter or a macro, which has noted what went into it
        return value
    rendering = rendering_in(context)
    if kind is OwnText:
        rendering.values.append(value)
        return str(value)
    if isinstance(value, Undefined):
        return _unknown(context, value)
    if isinstance(value, Tekst):
        message = say("prose is printed without a filter, and would show its asterisks")
        return rendering.add(codes.UNFORMATTED, message, say('write | prosa("Navn") or | punkt'))
    if is_text(value):
        return value
    message = say("{value} is printed without a filter", value=_described(value))
    return rendering.add(codes.UNFORMATTED, message, how_to_print(value))


def in_markup(text: str) -> str:
    """The text as it stands in markup."""
    return text if isinstance(text, Markup) or not _SIGN.search(text) else escape(text)


def guarded(name: str) -> Callable[..., Any]:
    """Make a filter of ours that gathers a finding for a value that it cannot take."""
    ours = OURS[name]
    known, many = set(ours.takes), list in ours.takes

    @pass_context
    def filtered(context: Context, value: Any, *arguments: Any, **named: Any) -> Any:
        if type(value) in known:  # so it is nearly always
            pass
        elif isinstance(value, Undefined):
            return _unknown(context, value)
        elif ours.passes_gaps and isinstance(value, GAP):
            return value
        elif takes(name, value):
            known.add(type(value))
        else:
            kinds = listed(sorted({kind.__name__ for kind in ours.takes} - {"NoneType"}), "or")
            message = say(
                "`{name}` takes {kinds}, and cannot take {value}",
                name=name, kinds=kinds, value=_described(value),
            )  # fmt: skip
            return rendering_in(context).add(codes.WRONG_VALUE, message, how_to_print(value))
        if ours.prints:
            values = rendering_in(context).values
            values.append(value)
            if many and isinstance(value, (list, tuple)):
                values.extend(value)
            if ours.prints > 1:
                values.extend((*arguments, *named.values()))
        try:
            return ours.function(value, *arguments, **named)
        except (TypeError, ValueError, AttributeError) as problem:
            hint = say("see what `{name}` takes, or test the value first", name=name)
            message = say("`{name}` failed: `{problem}`", name=name, problem=problem)
            return rendering_in(context).add(codes.WRONG_VALUE, message, hint)

    return filtered


def noting(function: Callable[..., Any]) -> Callable[..., Any]:
    """Make a filter of Jinja's that notes the text that it makes another of."""
    asks_for_context = hasattr(function, "jinja_pass_arg")

    @pass_context
    def filtered(context: Context, value: Any, *arguments: Any, **named: Any) -> Any:
        rendering_in(context).values += (value, *arguments)
        before = (context.eval_ctx,) if asks_for_context else ()
        return function(*before, value, *arguments, **named)

    return filtered


def _unknown(context: Context, value: Undefined) -> Markup:
    """Gather that a name does not exist, where its value would be printed.

    The one that raises at no use stands for nothing: Jinja's own, of an `if` within `{{ }}` without an else.
    """
    try:
        str(value)
    except UnknownName as problem:
        message, hint = undefined(problem, context.get_all())
        return rendering_in(context).add(codes.UNDEFINED, message, hint)
    return NOTHING


def _described(value: object) -> str:
    """`3220 (int)`, or only the kind where the value is long or has no short form."""
    if value is None:
        return "None"
    kind = kind_of(value).__name__
    short = isinstance(value, (int, float, bool)) or kind == "Decimal"
    return f"{value} ({kind})" if short else kind
