"""What the file says of itself: title, language, dates, properties, settings."""

from __future__ import annotations

import pytest

from generator.formats.word import write
from tests.support.package_reading import CORE, Docx, W, val
from tests.support.word_samples import PROPERTIES, document, p, reference, written

CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"


def test_title_subject_author_and_language_are_told() -> None:
    doc = written(p("x"), title="A & B", subject="Emne", author="Sekretariatet")
    core, names = doc.part("docProps/core.xml"), ("title", "subject", "creator", "language")
    found = [core.findtext(f"dc:{name}", namespaces=CORE) for name in names]
    assert found == ["A & B", "Emne", "Sekretariatet", "da-DK"]


def test_properties_stand_in_their_order_with_numbers_from_2() -> None:
    properties = written(p("x")).part("docProps/custom.xml").findall(CUSTOM)
    assert [(one.get("name"), "".join(one.itertext())) for one in properties] == list(PROPERTIES)
    assert [one.get("pid") for one in properties] == ["2", "3", "4"]


def test_the_dates_are_the_documents_own_and_no_date_is_made_up() -> None:
    assert written(p("x")).part("docProps/core.xml").find("dcterms:created", namespaces=CORE) is None
    core = written(p("x"), date="2017-04-01").part("docProps/core.xml")
    assert core.findtext("dcterms:modified", namespaces=CORE) == "2017-04-01T00:00:00Z"


def test_an_epoch_goes_before_the_documents_date() -> None:
    data = write(document(p("x"), date="2017-04-01"), reference(), epoch=1_500_000_000)
    core = Docx(data).part("docProps/core.xml")
    assert core.findtext("dcterms:created", namespaces=CORE) == "2017-07-14T02:40:00Z"


def test_a_date_in_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match="isoformat"):
        written(p("x"), date="1. april 2017")


def test_word_hyphenates_nothing_and_does_not_open_in_compatibility_mode() -> None:
    settings = written(p("x")).part("word/settings.xml")
    assert settings.find(f"{W}autoHyphenation") is None
    assert settings.find(f"{W}updateFields") is None
    assert val(settings, "compat/compatSetting") == "15"
