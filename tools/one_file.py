"""Make the program as one file that needs no Python: `python tools/one_file.py [--out FOLDER]`.

Run it where `.[pdf,sheet]` and PyInstaller are installed; it makes the file of the system that it runs on
(aftale, or aftale.exe), starts it in a folder of its own, builds a plan there, and says how large the file
is and how long it takes to start.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import PyInstaller.__main__

ROOT = Path(__file__).resolve().parent.parent
EXTRAS = ("docx", "jinja2", "markdown_it", "msgspec", "openpyxl", "pikepdf", "typst", "xlsxwriter", "yaml")
DATA = {
    "templates": "generator/forms",
    "generator/locale": "generator/locale",
    "generator/fonts": "generator/fonts",
    "generator/page/static": "generator/page/static",
}
STARTS = 5


def made(out: Path) -> Path:
    """The program as one file in the folder."""
    with tempfile.TemporaryDirectory() as scratch:
        words = ["--onefile", "--name", "aftale", "--noconfirm", "--log-level", "WARN", "--console"]
        words += ["--distpath", str(out), "--workpath", scratch, "--specpath", scratch]
        words += ["--paths", str(ROOT)]
        for module in sorted((ROOT / "generator").rglob("*.py")):
            name = ".".join(module.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            words += ["--hidden-import", name]
        for source, target in DATA.items():
            words += ["--add-data", f"{ROOT / source}{os.pathsep}{target}"]
        for package in EXTRAS:
            words += ["--collect-data", package, "--hidden-import", package]
        PyInstaller.__main__.run([*words, str(ROOT / "generator" / "__main__.py")])
    return out / ("aftale.exe" if sys.platform == "win32" else "aftale")


def tried(program: Path, folder: Path) -> None:
    """A plan from nothing to a Word document and a PDF, without Python and without anything else on PATH."""
    left_out = ("PYTHON", "VIRTUAL", "PATH")
    settings = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    new = "new proeve-2027-2030 --midler 2019-26 --fra 1.1.2027 --til 31.12.2030 --navn Prøven"
    for line in ("--version", f"{new} --part NN:kommune --område NN", "build --pdf", "status"):
        answer = subprocess.run(
            [program, *line.split()], cwd=folder, env=settings, stdin=subprocess.DEVNULL,
            capture_output=True, check=False,
        )  # fmt: skip
        sys.stdout.buffer.write(answer.stdout + answer.stderr)
        if answer.returncode not in (0, 1):
            raise SystemExit(f"aftale {line}: exit {answer.returncode}")
    made = sorted(path.suffix for path in (folder / "output").rglob("*") if path.is_file())
    if not {".docx", ".pdf"} <= set(made):
        raise SystemExit(f"no document was made: {made}")


def start_of(program: Path) -> float:
    """Seconds until `aftale --version` has answered; the median of several."""
    taken = []
    for _ in range(STARTS):
        begun = time.perf_counter()
        subprocess.run([program, "--version"], check=True, capture_output=True)
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def main() -> None:
    """Make the file, try it, and say what it is."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--out", type=Path, default=ROOT / "dist")
    program = made(given.parse_args().out.resolve())
    with tempfile.TemporaryDirectory() as folder:
        tried(program, Path(folder))
    size = program.stat().st_size / 1e6
    sys.stdout.write(f"{program}: {size:.0f} MB, {start_of(program):.1f} s to start\n")


if __name__ == "__main__":
    main()
