"""docxtpl makes one document, or many: `python rival_run.py FOLDER [TIMES]`; prints seconds as JSON.

Imports nothing of ours, so that a cold run costs what docxtpl costs.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from docxtpl import DocxTemplate


def once(folder: Path, data: dict[str, object]) -> None:
    """From template and data to a file."""
    template = DocxTemplate(str(folder / "template.docx"))
    template.render(data, autoescape=True)
    template.save(str(folder / "docxtpl.docx"))


def main(folder: Path, times: int) -> None:
    data = json.loads((folder / "data.json").read_text(encoding="utf-8"))
    once(folder, data)
    start = time.perf_counter()
    for _ in range(times):
        once(folder, data)
    sys.stdout.write(json.dumps(time.perf_counter() - start))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
