"""`aftale build --html`: a web page beside what is meant for the web, never over one that was changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Aftale, change

PAGE = Path("output/koege/resume.html")


@pytest.fixture(autouse=True)
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, aftale: Aftale) -> None:
    """A new plan with a resumé."""
    monkeypatch.chdir(tmp_path)
    words = ("--midler", "2019-26", "--indsatsområde", "beskæftigelse", "--document", "resume")
    assert aftale("new", "koege", *words).exit_code == 0


def test_only_what_is_meant_for_the_web_has_a_page(aftale: Aftale) -> None:
    result = aftale("build", "--html")
    assert result.exit_code == 0 and "as .docx and .html" in result.output
    assert [path.name for path in Path("output/koege").glob("*.html")] == [PAGE.name]
    assert "as generated" in aftale("inspect", str(PAGE)).output


def test_a_page_that_somebody_has_changed_is_left_alone_or_kept(aftale: Aftale) -> None:
    aftale("build", "--html")
    change(PAGE, "</main>", "<p>Vores eget</p></main>")
    change(Path("agreements/koege/resume.yaml"), "afsæt:", "afsæt: Mange står uden arbejde.")
    refused = aftale("build", "--html")
    assert refused.exit_code == 1 and "F6" in refused.output and "Vores eget" in PAGE.read_text("utf-8")
    assert aftale("build", "--html", "--force").exit_code == 0
    assert "Mange står uden arbejde." in PAGE.read_text("utf-8")
    assert "Vores eget" in PAGE.with_stem("resume (redigeret)").read_text("utf-8")
