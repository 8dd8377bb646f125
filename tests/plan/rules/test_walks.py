"""Work of the rules: what they ask of a plan with all its annexes is gathered once."""

from __future__ import annotations

import pytest

from generator.plan import rules
from generator.plan.rules import gathered
from generator.run.read_plan import Reader
from tests.support.built import INVENTED


def test_each_file_of_a_plan_with_every_annex_is_walked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = Reader(INVENTED).plan(INVENTED.plan("digtehavn-2027-2031")).plan
    assert plan
    walked: list[str] = []
    fields = gathered.fields

    def counted(value: object) -> object:
        walked.append(type(value).__name__)
        return fields(value)

    gathered.forget()
    monkeypatch.setattr(gathered, "fields", counted)
    rules.examine(plan)
    assert len(walked) == 1 + len(plan.aftaler)
