"""`aftale add`: one more document of a plan, named as people name it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from generator.cli import commands
from generator.plan import kinds
from tests.conftest import Aftale, change

PLAN = Path("agreements/koege")
DELAFTALE = PLAN / "delaftale-beskaeftigelse.yaml"
STRATEGIC = PLAN / "strategisk-samarbejdsaftale.yaml"


@pytest.fixture(autouse=True)
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, aftale: Aftale) -> None:
    """A new plan that has chosen one area of effort."""
    monkeypatch.chdir(tmp_path)
    assert aftale("new", "koege", "--midler", "2019-26", "--indsatsområde", "beskæftigelse").exit_code == 0


@pytest.mark.parametrize(
    "words",
    [
        ("delaftale", "beskæftigelse"), ("delaftale-beskaeftigelse",), ("delaftale-beskaeftigelse.yaml",),
        ("Delaftale", "Beskæftigelse"), ("delaftale beskæftigelse",), ("beskæftigelse",),
    ],
)  # fmt: skip
def test_a_delaftale_is_named_by_its_area(words: tuple[str, ...], aftale: Aftale) -> None:
    as_new = DELAFTALE.read_text(encoding="utf-8")
    DELAFTALE.unlink()
    result = aftale("add", "koege", *words)
    assert result.exit_code == 0, result.output
    assert DELAFTALE.as_posix() in result.output and "aftale build koege" in result.output
    assert DELAFTALE.read_text(encoding="utf-8") == as_new
    assert aftale("build").exit_code == 0


@pytest.mark.parametrize(
    "words", [("strategisk-samarbejdsaftale",), ("strategisk",), ("strategisk", "samarbejdsaftale")]
)
def test_a_plan_without_its_strategic_agreement_is_told_of_the_command_that_makes_it(
    words: tuple[str, ...], aftale: Aftale
) -> None:
    as_new = STRATEGIC.read_text(encoding="utf-8")
    STRATEGIC.unlink()
    told = aftale("check", "--verbose").output
    assert "C4: the plan has no strategisk-samarbejdsaftale" in told
    assert "aftale add koege strategisk-samarbejdsaftale" in told and "U2" not in told
    assert aftale("add", "koege", *words).exit_code == 0
    assert STRATEGIC.read_text(encoding="utf-8") == as_new
    assert "C4" not in aftale("check").output


def test_a_delaftale_for_an_area_that_is_chosen_later_builds(aftale: Aftale) -> None:
    missing = aftale("add", "koege", "delaftale", "kriminalitetsforebyggelse")
    assert missing.exit_code == 2
    assert "has not chosen the indsatsområde `kriminalitetsforebyggelse`" in missing.output
    assert f"add it to `indsatsområder` in {PLAN.as_posix()}/helhedsplan.yaml" in missing.output
    chosen = "  - indsatsområde: beskæftigelse\n"
    change(PLAN / "helhedsplan.yaml", chosen, f"{chosen}  - indsatsområde: kriminalitetsforebyggelse\n")
    assert "aftale add koege delaftale kriminalitetsforebyggelse" in aftale("check", "--verbose").output
    assert aftale("add", "koege", "delaftale", "kriminalitetsforebyggelse").exit_code == 0
    assert aftale("build").exit_code == 0
    assert Path("output/koege/delaftale-kriminalitetsforebyggelse.docx").is_file()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("koge", "delaftale"), "did you mean `koege`?"),
        (("koege", "delaftle"), "did you mean `delaftale`?"),
        (("koege", ""), "is none of a plan's documents"),
        (("koege", "delaftale", "beskæftigels"), "did you mean `beskæftigelse`?"),
        (("koege", "delaftale"), "write: aftale add koege delaftale beskæftigelse"),
        (("koege", "delaftale", "beskæftigelse"), "delaftale-beskaeftigelse.yaml is already there"),
        (("koege", "strategisk-samarbejdsaftale", "to"), "a plan has one strategisk-samarbejdsaftale"),
        (("koege", "strategisk-samarbejdsaftale"), "strategisk-samarbejdsaftale.yaml is already there"),
    ],
)
def test_what_cannot_be_added_is_answered_and_nothing_is_changed(
    words: tuple[str, ...], said: str, aftale: Aftale
) -> None:
    before = {path: path.read_bytes() for path in PLAN.iterdir()}
    result = aftale("add", *words)
    assert result.exit_code == 2, result.output
    assert said in result.output
    assert {path: path.read_bytes() for path in PLAN.iterdir()} == before


def test_a_file_that_cannot_be_read_is_not_overwritten(aftale: Aftale) -> None:
    DELAFTALE.write_text("indsatsområde: [", encoding="utf-8")
    assert aftale("add", "koege", "delaftale", "beskæftigelse").exit_code == 2
    assert DELAFTALE.read_text(encoding="utf-8") == "indsatsområde: ["


def test_a_plan_that_cannot_be_read_says_why(aftale: Aftale) -> None:
    (PLAN / "helhedsplan.yaml").write_text("midler: 2019-26\nnavn: [", encoding="utf-8")
    result = aftale("add", "koege", "delaftale", "beskæftigelse")
    assert result.exit_code == 1 and "helhedsplan.yaml:2" in result.output


def test_the_shell_completes_what_the_plan_lacks() -> None:
    def completed(*words: str) -> list[str]:
        shell = ShellComplete(commands, {}, "aftale", "_AFTALE_COMPLETE")
        return [item.value for item in shell.get_completions(list(words), "")]

    annexes = list(kinds.asked_for())
    assert completed("add", "koege") == annexes
    DELAFTALE.unlink()
    assert completed("add", "koege") == ["delaftale-beskaeftigelse", *annexes]
    STRATEGIC.unlink()
    assert completed("add", "koege") == ["strategisk-samarbejdsaftale", "delaftale-beskaeftigelse", *annexes]
    assert completed("add", "ukendt") == []
