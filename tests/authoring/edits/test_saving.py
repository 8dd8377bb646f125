"""Edits written to a file that others write to as well."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.authoring import all_or_none
from generator.authoring.edits import Add, Conflict, Refused, Set
from generator.authoring.edits.saving import save
from generator.base.border.writing import ChangedMeanwhile, write_through
from generator.plan.model.helhedsplan import Helhedsplan

TYPED = b"\xef\xbb\xbfnavn: X\r\nmidler: 2019-26\r\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "helhedsplan.yaml"
    path.write_bytes(TYPED)
    return path


def test_an_edit_is_written_and_its_inverse_brings_every_byte_back(path: Path) -> None:
    made = save(path, [Set(("navn",), "Y"), Add(("status",), "udkast")], Helhedsplan, path.parent)
    assert path.read_bytes() == b"\xef\xbb\xbfnavn: Y\r\nmidler: 2019-26\r\nstatus: udkast\r\n"
    save(path, made.inverse, Helhedsplan, path.parent)
    assert path.read_bytes() == TYPED


def test_what_changes_nothing_does_not_touch_the_file(path: Path) -> None:
    path.chmod(0o400)
    before = path.stat()
    save(path, [Set(("navn",), "X")], Helhedsplan, path.parent)
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def _saved_meanwhile(monkeypatch: pytest.MonkeyPatch, theirs: bytes, times: int) -> None:
    """Let somebody else save in the last moment, so many times."""
    left = [theirs + b"# %d\r\n" % number for number in range(times)]

    def write(path: Path, data: bytes, expected: bytes, top: Path) -> None:
        if left:
            path.write_bytes(left.pop())
        write_through(path, data, expected, top)

    monkeypatch.setattr(all_or_none, "write_through", write)


def test_what_another_saves_meanwhile_at_another_key_is_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _saved_meanwhile(monkeypatch, TYPED.replace(b"2019", b"2020"), 1)
    save(path, [Set(("navn",), "Y", "X")], Helhedsplan, path.parent)
    assert path.read_bytes() == TYPED.replace(b"2019", b"2020").replace(b"X", b"Y") + b"# 0\r\n"


def test_what_another_saves_meanwhile_at_the_same_key_is_a_conflict(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _saved_meanwhile(monkeypatch, TYPED.replace(b"X", b"Z"), 1)
    with pytest.raises(Conflict) as told:
        save(path, [Set(("navn",), "Y", "X")], Helhedsplan, path.parent)
    assert (told.value.expected, told.value.found) == ("X", "Z")
    assert path.read_bytes() == TYPED.replace(b"X", b"Z") + b"# 0\r\n"


def test_a_file_that_others_never_leave_alone_is_left_to_them(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _saved_meanwhile(monkeypatch, TYPED, 99)
    with pytest.raises(ChangedMeanwhile):
        save(path, [Set(("navn",), "Y", "X")], Helhedsplan, path.parent)
    assert path.read_bytes().startswith(TYPED)


def test_a_file_that_is_not_utf_8_is_told_with_its_line(path: Path) -> None:
    path.write_bytes(b"navn: X\nmidler: \xe6\n")
    with pytest.raises(Refused, match="the file is not UTF-8 in line 2"):
        save(path, [Set(("navn",), "Y")], Helhedsplan, path.parent)


def test_a_link_that_leads_out_of_the_workspace_is_not_written_through(path: Path, tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "link.yaml").symlink_to(path)
    with pytest.raises(OSError, match="leads out of the workspace"):
        save(inside / "link.yaml", [Set(("navn",), "Y")], Helhedsplan, inside)
    assert path.read_bytes() == TYPED
