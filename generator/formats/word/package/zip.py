"""The .docx itself: parts into a zip that is the same every time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from generator.base.border import zips
from generator.formats.word.package.parts import PackagePart, Relation
from generator.formats.word.package.seal import sealed
from generator.formats.word.xml_text import DECLARATION, escape

_PACKAGE = "application/vnd.openxmlformats-package"
_TYPES = 'xmlns="http://schemas.openxmlformats.org/package/2006/content-types"'
_RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say


def pack(parts: Iterable[PackagePart], root: Iterable[Relation], epoch: int | None = None,
         seal: Callable[[str], bytes] | None = None) -> bytes:
    """The zip of the parts in their order, content types first; `root` names the package's main parts.

    `epoch` (seconds since 1970, UTC) dates the files in the zip; without it they are of 1980-01-01.
    `seal` writes the custom properties with the hash of all else among them.
    """
    listed = list(parts)
    files = [("[Content_Types].xml", _content_types(listed)), ("_rels/.rels", relations_xml(root, "/"))]
    for part in listed:
        files.append((part.name[1:], part.data))
        if part.relations:
            folder, _, name = part.name[1:].rpartition("/")
            files.append((f"{folder}/_rels/{name}.rels", relations_xml(part.relations, f"/{folder}/")))
    return zips.packed(sealed(files, seal) if seal else files, zip_date(epoch))


def zip_date(epoch: int | None) -> zips.Moment:
    """The moment that files in a zip have; `epoch` is SOURCE_DATE_EPOCH."""
    if epoch is None:
        return _ZIP_EPOCH
    moment = datetime.fromtimestamp(epoch, UTC)
    return max(_ZIP_EPOCH, (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second))


def _content_types(parts: Iterable[PackagePart]) -> bytes:
    overrides = "".join(f'<Override PartName="{escape(part.name)}" ContentType="{part.content_type}"/>'
                        for part in parts)
    return (f'{DECLARATION}<Types {_TYPES}><Default Extension="rels" '
            f'ContentType="{_PACKAGE}.relationships+xml"/><Default Extension="xml" '
            f'ContentType="application/xml"/>{overrides}</Types>').encode()


def relations_xml(relations: Iterable[Relation], folder: str) -> bytes:
    """A .rels part; targets inside `folder` (which begins and ends with a slash) are told from there."""
    return (f"{DECLARATION}<Relationships {_RELATIONS}>"
            f"{''.join(_relation(relation, folder) for relation in relations)}</Relationships>").encode()


def _relation(relation: Relation, folder: str) -> str:
    target = relation.target if relation.external else relation.target.removeprefix(folder)
    mode = ' TargetMode="External"' if relation.external else ""
    return f'<Relationship Id="{relation.ident}" Type="{relation.kind}" Target="{escape(target)}"{mode}/>'
