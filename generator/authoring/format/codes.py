"""The codes of findings about the form of a file, each with its meaning in one line.

F is files; the others of that letter are in `generator.workspace.folders`. A code is never renumbered.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

NOT_CANONICAL = "F20"

MEANING: Mapping[str, str] = MappingProxyType({
    NOT_CANONICAL: "a file that cannot be put in canonical form without a risk to what it means",
})
