"""Content of a package: its documents with their files, as the cover and the manifest tell them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from generator import __version__
from generator.formats.pdf import stamped
from generator.formats.word.signers import signers_of_docx
from generator.plan.model.bilagsliste import Bilagslinje
from generator.plan.model.plan import Plan
from generator.run.outcomes import PDF, Outcome
from generator.workspace import stamp

VERSION = 1
"""Grows when a key of the manifest gets another meaning or goes away; a new key does not change it."""
DOCX = ".docx"
_GROUP = 8


class PackedFile(Struct, frozen=True):
    """A file of a package."""

    navn: str
    sha256: str
    størrelse: int

    @classmethod
    def of(cls, path: Path, data: bytes) -> PackedFile:
        """The file of these bytes."""
        return cls(path.name, hashlib.sha256(data).hexdigest(), len(data))

    @property
    def i_grupper(self) -> str:
        """The hash in groups of eight, which a line can break between."""
        return " ".join(self.sha256[at : at + _GROUP] for at in range(0, len(self.sha256), _GROUP))

    def as_json(self) -> dict[str, Any]:
        return {"file": self.navn, "sha256": self.sha256, "bytes": self.størrelse}


class PackedSigner(Struct, frozen=True):
    """Signer of a document; `side` is the page of the PDF, and 0 where it is not known."""

    etiket: str
    navn: str
    titel: str
    side: int

    def as_json(self) -> dict[str, Any]:
        return {"label": self.etiket or None, "name": self.navn or None, "title": self.titel or None,
                "page": self.side or None}  # fmt: skip


class PackedDocument(Struct, frozen=True):
    """A document of a package. `udgave` is its edition in one line, `mangler` its known gaps."""

    navn: str
    art: str
    titel: str
    udgave: str
    version: str
    er_udkast: bool
    sider: int
    mangler: int
    underskrivere: tuple[PackedSigner, ...]
    filer: tuple[PackedFile, ...]

    @classmethod
    def of(cls, outcome: Outcome, kind: str, held: Mapping[Path, bytes]) -> PackedDocument:
        """The document of that outcome, as its own files tell of it."""
        data = held[outcome.path]
        told = stamp.read(data)
        beside = held.get(outcome.path.with_suffix(PDF), b"")
        pages = stamped.pages_of(stamped.properties(beside) or {})
        signers = tuple(PackedSigner(one.label, one.name, one.title, pages.get(one.anchor, 0))
                        for one in signers_of_docx(data))  # fmt: skip
        version = told.stamp.version if told.stamp else ""
        files = tuple(PackedFile.of(path, one) for path, one in held.items() if path.stem == outcome.document)
        return cls(outcome.document, kind, told.properties.get(stamp.DOCUMENT, ""),
                   told.properties.get(stamp.STATUS, ""), version, outcome.draft, round(outcome.pages),
                   outcome.known, signers, files)  # fmt: skip

    def as_json(self) -> dict[str, Any]:
        return {
            "document": self.navn, "kind": self.art, "title": self.titel,
            "status": "udkast" if self.er_udkast else "endelig", "version": self.version or None,
            "pages": self.sider, "known_gaps": self.mangler,
            "signers": [one.as_json() for one in self.underskrivere],
            "files": [one.as_json() for one in self.filer],
        }  # fmt: skip


def manifest(
    plan: Plan, documents: Sequence[PackedDocument], annexes: Sequence[Bilagslinje],
    cover: Sequence[PackedFile],
) -> dict[str, Any]:
    """The manifest of a package; docs/formater.md describes every key."""
    return {
        "version": VERSION,
        "aftale": __version__,
        "plan": plan.navn,
        "name": plan.helhedsplan.navn,
        "round": plan.form.midler,
        "documents": [one.as_json() for one in documents],
        "annexes": [_annex(one) for one in annexes],
        "cover": [one.as_json() for one in cover],
    }


def _annex(line: Bilagslinje) -> dict[str, Any]:
    documents = [dokument.navn for dokument in line.dokumenter]
    return {"annex": line.nøgle or None, "name": line.navn, "status": line.status, "note": line.note,
            "documents": documents}  # fmt: skip
