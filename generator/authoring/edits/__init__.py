"""One change of a YAML file at a typed key path: set, add, remove, move, rename, each with what undoes it.

Only the lines of the change change; comments and all else stay byte for byte. A change is proven by reading
again: the data before with this one change is the data after. What is not sure is refused with a reason.
"""

from __future__ import annotations

from generator.authoring.edits.apply import edited, together
from generator.authoring.edits.edit import (
    UNTOLD,
    Add,
    Conflict,
    Edit,
    Edited,
    Move,
    Refused,
    Remove,
    Rename,
    Set,
    both,
)

__all__ = ["UNTOLD", "Add", "Conflict", "Edit", "Edited", "Move", "Refused", "Remove", "Rename", "Set",
           "both", "edited", "together"]
