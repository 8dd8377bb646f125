"""What happens to the files in output/: left alone, replaced whole, or kept beside the new one."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from generator.base.border import writing
from generator.workspace import stamp
from generator.workspace.standing import left_over
from tests.conftest import ROOT, Aftale, change
from tests.support.document_library import in_a_library
from tests.support.old_seal import sealed_as_before
from tests.workspace.test_stamp import rezipped

PLAN = "viborg-2025-2029"
DELAFTALE = f"{PLAN}/delaftale-sammenhaengskraft-og-medborgerskab"
SHARED = "agreements/viborg-2017-2021/helhedsplan.yaml"


def edit(path: Path) -> bytes:
    """Change a word, as somebody would in Word."""
    data = rezipped(path.read_bytes(), "word/document.xml", b"Baseline", b"Udgangspunkt")
    path.write_bytes(data)
    return data


def moments(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in sorted(folder.glob("output/*/*"))}


def test_a_build_writes_what_differs_and_leaves_the_others_alone(workspace: Path, aftale: Aftale) -> None:
    aftale("build")
    first = moments(workspace)
    assert "0 documents written to output/, 5 up to date" in aftale("build").output
    assert moments(workspace) == first
    change(workspace / "agreements" / f"{DELAFTALE}.yaml", "timer_pr_uge: 17", "timer_pr_uge: 19")
    assert "1 document written to output/, 4 up to date" in aftale("build").output
    now = moments(workspace)
    assert {name for name in now if now[name] != first[name]} == {f"{DELAFTALE.split('/')[1]}.docx"}


def test_status_names_the_files_because_of_which_a_document_is_out_of_date(
    workspace: Path, aftale: Aftale
) -> None:
    assert aftale("status").output.count("missing") == 6
    aftale("build")
    assert "5 up to date" in aftale("status").output
    change(workspace / SHARED, "12.502", "13.100")
    change(workspace / SHARED, "27.102", "27.700")
    output = aftale("status").output
    assert f"out of date\n    changed: {SHARED}\n" in output
    assert "4 up to date, 1 out of date" in output


def test_status_tells_of_another_program_and_of_documents_that_nothing_makes(
    workspace: Path, aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    aftale("build", "viborg-2017-2021")
    monkeypatch.setattr("generator.run.finish.__version__", "9.9")
    assert "1 up to date" in aftale("status", "viborg-2017-2021").output
    change(workspace / SHARED, "navn: Den", "navn: Hele den")
    assert "→ aftale 9.9" in aftale("status", "viborg-2017-2021").output
    (workspace / "agreements/viborg-2017-2021/strategisk-samarbejdsaftale.yaml").unlink()
    assert "no source makes it any more" in aftale("status", "viborg-2017-2021").output


def test_build_check_writes_nothing_and_fails_when_something_is_out_of_date(
    workspace: Path, aftale: Aftale
) -> None:
    assert aftale("build", "--check").exit_code == 1
    assert not (workspace / "output").exists()
    aftale("build")
    assert aftale("build", "--check").exit_code == 0
    change(workspace / SHARED, "navn: Den", "navn: Hele den")
    before = moments(workspace)
    assert aftale("build", "--check").exit_code == 1
    assert moments(workspace) == before


def test_what_is_not_on_the_page_makes_no_document_out_of_date(workspace: Path, aftale: Aftale) -> None:
    aftale("build")
    before = moments(workspace)
    change(workspace / SHARED, "midler: 2015-18", "midler: 2015-18  # a remark")
    assert "5 up to date" in aftale("status").output
    assert aftale("build", "--check").exit_code == 0
    assert "0 documents written to output/, 5 up to date" in aftale("build").output
    assert moments(workspace) == before


def test_a_document_that_somebody_changed_is_never_overwritten(workspace: Path, aftale: Aftale) -> None:
    aftale("build", "--verbose")
    path = workspace / "output" / f"{DELAFTALE}.docx"
    edited = edit(path)
    assert "changed by hand" in aftale("status").output
    result = aftale("build", "--verbose")
    assert result.exit_code == 1
    assert "error F6: the document was changed by hand" in result.output
    assert path.read_bytes() == edited


def test_a_document_with_the_seal_of_before_is_out_of_date_and_is_made_again(
    workspace: Path, aftale: Aftale
) -> None:
    aftale("build")
    path = workspace / "output" / f"{DELAFTALE}.docx"
    now = path.read_bytes()
    path.write_bytes(sealed_as_before(now))
    assert "4 up to date, 1 out of date" in aftale("status").output
    assert aftale("build").exit_code == 0
    assert path.read_bytes() == now


def test_force_keeps_what_somebody_changed_beside_the_new_document(workspace: Path, aftale: Aftale) -> None:
    aftale("build")
    path = workspace / "output" / f"{DELAFTALE}.docx"
    first = edit(path)
    forced = aftale("build", "--force")
    assert forced.exit_code == 0 and "(redigeret).docx" in forced.output
    second = edit(path)
    assert aftale("build", "--force").exit_code == 0
    assert path.with_stem(f"{path.stem} (redigeret)").read_bytes() == first
    assert path.with_stem(f"{path.stem} (redigeret 2)").read_bytes() == second
    assert stamp.read(path.read_bytes()).intact


def test_force_keeps_it_where_a_file_system_has_no_links_too(
    workspace: Path, aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError("not supported")

    aftale("build")
    path = workspace / "output" / f"{DELAFTALE}.docx"
    edited = edit(path)
    monkeypatch.setattr(os, "link", no_links)
    assert aftale("build", "--force").exit_code == 0
    assert path.with_stem(f"{path.stem} (redigeret)").read_bytes() == edited


@pytest.mark.parametrize(("seconds", "stays"), [(30, True), (90, False)])
def test_what_an_interrupted_run_left_goes_after_a_minute(
    workspace: Path, aftale: Aftale, seconds: int, stays: bool
) -> None:
    path = workspace / "output" / f"{DELAFTALE}.docx"
    path.parent.mkdir(parents=True)
    unfinished = path.with_name(f".{path.name}.x.tmp")
    unfinished.touch()
    then = time.time() - seconds
    os.utime(unfinished, (then, then))
    aftale("build", PLAN)
    assert unfinished.exists() is stays


def test_only_documents_that_were_made_here_and_nothing_makes_any_more_are_left_over(
    workspace: Path, aftale: Aftale
) -> None:
    aftale("build", PLAN)
    made = workspace / "output" / f"{DELAFTALE}.docx"
    names = frozenset(path.stem for path in made.parent.glob("*.docx"))
    for other in ("gammel.docx", f"{made.stem}.redline.docx", "~$gammel.docx"):
        made.with_name(other).write_bytes(made.read_bytes())
    made.with_name("brev.docx").write_bytes(b"a letter of somebody's")
    assert left_over(made.parent, names) == [made.with_name("gammel.docx")]
    assert left_over(made.parent / "nowhere", names) == []


@pytest.mark.parametrize("foreign", [b"", b"a letter of somebody's", b"PK\x05\x06" + b"\0" * 18])
def test_a_file_that_is_not_ours_is_not_overwritten_either(
    workspace: Path, aftale: Aftale, foreign: bytes
) -> None:
    path = workspace / "output/viborg-2017-2021/strategisk-samarbejdsaftale.docx"
    path.parent.mkdir(parents=True)
    path.write_bytes(foreign)
    assert aftale("build", "viborg-2017-2021").exit_code == 1
    assert path.read_bytes() == foreign


def test_source_date_epoch_dates_the_document(workspace: Path, aftale: Aftale) -> None:
    import docx

    assert aftale("build", "viborg-2017-2021", env={"SOURCE_DATE_EPOCH": "1700000000"}).exit_code == 0
    path = workspace / "output/viborg-2017-2021/strategisk-samarbejdsaftale.docx"
    created = docx.Document(str(path)).core_properties.created
    assert created and created.year == 2023
    assert aftale("build", env={"SOURCE_DATE_EPOCH": "yesterday"}).exit_code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_build_that_is_killed_leaves_whole_files_only(workspace: Path) -> None:
    killed(workspace, times=int(os.environ.get("AFTALE_KILLS", "6")))


def killed(folder: Path, times: int) -> None:
    """Kill builds that write every document at random moments, and open what they leave."""
    shared = sorted(folder.glob("agreements/*/helhedsplan.yaml"))
    names = [path.read_text(encoding="utf-8") for path in shared]
    chance = random.Random(4)
    for number in range(times):
        for path, text in zip(shared, names, strict=True):
            path.write_text(text.replace("navn: Den ", f"navn: Den {number}. ", 1), encoding="utf-8")
        command = [sys.executable, "-m", "generator", "build"]
        build = subprocess.Popen(command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)},
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
        time.sleep(chance.uniform(0.2, 1.4))
        build.send_signal(signal.SIGKILL)
        build.wait()
        for path in folder.glob("output/*/*.docx"):
            assert stamp.read(path.read_bytes()).intact, path


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize("other", ["--format=json", "--force", "--verbose"])
def test_build_check_refuses_what_it_would_leave_out(aftale: Aftale, other: str) -> None:
    result = aftale("build", "--check", other)
    assert result.exit_code == 2 and "--check tells how documents stand" in result.output


def test_a_document_that_a_library_has_had_is_left_alone_while_its_sources_are_the_same(
    workspace: Path, aftale: Aftale
) -> None:
    aftale("build")
    path = workspace / "output" / f"{DELAFTALE}.docx"
    stored = in_a_library(path.read_bytes())
    path.write_bytes(stored)
    assert "5 up to date" in aftale("status").output
    assert "0 documents written" in aftale("build").output
    assert path.read_bytes() == stored
    change(workspace / "agreements" / f"{DELAFTALE}.yaml", "timer_pr_uge: 17", "timer_pr_uge: 19")
    assert "1 document written" in aftale("build").output
    assert stamp.read(path.read_bytes()).properties["ContentTypeId"] == "0x010100"


def test_a_save_between_the_look_and_the_write_is_not_lost(
    workspace: Path, aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    aftale("build", "--verbose")
    path = workspace / "output" / f"{DELAFTALE}.docx"
    change(workspace / "agreements" / f"{DELAFTALE}.yaml", "timer_pr_uge: 17", "timer_pr_uge: 19")
    saved: list[bytes] = []
    real = writing._written_beside

    def somebody_saves(place: Path, data: bytes, *how: Any) -> str:
        if place.name == path.name and not saved:
            saved.append(edit(path))
        return real(place, data, *how)

    monkeypatch.setattr(writing, "_written_beside", somebody_saves)
    result = aftale("build", "--verbose")
    assert "error F6: the document was changed by hand" in result.output
    assert [path.read_bytes()] == saved


def test_a_document_that_appears_between_the_look_and_the_write_is_not_lost(
    workspace: Path, aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workspace / "output" / f"{DELAFTALE}.docx"
    real = writing._written_beside

    def somebody_saves(place: Path, data: bytes, *how: Any) -> str:
        if place.name == path.name:
            path.write_bytes(b"a letter")
        return real(place, data, *how)

    monkeypatch.setattr(writing, "_written_beside", somebody_saves)
    assert "error F6" in aftale("build", "--verbose").output
    assert path.read_bytes() == b"a letter"


@pytest.mark.parametrize("link", ["output", f"output/{PLAN}", f"output/{DELAFTALE}.docx"])
def test_no_link_is_followed_when_a_document_is_written(
    workspace: Path, aftale: Aftale, tmp_path_factory: pytest.TempPathFactory, link: str
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (workspace / link).parent.mkdir(parents=True, exist_ok=True)
    (workspace / link).symlink_to(elsewhere)
    result = aftale("build", "--verbose", PLAN)
    assert result.exit_code == 1 and "error F4: the document is not written: it is a link" in result.output
    assert not list(elsewhere.iterdir())


def test_a_damaged_document_is_left_alone_and_the_others_are_made(workspace: Path, aftale: Aftale) -> None:
    aftale("build", "--verbose")
    path = workspace / "output" / f"{DELAFTALE}.docx"
    data = path.read_bytes()
    spoilt = data[:2000] + bytes(512) + data[2512:]
    path.write_bytes(spoilt)
    other = workspace / "output/viborg-2017-2021/strategisk-samarbejdsaftale.docx"
    other.unlink()
    assert "error F6" in aftale("build", "--verbose").output
    assert other.exists() and path.read_bytes() == spoilt
    assert "changed by hand" in aftale("status").output
    assert "is no .docx, or is not whole" in aftale("inspect", str(path)).output
    assert "error F7" in aftale("inspect", "--text", str(path)).output


def test_status_fails_where_a_document_is_in_error_and_not_where_one_is_out_of_date(
    workspace: Path, aftale: Aftale
) -> None:
    assert aftale("build").exit_code == 0
    change(workspace / SHARED, "navn: Den boligsociale", "navn: Den nye boligsociale")
    assert aftale("status").exit_code == 0
    change(workspace / SHARED, "status:", "statsu:")
    told = aftale("status")
    assert told.exit_code == 1 and "in error" in told.output
