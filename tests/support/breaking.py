"""A small workspace with all that one has, and the ways in which one thing in it can be broken."""

from __future__ import annotations

import os
import random
import shutil
import socket
import stat
from collections.abc import Callable, Mapping
from contextlib import chdir
from pathlib import Path

from tests.support.clone import clone_in
from tests.support.rule_cases import files_of

SPARED, BROKEN = "b-plan", "a-plan"
VERSION = "versioner:\n  - {nummer: 1, dato: 1.4.2026}\n"
HUGE = 3_000_000_000
Break = Callable[[Path, random.Random], object]


def whole_workspace(root: Path) -> None:
    """Two plans with a final version each, committed twice, and a template of the first one's own."""
    clone = clone_in(root)
    for plan in (BROKEN, SPARED):
        folder = root / "agreements" / plan
        folder.mkdir(parents=True)
        for name, text in files_of("").items():
            more = VERSION if name.startswith("strategisk") else ""
            (folder / f"{name}.yaml").write_text(text.strip() + f"\n{more}", encoding="utf-8")
    own = root / "agreements" / BROKEN / "templates"
    own.mkdir()
    (own / "delaftale.html.j2").write_text('{% extends "2019-26/delaftale.html.j2" %}', encoding="utf-8")
    clone.commit("Version 1")
    shared = root / "agreements" / BROKEN / "helhedsplan.yaml"
    shared.write_text(shared.read_text(encoding="utf-8") + "# set igennem\n", encoding="utf-8")
    clone.commit("Set igennem")


def _rewritten(change: Callable[[bytes, random.Random], bytes]) -> Break:
    def rewrite(path: Path, chance: random.Random) -> None:
        data = change(path.read_bytes(), chance)
        path.chmod(0o600)
        path.write_bytes(data)

    return rewrite


