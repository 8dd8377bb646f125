"""Facts in another form than most: one of several keys, a department by its number, an extension."""

from __future__ import annotations

import pytest

from generator.base.findings import Rejected
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.load import load
from generator.plan.model.organisation import Medlem
from generator.plan.model.record import Model
from generator.plan.model.strategisk import StrategiskSamarbejdsaftale
from generator.plan.source.read import read_yaml_bytes
from generator.plan.source.tree import KeyPath

HEAD = "navn: Planen\nmidler: 2019-26\n"


def read(text: str) -> Helhedsplan:
    return load(read_yaml_bytes(f"{HEAD}{text}".encode(), "plan.yaml"), Helhedsplan).value


def refused(text: str, model: type[Model] = Helhedsplan) -> list[tuple[str, int, str, str]]:
    """The findings of a file: code, line after the head, message, hint."""
    head = HEAD if model is Helhedsplan else ""
    with pytest.raises(Rejected) as rejected:
        load(read_yaml_bytes(f"{head}{text}".encode(), "plan.yaml"), model)
    lines = head.count("\n")
    return [(f.code, f.place.line - lines, f.message, f.hint) for f in rejected.value.findings]


def test_a_seat_is_someone_by_title_or_an_organisation_and_one_that_is_neither_is_told_of_both() -> None:
    board = "organisation:\n  bestyrelse:\n    medlemmer:\n      - {}\n"
    seats = board.replace("{}", "{titel: direktør}") + "      - {organisation: Rådet}\n"
    read(seats)
    ((code, line, message, hint),) = refused(board.replace("{}", "{antal: 7}"))
    assert (code, line) == ("N2", 4)
    assert message.endswith("the key `titel` is missing")
    assert hint.startswith("write `titel:` or `organisation:`, for example titel: ")
    with pytest.raises(TypeError, match="lacks one of titel, organisation"):
        Medlem(udpeget_af="byrådet")


def test_alike_seats_are_as_many_as_they_say_and_one_that_says_nothing_is_one() -> None:
    assert Medlem(titel="direktør").pladser == 1
    shared = read("organisation: {bestyrelse: {medlemmer: [{antal: 7, titel: beboere}]}}\n")
    assert shared.organisation and shared.organisation.bestyrelse
    assert [seat.pladser for seat in shared.organisation.bestyrelse.medlemmer] == [7]


def test_a_party_that_does_not_sign_is_told_where_to_say_so_and_is_no_signer() -> None:
    parties = "parter:\n  - {navn: Byen, type: kommune}\n  - {navn: Rådet, type: anden, %s}\n"
    ((code, line, _, hint),) = refused(parties % "underskrift: nej")
    assert (code, line) == ("N3", 3)
    assert "skriver_under: nej" in hint
    assert [party.navn for party in read(parties % "skriver_under: nej").underskrivere] == ["Byen"]
    assert [party.navn for party in read(parties % "skriver_under: ja").underskrivere] == ["Byen", "Rådet"]


def test_a_plan_runs_to_the_end_of_its_extension_which_is_later_than_that_of_its_period() -> None:
    plan = "periode: {fra: 1.8.2025, til: 31.7.2029}\n"
    whole, own = read(f"{plan}forlængelse: {{til: 1.8.2029}}\n").gælder, read(plan).gælder
    assert whole and whole.til and (whole.til.dag, whole.til.måned) == (1, 8)
    assert own == read(plan).periode
    ((code, line, message, _),) = refused(f"{plan}forlængelse: {{til: 31.7.2029}}\n")
    assert (code, line) == ("V7", 2)
    assert message.endswith("the plan is extended to 31. juli 2029, and its period ends 31. juli 2029")
    assert read("forlængelse: {til: 1.8.2029}\n").gælder is None


@pytest.mark.parametrize("written", ["10", "afd. 10", "Afd. 10", "afdeling 10", "bøgen"])
def test_a_department_is_known_by_its_number_and_its_name(written: str) -> None:
    listed = "[{nummer: afd. 10, navn: Bøgen}, {nummer: 11}]"
    shared = read(f"boligområder: [{{navn: Haven, afdelinger: {listed}}}]\n")
    assert shared.afdelingsnavne([written, "11", "afd. 12"]) == ["Bøgen", "afd. 11", "afd. 12"]


def section_at(model: StrategiskSamarbejdsaftale, path: KeyPath) -> object:
    value: object = model
    for step in path:
        value = getattr(value, step) if isinstance(step, str) else value[step]  # type: ignore[index]
    return value


def test_a_long_text_is_one_text_or_sections_and_a_section_has_a_heading() -> None:
    at = "problemkompleks:\n  hovedudfordringer:"
    text = f"{at}\n    - overskrift: Beboerne\n      tekst: Mange er nye.\n    - overskrift: Huset\n"
    model = load(read_yaml_bytes(text.encode(), "s.yaml"), StrategiskSamarbejdsaftale).value
    assert section_at(model, ("problemkompleks", "hovedudfordringer", 0, "tekst")) == "Mange er nye."
    assert section_at(model, ("problemkompleks", "hovedudfordringer", 1, "tekst")) is None
    ((code, line, message, _),) = refused(f"{at}\n    - tekst: Mange er nye.\n", StrategiskSamarbejdsaftale)
    assert (code, line) == ("N2", 3)
    assert "`overskrift`" in message
    ((code, line, message, _),) = refused(f"{at} [Mange er nye.]\n", StrategiskSamarbejdsaftale)
    assert (code, line) == ("N3", 2)
    assert message.endswith("keys are wanted, not text")
