"""Whole texts put in place of others, in all of their files or in none, and taken back again."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from generator.authoring.edits import Refused
from generator.base.border import files
from generator.base.border.writing import ChangedMeanwhile, write_through
from generator.base.language import say


class Texts(Struct, frozen=True):
    """Texts before and after, by the paths of their files."""

    both: Mapping[Path, tuple[bytes, bytes]]

    def put(self, top: Path) -> None:
        """Write what is after where what is before still stands, in all files or in none. Raises OSError."""
        done: list[Path] = []
        try:
            for path, (before, after) in self.both.items():
                write_through(path, after, before, top)
                done.append(path)
        except OSError:
            for path in done:
                before, after = self.both[path]
                with suppress(ChangedMeanwhile):  # what another has written since stays
                    write_through(path, before, after, top)
            raise

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
