"""`aftale calendar` writes the milestones of a plan for a calendar."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from icalendar.cal import Component

from tests.conftest import ROOT, Aftale, change

PLAN = "fabelby-2018-2023"
SOURCE = Path("agreements", PLAN, "milepaelsplan.yaml")
MADE = Path("output", PLAN, "milepaelsplan.ics")


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "tests/plans/agreements" / PLAN, tmp_path / "agreements" / PLAN)
    monkeypatch.chdir(tmp_path)


def events() -> dict[str, list[Component]]:
    """The events of the file by their titles, in their order."""
    found: dict[str, list[Component]] = {}
    for event in Calendar.from_ical(MADE.read_bytes()).walk("VEVENT"):
        found.setdefault(str(event["SUMMARY"]), []).append(event)
    return found


def test_each_milestone_and_each_meeting_is_an_event_over_the_time_that_is_known(aftale: Aftale) -> None:
    result = aftale("calendar")
    assert result.exit_code == 0, result.output
    assert MADE.as_posix() in result.output
    made = events()
    (day,) = made["Aftalen om, hvem der fortsætter hvad, er underskrevet"]
    assert (day.decoded("DTSTART"), day.decoded("DTEND")) == (date(2023, 8, 31), date(2023, 9, 1))
    (quarter,) = made["De første tyve mentorer er uddannet"]
    assert (quarter.decoded("DTSTART"), quarter.decoded("DTEND")) == (date(2019, 4, 1), date(2019, 7, 1))
    assert "Ansvarlig: sekretariatsleder" in str(quarter["DESCRIPTION"])
    assert made["Et fælles værested er åbnet"][0]["STATUS"] == "CANCELLED"
    meetings = made["Bestyrelsen mødes"]
    assert len(meetings) == 20
    assert meetings[-1].decoded("DTEND") == date(2023, 10, 1)


def test_the_same_plan_gives_the_same_bytes_and_an_event_that_moves_keeps_its_name(aftale: Aftale) -> None:
    assert aftale("calendar", PLAN).exit_code == 0
    before, old = MADE.read_bytes(), events()
    assert aftale("calendar", PLAN).exit_code == 0
    assert MADE.read_bytes() == before
    change(SOURCE, "frist: 31.8.2023", "frist: 1.9.2023")
    assert aftale("calendar", PLAN).exit_code == 0
    new = events()
    assert {name: [e["UID"] for e in made] for name, made in new.items()} == {
        name: [e["UID"] for e in made] for name, made in old.items()
    }
    assert MADE.read_bytes() != before and len(list(MADE.parent.iterdir())) == 1


def test_a_calendar_that_somebody_has_changed_is_kept_beside_the_new_one(aftale: Aftale) -> None:
    assert aftale("calendar").exit_code == 0
    MADE.write_bytes(MADE.read_bytes().replace(b"20230831", b"20230830"))
    changed = MADE.read_bytes()
    result = aftale("calendar")
    assert result.exit_code == 0 and "milepaelsplan (redigeret).ics" in result.output
    assert MADE.with_stem("milepaelsplan (redigeret)").read_bytes() == changed
    assert b"20230831" in MADE.read_bytes()


def test_nothing_is_written_of_a_plan_in_error_or_without_milestones(aftale: Aftale) -> None:
    change(SOURCE, "frist: 31.8.2023", "frist: 31.9.2023")
    result = aftale("calendar")
    assert result.exit_code == 1 and "september has 30 days" in result.output
    SOURCE.unlink()
    assert "no milestones with a date" in aftale("calendar").output
    assert not MADE.exists()
