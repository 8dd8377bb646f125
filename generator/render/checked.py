"""Facts about a template in which nothing was found wrong, which its compiled code is kept with."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias


class CheckedTemplate(NamedTuple):
    """The blocks of a template that one extending it may fill.

    `parent` is the form that it extends, by name, with the blocks that it was found to have.
    """

    blocks: frozenset[str]
    parent: str | None
    parents_blocks: frozenset[str] | None


BlocksOf: TypeAlias = Callable[[str | None], frozenset[str] | None]
"""The blocks of the form of that name; None where there is no form, which Jinja tells as it renders."""
