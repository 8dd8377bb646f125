"""Reports of a run for people, programs and CI; nothing here prints."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, assert_never

from msgspec import Struct

from generator.base.findings import Accepted, Completeness, Finding, Place
from generator.base.values import replace
from generator.cli.reports.tally import Tally

if TYPE_CHECKING:
    from generator.run.outcomes import Event, Outcome


class Report(Struct, frozen=True):
    """Result of a run: the outcome of each document, the findings, those accepted, and how complete each
    file is."""

    outcomes: tuple[Outcome, ...]
    findings: tuple[Finding, ...]
    completeness: tuple[Completeness, ...]
    accepted: tuple[Accepted, ...] = ()

    @classmethod
    def of(cls, events: Iterable[Event]) -> Report:
        """Gather all the events of a run."""
        from generator.run.outcomes import Done, Outcome

        outcomes: list[Outcome] = []
        findings: list[Finding] = []
        completeness: list[Completeness] = []
        accepted: list[Accepted] = []
        for event in events:
            match event:
                case Outcome():
                    outcomes.append(event)
                case Finding():
                    findings.append(event)
                case Completeness():
                    completeness.append(event)
                case Accepted():
                    accepted.append(event)
                case Done():
                    pass
                case other:
                    assert_never(other)
        return cls(tuple(outcomes), tuple(findings), tuple(completeness), tuple(accepted))

    @property
    def tally(self) -> Tally:
        """Numbers of the run."""
        return Tally((*self.outcomes, *self.findings, *self.accepted))

    def below(self, folder: str) -> Report:
        """Name the files of all findings `<folder>/agreements/…`."""
        accepted = (
            replace(one, finding=_below(folder, one.finding), place=_moved(folder, one.place))
            for one in self.accepted
        )
        findings = tuple(_below(folder, finding) for finding in self.findings)
        return replace(self, findings=findings, accepted=tuple(accepted))


def _below(folder: str, finding: Finding) -> Finding:
    second = _moved(folder, finding.second) if finding.second else None
    return replace(finding, place=_moved(folder, finding.place), second=second)


def _moved(folder: str, place: Place) -> Place:
    return replace(place, file=f"{folder}/{place.file}") if place.file else place
