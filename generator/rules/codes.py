"""The codes of the rules, each with its meaning in one line. A code is never renumbered."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

COMPLETE = "C1"
NO_SUCH_FIELD = "C2"
AREA = "D4"
ONE_DELAFTALE = "I1"
AREA_OF_EFFORT = "I2"
CRITERION = "K4"
OWNER = "O6"
ANNEX = "X3"

MEANING: Mapping[str, str] = MappingProxyType({
    COMPLETE: "a text or figure that the form requires is missing",
    NO_SUCH_FIELD: "form.yaml requires a field that does not exist",
    AREA: "a boligområde is named that the plan does not have",
    ONE_DELAFTALE: "two delaftaler for one indsatsområde",
    AREA_OF_EFFORT: "an indsatsområde that the round does not have, or that the plan has not chosen",
    CRITERION: "a criterion that the form does not have",
    OWNER: "an owner that is no party to the plan",
    ANNEX: "an annex that the form does not have, or that stands twice",
})
