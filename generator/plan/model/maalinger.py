"""maalinger.yaml: the figures that are measured centrally for the areas, at the start and since."""

from __future__ import annotations

from generator.plan.model.base import Accept, Model, Prosa, accepter, felt
from generator.plan.model.helhedsplan import Status
from generator.plan.model.maal import Målepunkt
from generator.plan.model.versioner import Version, versioner


class Målinger(Model):
    """The annex with what is measured."""

    status: Status | None = felt("Kun hvis bilagets status er en anden end planens.", "udkast", styrer=True)
    indledning: Prosa | None = felt("Hvor og hvornår tallene er hentet.", "Tallene er hentet i januar 2027.")
    målepunkter: tuple[Målepunkt, ...] = felt("Det, der er målt, med tal for hvert område.", default=())
    versioner: tuple[Version, ...] = versioner()
    accepter: tuple[Accept, ...] = accepter()

    @property
    def har_diskretionerede(self) -> bool:
        """True where a figure is held back."""
        alle = (tal for punkt in self.målepunkter for året in punkt.år.values() for tal in året.alle.values())
        return any(tal.værdi.er_diskretioneret for tal in alle)

    def målt_én_gang(self) -> list[tuple[int, list[Målepunkt]]]:
        """Each year with the målepunkter that have figures for it alone: they can share a table."""
        efter_år: dict[int, list[Målepunkt]] = {}
        for punkt in self.målepunkter:
            for år in punkt.årene if len(punkt.årene) == 1 else ():
                efter_år.setdefault(år, []).append(punkt)
        return sorted(efter_år.items())

    def målt_flere_gange(self) -> list[Målepunkt]:
        """Each målepunkt that has figures for several years: its table has a column a year."""
        return [punkt for punkt in self.målepunkter if len(punkt.årene) > 1]
