"""Three versions of a YAML file → one: by key and by sentence, and a conflict where both changed the same."""

from __future__ import annotations

from generator.authoring.merging.texts import Merged, conflict, merged

__all__ = ["Merged", "conflict", "merged"]
