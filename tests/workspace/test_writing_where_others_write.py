"""What is written beside the documents: never through a link that leads away, nor over a save, nor half."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.base.border import writing
from tests.conftest import ROOT, Aftale, change

SHARED = "agreements/viborg-2017-2021/helhedsplan.yaml"
NEW = ("new", "koege", "--midler", "2019-26")
on_posix = pytest.mark.skipif(os.name != "posix", reason="Windows has neither")


@pytest.fixture
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder outside of the workspace."""
    return tmp_path_factory.mktemp("elsewhere")


def untidy(path: Path) -> bytes:
    """The file with its first key written in another way than the formatter's."""
    change(path, "navn: ", "navn:    ")
    return path.read_bytes()


def test_schemas_are_not_written_through_a_link(workspace: Path, aftale: Aftale, elsewhere: Path) -> None:
    precious = elsewhere / "precious"
    precious.write_bytes(b"as it was")
    link = workspace / ".aftale/2019-26/helhedsplan.schema.json"
    link.parent.mkdir(parents=True)
    link.symlink_to(precious)
    result = aftale("schema")
    assert result.exit_code == 1 and "it is a link, and may lead anywhere" in result.output
    assert precious.read_bytes() == b"as it was"
    shutil.rmtree(workspace / ".aftale")
    (workspace / ".aftale").symlink_to(elsewhere)
    assert aftale("schema").exit_code == 1
    assert aftale("schema", "--out", str(workspace / ".aftale")).exit_code == 0


def test_format_writes_through_a_link_that_stays_in_the_workspace(workspace: Path, aftale: Aftale) -> None:
    shared = workspace / "fælles.yaml"
    (workspace / SHARED).rename(shared)
    before = untidy(shared)
    (workspace / SHARED).symlink_to(shared)
    assert aftale("format").exit_code == 0
    assert (workspace / SHARED).is_symlink()
    assert shared.read_bytes() != before
    assert aftale("format", "--check").exit_code == 0


def test_format_leaves_what_a_link_leads_out_to(workspace: Path, aftale: Aftale, elsewhere: Path) -> None:
    (workspace / SHARED).rename(elsewhere / "fælles.yaml")
    before = untidy(elsewhere / "fælles.yaml")
    (workspace / SHARED).symlink_to(elsewhere / "fælles.yaml")
    result = aftale("format")
    assert result.exit_code == 1
    assert "error F8: the file is left as it is: it is a link that leads out" in result.output
    assert (elsewhere / "fælles.yaml").read_bytes() == before
    assert (workspace / SHARED).is_symlink()


def test_a_save_while_a_file_is_put_in_order_is_not_lost(
    workspace: Path, aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert aftale("format").exit_code == 0  # so that this file alone is written
    untidy(workspace / SHARED)
    real = writing._written_beside

    def somebody_saves(path: Path, data: bytes, *how: Any) -> str:
        change(workspace / SHARED, "status: endelig", "status: udkast")
        return real(path, data, *how)

    monkeypatch.setattr(writing, "_written_beside", somebody_saves)
    result = aftale("format", "viborg-2017-2021")
    assert "error F8" in result.output and "saved by somebody else" in result.output
    assert "status: udkast" in (workspace / SHARED).read_text(encoding="utf-8")
    assert not list((workspace / SHARED).parent.glob(".*"))


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize("stop", [KeyboardInterrupt, OSError("the disk is full")])
def test_new_that_is_stopped_leaves_nothing_that_the_next_one_trips_over(
    aftale: Aftale, monkeypatch: pytest.MonkeyPatch, stop: BaseException
) -> None:
    def stopped(*_: object) -> None:
        raise stop

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", stopped)
        aftale(*NEW)
    assert not list(Path("agreements").glob("*koege*"))
    assert aftale(*NEW).exit_code == 0


@pytest.mark.usefixtures("workspace")
def test_new_does_not_mind_what_one_that_was_killed_has_left(aftale: Aftale) -> None:
    left = [Path("agreements/.koege.abc.tmp"), Path("agreements/.koege.new")]
    for folder in left:
        folder.mkdir()
    os.utime(left[0], (1, 1))
    assert aftale(*NEW).exit_code == 0
    assert not left[0].exists()
    assert aftale("check").exit_code in (0, 1)


@on_posix
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_a_command_ends_without_a_stream(workspace: Path, closed: str) -> None:
    command = f"'{sys.executable}' -m generator check viborg-2017-2021 {closed}"
    ran = subprocess.run(command, shell=True, cwd=workspace, check=False, capture_output=True,
                         env={**os.environ, "PYTHONPATH": str(ROOT)})  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert b"Traceback" not in ran.stderr and b"crashed" not in ran.stderr


@on_posix
def test_ctrl_c_while_the_command_is_still_being_loaded_ends_it_without_a_word(workspace: Path) -> None:
    code = (
        "import os, signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "class Stop:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'click': os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Stop())\n"
        "from generator.__main__ import main; main()"
    )
    command = [sys.executable, "-c", code, "check"]
    ran = subprocess.run(command, cwd=workspace, check=False, capture_output=True,
                         env={**os.environ, "PYTHONPATH": str(ROOT)})  # fmt: skip
    assert (ran.returncode, ran.stderr) == (-2, b"")


@on_posix
def test_names_that_are_no_text_are_findings_and_the_others_are_built(
    workspace: Path, aftale: Aftale
) -> None:
    plan = workspace / "agreements/viborg-2017-2021"
    plan.rename(plan.with_name("viborg-\udcf8"))
    odd = workspace / "agreements/viborg-2025-2029/delaftale-\x07\u200b.yaml"
    odd.write_text("indsatsområde: beskæftigelse\n", encoding="utf-8")
    result = aftale("build", "--verbose")
    assert "agreements/viborg-\\xf8: error F5: the name `viborg-\\xf8` has signs" in result.output
    assert "delaftale-\\x07\\u200b.yaml: error F5" in result.output
    assert len(list((workspace / "output").rglob("*.docx"))) == 4
