"""The command as its user meets it: what it prints, and its exit code."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from generator import __version__
from tests.conftest import ROOT, Aftale, change, findings

SHARED = "agreements/viborg-2017-2021/helhedsplan.yaml"
STRATEGIC = "agreements/viborg-2017-2021/strategisk-samarbejdsaftale.yaml"
DELAFTALE = "agreements/viborg-2025-2029/delaftale-sammenhaengskraft-og-medborgerskab.yaml"


def column(path: Path, line: int, text: str) -> int:
    """The column (from 1) of the text in that line."""
    return path.read_text(encoding="utf-8").splitlines()[line - 1].index(text) + 1


def test_four_slips_in_different_files_are_four_findings_in_one_run(workspace: Path, aftale: Aftale) -> None:
    amount = change(workspace / SHARED, "14.600", "14.6")
    key = change(workspace / DELAFTALE, "målgruppe:", "målgrupe:")
    twice = change(workspace / STRATEGIC, "underretning: |", "revision: x\nrevision: y\nunderretning: |") + 1
    area = change(workspace / DELAFTALE, "Kølvrå", "Kølvraa")
    result = aftale("build", "--verbose")
    found = [place for place, kind in findings(result.output) if kind.startswith(("error", "warning D4"))]
    assert found == [
        f"{SHARED}:{amount}:{column(workspace / SHARED, amount, '14.6')}",
        f"{STRATEGIC}:{twice}:1",
        f"{DELAFTALE}:{key}:{column(workspace / DELAFTALE, key, 'målgrupe')}",
        f"{DELAFTALE}:{area}:{column(workspace / DELAFTALE, area, 'Kølvraa')}",
    ]
    assert result.exit_code == 1
    assert "write 14.600" in result.output
    assert "did you mean `målgruppe`?" in result.output
    assert "did you mean `Kølvrå" in result.output


def everything_changes(workspace: Path) -> None:
    """Give every plan another name, so that every document of it is another one."""
    for shared in workspace.glob("agreements/*/helhedsplan.yaml"):
        change(shared, "navn: Den boligsociale", "navn: Den nye boligsociale")


def test_a_document_in_error_is_not_written_and_the_others_are(workspace: Path, aftale: Aftale) -> None:
    aftale("build")
    written = {path: path.read_bytes() for path in (workspace / "output").glob("*/*.docx")}
    change(workspace / DELAFTALE, "målgruppe:", "målgrupe:")
    everything_changes(workspace)
    result = aftale("build")
    untouched = [path for path in written if path.read_bytes() == written[path]]
    assert [path.name for path in untouched] == ["delaftale-sammenhaengskraft-og-medborgerskab.docx"]
    assert "not written: 1 error" in result.output
    assert "4 documents written to output/, 1 not written\n" in result.output


def test_an_error_in_what_is_shared_stops_the_plan_and_no_other(workspace: Path, aftale: Aftale) -> None:
    change(workspace / SHARED, "14.600", "14.6")
    result = aftale("build")
    assert "errors in helhedsplan.yaml" in result.output
    assert not (workspace / "output/viborg-2017-2021").exists()
    assert len(list((workspace / "output/viborg-2025-2029").iterdir())) == 4


@pytest.mark.usefixtures("workspace")
def test_the_real_plans_build(aftale: Aftale) -> None:
    result = aftale("build")
    assert result.exit_code == 0, result.output
    assert re.search(
        r"^viborg-2017-2021\n  ✓ strategisk-samarbejdsaftale +\d+ pages  endelig  2 known gaps$",
        result.output,
        re.MULTILINE,
    )
    assert "5 documents written to output/" in result.output


@pytest.mark.usefixtures("workspace")
def test_the_columns_of_the_documents_stand_under_each_other(aftale: Aftale) -> None:
    lines = [line for line in aftale("build").output.splitlines() if line.startswith("  ✓")]
    assert len({re.search("endelig|udkast", line).start() for line in lines}) == 1  # type: ignore[union-attr]


def test_only_one_document_is_written_and_only_its_findings_told(workspace: Path, aftale: Aftale) -> None:
    result = aftale("build", "viborg-2025-2029", "--only", "delaftale-beskaeftigelse", "--verbose")
    assert [path.name for path in (workspace / "output").glob("*/*")] == ["delaftale-beskaeftigelse.docx"]
    files = {place.split(":")[0].rsplit("/", 1)[-1] for place, _ in findings(result.output)}
    assert files == {"helhedsplan.yaml", "delaftale-beskaeftigelse.yaml"}


@pytest.mark.parametrize(
    "name",
    [
        "viborg-2025-2029/delaftale-beskaeftigelse.docx",
        "agreements/viborg-2025-2029/delaftale-beskaeftigelse.yaml",
        "delaftale-beskaeftigelse.docx",
        "./delaftale-beskaeftigelse",
    ],
)
def test_only_takes_a_document_as_it_is_printed_and_as_its_file_is_named(
    workspace: Path, aftale: Aftale, name: str
) -> None:
    assert "1 document written" in aftale("build", "--only", name).output
    assert [path.name for path in workspace.glob("output/*/*")] == ["delaftale-beskaeftigelse.docx"]


def test_only_a_plans_own_document_is_written_when_the_plan_is_named_with_it(
    workspace: Path, aftale: Aftale
) -> None:
    aftale("build", "--only", "viborg-2017-2021/strategisk-samarbejdsaftale.docx")
    assert [path.parent.name for path in workspace.glob("output/*/*")] == ["viborg-2017-2021"]


def test_a_plan_without_the_only_document_is_not_in_the_way(workspace: Path, aftale: Aftale) -> None:
    change(workspace / SHARED, "14.600", "14.6")
    assert aftale("build", "--only", "delaftale-beskaeftigelse").exit_code == 0


def test_out_is_where_documents_are_written(workspace: Path, aftale: Aftale) -> None:
    result = aftale("build", "viborg-2017-2021", "--out", "elsewhere")
    assert (workspace / "elsewhere/viborg-2017-2021/strategisk-samarbejdsaftale.docx").is_file()
    assert "written to elsewhere/" in result.output


@pytest.mark.usefixtures("workspace")
def test_a_plan_may_be_given_as_a_path(aftale: Aftale) -> None:
    assert aftale("check", "agreements/viborg-2017-2021/").exit_code == 0


def test_the_command_works_from_a_folder_below(
    workspace: Path, aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace / "agreements/viborg-2017-2021")
    assert aftale("build", ".").exit_code == 0
    assert (workspace / "output/viborg-2017-2021/strategisk-samarbejdsaftale.docx").is_file()


def test_check_says_the_same_as_build_and_writes_nothing(workspace: Path, aftale: Aftale) -> None:
    change(workspace / SHARED, "14.600", "14.6")
    checked = aftale("check", "--verbose")
    assert not (workspace / "output").exists()
    assert checked.exit_code == 1
    assert findings(checked.output) == findings(aftale("build", "--verbose").output)


def test_errors_come_before_warnings(workspace: Path, aftale: Aftale) -> None:
    change(workspace / DELAFTALE, '21,5 %', '215 %')
    kinds = [kind.split()[0] for _, kind in findings(aftale("build", "--verbose").output)]
    assert list(dict.fromkeys(kinds)) == ["error", "warning", "info"]
    assert kinds == sorted(kinds, key=["error", "warning", "info"].index)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("build", "viborg-2017-2012"), "did you mean `viborg-2017-2021`?"),
        (("build", "--only", "strategisk-aftale"), "did you mean `strategisk-samarbejdsaftale`?"),
        (("build", "--only", "strategisk-aftale.docx"), "did you mean `strategisk-samarbejdsaftale`?"),
        (("build", "--only", "viborg-2025-2029/delaftale-beskæftigelse.docx"),
         "did you mean `viborg-2025-2029/delaftale-beskaeftigelse`?"),
        (("build", "viborg-2017-2021", "--only", "delaftale-beskaeftigelse"), "there is no document"),
        (("build", "--jobs", "-1"), "-1 is not in the range"),
        (("check", "Viborg-2017-2021x"), "did you mean `viborg-2017-2021`?"),
        (("biuld",), "No such command"),
        (("new", "koege", "--midler", "2019-25"), "did you mean `2019-26`?"),
        (("new", "koege", "--midler", "2019-26", "--part", "Køge Kommune:komune"), "did you mean `kommune`?"),
    ],
)
@pytest.mark.usefixtures("workspace")
def test_wrong_use_exits_2_and_names_the_nearest(aftale: Aftale, words: tuple[str, ...], said: str) -> None:
    result = aftale(*words)
    assert result.exit_code == 2
    assert said in result.output


def test_a_folder_without_agreements_is_wrong_use(
    tmp_path: Path, aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = aftale("build")
    assert result.exit_code == 2
    assert "no folder agreements/" in result.output


def test_a_file_that_word_has_locked_is_told_and_the_others_are_written(
    workspace: Path, aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    aftale("build")
    real = os.replace

    def replace(source: str, target: str, **named: int | None) -> None:
        if "delaftale-beskaeftigelse" in str(target):
            raise PermissionError(13, "Permission denied")
        real(source, target, **named)

    monkeypatch.setattr(os, "replace", replace)
    locked = workspace / "output/viborg-2025-2029/delaftale-beskaeftigelse.docx"
    before = locked.read_bytes()
    everything_changes(workspace)
    result = aftale("build")
    assert result.exit_code == 1
    assert ("close it in Word" if sys.platform == "win32" else "you may not write there") in result.output
    assert "4 documents written" in result.output
    assert locked.read_bytes() == before
    assert sorted(path.suffix for path in locked.parent.iterdir()) == [".docx"] * 4


def test_a_full_disk_is_told_without_a_traceback(
    workspace: Path, aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fsync(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fsync)
    result = aftale("build", "viborg-2017-2021")
    assert result.exit_code == 1
    assert "the disk is full" in result.output
    assert "Traceback" not in result.output
    assert list((workspace / "output/viborg-2017-2021").iterdir()) == []


@pytest.mark.usefixtures("workspace")
def test_a_crash_of_ours_is_told_without_a_traceback_unless_it_is_asked_for(
    aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("generator.run.build.build", crash)
    result = aftale("build")
    assert result.exit_code == 1
    assert "aftale has crashed: ZeroDivisionError: a bug" in result.output
    assert "Traceback" not in result.output
    assert isinstance(aftale("--debug", "build").exception, ZeroDivisionError)
    assert isinstance(aftale("build", env={"AFTALE_DEBUG": "1"}).exception, ZeroDivisionError)


@pytest.mark.parametrize("command", ["build", "check", "explain", "new", "schema"])
def test_every_command_has_help_with_an_example(aftale: Aftale, command: str) -> None:
    result = aftale(command, "--help")
    assert result.exit_code == 0
    assert re.search(rf"Examples?:\n +aftale {command}", result.output)


@pytest.mark.parametrize("undo", [[], ["--undo"]])
def test_a_setting_that_git_refuses_is_told_without_a_crash(
    workspace: Path, aftale: Aftale, undo: list[str]
) -> None:
    subprocess.run(["git", "init", "-q"], cwd=workspace, check=True)
    assert aftale("git-setup").exit_code == 0
    (workspace / ".git/config.lock").touch()
    result = aftale("git-setup", *undo)
    assert result.exit_code == 1
    assert re.search("Error: git cannot .* diff.aftale-docx.textconv: .*lock", result.output)
    assert "crashed" not in result.output


def test_the_version_is_told(aftale: Aftale) -> None:
    assert __version__ in aftale("--version").output


def process(folder: Path, *words: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    """Python in a process of its own, with our package."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **env}
    command = [sys.executable, *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)


