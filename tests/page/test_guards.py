"""Who is let in by the server of `aftale open`, and what is taken from them; each refusal over a port."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from generator.base.border.web_guards import LARGEST, LARGEST_FILE
from generator.base.border.web_server import Answer, LocalServer, Request

JSON = {"Content-Type": "application/json"}


@dataclass
class Visitor:
    """Somebody at the port, with a cookie or without."""

    server: LocalServer
    cookie: str = ""

    def ask(
        self, path: str, body: bytes | None = None, method: str = "", **headers: str | None
    ) -> tuple[int, str]:
        """Status and text of the answer; a header given as None is left out."""
        own = {"Host": self.server.door.host, "Cookie": self.cookie or None}
        if body is not None:
            own |= {"Origin": self.server.door.origin, **JSON, "Content-Length": str(len(body))}
        own |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.server.door.port, timeout=10)
        connection.putrequest(method or ("GET" if body is None else "POST"), path, skip_host=True,
                              skip_accept_encoding=True)
        for name, value in own.items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        self.headers = dict(answer.getheaders())
        text = answer.read().decode()
        connection.close()
        return answer.status, text

    def go_in(self) -> None:
        """Take the first address, and keep its cookie as a browser does."""
        status, _ = self.ask(self.server.door.address.removeprefix(self.server.door.origin))
        assert status == 200
        self.cookie = self.headers["Set-Cookie"].partition(";")[0]


@pytest.fixture
def asked() -> list[Request]:
    """The requests that came past the guards."""
    return []


@pytest.fixture
def server(asked: list[Request]) -> Iterator[LocalServer]:
    def respond(request: Request) -> Answer:
        asked.append(request)
        return Answer.of({"path": request.path, **request.body})

    server = LocalServer(respond, rest=0.2)
    serving = threading.Thread(target=server.serve, args=(lambda: None, 0.02), daemon=True)
    serving.start()
    yield server
    server.stop()
    serving.join(5)
    assert not serving.is_alive()


@pytest.fixture
def visitor(server: LocalServer) -> Visitor:
    visitor = Visitor(server)
    visitor.go_in()
    return visitor


def test_the_first_address_lets_one_browser_in_and_only_once(server: LocalServer) -> None:
    first, second = Visitor(server), Visitor(server)
    first.go_in()
    kept = first.headers["Set-Cookie"]
    assert kept.startswith(f"aftale-{server.door.port}=")
    assert kept.endswith("; HttpOnly; SameSite=Strict; Path=/")
    path = server.door.address.removeprefix(server.door.origin)
    assert second.ask("/start/" + kept.split("=")[1].partition(";")[0])[0] == 403
    assert second.ask(path)[0] == 403
    assert first.ask("/plan")[0] == 200


def test_the_address_is_of_this_computer_alone(server: LocalServer) -> None:
    assert server.door.address.startswith(f"http://127.0.0.1:{server.door.port}/start/")
    assert server._http.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize("path", ["/", "/plan/a", "/static/page.js", "/events/a", "/nothing"])
def test_without_the_cookie_nothing_is_told_not_even_the_events(
    server: LocalServer, asked: list[Request], path: str
) -> None:
    for cookie in ("", "aftale-1=x", f"aftale-{server.door.port}=", f"aftale-{server.door.port}=æ"):
        status, text = Visitor(server, cookie).ask(path)
        assert (status, "browser" in text) == (403, True)
    assert Visitor(server).ask(path, b"{}")[0] == 403
    assert asked == []


@pytest.mark.parametrize("host", [
    None, "", "localhost:{port}", "localhost.evil.com:{port}", "127.0.0.1", "127.0.0.1:1",
    "127.0.0.1.evil.com:{port}", "127.0.0.1:{port}.evil.com", "[::1]:{port}", "evil.com",
])  # fmt: skip
def test_another_host_is_refused(visitor: Visitor, asked: list[Request], host: str | None) -> None:
    named = host and host.format(port=visitor.server.door.port)
    assert visitor.ask("/", Host=named)[0] == 403
    assert visitor.ask("/save", b"{}", Host=named)[0] == 403
    assert asked == []


@pytest.mark.parametrize("origin", [
    None, "null", "http://evil.com", "http://localhost:{port}", "https://127.0.0.1:{port}",
    "http://127.0.0.1:{port}.evil.com", "http://127.0.0.1", "http://127.0.0.1:1",
])  # fmt: skip
def test_a_change_from_another_page_or_from_none_is_refused(
    visitor: Visitor, asked: list[Request], origin: str | None
) -> None:
    named = origin and origin.format(port=visitor.server.door.port)
    assert visitor.ask("/save", b"{}", Origin=named)[0] == 403
    assert origin is None or visitor.ask("/", Origin=named)[0] == 403
    assert asked == []


@pytest.mark.parametrize("kind", [
    None, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp",
])  # fmt: skip
def test_only_json_is_taken(visitor: Visitor, asked: list[Request], kind: str | None) -> None:
    assert visitor.ask("/save", b"{}", Content_Type=kind)[0] == 415
    assert asked == []


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"1", b"null", b'"a"', b"\xff", b"[" * 100_000])
def test_what_is_no_json_of_keys_is_refused(visitor: Visitor, asked: list[Request], body: bytes) -> None:
    assert visitor.ask("/save", body)[0] == 400
    assert asked == []


def test_more_than_200_kb_is_refused_before_it_is_read(visitor: Visitor, asked: list[Request]) -> None:
    most = json.dumps({"v": "x" * (LARGEST - len('{"v": ""}'))}).encode()
    assert len(most) == LARGEST == 200_000
    assert visitor.ask("/save", most)[0] == 200
    for length in (str(LARGEST + 1), "9" * 5000):
        assert visitor.ask("/save", b"", Content_Length=length)[0] == 413
    assert len(asked) == 1


def test_a_file_is_taken_where_one_is_asked_for_and_is_of_20_mb_at_most(
    visitor: Visitor, asked: list[Request]
) -> None:
    kind = "application/octet-stream"
    assert visitor.ask("/files/a", b"\xff\x00" * LARGEST, Content_Type=kind)[0] == 200
    assert (asked[0].path, asked[0].file, asked[0].body) == (("files", "a"), b"\xff\x00" * LARGEST, {})
    for length in (str(LARGEST_FILE + 1), "9" * 5000):
        status, text = visitor.ask("/files/a", b"", Content_Type=kind, Content_Length=length)
        assert (status, "20 MB" in text) == (413, True)
    assert visitor.ask("/files/a", b"x", Content_Type=kind, Content_Length=None)[0] == 411
    assert visitor.ask("/files/a", b"{}")[0] == 415
    assert visitor.ask("/save", b"{}", Content_Type=kind)[0] == 415
    for origin in (None, "http://evil.com"):
        assert visitor.ask("/files/a", b"x", Content_Type=kind, Origin=origin)[0] == 403
    assert Visitor(visitor.server).ask("/files/a", b"x", Content_Type=kind)[0] == 403
    assert len(asked) == 1


@pytest.mark.parametrize("length", [None, "-1", "1.5", "²", "+2", ""])
def test_a_body_says_how_long_it_is(visitor: Visitor, asked: list[Request], length: str | None) -> None:
    assert visitor.ask("/save", b"", Content_Length=length)[0] == 411
    assert visitor.ask("/save", b"", Content_Length=None, Transfer_Encoding="chunked")[0] == 415
    assert asked == []


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "HEAD", "TRACE", "CONNECT"])
def test_no_other_method_is_known(visitor: Visitor, asked: list[Request], method: str) -> None:
    assert visitor.ask("/", method=method)[0] == 501
    assert asked == []


def test_every_answer_forbids_scripts_in_the_page_frames_and_the_network(visitor: Visitor) -> None:
    for path, cookie in (("/", visitor.cookie), ("/", "")):
        Visitor(visitor.server, cookie).ask(path)
        other = Visitor(visitor.server, cookie)
        other.ask(path)
        policy = dict(part.split(" ", 1) for part in other.headers["Content-Security-Policy"].split("; "))
        assert policy["default-src"] == policy["frame-ancestors"] == policy["form-action"] == "'none'"
        assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
        assert other.headers["Referrer-Policy"] == "no-referrer"
        assert other.headers["X-Content-Type-Options"] == "nosniff"
        assert other.headers["Cache-Control"] == "no-store"


def test_a_path_comes_in_steps_and_a_step_may_hold_any_sign(visitor: Visitor, asked: list[Request]) -> None:
    visitor.ask("/plan/k%C3%B8ge%2F..%2F..%2Fetc?x=1")
    visitor.ask("/../../etc/passwd")
    assert [request.path for request in asked] == [("plan", "køge/../../etc"), ("..", "..", "etc", "passwd")]


def opened(visitor: Visitor, topic: str) -> http.client.HTTPConnection:
    connection = http.client.HTTPConnection("127.0.0.1", visitor.server.door.port, timeout=10)
    connection.request("GET", f"/events/{topic}",
                       headers={"Host": visitor.server.door.host, "Cookie": visitor.cookie})
    return connection


def test_a_page_hears_of_its_own_plan_alone(visitor: Visitor) -> None:
    connection = opened(visitor, "a")
    stream = connection.getresponse()
    assert (stream.status, stream.getheader("Content-Type")) == (200, "text/event-stream")
    while "a" not in visitor.server.topics:
        pass
    visitor.server.tell("b", "not for you")
    visitor.server.tell("a", "æ")
    assert stream.readline() == b'data: "\\u00e6"\n'
    connection.close()


def test_a_page_hears_what_was_told_before_it_listened(visitor: Visitor) -> None:
    visitor.server.tell("a", "old")
    visitor.server.tell("a", "new")
    connection = opened(visitor, "a")
    assert connection.getresponse().readline() == b'data: "new"\n'
    connection.close()


def test_it_ends_after_the_last_page_was_closed_and_not_before(server: LocalServer) -> None:
    visitor = Visitor(server)
    visitor.go_in()
    assert not server._is_left()
    streams = [server.listen("a"), server.listen("b")]
    server.leave(streams[0])
    assert not server._stopped.wait(0.3)
    assert visitor.ask("/")[0] == 200
    server.leave(streams[1])
    assert not server._stopped.wait(0.5)
    with pytest.raises(OSError):
        visitor.ask("/")


def test_a_taken_port_is_no_port_for_a_second_one(server: LocalServer) -> None:
    with pytest.raises(OSError):
        LocalServer(server.respond, server.door.port)
