"""Keys that no document prints and no plan can be without: what follows for them from what was read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any

from generator.authoring.imported.lines import DATE
from generator.document.model import Document
from generator.document.reading import texts_of, walk
from generator.plan.kinds import DocumentKind
from generator.plan.model.base import samme
from generator.plan.model.form import Form, Indsatsområde
from generator.plan.model.refusal import Refused
from generator.plan.model.shape import Text, shapes_at

EXTENDED = re.compile(rf"forlænget\s+fra\s+{DATE}\s+til\s+{DATE}", re.IGNORECASE)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")

KINDS_OF_PARTY = (("kommune", ("kommune",)), ("boligorganisation", ("bolig", "almen", "lejerbo")))


def kind_of_party(name: str) -> str:
    """The kind that a party of that name is taken to be."""
    said = name.casefold()
    return next((kind for kind, words in KINDS_OF_PARTY if any(word in said for word in words)), "anden")


def name_of(kind: DocumentKind, document: Document, number: str) -> str:
    """A name that the kind's key takes, for a document that says none: its number, a year, or an example."""
    shapes = [shape for shape in shapes_at(kind.model, (kind.key,)) if isinstance(shape, Text)]
    text = " ".join(text for block in walk(document.blocks) for text in texts_of(block))
    for name in (number, *YEAR.findall(text), kind.model.fields[kind.key].example):
        with suppress(Refused, ValueError):
            for shape in shapes:
                shape.read(name)
            return str(name)
    return number


def extended_to(documents: Iterable[Document]) -> str:
    """The last day of a plan that is told to be extended, folded; nothing where none is."""
    texts = (text for document in documents for block in walk(document.blocks) for text in texts_of(block))
    found = next(filter(None, map(EXTENDED.search, texts)), None)
    return samme(found[2]) if found else ""


def area_of(document: Document, name: str, areas: Sequence[Indsatsområde]) -> str:
    """The key of the area of effort that a document is about: the one that it or its file names first.

    Nothing said, it is the first of the areas; nothing where there is none.
    """
    texts = (text for block in walk(document.blocks) for text in texts_of(block))
    for said in (samme(text) for text in (name.replace("_", " "), *texts)):
        at = [(said.find(samme(area.navn)), area.nøgle) for area in areas if samme(area.navn) in said]
        if at:
            return min(at)[1]
    return areas[0].nøgle if areas else ""


def shared(data: dict[str, Any], form: Form, name: str, areas: Iterable[str]) -> dict[str, Any]:
    """The keys of helhedsplan.yaml, with those that follow; `areas` are the areas of effort that were met."""
    chosen = [area.nøgle for area in form.indsatsområder if area.nøgle in {*areas}]
    known = {"navn": name, **data, "midler": form.midler, "status": "udkast"}
    local = {one["indsatsområde"]: one for one in known.pop("indsatsområder", ()) if "indsatsområde" in one}
    if chosen:
        known["indsatsområder"] = [local.get(key, key) for key in chosen]
    with_short_names(known)
    for part in known.get("parter", ()):
        if isinstance(part, dict) and "navn" in part:
            part.setdefault("type", kind_of_party(part["navn"]))
    return known


def with_short_names(data: dict[str, Any]) -> None:
    """Put the short names of parties, by which an owner or a payer goes, where nobody goes by that name."""
    parties = [part for part in data.get("parter", ()) if isinstance(part, dict) and "navn" in part]
    known = {samme(str(part[key])) for part in parties for key in ("navn", "kortnavn") if key in part}
    for name in _called(data):
        whole = [part for part in parties if f" {samme(name)} " in f" {samme(part['navn'])} "]
        if samme(name) not in known and len(whole) == 1 and "kortnavn" not in whole[0]:
            whole[0]["kortnavn"] = name


def _called(data: Any) -> Iterator[str]:
    """The names by which owners and payers go."""
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        if isinstance(value, (dict, list)):
            yield from _called(value)
        elif key in ("ejer", "kilde", "organisation"):
            yield value


def with_remarks(data: dict[str, Any]) -> None:
    """Have what is said of an activity whose hours are known be a remark, and no reason."""
    for one in data.get("aktiviteter", ()):
        if isinstance(one, dict) and {"årsag", "timer_pr_uge"} <= one.keys() and "bemærkning" not in one:
            one["bemærkning"] = one.pop("årsag")


def areas_of(data: dict[str, Any], owners: Iterable[tuple[str, Sequence[str]]]) -> dict[str, Any]:
    """The keys with the areas whose figures stand under an owner's name, where no document lists areas."""
    areas = data.setdefault("boligområder", [])
    listed = bool(areas)
    for owner, names in owners:
        for name in names if listed or len(names) > 1 else ():
            found = next((area for area in areas if is_named(area, name)), None)
            if found is None and not listed:
                areas.append(found := {"navn": name})
            if found is not None:
                found.setdefault("ejer", owner)
    if not areas:
        del data["boligområder"]
    return data


def is_named(area: dict[str, Any], name: str) -> bool:
    """Tell whether the area goes by that name."""
    return samme(name) in (samme(area.get("navn", "")), samme(area.get("kortnavn", "")))


def share_periods(shared: dict[str, Any], documents: Iterable[dict[str, Any]]) -> None:
    """Have the period of all documents stand once, and the plan's name too."""
    trees = [*documents]
    if "forlængelse" in shared and shared["forlængelse"].keys() == {"til"}:
        shared.setdefault("periode", {}).setdefault("til", shared.pop("forlængelse")["til"])
    own = [tree["periode"] for tree in trees if isinstance(tree.get("periode"), dict)]
    if own and "periode" not in shared and all(one == own[0] for one in own):
        shared["periode"] = own[0]
    last = shared.get("forlængelse", {}).get("til")
    of_all = {**shared.get("periode", {}), **({"til": last} if last else {})}
    for tree in trees:
        if tree.get("periode") == of_all:
            del tree["periode"]
        if "navn" in tree and tree["navn"] == shared.get("navn"):
            del tree["navn"]
