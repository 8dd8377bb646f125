"""`aftale inspect --signers`: who signs the documents, as JSON for an e-signing service.

docs/formater.md describes every key. All is read from the files themselves, so that it is what is sent.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator import __version__
from generator.base.border import files
from generator.base.language import say
from generator.cli.selection import chosen
from generator.formats import pdf
from generator.formats.pdf import stamped
from generator.formats.word.signers import Signer, signers_of_docx
from generator.workspace import stamp
from generator.workspace.folders import NotFound

VERSION = 1
"""Grows when a key gets another meaning or goes away; a new key does not change it."""


def signers_as_json(named: Path) -> str:
    """Write the signers of the file, or of all documents of the plan of that name, in ASCII.

    Raises NotFound where neither is there, and Rejected for a file that is no .docx.
    """
    found = [_document(name, file) for name, file in _files(named)]
    return json.dumps({"version": VERSION, "aftale": __version__, "documents": found}, indent=2)


def _files(named: Path) -> list[tuple[str, Path]]:
    """The file, or the plan's documents as they lie in output/, each with its name."""
    if files.is_there(named) and not files.is_folder(named):
        return [(named.as_posix(), named)]
    workspace, (folder,) = chosen((str(named),))
    paths = [folder.output(file.name) for file in folder.aftaler()]
    made = [(workspace.name_of(path), path) for path in paths if files.is_there(path)]
    if not made:
        hint = say("make them with: aftale build {plan}", plan=folder.name)
        raise NotFound(say("no document of the plan {plan} has been made", plan=folder.name), hint)
    return made


def _document(name: str, file: Path) -> dict[str, Any]:
    data = files.read(file)
    signers = signers_of_docx(data)
    told = stamp.read(data)
    pages = _pages(file, told)
    return {
        "file": name,
        "plan": told.properties.get(stamp.PLAN),
        "document": told.properties.get(stamp.DOCUMENT),
        "status": told.properties.get(stamp.STATUS),
        "as_generated": told.intact,
        "signers": [_signer(signer, pages.get(signer.anchor)) for signer in signers],
    }


def _pages(file: Path, told: stamp.Found) -> dict[str, int]:
    """The page on which each signs, by the anchor, as a PDF beside it has it that was made of the same."""
    beside = file.with_suffix(".pdf")
    if pdf.missing() or not files.is_there(beside):
        return {}
    found = stamp.read(files.read(beside))
    same = found.intact and found.stamp and told.stamp and found.stamp.sources == told.stamp.sources
    return stamped.pages_of(found.properties) if same else {}


def _signer(signer: Signer, page: int | None) -> dict[str, Any]:
    return {
        "order": signer.order,
        "label": signer.label or None,
        "name": signer.name or None,
        "title": signer.title or None,
        "organisation": signer.organisation or None,
        "cvr": signer.cvr or None,
        "digital": signer.digital,
        "anchor": signer.anchor or None,
        "reference": signer.reference or None,
        "page": page,
    }
