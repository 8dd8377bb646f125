"""The pre-commit hooks and the workflow of docs/ci.md do what they say."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT, Aftale, change

HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
SNIPPETS = [yaml.safe_load(snippet) for snippet in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)]
SHARED = "agreements/viborg-2017-2021/helhedsplan.yaml"


def run(aftale: Aftale, command: str, *files: str) -> int:
    """The exit code of a command line that begins with aftale."""
    name, *words = shlex.split(command)
    assert name == "aftale"
    return aftale(*words, *files).exit_code


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_checks_the_plans_whose_files_it_is_given(
    workspace: Path, aftale: Aftale, hook: dict[str, str]
) -> None:
    strict = hook["id"].endswith("strict")
    changed = [SHARED, "agreements/viborg-2017-2021/strategisk-samarbejdsaftale.yaml"]
    assert run(aftale, hook["entry"], *changed) == int(strict)
    change(workspace / SHARED, "14.600", "14.6")
    assert run(aftale, hook["entry"], *changed) == 1
    if not strict:
        assert run(aftale, hook["entry"], "agreements/viborg-2025-2029/helhedsplan.yaml") == 0


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_is_given_the_files_of_plans_and_no_others(hook: dict[str, str]) -> None:
    sources = [path.relative_to(ROOT).as_posix() for path in ROOT.glob("agreements/*/*.yaml")]
    own = "agreements/viborg-2025-2029/templates/delaftale.html.j2"
    assert all(re.search(hook["files"], name) for name in [*sources, own])
    others = ["templates/2019-26/form.yaml", "agreements/README.md", "docs/ci.md", "agreements/x.yaml"]
    assert not any(re.search(hook["files"], name) for name in others)


@pytest.mark.usefixtures("workspace")
def test_every_command_of_the_workflow_runs(aftale: Aftale) -> None:
    workflow = next(snippet for snippet in SNIPPETS if "jobs" in snippet)
    steps = workflow["jobs"]["kontrol"]["steps"]
    commands = [step["run"] for step in steps if step.get("run", "").startswith("aftale ")]
    assert len(commands) == 2
    assert [run(aftale, command) for command in commands] == [0, 0]


def test_the_hooks_that_the_page_names_are_there() -> None:
    (used,) = (snippet["repos"][0]["hooks"] for snippet in SNIPPETS if "repos" in snippet)
    known = {hook["id"] for hook in HOOKS}
    assert {hook["id"] for hook in used} <= known
    assert set(re.findall(r"`(aftale-[a-z-]+)`", PAGE)) <= known
