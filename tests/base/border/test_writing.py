"""A file is replaced whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.base.border.writing import replace_file


def test_a_file_is_made_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "aftale.docx"
    for data in (b"first", b"second"):
        replace_file(path, data)
        assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_replaced_file_keeps_who_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "aftale.docx"
    path.write_bytes(b"old")
    path.chmod(0o640)
    replace_file(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
@pytest.mark.parametrize(("mask", "wanted"), [(0o022, 0o644), (0o077, 0o600)])
def test_a_new_file_is_for_those_that_new_files_are_for_unless_it_is_said(
    mask: int, wanted: int, tmp_path: Path
) -> None:
    before = os.umask(mask)
    try:
        replace_file(tmp_path / "new", b"x")
        replace_file(tmp_path / "said", b"x", mode=0o640)
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert (tmp_path / "new").stat().st_mode & 0o777 == wanted
    assert (tmp_path / "said").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(("durable", "wanted"), [(True, ["fsync", "replace"]), (False, ["replace"])])
def test_the_names_are_exchanged_when_the_bytes_are_on_the_disk_unless_they_can_be_made_again(
    durable: bool, wanted: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    for name in ("fsync", "replace"):
        monkeypatch.setattr(os, name, noting(done, name))
    replace_file(tmp_path / "aftale.docx", b"new", durable=durable)
    assert done == wanted
    assert (tmp_path / "aftale.docx").read_bytes() == b"new"


def noting(done: list[str], name: str) -> Callable[..., None]:
    """The function of that name in `os`, which notes that it was called."""
    real = getattr(os, name)

    def called(*arguments: object, **named: object) -> None:
        done.append(name)
        real(*arguments, **named)

    return called


def test_a_full_disk_leaves_the_old_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / "aftale.docx"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_word_has_locked_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    path = tmp_path / "aftale.docx"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "replace", locked)
    with pytest.raises(PermissionError):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
