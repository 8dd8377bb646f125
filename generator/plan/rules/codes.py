"""The codes of the rules, each with its meaning in one line. A code is never renumbered.

The letter says what the rule is about: A activities, B budget, C completeness, D delmål and målinger,
G persons, I indsatsområder, K criteria and terms, L loose ends, O organisation, P periods, R revision,
S signatures, U what is silenced or not printed, X annexes.
"""

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
SILENCE = "U1"
NOT_PRINTED = "U2"

MEANING: Mapping[str, str] = MappingProxyType({
    "A1": "an activity without a form, a form without an activity, or two names for one activity",
    "A2": "a field of an activity's form says nothing, or the same as another of its fields",
    "A3": "a text refers to a delaftale or an activity that the plan does not have",
    "B1": "the sources of the budget do not add up to its total",
    "B2": "the local share of the budget is too small",
    "B3": "the contributors do not add up to the amount that they make up",
    "B4": "a text gives another local share than the budget",
    "B5": "an amount has another order of magnitude than its unit allows",
    "B6": "a contribution does not say whether it is money or hours",
    COMPLETE: "a text or figure that the form requires is missing",
    NO_SUCH_FIELD: "form.yaml requires a field that does not exist",
    "D1": "a delmål has no baseline yet, or none with a year",
    "D2": "an indicator that only repeats its delmål",
    "D3": "a percentage that cannot be, or one that may be percent or percentage points",
    AREA: "a boligområde is named that the plan does not have",
    "D5": "some of the plan's boligområder have no figure",
    "D6": "a text and a table give one figure differently",
    "D7": "a source of data names no year, or nobody who made it",
    "D8": "a number of something is measured in percent, or a share in numbers",
    "D9": "the measures cover other boligområder than the text says are in focus",
    "G1": "a person is named, or could be recognised",
    ONE_DELAFTALE: "a chosen indsatsområde has no delaftale, or two",
    AREA_OF_EFFORT: "an indsatsområde that the round lacks, that is not chosen, or is spelt otherwise",
    "I3": "an indsatsområde stands with another number than the form's",
    "I4": "a text counts otherwise than the plan",
    "K1": "the criteria have been replaced since",
    "K2": "a word that the law has left",
    "K3": "no text says on what ground the areas can be supported",
    CRITERION: "a criterion that the form does not have",
    "L1": "the numbers of residents or homes do not agree",
    "L2": "a placeholder has been left in a text",
    "L3": "the indsats goes by the name of its indsatsområde",
    "L4": "an organisation goes by several names in one agreement",
    "O1": "the board lacks the municipality or a housing organisation",
    "O2": "a housing organisation is a party, but not on the board",
    "O3": "a member comes from an organisation that is no party",
    "O4": "a kommissorium is referred to that is not enclosed",
    "O5": "a party is not on the board by its top management",
    OWNER: "an owner that is no party to the plan",
    "P1": "the plan runs for another time than the round gives",
    "P2": "a delaftale begins before the plan, or ends after it",
    "P3": "a baseline from after the start, or a target from outside of the period",
    "P4": "a text gives another period than the plan",
    "R1": "a final strategic agreement has changed without a new version that Landsbyggefonden approved",
    "R2": "a final delaftale has changed without a new version that the board decided",
    "R3": "nothing says how often the agreement is evaluated",
    "R4": "two versions have one number, or a version is older than the one before it",
    "R5": "nobody can tell whether a final agreement has changed since its last version",
    "S1": "a signature block that does not answer to its party",
    "S2": "signatures are filled in for some parties only, or in a draft",
    SILENCE: "an entry of `accepter` that silences nothing, or may not",
    NOT_PRINTED: "a key with content that no document prints",
    "X1": "an annex is not enclosed",
    "X2": "a text refers to another regulativ than the round's",
    ANNEX: "an annex that the form does not have, or that stands twice",
})  # fmt: skip
