"""python-redlines with docxodus compares two .docx: `python rival_redline.py OLD NEW RED TIMES`; prints JSON.

The version, and the seconds of each turn after one that is not counted. Imports nothing of ours.
"""

from __future__ import annotations

import json
import sys
import time
from importlib.metadata import version
from pathlib import Path

from python_redlines.engines import DocxodusEngine


def main(old: Path, new: Path, red: Path, times: int) -> None:
    engine = DocxodusEngine()
    spent = []
    for _ in range(times + 1):
        start = time.perf_counter()
        result, _, _ = engine.run_redline("Sekretariatet", old, new)
        red.write_bytes(result)
        spent.append(time.perf_counter() - start)
    sys.stdout.write(json.dumps({"version": version("python-redlines"), "seconds": spent[1:]}))


if __name__ == "__main__":
    before, after, into = map(Path, sys.argv[1:4])
    main(before, after, into, int(sys.argv[4]))
