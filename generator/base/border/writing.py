"""Files put in their places: whole or not at all, never through a link, never over what somebody saved.

Everything here raises OSError and nothing else.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.base.border.exchange import exchanged
from generator.base.border.files import Parts, Unfit, is_link, is_there, listed, names_in, read, resolved
from generator.base.language import say

STALE = 60.0
"""Seconds after which what an interrupted run left unfinished is taken away."""
UNFINISHED = ".tmp"
_MAKING = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class ChangedMeanwhile(Unfit):
    """A file that somebody saved after it was read, and before it was to be replaced."""

    def __init__(self, path: Path) -> None:
        why = say("it was saved by somebody else at this moment")
        super().__init__(why, say("give the command again"), path)


def replace_file(
    path: Path, data: bytes | Parts, expected: bytes | None = None, *,
    mode: int | None = None, durable: bool = True, inside: int | None = None, exchange: bool = False,
) -> None:
    """Put the bytes, or parts of them, in place of the file, whole or not at all.

    They are written beside it first and the names exchanged when they are safe on the disk; what need not be
    `durable`, since it can be made again, does not wait for that. Where it fails (a full disk, a file that
    Word has locked) the old file is as it was. With `expected`, the file is looked at once more in the last
    moment, and ChangedMeanwhile is raised where it holds anything else; with `exchange` also at what was
    replaced, where the system can exchange names. `mode` says who may read it;
    otherwise that stays as it was. `inside` is the handle of its folder, where the path may lead elsewhere
    by now.
    """
    unfinished = _written_beside(path, data, mode, durable, inside)
    try:
        if expected is not None and read(path, len(expected)) != expected:
            raise ChangedMeanwhile(path)
        if exchange and expected is not None and exchanged(unfinished, str(path)):
            _look_at_replaced(Path(unfinished), path, expected)
        else:
            os.replace(unfinished, _place(path, inside), src_dir_fd=inside, dst_dir_fd=inside)
    except BaseException as error:
        _take_away(unfinished, inside)
        if expected is not None and isinstance(error, (FileNotFoundError, Unfit)):
            raise ChangedMeanwhile(path) from error
        raise


def _look_at_replaced(replaced: Path, path: Path, expected: bytes) -> None:
    """Take away what was replaced, or put it back where somebody had just saved it: ChangedMeanwhile."""
    try:
        is_expected = read(replaced, len(expected)) == expected
    except Unfit:  # longer, or no file any more
        is_expected = False
    if not is_expected:
        exchanged(str(replaced), str(path))
        raise ChangedMeanwhile(path)
    replaced.unlink()


def write_through(path: Path, data: bytes, expected: bytes, top: Path) -> None:
    """Put the bytes in place of the file, or of the one that the link leads to, which must be below `top`.

    Raises Unfit where it is not, and ChangedMeanwhile where it no longer holds what was expected, be it that
    somebody has saved it in the moment in which it was replaced: what was saved then is put back.
    """
    place = resolved(path)
    if not place.is_relative_to(resolved(top)):
        why = say("it is a link that leads out of the workspace")
        raise Unfit(why, say("put {place} in order where it is", place=place), path)
    replace_file(place, data, expected, exchange=True)


def new_file(path: Path, data: bytes) -> None:
    """Put the bytes where there is nothing yet, whole or not at all; ChangedMeanwhile where there is."""
    unfinished = Path(_written_beside(path, data))
    try:
        try:
            os.link(unfinished, path)
        except FileExistsError as error:
            raise ChangedMeanwhile(path) from error
        except OSError as error:  # a file system without links
            if is_there(path):
                raise ChangedMeanwhile(path) from error
            unfinished.rename(path)
    finally:
        unfinished.unlink(missing_ok=True)


def second_name(path: Path, name: Path) -> None:
    """Give the file a second name. Raises FileExistsError where that is taken."""
    try:
        os.link(path, name)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        with name.open("xb") as file:
            file.write(read(path))


def make_folder(folder: Path, top: Path) -> None:
    """Make the folder with those above it. Raises Unfit where one below `top` is a link, or no folder."""
    no_link(folder, top)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        hint = say("put it somewhere else, or choose another folder")
        raise Unfit(say("it is no folder"), hint, folder) from error


def no_link(path: Path, top: Path) -> Path:
    """The path; Unfit where it, or a folder on its way down from `top`, is a link: it may lead anywhere."""
    inside = path.relative_to(top).parts if path.is_relative_to(top) else ()
    for step in range(len(inside)):
        here = top.joinpath(*inside[: step + 1])
        if is_link(here):
            hint = say("put a folder or a file in its place")
            raise Unfit(say("it is a link, and may lead anywhere"), hint, here)
    return path


def make_whole_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder with these files, whole or not at all. Raises FileExistsError where it is there."""
    import shutil
    import tempfile

    folder.parent.mkdir(parents=True, exist_ok=True)
    _sweep_folders(folder)
    unfinished = Path(tempfile.mkdtemp(UNFINISHED, f".{folder.name}.", folder.parent))
    try:
        for name, data in files.items():
            (unfinished / name).write_bytes(data)
        unfinished.chmod(0o777 & ~_mask())
        if is_there(folder):
            raise FileExistsError(f"{folder} is there")
        unfinished.rename(folder)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise


