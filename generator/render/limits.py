"""Limits of a template: rounds, calls, text. One that goes further would never end, or fill the memory.

The numbers are a hundred times what the largest form takes. A clock is the last resort, for what the
numbers do not see.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from typing import Any, TypeVar

from jinja2 import Template, nodes, pass_eval_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro, markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.base.danish import antal
from generator.base.language import say

T = TypeVar("T")

MOST_STEPS = 2_000_000
"""Rounds of loops in one document, where a call of a macro, a block or a template counts as ten."""
A_CALL = 10
MOST_CHARACTERS = 20_000_000
"""Of all that a template puts together: printed, set, or joined on the way."""
LONGEST = 1_000_000
"""Characters, items or digits that one expression makes."""
MOST_SECONDS = 60
_LOOK_AT_CLOCK = 4_096
_COUNTED = (list, tuple, dict)
_MULTIPLY = frozenset({"join", "replace", "translate"})


class TooMuch(Exception):
    """A template that goes on for too long; the text says what there is too much of."""


class Spent:
    """Counts of what the rendering under way has used."""

    def __init__(self) -> None:
        self._steps, self._characters = 0, 0
        self._ends = time.monotonic() + MOST_SECONDS

    def step(self, number: int = 1) -> None:
        """Count a round or a call, or so many. Raises TooMuch."""
        before = self._steps
        self._steps += number
        if self._steps > MOST_STEPS:
            most = antal(MOST_STEPS)
            raise TooMuch(say("the template does not end: it makes over {most} rounds and calls", most=most))
        if self._steps // _LOOK_AT_CLOCK != before // _LOOK_AT_CLOCK and time.monotonic() > self._ends:
            most = antal(MOST_SECONDS)
            raise TooMuch(say("the template has not ended within {most} seconds", most=most))

    def text(self, length: int) -> None:
        """Count characters that have been put together. Raises TooMuch."""
        self._characters += length
        if self._characters > MOST_CHARACTERS:
            most = antal(MOST_CHARACTERS)
            raise TooMuch(say("the template makes over {most} characters", most=most))

    def rounds(self, items: Iterable[T]) -> Iterable[T]:
        """The items, each counted as a round: at once where it is known how many there are."""
        if type(items) in _COUNTED:
            self.step(len(items))  # type: ignore[arg-type]
            return items
        return self._each(items)

    def _each(self, items: Iterable[T]) -> Iterator[T]:
        for item in items:
            self.step()
            yield item


class CountingGenerator(CodeGenerator):
    """Jinja's compiler, except that the rounds of loops are counted.

    What it puts into a template is called as it stands: only what the template calls may be forbidden.
    """

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        if not isinstance(node.node, nodes.EnvironmentAttribute):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write(f"environment.{node.node.name}(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def visit_For(self, node: nodes.For, frame: Frame) -> None:
        rounds = nodes.EnvironmentAttribute("rounds")
        node.iter = nodes.Call(rounds, [node.iter], [], None, None).set_lineno(node.lineno)
        super().visit_For(node, frame)


class LimitedEnvironment(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, except that what a rendering uses is counted in `spent`, and not without end."""

    code_generator_class = CountingGenerator
    intercepted_binops = frozenset({"%", "*", "+", "**"})
    spent = Spent()

    def rounds(self, items: Iterable[Any]) -> Iterable[Any]:
        """The items of a loop, each counted."""
        return self.spent.rounds(items)

    def call(self, context: Context, function: Any, /, *arguments: Any, **named: Any) -> Any:
        """A call of a macro, a block, a method."""
        self.spent.step(A_CALL)
        if type(function) is Macro:  # nothing of it can be forbidden, and of its arguments each by itself
            return self._expanded(context, function, arguments, named)
        method = getattr(function, "__wrapped__", function)  # one of a text is given in a wrapper
        if isinstance(getattr(method, "__self__", None), str) and method.__name__ in _MULTIPLY:
            _refuse_method(method.__name__)
        for number in arguments:
            if isinstance(number, int):
                _refuse(abs(number))
        return super().call(context, function, *arguments, **named)

    def _expanded(
        self, context: Context, macro: Macro, arguments: tuple[Any, ...], named: dict[str, Any]
    ) -> Any:
        """The text of a macro: what Jinja calls it with is the context's way to escape."""
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        return macro(context.eval_ctx, *arguments, **named)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """An operation whose result may be longer than what it is made of."""
        if operator == "*":
            _refuse(_size(left, right) or _size(right, left))
        elif operator == "+" and isinstance(left, Sized) and isinstance(right, Sized):
            _refuse(len(left) + len(right))
        elif operator == "**" and isinstance(left, int) and isinstance(right, int):
            _refuse(max(1, left.bit_length()) * abs(right))
        return super().call_binop(context, operator, left, right)

    def get_template(self, name: Any, *arguments: Any, **named: Any) -> Template:
        """A template that is rendered, extended, included or imported."""
        self.spent.step(A_CALL)
        return super().get_template(name, *arguments, **named)

    def concat(self, pieces: Iterable[str]) -> str:
        """The pieces of a block or a macro as one text."""
        text = "".join(pieces)
        self.spent.text(len(text))
        return text

    def joined(self, pieces: Iterable[Any]) -> str:
        """Text of what stands between `~`."""
        text = markup_join(pieces)
        self.spent.text(len(text))
        return text


def limited(filters: Mapping[str, Callable[..., Any]]) -> dict[str, Callable[..., Any]]:
    """Jinja's filters, those that can multiply what they are given with a look at it first."""
    replace, batch, slices = (filters[name] for name in ("replace", "batch", "slice"))

    @pass_eval_context
    def replaced(context: Any, text: str, old: str, new: str, count: int | None = None) -> str:
        _refuse((len(text) + 1) * len(new))
        return str(replace(context, text, old, new, count))

    def in_batches(items: Any, size: int, fill: Any = None) -> Any:
        _refuse(size)
        return batch(items, size, fill)

    def in_slices(items: Any, number: int, fill: Any = None) -> Any:
        _refuse(number)
        return slices(items, number, fill)

    return {**filters, "replace": replaced, "batch": in_batches, "slice": in_slices}


def _size(sequence: Any, times: Any) -> int:
    return len(sequence) * times if isinstance(sequence, Sized) and isinstance(times, int) else 0


def _refuse_method(name: str) -> None:
    raise TooMuch(say("`{name}` can make text of any length; write the text around {{{{ }}}}", name=name))


def _refuse(size: int) -> None:
    if size > LONGEST:
        most = antal(LONGEST)
        raise TooMuch(say("the expression makes something of over {most} characters", most=most))
