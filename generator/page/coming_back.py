"""Word files that came back: what of them is proven is shown first, and written when she says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

from msgspec import Struct, field

from generator.base.language import say
from generator.page.brought import Brought
from generator.workspace.folders import NotFound, Workspace

if TYPE_CHECKING:
    from generator.compare.returned.from_file import Back
    from generator.compare.returned.into_now import Taken
    from generator.compare.returned.told import Told

SUFFIX, YAML = ".docx", "YAML"
MOST = 4
"""Files that wait to be decided about: each holds a plan as it was."""
_KEY = re.compile(r"^[\w.\[\]-]+: ")
"""The path of a key before what the model says of its value."""


class CameBack(Struct, frozen=True):
    """A file that came back, and what it would come to as the plan is now."""

    name: str
    back: Back
    taken: Taken

    @property
    def plan(self) -> str:
        """The folder of the plan that the document is of."""
        return self.back.state.folder.name

    @property
    def document(self) -> str:
        """The document that it is."""
        return self.back.state.file.name


class Returns(Struct):
    """Takes files back into the plans of a workspace."""

    workspace: Workspace
    brought: Brought[CameBack] = field(default_factory=lambda: Brought(MOST))

    def bring(self, name: str, data: bytes) -> str:
        """Read a file that came back, and return the word that it is known by. Raises NotFound."""
        from generator.compare.returned.from_file import Back, NoSources

        if not name.casefold().endswith(SUFFIX):
            raise NotFound(say("The file is no Word file."), say("Choose a file whose name ends with .docx."))
        with ExitStack() as open_:
            try:
                back = Back.of(name, data, self.workspace, open_)
            except NoSources as unknown:
                why = say("The plan was changed since the document was made, and no version was kept before.")
                hint = say("Keep a version before a document is sent: then it can be taken in again.")
                raise NotFound(why, hint) from unknown
            return self.brought.keep(CameBack(name, back, self._now(back)))

    def again(self, came: CameBack) -> CameBack:
        """The same beside the plan as it is by now."""
        return CameBack(came.name, came.back, self._now(came.back))

    def _now(self, back: Back) -> Taken:
        from generator.compare.returned.into_now import into_now

        return into_now(back.state, back.returned, back.as_it_is(self.workspace))


def left_out(came: CameBack) -> Iterator[tuple[Told, str]]:
    """Yield all that does not come back, each with the reason as the page says it."""
    yield from ((one, say("Somebody else has written something else there meanwhile."))
                for one in came.taken.conflicts)
    yield from ((one, why_not(one)) for one in came.back.returned.told)


def why_not(told: Told) -> str:
    """The reason, without keys and files: on the page there are none."""
    from generator.compare.returned.told import reason
    from generator.render.tracing import Kind

    source = told.source
    if source is not None and (source.is_name or source.reference):
        return say("This is a name that stands at other places too. Change it on the page.")
    if source is not None and source.kind in (Kind.TEMPLATE, Kind.FORM):
        return say("These words are the form's own. They are the same in all agreements of the round.")
    if source is not None and source.kind is Kind.COMPUTED:
        return say("This is computed. Change what it follows from.")
    if told.why == reason(None)[0]:
        return say("The form has no place for this.")
    if YAML in told.why:
        return say("It is not certain where this belongs. Write it on the page.")
    return "\n".join(filter(None, (_KEY.sub("", told.why), told.hint)))
