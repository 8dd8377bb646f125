"""Comments that came back from Word and stand above their keys: beside the page until they are seen to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from generator.base.border import files
from generator.base.findings import Place, Rejected
from generator.page.whole_texts import Texts
from generator.plan.kinds import HELHEDSPLAN
from generator.plan.source.read import LARGEST
from generator.plan.source.tree import KeyPath
from generator.run.kept_files import KeptFiles
from generator.workspace.folders import PlanFolder

_REMARK = re.compile(r"^[ ]*# ([^:\n]{1,80}), (\d{1,2}\. [a-z]+ \d{4}): (.+)$", re.MULTILINE)
_KEY = re.compile(r"^(?![ ]*(?:#|$))[ -]*", re.MULTILINE)


class Remark(Struct, frozen=True):
    """A comment: who said what and when, and the field that it is about."""

    who: str
    day: str
    words: str
    file: str
    path: KeyPath

    @property
    def line(self) -> str:
        """The comment as it stands in the file."""
        return f"# {self.who}, {self.day}: {self.words}"


def remarks(folder: PlanFolder, kept: KeptFiles, document: str) -> list[Remark]:
    """The comments about what the document's file and the plan's own say; none of a file in error."""
    return [one for name in dict.fromkeys((document, HELHEDSPLAN.name)) for one in _of(folder, kept, name)]


def without(folder: PlanFolder, file: object, line: object) -> Texts | None:
    """The file without a comment; None where it has no such."""
    if not isinstance(file, str) or file not in {HELHEDSPLAN.name, *(one.name for one in folder.aftaler())}:
        return None
    path = folder.path / f"{file}.yaml"
    before = files.read(path, LARGEST)
    kept, gone = [], False
    for one in before.decode(errors="surrogateescape").splitlines(keepends=True):
        if not gone and one.strip() == line and _REMARK.match(one):
            gone = True
        else:
            kept.append(one)
    return Texts({path: (before, "".join(kept).encode(errors="surrogateescape"))}) if gone else None


def _of(folder: PlanFolder, kept: KeptFiles, name: str) -> Iterator[Remark]:
    path = folder.path / f"{name}.yaml"
    try:
        text = files.read(path, LARGEST).decode()
        found = list(_REMARK.finditer(text))
        source = kept.read(path, folder.name_of(name)) if found else None
    except (OSError, UnicodeDecodeError, Rejected):
        return
    for one in found:
        key = _KEY.search(text, one.end())
        if source and key:
            line, column = text.count("\n", 0, key.start()) + 1, key.end() - key.start() + 1
            yield Remark(one[1], one[2], one[3], name, source.path_at(Place(source.name, line, column)))
