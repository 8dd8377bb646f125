"""Documents before and after, and the redline between them as it reads.

A case is a file in tests/cases/redline: the markup before, a line of `=`, the markup after, a line of `=`,
and the redline, a line a paragraph, with `[-out-]` and `{+in+}`.

A line that came, went or moved as a whole, its end too, begins with `-`, `+`, `<` or `>`; an end that came or
went between words that stay is `{+¶+}` or `[-¶-]`. A row begins with `|`, and after that its mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.compare.documents import redline
from generator.document.markup import parse
from generator.document.model import (
    Block,
    Heading,
    Inline,
    List,
    Mark,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Signature,
    Split,
    Table,
)
from tests.compare.documents.test_redline import holds
from tests.support.word_assertions import assert_valid
from tests.support.word_samples import document

CASES = sorted((Path(__file__).parents[2] / "cases" / "redline").glob("*.txt"))
SIGNS = {"inserted": "+", "deleted": "-", "moved-from": "<", "moved-to": ">"}
AROUND = {"inserted": ("{+", "+}"), "deleted": ("[-", "-]")}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_case_reads_as_it_should_and_holds_both_documents(case: Path) -> None:
    before, after, expected = case.read_text(encoding="utf-8").split("=====\n")
    old, new = document(*parse(before)), document(*parse(after))
    assert "\n".join(lines(redline(old, new).blocks)) == expected.rstrip("\n")
    assert_valid(holds(old, new))


def lines(blocks: tuple[Block, ...], indent: str = "", mark: Mark | None = None) -> Iterator[str]:
    """The blocks as a case shows them."""
    for block in blocks:
        here = block.mark or mark
        start = f"{sign(here)}{indent}"
        if isinstance(block, (Paragraph, Heading)):
            level = "#" * block.level + " " if isinstance(block, Heading) else ""
            yield f"{start}{level}{shown(block.content)}"
        elif isinstance(block, List):
            for item in block.items:
                first, *rest = lines(item.blocks, indent, item.mark or here)
                yield f"{first[0]}{indent}{'1.' if block.ordered else '*'} {first[1 + len(indent):]}"
                yield from (f"{line[0]}   {line[1:]}" for line in rest)
        elif isinstance(block, Table):
            yield from (row_line(row, row.mark or here) for row in block.rows)
        elif isinstance(block, Signature):
            was = block.was or block
            fields = ((was.label, block.label), (was.name, block.name), (was.title, block.title))
            shown_fields = (f"[-{one}-]{{+{other}+}}" if one != other else one for one, other in fields)
            yield f"{start}sign: {', '.join(field for field in shown_fields if field)}"
        elif isinstance(block, PageBreak):
            yield f"{start}page break"


def row_line(row: Row, mark: Mark | None) -> str:
    cells = (" / ".join(line.rstrip() for line in lines(cell.blocks)) for cell in row.cells)
    return f"|{sign(mark)} " + " | ".join(cell.strip() for cell in cells)


def sign(mark: Mark | None) -> str:
    return SIGNS[mark.kind] if mark else " "


def shown(content: tuple[Inline, ...]) -> str:
    return "".join(inline_shown(inline) for inline in content)


def inline_shown(inline: Inline) -> str:
    text = inline.text if isinstance(inline, Run) else "¶" if isinstance(inline, Split) else "↵"
    if isinstance(inline, Run) and (inline.bold or inline.link):
        text = f"**{text}**" if inline.bold else f"<{text}>"
    before, after = AROUND[inline.mark.kind] if inline.mark else ("", "")
    return f"{before}{text}{after}"
