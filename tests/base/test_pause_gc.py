"""The search for cycles is put off, and afterwards all is as it was."""

from __future__ import annotations

import gc

import pytest

from generator.base.pause_gc import paused


def test_no_search_begins_inside_and_the_next_one_is_as_far_off_as_it_can_be() -> None:
    found = [gc.get_stats()[0]["collections"]]
    with paused():
        assert not gc.isenabled()
        many = [[number] for number in range(10 * gc.get_threshold()[0])]
        found.append(gc.get_stats()[0]["collections"])
    assert gc.isenabled()
    assert gc.get_count()[0] < gc.get_threshold()[0]
    assert len(set(found)) == 1
    assert many


def test_it_is_as_it_was_after_an_error_and_within_another_pause() -> None:
    with pytest.raises(KeyError), paused():
        with paused():
            pass
        assert not gc.isenabled()
        raise KeyError
    assert gc.isenabled()


def test_nothing_that_is_searched_for_later_is_forgotten() -> None:
    with paused():
        cycle: list[object] = []
        cycle.append(cycle)
        many = [[number] for number in range(10 * gc.get_threshold()[0])]
        del cycle
    assert gc.get_freeze_count() == 0
    assert gc.collect() > 0
    assert many
