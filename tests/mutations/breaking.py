"""Breaks one fact of a plan at a time: what somebody may get wrong on an ordinary day.

It is a break when the form asks for the fact, or something else in the plan depends on it. What neither
holds for, no reader of the plan could miss either: a party that nothing names, an organisation that is no
party and may be spelt in any way. Such facts are not broken here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from generator.plan import kinds

Path = tuple[Any, ...]
Files = dict[str, Any]
PLAN = "helhedsplan"
STRATEGIC = "strategisk-samarbejdsaftale"


@dataclass(frozen=True)
class Broken:
    """A plan with one broken fact: what kind of fact, where, and the file as it is now."""

    kind: str
    where: str
    file: str
    data: Any


def every_break(files: Files) -> Iterator[Broken]:
    """Each of the plan's facts that a kind of break fits, broken alone."""
    for kind, places in KINDS.items():
        for file, path, new in places(files):
            data = deepcopy(files[file])
            _put(data, path, new)
            yield Broken(kind, f"{file}: {'.'.join(map(str, path))}", file, data)


GONE = object()


def _put(data: Any, path: Path, new: Any) -> None:
    for step in path[:-1]:
        data = data[step]
    last = path[-1]
    if new is GONE:
        del data[last]
    elif isinstance(new, Renamed):
        items = [(new.name if key == last else key, value) for key, value in data.items()]
        data.clear()
        data.update(items)
    else:
        data[last] = new


@dataclass(frozen=True)
class Renamed:
    """The key itself has another name."""

    name: str


Places = Iterator[tuple[str, Path, Any]]


def _walk(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield (*path, step), inner
        yield from _walk(inner, (*path, step))


def _at(files: Files, pattern: str) -> Iterator[tuple[str, Path, Any]]:
    """Every value whose file and path, joined by full stops, fit the pattern."""
    for file, data in files.items():
        for path, value in _walk(data):
            if re.fullmatch(pattern, f"{file}.{'.'.join(map(str, path))}"):
                yield file, path, value


def _each(pattern: str, change: Callable[[Any], Any]) -> Callable[[Files], Places]:
    """Every value there, changed; those that the change leaves as they are, left out."""
    def places(files: Files) -> Places:
        for file, path, value in _at(files, pattern):
            new = change(value)
            if new != value:
                yield file, path, new

    return places


def _slip(name: Any) -> Any:
    """The name without its fourth letter, as when a key did not go down."""
    return name[:3] + name[4:] if isinstance(name, str) and len(name) > 5 else name


def _slipped_keys(pattern: str) -> Callable[[Files], Places]:
    def places(files: Files) -> Places:
        for file, path, value in _at(files, pattern):
            for name in value if isinstance(value, dict) else ():
                if _slip(name) != name:
                    yield file, (*path, name), Renamed(_slip(name))

    return places


def _annexes_without_a_file(files: Files) -> Places:
    """Annexes that the plan has no file of: the others are listed anyway."""
    there = {kind.annex for file in files if (kind := kinds.of_file(f"{file}.yaml"))}
    for file, path, value in _at(files, rf"{STRATEGIC}\.bilag\.\d+"):
        if value["bilag"] not in there:
            yield file, path, GONE


def _areas_that_are_named(files: Files) -> Places:
    """Areas that something else in the plan names."""
    for file, path, name in _at(files, rf"{PLAN}\.boligområder\.\d+\.navn"):
        if str(files).count(name) > 1 and _slip(name) != name:
            yield file, path, _slip(name)


def _areas_that_are_missed(files: Files) -> Places:
    for file, path, _ in _areas_that_are_named(files):
        yield file, path[:-1], GONE


def _keys_gone(pattern: str) -> Callable[[Files], Places]:
    def places(files: Files) -> Places:
        for file, path, value in _at(files, pattern):
            for name in value if isinstance(value, dict) and len(value) > 1 else ():
                yield file, (*path, name), GONE

    return places


def _gone(_: Any) -> Any:
    return GONE


def _year_later(text: Any) -> Any:
    return re.sub(r"\d{4}", lambda m: str(int(m[0]) + 1), text) if isinstance(text, str) else text


def _american(text: Any) -> Any:
    match = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text) if isinstance(text, str) else None
    return f"{match[2]}/{match[1]}/{match[3]}" if match else text


