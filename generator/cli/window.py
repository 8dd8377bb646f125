"""Window that a double click on the one-file program opens: commands are written there, one a line.

It is for those who have no terminal open. A command is written with `aftale` before it or without; an empty
line closes the window. What a command answers stays to be read, whatever it ended with.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Sequence

from generator.base.border import started
from generator.base.language import later, say
from generator.cli.echo import at_terminal, echo
from generator.workspace.folders import NotFound, Workspace

Run = Callable[[Sequence[str]], int]

WELCOME = later(
    "aftale makes Word documents of the plans in the folder {folder}.\n"
    "Write a command and press Enter: build, check, status, or new PLAN; --help tells of them all.\n"
    "Press Enter alone to close the window."
)


def is_wanted(words: Sequence[str]) -> bool:
    """Tell whether the program was started as one file, by itself, with somebody at the keyboard."""
    return not words and bool(started.ONE_FILE) and at_terminal()


def serve(run: Run, read: Callable[[str], str] = input) -> int:
    """Run what is written until a line is empty, or nobody is there; the exit status is 0.

    The commands are given in the folder that the program lies in, unless one above this has agreements/.
    """
    here = started.folder()
    try:
        here = Workspace.find(here).root
    except NotFound:
        here = started.go_to_the_program()
    echo(say(WELCOME, folder=here))
    while words := _words(_line(read)):
        run(words)
        echo("")
    return 0


def _line(read: Callable[[str], str]) -> str:
    try:
        return read("aftale> ").strip()
    except EOFError:
        return ""


def _words(line: str) -> list[str]:
    """Words of the line, quotes taken off; a backslash is one, as in a path of Windows."""
    splitter = shlex.shlex(line, posix=True, punctuation_chars=False)
    splitter.whitespace_split, splitter.escape, splitter.commenters = True, "", ""
    try:
        words = list(splitter)
    except ValueError:  # a quote that is not closed
        words = line.split()
    return words[1:] if words[:1] == ["aftale"] and len(words) > 1 else words
