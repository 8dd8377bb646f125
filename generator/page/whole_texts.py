"""Whole texts put in place of others, in all of their files or in none, and taken back again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from generator.authoring.all_or_none import write_all
from generator.authoring.edits import Refused
from generator.base.border import files
from generator.base.language import say


class Texts(Struct, frozen=True):
    """Texts before and after, by the paths of their files."""

    both: Mapping[Path, tuple[bytes, bytes]]

    def put(self, top: Path) -> None:
        """Write what is after where what is before still stands, in all files or in none. Raises OSError."""
        write_all(self.both, top)

    def back(self) -> Texts:
        """The texts that take these back, and leave what others have written since. Raises Refused."""
        from generator.authoring.merging.texts import merged

        back: dict[Path, tuple[bytes, bytes]] = {}
        for path, (before, after) in self.both.items():
            now = files.read(path)
            if now == after:
                back[path] = now, before
                continue
            made = merged(after, now, before, path.name)
            if made.conflicts:
                why = say("Somebody else has changed the same since, so it cannot be taken back.")
                raise Refused((), why, say("Write it on the page."))
            back[path] = now, made.text
        return Texts(back)
