"""Canonical YAML: reviewable, with every comment where it stood, and never with another meaning."""

from __future__ import annotations

import json
import re
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from generator.authoring.format import canonical, in_order
from generator.authoring.format.comments import comments_of
from generator.authoring.format.prose import prose_lines
from generator.authoring.format.same_meaning import same
from generator.authoring.format.sentences import sentences
from generator.authoring.format.write import LONGEST_KEY, WIDEST
from generator.authoring.new_plan import NewPlan, plan_files
from generator.base.findings import Rejected
from generator.plan import kinds
from generator.plan.model.form import Form
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.load import load
from generator.plan.model.record import Model
from generator.plan.model.strategisk import StrategiskSamarbejdsaftale
from generator.plan.source.characters import unwanted
from generator.plan.source.prose import complaints, to_markup
from generator.plan.source.read import read_yaml_bytes
from tests.conftest import ROOT
from tests.support.typist import LINE, PLANS, PROSE, Typist

CASES = sorted((ROOT / "tests" / "cases" / "format").glob("*.txt"))
MODELS: dict[str, type[Model]] = {kind.name.split("-")[0]: kind.model for kind in kinds.files()}
FILES = sorted(
    path for folder in ("agreements", "tests/plans", "templates") for path in (ROOT / folder).rglob("*.yaml")
)


SPACE = re.compile(r"\s+")
NAMES = LINE | st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")), min_size=1).map(
    str.strip
).filter(lambda text: bool(text) and not any(unwanted(text, in_prose=False)))
"""What a plan or an area may be called."""


def model_of(path: Path) -> type[Model]:
    return MODELS[re.split("[-.]", path.name)[0]]


def meaning(text: str, model: type[Model]) -> Model:
    return load(read_yaml_bytes(text.encode(), "x.yaml"), model).value


def assert_only_the_form_changes(text: str, model: type[Model]) -> str:
    """The canonical text, after all that must hold of it has been seen to."""
    made = in_order(text, model, "x.yaml")
    assert not made.findings
    assert same(meaning(text, model), meaning(made.text, model))
    assert sorted(c.text for c in comments_of(text)) == sorted(c.text for c in comments_of(made.text))
    assert canonical(made.text, model) == made.text
    assert read_elsewhere(made.text) == read_elsewhere(text)
    assert made.text.endswith("\n") and not made.text.endswith("\n\n")
    assert not re.search(r"[ \t]$|\n\n\n", made.text, flags=re.MULTILINE)
    return made.text


def read_elsewhere(text: str) -> Any:
    """What another reader, of YAML 1.2, finds in the text; white space and the order of keys apart."""
    reader = YAML(typ="base", pure=True)
    reader.version = (1, 2)
    return _folded(reader.load(text))


