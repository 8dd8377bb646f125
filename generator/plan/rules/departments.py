"""Numbers of departments, listed one by one, as a range or as a number alone."""

from __future__ import annotations

import re

from generator.plan.model.helhedsplan import Afdeling, Boligområde

SEVERAL = re.compile(r"\D*(?P<first>\d{1,6})[-–](?P<last>\d{1,6})")


def departments_of(område: Boligområde) -> int:
    """Number of the area's departments: that which is given, or else that of those listed."""
    given = område.antal_afdelinger
    return int(given.tal) if given and given.er_præcis else sum(map(departments_in, område.afdelinger))


def departments_in(afdeling: Afdeling) -> int:
    """Number of departments that an entry stands for: four for the numbers 605-608, two for 8 og 10."""
    number = (afdeling.nummer or "").replace(" ", "")
    if span := SEVERAL.fullmatch(number):
        return max(1, int(span["last"]) - int(span["first"]) + 1)
    return max(1, len(re.findall(r"\d+", number)))
