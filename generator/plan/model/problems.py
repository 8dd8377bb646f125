"""Faults that a model finds in data, each at its path."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from generator.plan.model.refusal import Refused
from generator.plan.source.tree import KeyPath


class Fault(Enum):
    """Kind of fault in a value or a key."""

    UNKNOWN_KEY = "a key that the model lacks"
    MISSING_KEY = "a key that the source lacks"
    WRONG_SHAPE = "text, a list or keys where another of them is wanted"
    NOT_A_CHOICE = "not one of the words to choose from"
    REFUSED = "refused by the value itself, or by the values beside it"


class Problem(Struct, frozen=True):
    """Fault at a path; for a missing key the path that the key would have.

    `wanted` names a shape, `refused` is what a value said. `choices` are the words of a choice, or keys of
    which one is missing.
    """

    path: KeyPath
    fault: Fault
    wanted: str = ""
    choices: tuple[str, ...] = ()
    refused: Refused | None = None

    def __str__(self) -> str:
        said = self.refused or (f"{self.wanted} is wanted" if self.wanted else self.fault.value)
        return f"{'.'.join(map(str, self.path))}: {said}"
