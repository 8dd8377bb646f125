"""Changes that came back as choices: what cannot do without another goes with it."""

from __future__ import annotations

from random import Random

from generator.compare.returned import returned
from generator.compare.returned.choices import choices, stand
from generator.formats.word.reading import read_document
from tests.support.returned_edits import a_word_in_each
from tests.support.returning import docx_of, edited, state_of

PLAN = "viborg-2025-2029"
AGREEMENT = f"{PLAN}/strategisk-samarbejdsaftale"


def keys(document: str, *edits: list[str]) -> list[list[str]]:
    """The keys of each choice among what comes of the edits."""
    state, read = state_of(document), edited(document, edits)
    found = choices(state, read, returned(state, read).changes)
    return [[one.key for one in choice] for choice in found]


def test_dates_that_hold_each_by_itself_are_two_choices() -> None:
    assert keys(AGREEMENT, ["everywhere", "1. august 2025", "1. september 2025"],
                ["everywhere", "31. juli 2029", "31. juli 2030"]) == [["periode.fra"], ["periode.til"]]


def test_a_first_day_after_the_last_one_that_there_is_goes_with_the_new_last_one() -> None:
    assert keys(AGREEMENT, ["everywhere", "1. august 2025", "1. august 2030"],
                ["everywhere", "31. juli 2029", "31. juli 2034"]) == [["periode.fra", "periode.til"]]


def test_a_row_that_is_put_in_and_a_word_beside_it_are_two_choices() -> None:
    assert len(keys("viborg-2017-2021/strategisk-samarbejdsaftale",
                    ["row_after", "Sekretariatsleder", "Politiet", "Lokalbetjent"],
                    ["replace", "Sekretariatsleder", "Leder af sekretariatet"])) == 2


def test_where_nothing_came_back_there_is_no_choice() -> None:
    state = state_of(AGREEMENT)
    assert choices(state, read_document(docx_of(AGREEMENT)), ()) == ()


def test_each_choice_of_many_stands_by_itself_and_without_each_the_others_do() -> None:
    document = f"{PLAN}/delaftale-sammenhaengskraft-og-medborgerskab"
    state = state_of(document)
    read, _ = a_word_in_each(state, read_document(docx_of(document)), Random(1))
    changes = returned(state, read).changes[:6]
    found = choices(state, read, changes)
    assert sorted(one.key for choice in found for one in choice) == sorted(one.key for one in changes)
    assert len(found) > 2
    for choice in found:
        assert stand(state, read, choice)
        assert stand(state, read, [one for other in found if other is not choice for one in other])
