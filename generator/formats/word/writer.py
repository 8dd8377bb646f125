"""One Document, one .docx: the parts that are made for it, beside those of the reference document."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from types import MappingProxyType

from generator.base.findings import Finding, Place, Rejected
from generator.base.language import listed, say
from generator.document.model import Document, Edition
from generator.document.revision_marks import accepted, has_marks
from generator.formats.word import codes
from generator.formats.word.blocks import body
from generator.formats.word.comments import RELATION, Comments, part
from generator.formats.word.package import properties
from generator.formats.word.package.parts import RELATION_TYPES, PackagePart, Relation
from generator.formats.word.package.zip import pack
from generator.formats.word.page_estimate import pages
from generator.formats.word.reference.headers import Margin
from generator.formats.word.reference.reference import Reference
from generator.formats.word.state import WriterState
from generator.formats.word.tracked.elements import revisions_of
from generator.formats.word.xml_text import DECLARATION, RELATION_NAMESPACE, WORD_NAMESPACE

_TYPE = "application/vnd.openxmlformats-officedocument"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


Hear = Callable[[Finding], object]
"""Hears each finding about a document that is written all the same."""


def _unheard(_: Finding) -> None:
    """Hear nothing: a redline repeats what its two documents were told of."""


def write(document: Document, reference: Reference, epoch: int | None = None, seal: str = "", *,
          author: str = "", date: str = "", hear: Hear = _unheard,
          comments: Comments = MappingProxyType({}),
          measured: Callable[[float], object] = lambda _: None) -> bytes:
    """The .docx of the document in the look of the reference; the same document gives the same bytes.

    Marks become tracked changes by `author` (default the document's), made on `date` (an ISO day, or a moment
    in UTC; default the epoch, or none). All else is byte for byte what the document has with them accepted.
    `epoch` (seconds since 1970, as in SOURCE_DATE_EPOCH) dates the zip and the core properties.
    `seal` names a custom property that holds a hash of all other parts; see package/seal.py.
    `hear` hears what is written and does not look as it should, and `measured` what `pages` gives.
    `comments` stand in the margin.
    Raises Rejected with all that Word cannot hold and all styles and properties that are not there.
    """
    state = WriterState(reference, comments=comments)
    marked = document
    if has_marks(document.blocks, state.stretches):
        document = accepted(document)
        state.begin(revisions_of(document, author, date or properties.moment(epoch)))
    blocks = _body(marked, state)
    _told(state, hear)
    length = pages(document, reference, state.stretches)
    measured(length)
    margins = _margins(document, marked.was if state.revisions.active else None, length, state)
    parts = [_main(blocks, state), *_made(document, state, epoch), *margins, *reference.parts]
    return pack(parts, _root(), epoch, partial(_sealed, document, seal) if seal else None)


def _sealed(document: Document, name: str, seal: str) -> bytes:
    """The custom properties with the seal as the last, under this name."""
    return properties.custom((*document.properties, (name, seal))).encode()


def check(document: Document, reference: Reference, hear: Hear = _unheard) -> None:
    """Tell and raise all that `write` would, and make no file."""
    state = WriterState(reference)
    _body(document, state)
    _told(state, hear)


def _told(state: WriterState, hear: Hear) -> None:
    for finding in state.warnings:
        hear(finding)


def _body(document: Document, state: WriterState) -> str:
    """The XML of the blocks; raises Rejected with all that Word cannot hold."""
    blocks = body(document.blocks, state)
    findings = [*state.findings, *_unknown_properties(document, state.reference)]
    if findings:
        raise Rejected(findings)
    return blocks


def _main(blocks: str, state: WriterState) -> PackagePart:
    xml = (f"{DECLARATION}<w:document {WORD_NAMESPACE} {RELATION_NAMESPACE}><w:body>{blocks}"
           f"{state.reference.page.section}</w:body></w:document>")
    return _part("/word/document.xml", "wordprocessingml.document.main", xml, _relations(state))


def _made(document: Document, state: WriterState, epoch: int | None) -> list[PackagePart]:
    reference = state.reference
    return [
        _part("/word/numbering.xml", "wordprocessingml.numbering",
              reference.listings.numbering(state.all_numbered())),
        _part("/word/settings.xml", "wordprocessingml.settings",
              properties.settings(document, reference.uneven)),
        *([part(state.commented)] if state.commented else []),
        PackagePart("/docProps/core.xml", _CORE_TYPE, properties.core(document, epoch).encode()),
        _part("/docProps/custom.xml", "custom-properties", properties.custom(document.properties)),
    ]


def _margins(
    document: Document, was: Edition | None, length: float, state: WriterState
) -> list[PackagePart]:
    """The headers and footers, with tracked changes from what they showed when the document `was` another."""
    page_count = max(1, math.ceil(length))

    def filled(margin: Margin) -> bytes:
        now = margin.fill(properties.shown(document, page_count), document.draft)
        if was is None:
            return now
        from generator.formats.word.tracked.margins import revised_margin  # only a redline needs it

        before = margin.fill(properties.shown(was, page_count), was.draft)
        return revised_margin(before, now, state.revisions)

    return [PackagePart(part.name, part.content_type, filled(margin), part.relations)
            for part, margin in state.reference.margins]


def _unknown_properties(document: Document, reference: Reference) -> list[Finding]:
    known = properties.shown(document, 1)
    return [_unknown_property(name, part.name, listed(known), Place(str(reference.path)))
            for part, margin in reference.margins for name in margin.fields() if name not in known]


def _unknown_property(name: str, part: str, known: str, place: Place) -> Finding:
    return Finding(
        codes.PROPERTY_UNKNOWN,
        say("{part} shows the property '{name}'; the document does not have it", part=part, name=name),
        say("in Word: right-click the field > Edit Field > DocProperty and choose {known}, or delete it",
            known=known), place)


def _part(name: str, kind: str, xml: str, relations: tuple[Relation, ...] = ()) -> PackagePart:
    return PackagePart(name, f"{_TYPE}.{kind}+xml", xml.encode(), relations)


def _relations(state: WriterState) -> tuple[Relation, ...]:
    """The reference's relations keep their ids, which its section names; ours have ids of another form."""
    made = (Relation("rIdLists", f"{RELATION_TYPES}/numbering", "/word/numbering.xml"),
            Relation("rIdSettings", f"{RELATION_TYPES}/settings", "/word/settings.xml"))
    links = (Relation(ident, f"{RELATION_TYPES}/hyperlink", address, external=True)
             for address, ident in state.links.items())
    said = (RELATION,) if state.commented else ()
    return (*state.reference.relations, *made, *said, *links)


def _root() -> tuple[Relation, ...]:
    return (Relation("rId1", f"{RELATION_TYPES}/officeDocument", "/word/document.xml"),
            Relation("rId2", _CORE_RELATION, "/docProps/core.xml"),
            Relation("rId3", f"{RELATION_TYPES}/custom-properties", "/docProps/custom.xml"))
