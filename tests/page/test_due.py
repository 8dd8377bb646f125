"""What is due in a plan, as the list of plans tells it: each line a way to where it is."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest

from generator.base.border import environment
from generator.cli import served
from generator.page.application import Application
from generator.workspace.folders import Workspace
from tests.conftest import ROOT, change
from tests.page.test_pages import asked, shown

PLAN = "digtehavn-2027-2031"


@pytest.fixture
def app(tmp_path: Path) -> Application:
    shutil.copytree(ROOT / "tests/plans/agreements" / PLAN, tmp_path / "agreements" / PLAN)
    return Application(Workspace(tmp_path), served.changes)


@pytest.fixture
def milestones(app: Application) -> Path:
    path = app.workspace.root / "agreements" / PLAN / "milepaelsplan.yaml"
    text = re.sub(r"^(milepæle|gentagne):\n(?:[ -].*\n)*", "", path.read_text("utf-8"), flags=re.M)
    own = "milepæle:\n  - {milepæl: Huset er åbnet, frist: 1. kvartal 2028}\n"
    own += "  - {milepæl: Haven er plantet, frist: 1.5.2028, status: nået}\n"
    path.write_text(text + own, "utf-8")
    return path


def lines(app: Application, day: date, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What the list tells on that day, each with where it leads; late ones begin with `!`."""
    monkeypatch.setattr(environment, "today", lambda: day)
    found = re.findall(r'<li( class="late")?><a href="([^"]+)">([^<]+)</a></li>', shown(app))
    return {("!" if late else "") + words: unquote(where) for late, where, words in found}


def test_a_deadline_is_told_when_it_is_near_and_is_late_the_day_after_its_last(
    app: Application, milestones: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert milestones
    told = "due 1.\u00a0kvartal 2028: Huset er åbnet"
    assert told not in lines(app, date(2027, 9, 30), monkeypatch)
    assert told in lines(app, date(2027, 10, 1), monkeypatch)
    found = lines(app, date(2028, 3, 31), monkeypatch)
    assert found[told] == f'/plan/{PLAN}/milepaelsplan#at:["milepaelsplan",["milepæle",0,"frist"]]'
    late = "!late since 1.\u00a0kvartal 2028: Huset er åbnet"
    found = lines(app, date(2028, 4, 1), monkeypatch)
    assert late in found
    assert not [one for one in found if "Haven" in one]


def test_a_plan_that_is_over_has_no_deadlines(
    app: Application, milestones: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert milestones
    assert not [one for one in lines(app, date(2099, 1, 1), monkeypatch) if "Huset" in one]


def test_of_many_deadlines_the_first_are_told_and_the_rest_counted(
    app: Application, milestones: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = "".join(f"  - {{milepæl: Nummer {number}, frist: {number}.4.2028}}\n" for number in range(1, 10))
    milestones.write_text(milestones.read_text("utf-8") + more, "utf-8")
    found = lines(app, date(2028, 4, 2), monkeypatch)
    assert len([one for one in found if "Nummer" in one]) == 3
    assert "6 deadlines more" in found


def test_every_line_leads_to_a_page_and_to_a_field_of_it(
    app: Application, milestones: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(milestones, "1. kvartal 2028", "engang")
    found = lines(app, date(2028, 4, 1), monkeypatch)
    assert "!1 thing must be mended" in found
    for where in found.values():
        page, _, at = where.partition("#at:")
        shown(app, *page.strip("/").split("/"))
        if at:
            file, path = json.loads(at)
            assert asked(app, "field", plan=PLAN, file=file, path=path)[0] in (200, 422)


def test_a_version_that_is_not_issued_is_told(
    app: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = app.workspace.root / "agreements" / PLAN
    own = folder / "strategisk-samarbejdsaftale.yaml"
    own.write_text(own.read_text("utf-8") + "versioner:\n  - {nummer: 1, dato: 1.3.2027}\n", "utf-8")
    found = lines(app, date(2027, 1, 1), monkeypatch)
    told = "version 1 of Strategisk samarbejdsaftale is not signed yet"
    assert found[told] == f"/plan/{PLAN}/strategisk-samarbejdsaftale"


def test_annexes_that_are_lacking_lead_to_the_package(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = lines(Application(Workspace(workspace), served.changes), date(2027, 1, 1), monkeypatch)
    lacking = {where for words, where in found.items() if "annexes are not there" in words}
    assert "/package/viborg-2025-2029" in lacking


def test_the_day_is_that_of_the_computer_or_the_one_that_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1835000000")
    assert environment.today() == date(2028, 2, 24)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert environment.today() >= date(2026, 1, 1)
