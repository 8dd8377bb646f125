"""Cells that were typed over in a spreadsheet made here → edits of the YAML that it was made of.

A cell is found by the names of its row and column, and compared with what it held when the sheet was made and
with what the YAML says now. What both have changed is a conflict, and is left as it is.
"""

from __future__ import annotations

from generator.authoring.returned.returning import Change, Kept, Returned, returned

__all__ = ["Change", "Kept", "Returned", "returned"]
