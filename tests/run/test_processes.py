"""Plans shared among processes: nobody can see from what is made how many there were."""

from __future__ import annotations

import gc
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.base.findings import Code, Finding, Place, Rejected
from generator.run.processes import WorkerLost, apart, spread
from generator.workspace import stamp
from tests.conftest import ROOT, Aftale, change

METHODS = multiprocessing.get_all_start_methods()
on_posix = pytest.mark.skipif(os.name != "posix", reason="other systems have no such signals")


@pytest.fixture
def portfolio(workspace: Path) -> Path:
    """Ten plans of other names, the fourth with an error and the sixth without its helhedsplan.yaml."""
    for number in range(8):
        source = workspace / "agreements" / ("viborg-2017-2021", "viborg-2025-2029")[number % 2]
        shutil.copytree(source, workspace / f"agreements/plan-{number}")
    change(workspace / "agreements/plan-3/helhedsplan.yaml", "status: udkast", "status: utkast")
    (workspace / "agreements/plan-5/helhedsplan.yaml").unlink()
    return workspace


def start() -> Callable[[int], Iterator[str]]:
    """Work that tells of each item twice; the eleventh raises in between, the thirteenth ends its process."""

    def work(item: int) -> Iterator[str]:
        yield f"{item} begun"
        if item == 11:
            where = Finding(Code("F1"), "no", "", Place("x"))
            raise Rejected([where])
        if item == 13:
            os._exit(3)
        yield f"{item} done"

    return work


@pytest.mark.parametrize("method", METHODS)
def test_results_come_in_the_order_of_the_items_however_a_process_is_started(method: str) -> None:
    context = multiprocessing.get_context(method)
    told = list(spread(start, range(10), 3, context))
    assert told == [text for item in range(10) for text in (f"{item} begun", f"{item} done")]


def test_what_an_item_raises_comes_after_what_it_gave_and_nothing_comes_after_it() -> None:
    told = []
    with pytest.raises(RuntimeError, match="Rejected: x: no") as raised:
        for text in spread(start, range(10, 13), 2):
            told.append(text)  # noqa: PERF402  what came before it is wanted
    assert told == ["10 begun", "10 done", "11 begun"]
    assert "raise Rejected([where])" in raised.value.__notes__[0]


def test_a_process_that_ends_by_itself_is_told() -> None:
    with pytest.raises(WorkerLost, match="ended before its work was done"):
        list(spread(start, [13, 14], 2))


def thresholds() -> Callable[[int], Iterator[tuple[int, int, int]]]:
    """Work that tells how the garbage of its process is collected."""
    return lambda _: iter([gc.get_threshold()])


def test_a_process_collects_its_garbage_as_its_parent_does() -> None:
    before = gc.get_threshold()
    gc.set_threshold(12_345)
    try:
        told = spread(thresholds, [1, 2], 2, multiprocessing.get_context("spawn"))
        assert set(told) == {gc.get_threshold()}
    finally:
        gc.set_threshold(*before)


@pytest.mark.parametrize(
    ("items", "jobs", "processes", "together"),
    [(1000, 100, 61, 2), (1000, 2, 2, 4), (33, 2, 2, 4), (31, 2, 2, 3), (3, 2, 2, 1)],
)
def test_no_more_processes_than_windows_can_wait_for_and_no_more_than_four_items_travel_together(
    monkeypatch: pytest.MonkeyPatch, items: int, jobs: int, processes: int, together: int
) -> None:
    asked: list[int] = []

    class Pool:
        def __init__(self, workers: int, *_: object, **__: object) -> None:
            asked.append(workers)

        def map(self, _do: object, _items: object, chunksize: int) -> Iterator[object]:
            asked.append(chunksize)
            return iter(())

        def shutdown(self, **_: object) -> None:
            """Nothing was begun."""

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", Pool)
    assert list(spread(start, range(items), jobs)) == []
    assert asked == [processes, together]


def test_a_run_that_is_closed_leaves_no_process() -> None:
    results = spread(start, range(10), 2)
    assert next(results) == "0 begun"
    results.close()
    assert multiprocessing.active_children() == []


@dataclass(frozen=True)
class Slow:
    """Work that takes a while, and leaves a file for each item that was begun."""

    folder: Path

    def __call__(self) -> Callable[[int], Iterator[int]]:
        def work(item: int) -> Iterator[int]:
            (self.folder / str(item)).touch()
            time.sleep(0.05)
            yield item

        return work

    def begun(self) -> int:
        return len(list(self.folder.iterdir()))


def test_nothing_is_begun_once_a_run_is_closed(tmp_path: Path) -> None:
    slow = Slow(tmp_path)
    results = spread(slow, range(60), 2)
    next(results)
    before = slow.begun()
    results.close()
    assert slow.begun() <= before + 2  # one in each process, begun while it was being closed


def files(folder: Path) -> dict[str, bytes]:
    return {path.name + path.parent.name: path.read_bytes() for path in sorted(folder.rglob("*.docx"))}


@pytest.mark.parametrize("words", [["build"], ["build", "--format", "json"], ["build", "--verbose"]])
def test_any_number_of_processes_says_and_writes_the_same(
    portfolio: Path, aftale: Aftale, words: list[str]
) -> None:
    alone = aftale(*words, "--jobs", "1")
    written = files(portfolio / "output")
    shutil.rmtree(portfolio / "output")
    shared = aftale(*words, "--jobs", "3")
    assert (shared.output, shared.exit_code) == (alone.output, alone.exit_code)
    assert shared.exit_code == 1
    assert files(portfolio / "output") == written
    assert len(written) == 17  # of 25, without the four of each plan that is in error


