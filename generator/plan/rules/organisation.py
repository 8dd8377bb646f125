"""Board, groups and secretariat: members that must be there, and the parties that they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.findings import Code, Finding, GradedCode, Severity
from generator.base.language import MOST_NAMES, later, listed, say, say_count
from generator.base.nearest import one_letter_apart
from generator.plan.model.base import samme
from generator.plan.model.organisation import Bestyrelse, Medlem
from generator.plan.model.parter import Part
from generator.plan.model.plan import Plan
from generator.plan.rules import references
from generator.plan.rules.rule import Rule
from generator.plan.rules.wording import names

O1 = GradedCode("O1")
O2 = Code("O2", Severity.WARNING)
O3 = GradedCode("O3", Severity.WARNING, Severity.INFO)
O5 = Code("O5", Severity.WARNING)

SIDES = {
    "kommune": (
        later("a kommune is not among the parties"),
        later("nobody on the board comes from a kommune"),
    ),
    "boligorganisation": (
        later("a boligorganisation is not among the parties"),
        later("nobody on the board comes from a boligorganisation"),
    ),
}
"""Types of party that must be there, with what is said where no party is of the type, and no member."""
OTHER_TITLES = later("{party} has {titles} on the board, not its top management")
NO_TITLE = later("{party} has a seat on the board without a title, not its top management")


def the_board_has_both_sides(plan: Plan) -> Iterator[Finding]:
    """O1: the municipality and at least one housing organisation are parties and sit on the board."""
    parter, board = plan.helhedsplan.parter, _board(plan)
    for kind, (no_party, no_member) in SIDES.items():
        if parter and not any(part.type == kind for part in parter):
            hint = say("add a party with type: {kind}", kind=kind)
            yield Finding(O1.milder_unless(plan.is_final()), say(no_party), hint, plan.place("parter"))
        elif board and not any(part and part.type == kind for part in _seated(plan, board)):
            candidates = listed((part.navn for part in parter if part.type == kind), "or", most=MOST_NAMES)
            hint = (say("add a member with organisation: {parties}", parties=candidates) if candidates
                    else say("add the party first"))  # fmt: skip
            place = plan.place("organisation", "bestyrelse", "medlemmer")
            yield Finding(O1.milder_unless(plan.is_final()), say(no_member), hint, place)


def every_housing_organisation_is_on_the_board(plan: Plan) -> Iterator[Finding]:
    """O2: every housing organisation that is a party has a member on the board, or appoints one."""
    board = _board(plan)
    if not board:
        return
    seated = [part for part in _seated(plan, board) if part]
    said = samme(" ".join(f"{m.titel or ''} {m.udpeget_af or ''}" for m in board.fulde_medlemmer))
    for i, part in enumerate(plan.helhedsplan.parter):
        if part.type == "boligorganisation" and part not in seated and not _named(part, said):
            message = say("{party} is a party, and nobody on the board comes from there", party=part.navn)
            hint = say(
                "add a member with organisation: {party}, or accept O2 with the reason", party=part.navn
            )
            second = plan.place("organisation", "bestyrelse", "medlemmer")
            yield Finding(O2, message, hint, plan.place("parter", i, "navn"), second)


def members_come_from_somewhere(plan: Plan) -> Iterator[Finding]:
    """O3: a member says where he or she comes from, in a name that the plan spells in one way."""
    known = [name for part in plan.helhedsplan.parter for name in part.alle_navne]
    for path, member in members(plan):
        place = plan.place(*path, "organisation")
        said = member.organisation or ""
        unknown = said and plan.helhedsplan.part(said) is None
        near = next((name for name in known if one_letter_apart(said, name)), None) if unknown else None
        if near:
            message = say("`{name}` is one letter away from the party {right}",
                          name=member.organisation, right=near)  # fmt: skip
            yield Finding(O3, message, say("write {right}", right=near), place)
        elif not (member.organisation or member.udpeget_af):
            message = say("{member} does not say where the member comes from", member=member.vist)
            yield Finding(O3, message, say("write organisation: or udpeget_af:"), plan.place(*path))
    board = _board(plan)
    pairs = zip(board.fulde_medlemmer, _seated(plan, board), strict=True) if board else ()
    outside = [member for member, part in pairs if not part and (member.organisation or member.udpeget_af)]
    if outside and board:
        message = say_count(
            "{n} of {all} board members is from no party: {names}",
            "{n} of {all} board members are from no party: {names}",
            sum(m.pladser for m in outside), all=sum(m.pladser for m in board.fulde_medlemmer),
            names=names(map(_with_origin, outside)),
        )  # fmt: skip
        hint = say("see that each is meant to be there; others may sit on the board, such as the police")
        yield Finding(O3.milder, message, hint, plan.place("organisation", "bestyrelse", "medlemmer"))


def the_top_management_is_on_the_board(plan: Plan) -> Iterator[Finding]:
    """O5: of each party's members of the board, one has a title of the top management."""
    board, wanted = _board(plan), plan.form.ledelse
    if not board or wanted is None:
        return
    seats: dict[str, list[tuple[int, Medlem]]] = {}
    for i, member in enumerate(board.medlemmer):
        part = _party(plan, member)
        if part and part.type in SIDES and not member.deltager_som:
            seats.setdefault(part.navn, []).append((i, member))
    for navn, members in seats.items():
        said = [member.titel for _, member in members if member.titel]
        if not any(title in samme(words) for words in said for title in map(samme, wanted.titler)):
            message = say(OTHER_TITLES if said else NO_TITLE, party=navn, titles=names(said))
            hint = say("a title of the top management has one of: {words}", words=listed(wanted.titler, "or"))
            place = plan.place("organisation", "bestyrelse", "medlemmer", members[0][0], "titel")
            yield Finding(O5, message, hint, place)


