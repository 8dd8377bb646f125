"""Edits of a page: what stands in a field, its save, entries that come, go and are moved, and undo."""

from __future__ import annotations

from generator.authoring.edits import Add, Edit, Move, Remove
from generator.base.border.web_server import Answer, Request
from generator.page.fields import NoSuchField, Spot, data, spot
from generator.page.lists import opened
from generator.page.prose import typed
from generator.page.site import Site
from generator.plan.source.read import Data


def answer(site: Site, request: Request) -> Answer | None:
    """Do what the page asks for at a field."""
    body = request.body
    match request.path:
        case ("field",):
            return Answer.of(opened(_at(site, body)))
        case ("save",):
            at, plan = _at(site, body), site.folder(body.get("plan")).name
            site.writer.change(plan, at, _value(at, body), data(body.get("expected")))
            return Answer.of({})
        case ("add" | "remove" | "move" as what,):
            at = _at(site, body)
            site.writer.make(site.folder(body.get("plan")).name, at, _edit(what, at, body))
            return Answer.of({})
        case ("undo",):
            return Answer.of({"done": site.writer.undo(site.folder(body.get("plan")).name)})
    return None


def _at(site: Site, body: dict[str, object]) -> Spot:
    return spot(site.folder(body.get("plan")), body.get("file"), body.get("path"))


def _value(at: Spot, body: dict[str, object]) -> Data:
    """The value that a save brings: of prose what it looks like."""
    html = body.get("html")
    return typed(html, at.path) if isinstance(html, str) else data(body.get("value"))


def _edit(what: str, at: Spot, body: dict[str, object]) -> Edit:
    """The edit of an entry that a page asks for: a new one, or one that goes or is moved."""
    to, expected = body.get("to"), data(body.get("expected"))
    if what == "add":
        return Add(at.path, data(body.get("value")))
    if what == "remove":
        return Remove(at.path, expected)
    if type(to) is not int or not isinstance(at.path[-1], int):
        raise NoSuchField
    return Move(at.path, to, expected)
