"""Lines of a file with the commit that last changed each: one question a file, of its lines as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.base.border import git
from generator.base.border.refused import GitRefused
from generator.workspace.blame import Blame, Change
from generator.workspace.git import Repository
from tests.support.clone import Clone, clone_in

FILE = "a.yaml"
DAY, WHO = "2026-03-01", "Sekretariatet"


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    made = clone_in(tmp_path)
    write(made, "en\nto\ntre\n")
    made.commit("First\u2028and more")
    return made


def write(clone: Clone, text: str) -> None:
    (clone.root / FILE).write_text(text, encoding="utf-8", newline="\n")


def blame(clone: Clone, commit: str = "") -> Blame:
    return Blame(Repository.found(clone.root), commit)


def test_each_line_has_its_own_commit_and_a_new_one_none(clone: Clone) -> None:
    first = clone.git("rev-parse", "HEAD").stdout.strip()
    write(clone, "en\nTO\ntre\n")
    second = clone.commit("Second")
    write(clone, "en\nTO\ntre\nfire\n")
    found = blame(clone)
    assert found.newest(FILE, [1]) == Change(first[:7], DAY, WHO, "First\u2028and more")
    assert found.newest(FILE, [2]) == Change(second[:7], DAY, WHO, "Second")
    assert found.newest(FILE, [4]) == Change("", "", "", "")
    assert found.newest(FILE, [3, 4]) == Change("", "", "", "")
    assert found.newest(FILE, [9]) is None


def test_a_commit_is_asked_of_the_lines_that_it_had(clone: Clone) -> None:
    first = clone.git("rev-parse", "HEAD").stdout.strip()
    write(clone, "nul\nen\nto\ntre\n")
    clone.commit("Second")
    change = blame(clone, first).newest(FILE, [1])
    assert change and change.short == first[:7]


def test_a_file_is_asked_of_once_also_when_git_does_not_have_it(
    clone: Clone, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, ...]] = []
    real = git.answer

    def counting(folder: Path, *words: str, text: bytes = b"") -> bytes:
        asked.append(words)
        return real(folder, *words, text=text)

    found = blame(clone)
    monkeypatch.setattr(git, "answer", counting)
    for _ in range(3):
        found.newest(FILE, [1, 2])
        with pytest.raises(GitRefused):
            found.newest("b.yaml", [1])
    assert len(asked) == 2


def test_no_program_of_the_folder_is_run(clone: Clone) -> None:
    (clone.root / ".gitattributes").write_text("*.yaml diff=own\n", encoding="utf-8")
    clone.git("config", "diff.own.textconv", f"touch {clone.root / 'run'}; cat")
    assert blame(clone).newest(FILE, [1])
    assert not (clone.root / "run").exists()
