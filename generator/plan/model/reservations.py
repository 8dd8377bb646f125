"""Words before a number that say that it is not exact."""

from __future__ import annotations

from enum import Enum


class Side(Enum):
    """Side of a number on which the true one may lie."""

    NEAR = "about it"
    ABOVE = "it or more"
    BELOW = "it or less"


RESERVATIONS = {
    "ca.": Side.NEAR, "mindst": Side.ABOVE, "over": Side.ABOVE, "godt": Side.ABOVE,
    "højst": Side.BELOW, "under": Side.BELOW, "knap": Side.BELOW, "næsten": Side.BELOW, "op til": Side.BELOW,
}  # fmt: skip
"""Words before a number that is not exact, as they are printed, and the side that they open."""

OTHER_WORDS = {
    "ca": "ca.", "cirka": "ca.", "omkring": "ca.", "omtrent": "ca.", "minimum": "mindst", "mindste": "mindst",
    "mere end": "over", "maksimalt": "højst", "maks.": "højst", "færre end": "under", "mindre end": "under",
}  # fmt: skip
"""Other words for the same."""
