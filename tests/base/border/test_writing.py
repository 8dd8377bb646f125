"""A file is replaced whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.base.border import exchange, writing
from generator.base.border.writing import ChangedMeanwhile, replace_file, write_through


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


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="no other system is asked to exchange names")
@pytest.mark.parametrize("saved", [b"of another", b"of another, and longer than what stood there"])
def test_what_another_saves_in_the_moment_of_a_save_is_put_back(
    saved: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"what stood there")
    saves = [saved]

    def exchanged(one: str, other: str) -> bool:
        if saves:
            path.write_bytes(saves.pop())
        return exchange.exchanged(one, other)

    monkeypatch.setattr(writing, "exchanged", exchanged)
    with pytest.raises(ChangedMeanwhile):
        write_through(path, b"ours", b"what stood there", tmp_path)
    assert path.read_bytes() == saved
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_is_replaced_where_names_cannot_be_exchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"old")
    monkeypatch.setattr(writing, "exchanged", lambda *_: False)
    write_through(path, b"new", b"old", tmp_path)
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]