def sweep(path: Path) -> None:
    """Take away what a run that was killed left of this file."""
    for unfinished in _left_of(path):
        with suppress(OSError):  # another run was quicker
            unfinished.unlink()


def unfinished_in(folder: Path) -> bool:
    """Tell whether something that was never finished lies in the folder."""
    return any(name.startswith(".") and name.endswith(UNFINISHED) for name in names_in(folder))


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A folder of our own, which is gone afterwards."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="aftale-", ignore_cleanup_errors=True) as name:
        yield Path(name).resolve()


def fill(root: Path, files: Mapping[str, bytes]) -> None:
    """Write the files under a scratch folder. Raises Unfit for a name that leads out of it."""
    for name, data in files.items():
        place = root.joinpath(*name.split("/"))
        if ".." in place.parts or not place.is_relative_to(root) or "\0" in name:
            raise Unfit(say("it is outside of the plans"), say("choose another revision"), name)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)


def _written_beside(
    path: Path, data: bytes | Parts, mode: int | None = None, durable: bool = True, inside: int | None = None
) -> str:
    beside = path.with_name(f"{_beginning(path)}{os.urandom(6).hex()}{UNFINISHED}")
    unfinished = _place(beside, inside)
    descriptor = os.open(unfinished, _MAKING, 0o600, dir_fd=inside)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.writelines(data if isinstance(data, tuple) else (data,))
            if durable:
                file.flush()
                os.fsync(file.fileno())
        os.chmod(unfinished, _permissions(path) if mode is None else mode, dir_fd=inside)
    except BaseException:
        _take_away(unfinished, inside)
        raise
    return unfinished


def _place(path: Path, inside: int | None) -> str:
    """The path as it is told to the system: the name alone where the folder is open."""
    return str(path) if inside is None else path.name


def _take_away(unfinished: str, inside: int | None) -> None:
    with suppress(FileNotFoundError):
        os.unlink(unfinished, dir_fd=inside)


def _beginning(path: Path) -> str:
    """The beginning of the name of what is written beside the path; the whole may be too long."""
    return f".{path.name[:80]}."


def _permissions(path: Path) -> int:
    """Permissions of the file that is replaced, else what a new file is given here."""
    try:
        found = path.stat()
    except OSError:
        return 0o666 & ~_mask()
    return found.st_mode & 0o777 if stat.S_ISREG(found.st_mode) else 0o666 & ~_mask()


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _left_of(path: Path) -> Iterator[Path]:
    """Files that have been lying unfinished beside the path for some time."""
    for other in listed(path.parent):
        if other.name.startswith(_beginning(path)) and other.name.endswith(UNFINISHED):
            with suppress(OSError):
                if time.time() - other.lstat().st_mtime > STALE:
                    yield other


def _sweep_folders(folder: Path) -> None:
    import shutil

    for unfinished in _left_of(folder):
        shutil.rmtree(unfinished, ignore_errors=True)
