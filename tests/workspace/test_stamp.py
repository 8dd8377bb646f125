"""What a document says of itself, and that any change of it shows."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import __version__
from generator.base.border import zips
from generator.workspace import stamp
from generator.workspace.folders import Workspace
from generator.workspace.made_from import Dependencies
from generator.workspace.stamp import Stamp
from tests.conftest import change
from tests.support.built import SOURCES, build
from tests.support.document_library import in_a_library
from tests.support.old_seal import sealed_as_before

PATHS = st.text(alphabet="abæ/.-", min_size=1, max_size=90).map(lambda path: f"agreements/{path}.yaml")
HASHES = st.dictionaries(PATHS, st.text(alphabet="0123456789abcdef", min_size=64, max_size=64), max_size=30)


def rezipped(data: bytes, part: str = "", old: bytes = b"", new: bytes = b"") -> bytes:
    """The .docx packed otherwise, with other bytes in one part."""
    inside = zips.parts(data)
    assert not part or old in inside[part]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in inside.items():
            archive.writestr(name, content.replace(old, new) if name == part else content)
    return buffer.getvalue()


@given(HASHES, st.sampled_from(["", "2"]))
def test_a_stamp_is_read_as_it_was_written_in_properties_that_word_takes(
    hashes: dict[str, str], version: str
) -> None:
    one = Stamp.of(hashes, "aftale 1.0", version)
    properties = dict(one.properties())
    assert all(len(value) <= 255 for value in properties.values())
    assert tuple(stamp._files(properties)) == one.files
    assert properties.get(stamp.VERSION, "") == version


@pytest.mark.parametrize("source", SOURCES, ids=str)
def test_every_document_says_what_it_was_made_from(source: object) -> None:
    built = build(source)  # type: ignore[arg-type]
    found = stamp.read(built.data)
    assert found.intact and found.stamp
    assert found.stamp.program == f"aftale {__version__}"
    names = {path.rsplit("/", 1)[-1] for path, _ in found.stamp.files}
    assert {"helhedsplan.yaml", f"{built.aftale.navn}.yaml", "form.yaml", "reference.docx"} <= names
    assert not any(path[0] == "/" or ":" in path for path, _ in found.stamp.files)


def test_a_word_that_is_changed_breaks_the_seal_and_packing_does_not() -> None:
    data = build(SOURCES[0]).data
    assert stamp.read(rezipped(data)).intact
    assert not stamp.read(rezipped(data, "word/document.xml", b"boligsocial", b"boligpolitisk")).intact
    assert not stamp.read(rezipped(data, "word/styles.xml", b"<w:b/>", b"<w:i/>")).intact


def test_a_document_with_the_seal_of_before_is_intact_and_an_edit_of_it_shows() -> None:
    data = build(SOURCES[0]).data
    before = sealed_as_before(data)
    assert stamp.read(before).intact
    assert stamp.read(before).seal != stamp.read(data).seal
    assert not stamp.read(rezipped(before, "word/document.xml", b"boligsocial", b"boligpolitisk")).intact


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"not a zip at all"])
def test_what_is_no_document_says_nothing(data: bytes) -> None:
    assert stamp.read(data).stamp is None
    assert not stamp.read(data).intact


def test_a_document_depends_on_its_templates_and_theirs_and_on_no_others(workspace: Path) -> None:
    here = Workspace.find(workspace)
    folder = here.plan("viborg-2025-2029")
    file = next(f for f in folder.aftaler() if f.name == "delaftale-beskaeftigelse")
    names = set(Dependencies().of(folder, file, "2019-26"))
    assert {"templates/2019-26/delaftale.html.j2", "templates/shared/delmaal.html.j2"} <= names
    assert "templates/shared/budget.html.j2" not in names
    assert "agreements/viborg-2025-2029/strategisk-samarbejdsaftale.yaml" not in names
    own = folder.path / "templates"
    own.mkdir()
    number = "{% block titel %}{{ aftaler | length | antal }}{% endblock %}"
    text = '{% extends "2019-26/delaftale.html.j2" %}' + number
    (own / "delaftale.html.j2").write_text(text, encoding="utf-8")
    more = set(Dependencies().of(folder, file, "2019-26")) - names
    assert "agreements/viborg-2025-2029/templates/delaftale.html.j2" in more
    assert "agreements/viborg-2025-2029/strategisk-samarbejdsaftale.yaml" in more


def test_a_document_depends_on_all_that_a_template_may_name_but_on_nothing_that_a_comment_names(
    workspace: Path,
) -> None:
    folder = Workspace.find(workspace).plan("viborg-2025-2029")
    file = next(f for f in folder.aftaler() if f.name == "delaftale-beskaeftigelse")
    own = folder.path / "templates"
    (own / "2019-26").mkdir(parents=True)

    def names(text: str) -> set[str]:
        (own / "delaftale.html.j2").write_text(text, encoding="utf-8")
        return set(Dependencies().of(folder, file, "2019-26"))

    assert "templates/shared/budget.html.j2" in names("{% include form.midler ~ '.html.j2' %}") | names(
        "{% include x %}"
    )
    assert "templates/shared/budget.html.j2" not in names('{# {% include "shared/budget.html.j2" %} #}')
    same = own / "2019-26" / "delaftale.html.j2"
    same.write_text('{% extends "2019-26/delaftale.html.j2" %}', encoding="utf-8")
    both = names('{% extends "2019-26/delaftale.html.j2" %}')
    ours = f"templates/2019-26/{same.name}"
    assert {f"agreements/viborg-2025-2029/{ours}", ours} <= both


def test_line_ends_of_another_system_make_no_other_document(workspace: Path) -> None:
    here = Workspace.find(workspace)
    folder = here.plan("viborg-2017-2021")
    file = folder.aftaler()[0]
    before = Dependencies().of(folder, file, "2015-18")
    file.path.write_bytes(file.path.read_bytes().replace(b"\n", b"\r\n"))
    assert Dependencies().of(folder, file, "2015-18") == before
    change(file.path, "tryghed", "utryghed")
    assert Dependencies().of(folder, file, "2015-18") != before


def test_what_a_library_adds_is_no_edit_and_is_there_after_the_next_build() -> None:
    data = build(SOURCES[0]).data
    stored = in_a_library(data)
    assert stamp.read(stored).intact
    assert stamp.read(stored).seal == stamp.read(data).seal
    again = stamp.with_what_others_added(data, stored)
    found, parts = stamp.read(again), zips.parts(again)
    assert found.intact and found.properties["ContentTypeId"] == "0x010100"
    assert parts["customXml/item1.xml"] == b"<case>24-117</case>"
    assert b"24-117" in parts["docProps/core.xml"] and b"En anden" not in parts["docProps/core.xml"]
    assert b"/customXml/item1.xml" in parts["word/_rels/document.xml.rels"]
    assert stamp.with_what_others_added(data, again) == again
    assert stamp.with_what_others_added(data, data) == data


def test_a_document_that_a_library_has_had_can_be_opened_after_the_next_build() -> None:
    import docx

    data = build(SOURCES[0]).data
    again = docx.Document(io.BytesIO(stamp.with_what_others_added(data, in_a_library(data))))
    assert "/customXml/item1.xml" in {str(part.partname) for part in again.part.package.iter_parts()}
    assert again.core_properties.keywords == "24-117"


@pytest.mark.parametrize(
    ("old", "new"), [(b"Udkast", b"Endelig"), (b"Endelig", b"Udkast"), (b"aftale 0", b"aftale 9")]
)
def test_a_property_of_ours_that_is_changed_breaks_the_seal(old: bytes, new: bytes) -> None:
    for data in (build(source).data for source in SOURCES):
        if old in zips.parts(data)["docProps/custom.xml"]:
            assert not stamp.read(rezipped(data, "docProps/custom.xml", old, new)).intact


@pytest.mark.parametrize("part", ["word/media/x.png", "_xmlsignatures/sig1.xml", "word/comments.xml"])
def test_a_part_of_the_page_that_somebody_adds_breaks_the_seal(part: str) -> None:
    parts = zips.parts(build(SOURCES[0]).data)
    parts[part] = b"<a/>"
    assert not stamp.read(zips.packed(parts.items(), (2026, 1, 1, 0, 0, 0))).intact
