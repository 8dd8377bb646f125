"""Work of the rules: what they ask of a plan with all its annexes is gathered once."""

from __future__ import annotations

import pytest

from generator.plan import rules
from generator.plan.rules import texts_of_plan
from generator.run.read_plan import Reader
from tests.support.built import INVENTED


def test_each_file_of_a_plan_with_every_annex_is_walked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = Reader(INVENTED).plan(INVENTED.plan("digtehavn-2027-2031")).plan
    assert plan
    walked: list[object] = []
    gathered = texts_of_plan.Walk

    def counted(value: object, *rest: object) -> object:
        walked.append(value)
        return gathered(value, *rest)  # type: ignore[arg-type]

    texts_of_plan._WALKED.clear()
    monkeypatch.setattr(texts_of_plan, "Walk", counted)
    rules.examine(plan)
    assert len(walked) == 1 + len(plan.aftaler)