def python(folder: Path, code: str) -> subprocess.CompletedProcess[bytes]:
    """A few lines of Python in a process of their own."""
    return process(folder, "-c", code)


def test_help_imports_nothing_slow() -> None:
    slow = "docx babel jinja2 markdown_it lxml yaml"
    code = (
        "import sys; from generator.cli import commands\n"
        "commands(['build', '--help'], standalone_mode=False)\n"
        f"print('slow:', [name for name in '{slow}'.split() if name in sys.modules])"
    )
    assert python(ROOT, code).stdout.decode().splitlines()[-1] == "slow: []"


def run(folder: Path, *words: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own."""
    return process(folder, "-m", "generator", *words, **env)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "ascii"])
def test_any_console_can_show_what_is_said(workspace: Path, encoding: str) -> None:
    result = run(workspace, "build", "viborg-2017-2021", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert result.returncode == 0, result.stderr
    sign = "✓" if encoding == "utf-8" else "+"
    written = "utf-8" if encoding == "ascii" else encoding  # click trusts no stream that claims ASCII
    assert f"  {sign} strategisk-samarbejdsaftale " in result.stdout.decode(written)


def test_no_colour_where_nobody_sees_it(workspace: Path) -> None:
    change(workspace / SHARED, "14.600", "14.6")
    assert b"\x1b[" not in run(workspace, "build").stdout


def test_colour_is_left_out_when_the_user_says_so(workspace: Path, aftale: Aftale) -> None:
    change(workspace / SHARED, "14.600", "14.6")
    assert "\x1b[" in aftale("build", color=True).output
    assert "\x1b[" not in aftale("build", color=True, env={"NO_COLOR": "1"}).output


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send to one process")
def test_ctrl_c_ends_quietly_with_130(workspace: Path) -> None:
    code = (
        "import os, signal, sys, time, generator.run.build as b\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # it may be ignored here
        "b.build = lambda *a, **k: (os.kill(os.getpid(), signal.SIGINT), time.sleep(9))\n"
        "sys.argv = ['aftale', 'build']\n"
        "from generator.cli import main; main()"
    )
    result = python(workspace, code)
    assert result.returncode == 130
    assert b"Traceback" not in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send to one process")
def test_ctrl_c_at_a_question_ends_so_too_and_makes_nothing(workspace: Path) -> None:
    code = (
        "import signal, sys; from generator.cli import asking, main\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "asking.at_terminal = lambda: True\n"
        "asking.click.termui.visible_prompt_func = lambda *_: signal.raise_signal(signal.SIGINT)\n"
        "sys.argv = ['aftale', 'new', 'koege', '--midler', '2019-26']; main()"
    )
    result = python(workspace, code)
    assert (result.returncode, result.stderr) == (130, b"")
    assert not (workspace / "agreements/koege").exists()


@pytest.mark.parametrize(
    ("words", "incomplete", "offered"),
    [
        (["build"], "viborg-2", ["viborg-2017-2021", "viborg-2025-2029"]),
        (["build", "--only"], "strat", ["strategisk-samarbejdsaftale"]),
        (["new", "koege", "--midler"], "20", ["2015-18", "2019-26"]),
    ],
)
@pytest.mark.usefixtures("workspace")
def test_the_shell_completes_names(words: list[str], incomplete: str, offered: list[str]) -> None:
    from generator.cli import commands

    completion = ShellComplete(commands, {}, "aftale", "_AFTALE_COMPLETE")
    assert [item.value for item in completion.get_completions(words, incomplete)] == offered
