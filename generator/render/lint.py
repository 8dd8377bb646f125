"""What can be seen to be wrong in a template before it runs; Jinja alone would say nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import TemplateNotFound, nodes

from generator.base.findings import Finding, Place, Rejected
from generator.base.nearest import suggestion
from generator.render import codes

if TYPE_CHECKING:
    from generator.render.environment import FormEnvironment


class Checked(NamedTuple):
    """What is known of a template that was found sound: the blocks that one extending it may fill.

    `parent` is the form that it extends, by name, with the blocks that it was found to have.
    """

    blocks: frozenset[str]
    parent: str | None
    parents_blocks: frozenset[str] | None


def check(environment: FormEnvironment, template: nodes.Template, name: str, file: str) -> None:
    """Raise Rejected with every unknown filter, test and block, and all text that would vanish."""
    found = list(_filters(environment, template, file))
    own = frozenset(block.name for block in template.find_all(nodes.Block))
    parent = _parent(environment, template, name)
    parents = _blocks(environment, parent)
    if parents is not None:
        found.extend(_lost(template, parents, file))
    environment.checked[name] = Checked(own | (parents or frozenset()), parent, parents)
    if found:
        raise Rejected(sorted(found, key=lambda finding: finding.place))


def still_holds(environment: FormEnvironment, checked: Checked) -> bool:
    """Whether what a template extends has the blocks that it was checked against."""
    return _blocks(environment, checked.parent) == checked.parents_blocks


def _filters(environment: FormEnvironment, template: nodes.Template, file: str) -> Iterator[Finding]:
    for node in template.find_all((nodes.Filter, nodes.Test)):
        assert isinstance(node, (nodes.Filter, nodes.Test))
        is_filter = isinstance(node, nodes.Filter)
        kind, known = ("filter", environment.filters) if is_filter else ("test", environment.tests)
        if node.name not in known:
            message = f"the {kind} `{node.name}` does not exist"
            hint = suggestion(node.name, sorted(n for n in known if n.isidentifier()))
            yield Finding(codes.UNKNOWN_FILTER, message, hint, Place(file, node.lineno, 1))


def _parent(environment: FormEnvironment, template: nodes.Template, name: str) -> str | None:
    """The name of the form that the template extends; None if it extends none that is named outright."""
    extends = template.find(nodes.Extends)
    if extends is None or not isinstance(extends.template, nodes.Const):
        return None
    return environment.join_path(extends.template.value, name)


def _blocks(environment: FormEnvironment, form: str | None) -> frozenset[str] | None:
    """The blocks of the form; None where there is none, which Jinja tells when the template runs."""
    if form is None:
        return None
    try:
        environment.get_template(form)
    except TemplateNotFound:
        return None
    return environment.checked[form].blocks


def _lost(template: nodes.Template, blocks: frozenset[str], file: str) -> Iterator[Finding]:
    for node in template.body:
        if isinstance(node, nodes.Block) and node.name not in blocks:
            message = f"the form has no block `{node.name}`, so this one would vanish"
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
        message = "text outside the blocks of a template that extends another would vanish"
        hint = "put it in a {% block … %} of the form"
        yield Finding(codes.UNKNOWN_BLOCK, message, hint, Place(file, line, 1))
        return
