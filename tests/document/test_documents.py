"""Every document of every plan, as the file that somebody opens."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from generator.base.danish import stort
from generator.document.model import Contents, Heading, Signature, Table
from generator.document.reading import runs, text_of, walk
from generator.plan.model.enheder import Enhed, find_enhed, niveauer
from generator.plan.model.form import Form
from generator.plan.model.plan import Plan
from generator.workspace.folders import PlanFolder
from tests.support.built import INVENTED, ROOT, SOURCES, Source, build
from tests.support.reading import find, margins_in_word, plain, text_in_word
from tests.support.values import Keys, is_number, values, visible
from tests.support.word_assertions import assert_valid, light_findings

every_document = pytest.mark.parametrize("source", SOURCES, ids=str)
invented_document = pytest.mark.parametrize("source", [s for s in SOURCES if not s.is_real], ids=str)
invented_plan = pytest.mark.parametrize("folder", INVENTED.plans(), ids=lambda folder: folder.name)

NOT_PRINTED = {
    "midler": "it chooses the form",
    "vejledning": "it chooses whether the guidance of the form is printed",
    "aliaser": "sources and agreements may use them; the document prints the name",
    "nummer": "of a signature: its place in their order, which has a test",
    "underskrift": "of an agreement: it chooses whether there are lines for ink, which has a test",
    "måde": "of a signature: the same for one party",
    "skriver_under": "it is a word behind the party, which has a test",
    "formand": "it is a word behind the title, which has a test",
    "følger": "of what comes again: it names where the agreement says how often, which a rule compares",
}
"""The keys whose value is not to be seen as it was typed, and why."""

ABOUT_FINDINGS = "accepter"
"""The key under which a file says which findings it accepts, and why: for its writers, not its readers."""

SETTINGS = {
    "a": {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "LANG": "da_DK.UTF-8", "PYTHONHASHSEED": "1"},
    "længere navn": {"TZ": "America/Anchorage", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "271828"},
}
"""Folder → environment."""


@every_document
def test_it_is_valid_and_accessible(source: Source) -> None:
    assert_valid(build(source).data)


@every_document
def test_the_light_checkers_find_no_error(source: Source, tmp_path: Path) -> None:
    path = tmp_path / f"{source.file.name}.docx"
    path.write_bytes(build(source).data)
    assert light_findings(path) == []


def test_it_is_the_same_to_the_byte_in_any_folder_time_zone_and_language(tmp_path: Path) -> None:
    one, other = (_hashes(tmp_path / name, env) for name, env in SETTINGS.items())
    assert one == other
    assert set(one) == {f"{source}.docx" for source in SOURCES}


@every_document
def test_header_and_footer_name_the_plan_the_document_and_its_status(source: Source) -> None:
    built = build(source)
    margins = margins_in_word(built.data)
    status = "Udkast" if built.document.draft else "Endelig"
    for shown in (built.plan.helhedsplan.navn, dict(built.document.properties)["Dokument"], status):
        assert find(plain(shown), margins), shown
    assert ("UDKAST" in margins) == built.document.draft


@every_document
def test_a_draft_says_so_in_its_title_and_first_line_and_a_final_one_in_neither(source: Source) -> None:
    document = build(source).document
    first = text_of(document).partition("\n")[0]
    assert (first == "UDKAST", document.title.endswith(" – udkast")) == (document.draft, document.draft)


@every_document
def test_every_table_of_figures_or_facts_has_a_number_in_its_order(source: Source) -> None:
    blocks = build(source).document.blocks
    tables = [block for block in blocks if isinstance(block, Table) and not block.style]
    numbers = ["".join(run.text for run in runs(table)).partition(". ")[0] for table in tables]
    assert numbers == [f"Tabel {number}" for number in range(1, len(tables) + 1)]


@every_document
def test_the_contents_name_every_heading_of_the_first_two_levels_or_of_the_first_where_they_are_many(
    source: Source,
) -> None:
    blocks = build(source).document.blocks
    headings = [block for block in blocks if isinstance(block, Heading) and block.level < 3]
    contents = next((block for block in blocks if isinstance(block, Contents)), None)
    if contents is None:  # as in an annex of a few pages
        assert not source.file.name.startswith(("strategisk", "delaftale"))
        return
    few = len(headings) <= contents.most
    assert [entry.anchor for entry in contents.entries] == [
        block.anchor for block in headings
        if few or block.level == 1 or "".join(run.text for run in runs(block))[0].isdigit()]


@invented_document
def test_everything_that_an_agreement_says_can_be_read_in_it(source: Source) -> None:
    built = build(source)
    said = [keys for keys, _ in values(built.aftale.indhold) if _is_printed(keys)]
    assert not list(_unseen(built.aftale.indhold, built.plan, _text(source)))
    assert len(list(_unseen(built.aftale.indhold, built.plan, "another document"))) >= len(said) > 0


@invented_plan
def test_everything_that_a_plan_says_can_be_read_in_one_of_its_documents(folder: PlanFolder) -> None:
    sources = [source for source in SOURCES if source.folder == folder]
    plan = build(sources[0]).plan
    assert not list(_unseen(plan.helhedsplan, plan, "\n".join(map(_text, sources))))


@invented_document
def test_no_figure_of_an_agreement_is_swallowed_by_another_like_it(source: Source) -> None:
    built = build(source)
    typed = Counter(_unpadded(plain(shown)) for _, value in values(built.aftale.indhold) if is_number(value)
                    for shown in visible(value))  # fmt: skip
    document = _text(source)
    assert not {number for number, times in typed.items() if _occurrences(number, document) < times}


@invented_plan
def test_parties_sign_in_the_order_of_their_numbers_under_their_labels(folder: PlanFolder) -> None:
    built = build(next(source for source in SOURCES if source.folder == folder))
    blocks = [block for block in walk(built.document.blocks) if isinstance(block, Signature)]
    parties = built.plan.helhedsplan.underskrivere
    labels = [(party.underskrift and party.underskrift.etiket) or party.navn for party in parties]
    assert [block.label for block in blocks] == labels
    assert [party.navn for party in parties] != [party.navn for party in built.plan.helhedsplan.parter]


@invented_plan
def test_every_chair_is_shown_as_a_chair_and_nobody_else(folder: PlanFolder) -> None:
    source = next(source for source in SOURCES if source.folder == folder)
    organisation = build(source).plan.helhedsplan.organisation
    assert organisation and organisation.bestyrelse
    assert sum(member.formand == "ja" for member in organisation.bestyrelse.medlemmer) > 1
    in_groups = (member for group in organisation.grupper for member in group.medlemmer)
    members = [*organisation.bestyrelse.medlemmer, *in_groups]
    chairs = [stort(member.vist) for member in members if member.formand == "ja"]
    shown = re.findall(r"^(.+) \((\w*formand)\)", _text(source), re.MULTILINE)
    assert [title for title, _ in shown] == chairs
    joint = sum(member.formand == "ja" for member in organisation.bestyrelse.medlemmer)
    assert [word for _, word in shown[:joint]] == ["medformand"] * joint


def _unseen(model: object, plan: Plan, document: str) -> Iterator[str]:
    """What the model says and the document does not, with its keys."""
    for keys, value in values(model):
        if not _is_printed(keys):
            continue
        for shown in visible(_named(keys, value, plan)):
            here = _unpadded(plain(shown))
            if not find(here, document):
                yield f"{'.'.join(keys)}: {here}"


def _is_printed(keys: Keys) -> bool:
    return keys[-1] not in NOT_PRINTED and keys[0] != ABOUT_FINDINGS


def _named(keys: Keys, value: object, plan: Plan) -> object:
    """A key that stands for a thing of the form is printed as its name there; a party or unit by its own."""
    names = _names(plan.form)
    if keys[-1] in ("indsatsområde", "bilag", "kriterium"):
        return names[keys[-1]][str(value)]
    if keys[-2:] == ("indsatsområder", "<key>"):
        return names["indsatsområde"][str(value)]
    if keys[-1] == "ejer" and (party := plan.helhedsplan.part(str(value))):
        return party.vist
    if keys[0] in ("niveauer", "forbindelser") and (unit := find_enhed(_units(plan), str(value))):
        return unit.navn
    return value


def _units(plan: Plan) -> list[Enhed]:
    return [unit for level in niveauer(plan.helhedsplan) for unit in level]


def _names(form: Form) -> dict[str, dict[str, str]]:
    return {
        "indsatsområde": {område.nøgle: område.navn for område in form.indsatsområder},
        "bilag": {bilag.nøgle: bilag.navn for bilag in form.bilag},
        "kriterium": {k.nøgle: k.tekst for k in (form.kriterier.punkter if form.kriterier else ())},
    }


@cache
def _text(source: Source) -> str:
    """All that can be read in the document: header, body, footer."""
    data = build(source).data
    return _unpadded(f"{margins_in_word(data)}\n{text_in_word(data)}")


def _unpadded(text: str) -> str:
    """The text without the zeros that numbers in a column have, so that their decimals are aligned."""
    return re.sub(r"(\d,\d*?)0+(?!\d)", lambda found: found[1].removesuffix(","), text)


def _occurrences(number: str, document: str) -> int:
    count, match = 0, find(number, document)
    while match:
        count, match = count + 1, find(number, document, match.end())
    return count


def _hashes(folder: Path, env: dict[str, str]) -> dict[str, str]:
    """What one process makes of all plans, copied to the folder: path → hash."""
    for plans in (ROOT / "agreements", ROOT / "tests/plans/agreements"):
        shutil.copytree(plans, folder / "agreements", dirs_exist_ok=True)
    command = [sys.executable, "-m", "generator", "build"]
    env = {**os.environ, "PYTHONPATH": str(ROOT), **env}
    subprocess.run(command, cwd=folder / "agreements", env=env, capture_output=True, check=True)
    output = folder / "output"
    return {
        path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in output.glob("*/*.docx")
    }
