"""Answers that took long to find, kept from run to run: what was asked before is asked again."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Generic, TypeVar

from generator.base import cache

A = TypeVar("A")


class Memory(Generic[A]):
    """Answers to questions that are text, at most so many; those asked for longest ago go first.

    `kind` and `packages` say what answers them, as `cache.name` wants it. An answer follows from its question
    and from those alone.
    """

    def __init__(self, kind: str, packages: tuple[str, ...], most: int) -> None:
        self._kind, self._packages, self._most = kind, packages, most
        self._answers: dict[str, A] | None = None
        self._has_more = False

    def recall(self, question: str, find: Callable[[], A]) -> A:
        """The answer that is known, else what `find` finds."""
        answers = self._known()
        if question in answers:
            answer = answers.pop(question)
        else:
            answer, self._has_more = find(), True
        answers[question] = answer
        if len(answers) > self._most:
            del answers[next(iter(answers))]
        return answer

    def keep(self) -> None:
        """Keep the answers for the next run, where there are new ones."""
        if self._has_more:
            cache.write(self._name(), pickle.dumps(self._answers))
            self._has_more = False

    def _known(self) -> dict[str, A]:
        if self._answers is None:
            data = cache.read(self._name())
            self._answers = pickle.loads(data) if data else {}
        return self._answers

    def _name(self) -> str:
        return cache.name(self._kind, self._packages)
