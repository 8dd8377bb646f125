"""Errors of a template that can be seen before it runs, and of which Jinja alone would say nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from jinja2 import nodes
from msgspec import Struct

from generator.base.findings import Finding, Place, Rejected
from generator.base.language import say
from generator.base.nearest import suggestion
from generator.render import codes


class Known(Struct, frozen=True):
    """The names that a template may use: of filters, of tests, and of the blocks of the form it extends.

    `blocks` is None where it extends no form.
    """

    filters: Collection[str]
    tests: Collection[str]
    blocks: frozenset[str] | None


def check(template: nodes.Template, file: str, known: Known) -> None:
    """Raise Rejected with every unknown filter, test and block, and all text that would vanish."""
    found = list(_filters(template, file, known))
    if known.blocks is not None:
        found.extend(_lost(template, known.blocks, file))
    if found:
        raise Rejected(sorted(found, key=lambda finding: finding.place))


def form_of(template: nodes.Template) -> str | None:
    """Form that the template extends, by name; None if it extends none, or computes the name."""
    extends = template.find(nodes.Extends)
    if extends is None or not isinstance(extends.template, nodes.Const):
        return None
    return str(extends.template.value)


def blocks_in(template: nodes.Template) -> frozenset[str]:
    """Names of the blocks that stand in the template itself."""
    return frozenset(block.name for block in template.find_all(nodes.Block))


def _filters(template: nodes.Template, file: str, known: Known) -> Iterator[Finding]:
    for node in template.find_all((nodes.Filter, nodes.Test)):
        assert isinstance(node, (nodes.Filter, nodes.Test))
        is_filter = isinstance(node, nodes.Filter)
        names = known.filters if is_filter else known.tests
        if node.name not in names:
            no_filter = say("the filter `{name}` does not exist", name=node.name)
            message = no_filter if is_filter else say("the test `{name}` does not exist", name=node.name)
            hint = suggestion(node.name, sorted(n for n in names if n.isidentifier()))
            yield Finding(codes.UNKNOWN_FILTER, message, hint, Place(file, node.lineno, 1))


def _lost(template: nodes.Template, blocks: frozenset[str], file: str) -> Iterator[Finding]:
    for node in template.body:
        if isinstance(node, nodes.Block) and node.name not in blocks:
            message = say("the form has no block `{name}`, so this one would vanish", name=node.name)
            hint = suggestion(node.name, sorted(blocks))
            yield Finding(codes.UNKNOWN_BLOCK, message, hint, Place(file, node.lineno, 1))
        if isinstance(node, nodes.Output):
            yield from _loose_text(node, file)


def _loose_text(output: nodes.Output, file: str) -> Iterator[Finding]:
    for node in output.nodes:
        if isinstance(node, nodes.TemplateData) and not node.data.strip():
            continue
        line = node.lineno
        if isinstance(node, nodes.TemplateData):
            line += node.data[: len(node.data) - len(node.data.lstrip())].count("\n")
        message = say("text outside the blocks of a template that extends another would vanish")
        hint = say("put it in a `{% block … %}` of the form")
        yield Finding(codes.UNKNOWN_BLOCK, message, hint, Place(file, line, 1))
        return
