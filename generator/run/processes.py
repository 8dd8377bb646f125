"""Work spread over processes, told in the order it was given in.

A worker is given all that it needs: it may have been started anew, and share nothing with its parent but
the language, which it is told.
"""

from __future__ import annotations

import gc
import signal
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from msgspec import Struct

from generator.base.language import Language, say, speak, spoken

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext
    from multiprocessing.synchronize import Event as Signal

T = TypeVar("T")
R = TypeVar("R")

MOST = 61
"""Windows cannot wait for more processes than that."""
MOST_TOGETHER, PARTS = 4, 4
"""Most items that travel together, and least parts that each process gets where there are enough items."""


class WorkerLost(Exception):
    """Raised when a process ended before its work was done: killed, or out of memory."""


class _Done(Struct, Generic[R], frozen=True):
    """Results of one item, and the exception it raised after them."""

    results: tuple[R, ...]
    crash: Exception | None = None


class _Worker(Struct):
    """State of a worker process from its start to its end."""

    work: Callable[[Any], Iterator[Any]]
    stop: Signal


_here: list[_Worker] = []


def spread(
    start: Callable[[], Callable[[T], Iterator[R]]],
    items: Sequence[T],
    jobs: int,
    context: BaseContext | None = None,
) -> Generator[R, None, None]:
    """Yield the results of all items, in their order, from that many processes.

    `start` is called once in each process and gives the function that does one item. It and what it is
    made of, the items and the results are pickled. What an item raises is raised here, after the results
    that came before it. Raises WorkerLost when a process ends by itself. However this ends, no item is
    begun afterwards, and every process has ended.
    """
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    context = context or multiprocessing.get_context()
    stop = context.Event()
    given = (start, stop, gc.get_threshold(), spoken())
    pool = ProcessPoolExecutor(min(jobs, MOST), context, initializer=_begin, initargs=given)
    together = max(1, min(MOST_TOGETHER, len(items) // (jobs * PARTS)))
    try:
        for done in pool.map(_do, items, chunksize=together):
            yield from done.results
            if done.crash:
                raise done.crash
    except BrokenProcessPool as lost:
        raise WorkerLost(say("a process ended before its work was done; is there memory enough?")) from lost
    finally:
        stop.set()
        pool.shutdown(cancel_futures=True)


def apart(make: Callable[..., R], *given: object) -> R:
    """The value that the function makes, in a process of its own: what memory that takes is free afterwards.

    The function, what it is given and what it makes are pickled; what it raises is raised here. Raises
    WorkerLost when the process ended by itself. It ends with this one, however that does.
    """
    import multiprocessing

    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_make_apart, args=(there, spoken(), make, given), daemon=True)
    process.start()
    there.close()
    try:
        made, crash = here.recv()
    except EOFError as lost:
        raise WorkerLost(say("a process ended before its work was done; is there memory enough?")) from lost
    finally:
        here.close()
        process.join()
    if crash:
        raise crash
    result: R = made
    return result


def _make_apart(
    there: Connection, language: Language, make: Callable[..., Any], given: Sequence[Any]
) -> None:
    _live_with_parent(language)
    try:
        there.send((make(*given), None))
    except Exception as crash:
        there.send((None, _able_to_travel(crash)))


def _begin(
    start: Callable[[], Callable[[Any], Iterator[Any]]],
    stop: Signal,
    thresholds: tuple[int, int, int],
    language: Language,
) -> None:
    """Make this process ready."""
    _live_with_parent(language)
    gc.set_threshold(*thresholds)
    _here[:] = [_Worker(start(), stop)]


def _live_with_parent(language: Language) -> None:
    """Speak as the parent does. Ctrl-C is the parent's to answer; without it there is nothing to do."""
    import threading

    speak(language)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        signal.raise_signal(signal.SIGTERM)


def _do(item: Any) -> _Done[Any]:
    """Do one item, and catch what it raises; nothing is done once the run has been stopped."""
    [worker] = _here
    results: list[Any] = []
    if worker.stop.is_set():
        return _Done(())
    try:
        results.extend(worker.work(item))
    except Exception as crash:
        return _Done(tuple(results), _able_to_travel(crash))
    return _Done(tuple(results))


def _able_to_travel(crash: Exception) -> Exception:
    """Make an exception fit to be pickled, by its text if need be, with its traceback as a note."""
    import pickle
    import traceback

    where = "".join(traceback.format_exception(crash)).rstrip()
    try:
        pickle.loads(pickle.dumps(crash))
    except Exception:
        crash = RuntimeError(f"{type(crash).__name__}: {crash}")
    crash.add_note(where)
    return crash
