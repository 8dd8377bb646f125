"""A repository with an agreements/ folder, which is also where commands are given."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.clone import Clone, clone_in


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clone:
    """A repository with nothing in it but an empty agreements/."""
    (tmp_path / "agreements").mkdir()
    monkeypatch.chdir(tmp_path)
    return clone_in(tmp_path)
