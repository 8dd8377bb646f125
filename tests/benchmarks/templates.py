"""A .docx of ours as a template for each peer: our own pages, with the peer's tags in place of the data.

A paragraph or a row alone is a field, and those of one look that follow each other are a loop. Styles, lists,
header and footer are ours.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from tests.benchmarks.content import MAIN, Block, Line, Lines, Row, Rows, style_in

_BODY = re.compile(r"(<w:body>).*?(<w:sectPr.*)", re.DOTALL)
Tagged = Callable[..., str]


@dataclass(frozen=True)
class Syntax:
    """How a peer writes a field, a loop over paragraphs and a loop over rows; `row` takes a tag a cell."""

    field: Callable[[str], str]
    lines: Callable[[str, Tagged], str]
    rows: Callable[[str, Sequence[str], Tagged], str]


def _docxtpl_rows(name: str, cells: Sequence[str], row: Tagged) -> str:
    rest = [""] * (len(cells) - 1)
    tags = (f"{{{{ item.{cell} }}}}" for cell in cells)
    return row(f"{{%tr for item in {name} %}}", *rest) + row(*tags) + row("{%tr endfor %}", *rest)


def _mustache_rows(name: str, cells: Sequence[str], row: Tagged) -> str:
    tags = [f"{{{cell}}}" for cell in cells]
    tags[0], tags[-1] = f"{{#{name}}}{tags[0]}", f"{tags[-1]}{{/{name}}}"
    return row(*tags)


def _carbone_rows(name: str, cells: Sequence[str], row: Tagged) -> str:
    first, next_ = ([f"{{d.{name}[{at}].{cell}:convCRLF}}" for cell in cells] for at in ("i", "i+1"))
    return row(*first) + row(*next_)


def _jinja_rows(name: str, cells: Sequence[str], row: Tagged) -> str:
    tags = (f"{{{{ item.{cell} | lines }}}}" for cell in cells)
    return f"{{% for item in {name} %}}{row(*tags)}{{% endfor %}}"


MUSTACHE = Syntax(
    field=lambda name: f"{{{name}}}",
    lines=lambda name, line: line(f"{{#{name}}}") + line("{text}") + line(f"{{/{name}}}"),
    rows=_mustache_rows,
)
EASY_TEMPLATE_X = Syntax(
    field=MUSTACHE.field,
    lines=lambda name, line: line(f'{{#{name} [loopOver: "paragraph"]}}{{text}}{{/{name}}}'),
    rows=_mustache_rows,
)
DOCXTPL = Syntax(
    field=lambda name: f"{{{{ {name} }}}}",
    lines=lambda name, line: "".join(
        map(line, (f"{{%p for item in {name} %}}", "{{ item.text }}", "{%p endfor %}"))
    ),
    rows=_docxtpl_rows,
)
CARBONE = Syntax(
    field=lambda name: f"{{d.{name}:convCRLF}}",
    lines=lambda name, line: line(f"{{d.{name}[i].text:convCRLF}}") + line(f"{{d.{name}[i+1].text}}"),
    rows=_carbone_rows,
)
JINJA = Syntax(
    field=lambda name: f"{{{{ {name} | lines }}}}",
    lines=lambda name, line: f"{{% for item in {name} %}}{line('{{ item.text | lines }}')}{{% endfor %}}",
    rows=_jinja_rows,
)
SYNTAXES = {
    "docxtpl": DOCXTPL, "docxtemplater": MUSTACHE, "easy-template-x": EASY_TEMPLATE_X, "carbone": CARBONE,
    "floor": JINJA,
}  # fmt: skip


def make(folder: Path, blocks: Sequence[Block], ours: Path) -> None:
    """Write a template for each peer in the folder, from what is in our .docx."""
    for peer, syntax in SYNTAXES.items():
        _pack(ours, _body(blocks, syntax), folder / f"{peer}.docx")
    _pack(ours, "", folder / "python-docx.docx")


def save_data(folder: Path, number: int, blocks: Sequence[Block], styles: dict[str, str]) -> None:
    """Write the data of one document: for the templates, and in order for a program that has none."""
    _save(folder / f"data-{number:03}.json", fields(blocks))
    _save(folder / f"blocks-{number:03}.json", [item for block in blocks for item in in_order(block, styles)])


def fields(blocks: Iterable[Block]) -> dict[str, Any]:
    """The data of the templates: texts by name, and lists of items for the loops."""
    data: dict[str, Any] = {}
    for group in _groups(blocks):
        if not group.is_fixed and isinstance(group, Lines):
            data[group.name] = _or_list([line.text for line in group.lines])
        elif not group.is_fixed and isinstance(group, Rows):
            data |= _of_rows(group)
    return data


def _of_rows(group: Rows) -> dict[str, Any]:
    items = [dict(zip(_cells(row), row.texts, strict=True)) for row in group.rows]
    if len(items) > 1:
        return {group.name: items}
    return {group.name + cell: text for cell, text in items[0].items()}


def in_order(block: Block, styles: dict[str, str]) -> list[dict[str, Any]]:
    """The paragraphs, or the table, each with the names of its styles."""
    if isinstance(block, Lines):
        return [{"style": styles[line.style], "text": line.text} for line in block.lines]
    rows = [row for group in block.groups for row in group.rows]
    cells = [[(styles[line.style], line.text) for _, line in row.cells] for row in rows]
    return [{"style": styles[style_in(block.look)], "rows": cells}]


def _body(blocks: Iterable[Block], syntax: Syntax) -> str:
    parts = []
    for block in blocks:
        if isinstance(block, Lines):
            parts.append(_tagged_lines(block, syntax))
        else:
            rows = "".join(_tagged_rows(group, syntax) for group in block.groups)
            parts.append(f"<w:tbl>{block.look}{rows}</w:tbl>")
    return "".join(parts)


def _tagged_lines(group: Lines, syntax: Syntax) -> str:
    first: Line = group.lines[0]
    if group.is_fixed:
        return "".join(line.tagged(escape(line.text)) for line in group.lines)
    if len(group.lines) > 1:
        return syntax.lines(group.name, first.tagged)
    return first.tagged(syntax.field(group.name))


def _tagged_rows(group: Rows, syntax: Syntax) -> str:
    first: Row = group.rows[0]
    if group.is_fixed:
        return "".join(row.tagged(*map(escape, row.texts)) for row in group.rows)
    if len(group.rows) > 1:
        return syntax.rows(group.name, _cells(first), first.tagged)
    return first.tagged(*(syntax.field(group.name + cell) for cell in _cells(first)))


def _groups(blocks: Iterable[Block]) -> Iterable[Lines | Rows]:
    for block in blocks:
        yield from [block] if isinstance(block, Lines) else block.groups


def _cells(row: Row) -> list[str]:
    return [f"c{number}" for number in range(len(row.cells))]


def _or_list(texts: list[str]) -> Any:
    return [{"text": text} for text in texts] if len(texts) > 1 else texts[0]


def _pack(ours: Path, body: str, into: Path) -> None:
    with zipfile.ZipFile(ours) as archive, zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as new:
        for name in archive.namelist():
            data = archive.read(name)
            if name == MAIN:
                data = _BODY.sub(lambda found: found[1] + body + found[2], data.decode()).encode()
            new.writestr(name, data)


def _save(path: Path, data: Any) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
