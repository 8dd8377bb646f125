"""A new plan: every key with what belongs in it, and a draft at once."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.authoring.answers import ascii_name
from generator.authoring.commented_yaml import skeleton
from generator.base.border.writing import UNFINISHED
from generator.base.findings import Finding
from generator.formats.word.reading.as_text import text_of_docx
from generator.plan.model.delaftale import Delaftale
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.load import load
from generator.plan.model.record import Model
from generator.plan.model.shape import model_below, shape_of
from generator.plan.model.strategisk import StrategiskSamarbejdsaftale
from generator.plan.source.read import read_yaml, read_yaml_bytes
from generator.run.build import check
from generator.run.read_plan import Reader
from generator.workspace.folders import Workspace
from tests.conftest import Aftale

FILES: list[tuple[type[Model], dict[str, object]]] = [
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


def keys(model: type[Model], inside: tuple[type[Model], ...] = ()) -> Iterator[str]:
    """The names of all fields of a model and of the models in it."""
    for name, field in model.fields.items():
        yield name
        below = model_below(shape_of(field.annotation))
        if below and below not in inside:
            yield from keys(below, (*inside, below))


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
    made = load(read_yaml(folder / "helhedsplan.yaml", "helhedsplan.yaml"), Helhedsplan).value
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
        (("new", "x"), "write --midler 2015-18 or 2019-26"),
        (("new", "Køge 2027", "--midler", "2019-26"), "koege-2027"),
        (("new", "x", "--midler", "2019-26", "--part", "Køge Kommune"), "kommune or anden"),
        (("new", "x", "--midler", "2019-26", "--part", "DAB:selskab"), "`selskab` is no type of a party"),
        (("new", "x", "--midler", "2019-26", "--fra", "31.4.2027"), "april has 30 days"),
        (("new", "x", "--midler", "2019-26", "--fra", "1.4.2027", "--til", "1.4.2026"), "before it starts"),
        (("new", "x", "--midler", "2019-26", "--indsatsområde", "beskæftigels"), "mean `beskæftigelse`?"),
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
    monkeypatch.setattr("generator.cli.asking.at_terminal", lambda: True)
    single = ["2019-26", "En plan", "1.8.2027", ""]
    several = ["Køge Kommune:kommune", "", "Ellemarken", "", "beskæftigelse", ""]
    result = aftale("new", "koege", input="\n".join([*single, *several, ""]))
    assert result.exit_code == 0, result.output
    made = load(read_yaml(empty / "agreements/koege/helhedsplan.yaml", "h"), Helhedsplan).value
    assert made.navn == "En plan"
    assert [part.navn for part in made.parter] == ["Køge Kommune"]
    assert [valgt.indsatsområde for valgt in made.indsatsområder] == ["beskæftigelse"]


def test_an_answer_that_cannot_be_taken_is_asked_for_again_and_no_other(
    empty: Path, aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.cli.asking.at_terminal", lambda: True)
    answers = [
        "2018", "2019-26", "En plan", "31.4.2027", "1.8.2027", "1.8.2026", "31.7.2031",
        "DAB:boligselskab", "DAB", "DAB:boligorganisation", "DAB:kommune", "A Kommune:kommune, B:anden", "",
        "Ellemarken, Karlemoseparken", "", "Ellemarken", "Afd. 1, Vest", "n", "",
        "Beskæftigels", "Beskæftigelse, uddannelse og livschancer", "beskaeftigelse", "",
    ]  # fmt: skip
    result = aftale("new", "koege", input="\n".join([*answers, ""]))
    assert result.exit_code == 0, result.output
    for said in ("does not exist", "before it starts", "no type of a party", "with its type",
                 "`DAB` is given twice", "`Ellemarken` is given twice", "mean `beskæftigelse`",
                 "`beskæftigelse` is given twice"):  # fmt: skip
        assert result.output.count(said) == 1, said
    made = load(read_yaml(empty / "agreements/koege/helhedsplan.yaml", "h"), Helhedsplan).value
    assert [part.navn for part in made.parter] == ["DAB", "A Kommune", "B"]
    assert [område.navn for område in made.boligområder] == ["Ellemarken", "Karlemoseparken", "Afd. 1, Vest"]
    chosen = [valgt.indsatsområde for valgt in made.indsatsområder]
    assert chosen == ["beskæftigelse", "uddannelse-og-livschancer"]


def test_a_run_that_was_stopped_leaves_nothing_that_the_next_one_trips_over(
    empty: Path, aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as stopped:
        stopped.setattr(Path, "rename", stop)
        assert aftale(*NEW).exit_code == 1
    assert list((empty / "agreements").iterdir()) == []
    killed = empty / "agreements" / f".{NEW[1]}.x{UNFINISHED}"
    killed.mkdir()
    (killed / "helhedsplan.yaml").write_text("navn: halv", encoding="utf-8")
    os.utime(killed, (0, 0))
    assert aftale(*NEW).exit_code == 0
    assert (empty / "agreements" / NEW[1] / "helhedsplan.yaml").is_file()


@pytest.mark.parametrize(("model", "known"), FILES, ids=IDS)
def test_every_key_of_the_model_is_there_with_words_in_danish(
    model: type[Model], known: dict[str, object]
) -> None:
    text = skeleton(model, known)
    for key in keys(model):
        assert re.search(rf"(?:^[# -]*|[{{,] ?){key}: ?", text, re.MULTILINE), key
    bare = [line for line in text.splitlines() if re.fullmatch(r"# *", line)]
    assert bare == []


def test_the_example_of_a_choice_is_the_first_of_its_words() -> None:
    assert re.search(r"# +formand: ja +# .* Vælg mellem: ja, nej\.$", skeleton(Helhedsplan, {}), re.MULTILINE)


@pytest.mark.parametrize(("model", "known"), FILES, ids=IDS)
def test_the_examples_are_valid_without_their_hash(model: type[Model], known: dict[str, object]) -> None:
    load(read_yaml_bytes(skeleton(model, known, comment="").encode(), "x.yaml"), model)


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


ALONE = re.compile(r"^( *)# (  +.*)$", re.MULTILINE)
"""A line of an example; a description has one space after its hash."""
TO_BE_EXPECTED = {
    "C1": "the texts that only the writers can write", "I1": "an area is chosen, and has no delaftale yet",
    "B2": "one contributor, and not the fund", "O1": "one member on the board",
    "O2": "one member on the board", "O3": "one member on the board",
    "S2": "a signer has a name", "G1": "a member has a name",
    "J1": "a målepunkt whose annex is not made yet",
    "D1": "figures, and why they are not there", "U2": "a table, and why it is not there",
    "L2": "a text is three dots", "U1": "what is accepted does not happen", "K1": "the criteria of 2015-18",
}  # fmt: skip
"""What the examples together give rise to; none of it is about a name or a figure that is not known."""


def uncommented(text: str) -> str:
    """The file with all of its examples in use, as it tells the reader to do."""
    head, _, rest = text.partition("\n\n")
    return "\n\n".join((head, ALONE.sub(r"\1\2", rest)))


def each_uncommented(text: str) -> Iterator[str]:
    """The file with each example alone in use: lines of comment that follow each other."""
    head, _, rest = text.partition("\n\n")
    for block in re.finditer(r"(?:^ *#   +.*\n)+", rest, re.MULTILINE):
        used = ALONE.sub(r"\1\2", block[0])
        yield f"{head}\n\n{rest[: block.start()]}{used}{rest[block.end() :]}"


def told(root: Path) -> list[Finding]:
    """What is said of all plans there."""
    workspace = Workspace(root)
    return [event for event in check(workspace, workspace.plans()) if isinstance(event, Finding)]


PLANS = [NEW, ("new", "ny", "--midler", "2015-18"), ("new", "ny", "--midler", "2019-26")]


@pytest.mark.parametrize("words", PLANS, ids=["2019-26, known", "2015-18", "2019-26"])
def test_the_examples_together_are_a_plan_that_agrees_with_itself(
    empty: Path, aftale: Aftale, words: tuple[str, ...]
) -> None:
    assert aftale(*words).exit_code == 0
    for path in empty.glob("agreements/*/*.yaml"):
        text = path.read_text(encoding="utf-8")
        assert uncommented(text).count("#") < text.count("#")
        path.write_text(uncommented(text), encoding="utf-8")
    found = told(empty)
    assert [f"{f.code}: {f.message}" for f in found if f.is_error or f.code not in TO_BE_EXPECTED] == []


def test_an_example_alone_is_no_error(empty: Path, aftale: Aftale) -> None:
    assert aftale(*NEW).exit_code == 0
    reader, folder = Reader(Workspace(empty)), Workspace(empty).plan(NEW[1])
    tried = 0
    for path in sorted(folder.path.iterdir()):
        text = path.read_text(encoding="utf-8")
        for used in each_uncommented(text):
            path.write_text(used, encoding="utf-8")
            plan, found, *_ = reader.plan(folder)
            assert plan
            assert [f"{f.code}: {f.message}" for f in found if f.is_error] == []
            tried += 1
        path.write_text(text, encoding="utf-8")
    assert tried > 20


@pytest.mark.parametrize("midler", ["2015-18", "2019-26"])
def test_a_draft_of_nothing_asks_only_for_what_a_final_agreement_must_have(
    empty: Path, aftale: Aftale, midler: str
) -> None:
    assert aftale("new", "ny", "--midler", midler).exit_code == 0
    assert aftale("build").exit_code == 0
    draft = text_of_docx((empty / "output/ny/strategisk-samarbejdsaftale.docx").read_bytes())
    asked = [name for name in ("Data", "Vurdering", "Sammenfatning") if f"[{name} udfyldes]" in draft]
    assert asked == []
    assert "[Områdernes hovedudfordringer udfyldes]" in draft


def test_a_new_plan_has_only_the_keys_of_its_round(empty: Path, aftale: Aftale) -> None:
    files = {}
    for midler, area in (("2015-18", "tryghed-og-trivsel"), ("2019-26", "beskæftigelse")):
        assert aftale("new", f"plan-{midler}", "--midler", midler, "--indsatsområde", area).exit_code == 0
        made = sorted((empty / f"agreements/plan-{midler}").iterdir())
        files[midler] = "".join(path.read_text(encoding="utf-8") for path in made)
    assert all(key in files["2015-18"] for key in ("målinger:", "kriterier:"))
    assert not any(key in files["2019-26"] for key in ("målinger:", "kriterier:", "(2015-18)", "Viborg"))
    assert "overordnede_mål:" in files["2019-26"]
    assert not any(key in files["2015-18"] for key in ("overordnede_mål:", "(2019-26)", "Viborg"))
