"""Files of a document: written, stamped with what they were made from, and saved."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from generator import __version__
from generator.base.findings import Finding, Rejected
from generator.base.values import replace
from generator.document.gaps import Gap, unexplained
from generator.document.model import Document
from generator.formats import word
from generator.formats.word import Reference
from generator.plan.model.plan import Aftale, Plan
from generator.run.outcomes import PAGE, PDF, SHEET, not_written
from generator.workspace.folders import AftaleFile, PlanFolder, Workspace
from generator.workspace.issued import DOCX
from generator.workspace.made_from import Dependencies
from generator.workspace.saved_documents import has_same_body, judge, stamp_there
from generator.workspace.stamp import COMMENTED, SEAL, Stamp
from generator.workspace.standing import Standing, State

Save = Callable[[Path, bytes], Standing | None]


Hear = Callable[[Finding], object]


class Commented(Struct, frozen=True):
    """A document and the comments at its runs."""

    document: Document
    comments: word.Comments


class Finished(Struct, frozen=True):
    """Result of a document: how its file stood, and those beside it, with the pages of its PDF.

    `estimated` is its length in pages where it was written.
    """

    standing: Standing | None = None
    beside: tuple[tuple[str, Standing], ...] = ()
    pages: int = 0
    estimated: float = 0.0


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
        self._told: set[tuple[str, Finding]] = set()

    def __call__(
        self, document: Document, seen: Sequence[Gap], folder: PlanFolder, file: AftaleFile, plan: Plan,
        aftale: Aftale, hear: Hear, said: Commented | None = None,
    ) -> Finished:
        """Write the document and save it, or only try if it could be. Raises Rejected where it cannot.

        `seen` are its gaps. `hear` hears what is written and does not look as it should. `said` is the same
        document with comments, where it is to have some.
        """
        if wrong := unexplained(document, seen):
            raise Rejected(wrong)
        reference = self.reference(folder)
        if self._save is None:
            word.check(document, reference, hear)
            return Finished()
        path = folder.output(file.name, self._out)
        stamp = self.stamp(folder, file, plan, aftale)
        measured: list[float] = []
        write = partial(self._word, said=said, reference=reference, measured=measured.append)
        stamped, data = self._written(document, path, stamp, write, hear)
        pages = 0
        others: dict[str, bytes] = {}
        if PDF in self._beside:
            from generator.formats import pdf

            made = pdf.write(stamped, reference, self._epoch, partial(self._once, folder, hear))
            others[PDF], pages = made.data, made.pages
        others |= self._others(stamped, plan, aftale)
        saved = self._all_saved(self._save, path, data, others)
        return replace(saved, pages=pages, estimated=measured[-1])

    def issued(
        self, files: Mapping[str, bytes], document: Document | None, folder: PlanFolder, file: AftaleFile,
        plan: Plan, aftale: Aftale,
    ) -> Finished:
        """Save the files of an issued version, by their suffixes, in place of what would be written today.

        What they do not have is made of the document, where there is one. Raises Rejected.
        """
        if self._save is None:
            return Finished()
        path = folder.output(file.name, self._out)
        others = {suffix: data for suffix, data in files.items() if suffix in self._beside}
        if document:
            stamped = _stamped(document, self.stamp(folder, file, plan, aftale))
            others |= self._others(stamped, plan, aftale)
        return self._all_saved(self._save, path, files[DOCX], others)

    def _others(self, stamped: Document, plan: Plan, aftale: Aftale) -> dict[str, bytes]:
        """Make what is asked for beside the document, and is no paper: its figures, its web page."""
        others: dict[str, bytes] = {}
        if SHEET in self._beside and aftale.kind.sheet:
            others[SHEET] = self._sheet(stamped, plan, aftale)
        if PAGE in self._beside and aftale.kind.for_web:
            from generator.formats import html

            others[PAGE] = html.page(stamped)
        return others

    def _written(
        self, document: Document, path: Path, stamp: Stamp,
        write: Callable[[Document, Hear], bytes], hear: Hear,
    ) -> tuple[Document, bytes]:
        """The document with its stamp, and as bytes.

        It has the stamp of the file that is there, where it is the same but for that: what its sources were
        when the page was made stays true when something changes in them that is not on the page.
        """
        stamped = _stamped(document, stamp)
        data = write(stamped, hear)
        there = stamp_there(path)
        if there and there != stamp and there.version == stamp.version and has_same_body(path, data):
            as_it_is = _stamped(document, there)
            as_it_stands = write(as_it_is, _heard_before)
            if judge(path, as_it_stands).state is State.CURRENT:
                return as_it_is, as_it_stands
        return stamped, data

    def _all_saved(
        self, save: Save, path: Path, data: bytes, others: Mapping[str, bytes]
    ) -> Finished:
        standing = self._saved(save, path, data)
        saved = ((suffix, self._saved(save, path.with_suffix(suffix), one)) for suffix, one in others.items())
        return Finished(standing, tuple((suffix, stood) for suffix, stood in saved if stood))

    def _word(
        self, stamped: Document, hear: Hear, reference: Reference, said: Commented | None,
        measured: Callable[[float], object],
    ) -> bytes:
        """The .docx, with the comments that there are."""
        if said is None:
            return word.write(stamped, reference, self._epoch, seal=SEAL, hear=hear, measured=measured)
        told = replace(stamped, blocks=said.document.blocks,
                       properties=(*stamped.properties, (COMMENTED, str(len(said.comments)))))
        return word.write(told, reference, self._epoch, seal=SEAL, hear=hear, comments=said.comments,
                          measured=measured)

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

    def _once(self, folder: PlanFolder, hear: Hear, finding: Finding) -> None:
        """Pass on what no document of the plan has told before, such as that a font is not there."""
        if (folder.name, finding) not in self._told:
            self._told.add((folder.name, finding))
            hear(finding)

    def stamp(self, folder: PlanFolder, file: AftaleFile, plan: Plan, aftale: Aftale) -> Stamp:
        """Tell what the document is made from."""
        hashes = self._dependencies.of(folder, file, plan.form.midler)
        return Stamp.of(hashes, f"aftale {__version__}", plan.udgave_af(aftale))


def _heard_before(_: Finding) -> None:
    """Hear nothing: it is the same document."""


def _stamped(document: Document, stamp: Stamp) -> Document:
    """Add to the document's properties what it was made from."""
    return replace(document, properties=(*document.properties, *stamp.properties()))
