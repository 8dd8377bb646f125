"""What goes to programs is UTF-8, whatever the console has for letters."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, change
from tests.support.clone import clone_in


@pytest.mark.parametrize("form", ["json", "markdown", "html"])
def test_what_diff_tells_programs_is_utf8_on_any_console(workspace: Path, form: str) -> None:
    clone_in(workspace).commit("Version 1")
    change(workspace / "agreements" / "viborg-2025-2029" / "helhedsplan.yaml", "navn: ", "navn: Næste ")
    env = {**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0", "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-m", "generator", "diff", "--format", form]
    told = subprocess.run(words, cwd=workspace, env=env, capture_output=True, check=True).stdout
    assert "Næste" in told.decode("utf-8")
