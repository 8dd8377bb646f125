"""The linter and the type checker have nothing to say."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT


@pytest.mark.parametrize("command", ["ruff check -q", "mypy --no-error-summary"])
def test_the_code_is_clean(command: str) -> None:
    words = [sys.executable, "-m", *command.split()]
    checked = subprocess.run(words, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert checked.stdout + checked.stderr == ""
