"""`aftale open` as a process: its first line, how it ends, and what it says where it cannot begin."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from generator.base.border.web_server import Request
from generator.cli import served
from generator.page.application import Application
from generator.workspace.folders import Workspace
from tests.conftest import ROOT, Aftale


def test_the_first_line_is_the_address_and_ctrl_c_ends_it_quietly(workspace: Path) -> None:
    script = (
        "import signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # it may be ignored here
        "sys.argv = ['aftale', 'open', 'viborg-2025-2029', '--no-browser']\n"
        "from generator.__main__ import main\n"
        "main()\n"
    )
    command = [sys.executable, "-c", script]
    process = subprocess.Popen(command, cwd=workspace, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               encoding="utf-8", env={**os.environ, "PYTHONPATH": str(ROOT)})  # fmt: skip
    assert process.stdout
    assert process.stderr
    with process, process.stdout, process.stderr:
        line = process.stdout.readline()
        found = re.fullmatch(r"http://(127\.0\.0\.1:(\d+))(/start/\S{43})\n", line)
        assert found
        connection = http.client.HTTPConnection(found[1], timeout=10)
        connection.request("GET", found[3])
        answer = connection.getresponse()
        assert b'url=/plan/viborg-2025-2029"' in answer.read()
        cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]
        connection.request("GET", "/plan/viborg-2025-2029", headers={"Cookie": cookie})
        assert b"Den boligsociale helhedsplan i Viborg" in connection.getresponse().read()
        connection.close()
        process.send_signal(signal.SIGINT)
        try:
            assert process.wait(10) == 0
        finally:
            process.kill()
        assert process.stderr.read() == ""


@pytest.mark.usefixtures("workspace")
def test_a_port_that_is_taken_is_told(aftale: Aftale) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = aftale("open", "--no-browser", "--port", str(port))
    assert result.exit_code == 2
    assert f"the port {port} cannot be used: choose another" in result.output


@pytest.mark.usefixtures("workspace")
def test_a_port_that_cannot_be_is_told(aftale: Aftale) -> None:
    result = aftale("open", "--no-browser", "--port", "70000")
    assert result.exit_code == 2
    assert "the port 70000 cannot be used" in result.output


@pytest.mark.usefixtures("workspace")
def test_a_plan_that_is_not_there_is_told_before_anything_is_opened(aftale: Aftale) -> None:
    result = aftale("open", "viborg-2025")
    assert result.exit_code == 2
    assert "there is no plan `viborg-2025`" in result.output


def test_in_a_folder_without_plans_a_first_one_can_be_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = Application(Workspace.find_or_here(tmp_path), served.changes)
    assert "There are no plans here yet." in app.respond(Request(())).data.decode()
    answers: dict[str, object] = {"midler": "2019-26", "navn": "Den første"}
    assert app.respond(Request(("begin",), answers, changes=True)).status == 200
    assert (tmp_path / "agreements/den-foerste/helhedsplan.yaml").is_file()
