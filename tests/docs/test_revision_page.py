"""docs/revision.md is done as it stands: every command is given, every answer is the program's own.

`--accept` writes the answers anew, but those that leave something out with `…`.
"""

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
    page = Followed(ROOT / "docs" / "revision.md", aftale, workspace, accept).all()
    assert page.shown >= 5 or accept
    redline = workspace / "output/viborg-2017-2021/strategisk-samarbejdsaftale.redline.docx"
    assert redline.is_file()
    assert (workspace / "agreements/viborg-fra-word/strategisk-samarbejdsaftale.yaml").is_file()
