"""Random steps of two browsers and an editor on one plan: `python -m tests.fuzz.page_steps [--steps N] …`.

They act at the same time, each on what it saw last, which may be old; the server is killed and started again
in between. After each step every file must hold, byte for byte, what was answered with "saved" in some order,
and of what was not answered all or nothing: no change is lost, and none is there that nobody made.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain, combinations, permutations
from pathlib import Path
from typing import Any

import click
from msgspec import Struct

from generator.authoring.edits import Add, Conflict, Edit, Move, Refused, Remove, Set, edited
from generator.authoring.edits.judging import refuse_new_faults
from generator.authoring.edits.standing import data_of
from generator.base.border.writing import ChangedMeanwhile, replace_file
from generator.plan.kinds import HELHEDSPLAN
from generator.plan.model.record import Model
from generator.workspace.folders import PlanFolder, Workspace
from tests.support.built import ROOT
from tests.support.random_edits import items, texts

PLAN = "viborg-2025-2029"
AGAIN = 60
"""Steps after which the plan is as it was in the beginning."""
SAVED, CONFLICT, UNANSWERED = 200, 409, 0
Undo = tuple[Edit, ...]
BROKEN = "\nx: [\n"


class Made(Struct):
    """One change that was asked for, and what was answered; `judged` where the server looks at it first."""

    file: str
    edit: Edit
    status: int = UNANSWERED
    judged: bool = True


class Server:
    """The program as a process, which is killed and started again; `cookie` lets a browser in."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.start()

    def start(self) -> None:
        """Start it, and go in as a browser does."""
        settings = {**os.environ, "PYTHONPATH": str(ROOT), "AFTALE_CACHE": str(self._root / ".cache")}
        command = [sys.executable, "-m", "generator", "open", PLAN, "--no-browser"]
        self._process = subprocess.Popen(command, cwd=self._root, env=settings, stdout=subprocess.PIPE,
                                         stderr=subprocess.DEVNULL, encoding="utf-8")  # fmt: skip
        assert self._process.stdout
        address = self._process.stdout.readline().strip()
        self.host = address.split("/")[2]
        connection = http.client.HTTPConnection(self.host, timeout=60)
        connection.request("GET", "/" + address.split("/", 3)[3])
        self.cookie = (connection.getresponse().getheader("Set-Cookie") or "").partition(";")[0]
        connection.close()

    def kill(self) -> None:
        """Kill it, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        assert self._process.stdout
        self._process.stdout.close()


class Browser:
    """A browser with what it saw last of each file; it sends what the page's script sends."""

    def __init__(self, server: Server, folder: PlanFolder, chance: random.Random) -> None:
        self._server, self._folder, self._random = server, folder, chance
        self.seen: dict[str, str] = {}

    def look(self, texts: dict[str, str]) -> None:
        """See the files as they are now."""
        self.seen = dict(texts)

    def step(self, token: str) -> Made:
        """Choose a change by what was seen."""
        file = self._random.choice([name for name in sorted(self.seen) if texts(data_of(self.seen[name]))])
        data = data_of(self.seen[file])
        path, value = self._random.choice(texts(data))
        listed = items(data)
        match self._random.choice(["set", "set", "set", "remove", "add", "move"]):
            case "remove" if listed:
                return Made(file, Remove(*self._random.choice(listed)))
            case "move" if listed:
                path, item = self._random.choice(listed)
                return Made(file, Move(path, self._random.randint(0, 2), item))
            case "add" if listed:
                path, item = self._random.choice(listed)
                return Made(file, Add(path, token if isinstance(item, str) else item))
        new = self._random.choice([token, f"{value} {token}", f"Først {token}.\n\n- et *punkt*\n- to"])
        return Made(file, Set(path, new, value))

    def do(self, made: Made) -> None:
        """Send the change; it stays unanswered where the server is killed."""
        made.status = self.ask(*_request(made))

    def ask(self, what: str, body: dict[str, Any] | None) -> int:
        """Send a request, and tell the status of the answer."""
        headers = {"Cookie": self._server.cookie}
        sent = None
        if body is not None:
            sent = json.dumps({"plan": PLAN, **body}).encode()
            headers |= {"Content-Type": "application/json", "Origin": f"http://{self._server.host}"}
        try:
            connection = http.client.HTTPConnection(self._server.host, timeout=60)
            connection.request("POST" if sent else "GET", f"/{what}", sent, headers)
            answer = connection.getresponse()
            answer.read()
            connection.close()
        except (OSError, http.client.HTTPException):
            return UNANSWERED
        return answer.status


