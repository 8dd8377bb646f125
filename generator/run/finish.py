"""Files of a document: written, stamped with what they were made from, and saved."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator import __version__
from generator.base.findings import Finding, Rejected
from generator.document.gaps import unexplained
from generator.document.model import Document
from generator.formats import word
from generator.formats.word import Reference
from generator.plan.model.plan import Aftale, Plan
from generator.run.outcomes import PAGE, PDF, SHEET, not_written
from generator.workspace.folders import AftaleFile, PlanFolder, Workspace
from generator.workspace.made_from import Dependencies
from generator.workspace.stamp import COMMENTED, SEAL, Stamp
from generator.workspace.standing import Standing

Save = Callable[[Path, bytes], Standing | None]


class Commented(NamedTuple):
    """A document and the comments at its runs."""

    document: Document
    comments: word.Comments


class Finished(NamedTuple):
    """Result of a document: how its file stood, and those beside it, with the pages of its PDF."""

    standing: Standing | None = None
    beside: tuple[tuple[str, Standing], ...] = ()
    pages: int = 0


class Finisher:
    """Writes and saves the documents of a run; opens each reference once.

    `save` takes the bytes of a file; without it none is made, and only faults are looked for. `beside` has
    the suffixes of what is written beside every .docx.
    """

    def __init__(
        self, workspace: Workspace, save: Save | None, out: Path | None, epoch: int | None,
        beside: Collection[str] = (),
    ) -> None:
        self._workspace, self._save, self._out, self._epoch = workspace, save, out, epoch
        self._beside = beside
        self._references: dict[Path, Reference] = {}
        self._dependencies = Dependencies()
        self._told: set[Finding] = set()

    def __call__(
        self, document: Document, folder: PlanFolder, file: AftaleFile, plan: Plan, aftale: Aftale,
        hear: Callable[[Finding], object], said: Commented | None = None,
    ) -> Finished:
        """Write the document and save it, or only try if it could be. Raises Rejected where it cannot.

        `hear` hears what is written and does not look as it should. `said` is the same document with
        comments, where it is to have some.
        """
        if wrong := unexplained(document):
            raise Rejected(wrong)
        reference = self.reference(folder)
        if self._save is None:
            word.check(document, reference, hear)
            return Finished()
        stamped = self._stamped(document, folder, file, plan, aftale)
        path = folder.output(file.name, self._out)
        data = self._word(stamped, reference, hear, said)
        pages = 0
        others: dict[str, bytes] = {}
        if PDF in self._beside:
            from generator.formats import pdf

            made = pdf.write(stamped, reference, self._epoch, partial(self._once, hear))
            others[PDF], pages = made.data, made.pages
        if SHEET in self._beside and aftale.kind.sheet:
            others[SHEET] = self._sheet(stamped, plan, aftale)
        if PAGE in self._beside and aftale.kind.for_web:
            from generator.formats import html

            others[PAGE] = html.page(stamped)
        standing = self._saved(self._save, path, data)
        saved = ((suffix, self._saved(self._save, path.with_suffix(suffix), one))
                 for suffix, one in others.items())
        return Finished(standing, tuple((suffix, stood) for suffix, stood in saved if stood), pages)

    def _word(
        self, stamped: Document, reference: Reference, hear: Callable[[Finding], object],
        said: Commented | None,
    ) -> bytes:
        """The .docx, with the comments that there are."""
        if said is None:
            return word.write(stamped, reference, self._epoch, seal=SEAL, hear=hear)
        told = replace(stamped, blocks=said.document.blocks,
                       properties=(*stamped.properties, (COMMENTED, str(len(said.comments)))))
        return word.write(told, reference, self._epoch, seal=SEAL, hear=hear, comments=said.comments)

    def _sheet(self, stamped: Document, plan: Plan, aftale: Aftale) -> bytes:
        """The workbook of the document's figures, with its properties."""
        from generator.formats import sheet
        from generator.render.sheets import workbook

        return sheet.write(workbook(plan, aftale), stamped, self._epoch, SEAL)

    def reference(self, folder: PlanFolder) -> Reference:
        """Look of the plan's documents, opened once."""
        path = folder.form_file("reference.docx")
        if path not in self._references:
            self._references[path] = Reference.open(path)
        return self._references[path]

    def _saved(self, save: Save, path: Path, data: bytes) -> Standing | None:
        try:
            return save(path, data)
        except OSError as error:
            raise Rejected([not_written(error, self._workspace.name_of(path))]) from error

    def _once(self, hear: Callable[[Finding], object], finding: Finding) -> None:
        """Pass on what no document of the run has told before, such as that a font is not there."""
        if finding not in self._told:
            self._told.add(finding)
            hear(finding)

    def _stamped(
        self, document: Document, folder: PlanFolder, file: AftaleFile, plan: Plan, aftale: Aftale
    ) -> Document:
        """Add to the document's properties what it was made from."""
        hashes = self._dependencies.of(folder, file, plan.form.midler)
        stamp = Stamp.of(hashes, f"aftale {__version__}", aftale.version)
        return replace(document, properties=(*document.properties, *stamp.properties()))
