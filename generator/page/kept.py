"""Things that are taken from the page: a document as a file, and the plans as a version."""

from __future__ import annotations

from pathlib import Path

from generator.base.language import say, say_count
from generator.workspace.folders import AftaleFile, PlanFolder, Workspace
from generator.workspace.issued import DOCX, PDF

DOWNLOADS = {
    DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    PDF: "application/pdf",
}


def built(workspace: Workspace, folder: PlanFolder, file: AftaleFile, suffix: str) -> bytes | str:
    """The document as a file of that kind, made as a build makes it; else why there is none.

    Nothing is written in output/: what lies there may be open in Word.
    """
    from generator.formats import pdf
    from generator.run.build import Builder
    from generator.run.outcomes import Outcome

    if suffix == PDF and pdf.missing():
        return say("This program has not all that it needs to make a PDF.")
    made: dict[Path, bytes] = {}
    builder = Builder(workspace, made.__setitem__, None, beside=(PDF,) if suffix == PDF else ())
    events = list(builder.plan(folder, (file.name,)))
    path = folder.output(file.name).with_suffix(suffix)
    if path in made:
        return made[path]
    reason = next((one.reason for one in events if isinstance(one, Outcome)), "")
    return say("The document cannot be made: {reason}. See what must be mended.", reason=reason)


def kept(workspace: Workspace) -> str:
    """Keep the plans as they are now as a version; what came of it, in a sentence. Raises GitRefused."""
    from generator.workspace.kept_in_git import keep, repository_for

    repository, _ = repository_for(workspace)
    files = keep(workspace, repository).files
    if not files:
        return say("Nothing has changed since the last version.")
    return say_count("A version is kept: {n} file.", "A version is kept: {n} files.", len(files))
