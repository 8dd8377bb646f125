"""A name that she changes: where else it stands is told first, and it is written at all places or at none."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from generator.authoring.edits.saving import Change, decoded
from generator.authoring.edits.standing import data_of
from generator.authoring.renaming import Use, edits, is_name, mentions, uses
from generator.base.border import files
from generator.base.language import say
from generator.page.fields import NoSuchField, Spot, label
from generator.page.reading import names_of
from generator.plan.kinds import HELHEDSPLAN
from generator.plan.model.record import Model
from generator.plan.source.read import LARGEST
from generator.plan.source.tree import KeyPath
from generator.workspace.folders import PlanFolder

TOLD_FIRST = 300
"""Status of an answer that asks: nothing is written yet."""


class Found(Struct, frozen=True):
    """Places of one file that a name stands at, and texts that mention it."""

    file: str
    path: Path
    model: type[Model]
    uses: tuple[Use, ...]
    mentions: tuple[KeyPath, ...]


class Renaming(Struct, frozen=True):
    """A name at a spot that is to be another; `is_key` where the key itself is the name."""

    at: Spot
    old: str
    is_key: bool
    found: tuple[Found, ...]

    @property
    def is_told(self) -> bool:
        """Tell whether it stands elsewhere too, so that she is asked before it is written."""
        places = sum(len(one.uses) for one in self.found)
        return places > 1 and (self.is_key or is_name(self.at.path))

    def shown(self, documents: Mapping[str, str]) -> dict[str, list[dict[str, object]]]:
        """The places for the page, hers apart, and the texts that mention it, with the documents' titles."""
        titles = {HELHEDSPLAN.name: say("the plan itself"), **documents}

        def shown(one: Found, path: KeyPath) -> dict[str, object]:
            words = label(Spot(one.path, one.model, path))
            return {"file": one.file, "path": path, "label": words, "document": titles[one.file]}

        return {
            "places": [shown(one, use.path) for one in self.found for use in one.uses
                       if (one.path, use.path, use.is_key) != (self.at.file, self.at.path, self.is_key)],
            "mentions": [shown(one, path) for one in self.found for path in one.mentions],
        }  # fmt: skip

    def changes(self, new: str) -> list[Change]:
        """The changes that write the new name at all places."""
        return [Change(one.path, edits(one.uses, new), one.model) for one in self.found if one.uses]


def renaming(folder: PlanFolder, at: Spot, old: str, is_key: bool) -> Renaming:
    """Find where the name stands in the plan. Raises Rejected, Refused and OSError for a file in error."""
    return Renaming(at, old, is_key, tuple(_found(folder, old)))


def _found(folder: PlanFolder, name: str) -> Iterator[Found]:
    models = {HELHEDSPLAN.name: HELHEDSPLAN.model, **{one.name: one.kind.model for one in folder.aftaler()}}
    for file in names_of(folder):
        path, model = folder.path / f"{file}.yaml", models[file]
        data = data_of(decoded(files.read(path, LARGEST)))
        yield Found(file, path, model, tuple(uses(data, model, name)), tuple(mentions(data, model, name)))


def places_of(shown: object) -> list[tuple[str, str]]:
    """Files and paths of places as a page has them. Raises NoSuchField for anything else."""
    if not isinstance(shown, list) or not all(isinstance(one, dict) for one in shown):
        raise NoSuchField
    return [(str(one.get("file")), json.dumps(one.get("path"))) for one in shown]