@pytest.mark.parametrize("words", [["check", "--format", "sarif"], ["build", "--check"]])
@pytest.mark.usefixtures("portfolio")
def test_checks_say_the_same_too(aftale: Aftale, words: list[str]) -> None:
    alone, shared = aftale(*words, "--jobs", "1"), aftale(*words, "--jobs", "4")
    assert (shared.output, shared.exit_code) == (alone.output, alone.exit_code)


def test_a_document_that_somebody_changed_is_kept_by_several_processes_too(
    portfolio: Path, aftale: Aftale
) -> None:
    edited = portfolio / "output/plan-0/strategisk-samarbejdsaftale.docx"
    edited.parent.mkdir(parents=True)
    edited.write_bytes(b"somebody's")
    assert "error F6" in aftale("build", "--verbose", "--jobs", "2").output
    assert edited.read_bytes() == b"somebody's"


def test_few_plans_start_no_process(
    workspace: Path, aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.run.build.spread", None)
    assert aftale("build").exit_code == 0
    assert aftale("build", "viborg-2017-2021", "--jobs", "8").exit_code == 0
    assert (workspace / "output").is_dir()


LISTENING = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job ignores it
from generator.cli import main
main()
"""


def begun(folder: Path) -> subprocess.Popen[bytes]:
    """A build by two processes, under way: it has written its first document. It is a group of its own."""
    command = [sys.executable, "-c", LISTENING, "build", "--jobs", "2"]
    build = subprocess.Popen(command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)},
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                             start_new_session=True)  # fmt: skip
    assert build.stdout
    build.stdout.readline()
    return build


def gone(folder: Path) -> bool:
    """Whether no process writes there any more: for half a second nothing is new."""
    for _ in range(40):
        before = len(files(folder / "output"))
        time.sleep(0.5)
        if len(files(folder / "output")) == before:
            return True
    return False


@pytest.fixture
def large(workspace: Path) -> Path:
    """So many plans that a build is not over before it can be stopped."""
    for number in range(60):
        shutil.copytree(workspace / "agreements/viborg-2025-2029", workspace / f"agreements/plan-{number}")
    return workspace


@on_posix
@pytest.mark.parametrize("how", ["SIGINT", "SIGKILL", "SIGTERM"])
def test_a_run_that_is_stopped_stops_all_and_leaves_whole_files_only(large: Path, how: str) -> None:
    with begun(large) as build:
        if how == "SIGINT":  # Ctrl-C is for all processes of a terminal
            os.killpg(build.pid, signal.SIGINT)
        else:
            build.send_signal(getattr(signal, how))
        _, said = build.communicate(timeout=20)
    assert b"Traceback" not in said
    assert build.returncode == (130 if how == "SIGINT" else -getattr(signal, how))
    assert gone(large)
    written = files(large / "output")
    assert 0 < len(written) < 200
    assert all(stamp.read(data).intact for data in written.values())


@on_posix
def test_a_worker_that_is_killed_is_an_error_message(large: Path) -> None:
    with begun(large) as build:
        asked = ["ps", "-o", "pid=", "--ppid", str(build.pid)]
        workers = subprocess.run(asked, capture_output=True, check=True).stdout.split()
        os.kill(int(workers[0]), signal.SIGKILL)
        _, said = build.communicate(timeout=20)
    assert build.returncode == 1
    assert said.startswith(b"Error: a process ended before its work was done")


@on_posix
def test_a_pipe_that_is_closed_ends_quietly_with_every_document_saved(workspace: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "generator", "build"]
    done = subprocess.run(command, cwd=workspace, env={**os.environ, "PYTHONPATH": str(ROOT)},
                          stdout=writing, stderr=subprocess.PIPE, check=False)  # fmt: skip
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(files(workspace / "output")) == 5


def made(what: str) -> str:
    """A value that is made in a process of its own; some end in another way."""
    if what == "refused":
        raise LookupError(what)
    if what == "lost":
        os._exit(3)
    if what == "long":
        time.sleep(60)
    return f"{what}: {os.getpid()}"


def test_what_is_made_apart_is_made_in_another_process_and_what_that_raises_is_raised_here() -> None:
    told = apart(made, "x")
    assert told.startswith("x: ")
    assert told != f"x: {os.getpid()}"
    with pytest.raises(LookupError):
        apart(made, "refused")
    with pytest.raises(WorkerLost):
        apart(made, "lost")


@on_posix
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_what_is_made_apart_ends_with_the_process_that_asked_for_it(tmp_path: Path, how: int) -> None:
    script = tmp_path / "asks.py"
    script.write_text("""
import multiprocessing, signal, threading, time
from generator.run.processes import apart
from tests.run.test_processes import made
if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's work in the background ignores it
    threading.Thread(target=apart, args=(made, "long"), daemon=True).start()
    while not multiprocessing.active_children():
        time.sleep(0.01)
    print(multiprocessing.active_children()[0].pid, flush=True)
    time.sleep(60)
""")
    settings = {**os.environ, "PYTHONPATH": str(ROOT)}
    asking = subprocess.Popen([sys.executable, script], env=settings, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, encoding="utf-8")  # fmt: skip
    assert asking.stdout
    child = int(asking.stdout.readline())
    time.sleep(1)
    asking.send_signal(how)
    asking.communicate(timeout=20)
    for _ in range(200):
        if not Path(f"/proc/{child}").exists() or "Z" in Path(f"/proc/{child}/stat").read_text().split()[2]:
            return
        time.sleep(0.05)
    os.kill(child, signal.SIGKILL)
    raise AssertionError("the child lives on")