def _folded(value: Any) -> Any:
    if isinstance(value, dict):
        return {_folded(key): _folded(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_folded(inner) for inner in value]
    return SPACE.sub(" ", str(value)).strip() if value else None


# --- what it looks like -------------------------------------------------------------------------------


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_a_case_comes_out_as_written_below_it(path: Path) -> None:
    kind, typed, wanted = re.split(r"^====.*\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    model = MODELS[kind.split()[-1]]
    assert assert_only_the_form_changes(typed, model) == wanted


@pytest.mark.parametrize(
    "typed",
    [
        "Det er f.eks. Viborg, jf. Bilag 2, og bl.a. Ringparken.",
        "Indsatsen gælder afd. 10 og afd. Nord, stk. 2, pkt. 5 og nr. 7.",
        "Den 1. april 2017 begynder 2. Delaftale om ca. 14.600 t.kr. Landsbyggefonden betaler.",
        "Boligselskabet Sct. Jørgen har fået 14,6 mio. kr. Viborg Kommune har givet resten.",
        "Direktør H. C. Jensen og J.P. Hansen mødes med Christian IX. Gades beboere mv. Mandag holdes fri.",
        "Parterne mødes (se bilag 1. Det er vedlagt. Se også [bilag 2. Nyt](https://a.dk)) hver uge.",
        "Planen løber fra kl. 8.30 til 2. 5 aktiviteter er nye …",
        "Se www.lbf.dk. Støtten gives efter § 6. Stk. 2 gælder ikke.",
        "Det hedder »Vi. ses« og er en overskrift",
    ],
)  # fmt: skip
def test_a_full_stop_that_may_not_end_a_sentence_does_not_split_it(typed: str) -> None:
    assert sentences([typed]) == [typed]


@pytest.mark.parametrize(
    "wanted",
    [
        ["Området er stort.", "Økonomien er lille!", "Hvorfor?", "Det ved vi."],
        ["Han sagde: ”Kom nu.”", "Så gik de (alle sammen).", "(Ingen blev.)", "»Godt,« sagde de."],
        ["Planen løber til 2028.", "Derefter ses der på 21,5 %.", "Målet er 9,3.", "Det er nok."],
        ["**Det er vigtigt.**", "*Det her også.*", "[Se mere](https://lbf.dk).", "Slut."],
        ["Støtten søges hos LBF.", "Den gives til BL.", "Étårige planer får den ikke."],
    ],
)
def test_a_sentence_stands_on_its_own_line(wanted: list[str]) -> None:
    assert sentences([" ".join(wanted)]) == wanted
    assert sentences(wanted) == wanted


def test_a_line_that_ended_in_doubt_stays_and_one_that_was_only_wrapped_is_joined() -> None:
    assert sentences(["Der er fester mv.", "Viborg Kommune kommer."]) == [
        "Der er fester mv.", "Viborg Kommune kommer.",
    ]  # fmt: skip
    assert sentences(["De mødes i afd.", "10 den 1.", "april hos Sct.", "Jørgen og", "spiser."]) == [
        "De mødes i afd. 10 den 1. april hos Sct. Jørgen og spiser."
    ]


def test_a_tab_before_a_point_is_four_spaces() -> None:
    assert prose_lines("- a\n\t- b\n\t- c") == ["- a", "    - b", "    - c"]


# --- what it never changes ----------------------------------------------------------------------------


@pytest.mark.parametrize("path", FILES, ids=[str(path.relative_to(ROOT)) for path in FILES])
def test_a_file_of_the_repository_keeps_its_meaning_and_its_comments(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    made = assert_only_the_form_changes(text, model_of(path))
    assert [c.text for c in comments_of(made)] == [c.text for c in comments_of(text)]
    assert_only_the_form_changes(_from_the_end(text), model_of(path))


def _from_the_end(text: str) -> str:
    """The text with its keys at the top in the opposite order, each with the comments close above it."""
    parts = re.split(r"\n(?=(?:#.*\n)*[^\s#-])", text.rstrip("\n"))
    return "\n".join(reversed(parts)) + "\n"


def test_what_a_new_plan_is_given_stays_as_it_is(new_files: dict[str, str]) -> None:
    for name, text in new_files.items():
        assert assert_only_the_form_changes(text, model_of(Path(name))) == text


@pytest.mark.parametrize("seed", range(5))
def test_what_a_new_plan_is_given_finds_back_to_its_order(new_files: dict[str, str], seed: int) -> None:
    for name, text in new_files.items():
        head, *keys = text.rstrip("\n").split("\n\n")
        Random(seed).shuffle(keys)
        shuffled = "\n\n".join([head, *keys]) + "\n"
        assert canonical(shuffled, model_of(Path(name))) == text


@pytest.fixture(scope="module")
def new_files() -> dict[str, str]:
    """The files that `aftale new` writes, with all their commented keys."""
    return files_of_a_new_plan("Ny: \"plan\"", "B´32, øst")


def files_of_a_new_plan(name: str, area: str) -> dict[str, str]:
    """Those of a plan of that name, with an area of that name and a party of both."""
    text = (ROOT / "templates" / "2019-26" / "form.yaml").read_bytes()
    form = load(read_yaml_bytes(text, "form.yaml"), Form).value
    keys = tuple(område.nøgle for område in form.indsatsområder)
    party = (f"{name}, {area}", "kommune")
    return plan_files(NewPlan(name, "1.1.2027", "31.12.2030", (party,), (area,), keys), form)


@given(NAMES, NAMES)
@settings(max_examples=25)
def test_whatever_a_new_plan_is_called_its_files_are_in_canonical_form(name: str, area: str) -> None:
    files = files_of_a_new_plan(name, area)
    shared = meaning(files["helhedsplan.yaml"], Helhedsplan)
    assert isinstance(shared, Helhedsplan)
    assert (shared.navn, shared.boligområder[0].navn) == (name, area)
    for file, text in files.items():
        assert canonical(text, model_of(Path(file))) == text


def test_a_file_that_does_not_load_is_refused_with_its_places() -> None:
    with pytest.raises(Rejected) as rejected:
        in_order("navn: En plan\nmidler: 2019-26\nnvan: x\n", Helhedsplan, "helhedsplan.yaml")
    assert str(rejected.value.findings[0].place) == "helhedsplan.yaml:3:1"


def test_names_stay_and_are_given_where_they_are_first_used() -> None:
    typed = "revision: &r Hvert år.\nkonflikthåndtering: *r\nindledning: *r\n"
    made = assert_only_the_form_changes(typed, StrategiskSamarbejdsaftale)
    assert made == "indledning: &r Hvert år.\nkonflikthåndtering: *r\nrevision: *r\n"


@pytest.mark.parametrize(
    "typed",
    [
        "organisering: &a Et.\nrevision: *a\nindledning: &a To.\nsamspil: {tekst: *a }\n",
        f"problemkompleks:\n  indsatsområder:\n    ? {'lang ' * 300}\n    : Tekst.\n",
    ],
    ids=["a name that is given twice", "a key that is too long"],
)
def test_a_file_that_is_not_sure_to_keep_its_meaning_is_left_as_it_is_and_said_to_be(typed: str) -> None:
    made = in_order(typed, StrategiskSamarbejdsaftale, "x.yaml")
    assert made.text == typed
    assert [(str(finding.place), finding.code) for finding in made.findings] == [("x.yaml", "F20")]


@given(PROSE)
@settings(max_examples=300)
def test_prose_keeps_its_meaning(text: str) -> None:
    assume(text.strip() and not complaints(text) and to_markup(text))
    typed = f"indledning: {json.dumps(text, ensure_ascii=False)}\n"
    made = assert_only_the_form_changes(typed, StrategiskSamarbejdsaftale)
    assert to_markup(str(meaning(made, StrategiskSamarbejdsaftale).indledning)) == to_markup(text)  # type: ignore[attr-defined]


@given(PLANS, st.integers(0, 2**32))
@settings(max_examples=150)
def test_a_plan_typed_in_any_way_keeps_its_meaning_and_its_comments(plan: dict[str, Any], seed: int) -> None:
    text = Typist(seed).plan(plan)
    assume(_loads(text))  # a comment may have come to stand in a text
    assert_only_the_form_changes(text, StrategiskSamarbejdsaftale)


def _loads(text: str) -> bool:
    try:
        meaning(text, StrategiskSamarbejdsaftale)
    except Rejected:
        return False
    return True


@pytest.mark.parametrize(("length", "stays"), [(WIDEST, True), (WIDEST + 1, False)])
def test_what_stands_in_brackets_stays_there_while_the_line_is_not_too_long(length: int, stays: bool) -> None:
    line = "andre_aftaler: [{navn: "
    typed = f"{line}{'x' * (length - len(line) - 2)}}}]\n"
    plan = f"navn: P\nmidler: 2019-26\n\n{typed}"
    assert len(typed) == length + 1
    assert ("[{" in canonical(plan, Helhedsplan)) is stays


@pytest.mark.parametrize(("length", "stays"), [(LONGEST_KEY, False), (LONGEST_KEY + 1, True)])
def test_a_file_is_left_as_it_is_for_a_key_that_yaml_would_not_read_without_a_question_mark(
    length: int, stays: bool
) -> None:
    key = "x" * (length - len("    :"))
    typed = f"problemkompleks:\n  indsatsområder:\n    ? {key}\n    : Tekst.\n"
    made = in_order(typed, StrategiskSamarbejdsaftale)
    assert bool(made.findings) is stays


@pytest.mark.parametrize("style", ["|", ">", ""], ids=["block", "folded", "plain"])
def test_a_line_that_may_stand_for_itself_keeps_its_line(style: str) -> None:
    typed = f"revision: {style}\n  Metode\n  Vi ringer på.\n"
    made = assert_only_the_form_changes(typed, StrategiskSamarbejdsaftale)
    assert made == "revision: |\n  Metode\n  Vi ringer på.\n"


def test_a_list_with_letters_stays_one() -> None:
    typed = "revision: |\n  a)   Vi ringer\n       på. Så går vi.\n  b) Vi skriver.\n"
    made = assert_only_the_form_changes(typed, StrategiskSamarbejdsaftale)
    assert made == "revision: |\n  a) Vi ringer på.\n     Så går vi.\n  b) Vi skriver.\n"


def test_a_list_that_yaml_has_joined_is_told_of_and_not_written_back() -> None:
    with pytest.raises(Rejected) as rejected:
        in_order("revision: Vi gør\n  - en\n  - to\n", StrategiskSamarbejdsaftale, "x.yaml")
    assert [str(finding.place) for finding in rejected.value.findings] == ["x.yaml:2:3", "x.yaml:3:3"]
