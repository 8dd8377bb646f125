"""Conditions of a template: the keys that its tests and its loops ask about, by the lines that they decide.

What stands in those lines is the form's own text, and stands there because of those keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, cast

from jinja2 import nodes
from jinja2.compiler import Frame
from msgspec import Struct, field

from generator.base.values import replace
from generator.plan.model.computed import EVERY, computed_from
from generator.plan.model.identity import Key
from generator.plan.model.record import Model
from generator.render.environment import Generator
from generator.render.tracing.tracer import Tracer

MOST_CALLS = 4
"""Macros in one another that are looked through."""


class Lines(NamedTuple):
    """Lines of a template file, from the first to the last, that a test decides."""

    file: str
    first: int
    last: int

    def has(self, file: str, line: int) -> bool:
        """Tell whether the line of the file is one of them."""
        return self.file == file and self.first <= line <= self.last


class Asked(NamedTuple):
    """An attribute that a test has asked for, of what, and what it got."""

    owner: object
    name: str
    value: object


class Conditions(Struct):
    """Keys that the tests of a rendering have asked about, by the lines that each decides."""

    found: dict[Lines, set[Key]] = field(default_factory=dict)
    callers: dict[Lines, set[tuple[str, int]]] = field(default_factory=dict)
    """The lines that call a macro, by its own."""
    asked: list[Asked] = field(default_factory=list)
    depth: int = 0
    """Number of tests under way: one may call a macro, which has tests of its own."""

    def begin(self) -> int:
        """Listen from now on; what is asked for stands from this place on."""
        self.depth += 1
        return len(self.asked)

    def end(self, lines: Lines, begin: int, values: Iterable[object], tracer: Tracer) -> None:
        """Keep what was asked for since, and the sources of the values that the test has by their names."""
        self.depth -= 1
        asked = self.asked[begin:]
        steps = {id(one.owner) for one in asked}  # of `plan.organisation.ansøger` the last alone
        keys = self.found.setdefault(lines, set())
        for one in asked:
            if id(one.value) not in steps or one.value is None:
                keys.update(_keys(one, tracer))
        keys.update(key for value in values for key in _keys_of(value, tracer) if key.path)
        if not self.depth:
            self.asked.clear()


    def of_line(self, file: str, line: int, deep: int = MOST_CALLS) -> Iterator[Key]:
        """The keys that decide whether what the line of a template says stands in the document."""
        for lines, keys in self.found.items():
            if lines.has(file, line):
                yield from keys
        for lines, calls in self.callers.items() if deep else ():
            if lines.has(file, line):
                for call in calls:
                    yield from self.of_line(*call, deep - 1)


class TestingGenerator(Generator):
    """The compiler of forms, which has the environment hear of every test, every list of a loop, and of who
    calls a macro."""

    __test__ = False

    def visit_Macro(self, node: nodes.Macro, frame: Frame) -> None:
        lines = nodes.Const(self._lines(node))
        entered = nodes.Call(nodes.EnvironmentAttribute("entered"), [lines], [], None, None)
        node.body.insert(0, nodes.ExprStmt(entered).set_lineno(node.lineno or 0))
        super().visit_Macro(node, frame)

    def visit_If(self, node: nodes.If, frame: Frame) -> None:
        for one in (node, *node.elif_):
            one.test = self._heard(one.test, node)
        super().visit_If(node, frame)

    def visit_CondExpr(self, node: nodes.CondExpr, frame: Frame) -> None:
        node.test = cast(nodes.Expr, self._heard(node.test, node))
        super().visit_CondExpr(node, frame)

    def visit_For(self, node: nodes.For, frame: Frame) -> None:
        node.iter = self._heard(node.iter, node)
        super().visit_For(node, frame)

    def _heard(self, test: nodes.Node, decider: nodes.Node) -> nodes.Node:
        """The test as a call that gives what it does."""
        begin = nodes.Call(nodes.EnvironmentAttribute("testing"), [], [], None, None)
        parts: list[Any] = [nodes.Const(self._lines(decider)), begin, test, *_names(test)]
        call = nodes.Call(nodes.EnvironmentAttribute("tested"), parts, [], None, None)
        return call.set_lineno(decider.lineno or 0)

    def _lines(self, node: nodes.Node) -> tuple[str, int, int]:
        return self.filename or self.name or "", node.lineno or 0, _last_line(node)


def _last_line(node: nodes.Node) -> int:
    """The last line of what stands in a node."""
    newlines = node.data.count("\n") if isinstance(node, nodes.TemplateData) else 0
    return max([(node.lineno or 0) + newlines, *map(_last_line, node.iter_child_nodes())])


def _names(node: nodes.Node) -> Iterator[nodes.Expr]:
    """The variables in a test that are asked for nothing."""
    if isinstance(node, nodes.Name):
        yield node
    elif not isinstance(node, (nodes.Getattr, nodes.Getitem)):
        for inner in node.iter_child_nodes():
            yield from _names(inner)


def _keys(asked: Asked, tracer: Tracer) -> Iterator[Key]:
    """The keys that an attribute follows from: its own, or those of what it is computed from."""
    if found := [*_keys_of(asked.value, tracer)]:
        yield from found
    elif isinstance(asked.owner, Model):
        paths = computed_from(type(asked.owner), asked.name)
        for owner in _keys_of(asked.owner, tracer):
            for path in paths or ((asked.name,) if asked.name in asked.owner.fields else ()):
                steps = path.partition(f".{EVERY}")[0].split(".")
                yield replace(owner, path=(*owner.path, *steps))


def _keys_of(value: Any, tracer: Tracer) -> Iterable[Key]:
    if value is None or isinstance(value, bool) or callable(value):  # which Python shares
        return ()
    source = tracer.source(value)
    return source.keys if source else ()
