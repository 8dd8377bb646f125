"""Files of plans that are read again and again: one in which no byte has changed is the model that it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct, field

from generator.plan.model.load import Loaded, load
from generator.plan.model.record import Model
from generator.plan.model.round_keys import EVERY_KEY, RoundKeys
from generator.plan.source.read import Source, read_source, read_yaml_bytes

M = TypeVar("M", bound=Model)


class KeptFiles(Struct):
    """The newest source of each file by its name, with its bytes, and what was loaded of it.

    Only what is sound is kept: nothing of it is ever forgotten, and no finding is said of it.
    """

    _sources: dict[str, tuple[bytes, Source]] = field(default_factory=dict)
    _models: dict[str, tuple[Loaded[Any], RoundKeys]] = field(default_factory=dict)

    def read(self, path: Path, name: str) -> Source:
        """The file as strings with places, as `read_yaml` has it. Raises Rejected."""
        raw = read_source(path, name)
        kept = self._sources.get(name)
        if kept is None or kept[0] != raw:
            kept = self._sources[name] = raw, read_yaml_bytes(raw, name)
        return kept[1]

    def load(self, source: Source, model: type[M], keys: RoundKeys = EVERY_KEY) -> Loaded[M]:
        """The model that the source holds, as `load` makes it. Raises Rejected."""
        loaded, of = self._models.get(source.name, (None, None))
        if loaded is None or loaded.source is not source or of is None or not _alike(of, keys):
            loaded = load(source, model, keys)
            self._models[source.name] = loaded, keys
        return loaded


def _alike(one: RoundKeys, other: RoundKeys) -> bool:
    """Tell whether a file may have the same keys by both; `who_has` is asked for messages alone."""
    return (one.midler, one.left_out) == (other.midler, other.left_out)
