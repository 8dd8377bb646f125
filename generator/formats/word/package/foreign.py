"""Parts and properties that others have put into a document since it was made, taken over into the next one.

A document library or a journal system adds properties, XML of its own and labels beside the page. Nobody
who builds anew means to take them away.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.base.border import xml, zips
from generator.formats.word.package import seal
from generator.formats.word.package.properties import FORMAT_ID
from generator.formats.word.package.seal import CORE, CUSTOM

_TYPES = "[Content_Types].xml"
_PACKAGE, _MAIN = "_rels/.rels", "word/_rels/document.xml.rels"
_MADE_ANEW = (_TYPES, _PACKAGE, CORE, CUSTOM, "docProps/app.xml")
_OF_SAVING = ("lastModifiedBy", "revision", "modified", "lastPrinted")


def carried_over(old: bytes, new: bytes, is_ours: Callable[[str], bool]) -> bytes:
    """The new .docx with what others added to the old one; the very same bytes where they added nothing.

    `is_ours` knows our own properties by name. Raises NoZip, NoXml, and KeyError for a part that is gone.
    """
    before, now = zips.parts(old), zips.parts(new)
    ours = {*_MADE_ANEW, *now}
    added = {name: data for name, data in before.items()
             if name not in ours and not seal.is_of_the_page(name)}  # fmt: skip
    known = {one.name for one in xml.children(now[CORE])}
    theirs = {f"{{{one.name}" for one in xml.children(before[CORE])
              if one.name not in known and one.name.rpartition("}")[2] not in _OF_SAVING}  # fmt: skip
    if not added and not theirs and all(map(is_ours, seal.properties(before[CUSTOM]))):
        return new
    values = [one for one in _root(before, CUSTOM) if not is_ours(one.get("name", ""))]
    core = [one for one in _root(before, CORE) if one.tag in theirs]
    changed = {
        _TYPES: _with_types(before, now, added),
        **{name: _with_relations(before, now, name, added) for name in (_PACKAGE, _MAIN)},
        CUSTOM: _with_values(_root(now, CUSTOM), values),
        CORE: _bytes(_with(_root(now, CORE), core)),
    }
    return zips.packed({**now, **changed, **added}.items(), zips.moment(new))


def _root(files: Mapping[str, bytes], name: str) -> Any:
    return xml.lxml_tree(files[name])


def _with(root: Any, elements: list[Any]) -> Any:
    root.extend(elements)
    return root


def _with_values(root: Any, values: list[Any]) -> bytes:
    """The custom properties with more of them, each with a number of its own."""
    taken = {one.get("name") for one in root}
    highest = max((int(one.get("pid")) for one in root), default=1)
    for number, one in enumerate((one for one in values if one.get("name") not in taken), highest + 1):
        one.set("pid", str(number))
        one.set("fmtid", one.get("fmtid") or FORMAT_ID)
        root.append(one)
    return _bytes(root)


def _with_types(before: Mapping[str, bytes], now: Mapping[str, bytes], added: Mapping[str, bytes]) -> bytes:
    """The content types with those of the added parts, as the old document had them."""
    root, old = _root(now, _TYPES), _root(before, _TYPES)
    known = {one.get("Extension", "").lower(): one.get("ContentType") for one in root}
    endings = {one.get("Extension", "").lower(): one.get("ContentType") for one in old}
    own = {one.get("PartName", "").lstrip("/"): one.get("ContentType") for one in old}
    for name in added:
        ending = name.rpartition(".")[2].lower()
        kind = own.get(name) or endings.get(ending)
        if kind and known.get(ending) != kind:
            override = root.makeelement(f"{root.tag.rpartition('}')[0]}}}Override", nsmap=None)
            override.set("PartName", f"/{name}")
            override.set("ContentType", kind)
            root.append(override)
    return _bytes(root)


def _with_relations(
    before: Mapping[str, bytes], now: Mapping[str, bytes], name: str, added: Mapping[str, bytes]
) -> bytes:
    """The .rels part with the old document's relations to the added parts, under ids that are free."""
    root = _root(now, name)
    taken = {one.get("Id") for one in root}
    for relation in _leading_to(_root(before, name), posixpath.dirname(posixpath.dirname(name)), added):
        ident = next(i for n in range(1, 10_000) if (i := f"rIdAdded{n}") not in taken)
        taken.add(ident)
        relation.set("Id", ident)
        root.append(relation)
    return _bytes(root)


def _leading_to(relations: Any, folder: str, added: Mapping[str, bytes]) -> Iterator[Any]:
    for one in list(relations):
        target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/")
        if one.get("TargetMode") != "External" and target in added:
            yield one


def _bytes(root: Any) -> bytes:
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
