"""Things taken from a plan: its documents as files, what has changed in it, and a version of it."""

from __future__ import annotations

from generator.base.border.web_server import TEXT, Answer, Request
from generator.page.kept import DOWNLOADS, built, kept
from generator.page.site import Missing, Site
from generator.page.writing import REFUSED
from generator.workspace.folders import PlanFolder


def answer(site: Site, request: Request) -> Answer | None:
    """Answer with a file to keep, or say why there is none."""
    match request.path:
        case ("changes", name):
            folder = site.folder(name)
            return Answer(site.changes(folder).encode(), name=f"aendringer-{folder.name}.html")
        case ("file", name, document):
            return _built(site, site.folder(name), document)
    return None


def keep_version(site: Site, request: Request) -> Answer | None:
    """Keep a version of all plans."""
    if request.path != ("keep",):
        return None
    site.folder(request.body.get("plan"))
    return Answer.of({"why": kept(site.workspace)})


def _built(site: Site, folder: PlanFolder, document: str) -> Answer:
    name, dot, suffix = document.rpartition(".")
    if dot + suffix not in DOWNLOADS:
        raise Missing
    made = built(site.workspace, folder, site.document(folder, name), dot + suffix)
    if isinstance(made, str):
        return Answer(made.encode(), TEXT, REFUSED)
    return Answer(made, DOWNLOADS[dot + suffix], name=document)
