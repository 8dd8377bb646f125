"""A zip and XML are read whole or refused with one exception, whatever is wrong, and in little memory."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.border import xml, zips


def zipped(*files: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return buffer.getvalue()


WHOLE = zipped(("a.xml", b"<a>" + b"x" * 5000 + b"</a>"), ("b.xml", bytes(range(256)) * 20))


@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 600), st.binary(min_size=1, max_size=1))
def test_a_damaged_zip_is_read_or_refused(start: int, length: int, byte: bytes) -> None:
    spoilt = WHOLE[:start] + byte * min(length, len(WHOLE) - start) + WHOLE[start + length :]
    try:
        parts = zips.parts(spoilt)
    except zips.NoZip:
        return
    assert all(isinstance(data, bytes) for data in parts.values())


@pytest.mark.parametrize(
    "data",
    [
        zipped(("a", bytes(3_000_000))), zipped(("a", bytes(900_000)), ("b", bytes(900_000))),
        zipped(("a", b"x"), method=zipfile.ZIP_LZMA), zipped(*((str(n), b"") for n in range(2_001))),
        b"", b"PK\x03\x04", WHOLE[:-30],
    ],
)  # fmt: skip
def test_what_nobody_wants_unpacked_is_refused(data: bytes) -> None:
    with pytest.raises(zips.NoZip):
        zips.parts(data, largest=1_000_000)


def test_a_part_that_is_there_twice_is_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        data = zipped(("a", b"1"), ("a", b"2"))
    with pytest.raises(zips.NoZip, match="twice"):
        zips.parts(data)


@pytest.mark.parametrize(
    "data",
    [
        b"", b"<a>", b"<a></b>", b"\xff\xfe", b"<a>&b;</a>", b"<?xml version='1.0' encoding='noise'?><a/>",
        b'<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>', b"<a>" * 501 + b"</a>" * 501,
    ],
)  # fmt: skip
def test_xml_that_no_office_program_writes_is_refused(data: bytes) -> None:
    for read in (xml.check, xml.tree, xml.children, xml.lxml_tree):
        with pytest.raises(xml.NoXml):
            read(data)


def test_xml_is_read_with_its_namespaces() -> None:
    data = '<w:a xmlns:w="urn:w"><w:b w:c="1">x<w:d>y</w:d>ø</w:b><e/></w:a>'.encode()
    assert [(one.name, one.text) for one in xml.children(data)] == [("urn:w}b", "xyø"), ("e", "")]
    [b, e] = xml.tree(data)
    assert (b.tag, b.get("{urn:w}c"), e.tag) == ("{urn:w}b", "1", "e")
