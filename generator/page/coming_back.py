"""Word files that came back: what of them is proven is shown first, and written when she says so."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

from msgspec import Struct, field

from generator.base.language import say
from generator.base.values import replace
from generator.page.brought import Brought
from generator.page.fields import Spot
from generator.page.her_words import for_page
from generator.page.whole_texts import Texts
from generator.workspace.folders import NotFound, Workspace

if TYPE_CHECKING:
    from generator.compare.returned import Returned
    from generator.compare.returned.changes import Change
    from generator.compare.returned.choices import Choice
    from generator.compare.returned.from_file import Back
    from generator.compare.returned.into_now import Taken
    from generator.compare.returned.remarks import Remark
    from generator.compare.returned.told import Told

SUFFIX, YAML = ".docx", "YAML"
MOST = 4
"""Files that wait to be decided about: each holds a plan as it was."""
_KEY = re.compile(r"^[\w.\[\]-]+: ")
"""The path of a key before what the model says of its value."""


class Offer(Struct, frozen=True):
    """Changes that she takes together, or a comment; the number that it is chosen by."""

    number: int
    changes: tuple[Change, ...] = ()
    remark: Remark | None = None


class CameBack(Struct, frozen=True):
    """A file that came back, and what it would come to as the plan is now.

    `choices` are its changes, those together that do not stand alone; `left` are the numbers of what she
    does not want.
    """

    name: str
    back: Back
    choices: tuple[Choice, ...]
    taken: Taken
    left: frozenset[int] = frozenset()

    @property
    def plan(self) -> str:
        """The folder of the plan that the document is of."""
        return self.back.state.folder.name

    @property
    def document(self) -> str:
        """The document that it is."""
        return self.back.state.file.name

    @property
    def offers(self) -> list[Offer]:
        """All that can be written, changes before comments."""
        free = [(number, tuple(one for one in choice if one in self.taken.changes))
                for number, choice in enumerate(self.choices) if not self._is_hindered(choice)]
        remarks = enumerate(self.back.returned.remarks, len(self.choices))
        return [*(Offer(number, changes) for number, changes in free if changes),
                *(Offer(number, remark=one) for number, one in remarks)]

    @property
    def hindered(self) -> list[Change]:
        """Changes that cannot be written because what they go with is written otherwise by somebody else."""
        return [one for choice in self.choices if self._is_hindered(choice)
                for one in choice if one in self.taken.changes]

    def only(self, numbers: Collection[int]) -> Returned:
        """Only what is chosen by those numbers, and what stands in the plan already."""
        offers = [one for one in self.offers if one.number in numbers]
        wanted = [change for one in offers for change in one.changes]
        found = self.back.returned
        changes = tuple(one for one in found.changes if one in wanted or one in self.taken.there)
        return replace(found, changes=changes, remarks=tuple(one.remark for one in offers if one.remark))

    def _is_hindered(self, choice: Choice) -> bool:
        return not all(one in self.taken.changes or one in self.taken.there for one in choice)


class Returns(Struct):
    """Takes files back into the plans of a workspace."""

    workspace: Workspace
    brought: Brought[CameBack] = field(default_factory=lambda: Brought(MOST))

    def bring(self, name: str, data: bytes) -> str:
        """Read a file that came back, and return the word that it is known by. Raises NotFound."""
        from generator.compare.returned.choices import choices
        from generator.compare.returned.from_file import Back, NoSources
        from generator.compare.returned.into_now import into_now

        if not name.casefold().endswith(SUFFIX):
            raise NotFound(say("The file is no Word file."), say("Choose a file whose name ends with .docx."))
        with ExitStack() as open_:
            try:
                back = Back.of(name, data, self.workspace, open_)
            except NoSources as unknown:
                why = say("The plan was changed since the document was made, and no version was kept before.")
                hint = say("Keep a version before a document is sent: then it can be taken in again.")
                raise NotFound(why, hint) from unknown
            found = choices(back.state, back.read, back.returned.changes)
            taken = into_now(back.state, back.returned, back.as_it_is(self.workspace))
            return self.brought.keep(CameBack(name, back, found, taken))

    def again(self, came: CameBack) -> CameBack:
        """The same beside the plan as it is by now."""
        from generator.compare.returned.into_now import into_now

        now = came.back.as_it_is(self.workspace)
        return replace(came, taken=into_now(came.back.state, came.back.returned, now))

    def texts(self, came: CameBack, numbers: Collection[int]) -> Texts:
        """The texts that write what is chosen. Raises NotFound where that does not stand by itself."""
        from generator.compare.returned.choices import stand
        from generator.compare.returned.into_now import into_now

        back, found, now = came.back, came.only(numbers), came.back.as_it_is(self.workspace)
        if found.changes and not stand(back.state, back.read, found.changes):
            raise NotFound(say("These changes cannot be written without the others."), say("Choose more."))
        texts = into_now(back.state, found, now).texts
        return Texts({self.workspace.root / name: (now[name].encode(), text.encode())
                      for name, text in texts.items()})


def left_out(came: CameBack) -> Iterator[tuple[Told, str]]:
    """Yield all that does not come back, each with the reason as the page says it."""
    yield from ((one, say("Somebody else has written something else there meanwhile."))
                for one in came.taken.conflicts)
    yield from ((one.told(""), say("It goes with something that somebody else has written otherwise."))
                for one in came.hindered)
    state = came.back.state
    at = Spot(state.file.path, state.file.kind.model, ())
    yield from ((one, why_not(one, at)) for one in came.back.returned.told)


def why_not(told: Told, at: Spot) -> str:
    """The reason, without keys and files: on the page there are none. The document is that of the spot."""
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
    return "\n".join(filter(None, for_page(_KEY.sub("", told.why), told.hint, at)))
