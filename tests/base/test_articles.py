"""A role gets the article that a sentence needs, and keeps the one that it has."""

from __future__ import annotations

import pytest

from generator.base.articles import mødes, ubestemt


@pytest.mark.parametrize(("role", "said"), [
    ("sekretariatsleder", "en sekretariatsleder"), ("chef", "en chef"),
    ("boligsocial leder", "en boligsocial leder"),
    ("chef for børn og unge", "en chef for børn og unge"), ("følgegruppe", "en følgegruppe"),
    ("samarbejdsråd", "et samarbejdsråd"), ("lokalt forum med politikere", "et lokalt forum med politikere"),
    ("konsulent i sekretariat for byen", "en konsulent i sekretariat for byen"),
])  # fmt: skip
def test_a_role_without_an_article_gets_one(role: str, said: str) -> None:
    assert ubestemt(role) == said


@pytest.mark.parametrize("role", [
    "en sekretariatsleder", "et råd", "sekretariatslederen", "direktøren for Børn & Unge", "to ledere",
    "den boligsociale leder", "kommunens direktør", "Hanne Hansen", "Viborg Kommune", "2 ledere", "",
])  # fmt: skip
def test_a_role_that_needs_none_stays_as_it_is(role: str) -> None:
    assert ubestemt(role) == role


@pytest.mark.parametrize(("typed", "said"), [
    ("2-4 gange årligt", "mødes 2-4 gange årligt"),
    ("Kvartalsvis.", "mødes kvartalsvis"),
    ("efter behov", "mødes efter behov"),
    ("ét møde om året", "holder ét møde om året"),
    ("4 møder om året", "holder 4 møder om året"),
    ("mindst to bestyrelsesmøder i hvert halvår", "holder mindst to bestyrelsesmøder i hvert halvår"),
    ("mødes hver måned", "mødes hver måned"),
    ("Holder møde hver måned", "holder møde hver måned"),
    ("når LBF beder om det", "mødes når LBF beder om det"),
])  # fmt: skip
def test_how_often_somebody_meets_follows_the_verb_that_fits_it(typed: str, said: str) -> None:
    assert mødes(typed) == said
