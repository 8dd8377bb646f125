"""A file that came back → the state that it was made of, and what of it comes back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import ExitStack, suppress

from msgspec import Struct

from generator.authoring.edits.saving import decoded
from generator.base.border import files
from generator.base.findings import Rejected
from generator.base.language import later, say
from generator.compare.returned.people import people
from generator.compare.returned.returning import Returned, returned
from generator.compare.returned.stands_already import without_what_stands
from generator.compare.returned.state import State
from generator.formats.word.reading import Read, read_document
from generator.plan.source.read import read_source
from generator.workspace import stamp
from generator.workspace.folders import NotFound, Workspace
from generator.workspace.git import Repository
from generator.workspace.of_stamp import as_made, document_of

NO_DOCUMENT = later("choose a document, or a redline, that this program has made")


class NoSources(NotFound):
    """Nobody knows what a document was made from: it was changed since, and no version was kept."""


class Back(Struct, frozen=True, eq=False):
    """A document that came back: the state it was made of, all that comes back, and who has edited it."""

    state: State
    read: Read
    returned: Returned
    people: Sequence[str]

    @classmethod
    def of(cls, name: str, data: bytes, workspace: Workspace, open_: ExitStack) -> Back:
        """The document of that name. What is `open_` holds its sources as they were. Raises NotFound."""
        read, found = read_document(data), stamp.read(data)
        if found.stamp is None or not found.stamp.sources:
            raise NotFound(say("{file} does not say what it was made from", file=name), say(NO_DOCUMENT))
        made = open_.enter_context(as_made(workspace, found.stamp, _stem(name)))
        state = State.of(made.folder, made.file)
        back = returned(state, read)
        if made.are_others and (back.changes or back.told):  # what differs may be what the sources say since
            why = say("no commit has the sources that {file} was made from", file=name)
            raise NoSources(why, say("keep a version with `aftale save` before a document is sent; "
                                     "then its sources are known"))
        if made.commit:
            with suppress(Rejected):  # what is in error today tells nothing
                today = State.of(*document_of(workspace, found.stamp, _stem(name)))
                back = without_what_stands(today, read, back)
        repository = Repository.of(workspace.root)
        return cls(state, read, back, people(read, [repository.author] if repository else []))

    def as_it_is(self, workspace: Workspace, names: Iterable[str] = ()) -> dict[str, str]:
        """The files of the plan, or of those names, as they are now; nothing of one that is not there."""
        paths = {name: workspace.root / name for name in names or self.state.files}
        return {name: decoded(read_source(path, name)) if files.is_there(path) else ""
                for name, path in paths.items()}


def _stem(name: str) -> str:
    """The name of the document, without what tells of a redline or of a copy."""
    return name.removesuffix(".docx").split(" (")[0].removesuffix(".redline")
