"""The page as she meets it: `python -m tests.benchmarks.page [--rounds N]` prints medians.

`measured` gives all figures: the start of the program to its first line and to its first page, a save to the
new page over the wire and on the screen of Chromium, another's save to her page, and memory.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

import click
from playwright.sync_api import Page, expect, sync_playwright

from tests.support.built import ROOT

PLAN, DOCUMENT = "viborg-2025-2029", "delaftale-sammenhaengskraft-og-medborgerskab"
PATH = ["delmål", 0, "mål"]
WAS = "At reducere antallet af fraflytninger"
PAINTED = """([form, words]) => new Promise((done) => {
  const began = performance.now();
  const main = document.getElementById("main");
  new MutationObserver((_, observer) => {
    if (!main.textContent.includes(words)) return;
    observer.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began)));
  }).observe(main, { childList: true, subtree: true });
  if (form) document.querySelector(".field").requestSubmit();
})"""
"""Milliseconds from a save, or from now, to the frame after the one in which the words are on the page."""


class Opened:
    """The program as it was opened; `first_line` and `first_page` are the seconds to each."""

    def __init__(self, root: Path) -> None:
        settings = {**os.environ, "PYTHONPATH": str(ROOT), "AFTALE_CACHE": str(root / ".cache")}
        began = time.perf_counter()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "generator", "open", PLAN, "--no-browser"], cwd=root, env=settings,
            stdout=subprocess.PIPE, encoding="utf-8")  # fmt: skip
        assert self.process.stdout
        self.address = self.process.stdout.readline().strip()
        self.first_line = time.perf_counter() - began
        self.host = self.address.split("/")[2]
        self.wire = http.client.HTTPConnection(self.host, timeout=60)
        self.wire.request("GET", "/" + self.address.split("/", 3)[3])
        answer = self.wire.getresponse()
        answer.read()
        self.cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]
        self.show()
        self.first_page = time.perf_counter() - began

    def show(self) -> None:
        """Ask for the document's page."""
        self._ask("GET", f"/plan/{PLAN}/{DOCUMENT}", None)

    def save(self, value: str, expected: str) -> None:
        """Save the field."""
        body = {"plan": PLAN, "file": DOCUMENT, "path": PATH, "value": value, "expected": expected}
        self._ask("POST", "/save", {**body, "here": True})

    def _ask(self, method: str, path: str, body: Any) -> None:
        headers = {"Cookie": self.cookie, "Content-Type": "application/json", "Origin": f"http://{self.host}"}
        self.wire.request(method, path, json.dumps(body) if body else None, headers if body else {
            "Cookie": self.cookie})  # fmt: skip
        answer = self.wire.getresponse()
        answer.read()
        assert answer.status == 200

    @property
    def work(self) -> float:
        """Milliseconds that it has worked, which other programs beside it change little."""
        stat = Path(f"/proc/{self.process.pid}/stat")
        told = stat.read_text().rpartition(")")[2].split() if stat.exists() else ["0"] * 13
        return sum(map(int, told[11:13])) * 1000 / os.sysconf("SC_CLK_TCK")

    @property
    def memory(self) -> float:
        """Most memory that it had, in MB; 0 where the system does not tell."""
        status = Path(f"/proc/{self.process.pid}/status")
        lines = status.read_text().splitlines() if status.exists() else []
        return next((int(line.split()[1]) / 1000 for line in lines if line.startswith("VmHWM")), 0)

    def close(self) -> None:
        """End it."""
        self.wire.close()
        self.process.kill()
        self.process.communicate()


def measured(rounds: int = 15) -> dict[str, list[float]]:
    """Every figure of each round: seconds, milliseconds and MB, as the names say; the first is warm-up."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(ROOT / "agreements", root / "agreements")
        shutil.copytree(ROOT / "templates", root / "templates")
        work: list[float] = []
        found: dict[str, list[float]] = {
            "start to address, s": [], "start to first page, s": [], "work to first page, ms": work}
        for _ in range(max(rounds // 3, 1) + 1):
            opened = Opened(root)
            work.append(opened.work)
            opened.close()
            found["start to address, s"].append(opened.first_line)
            found["start to first page, s"].append(opened.first_page)
        opened = Opened(root)
        try:
            found |= _over_the_wire(opened, rounds + 1)
            found["memory, MB"] = [opened.memory] * 2
        finally:
            opened.close()
        opened = Opened(root)
        try:
            found |= _in_chromium(opened, root, rounds + 1)
        finally:
            opened.close()
    return {name: figures[1:] for name, figures in found.items()}


def _over_the_wire(opened: Opened, rounds: int) -> dict[str, list[float]]:
    before, saves, both, began_with = WAS, list[float](), list[float](), opened.work
    for number in range(rounds):
        began = time.perf_counter()
        opened.save(f"{WAS} {number}", before)
        saves.append((time.perf_counter() - began) * 1000)
        opened.show()
        both.append((time.perf_counter() - began) * 1000)
        before = f"{WAS} {number}"
    work = [(opened.work - began_with) / rounds] * 2
    opened.save(WAS, before)
    return {"save answered, ms": saves, "save and page over the wire, ms": both,
            "work of a save and page, ms": work}  # fmt: skip


def _in_chromium(opened: Opened, root: Path, rounds: int) -> dict[str, list[float]]:
    hers, others = list[float](), list[float]()
    file = root / "agreements" / PLAN / f"{DOCUMENT}.yaml"
    chromium = shutil.which("chromium")
    if not chromium:
        return {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        context = browser.new_context()
        name, value = opened.cookie.split("=", 1)
        context.add_cookies([{"name": name, "value": value, "url": f"http://{opened.host}"}])
        page = context.new_page()
        page.goto(f"http://{opened.host}/plan/{PLAN}/{DOCUMENT}")
        for number in range(rounds):
            hers.append(_saved(page, f"{WAS} hendes{number}x"))
            text = file.read_text(encoding="utf-8").replace(f"hendes{number}x", f"andens{number}x")
            waiting = page.evaluate_handle(f"() => ({{ done: ({PAINTED})([false, 'andens{number}x']) }})")
            began = time.perf_counter()
            file.write_text(text, encoding="utf-8")
            page.evaluate("waiting => waiting.done", waiting)
            others.append((time.perf_counter() - began) * 1000)
        browser.close()
    return {"save to painted page, ms": hers, "another's save to her page, ms": others}


def _saved(page: Page, words: str) -> float:
    page.locator('main [data-key=\'["delmål",0,"mål"]\']').first.click()
    expect(page.locator("#field")).to_be_focused()
    page.fill("#field", words)
    return float(page.evaluate(PAINTED, [True, words]))


def main() -> None:
    """Print the medians."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=15)
    for name, figures in measured(parser.parse_args().rounds).items():
        click.echo(f"{median(figures):8.2f} {min(figures):8.2f} {max(figures):8.2f}  {name}")


if __name__ == "__main__":
    main()
