"""The same bytes every time."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator.formats.word import write
from tests.support.word_samples import document, every_block, p, reference

ROOT = Path(__file__).parents[3]
HASH = """
import hashlib
from generator.formats.word import write
from tests.support.word_samples import every_block, reference
print(hashlib.sha256(write(every_block(), reference())).hexdigest())
"""


@pytest.mark.parametrize("surroundings", [
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LANG": "da_DK.UTF-8"},
    {"PYTHONHASHSEED": "77", "TZ": "America/Lima", "LANG": "C", "SOURCE_DATE_EPOCH": "1"},
])
def test_another_process_with_other_settings_writes_the_same_bytes(surroundings: dict[str, str]) -> None:
    here = hashlib.sha256(write(every_block(), reference())).hexdigest()
    there = subprocess.run([sys.executable, "-c", HASH], cwd=ROOT, env={**os.environ, **surroundings},
                           capture_output=True, text=True, check=True)
    assert there.stdout.strip() == here


def test_the_zip_tells_no_time_and_no_machine() -> None:
    with zipfile.ZipFile(io.BytesIO(write(document(p("x")), reference()))) as archive:
        date = (1980, 1, 1, 0, 0, 0)
        for info in archive.infolist():
            assert (info.date_time, info.create_system, info.external_attr) == (date, 0, 0o644 << 16)


@pytest.mark.parametrize(("epoch", "date"), [
    (1_500_000_000, (2017, 7, 14, 2, 40, 0)), (0, (1980, 1, 1, 0, 0, 0))])
def test_an_epoch_dates_the_zip_which_knows_nothing_before_1980(epoch: int, date: tuple[int, ...]) -> None:
    with zipfile.ZipFile(io.BytesIO(write(document(p("x")), reference(), epoch=epoch))) as archive:
        assert {info.date_time for info in archive.infolist()} == {date}


def test_the_content_types_stand_first() -> None:
    with zipfile.ZipFile(io.BytesIO(write(document(p("x")), reference()))) as archive:
        assert archive.namelist()[:3] == ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]
