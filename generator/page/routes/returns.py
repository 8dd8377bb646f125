"""Word files that come back: brought, shown, taken in when she says so; what they leave is let go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.base.border.web_server import FILES, Answer, Request
from generator.page import leftovers, remarks
from generator.page.fields import Spot, label
from generator.page.site import Missing, Site
from generator.page.views.whole import address
from generator.page.whole_texts import Texts

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
            return Answer.of({"go": _taken(site, request.body.get("words"))})
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


def _taken(site: Site, word: object) -> str:
    """Write what was shown, and return where to go on: where it is another by now, to look again."""
    came = _known(site, word)
    now = site.returns.again(came)
    if now.taken.texts != came.taken.texts:
        return f"/{RETURNED}/{site.returns.brought.keep(now)}"
    before = now.back.as_it_is(site.workspace)
    texts = {site.workspace.root / name: (before[name].encode(), text.encode())
             for name, text in now.taken.texts.items()}
    site.writer.put(now.plan, Texts(texts))
    site.returns.brought.forget(word)
    return address(now.plan, now.document)


def _known(site: Site, word: object) -> CameBack:
    came = site.returns.brought.get(word)
    if came is None:
        raise Missing
    return came


def _page(site: Site, came: CameBack, word: str, *, is_new: bool) -> bytes:
    from generator.page.views.came_back import came_back_page

    def named(change: Change) -> str:
        file = came.back.state.files[change.slot.file]
        return label(Spot(site.workspace.root / file.name, file.model, change.slot.path))

    return came_back_page(came, word, site.name(site.folder(came.plan)), named, is_new=is_new)
