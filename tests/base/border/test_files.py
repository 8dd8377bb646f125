"""Only regular files of a sensible size are read, and a name that is no text is shown in letters."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.border import files, names

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="pipes and devices are as on Linux")


@on_linux
@pytest.mark.parametrize(
    ("put", "kind"),
    [
        (os.mkfifo, "a pipe"), (os.mkdir, "a folder"),
        (lambda path: path.symlink_to("/dev/zero"), "a device"),
        (lambda path: path.symlink_to("."), "a folder"),
    ],
)  # fmt: skip
def test_what_is_no_file_is_not_waited_for(tmp_path: Path, put: object, kind: str) -> None:
    path = tmp_path / "plan.yaml"
    put(path)  # type: ignore[operator]
    with pytest.raises(files.Unfit, match=f"it is {kind}"):
        files.read(path)


def test_a_large_file_is_not_read_whatever_its_size_says(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"x" * 11)
    assert files.read(path, 11) == b"x" * 11
    with pytest.raises(files.TooLarge):
        files.read(path, 10)
    path.touch()
    os.truncate(path, 3_000_000_000)
    with pytest.raises(files.TooLarge, match="over 5 MB"):
        files.read(path, 5_000_000)


def test_a_folder_of_links_is_gone_through_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/b").symlink_to(tmp_path)
    (tmp_path / "c").symlink_to("c")
    assert [path.name for path in files.below(tmp_path)] == ["a", "b", "c"]


@given(st.text(max_size=20) | st.binary(max_size=20).map(os.fsdecode))
def test_a_name_is_shown_in_letters_that_can_be_printed(name: str) -> None:
    shown = names.shown(name)
    assert names.is_text(shown)
    shown.encode()
    assert not names.is_text(name) or shown == name


def test_a_byte_that_is_no_letter_is_shown_as_its_code() -> None:
    assert names.shown("k\udcf8ge-\x07\u200b.yaml") == "k\\xf8ge-\\x07\\u200b.yaml"
