"""Edition of an agreement: how what it prints now stands to its newest version, and what was issued of it."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct


class Stand(Enum):
    """Standing of the printed text beside that of the newest version."""

    SAME = "the same"
    OTHER_FORM = "another, by the form alone"
    CHANGED = "another, by the plan"
    UNKNOWN = "nobody knows"
    NOT_YET = "there is none to compare with"


class Fault(Enum):
    """Fault of a record of what was issued."""

    MISSING = "a file of it is not there"
    ALTERED = "a file of it is not what it was"
    NO_VERSION = "no version of the agreement is the one that it is of"
    OTHER_TEXT = "the version has another `aftryk` than it"


class Uorden(Struct, frozen=True):
    """A fault of the record of a version, and the file where it shows."""

    version: str
    hvad: Fault
    fil: str


class Udgave(Struct, frozen=True):
    """An agreement beside its newest version.

    `udstedt` where that was issued, and its record tells what it said; else git knows when it became final,
    and `siden` names the commit. `anden_form` where the forms of today print another text of the plan as it
    was issued. Where nobody knows, `hvorfor` says why, and `hjælp` what helps.
    """

    version: str
    stand: Stand
    udstedt: bool = False
    anden_form: bool = False
    siden: str = ""
    hvorfor: str = ""
    hjælp: str = ""

    @property
    def gælder(self) -> bool:
        """Tell whether the version has been final: what is a draft now is to become another one."""
        return self.stand in (Stand.SAME, Stand.OTHER_FORM, Stand.CHANGED)
