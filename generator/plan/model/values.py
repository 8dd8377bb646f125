"""The values of a plan, each typed from text and refused with a hint.

Their homes are `numbers`, `counts`, `dates` and `texts`; everybody imports them from here.
"""

from __future__ import annotations

from generator.plan.model.counts import Antal, Måltal
from generator.plan.model.dates import Dato, Periode
from generator.plan.model.numbers import Beløb, Procent, Timer
from generator.plan.model.refusal import Refused
from generator.plan.model.texts import Linje, Tekst, ÅrTal

__all__ = [
    "Antal", "Beløb", "Dato", "Linje", "Måltal", "Periode", "Procent", "Refused", "Tekst", "Timer", "ÅrTal",
]  # fmt: skip
