"""Window that a double click on the one-file program opens: the plans come up in the browser.

It is for those who have no terminal open. When the last page was closed, the window closes; after Ctrl-C
commands are written there, one a line, with `aftale` before them or without, until a line is empty. What a
command answers stays to be read, whatever it ended with.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Sequence
from pathlib import Path

from generator.base.border import files, started
from generator.base.language import later, say
from generator.cli.echo import at_terminal, echo
from generator.workspace.folders import NotFound, Workspace

Run = Callable[[Sequence[str]], int]

WELCOME = later(
    "The plans in the folder {folder} open in your browser.\n"
    "This window closes a minute after the page does. Press Ctrl-C here to write commands instead.\n"
    "The page is at this address too:"
)
NO_PLANS = later(
    "There are no plans in the folder {folder}.\n"
    "Drag the folder with your plans into this window and press Enter. "
    "Press Enter alone to begin a first plan in this folder."
)
COMMANDS = later(
    "Write a command and press Enter: build, check, status, or new PLAN; --help tells of them all.\n"
    "Press Enter alone to close the window."
)


def is_wanted(words: Sequence[str]) -> bool:
    """Tell whether the program was started as one file, by itself, with somebody at the keyboard."""
    return not words and bool(started.ONE_FILE) and at_terminal()


def serve(
    run: Run, read: Callable[[str], str] = input, pages: Callable[[Workspace], bool] | None = None
) -> int:
    """Show the plans until they are left; then run what is written, until a line is empty. Return 0.

    They are those of this folder or of one above it, else of the folder that the program lies in, or of one
    that is named. `pages` tells whether the last page was closed: else commands are asked for.
    """
    from generator.cli.served import pages_of

    workspace = _workspace(read)
    echo(say(WELCOME, folder=workspace.root))
    if (pages or pages_of)(workspace):
        return 0
    echo(say(COMMANDS))
    while words := _words(_line("aftale> ", read)):
        run(words)
        echo("")
    return 0


def _workspace(read: Callable[[str], str]) -> Workspace:
    """The folder of the plans, in which the process stands from now on."""
    try:
        return Workspace.find(started.folder())
    except NotFound:
        here = started.go_to_the_program()
    try:
        return Workspace.find(here)
    except NotFound:
        echo(say(NO_PLANS, folder=here))
    named = Path(_line("> ", read).strip("\"'"))
    if named.name and files.is_folder(named):
        here = started.go_to(named)
    return Workspace.find_or_here(here)


def _line(prompt: str, read: Callable[[str], str]) -> str:
    try:
        return read(prompt).strip()
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
