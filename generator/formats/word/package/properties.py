"""The parts about the document itself: core and custom properties, and settings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

from generator.document.model import Document, Edition
from generator.formats.word.xml_text import DECLARATION, WORD_NAMESPACE, escape

_CORE = ('xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
         'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
         'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"')
_CUSTOM = ('xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
           'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"')
FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_MODERN = ('<w:compat><w:compatSetting w:name="compatibilityMode" '
           'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>')
_FIRST_PROPERTY = 2  # 0 and 1 are taken by the format itself


def core(document: Document, epoch: int | None) -> str:
    """docProps/core.xml: title, language and the like; dates from the epoch, else the document's own.

    Raises ValueError where the document's date is not an ISO date (2017-04-01). Without either
    there is no date: none is invented.
    """
    fields = (("dc:title", document.title), ("dc:subject", document.subject), ("dc:creator", document.author),
              ("dc:language", document.language))
    elements = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in fields if value)
    dated = _moment(document, epoch)
    dates = "".join(f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{dated}</dcterms:{name}>'
                    for name in ("created", "modified")) if dated else ""
    return f"{DECLARATION}<cp:coreProperties {_CORE}>{elements}{dates}</cp:coreProperties>"


def _moment(document: Document, epoch: int | None) -> str:
    if epoch is not None:
        return moment(epoch)
    return f"{date.fromisoformat(document.date).isoformat()}T00:00:00Z" if document.date else ""


def moment(epoch: int | None) -> str:
    """The epoch as Word writes it (`2026-03-31T09:00:00Z`), or nothing."""
    return "" if epoch is None else datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def custom(named: Iterable[tuple[str, str]]) -> str:
    """docProps/custom.xml: the properties by name, in their order."""
    properties = "".join(
        f'<property fmtid="{FORMAT_ID}" pid="{ident}" name="{escape(name)}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for ident, (name, value) in enumerate(named, start=_FIRST_PROPERTY))
    return f"{DECLARATION}<Properties {_CUSTOM}>{properties}</Properties>"


def settings(document: Document, uneven: bool) -> str:
    """word/settings.xml: language, and the word that keeps Word out of compatibility mode.

    Nothing hyphenates: a form is searched, read aloud and cited, and its columns are wide enough for words.
    """
    return "".join((
        f'{DECLARATION}<w:settings {WORD_NAMESPACE}><w:defaultTabStop w:val="567"/>',
        "<w:evenAndOddHeaders/>" if uneven else "",
        '<w:characterSpacingControl w:val="doNotCompress"/>',
        _MODERN,
        f'<w:themeFontLang w:val="{escape(document.language)}"/>',
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'))


def shown(document: Edition | Document, page_count: int) -> dict[str, str]:
    """The values that the fields of header and footer show, by name: the document's own, then its properties.

    Word counts the pages when it lays them out; until then the number is an estimate and says so.
    """
    own = {"Title": document.title, "Subject": document.subject, "Author": document.author}
    return {"PAGE": "1", "NUMPAGES": f"ca.\u00a0{page_count}", **own, **dict(document.properties)}
