"""Templates from folders, the first folder that has the name first."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound

from generator.base.border import files
from generator.base.findings import Finding, Place, Rejected
from generator.base.language import say
from generator.render import codes

NEXT = "^"
"""In front of a template's name: the one that is found after the first; twice: after the second."""
SUFFIX = ".html.j2"
LARGEST = 2_000_000
"""Bytes of one template."""

Source = tuple[str, str, Callable[[], bool]]


class Folders(BaseLoader):
    """Reads `<root>/<name>`; findings name the file relative to `base`, where it is inside that.

    A folder that is there twice counts once, or a template would stand in front of itself.
    """

    def __init__(self, roots: tuple[Path, ...], base: Path | None) -> None:
        self.roots = tuple({files.resolved(root): root for root in reversed(roots)}.values())[::-1]
        self.base = base

    def get_source(self, environment: Environment, template: str) -> Source:  # noqa: ARG002  Jinja's own
        """The text in composed letters, and the file's name as findings print it."""
        found = self.files(template.lstrip(NEXT))
        passed_over = len(template) - len(template.lstrip(NEXT))
        if passed_over >= len(found):
            raise TemplateNotFound(template)
        path = found[passed_over]
        return self._read(path), self.shown(path), lambda: True

    def files(self, name: str) -> list[Path]:
        """The files of that name, in the order of the folders; none outside of the folders."""
        parts = name.split("/")
        if "\\" in name or ":" in name or any(part in ("", ".", "..") for part in parts):
            return []
        return [path for path in (root.joinpath(*parts) for root in self.roots) if files.is_there(path)]

    def shown(self, path: Path) -> str:
        inside = self.base is not None and path.is_relative_to(self.base)
        return (path.relative_to(self.base) if inside and self.base else path).as_posix()

    def _read(self, path: Path) -> str:
        place = Place(self.shown(path))
        try:
            return unicodedata.normalize("NFC", files.read(path, LARGEST).decode("utf-8-sig"))
        except UnicodeDecodeError as problem:
            line = problem.object[: problem.start].count(b"\n") + 1
            message, hint = say("the template is not UTF-8"), say("save it as UTF-8")
            raise Rejected([Finding(codes.UNREADABLE, message, hint, Place(place.file, line, 1))]) from None
        except OSError as problem:
            message = say("the template cannot be read: {reason}", reason=files.reason(problem))
            hint = files.hint(problem, say("see who may read it"))
            raise Rejected([Finding(codes.UNREADABLE, message, hint, place)]) from None

    def list_templates(self) -> list[str]:
        """The name of every template in the folders."""
        return sorted({
            path.relative_to(root).as_posix()
            for root in filter(files.is_folder, self.roots)
            for path in files.below(root) if path.name.endswith(SUFFIX)
        })
