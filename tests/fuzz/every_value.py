"""Every value through the page: `python -m tests.fuzz.every_value [--plans FOLDER] [--only PLAN] [--most N]`.
A large plan takes long: `--part 2/6` is the second of six parts of it.

Each scalar is set to itself, changed and undone; each gap filled and undone; each entry of a list, row of a
table and name moved, removed and added, and undone. What stands in the file is compared byte for byte.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from generator.authoring.edits.splice import Splice
from generator.authoring.edits.standing import data_of
from generator.base.border.web_server import Request
from generator.cli import served
from generator.page.application import Application
from generator.page.fields import Spot, spot
from generator.plan.source.read import Data
from generator.plan.source.tree import KeyPath
from generator.workspace.folders import PlanFolder, Workspace
from tests.page.test_pages import passages
from tests.support.built import ROOT

FICTIONAL = ROOT / "tests" / "plans" / "agreements"
OTHERS = ("2", "3 %", "1.1.2028", "1. marts 2027", "2027", "14.600", "12,5", "17", "ikke opgjort", "Ny")
"""Values of several kinds: of those that stand somewhere one is taken in place of what stands there."""


class Trial:
    """One plan, whose values go through the page. `counts` has what came of it, `wrong` what must not be."""

    def __init__(
        self, root: Path, name: str, most: int = 0, seed: int = 0, part: tuple[int, int] = (1, 1)
    ) -> None:
        self.app = Application(Workspace(root), served.changes)
        self.folder, self._most, self._part = PlanFolder(self.app.workspace, name), most, part
        self._random = random.Random(seed)
        self.counts: Counter[str] = Counter()
        self.wrong: list[str] = []

    def ask(self, what: str, **body: object) -> tuple[int, dict[str, Any]]:
        """Ask what a page asks; the status, and the answer."""
        sent = json.loads(json.dumps({"plan": self.folder.name, **body}))
        answer = self.app.respond(Request((what,), sent, changes=True))
        return answer.status, json.loads(answer.data) if answer.kind == "application/json" else {}

    def run(self) -> None:
        """Try everything."""
        names = ["helhedsplan", *(file.name for file in self.folder.aftaler())]
        values = [(name, path, value) for name in names for path, value in self._inside(name)]
        for name, path, _ in self._some([one for one in values if isinstance(one[2], str)]):
            self._value(spot(self.folder, name, [*path]), name, path)
        for name, path, _ in self._some([one for one in values if isinstance(one[2], (list, dict))]):
            self._entries(spot(self.folder, name, [*path]), name, path)
        for name, path in self._some(list(self._gaps())):
            self._gap(spot(self.folder, name, path), name, path)

    def _some(self, found: list[Any]) -> list[Any]:
        number, parts = self._part
        mine = found[number - 1 :: parts]
        return self._random.sample(mine, min(self._most, len(mine))) if self._most else mine

    def _inside(self, name: str) -> Iterator[tuple[KeyPath, Data]]:
        data = data_of((self.folder.path / f"{name}.yaml").read_text(encoding="utf-8"))
        waiting: list[tuple[KeyPath, Data]] = [((), data)]
        while waiting:
            path, value = waiting.pop()
            if isinstance(value, (list, dict)):
                inner = enumerate(value) if isinstance(value, list) else value.items()
                waiting += [((*path, step), below) for step, below in inner]
            if path:
                yield path, value

    def _gaps(self) -> Iterator[tuple[str, list[Any]]]:
        for file in self.folder.aftaler():
            html = self.app.respond(Request(("plan", self.folder.name, file.name))).data.decode()
            yield from ((name, path) for name, path, kind in passages(html) if kind == "gap")

    def _value(self, at: Spot, name: str, path: KeyPath) -> None:
        was = at.file.read_bytes()
        status, known = self.ask("field", file=name, path=path)
        if status != 200 or known["kind"] not in ("line", "prose", "choice"):
            self.counts["a value without a field of its own"] += 1
            return
        now = known["value"]
        itself = {"html": known["html"]} if known["kind"] == "prose" else {"value": now}
        status, told = self.ask("save", file=name, path=path, expected=now, **itself)
        self._tell("set to itself", at, path, status == 200 and at.file.read_bytes() == was, told)
        if known["kind"] == "prose":
            changes: list[dict[str, Any]] = [{"html": f"{known['html']}<p>Nyt og <em>skråt</em>.</p>"}]
        else:
            words = [word for word in known["choices"] if word != now] or [f"{now} x", *OTHERS]
            changes = [{"value": word} for word in words if word != now]
        for change in changes:
            status, told = self.ask("save", file=name, path=path, expected=now, here=True, **change)
            if status == 200:
                break
            self._tell("refused", at, path, at.file.read_bytes() == was, told)
        if status == 200:
            self._changed(at, path, was)
        else:
            self.counts["a value that takes no other"] += 1

    def _changed(self, at: Spot, path: KeyPath, was: bytes) -> None:
        splice = Splice.between(was.decode(), at.file.read_text(encoding="utf-8"))
        width = max(len(splice.was), len(splice.now))
        self.counts[f"changed: {width} lines" if width < 3 else "changed: 3 lines and more"] += 1
        self._undone("changed and undone", at, path, was)

    def _undone(self, what: str, at: Spot, path: KeyPath, was: bytes) -> None:
        status, told = self.ask("undo")
        self._tell(what, at, path, status == 200 and at.file.read_bytes() == was, told)
        if at.file.read_bytes() != was:
            at.file.write_bytes(was)

    def _gap(self, at: Spot, name: str, path: list[Any]) -> None:
        was = at.file.read_bytes()
        known = self.ask("field", file=name, path=path)[1]
        if known["kind"] == "keys":
            self._added(at, name, tuple(path), known, was, "gap filled and undone")
            return
        text = known["example"].splitlines()[:1] or ["Noget"]
        for word in (*known["choices"][:1], *text, "Noget", *OTHERS):
            value = {"html": f"<p>{word}</p>"} if known["kind"] == "prose" else {
                "value": [word] if known["kind"] == "lines" else word}  # fmt: skip
            status, told = self.ask("save", file=name, path=path, expected=None, **value)
            if status == 200 and at.file.read_bytes() != was:
                self._undone("gap filled and undone", at, tuple(path), was)
                return
        self._tell("gap filled and undone", at, tuple(path), False, told)

    def _entries(self, at: Spot, name: str, path: KeyPath) -> None:
        was = at.file.read_bytes()
        known = self.ask("field", file=name, path=path)[1]
        for entry in known.get("entries", ()):
            facts = {"file": name, "path": entry["path"], "expected": entry["value"]}
            for what in ("remove", "move") if "place" in entry else ("remove",):
                status, told = self.ask(what, **facts, to=0 if entry.get("place") else 1)
                if status == 200:
                    self._undone(f"{what}d and undone", at, tuple(entry["path"]), was)
                else:
                    self.counts[f"not {what}d"] += 1
                    self._tell("refused", at, path, at.file.read_bytes() == was, told)
        if known.get("kind") == "keys":
            self._added(at, name, path, known, was, "added and undone")

    def _added(
        self, at: Spot, name: str, path: KeyPath, known: dict[str, Any], was: bytes, what: str
    ) -> None:
        if not known.get("new"):
            self.counts["keys of their own"] += 1
            return
        for other in ("Ny", *OTHERS):
            answers = [self._answer(one, other) for one in known["new"]]
            status, told = self.ask("add", file=name, path=path, answers=answers)
            if status == 200:
                self._undone(what, at, path, was)
                return
        self._tell(what, at, path, False, told)

    def _answer(self, asked: dict[str, Any], other: str) -> object:
        if asked["kind"] == "choice":
            return asked["choices"][0]
        if asked["kind"] == "prose":
            return "<p>Nyt.</p>"
        words = asked["example"].splitlines()[:1] or [other]
        return words if asked["kind"] == "lines" else "2031" if asked["is_name"] else words[0]

    def _tell(self, what: str, at: Spot, path: KeyPath, is_right: bool, told: dict[str, Any]) -> None:
        self.counts[what] += is_right
        if not is_right:
            self.wrong.append(f"{what}: {at.file.name} {path}: {told}")


def _part(text: str) -> tuple[int, int]:
    number, parts = map(int, text.split("/"))
    if not 0 < number <= parts:
        raise ValueError
    return number, parts


def main() -> None:
    """Go through the plans, and print what came of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--plans", type=Path, default=ROOT / "agreements")
    parser.add_argument("--only", action="append")
    parser.add_argument("--most", type=int, default=0)
    parser.add_argument("--part", type=_part, default=(1, 1), metavar="K/N")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(chosen.plans, root / "agreements")
        shutil.copytree(ROOT / "templates", root / "templates")
        total: Counter[str] = Counter()
        for name in chosen.only or Workspace(root).plan_names():
            trial = Trial(root, name, chosen.most, part=chosen.part)
            trial.run()
            total += trial.counts
            click.echo("\n  ".join([name, str(dict(trial.counts)), *trial.wrong]))
        click.echo("\n".join(f"{number:6} {what}" for what, number in sorted(total.items())))


if __name__ == "__main__":
    main()
