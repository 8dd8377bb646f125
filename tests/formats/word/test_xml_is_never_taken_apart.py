"""XML that the writer made is never read again as text: what it must know it knows before it writes.

Every search, split and replacement in the writer is listed here with the text that it looks at. None of these
texts is XML of ours.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.test_architecture import MODULES, imports, tree

READER = "formats.word.reading"
WRITER = sorted(name for name in MODULES if name.startswith("formats.word") and not name.startswith(READER))
OF_TEXT = {
    "partition", "rpartition", "split", "rsplit", "splitlines", "replace", "translate", "index", "rindex",
    "count", "find", "rfind", "removeprefix", "removesuffix", "startswith", "endswith",
    "findall", "finditer", "sub", "subn", "match", "search", "fullmatch",
}  # fmt: skip
"""The methods of strings and of regular expressions that find something in a text or take it apart."""

EXPRESSIONS = {
    "formats.word.xml_text",  # finds what must be escaped before a text is XML
    "formats.word.tracked.elements",  # a date
    "formats.word.reference.headers",  # the instruction of a field
}
"""The modules with regular expressions, and what those read."""

LOOKED_AT = {
    "formats.word.xml_text": {
        "_SPECIAL.search", "_ILLEGAL.search", "text.replace", "_APART.split", "text.split",
        "escaped.startswith", "escaped.endswith",
    },
    "formats.word.tracked.elements": {"_MOMENT.fullmatch", "_DAY.fullmatch"},
    "formats.word.tracked.block_groups": {"last.text.rstrip().endswith"},
    "formats.word.tracked.margins": {  # the trees of the reference's own headers and footers
        "marks.count", "run.findall", "paragraph.find", "paragraph.findall", "properties.find",
    },
    "formats.word.package.parts": {"self.content_type.endswith"},
    "formats.word.package.seal": {
        "part.startswith", "name.endswith", "one.name.rpartition",
    },
    "formats.word.package.foreign": {"one.name.rpartition", "name.rpartition", "root.tag.rpartition"},
    "formats.word.package.zip": {"part.name[1:].rpartition", "relation.target.removeprefix"},
    "formats.word.table_rows": {"texts.index"},
    "formats.word.signer_properties": {"text.split", "properties.get(f'{PROPERTY} {number}', '').split"},
    "formats.word.reference.headers": {"_INSTRUCTION.match", "kinds.count"},
    "formats.word.reference.sound": {"name.endswith"},
    "formats.word.reference.reference": {"relation.reltype.endswith"},
    "formats.word.reference.text_styles": {"path.split", "relation.reltype.endswith"},
    "formats.word.reference.slots": {"etree.tostring(root, encoding='unicode').split"},
}  # fmt: skip
"""By module, what it looks into: texts, names, dates, and in slots.py the reference's XML at its slots.

What others have put into a document is read by a parser; of it, names alone are looked into here.
"""

IN_TREES = {"find", "findall"}
"""What is asked of an element of lxml's in the modules that read foreign files."""


def looks_into(name: str) -> Iterator[str]:
    """The methods that the module calls on texts: `text.replace`; a chain of one method is told once."""
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Attribute) and node.attr in OF_TEXT:
            if node.attr in IN_TREES and reads_trees(name):
                continue
            inner = node.value
            while isinstance(inner, ast.Call) and isinstance(inner.func, ast.Attribute) \
                    and inner.func.attr == node.attr:
                inner = inner.func.value
            yield f"{ast.unparse(inner)}.{node.attr}"


def reads_trees(name: str) -> bool:
    return name.startswith("formats.word.reference")


@pytest.mark.parametrize("name", WRITER)
def test_the_writer_takes_nothing_apart_but_what_is_listed(name: str) -> None:
    assert set(looks_into(name)) == LOOKED_AT.get(name, set())


@pytest.mark.parametrize("name", WRITER)
def test_the_writer_reads_with_expressions_only_what_is_listed(name: str) -> None:
    assert ("re" in imports(name)) == (name in EXPRESSIONS)


@pytest.mark.parametrize("name", WRITER)
def test_no_place_is_counted_in_xml(name: str) -> None:
    slices = (node.slice for node in ast.walk(tree(name)) if isinstance(node, ast.Subscript))
    bounds = (bound for part in slices if isinstance(part, ast.Slice) for bound in (part.lower, part.upper))
    assert not [ast.unparse(bound) for bound in bounds if isinstance(bound, (ast.Call, ast.Attribute))]
