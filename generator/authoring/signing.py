"""Issue of versions: what a final document prints is kept with its plan, and the hash of it put in its YAML.

What stands in the record is what a build writes. First it is found out what can be issued, and nothing is
written; then the records are, then the hashes. Who is interrupted in between gives the command again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field

from generator.authoring.edits import Add, edited
from generator.authoring.format import canonical
from generator.base.border import files, writing
from generator.base.findings import Finding, Rejected
from generator.base.language import say
from generator.document.printed import aftryk_of
from generator.formats import pdf
from generator.formats.word.reading.as_text import text_of_docx
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.udgave import Fault, Stand
from generator.plan.rules.revision import R6
from generator.run.build import Builder
from generator.run.outcomes import Outcome
from generator.workspace.folders import AftaleFile, PlanFolder, Workspace
from generator.workspace.issued import DOCX, PDF, SCAN, TEXT, Record, Records, own_sources


class Issued(Struct, frozen=True):
    """A document with the version that it is issued in, now or before, and the files that were written."""

    document: str
    version: str
    files: tuple[Path, ...] = ()


class Refused(Struct, frozen=True):
    """A document that is not issued, and the sentence that says why; `is_wrong` unless it is only early."""

    document: str
    why: str
    hint: str
    is_wrong: bool = True


Told = Issued | Refused | Finding


class _Ready(Struct, frozen=True):
    """A document that is to be issued: its files by their suffixes, its YAML as it is and as it will be."""

    file: AftaleFile
    version: str
    aftryk: str
    made: Mapping[str, bytes]
    typed: bytes
    written: bytes


class _Held(Struct):
    """Files that a build has made, and nobody has written."""

    files: dict[Path, bytes] = field(default_factory=dict)

    def __call__(self, path: Path, data: bytes) -> None:
        self.files[path] = data


class Signing:
    """Issues the newest versions of a plan's documents."""

    def __init__(self, workspace: Workspace, folder: PlanFolder, epoch: int | None) -> None:
        self._workspace, self._folder = workspace, folder
        self._held = _Held()
        self._builder = Builder(workspace, self._held, None, epoch, () if pdf.missing() else (PDF,))
        self._records = Records(folder)

    def issue(self, wanted: Sequence[AftaleFile], scan: bytes | None = None) -> Iterator[Told]:
        """Issue the documents, and tell of each what came of it, with what is wrong with any of them.

        `scan` is the signed paper of the one that is wanted, as a PDF. Raises OSError.
        """
        read = self._builder.read(self._folder)
        plan, wrong = read.plan, [one for one in read.findings if one.is_error]
        ready: list[_Ready] = []
        for file in wanted:
            aftale = next((a for a in plan.aftaler if a.navn == file.name), None) if plan else None
            if no := self._refusal(file, plan, aftale, wrong):
                yield no
            elif plan and aftale:
                made = self._again(file, plan, aftale, scan) or self._ready(file, plan, aftale, scan)
                if isinstance(made, _Ready):
                    ready.append(made)
                else:
                    yield made
        yield from (one for one in wrong if one.place.file in self._folder.sources(wanted))
        yield from self._written(ready)

    def _refusal(
        self, file: AftaleFile, plan: Plan | None, aftale: Aftale | None, wrong: Sequence[Finding]
    ) -> Refused | None:
        """Reason why the document cannot be issued as it is; None where nothing is in the way."""
        name = file.name
        has_errors = Refused(name, say("{document} is not issued: it has errors", document=name),
                             say("mend what is told below, and sign again"))  # fmt: skip
        if plan is None or aftale is None:
            return has_errors
        udgave = plan.udgaver.get(name)
        if not plan.is_final(aftale):
            hint = say("write `status: endelig` when it is to be signed")
            why = say("{document} is not issued: it is a draft", document=name)
            return Refused(name, why, hint, is_wrong=False)
        if udgave is None:
            hint = say("write under `versioner`: {entry}", entry="{nummer: 1, dato: …}")
            why = say("{document} is not issued: it has no version", document=name)
            return Refused(name, why, hint, is_wrong=False)
        if udgave.udstedt and udgave.stand is Stand.CHANGED:
            why = say("{document} is not issued: version {version} was issued with another text",
                      document=name, version=udgave.version)  # fmt: skip
            return Refused(name, why, say("write a new version under `versioner`, and sign that"))
        if any(fault.hvad is not Fault.OTHER_TEXT for fault in plan.uorden.get(name, ())):
            why = say("{document} is not issued: what is kept of it was altered, or is not whole",
                      document=name)  # fmt: skip
            return Refused(name, why, say("fetch it back from git or from a backup"))
        unfinished = udgave.udstedt and not _newest(aftale)
        own = self._folder.name_of(name)
        errors = [one for one in wrong if one.place.file == own and not (unfinished and one.code == R6)]
        return has_errors if errors else None

    def _again(
        self, file: AftaleFile, plan: Plan, aftale: Aftale, scan: bytes | None
    ) -> Issued | Refused | None:
        """Look at a version that was issued already; None where it was not.

        A scan is added to its record, and the hash where the command was interrupted before it was written.
        """
        udgave = plan.udgaver.get(file.name)
        record = self._records.of(file.name, udgave.version) if udgave else None
        if record is None:
            return None
        written: list[Path] = []
        if not _newest(aftale):
            typed = files.read(file.path)
            writing.write_through(file.path, _with(typed, file, aftale, record.aftryk), typed, self._top)
            written.append(file.path)
        if scan is not None:
            if record.named(SCAN) and self._records.data(record, SCAN) != scan:
                there = self._records.name_of(record.named(SCAN))
                why = say("{document} has another scan already: {file}", document=file.name, file=there)
                return Refused(file.name, why, say("take that away first, if it is not the signed paper"))
            written += self._kept_again(record, scan)
        return Issued(file.name, record.version, tuple(written))

    def _kept_again(self, record: Record, scan: bytes) -> list[Path]:
        """Write the record once more, with the scan; only what is new in it is named."""
        held = {suffix: self._records.data(record, suffix) for suffix in (DOCX, PDF, TEXT)}
        made = {suffix: data for suffix, data in held.items() if data is not None} | {SCAN: scan}
        paths = self._records.write(record.document, record.version, record.aftryk, made,
                                    self._records.sources(record))  # fmt: skip
        return [path for path in paths if path.name not in record.hashes]

    def _ready(self, file: AftaleFile, plan: Plan, aftale: Aftale, scan: bytes | None) -> _Ready | Refused:
        """Make the files of the document. Nothing is written."""
        path = self._folder.output(file.name)
        for event in self._builder.plan(self._folder, (self._folder.whole(file),)):
            if isinstance(event, Outcome) and event.reason:
                why = say("{document} is not issued: it has errors", document=file.name)
                hint = say("see them with: aftale check {plan}", plan=self._folder.name)
                return Refused(file.name, why, hint)
        docx = self._held.files[path]
        made = {DOCX: docx, TEXT: text_of_docx(docx).encode()}
        beside = self._held.files.get(path.with_suffix(PDF))
        made |= {PDF: beside} if beside is not None else {}
        made |= {SCAN: scan} if scan is not None else {}
        aftryk = aftryk_of(self._builder.texts.signed(self._folder, file, plan, aftale))
        typed = files.read(file.path)
        return _Ready(file, aftale.version, aftryk, made, typed, _with(typed, file, aftale, aftryk))

    def _written(self, ready: Sequence[_Ready]) -> Iterator[Issued]:
        """Write the records, each with the sources as they will be when all is written, then the hashes."""
        if not ready:
            return
        sources = own_sources(self._folder) | {one.file.path.name: one.written for one in ready}
        for one in ready:
            paths = self._records.write(one.file.name, one.version, one.aftryk, one.made, sources)
            writing.write_through(one.file.path, one.written, one.typed, self._top)
            yield Issued(one.file.name, one.version, (*paths, one.file.path))

    @property
    def _top(self) -> Path:
        return self._workspace.root


def _newest(aftale: Aftale) -> str | None:
    """Hash that stands at the newest version."""
    return aftale.nyeste_version.aftryk if aftale.nyeste_version else None


def _with(typed: bytes, file: AftaleFile, aftale: Aftale, aftryk: str) -> bytes:
    """The YAML with the hash at its newest version; in order afterwards, if it was in order before."""
    text, model = typed.decode(), file.kind.model
    path = ("versioner", len(aftale.versioner) - 1, "aftryk")
    made = edited(text, [Add(path, aftryk)], model).text
    try:
        in_order = canonical(text, model) == text
        return (canonical(made, model) if in_order else made).encode()
    except Rejected:
        return made.encode()