def _board(plan: Plan) -> Bestyrelse | None:
    """Board of the plan; None while its members are not known."""
    board = plan.helhedsplan.organisation.bestyrelse if plan.helhedsplan.organisation else None
    return board if board and board.medlemmer else None


def _party(plan: Plan, member: Medlem) -> Part | None:
    """Party that the member comes from; None for one who comes from no party."""
    return plan.helhedsplan.part(member.organisation) if member.organisation else None


def _seated(plan: Plan, board: Bestyrelse) -> list[Part | None]:
    """Party of each full member: who only advises or is invited does not sit for a party."""
    return [_party(plan, member) for member in board.fulde_medlemmer]


def _with_origin(member: Medlem) -> str:
    """`biskop (Eksempelby Stift)`; of a member that is an organisation its name alone."""
    seats = f"{member.pladser} " if member.pladser > 1 else ""
    origin = f" ({member.organisation or member.udpeget_af})" if member.titel else ""
    return f"{seats}{member.vist}{origin}"


def _named(part: Part, said: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(samme(name))}(?!\w)", said) for name in part.alle_navne)


def members(plan: Plan) -> Iterator[tuple[tuple[str | int, ...], Medlem]]:
    """Yield the members of the board and of all groups, with their paths."""
    organisation = plan.helhedsplan.organisation
    if organisation and organisation.bestyrelse:
        for i, member in enumerate(organisation.bestyrelse.medlemmer):
            yield ("organisation", "bestyrelse", "medlemmer", i), member
    for number, gruppe in enumerate(organisation.grupper if organisation else ()):
        for i, member in enumerate(gruppe.medlemmer):
            yield ("organisation", "grupper", number, "medlemmer", i), member


RULES = (
    Rule(
        O1, "Kommune og boligorganisation er parter og sidder i bestyrelsen",
        "Bestyrelsen skal kunne prioritere på tværs af kommune og boligorganisationer.",
        "lbf.dk, organisation og økonomiske rammer",
        "En bestyrelse uden medlemmer fra kommunen",
        "Tilføj medlemmet med partens navn i `organisation`.",
        the_board_has_both_sides, milder="advarsel i et udkast", acceptable=True,
    ),
    Rule(
        O2, "Alle boligorganisationer, der er parter, sidder i bestyrelsen",
        "Landsbyggefonden beder om, at de involverede boligorganisationer er repræsenteret.",
        "lbf.dk, organisation og økonomiske rammer; i Viborg 2017-2021 mangler én af tre",
        "Bjerringbro Andelsboligforening er part, men har ingen i bestyrelsen",
        "Tilføj medlemmet. Er det aftalt, at en anden taler for organisationen, så accepter beskeden med det "
        "som begrundelse.",
        every_housing_organisation_is_on_the_board,
    ),
    Rule(
        O3, "Det ses, hvor medlemmerne kommer fra",
        "Andre end parterne kan sidde i bestyrelsen, for eksempel politiet. Det skal fremgå, hvem de er der "
        "for.",
        "lbf.dk: andre aktører; samarbejdsaftalen 2017-2021 har en biskop",
        "titel: to beboere, uden organisation og udpeget_af",
        "Skriv `organisation` eller `udpeget_af`.",
        members_come_from_somewhere, milder="oplysning om, hvem der ikke kommer fra en part",
    ),
    Rule(
        O5, "Parterne er repræsenteret i bestyrelsen af deres øverste ledelse",
        "Bestyrelsen skal kunne beslutte på organisationernes vegne.",
        "lbf.dk, organisation og økonomiske rammer; titlerne står i rundens form.yaml",
        "Kommunen er kun repræsenteret af en konsulent",
        "Udpeg en direktør, eller accepter beskeden, hvis titlen dækker over den øverste ledelse.",
        the_top_management_is_on_the_board,
    ),
    Rule(
        references.O6, "Et boligområdes ejer er en af parterne",
        "Den, der ejer boligerne, skal være med i aftalen.",
        "Følger af, at aftalen forpligter boligorganisationerne",
        "ejer: BoligViborgh, mens parten hedder BoligViborg",
        "Ret navnet, eller sæt organisationen på som part.",
        references.owners, milder="advarsel i et udkast",
    ),
)  # fmt: skip
