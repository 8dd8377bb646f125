"""Server for the browser of the one who started it, on this computer alone.

What is asked for has come past the guards when `respond` sees it. It ends a while after the last page closed.
"""

from __future__ import annotations

import json
import queue
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from urllib.parse import quote, unquote

from msgspec import Struct, field

from generator.base.border.web_guards import HEADERS, HERE, JSON, Door, NotLetIn, body_of, file_of
from generator.base.language import later, say

EVENTS, FILES = "events", "files"
"""First steps of paths: of streams, and of those that a file is brought to."""
HTML, TEXT, STREAM = "text/html; charset=utf-8", "text/plain; charset=utf-8", "text/event-stream"
SILENCE = 1.0
"""Seconds after which a stream with nothing to say says nothing: so it is noticed that a page was closed."""
MOST_STREAMS = 64
CRASHED = later("This is a fault in the program, not in what you did. Nothing was written by it.")
TOO_MANY = later("Too many pages are open: close some of them.")
_GO_IN = (
    '<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url={first}">'
    "<title>aftale</title>"
)
"""Leads on from a page of ours: a redirect would be another's, and the cookie would stay behind."""


class Request(Struct, frozen=True):
    """A request that was let in: the steps of its path, and what it brings where it `changes` something.

    It brings keys, or one file.
    """

    path: tuple[str, ...]
    body: dict[str, object] = field(default_factory=dict)
    changes: bool = False
    file: bytes = b""


class Answer(Struct, frozen=True):
    """Answer to a request; with a `name` the browser keeps it as a file."""

    data: bytes
    kind: str = HTML
    status: int = HTTPStatus.OK
    name: str = ""

    @classmethod
    def of(cls, value: object, status: int = HTTPStatus.OK) -> Answer:
        """The value as JSON."""
        return cls(json.dumps(value, ensure_ascii=False).encode(), JSON, status)


Respond = Callable[[Request], Answer]


class LocalServer:
    """A server on a port of this computer, or on a free one; raises OSError where the port is taken.

    `rest` is how many seconds it goes on after the last page was closed; `first` is what who was let in sees.
    """

    def __init__(self, respond: Respond, port: int = 0, rest: float = 60.0, first: str = "/") -> None:
        self.respond, self.first, self._rest = respond, first, rest
        self._http = _Http((HERE, port), _Handler)
        self._http.ours = self
        self.door = Door(self._http.server_address[1])
        self.lock = threading.Lock()
        self._streams: dict[queue.Queue[str], str] = {}
        self._newest: dict[str, str] = {}
        self._closed_at: float | None = None
        self._stopped = threading.Event()

    def serve(self, now_and_then: Callable[[], object], every: float = 0.1) -> None:
        """Answer until nobody is there; `now_and_then` is called meanwhile, every so many seconds."""
        answering = threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True)
        answering.start()
        try:
            while not self._stopped.wait(every) and not self._is_left():
                now_and_then()
        finally:
            self._http.shutdown()
            self._http.server_close()

    def stop(self) -> None:
        """End as soon as may be."""
        self._stopped.set()

    @property
    def topics(self) -> frozenset[str]:
        """Everything that open pages listen to."""
        with self.lock:
            return frozenset(self._streams.values())

    def tell(self, topic: str, word: str) -> None:
        """Send a word to the pages that listen to the topic, and to those that will till there is a newer."""
        with self.lock:
            self._newest[topic] = word
            for stream, about in self._streams.items():
                if about == topic:
                    stream.put(word)

    def listen(self, topic: str) -> queue.Queue[str]:
        """A stream for a page that is open from now on. Raises NotLetIn where there are too many."""
        stream: queue.Queue[str] = queue.Queue()
        with self.lock:
            if len(self._streams) >= MOST_STREAMS:
                raise NotLetIn(HTTPStatus.SERVICE_UNAVAILABLE, TOO_MANY)
            self._streams[stream] = topic
            if topic in self._newest:
                stream.put(self._newest[topic])
        return stream

    def leave(self, stream: queue.Queue[str]) -> None:
        """Close the stream of a page that was left."""
        with self.lock:
            del self._streams[stream]
            self._closed_at = time.monotonic()

    def _is_left(self) -> bool:
        """Tell whether the last page was closed so long ago; before the first is open nobody has left."""
        with self.lock:
            closed = self._closed_at is not None and not self._streams
            return closed and time.monotonic() - (self._closed_at or 0) > self._rest


