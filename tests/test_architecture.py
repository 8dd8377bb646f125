"""The order of the pipeline and the invariants of ARCHITECTURE.md, read from the source itself."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import document
from tests.conftest import ROOT

PACKAGE = ROOT / "generator"
LONGEST = 250

ORDER = [
    "__main__", "cli", "completion", "reports", "explain", "comparing", "changes", "build", "replay",
    "scaffold", "examples", "schema", "canonical", "commented", "plain", "merging", "reading",
    "lineage", "history", "salvage", "output", "outcome", "dependencies", "gaps", "workspace",
    "redline", "stamp", "word", "render", "markup", "rules", "wording", "model", "prose", "source",
    "yaml_tree", "yaml_syntax", "yaml_trouble", "codes", "marks", "document", "nearest", "jobs",
    "findings", "memory", "kept", "collector",
]  # fmt: skip
"""From the top of the pipeline to its bottom; a module imports only from further right."""

PRINTS = {"cli"}
PRINTING = {
    "print", "exit", "quit", "input", "sys.exit", "os._exit", "click.echo", "click.secho", "click.prompt",
}  # fmt: skip
FILES = {
    "source", "workspace", "history", "lineage", "output", "dependencies", "render.loader", "word.package",
    "word.reference", "cli", "kept", "replay",
}  # fmt: skip
FILE_MODULES = {"os", "shutil", "tempfile", "glob", "fileinput", "mmap"}
FILE_METHODS = {
    "read_text", "read_bytes", "write_text", "write_bytes", "open", "mkdir", "unlink", "rename", "rmdir",
    "touch", "exists", "is_file", "is_dir", "iterdir", "glob", "rglob", "stat", "symlink_to",
}  # fmt: skip


def name_of(path: Path) -> str:
    """The module's name within the package: `word.tables`."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


MODULES = {name_of(p): p for p in sorted(PACKAGE.rglob("*.py")) if "forms" not in p.parts and p.parent.parent}
MODULES.pop("__init__")


def tree(name: str) -> ast.Module:
    """The module as Python reads it."""
    return ast.parse(MODULES[name].read_text(encoding="utf-8"))


def imports(name: str) -> Iterator[str]:
    """What the module imports, at its top or later: dotted names, ours and others'."""
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "generator":
            yield from (f"generator.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def ours(name: str) -> set[str]:
    """The stages of the pipeline that the module imports, its own apart."""
    tops = {other.split(".")[1] for other in imports(name) if other.startswith("generator.")}
    return tops - {name.split(".")[0], "__version__"}


def calls(name: str) -> Iterator[str]:
    """What the module calls: `print`, `sys.exit`, `.read_text`."""
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield f".{node.func.attr}"
            if isinstance(node.func.value, ast.Name):
                yield f"{node.func.value.id}.{node.func.attr}"


@pytest.mark.parametrize("name", MODULES)
def test_a_module_imports_only_from_below(name: str) -> None:
    below = ORDER[ORDER.index(name.split(".")[0]) + 1 :]
    assert ours(name) <= set(below)


def test_the_order_names_every_module_there_is() -> None:
    assert sorted({name.split(".")[0] for name in MODULES}) == sorted(ORDER)


def test_the_document_imports_nothing_of_ours() -> None:
    assert ours("document") == set()


def test_every_class_of_the_document_is_frozen_and_a_place_is_no_part_of_equality() -> None:
    classes = [kind for kind in vars(document).values() if dataclasses.is_dataclass(kind)]
    assert len(classes) > 10
    for kind in classes:
        assert kind.__dict__["__dataclass_params__"].frozen, kind
        assert all(not f.compare for f in dataclasses.fields(kind) if f.name == "origin"), kind


@pytest.mark.parametrize("name", [name for name in MODULES if name.split(".")[0] == "word"])
def test_the_writer_knows_only_the_document(name: str) -> None:
    assert ours(name) <= {"document", "findings", "marks", "kept"}


@pytest.mark.parametrize("name", [name for name in MODULES if name.split(".")[0] in ("model", "rules")])
def test_the_model_and_the_rules_know_nothing_of_documents(name: str) -> None:
    assert not ours(name) & {"document", "markup", "render", "word"}


@pytest.mark.parametrize("name", [name for name in MODULES if name.split(".")[0] not in PRINTS])
def test_only_the_command_prints_and_exits(name: str) -> None:
    assert not PRINTING & set(calls(name))
    names = {node.id for node in ast.walk(tree(name)) if isinstance(node, ast.Name)}
    assert not {"SystemExit", "stdout", "stderr"} & names


@pytest.mark.parametrize("name", [name for name in MODULES if not FILES & {name, name.split(".")[0]}])
def test_only_few_modules_touch_files(name: str) -> None:
    assert not FILE_MODULES & set(imports(name))
    touched = {c for c in calls(name) if c == "open" or (c[0] == "." and c[1:] in FILE_METHODS)}
    assert touched <= ({".open"} if name == "build" else set())  # Reference.open, given on to attempt()


@pytest.mark.parametrize("name", MODULES)
def test_a_module_is_short_enough_to_read(name: str) -> None:
    assert len(MODULES[name].read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("name", MODULES)
def test_every_public_thing_says_what_it_is(name: str) -> None:
    assert ast.get_docstring(tree(name)), f"{name} has no docstring"
    for node in tree(name).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            assert ast.get_docstring(node) or is_plain(node), f"{name}.{node.name} has no docstring"


def is_plain(node: ast.FunctionDef | ast.ClassDef) -> bool:
    """A dataclass of the document whose fields say it all."""
    return isinstance(node, ast.ClassDef) and all(isinstance(line, ast.AnnAssign) for line in node.body)


def test_no_trace_of_the_machine_it_was_made_on() -> None:
    for path in MODULES.values():
        text = path.read_text(encoding="utf-8")
        assert "/work/" not in text
        assert "/root/" not in text


def test_a_code_means_one_thing_and_every_code_that_is_used_has_a_meaning() -> None:
    homes = [importlib.import_module(f"generator.{name}") for name in MODULES if defines_codes(name)]
    meanings = [code for home in homes for code in home.MEANING]
    assert len(homes) >= 5
    assert sorted(meanings) == sorted(set(meanings))
    for home in homes:
        used = {value for value in vars(home).values() if isinstance(value, str) and is_code(value)}
        assert used <= set(home.MEANING), home.__name__


def defines_codes(name: str) -> bool:
    """Whether the module has a constant that is a code."""
    constants = (node.value for node in tree(name).body if isinstance(node, ast.Assign))
    return any(isinstance(c, ast.Constant) and is_code(c.value) for c in constants)


def is_code(value: object) -> bool:
    """Whether a value looks like a code: a letter and a number."""
    return isinstance(value, str) and re.fullmatch(r"[A-Z][0-9]{1,2}", value) is not None
