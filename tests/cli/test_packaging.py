"""`aftale package`: all of a plan's documents with a cover and a manifest, or nothing and what is missing."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from generator.workspace import manifest
from tests.conftest import ROOT, Aftale, change
from tests.support.reading import text_in_word

PLAN, DRAFT, EXPLAINED = "digtehavn-2027-2031", "viborg-2025-2029", "viborg-2017-2021"
STRATEGIC = "strategisk-samarbejdsaftale"


@pytest.fixture
def made(workspace: Path, aftale: Aftale) -> Path:
    """The folder of a final plan's package, with its zip beside it."""
    shutil.copytree(ROOT / "tests" / "plans" / "agreements" / PLAN, workspace / "agreements" / PLAN)
    result = aftale("package", PLAN, "--zip")
    assert result.exit_code == 0, result.output
    assert f"The package is in output/pakker/{PLAN} and in output/pakker/{PLAN}.zip." in result.output
    return workspace / "output" / "pakker" / PLAN


def told(folder: Path) -> dict[str, Any]:
    """The manifest of the package."""
    content: dict[str, Any] = json.loads((folder / manifest.NAME).read_text(encoding="utf-8"))
    return content


def test_the_manifest_has_the_hash_the_pages_and_the_signers_of_every_file(made: Path) -> None:
    content = told(made)
    files = [file for one in content["documents"] for file in one["files"]] + content["cover"]
    assert {file["file"] for file in files} | {manifest.NAME} == {path.name for path in made.iterdir()}
    for file in files:
        data = (made / file["file"]).read_bytes()
        assert (file["sha256"], file["bytes"]) == (hashlib.sha256(data).hexdigest(), len(data))
    signed = next(one for one in content["documents"] if one["document"] == STRATEGIC)
    assert signed["pages"] > 5 and all(signer["page"] for signer in signed["signers"]) and signed["signers"]
    assert {one["status"] for one in content["documents"]} == {"endelig"}


def test_the_cover_lists_documents_annexes_signers_and_hashes(made: Path) -> None:
    cover, content = text_in_word((made / "pakke.docx").read_bytes()), told(made)
    for one in content["documents"]:
        assert one["title"] in cover and all(file["sha256"][:8] in cover for file in one["files"])
    assert all(annex["name"] in cover for annex in content["annexes"])
    assert content["documents"][0]["signers"][0]["label"] in cover
    assert "UDKAST" not in cover


def test_the_zip_holds_the_folder_and_is_the_same_bytes_anywhere(made: Path, aftale: Aftale) -> None:
    data = made.with_suffix(".zip").read_bytes()
    inside = zipfile.ZipFile(io.BytesIO(data))
    here = {f"{PLAN}/{path.name}": path.read_bytes() for path in made.iterdir()}
    assert {name: inside.read(name) for name in inside.namelist()} == here
    assert aftale("package", PLAN, "--zip", "--out", "andre").exit_code == 0
    assert Path("andre", f"{PLAN}.zip").read_bytes() == data


@pytest.mark.parametrize("name", ["manifest.json", "pakke.docx", f"../{PLAN}.zip"])
def test_a_file_of_the_package_that_somebody_changed_is_left_and_nothing_is_written(
    made: Path, aftale: Aftale, name: str
) -> None:
    path = (made / name).resolve()
    path.write_bytes(path.read_bytes()[:-30])
    change(Path("agreements", PLAN, "helhedsplan.yaml"), "navn: ", "navn: Den nye ")
    before = {one: one.read_bytes() for one in [*made.iterdir(), made.with_suffix(".zip")]}
    result = aftale("package", PLAN, "--zip")
    assert result.exit_code == 1 and "Nothing was written." in result.output
    assert f"\n{path.relative_to(Path.cwd().resolve()).as_posix()}\n  F6  " in result.output
    assert {one: one.read_bytes() for one in before} == before


def test_a_package_follows_its_sources(made: Path, aftale: Aftale) -> None:
    change(Path("agreements", PLAN, "helhedsplan.yaml"), "navn: ", "navn: Den nye ")
    assert aftale("package", PLAN, "--zip").exit_code == 0
    assert told(made)["name"].startswith("Den nye ")
    assert manifest.seal_of((made / manifest.NAME).read_bytes())


@pytest.mark.usefixtures("workspace")
def test_drafts_are_packed_only_where_they_are_asked_for(aftale: Aftale) -> None:
    refused = aftale("package", DRAFT)
    assert refused.exit_code == 1 and " F10  " in refused.output and " F9  " in refused.output
    assert "organisationsdiagram" in refused.output and not Path("output").exists()
    assert aftale("package", DRAFT, "--draft").exit_code == 0
    cover = text_in_word(Path("output", "pakker", DRAFT, "pakke.docx").read_bytes())
    assert "UDKAST" in cover and "Mangler" in cover


@pytest.mark.usefixtures("workspace")
def test_a_plan_that_explains_its_gaps_says_so_on_the_cover(aftale: Aftale) -> None:
    change(Path("agreements", EXPLAINED, f"{STRATEGIC}.yaml"), "status: mangler", "status: vedlagt")
    refused = aftale("package", EXPLAINED)
    assert refused.exit_code == 1 and "F9  7 of 8 annexes are not there" in refused.output
    assert aftale("package", EXPLAINED, "--draft").exit_code == 0
    folder = Path("output", "pakker", EXPLAINED)
    document = told(folder)["documents"][0]
    assert document["status"] == "endelig" and document["known_gaps"] > 0
    cover = text_in_word((folder / "pakke.docx").read_bytes())
    assert f"{document['known_gaps']}" in cover and "kendt mangel" in cover


@pytest.mark.usefixtures("workspace")
def test_a_plan_in_error_is_not_packed(aftale: Aftale) -> None:
    change(Path("agreements", DRAFT, "helhedsplan.yaml"), "midler:", "midlr:")
    refused = aftale("package", DRAFT, "--draft")
    assert refused.exit_code == 1 and "Nothing was written." in refused.output
    assert not Path("output").exists()


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"{}", b'{"seal": 1}', b"[" * 100_000])
def test_what_is_no_manifest_bears_no_seal(data: bytes) -> None:
    assert manifest.seal_of(data) == "" == manifest.seal_of_package({"x/manifest.json": data})
