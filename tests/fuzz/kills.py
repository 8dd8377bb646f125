"""Commands that are stopped: `python -m tests.fuzz.kills [--kills N] [--calls N] [--seed N]`.

Each command is killed at random moments, and then stopped once at every call that writes, with Ctrl-C and
with a kill. Every file is then as it was or as it is to be, and the same command given again ends well.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from generator.workspace import stamp
from tests.support.breaking import BROKEN, whole_workspace
from tests.support.built import ROOT

COMMANDS = {
    "build": ["build"],
    "format": ["format"],
    "new": ["new", "c-plan", "--midler", "2019-26"],
    "schema": ["schema"],
    "diff --redline": ["diff", "HEAD~1", "--redline"],
}
UNFINISHED = (".git", ".cache")
STOPPING = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
number, how = int(sys.argv.pop(1)), sys.argv.pop(1)
EVENTS = ("os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.link", "os.chmod")
seen = 0

def watch(event, arguments):
    global seen
    opened = event == "open" and (arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR)
    writes = event in EVENTS or opened
    if writes and "__pycache__" not in str(arguments[0]) and str(arguments[0]) != os.devnull:
        seen += 1
        if seen == number:
            os.kill(os.getpid(), getattr(signal, how))

sys.addaudithook(watch)
from generator.__main__ import main
try:
    main()
finally:
    if seen < number:
        os.write(2, b"NEVER")
"""


class Trial:
    """One command in a workspace that it is to change, and which files are to be there."""

    def __init__(self, words: list[str], whole: Path, folder: Path) -> None:
        self._words, self._whole, self.root = words, whole, folder / "copy"
        self.renew()
        self.before = contents(self.root)
        assert self.run().returncode in (0, 1)
        self.after = contents(self.root)

    def renew(self) -> None:
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(self._whole, self.root, symlinks=True)

    def started(self, *before: str) -> subprocess.Popen[bytes]:
        settings = {**os.environ, "PYTHONPATH": str(ROOT), "AFTALE_CACHE": str(self.root / ".cache")}
        command = [sys.executable, *(before or ("-m", "generator")), *self._words]
        return subprocess.Popen(command, cwd=self.root, env=settings, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE)  # fmt: skip

    def run(self) -> subprocess.Popen[bytes]:
        process = self.started()
        process.communicate(timeout=60)
        return process

    def wrong(self, said: bytes) -> Iterator[str]:
        """What is not as it should be after a stop, and after the same command once more."""
        if b"Traceback" in said or b"has crashed" in said:
            yield "it crashed"
        for name, data in contents(self.root).items():
            if data not in (self.before.get(name), self.after.get(name)) and not sealed(name, data):
                yield f"{name} is neither old nor new"
        for name in self.before:
            if not (self.root / name).exists():
                yield f"{name} is gone"
        if self._words[0] == "new" and (self.root / "agreements/c-plan").exists():
            return  # it is there, whole: that is told, and nothing is done
        process = self.run()
        if process.returncode not in (0, 1):
            yield "it does not work again"
        if missing := self.after.keys() - contents(self.root).keys():
            yield f"{sorted(missing)} are missing after it was given again"


def contents(root: Path) -> dict[str, bytes]:
    """What is in the workspace, apart from git, the cache, and what is not finished."""
    names = (path.relative_to(root).as_posix() for path in sorted(root.rglob("*")) if path.is_file())
    kept = (name for name in names if not name.startswith(UNFINISHED) and ".tmp" not in name)
    return {name: (root / name).read_bytes() for name in kept}


def sealed(name: str, data: bytes) -> bool:
    """Whether it is a whole document: a redline has a day in it."""
    return name.endswith(".docx") and stamp.read(data).intact


def kills(trial: Trial, number: int, chance: random.Random) -> Counter[str]:
    """What became of it after so many kills at random moments."""
    counts: Counter[str] = Counter()
    began = time.monotonic()
    trial.renew()
    trial.run()
    longest = (time.monotonic() - began) * 1.1
    for _ in range(number):
        trial.renew()
        with trial.started() as process:
            time.sleep(chance.uniform(0, longest))
            process.kill()
            said = b"".join(process.communicate())
        counts["killed" if process.returncode == -signal.SIGKILL else "done before"] += 1
        for fault in trial.wrong(said):
            counts[f"WRONG: {fault}"] += 1
    return counts


def stops(trial: Trial, how: str, most: int) -> Counter[str]:
    """What became of it when it was stopped at each of its first calls that write."""
    counts: Counter[str] = Counter()
    for number in range(1, most + 1):
        trial.renew()
        with trial.started("-c", STOPPING, str(number), how) as process:
            said = b"".join(process.communicate())
        if b"NEVER" in said:
            break
        counts["stopped"] += 1
        for fault in trial.wrong(said):
            counts[f"WRONG: at call {number}: {fault}"] += 1
    return counts


def main() -> None:
    """Run all and print the counts; end with 1 where anything went wrong."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--kills", type=int, default=200)
    asked.add_argument("--calls", type=int, default=400)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--only", choices=sorted(COMMANDS))
    given = asked.parse_args()
    wrong = False
    with tempfile.TemporaryDirectory() as name:
        whole = Path(name, "whole")
        whole.mkdir()
        whole_workspace(whole)
        source = whole / "agreements" / BROKEN / "helhedsplan.yaml"
        untidy = source.read_text(encoding="utf-8").replace(": ", ":   ", 3)
        source.write_text(f"# En bemærkning.\n{untidy}", encoding="utf-8")
        for command, words in COMMANDS.items():
            if given.only not in (None, command):
                continue
            trial = Trial(words, whole, Path(name))
            runs = {"kills": kills(trial, given.kills, random.Random(given.seed))}
            runs |= {f"{how} at a call": stops(trial, how, given.calls) for how in ("SIGINT", "SIGKILL")}
            for what, counts in runs.items():
                told = ", ".join(f"{said} {times}" for said, times in counts.items())
                click.echo(f"{command}, {what}: {told}")
                wrong |= any(said.startswith("WRONG") for said in counts)
    raise SystemExit(wrong)


if __name__ == "__main__":
    main()
