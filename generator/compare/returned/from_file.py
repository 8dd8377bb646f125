"""A file that came back → the state that it was made of, and what of it comes back."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack

from msgspec import Struct

from generator.base.language import later, say
from generator.compare.returned.people import people
from generator.compare.returned.returning import Returned, returned
from generator.compare.returned.state import State
from generator.formats.word.reading import read_document
from generator.plan.source.read import read_source
from generator.workspace import stamp
from generator.workspace.folders import NotFound, Workspace
from generator.workspace.git import Repository
from generator.workspace.of_stamp import as_made

NO_DOCUMENT = later("choose a document, or a redline, that this program has made")


class NoSources(NotFound):
    """Nobody knows what a document was made from: it was changed since, and no version was kept."""


class Back(Struct, frozen=True, eq=False):
    """A document that came back: the state it was made of, all that comes back, and who has edited it."""

    state: State
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
        repository = Repository.of(workspace.root)
        return cls(state, back, people(read, [repository.author] if repository else []))

    def as_it_is(self, workspace: Workspace) -> dict[str, str]:
        """The files of the plan as they are now, by their names."""
        return {name: read_source(workspace.root / name, name).decode() for name in self.state.files}


def _stem(name: str) -> str:
    """The name of the document, without what tells of a redline or of a copy."""
    return name.removesuffix(".docx").split(" (")[0].removesuffix(".redline")
