"""Answers about a plan that begins on the page: each is looked at by itself, as `aftale new` does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from generator.authoring import answers
from generator.authoring.answers import ascii_name
from generator.base.border import files, names
from generator.base.danish import årsspænd
from generator.base.language import say
from generator.page.fields import NoSuchField
from generator.plan.model.dates import Dato
from generator.plan.model.form import Form
from generator.plan.model.refusal import Refused
from generator.plan.model.values import Periode
from generator.workspace.folders import AGREEMENTS, NotFound, Workspace

TEXTS = ("midler", "other", "navn", "fra", "til")
LISTS = ("områder", "indsatsområder", "words")
MOST = 200
LONGEST = 80
"""Answers to one question, and letters of a folder's name."""


class Answers(Struct, frozen=True):
    """Answers of a page: `other` is a plan to begin with, `words` are the Word files that were brought."""

    midler: str
    other: str
    navn: str
    fra: str
    til: str
    områder: tuple[str, ...]
    indsatsområder: tuple[str, ...]
    words: tuple[str, ...]
    parter: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, body: Mapping[str, object]) -> Answers:
        """The answers that a page brings. Raises NoSuchField for anything else."""
        texts = {name: _text(body.get(name, "")) for name in TEXTS}
        lists = {name: tuple(filter(None, map(_text, _list(body.get(name, []))))) for name in LISTS}
        parties = (tuple(map(_text, _list(one))) for one in _list(body.get("parter", [])))
        pairs = tuple((one[0], one[1]) for one in parties if len(one) == 2 and one[0])
        return cls(**texts, **lists, parter=pairs)  # type: ignore[arg-type]

    def wrong(self, form: Form) -> Iterator[tuple[str, NotFound]]:
        """Yield each question whose answer cannot be taken, and the reason."""
        if not self.navn:
            yield "navn", NotFound(say("A plan has a name."), say("Write it as it stands in the agreements."))
        checks: tuple[tuple[str, Callable[[], object]], ...] = (
            ("fra", lambda: answers.period(self.fra)),
            ("til", lambda: answers.period(self.fra if self._is_day(self.fra) else "", self.til)),
            ("parter", lambda: self._parties()),
            ("områder", lambda: answers.once(self.områder)),
            ("indsatsområder", lambda: [answers.area_of_effort(one, form) for one in self.indsatsområder]),
        )
        for question, look in checks:
            try:
                look()
            except NotFound as not_found:
                yield question, not_found

    def given(self) -> dict[str, Any]:
        """The answers as a new plan is made of them."""
        parties = [f"{name}:{kind}" for name, kind in self.parter]
        return {"navn": self.navn, "fra": self.fra, "til": self.til, "parter": parties,
                "områder": self.områder, "indsatsområder": self.indsatsområder, "dokumenter": ()}

    def free_name(self, workspace: Workspace) -> str:
        """The name of a folder for the plan, which no other plan has."""
        years = ""
        if self._is_day(self.fra) and self._is_day(self.til):
            years = f"-{årsspænd(Periode(fra=Dato.parse(self.fra), til=Dato.parse(self.til)))}"
        return free_name(workspace, f"{ascii_name(self.navn)[:LONGEST] or 'plan'}{years}")

    def _parties(self) -> None:
        for name, kind in self.parter:
            answers.party(f"{name}:{kind}")
        answers.once(name for name, _ in self.parter)

    @staticmethod
    def _is_day(text: str) -> bool:
        try:
            return bool(Dato.parse(text))
        except Refused:
            return False


def free_name(workspace: Workspace, name: str) -> str:
    """The name, with a number where a plan has it already."""
    number, free = 1, name
    while files.is_there(workspace.root / AGREEMENTS / free):
        number += 1
        free = f"{name}-{number}"
    return free


def _text(value: object) -> str:
    if not isinstance(value, str) or not names.is_text(value):
        raise NoSuchField
    return " ".join(value.split())


def _list(value: object) -> list[object]:
    if not isinstance(value, list) or len(value) > MOST:
        raise NoSuchField
    return value
