"""Findings that a plan accepts: `accepter`, in the file that it concerns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from generator.base.findings import Accepted, Code, Finding, Place, Severity
from generator.base.language import say
from generator.base.nearest import suggestion
from generator.plan.model.base import Accept
from generator.plan.model.load import key_path
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.record import NotRead
from generator.plan.rules.rule import Rule
from generator.plan.rules.texts_of_plan import sources

U1 = Code("U1", Severity.WARNING)
U2 = Code("U2", Severity.WARNING)


class Silence(Struct, frozen=True):
    """Entry of `accepter`: its file, and the places between which it holds."""

    accept: Accept
    source: Plan | Aftale
    number: int
    start: Place
    end: Place | None
    """First place after those that it holds for; None for the end of the file."""

    def holds(self, finding: Finding) -> bool:
        """Tell whether the finding is of that rule and stands there."""
        place = finding.place
        inside = self.start <= place and (self.end is None or place < self.end)
        return finding.code == self.accept.regel and place.file == self.start.file and inside

    def accepted(self, finding: Finding) -> Accepted:
        """Pair the finding with the reason that this entry gives."""
        place = self.source.place("accepter", self.number, "regel")
        return Accepted(finding, self.accept.begrundelse, place)


def accepted_by(source: Plan | Aftale) -> tuple[Accept, ...] | None:
    """List what the file accepts; None where nobody knows, as that could not be read."""
    try:
        return source.accepter
    except NotRead:
        return None


def silences(plan: Plan) -> list[Silence]:
    """List all entries of `accepter`, also those that silence nothing."""
    found = []
    for source in sources(plan):
        for number, accept in enumerate(accepted_by(source) or ()):
            start, end = _range(source, accept.sted)
            if start is not None:
                found.append(Silence(accept, source, number, start, end))
    return found


def wrong_silences(
    plan: Plan, rules: Mapping[str, Rule], silent: Sequence[Silence], hushed: Sequence[Silence]
) -> Iterator[Finding]:
    """U1: an entry that silences nothing, that may not, or that names no rule or no key."""
    placed = {(id(silence.source), silence.number): silence for silence in silent}
    for source in sources(plan):
        for number, accept in enumerate(source.accepter):
            silence = placed.get((id(source), number))
            place = source.place("accepter", number, "regel")
            if accept.regel not in rules:
                message = say("there is no rule `{code}` that can be accepted", code=accept.regel)
                yield Finding(U1, message, suggestion(accept.regel, _near(accept.regel, rules)), place)
            elif rules[accept.regel].must_be_seen:
                message = say("{code} cannot be accepted: what is missing must be seen", code=accept.regel)
                hint = say("write the text, or {mangler: …} with the reason in its place")
                yield Finding(U1, message, hint, place)
            elif silence is None:
                message = say("there is nothing at `{path}` in this file", path=accept.sted)
                hint = say("write the path as messages do, such as delmål[3].baseline")
                yield Finding(U1, message, hint, source.place("accepter", number, "sted"))
            elif silence not in hushed and accept.regel != U2:  # told after the rendering
                yield Finding(U1, _idle(accept), _left_out(rules[accept.regel]), place)


def _idle(accept: Accept) -> str:
    """Say that the entry silences nothing."""
    code, path = accept.regel, accept.sted
    if path:
        return say("{code} is accepted and has nothing to say at `{path}`", code=code, path=path)
    return say("{code} is accepted and has nothing to say", code=code)


def _left_out(rule: Rule) -> str:
    is_firm = not rule.acceptable and rule.code.severity is Severity.ERROR
    if is_firm:
        return say("leave the entry out; an error of this rule cannot be accepted")
    return say("leave the entry out")


def _range(source: Plan | Aftale, sted: str | None) -> tuple[Place | None, Place | None]:
    """Places from the key of the path to the next thing that does not stand below it."""
    read = source.kilde.source
    if sted is None:
        return Place(source.place().file), None
    path = next((path for path in read.places if path and key_path(path) == sted), None)
    if path is None:
        return None, None
    start = read.key_places.get(path) or read.places[path]
    known = (*read.places.items(), *read.key_places.items())
    after = (place for other, place in known if other[: len(path)] != path and place > start)
    return start, min(after, default=None)


def _told_elsewhere(_: Plan) -> Iterator[Finding]:
    """Find nothing: `settle` and the rendering do, which know more than the plan alone."""
    return iter(())


RULES = (
    Rule(
        U1, "En accepteret besked kommer stadig",
        "En begrundelse for noget, der er rettet, forvirrer den næste, der læser filen, og ville skjule "
        "en ny fejl.",
        "Programmets egen regel",
        "accepter: [{regel: O2, begrundelse: …}], efter at organisationen er kommet i bestyrelsen",
        "Slet linjen.",
        _told_elsewhere, must_be_seen=True, across=True,
    ),
    Rule(
        U2, "Alt, hvad der er skrevet, kommer med i et dokument",
        "Ingen skal tro, at en tekst står i aftalen, når den ikke gør.",
        "Programmets egen regel: Intet forsvinder",
        "forventet ved en baseline, som ikke afventer noget",
        "Flyt teksten til en nøgle, som kommer med i dokumentet, eller lav planens egen skabelon, der har "
        "den med.",
        _told_elsewhere,
    ),
)  # fmt: skip


def _near(code: str, rules: Mapping[str, Rule]) -> list[str]:
    """The rules of the code's letter; all, where it is the letter of none."""
    return [rule for rule in rules if rule[0] == code[:1].upper()] or list(rules)
