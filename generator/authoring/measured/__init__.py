"""A table of figures from elsewhere → målepunkter of the YAML, by a mapping that says which column is what.

Nothing is guessed: a number that can be read in two ways, or a name that is none of the plan's, is left out
and told.
"""

from __future__ import annotations

from generator.authoring.measured.figures import Figure, NotTaken, figures
from generator.authoring.measured.mapping import ColumnMap
from generator.authoring.measured.table import Table, table_of
from generator.authoring.measured.taking import Taken, taken

__all__ = ["ColumnMap", "Figure", "NotTaken", "Table", "Taken", "figures", "table_of", "taken"]
