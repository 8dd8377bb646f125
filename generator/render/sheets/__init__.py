"""Plan and document → the workbook of figures beside it, for the kinds that have one.

No sums and no shares: those are formulas of the workbook, and a test holds them to the model's.
"""

from __future__ import annotations

from importlib import import_module

from generator.formats.sheet.model import Workbook
from generator.plan.model.plan import Aftale, Plan


def workbook(plan: Plan, aftale: Aftale) -> Workbook:
    """The workbook of the document, made by the module that its kind names."""
    made: Workbook = import_module(f"{__name__}.{aftale.kind.sheet}").workbook(plan, aftale)
    return made
