"""What is kept is read only where nobody else can have put it, and whatever is exchanged meanwhile."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.base.border import own_folder

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows tells otherwise who may write")
OURS = b"ours"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The folder, with one file in it, two folders below one of the test's own."""
    folder = tmp_path / "above" / "kept"
    own_folder.write(folder, "entry", OURS)
    return folder


def refuses(folder: Path) -> bool:
    try:
        return own_folder.read(folder, "entry", 100) != OURS
    except OSError:
        return True


def test_what_was_kept_is_read(kept: Path) -> None:
    assert own_folder.read(kept, "entry", 100) == OURS
    with pytest.raises(own_folder.NotOurs):
        own_folder.read(kept, "entry", 3)


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o702])
def test_nothing_is_read_below_a_folder_that_others_can_write_to(kept: Path, mode: int) -> None:
    kept.parent.chmod(mode)
    assert refuses(kept)
    kept.parent.chmod(mode | 0o1000)  # as /tmp: others can put things there, and take nothing away
    assert not refuses(kept)


def test_a_file_that_others_can_write_to_is_not_read(kept: Path) -> None:
    (kept / "entry").chmod(0o666)
    assert refuses(kept)


def test_a_link_in_place_of_a_file_is_not_followed(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(OURS)
    (kept / "entry").unlink()
    (kept / "entry").symlink_to(tmp_path / "elsewhere")
    assert refuses(kept)


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root gives files away")
def test_what_belongs_to_somebody_else_is_not_read(kept: Path) -> None:
    for path in (kept / "entry", kept, kept.parent):
        os.chown(path, 12345, 12345)
        assert refuses(kept)
        os.chown(path, 0, 0)
    assert not refuses(kept)


@pytest.mark.usefixtures("kept")
def test_a_link_above_is_followed_where_only_we_can_have_put_it(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("above")
    assert not refuses(tmp_path / "link" / "kept")
    (tmp_path / "ring").symlink_to("ring")
    assert refuses(tmp_path / "ring" / "kept")


def test_what_is_exchanged_between_the_look_and_the_read_is_not_read(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = tmp_path / "theirs" / "kept"
    own_folder.write(theirs, "entry", b"theirs")
    real = os.fstat

    def exchange(handle: int) -> os.stat_result:
        found = real(handle)
        if kept.exists() and found.st_ino == kept.stat().st_ino:
            kept.parent.rename(tmp_path / "away")
            theirs.parent.rename(tmp_path / "above")
        return found

    monkeypatch.setattr(os, "fstat", exchange)
    assert own_folder.read(kept, "entry", 100) == OURS
    assert (tmp_path / "above/kept/entry").read_bytes() == b"theirs"
