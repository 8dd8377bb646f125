"""A role gets the article that a sentence needs, and keeps the one that it has."""

from __future__ import annotations

import pytest

from generator.base.articles import ubestemt


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
