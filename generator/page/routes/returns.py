"""Word files that come back: brought, shown, taken in when she says so; what they leave is let go."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from generator.base.border.web_server import FILES, Answer, Request
from generator.base.language import say
from generator.base.values import replace
from generator.page import leftovers, remarks
from generator.page.fields import Spot, label
from generator.page.site import Missing, Site
from generator.page.titles import titles
from generator.page.views.whole import address
from generator.plan.source.tree import KeyPath

if TYPE_CHECKING:
    from generator.compare.returned.changes import Change
    from generator.page.coming_back import CameBack

RETURNED = "returned"


def shown(site: Site, request: Request) -> Answer | None:
    """Answer with what a file that came back would come to, as the plan is now."""
    match request.path:
        case (step, word) if step == RETURNED:
            came = _known(site, word)
            now = site.returns.again(came)
            return Answer(_page(site, now, word, is_new=now.taken.texts != came.taken.texts))
    return None


def changed(site: Site, request: Request) -> Answer | None:
    """Take a file, or write what was shown of it."""
    match request.path:
        case (step, what, name, file) if (step, what) == (FILES, RETURNED):
            site.folder(name)
            return Answer.of({"go": f"/{RETURNED}/{site.returns.bring(file, request.file)}"})
        case ("placed" | "seen" as what,):
            return _gone(site, what, request.body)
        case ("take-back",):
            return Answer.of({"go": _taken(site, request.body)})
    return None


def _gone(site: Site, what: str, body: dict[str, object]) -> Answer:
    """Let go of a passage that was left over, or of a comment that was seen to."""
    folder, words = site.folder(body.get("plan")), body.get("words")
    seen = what == "seen"
    texts = remarks.without(folder, body.get("file"), words) if seen else leftovers.without(folder, words)
    if texts is None:
        raise Missing
    site.writer.put(folder.name, texts)
    return Answer.of({})


def _taken(site: Site, body: dict[str, object]) -> str:
    """Write what is chosen, and return where to go on: where the plan is another by now, to look again."""
    word, chosen = body.get("words"), body.get("chosen")
    came = _known(site, word)
    if not isinstance(chosen, list) or not all(type(one) is int for one in chosen):
        raise Missing
    now = site.returns.again(came)
    if now.taken.texts != came.taken.texts:
        left = frozenset(one.number for one in came.offers if one.number not in chosen)
        return f"/{RETURNED}/{site.returns.brought.keep(replace(now, left=left))}"
    texts = site.returns.texts(now, chosen)
    if texts.both:
        site.writer.put(now.plan, texts)
    site.returns.brought.forget(word)
    return address(now.plan, now.document)


def _known(site: Site, word: object) -> CameBack:
    came = site.returns.brought.get(word)
    if came is None:
        raise Missing
    return came


def _page(site: Site, came: CameBack, word: str, *, is_new: bool) -> bytes:
    from generator.page.views.came_back import came_back_page
    from generator.page.views.choices import Named

    folder, held = site.folder(came.plan), came.back.state.files
    documents = titles(folder, site.plans.of(folder).read.plan)

    def labelled(file: str, path: KeyPath) -> str:
        return label(Spot(site.workspace.root / file, held[file].model, path))

    def named(change: Change) -> Named:
        also = [(documents.get(PurePath(file).stem, say("the plan itself")), labelled(file, edit.path))
                for file, edits in change.also for edit in edits]
        return Named(labelled(change.slot.file, change.slot.path), tuple(dict.fromkeys(also)))

    return came_back_page(came, word, site.name(folder), named, is_new=is_new)
