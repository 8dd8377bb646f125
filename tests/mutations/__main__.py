"""`python -m tests.mutations`: how many breaks of each kind there are, and how many are found."""

from __future__ import annotations

import sys
from collections import Counter

from tests.mutations.finding import FOLDERS, results


def main() -> None:
    """Print a line a kind, then what was not found."""
    tried, found, lost = Counter[str](), Counter[str](), []
    for folder in FOLDERS:
        for result in results(folder):
            tried[result.broken.kind] += 1
            found[result.broken.kind] += bool(result.said)
            if not result.said:
                lost.append(f"{folder.name}: {result.broken.kind}: {result.broken.where}")
    for kind, number in tried.items():
        sys.stdout.write(f"{found[kind]:4} of {number:4}  {kind}\n")
    sys.stdout.write(f"{found.total():4} of {tried.total():4}  found\n")
    sys.stdout.writelines(f"not found: {line}\n" for line in lost)


if __name__ == "__main__":
    main()
