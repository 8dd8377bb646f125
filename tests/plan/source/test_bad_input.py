"""Every mistake in a source is answered at its place; the cases say what is wanted on the line itself.

`# ERROR <code> col <column>: <words of the message or the hint>` stands on the line that the finding
points at; `file` in place of the column means the file as a whole. `# MODEL delaftale` chooses a model, and
`# MODEL delaftale 2019-26` a round too.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from generator.base.findings import Finding, Rejected, Severity
from generator.plan import kinds
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.load import load
from generator.plan.model.record import Model
from generator.plan.model.round_keys import EVERY_KEY, RoundKeys
from generator.plan.source import codes, parse
from generator.plan.source.read import read_yaml, read_yaml_bytes
from tests.support.codes import codes_of
from tests.support.rounds import ROUNDS

CASES = sorted((Path(__file__).parents[2] / "cases" / "bad-input").glob("*.yaml"))
EXPECTED = re.compile(r"# ERROR (\w+) (?:col (\d+)|file): (.*?)(?= # ERROR|$)")
KINDS = {kind.name: kind for kind in kinds.files()}
LOADERS = [loader for name in ("CBaseLoader", "BaseLoader") if (loader := getattr(yaml, name, None))]


HARD: dict[str, tuple[bytes, tuple[int, int], str]] = {
    codes.TOO_LARGE: (b"navn: " + b"x" * 5_000_000, (0, 0), "over 5 MB"),
    codes.NOT_UTF8: ("navn: Planen\nmål: æ\n".encode("cp1252"), (2, 2), "`å`"),
    codes.CONTROL_CHARACTER: ("navn: Pæn\vplan".encode(), (1, 10), "U+000B"),
    codes.TOO_DEEP: (b"navn: " + b"[" * 1_000_000, (1, 56), "50 deep"),
    codes.ALIAS: (
        b"a: &a [x,x,x,x,x,x,x,x,x,x]\n"
        + b"".join(b"%c: &%c [%s]\n" % (c, c, b",".join([b"*%c" % (c - 1)] * 10)) for c in b"bcdefgh"),
        (5, 8), "without bound",
    ),
    codes.EMPTY: (b"", (0, 0), "no keys"),
}  # fmt: skip


def findings(
    raw: bytes, model: type[Model], keys: RoundKeys = EVERY_KEY, name: str = "plan.yaml"
) -> tuple[Finding, ...]:
    with pytest.raises(Rejected) as rejected:
        load(read_yaml_bytes(raw, name), model, keys)
    return rejected.value.findings


def wanted(text: str) -> list[tuple[int, int, str, str]]:
    found = []
    for number, line in enumerate(re.split("\n", text), 1):
        for code, column, words in EXPECTED.findall(line):
            found.append((number if column else 0, int(column or 0), code, words))
    return sorted(found)


def said_at(found: tuple[Finding, ...], line: int, column: int, code: str) -> list[str]:
    at = [f for f in found if (f.place.line, f.place.column, f.code) == (line, column, code)]
    return [f"{finding.message} | {finding.hint}" for finding in at]


def found_in(case: Path) -> tuple[Finding, ...]:
    """What is said of the case."""
    chosen = re.match(r"# MODEL ([\w-]+)(?: (\S+))?", case.read_text(encoding="utf-8"))
    kind, midler = (chosen[1], chosen[2]) if chosen else ("helhedsplan", None)
    keys = ROUNDS.keys(ROUNDS.form(midler), KINDS[kind]) if midler else EVERY_KEY
    return findings(case.read_bytes(), KINDS[kind].model, keys)


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: loader.__name__)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_mistake_is_answered_on_its_line(
    case: Path, loader: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parse, "LOADER", loader)
    found = found_in(case)
    expected = wanted(case.read_text(encoding="utf-8"))
    assert sorted((f.place.line, f.place.column, f.code) for f in found) == [e[:3] for e in expected], found
    for line, column, code, words in expected:
        assert any(words in said for said in said_at(found, line, column, code)), found


@pytest.mark.parametrize("code", HARD)
def test_a_file_that_no_case_can_hold_is_answered_too(code: str) -> None:
    raw, place, words = HARD[code]
    (found,) = findings(raw, Helhedsplan)
    assert (found.code, (found.place.line, found.place.column)) == (code, place)
    assert words in found.message + found.hint


def test_a_file_that_cannot_be_read_is_answered(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "absent.yaml"):
        with pytest.raises(Rejected) as rejected:
            read_yaml(path, "plan.yaml")
        assert [f.code for f in rejected.value.findings] == [codes.UNREADABLE]
        assert str(rejected.value.findings[0].place) == "plan.yaml"


def test_every_code_has_a_case_that_fires_it() -> None:
    fired = {code for case in CASES for _, _, code, _ in wanted(case.read_text(encoding="utf-8"))}
    of_a_rule = {codes.EMPTY_FIELD}
    assert fired | set(HARD) | {codes.UNREADABLE} == codes_of(codes) - of_a_rule


def test_findings_stand_in_the_order_of_the_file() -> None:
    for case in CASES:
        found = found_in(case)
        assert list(found) == sorted(found, key=lambda finding: finding.place)
        assert all(finding.severity is Severity.ERROR and finding.hint for finding in found)


def test_a_duplicate_key_names_the_first_place_too() -> None:
    (found,) = findings(b"navn: a\nmidler: 2015-18\nnavn: b\n", Helhedsplan)
    assert found.second is not None
    assert (found.second.line, found.second.column) == (1, 1)
