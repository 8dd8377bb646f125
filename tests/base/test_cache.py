"""What is kept for the next run makes it faster, and changes nothing that anybody sees."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.base import cache
from generator.plan.source import prose
from tests.conftest import ROOT, Aftale, change, findings

PLAN = "viborg-2017-2021"
DOCUMENT = Path("output", PLAN, "strategisk-samarbejdsaftale.docx")
on_posix = pytest.mark.skipif(os.name != "posix", reason="who may write to a folder is told otherwise there")


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own, not there yet."""
    folder = tmp_path / "user" / "cache"
    monkeypatch.setenv(cache.VARIABLE, str(folder))
    return folder


@pytest.fixture
def forms(workspace: Path) -> Path:
    """The workspace's own copy of the forms."""
    shutil.copytree(ROOT / "templates", workspace / "templates")
    return workspace / "templates"


def cut_off(entry: Path) -> None:
    entry.write_bytes(entry.read_bytes()[:-1])


def spoil(entry: Path) -> None:
    data = bytearray(entry.read_bytes())
    data[len(data) // 2] ^= 1
    entry.write_bytes(data)


def put_something_else(entry: Path) -> None:
    entry.write_bytes(b"cos\nsystem\n(S'exit 1'\ntR.")


def put_a_folder(entry: Path) -> None:
    entry.unlink()
    entry.mkdir()


def leave(entry: Path) -> None:
    assert entry.exists()


def built(aftale: Aftale) -> bytes:
    DOCUMENT.unlink(missing_ok=True)
    result = aftale("build", PLAN)
    assert result.exit_code == 0, result.output
    return DOCUMENT.read_bytes()


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize("meddle", [leave, cut_off, spoil, put_something_else, put_a_folder, Path.unlink])
def test_a_document_is_the_same_whatever_became_of_the_cache(
    meddle: Callable[[Path], None], kept: Path, aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = built(aftale)
    entries = list(kept.iterdir())
    assert {entry.name.partition("-")[0] for entry in entries} >= {"template", "reference"}
    for entry in entries:
        meddle(entry)
    assert built(aftale) == first
    monkeypatch.setenv(cache.VARIABLE, "")
    assert built(aftale) == first


def test_a_changed_template_is_seen_at_once(forms: Path, aftale: Aftale) -> None:
    before = built(aftale)
    change(forms / "2015-18" / "strategisk-samarbejdsaftale.html.j2", "</h2>", " igen</h2>")
    after = built(aftale)
    assert b"igen" in zipfile.ZipFile(DOCUMENT).read("word/document.xml")
    assert after != before


def test_a_changed_reference_document_is_seen_at_once(forms: Path, aftale: Aftale) -> None:
    built(aftale)
    reference = forms / "reference.docx"
    with zipfile.ZipFile(reference) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"56656C", b"56656D")
    with zipfile.ZipFile(reference, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    built(aftale)
    assert b"56656D" in zipfile.ZipFile(DOCUMENT).read("word/styles.xml")


def test_what_is_wrong_in_a_template_is_told_every_time(forms: Path, aftale: Aftale) -> None:
    built(aftale)
    change(forms / "2015-18" / "strategisk-samarbejdsaftale.html.j2", "| prosa(", "| prsa(")
    told = [findings(aftale("check", "--verbose", PLAN).output) for _ in range(2)]
    assert told[0] == told[1]
    assert "error T4" in {said for _, said in told[0]}


def test_a_block_that_the_form_has_no_longer_is_told_though_the_plans_template_is_the_same(
    forms: Path, aftale: Aftale
) -> None:
    own = Path("agreements", PLAN, "templates", "strategisk-samarbejdsaftale.html.j2")
    own.parent.mkdir()
    form = forms / "shared" / "strategisk-samarbejdsaftale.html.j2"
    form.write_text(form.read_text(encoding="utf-8") + "{% block tillæg %}{% endblock %}", encoding="utf-8")
    own.write_text('{% extends "2015-18/strategisk-samarbejdsaftale.html.j2" %}'
                   "{% block tillæg %}<p>Til sidst</p>{% endblock %}", encoding="utf-8")  # fmt: skip
    built(aftale)
    change(form, "block tillæg", "block andet")
    assert "error T9" in {said for _, said in findings(aftale("check", "--verbose", PLAN).output)}


@on_posix
@pytest.mark.parametrize("mode", [0o777, 0o770, 0o702])
def test_nothing_is_read_from_a_folder_that_others_can_write_to(mode: int, kept: Path) -> None:
    cache.write("a", b"mine")
    assert cache.read("a") == b"mine"
    kept.chmod(mode)
    assert cache.read("a") is None
    cache.write("b", b"mine")
    assert not (kept / "b").exists()


@on_posix
@pytest.mark.usefixtures("kept")
def test_nothing_is_read_from_somebody_elses_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    cache.write("a", b"theirs")
    me = os.getuid() + 1
    monkeypatch.setattr(os, "getuid", lambda: me)
    assert cache.read("a") is None


@on_posix
def test_what_is_kept_is_for_its_owner_alone(kept: Path) -> None:
    cache.write("a", b"mine")
    assert [path.stat().st_mode & 0o777 for path in (kept, kept / "a")] == [0o700, 0o600]


@pytest.mark.usefixtures("kept")
def test_nothing_waits_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def waits(_: int) -> None:
        raise AssertionError("what can be made again need not be safe on the disk")

    monkeypatch.setattr(os, "fsync", waits)
    cache.write("a", b"mine")
    assert cache.read("a") == b"mine"


@on_posix
def test_a_folder_that_is_somewhere_else_is_not_used(kept: Path, tmp_path: Path) -> None:
    kept.parent.mkdir()
    kept.symlink_to(tmp_path)
    cache.write("a", b"mine")
    assert not (tmp_path / "a").exists()


def test_nothing_is_kept_in_a_device(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, os.devnull)
    cache.write("a", b"mine")
    assert cache.read("a") is None


def test_where_no_folder_can_be_made_nothing_is_kept(kept: Path) -> None:
    kept.parent.write_text("a file, and no folder")
    cache.write("a", b"mine")
    assert cache.read("a") is None


def test_the_oldest_go_when_there_are_many_and_nothing_that_is_not_ours(kept: Path) -> None:
    cache.write(entry(0), b"mine")
    others = [kept / name for name in ("afhandling.docx", "template-notes.txt", f"{entry(0)}.docx")]
    unfinished = kept / f".{entry(1)}.x_1.tmp"
    for path in (*others, unfinished):
        path.write_text("somebody's", encoding="utf-8")
        os.utime(path, (0, 0))
    for number in range(1, cache.MOST):
        os.utime(kept / entry(number - 1), (number, number))
        cache.write(entry(number), b"mine")
    left = {path.name for path in kept.iterdir()}
    assert left >= {path.name for path in others} | {entry(cache.MOST - 1)}
    assert len(left) == cache.MOST // 2 + len(others)
    assert not left & {unfinished.name, entry(0)}


def entry(number: int) -> str:
    return cache.name("template", (), str(number).encode())


def test_another_input_another_program_and_another_kind_have_another_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = [cache.name("a", (), b"x"), cache.name("b", (), b"x"), cache.name("a", (), b"y"),
             cache.name("a", (), b"x", b""), cache.name("a", ("jinja2",), b"x")]  # fmt: skip
    monkeypatch.setattr("sys.version", "4.0")
    names.append(cache.name("a", (), b"x"))
    assert len(set(names)) == len(names)
    assert cache.name("a", (), b"x") == names[-1]


@pytest.mark.parametrize(
    ("platform", "variables", "folder"),
    [
        ("linux", {"XDG_CACHE_HOME": "/tmp/xdg"}, "/tmp/xdg/aftale"),
        ("linux", {"HOME": "/home/bo"}, "/home/bo/.cache/aftale"),
        ("linux", {"XDG_CACHE_HOME": "not/from/the/root"}, None),
        ("darwin", {"HOME": "/Users/bo"}, "/Users/bo/Library/Caches/aftale"),
        ("linux", {"HOME": "/home/bo", cache.VARIABLE: ""}, None),
        ("linux", {"HOME": "/home/bo", cache.VARIABLE: "/srv/kept"}, "/srv/kept"),
    ],
)  # fmt: skip
@on_posix
def test_it_lies_where_the_system_has_its_caches(
    platform: str, variables: dict[str, str], folder: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("XDG_CACHE_HOME", cache.VARIABLE):
        monkeypatch.delenv(variable, raising=False)
    for variable, value in variables.items():
        monkeypatch.setenv(variable, value)
    monkeypatch.setattr("sys.platform", platform)
    assert cache._folder() == (Path(folder) if folder else None)


def test_as_many_entries_and_answers_are_kept_as_the_decision_says() -> None:
    decided = (ROOT / "docs" / "decisions" / "0009-kept-between-runs.md").read_text(encoding="utf-8")
    assert f"At most {cache.MOST} entries" in decided
    assert f"at most {prose.MOST_ANSWERS} of them in one entry" in decided
