"""The order of the pipeline and the invariants of ARCHITECTURE.md, read from the source itself."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from msgspec import Struct

from generator.cli.explain import explanations
from generator.document import model as document
from generator.plan import kinds
from tests.conftest import ROOT
from tests.support.codes import declared

PACKAGE = ROOT / "generator"
LONGEST = 250

ORDER = (
    "cli", "page", "compare", "authoring", "run", "workspace", "render", "formats", "document", "plan",
    "base",
)  # fmt: skip
"""The rooms from the top of the house to its bottom; an import goes down the list or stays in its room."""

PRINTS = {"cli", "__main__"}
PRINTING = {
    "print", "exit", "quit", "input", "sys.exit", "os._exit", "click.echo", "click.secho", "click.prompt",
}  # fmt: skip
BORDER = "base.border"
OUTSIDE = {
    "os", "shutil", "tempfile", "glob", "fileinput", "mmap",
    "subprocess", "zipfile", "socket", "xml", "ctypes", "http", "socketserver", "webbrowser",
}  # fmt: skip
"""The modules of Python that open what comes from elsewhere."""
EXAMPLES = {
    "plan.model.base": ["O2"],
    "plan.kinds": ["D5", "D5", "D5", "H3", "K2", "K2", "K2", "K2", "K2", "K3", "O4", "P6", "R3"],
}
"""Codes that stand in YAML, as people write them there."""
REGISTRY = "plan.kinds"
ASKS_FOR_WORDS = {
    "startswith", "endswith", "removeprefix", "removesuffix", "partition", "find", "index", "get",
}  # fmt: skip
FILE_METHODS = {
    "read_text", "read_bytes", "write_text", "write_bytes", "open", "mkdir", "unlink", "rename", "rmdir",
    "touch", "exists", "is_file", "is_dir", "iterdir", "glob", "rglob", "stat", "lstat", "symlink_to",
}  # fmt: skip
OPEN_NOTHING = {"xml.etree.ElementTree.Element"}  # for its type
OWN_MARKUP = "document.markup.xhtml"
PARSES = {".fromstring", ".XMLParser", ".XML", ".iterparse"}
ASKS_FOR_A_REFERENCE = {"run.finish", "compare.returned.outside"}
"""Modules that give a path on to Reference.open."""
TAKES_APART_ITS_OWN = {"formats.word.reference.reference", "formats.word.reference.lists",
                       "formats.word.reference.headers"}  # fmt: skip
"""They parse again, as text of their own, what the border or python-docx has parsed."""


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
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def modules_imported(name: str) -> set[str]:
    """The modules of ours that the module imports: at its top, in a function, for types alone."""
    wanted = (other.removeprefix("generator.").split(".") for other in imports(name) if is_ours(other))
    return {module for parts in wanted if (module := _nearest_module(parts))} - {name}


def is_ours(other: str) -> bool:
    """Whether a dotted name is in the package."""
    return other.startswith("generator.")


def _nearest_module(parts: list[str]) -> str | None:
    """The module that a dotted name is, or is in."""
    names = (".".join(parts[:end]) for end in range(len(parts), 0, -1))
    return next((name for name in names if name in MODULES), None)


def room(name: str) -> str:
    """The room that the module is in: `formats` for `formats.word.tables`."""
    return name.split(".")[0]


def rooms_imported(name: str) -> set[str]:
    """The rooms that the module imports from, its own apart."""
    return {room(other) for other in modules_imported(name)} - {room(name)}


def calls(name: str) -> Iterator[str]:
    """What the module calls: `print`, `sys.exit`, `.read_text`."""
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield f".{node.func.attr}"
            if isinstance(node.func.value, ast.Name):
                yield f"{node.func.value.id}.{node.func.attr}"


@pytest.mark.parametrize("name", [name for name in MODULES if name != "__main__"])
def test_an_import_goes_down_the_house_or_stays_in_its_room(name: str) -> None:
    below = ORDER[ORDER.index(room(name)) + 1 :]
    assert rooms_imported(name) <= set(below)


def test_the_house_has_the_rooms_of_the_list_and_two_files_at_its_top() -> None:
    assert {room(name) for name in MODULES} == {*ORDER, "__main__"}
    assert len(ORDER) <= 12
    assert sorted(path.name for path in PACKAGE.glob("*.py")) == ["__init__.py", "__main__.py"]


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = {name: modules_imported(name) for name in MODULES}
    TopologicalSorter(graph).prepare()  # raises CycleError, with the modules of the circle


def test_the_document_imports_nothing_of_ours() -> None:
    own = {"document.marks", "document.drawings", "base.values"}
    assert all(modules_imported(name) <= own for name in ("document.model", *own))


def test_every_class_of_the_document_is_frozen_and_a_place_is_no_part_of_equality() -> None:
    classes = [kind for kind in vars(document).values() if inspect.isclass(kind) and issubclass(kind, Struct)
               and kind.__module__.startswith("generator.document.")]  # fmt: skip
    assert len(classes) > 10
    for kind in classes:
        assert kind.__struct_config__.frozen, kind
        assert "origin" not in kind.__struct_fields__ or "origin" in kind.__dict__["aside"], kind


@pytest.mark.parametrize("name", sorted(set(MODULES) - {"base.values"}))
def test_a_value_is_a_struct_and_costs_no_start_what_a_dataclass_costs(name: str) -> None:
    assert not any(other.startswith("dataclasses.") for other in imports(name)), "see decision 0016"


@pytest.mark.parametrize("name", [name for name in MODULES if room(name) == "formats"])
def test_a_writer_knows_only_the_document(name: str) -> None:
    assert rooms_imported(name) <= {"document", "base"}


@pytest.mark.parametrize("name", [name for name in MODULES if room(name) == "plan"])
def test_a_plan_knows_nothing_of_documents(name: str) -> None:
    assert rooms_imported(name) <= {"base"}


@pytest.mark.parametrize("name", [name for name in MODULES if room(name) not in PRINTS])
def test_only_the_command_prints_and_exits(name: str) -> None:
    assert not PRINTING & set(calls(name))
    names = {node.id for node in ast.walk(tree(name)) if isinstance(node, ast.Name)}
    assert not {"SystemExit", "stdout", "stderr"} & names


@pytest.mark.parametrize("name", [name for name in MODULES if not name.startswith(BORDER)])
def test_what_comes_from_elsewhere_is_opened_in_one_guarded_room(name: str) -> None:
    called = set(calls(name))
    opening = {one for one in imports(name) if one.split(".")[0] in OUTSIDE} - OPEN_NOTHING
    assert not opening or name == OWN_MARKUP  # what a template of ours has just made
    touched = {c for c in called if c == "open" or (c[0] == "." and c[1:] in FILE_METHODS)}
    assert touched <= ({".open"} if name in ASKS_FOR_A_REFERENCE else set())
    assert name in TAKES_APART_ITS_OWN or not PARSES & called


def kinds_told_apart(module: ast.Module) -> Iterator[str]:
    """Each place where a kind of document is told from the others by its name or its model."""
    models = {kind.model.__name__ for kind in kinds.DOCUMENTS}
    for node in ast.walk(module):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name) if name in models:
                yield f"uses the model {name}"
            case ast.Subscript(value=ast.Attribute(attr="DOCUMENTS") | ast.Name(id="DOCUMENTS")):
                yield "takes an entry by its place"
            case ast.Compare(left=left, comparators=others) if any(map(names_a_kind, (left, *others))):
                yield "compares with a kind's name"
            case ast.MatchValue(value=value) if names_a_kind(value):
                yield "has a case for a kind"
            case ast.Dict(keys=keys) if any(key and names_a_kind(key) for key in keys):
                yield "has a dictionary by kind"
            case ast.Assign(value=value) | ast.AnnAssign(value=ast.expr() as value) if names_a_kind(value):
                yield "has a kind's name as a constant"
            case ast.Call(func=ast.Attribute(attr=asked), args=args) if asked in ASKS_FOR_WORDS:
                yield from ("looks for a kind's name" for arg in args if names_a_kind(arg))


def names_a_kind(node: ast.expr) -> bool:
    """Tell if an expression is the name of a kind of document, begins with it, or lists such names."""
    if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
        return any(map(names_a_kind, node.elts))
    if isinstance(node, ast.JoinedStr):
        return bool(node.values) and names_a_kind(node.values[0])
    word = node.value if isinstance(node, ast.Constant) else None
    names = {kind.name for kind in kinds.DOCUMENTS}
    return isinstance(word, str) and word.removesuffix(".yaml").rstrip("-") in names


@pytest.mark.parametrize("name", [name for name in MODULES if name != REGISTRY])
def test_only_the_registry_tells_one_kind_of_document_from_another(name: str) -> None:
    assert list(kinds_told_apart(tree(name))) == []


@pytest.mark.parametrize("line", [
    "from generator.plan.model.delaftale import Delaftale", "isinstance(x, delaftale.Delaftale)",
    "aftale.art == 'delaftale'", "aftale.art in ('helhedsplan', 'delaftale')", "KIND = 'delaftale'",
    "ABOUT = {'delaftale': 'Delaftalen.'}", "WITHOUT: set[str] = {'delaftale'}", "kinds.DOCUMENTS[0]",
    "name.startswith('delaftale-')", "found.get('delaftale')", "name == f'delaftale-{key}'",
    "match art:\n    case 'delaftale': pass",
])  # fmt: skip
def test_whatever_tells_a_kind_apart_is_seen(line: str) -> None:
    assert list(kinds_told_apart(ast.parse(line)))


@pytest.mark.parametrize("name", MODULES)
def test_no_module_knows_one_round_from_another(name: str) -> None:
    rounds = {path.parent.name for path in (ROOT / "templates").glob("*/form.yaml")}
    nodes = list(ast.walk(tree(name)))
    examples = {id(word) for node in nodes if isinstance(node, ast.Call) for word in node.args}
    words = [node for node in nodes if isinstance(node, ast.Constant) and node.value in rounds]
    assert [node.lineno for node in words if id(node) not in examples] == []


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


def test_a_code_is_declared_once_as_a_constant() -> None:
    codes = [code for name in MODULES for code in declared(tree(name))]
    assert codes and sorted(codes) == sorted(set(codes))
    constants = [
        code for name in MODULES for node in tree(name).body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call)
        for code in declared(ast.Module([node], []))
    ]  # fmt: skip
    assert constants == codes


def test_a_code_means_one_thing_and_every_code_that_is_declared_is_explained() -> None:
    codes = {code for name in MODULES for code in declared(tree(name))}
    assert codes == set(explanations())
    titles = [one.title for one in explanations().values()]
    assert all(titles) and sorted(titles) == sorted(set(titles))


def test_a_code_is_named_by_its_constant_and_not_written_anew() -> None:
    for name in MODULES:
        found = (node.value for node in ast.walk(tree(name)) if isinstance(node, ast.Constant))
        written = [str(value) for value in found if is_code(value)]
        assert sorted(written) == sorted([*declared(tree(name)), *EXAMPLES.get(name, [])]), name


def is_code(value: object) -> bool:
    """Tell a code, a letter and a number, from other text."""
    return isinstance(value, str) and re.fullmatch(r"[A-Z][0-9]{1,2}", value) is not None


SECOND_THOUGHTS = re.compile(r"(What|Whether|How|That|Those|So|If|Where|When|Who|Why)\b")
"""Words with which a docstring says something that must be read twice."""


@pytest.mark.parametrize("name", MODULES)
def test_a_docstring_begins_with_a_verb_or_a_noun(name: str) -> None:
    texts = [node.value.value for node in ast.walk(tree(name))
             if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)]  # fmt: skip
    assert [text for text in texts if isinstance(text, str) and SECOND_THOUGHTS.match(text)] == []
