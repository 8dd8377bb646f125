"""Every document of every plan is as it was when somebody last looked at it.

`pytest tests/test_golden.py --accept` takes what is built now as right. Of an invented plan only the text
is kept; of a real one also the XML parts that are made for it, an element a line, so that git shows what
a change does to a document.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from generator.document.model import Document
from generator.document.reading import runs, text_of, walk
from generator.document.signatures import ELSEWHERE, SignatureTable, arranged, fields, in_runs
from generator.formats.word.package.seal import CUSTOM
from generator.workspace.stamp import NAMES
from tests.support.built import ROOT, SOURCES, Source, build
from tests.support.package_reading import Docx, text

GOLDEN = Path(__file__).parent / "golden"
REFERENCE = ROOT / "templates" / "reference.docx"
STATIC = ("word/styles.xml", "word/theme/", "word/fontTable.xml", "word/fonts/", "word/media/")
TEXT = "text.txt"
MOST_LINES = 60
every_document = pytest.mark.parametrize("source", SOURCES, ids=str)


@every_document
def test_a_document_is_as_it_was(source: Source, request: pytest.FixtureRequest) -> None:
    folder = GOLDEN / str(source)
    old, new = _kept(folder), _made(source)
    if old == new:
        return
    if request.config.getoption("--accept"):
        _accept(folder, old, new)
        pytest.skip(f"accepted; look at the pages of output/{source}.docx before you commit")
    command = f"pytest tests/test_golden.py --accept -k {source.file.name}"
    pytest.fail(f"{_difference(source, old, new)}\n\nIf this is as it should be: {command}", pytrace=False)


def test_there_is_no_golden_without_a_document() -> None:
    kept = {path.parent for path in GOLDEN.rglob(TEXT)}
    assert kept == {GOLDEN / str(source) for source in SOURCES}


@pytest.mark.parametrize("source", [source for source in SOURCES if source.is_real], ids=str)
def test_the_look_is_the_reference_documents_own(source: Source) -> None:
    ours = _static(Docx(build(source).data))
    assert ours == _static(Docx(REFERENCE.read_bytes()))
    assert "word/styles.xml" in ours


@every_document
def test_the_text_in_word_is_the_text_of_the_document(source: Source) -> None:
    built = build(source)
    in_word = "\n".join(text(paragraph) for paragraph in Docx(built.data).paragraphs)
    position = 0
    for piece in _pieces(built.document):
        position = in_word.find(piece, position) + len(piece)
        assert position >= len(piece), f"{piece!r} is not there, or not in its place"


def _pieces(document: Document) -> Iterator[str]:
    """The texts that stand in one paragraph each, in reading order."""
    for part in in_runs(walk(document.blocks)):
        if isinstance(part, tuple):
            yield from (text for table in arranged(part) for text in _signature_texts(table))
        else:
            yield "".join(run.text for run in runs(part))


def _signature_texts(table: SignatureTable) -> Iterator[str]:
    yield from (block.label for block in table.blocks)
    for name in table.fields:
        yield from (fields(block).get(name, ELSEWHERE) for block in table.blocks)


def _static(docx: Docx) -> dict[str, bytes]:
    """The parts that are taken over; XML in the one form that all ways of writing it share."""
    return {
        name: etree.tostring(etree.fromstring(data), method="c14n") if name.endswith(".xml") else data
        for name, data in docx.bytes.items()
        if name.startswith(STATIC)
    }


def _made(source: Source) -> dict[str, str]:
    """What is kept of a document: file name → text."""
    built = build(source)
    made = {TEXT: text_of(built.document) + "\n"}
    if source.is_real:
        parts = Docx(built.data).bytes.items()
        made |= {
            _file_name(name): _pretty(_without_stamp(data) if name == CUSTOM else data)
            for name, data in parts
            if not name.startswith(STATIC)
        }
    return made


def _file_name(part: str) -> str:
    """A name without folders or signs: `word/_rels/document.xml.rels` is `document.xml.rels`."""
    return part.rsplit("/", 1)[-1].replace("[Content_Types]", "content-types").lstrip(".")


def _without_stamp(custom: bytes) -> bytes:
    """The properties without the hashes of the sources, which every change of a source changes."""
    root = etree.fromstring(custom)
    for element in list(root):
        if element.get("name", "").split(" ")[0] in NAMES:
            root.remove(element)
    return bytes(etree.tostring(root))


def _pretty(data: bytes) -> str:
    """The XML with an element a line; text stays as it is, and hard spaces can be seen."""
    root = etree.fromstring(data)
    etree.indent(root, " ")
    return etree.tostring(root, encoding="unicode").replace("\u00a0", "&#160;") + "\n"


def _kept(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*") if path.is_file()}


def _accept(folder: Path, old: dict[str, str], new: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in old.keys() - new.keys():
        (folder / name).unlink()
    for name, content in new.items():
        (folder / name).write_text(content, encoding="utf-8", newline="\n")


def _difference(source: Source, old: dict[str, str], new: dict[str, str]) -> str:
    """A unified diff, the text first; its beginning where it is long."""
    names = sorted(old.keys() | new.keys(), key=lambda name: (name != TEXT, name))
    diffs = (_diff(f"{source}/{name}", old.get(name, ""), new.get(name, "")) for name in names)
    lines = [line for diff in diffs for line in diff]
    more = len(lines) - MOST_LINES
    return "\n".join([*lines[:MOST_LINES], *([f"… and {more} lines more"] if more > 0 else [])])


def _diff(name: str, old: str, new: str) -> list[str]:
    was, now = (side.replace("\u00a0", "⍽").splitlines() for side in (old, new))
    return list(difflib.unified_diff(was, now, f"golden/{name}", f"now/{name}", lineterm="", n=1))
