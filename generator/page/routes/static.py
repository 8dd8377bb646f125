"""Files that all pages share: the style sheet, the script and the icon."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.base.border import files
from generator.base.border.web_server import Answer, Request
from generator.page.site import Site
from generator.page.views.whole import ICON

STATIC = Path(__file__).parent.parent / "static"
KINDS = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}


def answer(_: Site, request: Request) -> Answer | None:
    """Answer with the file of that name in the list."""
    match request.path:
        case ("static", name) if name in _there():
            return _file(name)
        case ("favicon.ico",):
            return _file(ICON)
    return None


def _file(name: str) -> Answer:
    path = _there()[name]
    return Answer(files.read(path), KINDS[path.suffix])


@cache
def _there() -> dict[str, Path]:
    return {path.name: path for path in files.listed(STATIC) if path.suffix in KINDS}
