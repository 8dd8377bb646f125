"""The parts of the reference document that go into every document, and how they hang together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

RELATION_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# All else that hangs on the document belongs to its body (pictures, comments, notes) or is made anew.
_CARRIED = ("styles", "theme", "fontTable", "header", "footer")


class Relation(Struct, frozen=True):
    """One `Relationship`; `target` is a part's name from the root (`/word/styles.xml`) or an address."""

    ident: str
    kind: str
    target: str
    external: bool = False


class PackagePart(Struct, frozen=True):
    """A part by its name from the root, its content type, its bytes and what it refers to."""

    name: str
    content_type: str
    data: bytes
    relations: tuple[Relation, ...] = ()

    @property
    def is_margin(self) -> bool:
        """Tell whether it is a header or a footer."""
        return self.content_type.endswith((".header+xml", ".footer+xml"))


def carried_parts(document: WordDocument) -> tuple[tuple[PackagePart, ...], tuple[Relation, ...]]:
    """The parts to take over, by name, and the document's relations to them."""
    relations = []
    parts: dict[str, PackagePart] = {}
    for relation in document.part.rels.values():
        if relation.reltype in {f"{RELATION_TYPES}/{kind}" for kind in _CARRIED}:
            relations.append(_relation(relation))
            _gather(relation.target_part, parts)
    in_order = tuple(parts[name] for name in sorted(parts))
    return in_order, tuple(sorted(relations, key=lambda relation: relation.target))


def _gather(part: Any, parts: dict[str, PackagePart]) -> None:
    """Adds the part and all that it refers to (a header its logo, a font table its fonts)."""
    name = str(part.partname)
    if name in parts:
        return
    relations = tuple(_relation(relation) for relation in part.rels.values())
    parts[name] = PackagePart(name, part.content_type, part.blob, relations)
    for relation in part.rels.values():
        if not relation.is_external:
            _gather(relation.target_part, parts)


def _relation(relation: Any) -> Relation:
    if relation.is_external:
        return Relation(relation.rId, relation.reltype, relation.target_ref, external=True)
    return Relation(relation.rId, relation.reltype, str(relation.target_part.partname))
