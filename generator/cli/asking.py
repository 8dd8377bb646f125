"""Questions at a terminal: each answer is looked at at once, and that one alone is asked for again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from generator.authoring import answers
from generator.base.language import later, listed, say
from generator.cli.echo import at_terminal as at_terminal
from generator.plan.model.form import Form
from generator.workspace.folders import NotFound

PARTY = later("Party, as navn:type ({types}); empty when done")
AREA = later("Boligområde; empty when done")
EFFORT = later("Indsatsområde ({keys}); empty when done")

T = TypeVar("T")
Read = Callable[[str], list[str]]


def asked_round(rounds: list[str]) -> str:
    """Ask for one of the funding rounds."""
    if not at_terminal():
        hint = say("write --midler {rounds}", rounds=listed(rounds, "or"))
        raise NotFound(say("the funding round is missing"), hint)
    return str(click.prompt(say("Funding round (midler)"), type=click.Choice(rounds)))


def asked(given: Mapping[str, Any], taken: Mapping[str, Any], form: Form) -> dict[str, Any]:
    """Ask for what was neither given nor taken from another plan; an empty answer leaves it out."""
    types, keys = ", ".join(answers.PARTY_TYPES), ", ".join(område.nøgle for område in form.indsatsområder)

    def day(option: str, question: str, fra: str = "") -> str:
        def read(text: str) -> str:
            answers.period(**({"fra": fra} | {option: text}))
            return text

        return given[option] or _answer(question, read) or ""

    def several(option: str, fact: str, question: str, read: Read) -> list[str]:
        return given[option] or ([] if fact in taken else _answers(question, read))

    navn = given["navn"] or _answer(say("Name of the plan"), str)
    fra = day("fra", say("First day"))
    return dict(given) | {
        "navn": navn,
        "fra": fra,
        "til": day("til", say("Last day"), fra),
        "parter": several("parter", "parter", say(PARTY, types=types), _parties),
        "områder": several("områder", "boligområder", say(AREA), _areas),
        "indsatsområder": several("indsatsområder", "indsatsområder", say(EFFORT, keys=keys),
                                  lambda text: _areas_of_effort(text, form)),
    }  # fmt: skip


def _parties(text: str) -> list[str]:
    """The parties of an answer; a name may have a comma, so they are several when each has its type."""
    parts = answers.between_commas(text)
    if any(":" not in part for part in parts):
        parts = [text]
    return [":".join(answers.party(part)) for part in parts]


def _areas(text: str) -> list[str]:
    parts = answers.between_commas(text)
    return parts if len(parts) > 1 and _agreed(len(parts)) else [text]


def _agreed(number: int) -> bool:
    """Ask whether the commas part several areas; yes, unless the answer is no."""
    question = say("Is that {number} boligområder? yes or no", number=number)
    answer = click.prompt(question, default=say("yes"))
    return not answer.strip().lower().startswith("n")


def _areas_of_effort(text: str, form: Form) -> list[str]:
    return [answers.area_of_effort(part, form) for part in answers.between_commas(text)]


def _answers(question: str, read: Read) -> list[str]:
    """The answers until an empty one, which may each be several; none of them twice."""
    found: list[str] = []

    def read_others(text: str) -> list[str]:
        others = read(text)
        answers.once(map(_name, [*found, *others]))
        return others

    while others := _answer(question, read_others):
        found += others
    return found


def _name(answer: str) -> str:
    """The answer itself; of a party its name, without its type."""
    name, colon, kind = answer.rpartition(":")
    return name if colon and kind in answers.PARTY_TYPES else answer


def _answer(question: str, read: Callable[[str], T]) -> T | None:
    """Value read of the answer, once there is one that can be taken; None for an empty one."""

    def value(text: str) -> T | None:
        try:
            return read(text.strip()) if text.strip() else None
        except NotFound as not_found:
            raise click.UsageError(f"{not_found.message}\n{not_found.hint}") from not_found

    answer: T | None = click.prompt(question, default="", show_default=False, value_proc=value)
    return answer
