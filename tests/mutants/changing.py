"""Small changes of the program's own code, each of which a test ought to notice."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Eq: "!=", ast.NotEq: "==", ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">",
    ast.In: "not in", ast.NotIn: "in", ast.Is: "is not", ast.IsNot: "is",
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """One change: `old` at the lines (from 1) and columns (from 0, in bytes) of a file becomes `new`."""

    path: Path
    line: int
    column: int
    end_line: int
    end_column: int
    new: str

    def __str__(self) -> str:
        old = " ".join(self.old().split())
        return f"{self.path.as_posix()}:{self.line}: {old[:90]}  ->  {' '.join(self.new.split())[:90]}"

    def old(self) -> str:
        """The code that is changed."""
        start, end = self._span()
        return self.path.read_bytes()[start:end].decode()

    def applied(self) -> bytes:
        """The file with the change."""
        data = self.path.read_bytes()
        start, end = self._span()
        return data[:start] + self.new.encode() + data[end:]

    def _span(self) -> tuple[int, int]:
        lines = self.path.read_bytes().splitlines(keepends=True)
        starts = [0]
        for line in lines:
            starts.append(starts[-1] + len(line))
        return starts[self.line - 1] + self.column, starts[self.end_line - 1] + self.end_column


def mutants(path: Path) -> Iterator[Mutant]:
    """Every change of the file that this module knows how to make."""
    tree = ast.parse(path.read_bytes())
    texts = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    inside = {id(node) for text in texts for node in ast.walk(text)}  # their places are not those in the file
    for node in ast.walk(tree):
        if id(node) not in inside:
            yield from _changes(path, node)


def _changes(path: Path, node: ast.AST) -> Iterator[Mutant]:
    match node:
        case ast.Compare(ops=[op]) if type(op) in COMPARISONS:
            new = f"({ast.unparse(node.left)} {COMPARISONS[type(op)]} {ast.unparse(node.comparators[0])})"
            yield _in_place(path, node, new)
        case ast.BoolOp(op=op, values=values):
            word = " or " if isinstance(op, ast.And) else " and "
            yield _in_place(path, node, f"({word.join(f'({ast.unparse(value)})' for value in values)})")
        case ast.Constant(value=bool(value)):
            yield _in_place(path, node, str(not value))
        case ast.Constant(value=int(value)):
            yield _in_place(path, node, str(value + 1))
        case ast.If(body=[ast.Return() as given], orelse=[]):
            yield _in_place(path, given, "pass")
        case ast.FunctionDef(body=[first, *_]) if _answers(node):
            first = node.body[1] if _is_docstring(first) and len(node.body) > 1 else first
            yield Mutant(path, first.lineno, first.col_offset, first.lineno, first.col_offset,
                         f"return None\n{' ' * first.col_offset}")  # fmt: skip


def _in_place(path: Path, node: ast.expr | ast.stmt, new: str) -> Mutant:
    assert node.end_lineno is not None and node.end_col_offset is not None
    return Mutant(path, node.lineno, node.col_offset, node.end_lineno, node.end_col_offset, new)


def _answers(node: ast.FunctionDef) -> bool:
    """Tell a function that gives an answer other than None."""
    returns = node.returns
    return returns is not None and not (isinstance(returns, ast.Constant) and returns.value is None)


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
