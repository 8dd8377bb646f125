"""Sources of a document: its own YAML, helhedsplan.yaml, the form, its templates, the look."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

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


class Dependencies:
    """The files of one run's documents; a file that several documents use is read once. Raises OSError.

    Those of a plan's own are forgotten with the next plan.
    """

    def __init__(self) -> None:
        self._hashes: dict[Path, str] = {}
        self._texts: dict[Path, str] = {}
        self._plan = ""

    def of(self, folder: PlanFolder, file: AftaleFile, midler: str) -> dict[str, str]:
        """The sha256 of every file that the document depends on, by the name that is the same anywhere."""
        if folder.name != self._plan:
            self._forget_own(folder.name)
        used = _Templates(self, folder)
        templates = used.reached_from(folder.template(midler, file))
        paths = {folder.helhedsplan, file.path, *(path for _, path in templates)}
        if any(self._uses(_OTHERS, path) for _, path in templates):
            paths |= {other.path for other in folder.aftaler()}
        elif any(self._uses(_ASKS_FOR_MEASURED, path) for _, path in templates):
            paths |= {other.path for other in folder.aftaler() if _MEASURED in other.kind.model.fields}
        named = {folder.workspace.name_of(path): path for path in paths if path.suffix == ".yaml"}
        named |= dict(templates)
        for form in ((midler, "form.yaml"), ("reference.docx",)):
            path = folder.form_file(*form)
            named[used.name_of(path)] = path
        return {name: self.hash(path) for name, path in sorted(named.items())}

    def _forget_own(self, plan: str) -> None:
        for known in (self._hashes, self._texts):
            for path in [path for path in known if self._plan in path.parts]:
                del known[path]
        self._plan = plan

    def _uses(self, variable: re.Pattern[str], template: Path) -> bool:
        """Tell whether the template uses the variable, which holds what other agreements say.

        `bilagslisten` is none of those: it tells which files there are, and not what they say.
        """
        return any(variable.search(words) for words in _EXPRESSION.findall(self.text(template)))

    def hash(self, path: Path) -> str:
        """The sha256 of the file, in hex."""
        if path not in self._hashes:
            self._hashes[path] = file_hash(path.name, files.read(path))
        return self._hashes[path]

    def text(self, path: Path) -> str:
        """The template without its comments."""
        if path not in self._texts:
            self._texts[path] = _COMMENT.sub("", files.read(path).decode("utf-8", "replace"))
        return self._texts[path]


class _Templates:
    """The templates of a plan, and how they name each other."""

    def __init__(self, run: Dependencies, folder: PlanFolder) -> None:
        self._run, self._folder = run, folder
        roots = reversed(folder.template_roots())
        self._roots = tuple({files.resolved(root): root for root in roots}.values())[::-1]

    def reached_from(self, name: str) -> list[tuple[str, Path]]:
        """The template and all that it names, directly or not, each with its name in a stamp."""
        reached: dict[tuple[str, int], Path] = {}
        waiting = [(name, 0)]
        while waiting:
            name, depth = waiting.pop()
            found = self._found(name)
            if (name, depth) in reached or depth >= len(found):
                continue
            reached[name, depth] = found[depth]
            waiting += [(other, depth + 1 if other == name else 0) for other in self._named_in(found[depth])]
        return [(self.name_of(path), path) for path in reached.values()]

    def name_of(self, path: Path) -> str:
        """`templates/…` wherever the forms are; `agreements/<plan>/templates/…` for the plan's own."""
        root = next(root for root in self._roots if path.is_relative_to(root))
        own = root == self._folder.path / TEMPLATES
        home = f"{AGREEMENTS}/{self._folder.name}/{TEMPLATES}" if own else TEMPLATES
        return f"{home}/{path.relative_to(root).as_posix()}"

    def _found(self, name: str) -> list[Path]:
        places = (root.joinpath(*name.split("/")) for root in self._roots)
        return [path for path in places if files.is_there(path)]

    def _named_in(self, path: Path) -> Iterator[str]:
        for kind, words in _TAG.findall(self._run.text(path)):
            names = _NAME.findall(words.partition(" import ")[0] if kind == "from" else words)
            yield from names or self._every

    @cached_property
    def _every(self) -> list[str]:
        """Every template there is: what a name that is computed may be."""
        found = ((root, path) for root in self._roots for path in files.below(root))
        return sorted({p.relative_to(root).as_posix() for root, p in found if p.name.endswith(SUFFIX)})


def file_hash(name: str, data: bytes) -> str:
    """The sha256 of a source, in hex; a text is the same with the line ends of another system."""
    text = name.endswith((".yaml", SUFFIX))
    return hashlib.sha256(data.replace(b"\r\n", b"\n") if text else data).hexdigest()
