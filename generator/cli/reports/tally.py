"""Numbers of a run, counted as its events come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from generator.base.findings import Accepted, Finding, Severity
from generator.workspace.standing import State

if TYPE_CHECKING:
    from generator.run.outcomes import Event, Outcome


class Tally:
    """Numbers of documents made, left as they were and not made, of findings, and of those accepted."""

    def __init__(self, events: Iterable[Event] = ()) -> None:
        self.made = self.left = self.not_made = self.accepted = 0
        self.findings: Counter[Severity] = Counter()
        for event in events:
            self.add(event)

    def add(self, event: Event) -> None:
        """Count the event."""
        from generator.run.outcomes import Outcome

        if isinstance(event, Finding):
            self.findings[event.severity] += 1
        elif isinstance(event, Accepted):
            self.accepted += 1
        elif isinstance(event, Outcome):
            self.not_made += bool(event.reason)
            self.left += is_left(event)
            self.made += not event.reason and not is_left(event)

    def fails(self, strict: bool) -> bool:
        """Tell whether the command fails: on an error, a document not made, and when strict a warning."""
        wrong = self.not_made or self.findings[Severity.ERROR]
        return bool(wrong or (strict and self.findings[Severity.WARNING]))


def is_left(outcome: Outcome) -> bool:
    """Tell whether the document was left alone, because it is what its sources make."""
    return outcome.standing is not None and outcome.standing.state is State.CURRENT
