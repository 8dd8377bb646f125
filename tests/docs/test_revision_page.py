"""docs/revision.md is done as it stands: every command is given, every answer is the program's own.

`--accept` writes the answers anew, but those that leave something out with `…`.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.conftest import ROOT, Aftale, change
from tests.support.clone import clone_in

PAGE = ROOT / "docs" / "revision.md"
BLOCK = re.compile(r"^```(sh|text|diff) ?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CHANGING = re.compile(
    r"\b[0-9a-f]{64}\b|\b[0-9a-f]{7,12}\b|\b[0-9]+ (?=page|side|warning|advarsel|info|oplysning)"
    r"|\d+ (?:warnings? of|advarsler om)"
)


def settled(text: str) -> str:
    """The text without ids of commits, hashes and counts, which change with every form and rule."""
    return CHANGING.sub("N", text)


def edited(path: Path, patch: str) -> None:
    """Put the lines with + in place of those with -; at the end of the file where there are none."""
    old, new = ("".join(line[1:] + "\n" for line in patch.splitlines() if line[0] == sign) for sign in "-+")
    if old:
        change(path, old.rstrip("\n"), new.rstrip("\n"))
    else:
        path.write_text(path.read_text(encoding="utf-8") + new, encoding="utf-8")


@pytest.mark.usefixtures("dansk")
def test_the_page_is_done_as_it_stands(
    workspace: Path, aftale: Aftale, request: pytest.FixtureRequest
) -> None:
    clone = clone_in(workspace)
    for name in (".gitattributes", ".gitignore"):
        (workspace / name).write_text((ROOT / name).read_text(encoding="utf-8"), encoding="utf-8")
    clone.commit("Planerne")
    output, page, shown = "", PAGE.read_text(encoding="utf-8"), 0
    written = page
    for block in BLOCK.finditer(page):
        kind, words, text = block.groups()
        if kind == "diff":
            edited(workspace / words, text)
        elif kind == "sh":
            for command in text.splitlines():
                name, *rest = shlex.split(command)
                if name == "git":
                    clone.git(*rest)
                    continue
                result = aftale("--sprog", "da", *rest)
                output = result.output
                assert result.exit_code == 0, f"{command}\n{output}"
        elif request.config.getoption("--accept") and "…" not in text.splitlines():
            written = written.replace(block[0], f"```text\n{output.strip(chr(10))}\n```", 1)
        else:
            position, told = 0, settled(output)
            for part in filter(None, re.split(r"^…\n", text, flags=re.MULTILINE)):
                at = told.find(settled(part).strip("\n"), position)
                assert at >= 0, f"the page says\n{part}\nand the program\n{output}"
                position = at
            shown += 1
    PAGE.write_text(written, encoding="utf-8", newline="\n")
    assert shown >= 5 or request.config.getoption("--accept")
    redline = workspace / "output/viborg-2017-2021/strategisk-samarbejdsaftale.redline.docx"
    assert redline.is_file()
