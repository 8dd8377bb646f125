"""aktivitetsskema.yaml: the activities of all delaftaler, to type over into the funder's portal.

What they are stands in the delaftaler; the file has only its own.
"""

from __future__ import annotations

from generator.plan.model.base import Accept, Model, Prosa, accepter, felt
from generator.plan.model.helhedsplan import Status
from generator.plan.model.versioner import Version, versioner


class Aktivitetsskemabilag(Model):
    """The annex with the forms of all activities."""

    status: Status | None = felt("Kun hvis bilagets status er en anden end planens.", "udkast", styrer=True)
    note: Prosa | None = felt("En bemærkning til skemaerne.", "Skemaerne er tastet i portalen i januar 2027.")
    versioner: tuple[Version, ...] = versioner()
    accepter: tuple[Accept, ...] = accepter()