def _flip(data: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(data or b"x")
    for _ in range(chance.choice((1, 3, 30))):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def _zero(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(max(1, len(data)))
    return data[:start] + bytes(min(512, len(data) - start)) + data[start + 512 :]


def _renamed(name: bytes) -> Break:
    def rename(path: Path, _: random.Random) -> None:
        path.rename(path.with_name(os.fsdecode(name)))

    return rename


def _replaced(put: Callable[[Path], object]) -> Break:
    def replace(path: Path, _: random.Random) -> None:
        path.unlink()
        put(path)

    return replace


def _folder_replaced(put: Callable[[Path], object]) -> Break:
    def replace(path: Path, _: random.Random) -> None:
        shutil.rmtree(path.parent)
        put(path.parent)

    return replace


def _socket(path: Path) -> None:
    with chdir(path.parent), socket.socket(socket.AF_UNIX) as listener:
        listener.bind(path.name)  # a whole path may be too long


def _sparse(path: Path, _: random.Random) -> None:
    path.chmod(0o600)
    os.truncate(path, HUGE)


BREAKS: Mapping[str, Break] = {
    "some bytes are others": _rewritten(_flip),
    "512 bytes are zero": _rewritten(_zero),
    "the end is gone": _rewritten(lambda data, chance: data[: chance.randrange(max(1, len(data)))]),
    "it is empty": _rewritten(lambda _data, _chance: b""),
    "it is noise": _rewritten(lambda _data, chance: chance.randbytes(2000)),
    "something follows": _rewritten(lambda data, chance: data + chance.randbytes(50)),
    "it stands twice": _rewritten(lambda data, _: data + data),
    "it is huge": _sparse,
    "it is gone": lambda path, _: path.unlink(),
    "it is a pipe": _replaced(lambda path: os.mkfifo(path)),
    "it is a folder": _replaced(lambda path: path.mkdir()),
    "it is a socket": _replaced(_socket),
    "it is a device": _replaced(lambda path: path.symlink_to("/dev/zero")),
    "it is a link to nowhere": _replaced(lambda path: path.symlink_to("nowhere")),
    "it is a link to itself": _replaced(lambda path: path.symlink_to(path.name)),
    "it is a link to its folder": _replaced(lambda path: path.symlink_to(".")),
    "it is a link to a large file": _replaced(lambda path: path.symlink_to("/proc/self/mem")),
    "nobody may read it": lambda path, _: path.chmod(0),
    "its name is no text": _renamed(b"delaftale-\xff\xfe.yaml"),
    "its name has a control sign": _renamed(b"delaftale-\x07\n\x1b[31m.yaml"),
    "its name is long": _renamed(b"delaftale-" + b"x" * 200 + b".yaml"),
    "its name cannot be seen": _renamed("delaftale-\u200b\u202e.yaml".encode()),
    "its folder's name is no text": lambda path, _: path.parent.rename(f"{path.parent}-\udce6"),
    "its folder is a pipe": _folder_replaced(lambda folder: os.mkfifo(folder)),
    "its folder is a link to itself": _folder_replaced(lambda folder: folder.symlink_to(folder.name)),
    "nobody may look into its folder": lambda path, _: path.parent.chmod(0),
}  # fmt: skip

PARTIAL = '[extensions]\n\tpartialClone = origin\n[remote "origin"]\n\tpromisor = true\n'
SETTINGS = (
    f"[core]\n\tsshCommand = touch RAN\n{PARTIAL}\turl = ssh://host/x\n",
    f"[protocol \"ext\"]\n\tallow = always\n{PARTIAL}\turl = ext::touch RAN\n",
    "[core]\n\tfsmonitor = touch RAN\n\thooksPath = hooks\n\tpager = touch RAN\n\teditor = touch RAN\n",
    "[log]\n\tshowSignature = true\n[gpg]\n\tprogram = touch RAN\n",
    "[diff]\n\texternal = touch RAN\n[pager]\n\tlog = touch RAN\n[core]\n\taskPass = touch RAN\n",
    "[credential]\n\thelper = !touch RAN\n[alias]\n\tlog = !touch RAN\n",
    "[core]\n\tworktree = /nowhere\n",
    "[include]\n\tpath = config\n",
    "[core]\n\trepositoryformatversion = 99\n",
    "[core]\n\tbare = true\n",
    "[no end\n",
)  # fmt: skip
ENVIRONMENTS: tuple[Mapping[str, str | None], ...] = (
    {"PATH": ""}, {"PATH": None}, {"PATH": "."}, {"HOME": None}, {"HOME": "/nowhere"}, {"HOME": "\udcff"},
    {"AFTALE_CACHE": "/dev/null"}, {"AFTALE_CACHE": "agreements"}, {"AFTALE_CACHE": "/proc/self/x"},
    {"AFTALE_CACHE": None, "HOME": None, "XDG_CACHE_HOME": "\udcff"}, {"TMPDIR": "/nowhere"},
    {"GIT_DIR": "/nowhere"}, {"GIT_OBJECT_DIRECTORY": "/nowhere"}, {"GIT_CONFIG_PARAMETERS": "noise"},
    {"GIT_CONFIG_COUNT": "x"}, {"GIT_CONFIG_GLOBAL": "/dev/zero"}, {"GIT_TRACE": "1"},
    {"GIT_SSH": "/nowhere"}, {"GIT_EXEC_PATH": "/nowhere"}, {"GIT_WORK_TREE": "/"},
    {"GIT_INDEX_FILE": "/dev/full"}, {"LC_ALL": "C"}, {"LC_ALL": "noise", "LANG": "\udcff"},
    {"TZ": "noise"}, {"COLUMNS": "0"}, {"COLUMNS": "x"}, {"SOURCE_DATE_EPOCH": "99999999999999999999"},
    {"SOURCE_DATE_EPOCH": "-1"}, {"SOURCE_DATE_EPOCH": "4354819199"}, {"GITHUB_WORKSPACE": "\udcff"},
    {"GITHUB_WORKSPACE": "relative"}, {"NO_COLOR": "1"}, {"AFTALE_DEBUG": "x"},
)  # fmt: skip


def able_again(root: Path) -> None:
    """Let everything be deleted that was broken."""
    for folder, names, _ in os.walk(root):
        for name in names:
            path = Path(folder, name)
            if not path.is_symlink():
                path.chmod(stat.S_IRWXU)
