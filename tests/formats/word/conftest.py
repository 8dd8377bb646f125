"""A reference document with one thing changed."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.word_samples import REFERENCE_PATH

Restyle = Callable[[str, str, str], Path]


@pytest.fixture
def restyled(tmp_path: Path) -> Restyle:
    """A copy of the reference document with one thing changed in one part."""
    def change(part: str, old: str, new: str) -> Path:
        path = tmp_path / "reference.docx"
        with zipfile.ZipFile(REFERENCE_PATH) as source, zipfile.ZipFile(path, "w") as target:
            for name in source.namelist():
                xml = source.read(name).decode()
                assert name != part or old in xml
                target.writestr(name, xml.replace(old, new) if name == part else xml)
        return path

    return change
