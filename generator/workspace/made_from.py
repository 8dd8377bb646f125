"""Sources of a document: its own YAML, helhedsplan.yaml, the form, its templates, the look."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from generator.base.border import files
from generator.workspace.folders import AGREEMENTS, TEMPLATES, AftaleFile, PlanFolder

SUFFIX = ".html.j2"
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_TAG = re.compile(r"\{%[-+]?\s*(extends|include|import|from)\s(.*?)[-+]?%\}", re.DOTALL)
_NAME = re.compile(r"""["']([^"']+)["']""")
_EXPRESSION = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_OTHERS = re.compile(r"(?<![\w.])aftaler\b")
_MEASURED = "målepunkter"
_ASKS_FOR_MEASURED = re.compile(rf"(?<![\w.]){_MEASURED}\b")


class Template(NamedTuple):
    """A template, as far as a document is made from others through it: the templates that it `names`.

    It `names_any` where a name is computed. It `asks_others` where it uses the variable that holds what other
    agreements say, and `asks_measured` where only what is measured in them. `bilagslisten` is none of those:
    it tells which files there are, and not what they say.
    """

    names: tuple[str, ...]
    names_any: bool
    asks_others: bool
    asks_measured: bool

    @classmethod
    def of(cls, text: str) -> Template:
        """Read the text; what stands in a comment says nothing."""
        text = _COMMENT.sub("", text)
        named = [*_named_in(text)]
        words = "\n".join(_EXPRESSION.findall(text))
        return cls((*chain.from_iterable(named),), not all(named),
                   bool(_OTHERS.search(words)), bool(_ASKS_FOR_MEASURED.search(words)))


class Dependencies:
    """The files of one run's documents; a file that several documents use is read once. Raises OSError.

    Those of a plan's own are forgotten with the next plan.
    """

    def __init__(self) -> None:
        self._hashes: dict[Path, str] = {}
        self._read: dict[Path, Template] = {}
        self._templates: dict[tuple[Path, ...], _Templates] = {}
        self._plan = ""

    def of(self, folder: PlanFolder, file: AftaleFile, midler: str) -> dict[str, str]:
        """The sha256 of every file that the document depends on, by the name that is the same anywhere."""
        if folder.name != self._plan:
            self._forget_own(folder.name)
        used = self._templates_of(folder)
        templates = used.reached_from(folder.template(midler, file))
        read = [self.template(path) for path in templates.values()]
        paths = {folder.helhedsplan, file.path}
        if any(template.asks_others for template in read):
            paths |= {other.path for other in folder.aftaler()}
        elif any(template.asks_measured for template in read):
            paths |= {other.path for other in folder.aftaler() if _MEASURED in other.kind.model.fields}
        named = {**{folder.workspace.name_of(path): path for path in paths}, **templates}
        for form in ((midler, "form.yaml"), ("reference.docx",)):
            path = folder.form_file(*form)
            named[used.name_of(path)] = path
        return {name: self.hash(path) for name, path in sorted(named.items())}

    def _templates_of(self, folder: PlanFolder) -> _Templates:
        roots = folder.template_roots()
        if roots not in self._templates:
            self._templates[roots] = _Templates(self, folder, roots)
        return self._templates[roots]

    def _forget_own(self, plan: str) -> None:
        for known in (self._hashes, self._read):
            for path in [path for path in known if self._plan in path.parts]:
                del known[path]
        for roots in [roots for roots in self._templates if any(self._plan in root.parts for root in roots)]:
            del self._templates[roots]
        self._plan = plan

    def hash(self, path: Path) -> str:
        """The sha256 of the file, in hex."""
        if path not in self._hashes:
            self._hashes[path] = file_hash(path.name, files.read(path))
        return self._hashes[path]

    def template(self, path: Path) -> Template:
        """The template, read once."""
        if path not in self._read:
            self._read[path] = Template.of(files.read(path).decode("utf-8", "replace"))
        return self._read[path]


class _Templates:
    """The templates of a plan, and how they name each other; plans without any of their own have the same."""

    def __init__(self, run: Dependencies, folder: PlanFolder, roots: tuple[Path, ...]) -> None:
        self._run, self._folder = run, folder
        self._roots = tuple({files.resolved(root): root for root in reversed(roots)}.values())[::-1]
        self._reached: dict[str, dict[str, Path]] = {}

    def reached_from(self, name: str) -> dict[str, Path]:
        """The template and all that it names, directly or not, by the name of each in a stamp."""
        if name not in self._reached:
            self._reached[name] = {self.name_of(path): path for path in self._all_from(name)}
        return self._reached[name]

    def _all_from(self, name: str) -> Collection[Path]:
        reached: dict[tuple[str, int], Path] = {}
        waiting = [(name, 0)]
        while waiting:
            name, depth = waiting.pop()
            found = self._found(name)
            if (name, depth) in reached or depth >= len(found):
                continue
            reached[name, depth] = found[depth]
            template = self._run.template(found[depth])
            others = (*template.names, *(self._every if template.names_any else ()))
            waiting += [(other, depth + 1 if other == name else 0) for other in others]
        return reached.values()

    def name_of(self, path: Path) -> str:
        """`templates/…` wherever the forms are; `agreements/<plan>/templates/…` for the plan's own."""
        root = next(root for root in self._roots if path.is_relative_to(root))
        own = root == self._folder.path / TEMPLATES
        home = f"{AGREEMENTS}/{self._folder.name}/{TEMPLATES}" if own else TEMPLATES
        return f"{home}/{path.relative_to(root).as_posix()}"

    def _found(self, name: str) -> list[Path]:
        places = (root.joinpath(*name.split("/")) for root in self._roots)
        return [path for path in places if files.is_there(path)]

    @cached_property
    def _every(self) -> list[str]:
        """Every template there is: what a name that is computed may be."""
        found = ((root, path) for root in self._roots for path in files.below(root))
        return sorted({p.relative_to(root).as_posix() for root, p in found if p.name.endswith(SUFFIX)})


def _named_in(text: str) -> Iterator[list[str]]:
    """Yield the templates that each tag names; none where the name is computed."""
    for kind, words in _TAG.findall(text):
        yield _NAME.findall(words.partition(" import ")[0] if kind == "from" else words)


def file_hash(name: str, data: bytes) -> str:
    """The sha256 of a source, in hex; a text is the same with the line ends of another system."""
    text = name.endswith((".yaml", SUFFIX))
    return hashlib.sha256(data.replace(b"\r\n", b"\n") if text else data).hexdigest()
