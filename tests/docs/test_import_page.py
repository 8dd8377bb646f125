"""docs/fra-word.md is done as it stands; `--accept` writes the answers anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT, Aftale
from tests.support.followed_pages import Followed


@pytest.mark.usefixtures("dansk")
def test_the_page_is_done_as_it_stands(
    workspace: Path, aftale: Aftale, request: pytest.FixtureRequest
) -> None:
    accept = request.config.getoption("--accept")
    page = Followed(ROOT / "docs" / "fra-word.md", aftale, workspace, accept).all()
    assert page.shown == 2 or accept