class _Http(ThreadingHTTPServer):
    """One thread a request, none of which keeps the process alive."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = sys.platform != "win32"  # there it would let another program in beside us
    ours: LocalServer

    def server_bind(self) -> None:
        """Take the port, and ask no name server what this computer is called."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = HERE, self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away in the middle."""


class _Handler(BaseHTTPRequestHandler):
    """Takes one connection's requests past the guards."""

    server: _Http
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else each answer on a connection that is kept waits 40 ms
    timeout = 30
    server_version, sys_version = "aftale", ""

    def do_GET(self) -> None:
        """Answer with a page, a file or a stream."""
        self._guarded(self._get)

    def do_POST(self) -> None:
        """Take a change."""
        self._guarded(self._post)

    def log_message(self, *_words: object) -> None:
        """Write no log: the address holds the word that lets in."""

    def _guarded(self, take: Callable[[], Answer | None]) -> None:
        try:
            answer = take()
        except NotLetIn as refused:
            self.close_connection = True  # of what it brings nothing is read
            answer = Answer(refused.why.encode(), TEXT, refused.status)
        except ConnectionError:
            raise
        except Exception:  # a fault of ours ends one request, and neither the page nor the others
            answer = Answer(say(CRASHED).encode(), TEXT, HTTPStatus.INTERNAL_SERVER_ERROR)
        if answer:
            self._send(answer)

    def _get(self) -> Answer | None:
        ours, path = self.server.ours, self._path()
        if path[:1] == ("start",) and len(path) == 2:
            ours.door.check_host(self.headers)
            with ours.lock:
                cookie = ours.door.let_in(path[1])
            page = _GO_IN.format(first=escape(quote(ours.first)))
            self._send(Answer(page.encode()), {"Set-Cookie": cookie})
            return None
        ours.door.check(self.headers, changes=False)
        if path[:1] == (EVENTS,):
            self._stream(path[1] if len(path) > 1 else "")
            return None
        return ours.respond(Request(path))

    def _post(self) -> Answer:
        ours = self.server.ours
        ours.door.check(self.headers, changes=True)
        path = self._path()
        if path[:1] == (FILES,):
            return ours.respond(Request(path, changes=True, file=file_of(self.headers, self.rfile)))
        return ours.respond(Request(path, body_of(self.headers, self.rfile), changes=True))

    def _path(self) -> tuple[str, ...]:
        path = self.path.partition("?")[0]
        return tuple(unquote(step, errors="replace") for step in path.split("/")[1:] if step)

    def _send(self, answer: Answer, more: dict[str, str] | None = None) -> None:
        self.send_response(answer.status)
        facts = {**HEADERS, "Content-Type": answer.kind, **(more or {})}
        facts["Content-Length"] = str(len(answer.data))
        if answer.name:
            facts["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(answer.name)}"
        for name, value in facts.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.data)

    def _stream(self, topic: str) -> None:
        """Tell the page what happens until it is closed."""
        stream = self.server.ours.listen(topic)
        self.close_connection = True
        try:
            self.send_response(HTTPStatus.OK)
            for name, value in {"Content-Type": STREAM, **HEADERS}.items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(OSError):
                while True:
                    self.wfile.write(_next(stream))
                    self.wfile.flush()
        finally:
            self.server.ours.leave(stream)


def _next(stream: queue.Queue[str]) -> bytes:
    try:
        return f"data: {json.dumps(stream.get(timeout=SILENCE))}\n\n".encode()
    except queue.Empty:
        return b":\n\n"
