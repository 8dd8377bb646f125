"""Several files written as one, and the program killed at each moment of it: all change, or none does."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator.authoring import all_or_none
from generator.authoring.all_or_none import JOURNAL, finish, write_all
from generator.base.border import held
from generator.base.border.writing import ChangedMeanwhile
from tests.support.built import ROOT

NAMES = ("a.yaml", "b.yaml", "c.yaml")
WRITING = """
import os, signal, sys
from pathlib import Path
from generator.authoring.all_or_none import write_all
from tests.authoring.test_all_or_none import texts
number, seen = int(sys.argv[1]), 0

def watch(event, arguments):
    global seen
    opened = event == "open" and (arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR)
    if (opened or event in ("os.rename", "os.remove", "os.chmod", "ctypes.call_function")) and (
            "pycache" not in str(arguments[0])):
        seen += 1
        if seen == number:
            os.kill(os.getpid(), signal.SIGKILL)

top = Path(sys.argv[2])
both = texts(top)
sys.addaudithook(watch)
write_all(both, top)
"""


def texts(top: Path) -> dict[Path, tuple[bytes, bytes]]:
    """The texts that are written, before and after."""
    folder = top / "agreements" / "x"
    return {folder / name: (before(name), after(name)) for name in NAMES}


def before(name: str) -> bytes:
    return f"# {name}\nnavn: Gammel\nandet: som det var\nmere: noget\n".encode()


def after(name: str) -> bytes:
    return before(name).replace(b"Gammel", b"Ny")


@pytest.fixture
def top(tmp_path: Path) -> Path:
    (tmp_path / "agreements" / "x").mkdir(parents=True)
    renew(tmp_path)
    return tmp_path


def renew(top: Path) -> None:
    (top / JOURNAL).unlink(missing_ok=True)
    for path, (was, _) in texts(top).items():
        path.write_bytes(was)


def said(top: Path) -> list[bytes]:
    """What each file says, by its one word."""
    return [path.read_bytes().split(b"navn: ")[1].split(b"\n")[0] for path in sorted(texts(top))]


def killed(top: Path, number: int) -> bool:
    """Write, and be killed at the call of that number that writes; tell whether there are so many."""
    settings = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", WRITING, str(number), str(top)]
    return subprocess.run(command, env=settings, check=False).returncode == -signal.SIGKILL


def half_done(top: Path) -> None:
    """A process that was killed when it had written the first file and not the others."""
    (top / JOURNAL).write_bytes(all_or_none._noted(texts(top), top))
    first = min(texts(top))
    first.write_bytes(after(first.name))


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
def test_wherever_it_is_killed_all_files_or_none_are_changed_after_the_next_start(top: Path) -> None:
    halves = set()
    number = 1
    while killed(top, number):
        halves.add(len({*said(top)}))
        finish(top)
        assert said(top) in ([b"Gammel"] * 3, [b"Ny"] * 3), number
        assert not (top / JOURNAL).exists()
        renew(top)
        number += 1
    assert number > 8
    assert halves == {1, 2}
    assert said(top) == [b"Ny"] * 3


def test_what_an_editor_has_written_meanwhile_survives_the_finishing(top: Path) -> None:
    half_done(top)
    for path in texts(top):
        path.write_bytes(path.read_bytes().replace(b"noget", b"editorens"))
    finish(top)
    assert said(top) == [b"Ny"] * 3
    assert all(b"mere: editorens" in path.read_bytes() for path in texts(top))


def test_where_an_editor_has_written_another_name_it_keeps_it(top: Path) -> None:
    half_done(top)
    last = max(texts(top))
    last.write_bytes(before(last.name).replace(b"Gammel", b"Tredje"))
    finish(top)
    assert said(top) == [b"Ny", b"Ny", b"Tredje"]
    assert not (top / JOURNAL).exists()


def test_what_somebody_has_taken_back_everywhere_is_not_begun_again(top: Path) -> None:
    half_done(top)
    for path, (was, _) in texts(top).items():
        path.write_bytes(was)
    finish(top)
    assert said(top) == [b"Gammel"] * 3
    assert not (top / JOURNAL).exists()


def test_a_file_that_is_gone_is_not_made_again(top: Path) -> None:
    half_done(top)
    max(texts(top)).unlink()
    finish(top)
    assert not max(texts(top)).exists()
    assert b"Ny" in sorted(texts(top))[1].read_bytes()


def test_what_a_living_process_writes_is_left_to_it(top: Path) -> None:
    with held.made(top / JOURNAL, all_or_none._noted(texts(top), top)):
        first = min(texts(top))
        first.write_bytes(after(first.name))
        with pytest.raises(held.HeldElsewhere):
            finish(top)
        with pytest.raises(ChangedMeanwhile):
            write_all(texts(top), top)
        assert said(top) == [b"Ny", b"Gammel", b"Gammel"]
    assert not (top / JOURNAL).exists()


def test_the_next_change_of_several_files_finishes_the_one_before_it(top: Path) -> None:
    half_done(top)
    write_all({path: (now, now.replace(b"Ny", b"Nyere")) for path, (_, now) in texts(top).items()}, top)
    assert said(top) == [b"Nyere"] * 3


@pytest.mark.parametrize("name", [
    "templates/x/a.yaml", "agreements/a.yaml", "agreements/../a.yaml", "/etc/a.yaml",
    "agreements/x/../../.git/config", "agreements/x/a.sh", "agreements/x/y/a.yaml",
])  # fmt: skip
def test_a_journal_from_elsewhere_writes_in_no_file_but_those_of_a_plan(top: Path, name: str) -> None:
    half_done(top)
    journal = top / JOURNAL
    journal.write_text(journal.read_text().replace("agreements/x/b.yaml", name))
    finish(top)
    assert said(top) == [b"Ny", b"Gammel", b"Gammel"]


@pytest.mark.parametrize("data", [
    b"", b"{", b"[]", b"1", b"\xff", b'{"agreements/x/a.yaml": 1}', b'{"agreements/x/a.yaml": ["?", "x"]}',
    b'{"agreements/x/a.yaml": ["YQ==", "Yg=="]}',
])  # fmt: skip
def test_a_journal_that_was_not_written_to_its_end_is_taken_away(top: Path, data: bytes) -> None:
    (top / JOURNAL).write_bytes(data)
    finish(top)
    assert said(top) == [b"Gammel"] * 3
    assert not (top / JOURNAL).exists()


def test_where_one_file_cannot_be_written_those_before_it_are_as_they_were(top: Path) -> None:
    last = max(texts(top))
    last.write_bytes(b"navn: En andens\n")
    with pytest.raises(ChangedMeanwhile):
        write_all(texts(top), top)
    assert said(top) == [b"Gammel", b"Gammel", b"En andens"]
    assert not (top / JOURNAL).exists()
