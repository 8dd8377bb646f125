"""Records of what was issued: the files of a version as they were made, the words in them, and their sources.

They lie in agreements/<plan>/underskrevet/ and are kept in git with the plan. A version has its .docx, its
PDF where one could be made, its text, a scan of the signed paper where there is one, and a manifest with the
hash of each. The sources are what the plan's own files said then, so that it can be told later whether
another text comes of them or of the form.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from urllib.parse import quote, unquote

from msgspec import Struct

from generator.base.border import files, writing
from generator.plan.model.udgave import Fault, Uorden
from generator.workspace.folders import RECORDS, TEMPLATES, PlanFolder
from generator.workspace.made_from import SUFFIX
from generator.workspace.manifest import sealed, unsealed

DOCX, PDF, TEXT, SCAN, MANIFEST = ".docx", ".pdf", ".txt", ".scan.pdf", ".json"
FORMAT = 1
"""Grows when a key of the manifest gets another meaning or goes away; a new key does not change it."""
SOURCES = "kilder-"
_SHORT = 12
_KEYS = ("document", "version", "aftryk", "sources")


class Record(Struct, frozen=True):
    """Record of a document as it was issued in a version. `hashes` has the sha256 of each file by name."""

    document: str
    version: str
    aftryk: str
    sources: str
    hashes: Mapping[str, str]

    @property
    def stem(self) -> str:
        """The beginning of the names of its files."""
        return stem_of(self.document, self.version)

    def named(self, suffix: str) -> str:
        """Name of its file with that suffix; empty where it has none."""
        name = f"{self.stem}{suffix}"
        return name if name in self.hashes else ""


class Records:
    """The records of a plan."""

    def __init__(self, folder: PlanFolder) -> None:
        self._plan = folder
        self.path = folder.path / RECORDS

    @cached_property
    def all(self) -> tuple[Record, ...]:
        """Every record that can be read, in the order of their names."""
        found = (self._read(path) for path in self._manifests())
        return tuple(record for record in found if record)

    def of(self, document: str, version: str) -> Record | None:
        """Record of the document in that version; None where it was not issued."""
        return next((r for r in self.all if (r.document, r.version) == (document, version)), None)

    def data(self, record: Record, suffix: str) -> bytes | None:
        """The file of the record; None where it has none with that suffix. Raises OSError."""
        name = record.named(suffix)
        return files.read(self.path / name) if name else None

    def sources(self, record: Record) -> dict[str, bytes]:
        """Contents of the plan's own files then, by their names in its folder; nothing where that is lost."""
        try:
            held = json.loads(files.read(self.path / record.sources))
        except (OSError, ValueError, RecursionError):
            return {}
        return {name: text.encode() for name, text in held.items()} if isinstance(held, dict) else {}

    def faults(self, record: Record) -> Iterator[Uorden]:
        """Everything that is not as it was issued."""
        for name, wanted in record.hashes.items():
            path = self.path / name
            try:
                found = hashlib.sha256(_plain(name, files.read(path))).hexdigest()
            except OSError:
                yield Uorden(record.version, Fault.MISSING, self.name_of(name))
                continue
            if found != wanted:
                yield Uorden(record.version, Fault.ALTERED, self.name_of(name))

    def unreadable(self) -> Iterator[tuple[str, Uorden]]:
        """Manifests that nobody can read, or that were altered, each with the document that it is of."""
        for path in self._manifests():
            if self._read(path) is None:
                document, _, version = path.name.removesuffix(MANIFEST).rpartition(".version-")
                yield document, Uorden(unquote(version), Fault.ALTERED, self.name_of(path.name))

    def name_of(self, file: str) -> str:
        """The file of a record as messages name it."""
        return self._plan.workspace.name_of(self.path / file)

    def write(
        self, document: str, version: str, aftryk: str, made: Mapping[str, bytes],
        sources: Mapping[str, bytes],
    ) -> list[Path]:
        """Write a record: `made` has its files by their suffixes. What it was written as. Raises OSError."""
        held = json.dumps({name: data.decode() for name, data in sorted(sources.items())},
                          ensure_ascii=False, indent=1).encode()  # fmt: skip
        source = f"{SOURCES}{hashlib.sha256(held).hexdigest()[:_SHORT]}.json"
        stem = stem_of(document, version)
        all_files = {source: held, **{f"{stem}{suffix}": data for suffix, data in made.items()}}
        hashes = {name: hashlib.sha256(_plain(name, data)).hexdigest() for name, data in all_files.items()}
        all_files[f"{stem}{MANIFEST}"] = sealed({
            "format": FORMAT, "document": document, "version": version, "aftryk": aftryk, "sources": source,
            "files": [{"file": name, "sha256": digest} for name, digest in hashes.items()],
        })  # fmt: skip
        top = self._plan.workspace.root
        writing.make_folder(self.path, top)
        for name, data in all_files.items():
            writing.replace_file(writing.no_link(self.path / name, top), data)
        self.__dict__.pop("all", None)
        return [self.path / name for name in all_files]

    def _manifests(self) -> list[Path]:
        found = files.listed(self.path) if files.is_folder(self.path) else []
        return [path for path in found
                if path.name.endswith(MANIFEST) and not path.name.startswith((".", SOURCES))]  # fmt: skip

    def _read(self, path: Path) -> Record | None:
        try:
            held = unsealed(_plain(path.name, files.read(path)))
            hashes = {one["file"]: one["sha256"] for one in held["files"]}
            document, version, aftryk, sources = (str(held[key]) for key in _KEYS)
            record = Record(document, version, aftryk, sources, hashes)
        except (OSError, LookupError, TypeError):
            return None
        is_its_own = f"{record.stem}{MANIFEST}" == path.name
        return record if is_its_own and not any("/" in name or "\\" in name for name in hashes) else None


def stem_of(document: str, version: str) -> str:
    """`strategisk-samarbejdsaftale.version-1`: the beginning of the names of a record's files."""
    return f"{document}.version-{quote(version, safe='')}"


def own_sources(folder: PlanFolder) -> dict[str, bytes]:
    """The plan's own files that its documents are made of, its YAML and its wording, by name. OSError."""
    own = folder.path / TEMPLATES
    inside = files.below(own) if files.is_folder(own) else ()
    wording = [path for path in inside if path.name.endswith((SUFFIX, ".yaml"))]
    shared = [folder.helhedsplan, *(file.path for file in folder.aftaler())]
    return {path.relative_to(folder.path).as_posix(): _plain(path.name, files.read(path))
            for path in (*shared, *wording)}  # fmt: skip


def is_same(one: Mapping[str, bytes], other: Mapping[str, bytes], names: Iterable[str]) -> bool:
    """Tell whether both hold the same in the files of those names."""
    return all(one.get(name) == other.get(name) for name in names)


def _plain(name: str, data: bytes) -> bytes:
    """The data; of a text without the line ends of another system."""
    return data.replace(b"\r\n", b"\n") if not name.endswith((DOCX, PDF)) else data
