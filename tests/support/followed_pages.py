"""A page of docs/ done as it stands: every command is given, every answer is the program's own.

A block `sh` gives commands, `sh slutkode 1` such as end so. A `text` behind it is what the last of them has
answered; `…` on a line of its own stands for what is left out. `diff FILE` puts lines, of a .docx words, in
place of others. Any other block is for readers alone.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT, Aftale, change
from tests.support.clone import Clone, clone_in
from tests.support.edited_docx import Editor

BLOCK = re.compile(r"^```(\w*)(?: ([^\n]*))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ENDS_WITH = "slutkode "
CHANGING = re.compile(
    r"\b[0-9a-f]{64}\b|\b[0-9a-f]{7,12}\b|\b[0-9]+ (?=page|side|warning|advarsel|info|oplysning)"
    r"|\d+ (?:warnings? of|advarsler om)|^Af \d+ ord står .*$", re.MULTILINE
)


@dataclass
class Followed:
    """A page that is followed in a workspace; `shown` counts the answers that were found."""

    page: Path
    aftale: Aftale
    workspace: Path
    accept: bool = False
    in_git: bool = True
    shown: int = 0
    answer: str | None = None
    """The last command's, where no other block has come since."""

    def all(self) -> Followed:
        """Do all of it; with `accept` the answers are written anew, but those that leave something out."""
        text = self.page.read_text(encoding="utf-8")
        if self.in_git:
            kept_in_git(self.workspace)
        written = BLOCK.sub(self._done, text)
        self.page.write_text(written, encoding="utf-8", newline="\n")
        return self

    def _done(self, block: re.Match[str]) -> str:
        """Do a block; how it is to stand."""
        kind, words, text = block.groups()
        answer, self.answer = self.answer, None
        if kind == "diff":
            edited(self.workspace / words, text)
        elif kind == "sh":
            code = int((words or f"{ENDS_WITH}0").removeprefix(ENDS_WITH))
            for command in text.splitlines():
                self._given(command, code)
        elif kind == "text" and not words and answer is not None:
            if self.accept and "…" not in text.splitlines():
                return f"```text\n{bare(answer)}\n```"
            self._expect(text, answer)
        return block[0]

    def _given(self, command: str, code: int) -> None:
        name, *rest = shlex.split(command)
        if name == "git":
            Clone(self.workspace).git(*rest)
            return
        result = self.aftale("--sprog", "da", *rest)
        self.answer = result.output
        assert result.exit_code == code, f"{command}\n{self.answer}"

    def _expect(self, text: str, answer: str) -> None:
        position, told = 0, settled(answer)
        for part in filter(None, re.split(r"^…\n", text, flags=re.MULTILINE)):
            at = told.find(settled(part), position)
            assert at >= 0, f"the page says\n{part}\nand the program\n{answer}"
            position = at
        self.shown += 1


def kept_in_git(workspace: Path) -> Clone:
    """The workspace as a repository, with the settings of ours and its plans committed."""
    clone = clone_in(workspace)
    for name in (".gitattributes", ".gitignore"):
        (workspace / name).write_text((ROOT / name).read_text(encoding="utf-8"), encoding="utf-8")
    clone.commit("Planerne")
    return clone


def settled(text: str) -> str:
    """The text without ids of commits, hashes and counts, which change with every form and rule."""
    return CHANGING.sub("N", bare(text))


def bare(text: str) -> str:
    """The text without blank lines around it and spaces at the ends of its lines."""
    return re.sub(" +$", "", text, flags=re.MULTILINE).strip("\n")


def edited(path: Path, patch: str) -> None:
    """Put the lines with + in place of those with -; at the end of the file where there are none.

    In a .docx they are words: each - is followed by its +, which is missing where the words are to go.
    """
    old, new = ([line[1:] for line in patch.splitlines() if line[:1] == sign] for sign in "-+")
    if path.suffix == ".docx":
        editor = Editor(path)
        for out, into in re.findall(r"^-(.*)\n(?:\+(.*)\n)?", patch, re.MULTILINE):
            editor.replace(out, into)
        editor.saved()
    elif old:
        change(path, "\n".join(old), "\n".join(new))
    else:
        text = path.read_text(encoding="utf-8") + "".join(f"{line}\n" for line in new)
        path.write_text(text, encoding="utf-8")
