"""A .docx as a document library leaves it, as SharePoint does."""

from __future__ import annotations

from generator.base.border import zips

CONTENT_TYPE_ID = (
    b'<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="90" name="ContentTypeId">'
    b"<vt:lpwstr>0x010100</vt:lpwstr></property></Properties>"
)
DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"


def in_a_library(data: bytes) -> bytes:
    """The .docx as a document library leaves it: a property, XML of its own, all lists written anew."""
    parts = zips.parts(data)
    relation = f'<Relationship Target="/customXml/item1.xml" Type="{DATA_STORE}" Id="rId99"/></Relationships>'
    main, types, core = "word/_rels/document.xml.rels", "[Content_Types].xml", "docProps/core.xml"
    parts[main] = parts[main].replace(b"</Relationships>", relation.encode())
    parts["customXml/item1.xml"] = b"<case>24-117</case>"
    parts["docProps/custom.xml"] = parts["docProps/custom.xml"].replace(b"</Properties>", CONTENT_TYPE_ID)
    parts[core] = parts[core].replace(
        b"</cp:coreProperties>",
        b"<cp:keywords>24-117</cp:keywords><cp:lastModifiedBy>En anden</cp:lastModifiedBy>"
        b"</cp:coreProperties>",
    )
    override = b'<Override PartName="/customXml/item1.xml" ContentType="application/xml"/></Types>'
    parts[types] = parts[types].replace(b"</Types>", override)
    return zips.packed(reversed(parts.items()), (2026, 1, 1, 0, 0, 0))