def _request(made: Made) -> tuple[str, dict[str, Any]]:
    at = {"file": made.file, "path": made.edit.path}
    match made.edit:
        case Set(_, value, expected):
            return "save", {**at, "value": value, "expected": expected, "here": True}
        case Add(_, value):
            return "add", {**at, "value": value}
        case Remove(_, expected):
            return "remove", {**at, "expected": expected}
        case Move(_, to, expected):
            return "move", {**at, "to": to, "expected": expected}
    raise TypeError(made.edit)


class Trial:
    """Two browsers, an editor and a server on one plan; `wrong` has the steps that left a file wrong."""

    def __init__(self, root: Path, seed: int, kills: float = 0.01) -> None:
        self._random, self._kills = random.Random(seed), kills
        shutil.copytree(ROOT / "agreements" / PLAN, root / "agreements" / PLAN)
        shutil.copytree(ROOT / "templates", root / "templates")
        self.folder = PlanFolder(Workspace(root), PLAN)
        kinds = {one.name: one.kind for one in self.folder.aftaler()}
        self._models: dict[str, type[Model]] = {HELHEDSPLAN.name: HELHEDSPLAN.model}
        self._models |= {name: kind.model for name, kind in kinds.items()}
        self._whole = self._texts = self._read()
        self.server = Server(root)
        self._browsers = [Browser(self.server, self.folder, self._random) for _ in range(2)]
        for browser in self._browsers:
            browser.look(self._texts)
        self._undo: list[list[tuple[str, Undo]]] = []
        self.counts: Counter[str] = Counter()
        self.wrong: list[str] = []

    def _read(self) -> dict[str, str]:
        return {name: self._path(name).read_text(encoding="utf-8") for name in self._models}

    def _path(self, name: str) -> Path:
        return self.folder.path / f"{name}.yaml"

    def run(self, steps: int) -> None:
        """Take the steps."""
        try:
            for number in range(steps):
                self._step(number)
        finally:
            self.server.kill()

    def _step(self, number: int) -> None:
        if number % AGAIN == AGAIN - 1:
            self._begin_again()
        chosen = self._random.random()
        if chosen < 0.06:
            self._take_back(number)
        elif chosen < 0.10:
            self._half_typed(number)
        elif chosen < 0.14:
            shown = self._random.choice([one.name for one in self.folder.aftaler()])
            assert self._browsers[0].ask(f"plan/{PLAN}/{shown}", None) == SAVED
            self.counts["pages shown"] += 1
        else:
            self._at_once(number, [*self._random.sample(self._browsers, self._random.randint(1, 2))])
        for browser in self._browsers:
            if self._random.random() < 0.7:
                browser.look(self._texts)

    def _begin_again(self) -> None:
        """Have the editor take the old files back, so that there is always something to write in."""
        for name, text in self._whole.items():
            self._path(name).write_text(text, encoding="utf-8")
        self._texts, self._undo = self._whole, []

    def _at_once(self, number: int, browsers: list[Browser]) -> None:
        """Let browsers, and perhaps the editor, act at the same time, and perhaps kill the server."""
        made = [browser.step(f"ord{number}x{at}") for at, browser in enumerate(browsers)]
        jobs: list[Callable[[], object]] = [
            partial(browser.do, one) for browser, one in zip(browsers, made, strict=True)]
        if self._random.random() < 0.4:
            editor = self._edit_of_editor(f"rettet{number}")
            made.append(editor)
            jobs.append(partial(self._write, editor))
        is_killed = self._random.random() < self._kills
        if is_killed:
            jobs.append(partial(self._kill_after, self._random.random() * 0.06))
        threads = [threading.Thread(target=job) for job in jobs]
        for thread in self._random.sample(threads, len(threads)):
            thread.start()
        for thread in threads:
            thread.join()
        self._judge(number, made)
        if is_killed:
            self.counts["kills"] += 1
            self._undo.clear()
            self.server.start()

    def _kill_after(self, seconds: float) -> None:
        time.sleep(seconds)
        self.server.kill()

    def _edit_of_editor(self, token: str) -> Made:
        written = {file: texts(data_of(text)) for file, text in self._texts.items()}
        file = self._random.choice([file for file in sorted(written) if written[file]])
        path, value = self._random.choice(written[file])
        return Made(file, Set(path, f"{value} {token}", value), judged=False)

    def _write(self, made: Made) -> None:
        """Write as an editor that takes no lock, but looks at what it replaced, and so loses nothing."""
        for _ in range(20):
            raw = self._path(made.file).read_bytes()
            try:
                text, _ = self._applied(made, raw.decode())
                time.sleep(0.002)
                replace_file(self._path(made.file), text.encode(), raw, exchange=True)
            except (Refused, Conflict):
                made.status = CONFLICT
                return
            except ChangedMeanwhile:
                continue
            made.status = SAVED
            return

    def _applied(self, made: Made, text: str) -> tuple[str, Undo]:
        model = self._models[made.file]
        result = edited(text, [made.edit], model)
        if made.judged:
            refuse_new_faults(text, result.text, model)
        return result.text, result.inverse

    def _judge(self, number: int, made: list[Made]) -> None:
        """Hold what stands in the files against what was answered."""
        now, undo = self._read(), list[tuple[str, Undo]]()
        for one in made:
            self.counts[f"{'browser' if one.judged else 'editor'}: {one.status}"] += 1
        for file, text in now.items():
            here = [one for one in made if one.file == file]
            outcomes = self._outcomes(self._texts[file], here)
            found = next((inverse for after, inverse in outcomes if after == text), None)
            if found is None:
                self.wrong.append(f"{number} {file}: {here}")
            else:
                undo += [(file, inverse) for one, inverse in found if one.judged]
        if undo:
            self._undo.append(undo)
        self._texts = now

    def _outcomes(self, text: str, made: list[Made]) -> Iterator[tuple[str, list[tuple[Made, Undo]]]]:
        """Yield each text that there may be: with all that was saved, and any of what was not answered."""
        saved = [one for one in made if one.status == SAVED]
        unsure = [one for one in made if one.status == UNANSWERED]
        some = chain.from_iterable(combinations(unsure, size) for size in range(len(unsure) + 1))
        for order in (order for more in some for order in permutations([*saved, *more])):
            after, inverse = text, list[tuple[Made, Undo]]()
            try:
                for one in order:
                    after, undo = self._applied(one, after)
                    inverse.append((one, undo))
            except (Refused, Conflict):
                continue
            yield after, inverse

    def _take_back(self, number: int) -> None:
        """Undo the last change, whichever it was of those made at once."""
        if not self._undo:  # what the server remembers is of the plan before it was begun again
            return
        status = self._browsers[0].ask("undo", {})
        self.counts[f"undo: {status}"] += 1
        now = self._read()
        if status != SAVED:
            if now != self._texts:
                self.wrong.append(f"{number} undo {status} changed something")
            return
        for file, inverse in self._undo[-1]:
            try:
                after = edited(self._texts[file], inverse, self._models[file]).text
            except (Refused, Conflict):
                continue
            if {**self._texts, file: after} == now:
                self._undo[-1].remove((file, inverse))
                self._undo = [group for group in self._undo if group]
                self._texts = now
                return
        self.wrong.append(f"{number} undo: {self._undo[-1]}")
        self._texts, self._undo = now, []

    def _half_typed(self, number: int) -> None:
        """Leave a file half typed: what is sent meanwhile is refused there, and nothing of it is written."""
        file = self._random.choice(sorted(self._models))
        whole = self._texts[file]
        self._path(file).write_text(whole + BROKEN, encoding="utf-8")
        made = self._browsers[1].step(f"halv{number}")
        made.file = file if made.file == file or self._random.random() < 0.5 else made.file
        self._browsers[1].do(made)
        self.counts[f"half typed: {made.status if made.file == file else 'another file'}"] += 1
        assert self._browsers[0].ask(f"plan/{PLAN}", None) == SAVED
        if self._path(file).read_text(encoding="utf-8") != whole + BROKEN:
            self.wrong.append(f"{number} half typed {file}: {made}")
        self._path(file).write_text(whole, encoding="utf-8")
        self._judge(number, [made] if made.file != file else [])


def main() -> None:
    """Take the steps, and print what came of them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--steps", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--kills", type=float, default=0.01)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder), chosen.seed, chosen.kills)
        trial.run(chosen.steps)
    counts = (f"{number:6} {what}" for what, number in sorted(trial.counts.items()))
    click.echo("\n".join([*trial.wrong, *counts]))
    sys.exit(bool(trial.wrong))


if __name__ == "__main__":
    main()
