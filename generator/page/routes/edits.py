"""Edits of a page: what stands in a field, its save, entries that come, go and are moved, and undo."""

from __future__ import annotations

from generator.authoring.edits import Add, Edit, Move, Remove, Rename
from generator.base.border.web_server import Answer, Request
from generator.page.fields import NoSuchField, Spot, data, name_field, spot, standing
from generator.page.lists import opened
from generator.page.new_entries import NewEntry, new_entry
from generator.page.prose import typed
from generator.page.renaming import TOLD_FIRST, places_of, renaming
from generator.page.site import Site
from generator.page.titles import titles
from generator.plan.source.read import Data


def answer(site: Site, request: Request) -> Answer | None:
    """Do what the page asks for at a field."""
    body = request.body
    match request.path:
        case ("field",):
            at = _at(site, body)
            return Answer.of(name_field(at) if body.get("is_name") is True else opened(at))
        case ("save",):
            return _saved(site, body)
        case ("check",):
            at = _at(site, body)
            answers, number = _answers(body), body.get("number")
            why, hint = _new(at).fault(answers, number if type(number) is int else -1)
            return Answer.of({"why": why, "hint": hint})
        case ("add",) if "answers" in body:
            at = _at(site, body)
            site.writer.make(site.folder(body.get("plan")).name, at, _new(at).edit(_answers(body)))
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


def _new(at: Spot) -> NewEntry:
    """The entry that the list or the keys at the spot may get. Raises NoSuchField where it may have none."""
    new = new_entry(at, standing(at))
    if new is None:
        raise NoSuchField
    return new


def _answers(body: dict[str, object]) -> list[object]:
    answers = body.get("answers")
    if not isinstance(answers, list):
        raise NoSuchField
    return answers


def _saved(site: Site, body: dict[str, object]) -> Answer:
    """Write a value, or a name that is a key; of a name that stands elsewhere too its places are told first.

    What she has seen of them comes back as `places`, and nothing is written where there are others by now.
    """
    folder, at = site.folder(body.get("plan")), _at(site, body)
    value, is_key = _value(at, body), body.get("is_name") is True
    old = at.path[-1] if is_key else data(body.get("expected"))
    if isinstance(old, str) and isinstance(value, str) and value and value != old and "here" not in body:
        found = renaming(folder, at, old, is_key)
        shown = found.shown(titles(folder, site.plans.of(folder).read.plan))
        if "places" in body and places_of(body["places"]) == places_of(shown["places"]):
            site.writer.make_all(folder.name, found.changes(value))
            return Answer.of({})
        if found.is_told:
            return Answer.of(shown, TOLD_FIRST)
    if is_key:
        site.writer.make(folder.name, at, Rename(at.path, str(value or "")))
    else:
        site.writer.change(folder.name, at, value, data(body.get("expected")))
    return Answer.of({})


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
