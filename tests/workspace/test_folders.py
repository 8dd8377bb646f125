"""Which plans, documents and forms are found, and how they are named."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from generator.base.findings import Rejected
from generator.workspace.folders import NotFound, Workspace, form_roots


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A plan `viborg` with all kinds of files, and one more plan."""
    plan = tmp_path / "agreements/viborg"
    plan.mkdir(parents=True)
    for name in ("helhedsplan", "delaftale-b", "delaftale-a", "strategisk-samarbejdsaftale"):
        (plan / f"{name}.yaml").write_text("navn: x\n", encoding="utf-8")
    (tmp_path / "agreements/esbjerg").mkdir()
    return tmp_path


def test_the_nearest_folder_upwards_with_agreements_is_the_workspace(folder: Path) -> None:
    assert Workspace.find(folder / "agreements/viborg").root == folder.resolve()


def test_no_workspace_says_where_it_looked_and_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NotFound) as raised:
        Workspace.find(tmp_path)
    assert str(tmp_path) in raised.value.message
    assert "aftale new" in raised.value.hint


def test_plans_come_in_the_order_of_their_names_without_hidden_folders(folder: Path) -> None:
    (folder / "agreements/.git").mkdir()
    (folder / "agreements/notes.txt").touch()
    assert Workspace.find(folder).plan_names() == ("esbjerg", "viborg")


@pytest.mark.parametrize(
    "given", ["viborg", "viborg/", "agreements/viborg", "agreements/viborg/helhedsplan.yaml"]
)
def test_a_plan_is_found_by_name_and_by_path(
    folder: Path, given: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert Workspace.find(folder).plan(given).name == "viborg"


def test_a_plan_named_in_either_unicode_form_is_found(folder: Path) -> None:
    (folder / "agreements" / unicodedata.normalize("NFD", "køge-å")).mkdir()
    assert Workspace.find(folder).plan(unicodedata.normalize("NFC", "køge-å"))


def test_a_plan_named_twice_is_built_once(folder: Path) -> None:
    assert len(Workspace.find(folder).plans(["viborg", "viborg/"])) == 1


def test_many_plans_are_listed_once_and_not_once_for_each(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = []
    real = Workspace.plan_names

    def counted(workspace: Workspace) -> tuple[str, ...]:
        listed.append(workspace)
        return real(workspace)

    monkeypatch.setattr(Workspace, "plan_names", counted)
    found = Workspace.find(folder)
    assert [len(found.plans(names)) for names in ((), ["viborg", "esbjerg"])] == [2, 2]
    assert len(listed) == 2


def test_the_strategic_agreement_comes_before_the_delaftaler(folder: Path) -> None:
    files = Workspace.find(folder).plan("viborg").aftaler()
    assert [file.name for file in files] == ["strategisk-samarbejdsaftale", "delaftale-a", "delaftale-b"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("helhedsplan.yml", "helhedsplan.yaml"),
        ("strategisk-samarbejdaftale.yaml", "strategisk-samarbejdsaftale.yaml"),
        ("Delaftale-beskæftigelse.yaml", "delaftale-<indsatsområde>.yaml"),
    ],
)
def test_another_yaml_file_is_told_with_the_name_it_should_have(folder: Path, name: str, meant: str) -> None:
    (folder / "agreements/viborg" / name).touch()
    (finding,) = Workspace.find(folder).plan("viborg").stray_files()
    assert finding.code == "F1"
    assert finding.place.file == f"agreements/viborg/{name}"
    assert f"did you mean `{meant}`?" in finding.hint


def test_a_hidden_file_is_none_of_a_plans(folder: Path) -> None:
    plan = Workspace(folder).plans()[0]
    before = plan.aftaler()
    for name in (".noter.yaml", ".delaftale-x.yaml"):
        (plan.path / name).touch()
    assert plan.stray_files() == []
    assert plan.aftaler() == before


def test_a_plan_without_helhedsplan_is_rejected(folder: Path) -> None:
    with pytest.raises(Rejected) as raised:
        _ = Workspace.find(folder).plan("esbjerg").helhedsplan
    (finding,) = raised.value.findings
    assert (finding.code, str(finding.place)) == ("F2", "agreements/esbjerg")


def test_a_helhedsplan_with_another_ending_is_told_of_once(folder: Path) -> None:
    (folder / "agreements/esbjerg/helhedsplan.yml").touch()
    plan = Workspace.find(folder).plan("esbjerg")
    with pytest.raises(Rejected) as raised:
        _ = plan.helhedsplan
    (finding,) = raised.value.findings
    assert (finding.code, finding.hint) == ("F2", "rename helhedsplan.yml to helhedsplan.yaml")
    assert plan.stray_files() == []


def test_the_plans_own_files_of_a_form_go_before_the_workspaces_and_those_before_ours(folder: Path) -> None:
    plan = Workspace.find(folder).plan("viborg")
    (ours,) = form_roots(None)
    assert plan.form_file("reference.docx") == ours / "reference.docx"
    for root in (folder / "templates", folder / "agreements/viborg/templates"):
        root.mkdir()
        (root / "reference.docx").touch()
        assert plan.form_file("reference.docx") == root.resolve() / "reference.docx"
    assert plan.form_file("2019-26", "form.yaml") == ours / "2019-26/form.yaml"


def test_a_form_that_nobody_has_is_told_with_the_folders_looked_in(folder: Path) -> None:
    with pytest.raises(Rejected) as raised:
        Workspace.find(folder).plan("viborg").form_file("2031-34", "form.yaml")
    (finding,) = raised.value.findings
    assert finding.code == "F3"
    assert "templates" in finding.hint


def test_a_plans_own_template_goes_before_the_forms(folder: Path) -> None:
    plan = Workspace.find(folder).plan("viborg")
    _, a, b = plan.aftaler()
    own = folder / "agreements/viborg/templates"
    own.mkdir()
    assert plan.template("2019-26", a) == "2019-26/delaftale.html.j2"
    (own / "delaftale.html.j2").touch()
    (own / "delaftale-b.html.j2").touch()
    assert [plan.template("2019-26", file) for file in (a, b)] == ["delaftale.html.j2", "delaftale-b.html.j2"]


def test_a_document_is_written_in_a_folder_a_plan(folder: Path) -> None:
    workspace = Workspace.find(folder)
    path = workspace.plan("viborg").output("delaftale-a")
    assert workspace.name_of(path) == "output/viborg/delaftale-a.docx"
    elsewhere = workspace.plan("viborg").output("delaftale-a", folder / "x")
    assert workspace.name_of(elsewhere) == "x/viborg/delaftale-a.docx"


def test_a_path_outside_the_workspace_is_named_in_full(folder: Path) -> None:
    assert Workspace.find(folder).name_of(folder.parent / "x") == (folder.parent / "x").as_posix()


def test_a_new_plan_never_overwrites(folder: Path) -> None:
    with pytest.raises(NotFound):
        Workspace.find(folder).create("viborg", {"helhedsplan.yaml": "gone"})
    assert (folder / "agreements/viborg/helhedsplan.yaml").read_text() == "navn: x\n"


def test_a_new_plan_is_there_whole_or_not_at_all(folder: Path) -> None:
    with pytest.raises(OSError, match="missing"):
        Workspace.find(folder).create("new", {"a.yaml": "a", "missing/b.yaml": "b"})
    assert sorted(path.name for path in (folder / "agreements").iterdir()) == ["esbjerg", "viborg"]
