"""A calendar is read by others as it was meant, and an edit of it is seen."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from generator.formats.calendar import LONGEST, Event, is_as_written, write

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
EVENTS = st.lists(
    st.builds(
        lambda name, title, first, length, about, gone: Event(
            name, title.strip() or "Møde", first, first + timedelta(days=length), "\n".join(about), gone
        ),
        st.uuids().map(str), TEXT, DAYS, st.integers(0, 92), st.lists(TEXT.map(str.strip).filter(bool)),
        st.booleans(),
    )
)  # fmt: skip


@given(TEXT, DAYS, EVENTS)
def test_a_calendar_program_reads_every_event_with_its_days_and_words(
    title: str, made: date, events: list[Event]
) -> None:
    data = write(title, made, events)
    read = list(Calendar.from_ical(data).walk("VEVENT"))
    assert [(str(one["UID"]), str(one["SUMMARY"]), str(one.get("DESCRIPTION", ""))) for one in read] == [
        (event.name, event.title, event.about) for event in events
    ]
    assert [(one.decoded("DTSTART"), one.decoded("DTEND") - timedelta(days=1)) for one in read] == [
        (event.first, event.last) for event in events
    ]
    assert [one["STATUS"] == "CANCELLED" for one in read] == [event.cancelled for event in events]
    assert all(one.decoded("DTSTAMP").date() == made for one in read)


@given(TEXT, DAYS, EVENTS)
def test_no_line_is_longer_than_the_format_allows_and_each_ends_as_it_asks(
    title: str, made: date, events: list[Event]
) -> None:
    lines = write(title, made, events).split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= LONGEST or line.startswith(b"X-AFTALE-SEAL:") for line in lines)
    assert all(b"\n" not in line for line in lines)


def test_a_calendar_that_somebody_has_changed_is_no_longer_as_it_was_written() -> None:
    data = write("Planen", date(2027, 3, 1), [Event("a@b", "Møde", date(2027, 4, 1), date(2027, 4, 1))])
    assert is_as_written(data)
    assert not is_as_written(data.replace(b"20270401", b"20270408"))
    assert not is_as_written(data.replace(b"END:VCALENDAR", b"X-NOTE:ja\r\nEND:VCALENDAR"))
    assert not is_as_written(b"")