def _no(text: Any) -> Any:
    return "nej" if isinstance(text, str) else text


def _ten_times(text: Any) -> Any:
    match = re.fullmatch(r"(\d\d),?(\d*) %", text) if isinstance(text, str) else None
    return f"{match[1]}{match[2] or 0} %" if match else text


def _english(text: Any) -> Any:
    return text.replace(",", ".") if isinstance(text, str) and re.fullmatch(r"\d+,\d+ ?%?", text) else text


def _another_digit(text: Any) -> Any:
    """The amount with another first digit."""
    if not isinstance(text, str):
        return text
    return re.sub(r"\d", lambda match: str((int(match[0]) + 1) % 9 + 1), text, count=1)


def _other_years(text: Any) -> Any:
    if not isinstance(text, str):
        return text
    found = re.search(r"([Hh]elhedsplanen(?: i \w+(?: Kommune)?)? (2017|2025)-)(\d{4})", text)
    return text.replace(found[0], f"{found[1]}{int(found[3]) - 1}") if found else text


def _one_more(text: Any) -> Any:
    if not isinstance(text, str):
        return text
    found = re.search(r"(\balle |helhedsplanens )(\d+)( boligområder| indsatsområder)", text)
    return text.replace(found[0], f"{found[1]}{int(found[2]) + 1}{found[3]}", 1) if found else text


def _the_budget(files: Files) -> bool:
    return "samlet" in (files[PLAN].get("budget") or {})


def _amounts(files: Files) -> Places:
    """Every amount of a budget that has a total, and every part of one."""
    if _the_budget(files):
        amounts = rf"{PLAN}\.budget\.(samlet|finansiering\.\d+(\.dele\.\d+)?\.beløb)"
        yield from _each(amounts, _another_digit)(files)


def _little_local_money(files: Files) -> Places:
    budget = files[PLAN].get("budget") or {}
    lines = budget.get("finansiering", [])
    for i, line in enumerate(lines):
        if line.get("kilde") == "Landsbyggefonden" and line.get("beløb"):
            yield PLAN, ("budget", "finansiering", i, "beløb"), "900.000"


def _parties_gone(files: Files) -> Places:
    """Each party that something else in the plan names."""
    parties = files[PLAN].get("parter", [])
    for number, party in enumerate(parties):
        rest = {**files, PLAN: {**files[PLAN], "parter": parties[:number] + parties[number + 1 :]}}
        said = {text for data in rest.values() for _, text in _walk(data) if isinstance(text, str)}
        names = [party["navn"], party.get("kortnavn") or party["navn"], *party.get("aliaser", ())]
        if any(name in text for name in names for text in said):
            yield PLAN, ("parter", number), GONE


def _members_organisations(files: Files) -> Places:
    """Where a member comes from, when it is a party; nobody can know how others are spelt."""
    known = {part["navn"] for part in files[PLAN].get("parter", [])}
    for file, path, name in _at(files, rf"{PLAN}\.organisation\..*\.organisation"):
        if name in known:
            yield file, path, _slip(name)


def _members_of_the_board(files: Files) -> Places:
    organisation = files[PLAN].get("organisation") or {}
    members = (organisation.get("bestyrelse") or {}).get("medlemmer", [])
    for kind in ("kommune", "boligorganisation"):
        names = {part["navn"] for part in files[PLAN].get("parter", []) if part["type"] == kind}
        left = [member for member in members if member.get("organisation") not in names]
        if left and left != members:
            yield PLAN, ("organisation", "bestyrelse", "medlemmer"), left


def _a_delaftale_too_long(files: Files) -> Places:
    til = (files[PLAN].get("periode") or {}).get("til", "")
    for file in files:
        if file.startswith("delaftale-") and til:
            yield file, ("periode",), {"til": _year_later(til)}


FIGURES = r".*\.områder"
NOT_LISTS = rf"(?!{PLAN}\.)"

