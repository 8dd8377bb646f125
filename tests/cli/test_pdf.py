"""`aftale build --pdf`: a PDF beside each document, never over one that somebody has saved since."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Aftale, change
from tests.support.pdf_reading import Pdf

PLAN, OTHER = "viborg-2017-2021", "viborg-2025-2029"
NAME = "strategisk-samarbejdsaftale"
IMPORTED = """
import sys
from click.testing import CliRunner
from generator.cli import commands
assert CliRunner().invoke(commands, ["build", "viborg-2017-2021"]).exit_code == 0
print([name for name in sys.modules if name.startswith(("generator.formats.pdf", "typst", "pikepdf"))])
"""


def test_a_pdf_stands_beside_each_document_and_its_pages_are_told(workspace: Path, aftale: Aftale) -> None:
    result = aftale("build", "--pdf")
    assert result.exit_code == 0
    made = {path.stem: Pdf(path.read_bytes()) for path in (workspace / "output").glob("*/*.pdf")}
    assert set(made) == {path.stem for path in (workspace / "output").glob("*/*.docx")}
    lines = {line.split()[1]: line for line in result.output.splitlines() if "✓" in line}
    assert all(f"{len(pdf.pdf.pages)} page" in lines[name] for name, pdf in made.items())
    assert "as .docx and .pdf" in result.output


def test_a_build_without_pdf_imports_nothing_of_it(workspace: Path) -> None:
    made = subprocess.run([sys.executable, "-c", IMPORTED], cwd=workspace, capture_output=True, text=True,
                          check=True, env={"PYTHONPATH": str(ROOT), "AFTALE_CACHE": ""})  # fmt: skip
    assert made.stdout.strip() == "[]"


def test_without_the_extra_it_says_what_to_install(
    workspace: Path, aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.formats.pdf.NEEDED", ("typst", "no_such_package"))
    for command in (("build", "--pdf"), ("diff", "--redline", "--pdf")):
        result = aftale(*command)
        assert result.exit_code == 2
        assert "pip install aftale[pdf]" in result.output
    assert not (workspace / "output").exists()


def test_what_nothing_has_changed_is_left_alone_and_what_has_is_written_anew(
    workspace: Path, aftale: Aftale
) -> None:
    path = workspace / "output" / PLAN / f"{NAME}.pdf"
    aftale("build", "--pdf", PLAN)
    before = path.read_bytes()
    assert "1 up to date" in aftale("build", "--pdf", PLAN).output
    assert aftale("build", "--pdf", "--check", PLAN).exit_code == 0
    change(workspace / "agreements" / PLAN / "helhedsplan.yaml", "i Viborg", "i Hele Viborg")
    assert aftale("build", PLAN).exit_code == 0
    checked = aftale("build", "--pdf", "--check", PLAN)
    assert checked.exit_code == 1 and f"{NAME}.pdf" in checked.output and "helhedsplan.yaml" in checked.output
    assert aftale("build", "--pdf", PLAN).exit_code == 0
    assert path.read_bytes() != before


def test_a_pdf_that_somebody_has_saved_is_left_alone_or_kept(workspace: Path, aftale: Aftale) -> None:
    path = workspace / "output" / PLAN / f"{NAME}.pdf"
    aftale("build", "--pdf", PLAN)
    with Pdf(path.read_bytes()).pdf as pdf:
        pdf.docinfo["/Title"] = "Underskrevet"
        pdf.save(path)
    signed = path.read_bytes()
    refused = aftale("build", "--pdf", PLAN)
    assert refused.exit_code == 1 and "F6" in refused.output and path.read_bytes() == signed
    assert "changed by hand" in aftale("inspect", str(path)).output
    assert aftale("build", "--pdf", "--force", PLAN).exit_code == 0
    assert path.with_stem(f"{NAME} (redigeret)").read_bytes() == signed


def test_a_pdf_that_no_source_makes_any_more_is_told(workspace: Path, aftale: Aftale) -> None:
    aftale("build", "--pdf", OTHER)
    (workspace / "agreements" / OTHER / "delaftale-beskaeftigelse.yaml").unlink()
    assert "delaftale-beskaeftigelse.pdf: no source makes it any more" in aftale("status", OTHER).output


def test_the_page_on_which_each_signs_is_told_by_the_pdf_that_was_made_with_the_document(
    workspace: Path, aftale: Aftale
) -> None:
    def told() -> list[int | None]:
        (found,) = json.loads(aftale("inspect", PLAN, "--signers").output)["documents"]
        return [signer["page"] for signer in found["signers"]]

    aftale("build", PLAN)
    assert told() == [None] * 4
    aftale("build", "--pdf", PLAN)
    (page,) = {*told()}
    made = Pdf((workspace / "output" / PLAN / f"{NAME}.pdf").read_bytes())
    assert page is not None and "Underskrifter" in made.shown(page)
    change(workspace / "agreements" / PLAN / "helhedsplan.yaml", "i Viborg", "i Hele Viborg")
    aftale("build", PLAN)
    assert told() == [None] * 4


def test_inspect_tells_what_a_pdf_was_made_from(workspace: Path, aftale: Aftale) -> None:
    aftale("build", "--pdf", PLAN)
    said = aftale("inspect", str(workspace / "output" / PLAN / f"{NAME}.pdf")).output
    assert "state:     as generated" in said and "Den boligsociale helhedsplan i Viborg" in said
    (workspace / "none.pdf").write_bytes(b"%PDF-1.7 none")
    assert aftale("inspect", str(workspace / "none.pdf")).exit_code == 2
