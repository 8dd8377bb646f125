"""A new plan: every key with what belongs in it, and a draft at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from generator.commented import Kind, scalar, shape_of, skeleton
from generator.model.delaftale import Delaftale
from generator.model.helhedsplan import Helhedsplan
from generator.model.load import load
from generator.model.strategisk import StrategiskSamarbejdsaftale
from generator.scaffold import ascii_name
from generator.source import read, read_bytes
from tests.conftest import Aftale

FILES: list[tuple[type[BaseModel], dict[str, object]]] = [
    (Helhedsplan, {"navn": "En plan", "midler": "2019-26"}),
    (StrategiskSamarbejdsaftale, {}),
    (Delaftale, {"indsatsområde": "beskæftigelse"}),
]
IDS = [model.__name__ for model, _ in FILES]
NEW = (
    "new", "koege-2027-2031", "--midler", "2019-26", "--navn", "Køges helhedsplan: \"Vi\" & de #andre",
    "--fra", "1.1.2027", "--til", "31. december 2030", "--part", "Køge Kommune:kommune",
    "--part", "B´32: afd. 1:boligorganisation", "--område", "Bispeløkken/Priorvej",
    "--indsatsområde", "beskæftigelse", "--indsatsområde", "sammenhængskraft-og-medborgerskab",
)  # fmt: skip


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which the command is given."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def keys(model: type[BaseModel], inside: tuple[type[BaseModel], ...] = ()) -> Iterator[str]:
    """The names of all fields of a model and of the models in it."""
    for name, field in model.model_fields.items():
        yield name
        shape = shape_of(field.annotation)
        while shape.kind in (Kind.LIST, Kind.KEYS):
            shape = shape_of(shape.inner)
        if shape.kind is Kind.MODEL and shape.inner not in inside:
            yield from keys(shape.inner, (*inside, shape.inner))


def test_a_new_plan_builds_at_once_as_a_draft(empty: Path, aftale: Aftale) -> None:
    assert aftale(*NEW).exit_code == 0
    result = aftale("build")
    assert result.exit_code == 0, result.output
    assert "3 documents written" in result.output
    assert "endelig" not in result.output
    assert len(list((empty / "output/koege-2027-2031").iterdir())) == 3


@pytest.mark.parametrize("midler", ["2015-18", "2019-26"])
def test_a_plan_that_nothing_is_known_of_builds(empty: Path, aftale: Aftale, midler: str) -> None:
    assert aftale("new", "ny", "--midler", midler).exit_code == 0
    assert aftale("build").exit_code == 0
    assert (empty / "output/ny/strategisk-samarbejdsaftale.docx").is_file()


def test_what_was_given_stands_in_the_files(empty: Path, aftale: Aftale) -> None:
    aftale(*NEW)
    folder = empty / "agreements/koege-2027-2031"
    assert sorted(path.name for path in folder.iterdir()) == [
        "delaftale-beskaeftigelse.yaml",
        "delaftale-sammenhaengskraft-og-medborgerskab.yaml",
        "helhedsplan.yaml",
        "strategisk-samarbejdsaftale.yaml",
    ]
    made = load(read(folder / "helhedsplan.yaml", "helhedsplan.yaml"), Helhedsplan).value
    assert made.navn == 'Køges helhedsplan: "Vi" & de #andre'
    assert [(part.navn, part.type) for part in made.parter] == [
        ("Køge Kommune", "kommune"),
        ("B´32: afd. 1", "boligorganisation"),
    ]
    assert [område.navn for område in made.boligområder] == ["Bispeløkken/Priorvej"]
    assert made.periode is not None
    assert (str(made.periode.fra and made.periode.fra.år), made.status) == ("2027", "udkast")


def test_it_says_what_it_made_and_the_next_step(empty: Path, aftale: Aftale) -> None:
    output = aftale(*NEW).output
    assert "agreements/koege-2027-2031/helhedsplan.yaml" in output
    assert "aftale build koege-2027-2031" in output
    assert (empty / "agreements").is_dir()


def test_nothing_that_exists_is_overwritten(empty: Path, aftale: Aftale) -> None:
    aftale(*NEW)
    mine = empty / "agreements/koege-2027-2031/helhedsplan.yaml"
    mine.write_text("mine", encoding="utf-8")
    result = aftale(*NEW)
    assert result.exit_code == 2
    assert "is already there" in result.output
    assert mine.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("new", "x"), "Missing option '--midler'. Choose from: 2015-18, 2019-26"),
        (("new", "Køge 2027", "--midler", "2019-26"), "koege-2027"),
        (("new", "x", "--midler", "2019-26", "--part", "Køge Kommune"), "boligorganisation, kommune, anden"),
        (("new", "x", "--midler", "2019-26", "--fra", "31.4.2027"), "april has 30 days"),
        (("new", "x", "--midler", "2019-26", "--fra", "1.4.2027", "--til", "1.4.2026"), "before it starts"),
        (("new", "x", "--midler", "2019-26", "--indsatsområde", "beskaeftigelse"), "mean `beskæftigelse`?"),
        (("new", "x", "--midler", "2019-26", "--område", "A", "--område", "A"), "`A` is given twice"),
    ],
)
def test_wrong_use_makes_nothing(empty: Path, aftale: Aftale, words: tuple[str, ...], said: str) -> None:
    result = aftale(*words)
    assert result.exit_code == 2
    assert said in result.output
    assert list(empty.iterdir()) == []


def test_a_terminal_is_asked_for_what_is_missing(
    empty: Path, aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.cli.new._at_terminal", lambda: True)
    single = ["2019-26", "En plan", "1.8.2027", ""]
    several = ["Køge Kommune:kommune", "", "Ellemarken", "", "beskæftigelse", ""]
    result = aftale("new", "koege", input="\n".join([*single, *several, ""]))
    assert result.exit_code == 0, result.output
    made = load(read(empty / "agreements/koege/helhedsplan.yaml", "h"), Helhedsplan).value
    assert made.navn == "En plan"
    assert [part.navn for part in made.parter] == ["Køge Kommune"]
    assert [valgt.indsatsområde for valgt in made.indsatsområder] == ["beskæftigelse"]


@pytest.mark.parametrize(("model", "known"), FILES, ids=IDS)
def test_every_key_of_the_model_is_there_with_words_in_danish(
    model: type[BaseModel], known: dict[str, object]
) -> None:
    text = skeleton(model, known)
    for key in keys(model):
        assert re.search(rf"^[# -]*{key}:", text, re.MULTILINE), key
    bare = [line for line in text.splitlines() if re.fullmatch(r"# *", line)]
    assert bare == []


@pytest.mark.parametrize(("model", "known"), FILES, ids=IDS)
def test_the_examples_are_valid_without_their_hash(model: type[BaseModel], known: dict[str, object]) -> None:
    load(read_bytes(skeleton(model, known, comment="").encode(), "x.yaml"), model)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")), min_size=1))
def test_any_name_is_read_as_it_was_given(name: str) -> None:
    source = read_bytes(f"navn: {scalar(name)}\nliste:\n  - {scalar(name)}\n".encode(), "x.yaml")
    assert source.data == {"navn": name, "liste": [name]}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("sammenhængskraft-og-medborgerskab", "sammenhaengskraft-og-medborgerskab"),
        ("forebyggelse-og-forældreansvar", "forebyggelse-og-foraeldreansvar"),
        ("A\u030arhus / Café B´32", "aarhus-cafe-b-32"),
    ],
)
def test_file_names_are_ascii(text: str, name: str) -> None:
    assert ascii_name(text) == name


def test_the_examples_name_areas_of_effort_of_the_round(empty: Path, aftale: Aftale) -> None:
    assert aftale("new", "ny", "--midler", "2019-26", "--navn", "Ny").exit_code == 0
    files = [path.read_text(encoding="utf-8") for path in sorted((empty / "agreements" / "ny").iterdir())]
    assert not any("tryghed-og-trivsel" in text for text in files)
    assert any("uddannelse-og-livschancer" in text for text in files)