KINDS: dict[str, Callable[[Files], Places]] = {
    "an amount": _amounts,
    "the local share": _little_local_money,
    "the end of the plan": _each(rf"{PLAN}\.periode\.til", _year_later),
    "the start of the plan": _each(rf"{PLAN}\.periode\.fra", _year_later),
    "a date in the American order": _each(rf"{PLAN}\.(periode|godkendelser)\..*(fra|til|dato)", _american),
    "the end of a delaftale": _a_delaftale_too_long,
    "the name of an area": _areas_that_are_named,
    "an area that is gone": _areas_that_are_missed,
    "an area in a table": _slipped_keys(NOT_LISTS + FIGURES),
    "a figure that is gone": _keys_gone(rf"{NOT_LISTS}(?!.*særligt){FIGURES}"),
    "a figure ten times too large": _each(rf"{NOT_LISTS}{FIGURES}\..*", _ten_times),
    "a figure with a decimal point": _each(rf"{NOT_LISTS}{FIGURES}\..*", _english),
    "a figure that is a word": _each(rf"{NOT_LISTS}{FIGURES}\.[^.]+", _no),
    "the owner of an area": _each(rf"{PLAN}\.boligområder\.\d+\.ejer", _slip),
    "an indsatsområde of the plan": _each(rf"{PLAN}\.indsatsområder\.\d+", _slip),
    "an indsatsområde that is gone": _each(rf"{PLAN}\.indsatsområder\.\d+", _gone),
    "the indsatsområde of a delaftale": _each(r"delaftale-[^.]*\.indsatsområde", _slip),
    "a section of an indsatsområde": _slipped_keys(rf"{STRATEGIC}\.(problemkompleks\.)?indsatsområder"),
    "a party that is gone": _parties_gone,
    "the kind of a party": _each(rf"{PLAN}\.parter\.\d+\.type", lambda _: "kommunen"),
    "a signature of somebody else": _each(rf"{PLAN}\.parter\.\d+\.underskrift\.etiket", lambda _: "En anden"),
    "the name of a member's organisation": _members_organisations,
    "one side of the board": _members_of_the_board,
    "an activity that is gone": _each(r"delaftale-[^.]*\.aktiviteter\.\d+", _gone),
    "a form that is gone": _each(r"delaftale-[^.]*\.aktivitetsskemaer\.\d+", _gone),
    "the activity of a form": _each(r"delaftale-[^.]*\.aktivitetsskemaer\.\d+\.aktivitet", _slip),
    "a field of a form": _each(r"delaftale-[^.]*\.aktivitetsskemaer\.\d+\.(?!aktivitet).*", _gone),
    "the hours of an activity": _each(r"delaftale-[^.]*\.aktiviteter\.\d+\.timer_pr_uge", _gone),
    "hours with a unit": _each(r"delaftale-[^.]*\.aktiviteter\.\d+\.timer_pr_uge", lambda v: f"{v} timer"),
    "an indicator": _each(r"delaftale-[^.]*\.delmål\.\d+\.indikator", _gone),
    "a source of data": _each(r"delaftale-[^.]*\.delmål\.\d+\.datakilder", _gone),
    "a baseline": _each(r"delaftale-[^.]*\.delmål\.\d+\.baseline", _gone),
    "a baseline's year that is gone": _each(
        r"delaftale-[^.]*\.delmål\.\d+\.baseline\.(?=år).*", lambda v: v if v == "2024" else GONE),
    "a baseline's year": _each(r"(?!form).*\.år", lambda _: "2090"),
    "an annex that is gone": _annexes_without_a_file,
    "an annex that is missing": _each(rf"{STRATEGIC}\.bilag\.\d+\.status", lambda _: "mangler"),
    "the name of an annex": _each(rf"{STRATEGIC}\.bilag\.\d+\.bilag", _slip),
    "a criterion": _each(rf"{STRATEGIC}\..*\.kriterium", _slip),
    "a section of the agreement": _each(
        rf"{STRATEGIC}\.(formål|lokal_evaluering|underretning|konflikthåndtering|samspil)", _gone),
    "how often": _each(
        rf"delaftale-.*\.revision|{STRATEGIC}\.lokal_evaluering", lambda _: "Det sker, når der er behov."),
    "years in a text": _each(r".*", _other_years),
    "a number in a text": _each(r".*", _one_more),
    "residents": _each(rf"{PLAN}\.boligområder\.\d+\.(beboere|lejemål)", lambda _: "90.000"),
}  # fmt: skip
