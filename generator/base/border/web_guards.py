"""Guards of the server for the browser on this computer: who is let in, and what is taken from them.

Any web page can send requests to a port of this computer, and other users of it can connect: only who holds
the cookie, from a page of ours, is let in.
"""

from __future__ import annotations

import json
import secrets
from email.message import Message
from http import HTTPStatus
from io import BufferedIOBase

from msgspec import Struct, field

from generator.base.language import later, say

LARGEST = 200_000
"""Bytes of one request's body."""
LARGEST_FILE = 20_000_000
"""Bytes of a file that is brought, where one is asked for."""
HERE = "127.0.0.1"
JSON = "application/json"
FILE = "application/octet-stream"
ELSEWHERE = later("This page is only for the browser that `aftale open` has opened.")
NO_JSON = later("The request is not understood.")
TOO_MUCH = later("This is too much at once: write less.")
TOO_LARGE = later("The file is too large: it may be of 20 MB.")
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""Headers of every answer: no script but ours, nothing from elsewhere, in no other page."""


class NotLetIn(Exception):
    """A request that is refused, with its status and a sentence for who sent it."""

    def __init__(self, status: HTTPStatus, why: str) -> None:
        super().__init__(why)
        self.status, self.why = status, say(why)


class Door(Struct):
    """Door of one server: the port, the word that its first address holds once, and the cookie after it."""

    port: int
    _word: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    _cookie: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    @property
    def host(self) -> str:
        """The one `Host` that is answered."""
        return f"{HERE}:{self.port}"

    @property
    def origin(self) -> str:
        """The one `Origin` that may ask for a change."""
        return f"http://{self.host}"

    @property
    def address(self) -> str:
        """Address that lets one browser in, once."""
        return f"{self.origin}/start/{self._word}"

    @property
    def _name(self) -> str:
        """Name of the cookie: those of a host are shared by all of its ports."""
        return f"aftale-{self.port}"

    def let_in(self, word: str) -> str:
        """The `Set-Cookie` for who brings the word of the address; from then on it is worth nothing."""
        if not self._word or not secrets.compare_digest(word.encode(), self._word.encode()):
            raise NotLetIn(HTTPStatus.FORBIDDEN, later(
                "This address has been used. Give the command `aftale open` again."))  # fmt: skip
        self._word = ""
        return f"{self._name}={self._cookie}; HttpOnly; SameSite=Strict; Path=/"

    def check_host(self, headers: Message) -> None:
        """Raise NotLetIn for a request to another name than ours, or from a page that is not ours."""
        origins = _all(headers, "Origin")
        if _all(headers, "Host") != [self.host] or any(one != self.origin for one in origins):
            raise NotLetIn(HTTPStatus.FORBIDDEN, ELSEWHERE)

    def check(self, headers: Message, *, changes: bool) -> None:
        """Raise NotLetIn for who has no cookie, and for what `changes` something and has no origin."""
        self.check_host(headers)
        wanted = f"{self._name}={self._cookie}".encode()
        brought = [one.strip() for line in _all(headers, "Cookie") for one in line.split(";")]
        known = any(secrets.compare_digest(one.encode(errors="replace"), wanted) for one in brought)
        if not known or (changes and len(_all(headers, "Origin")) != 1):
            raise NotLetIn(HTTPStatus.FORBIDDEN, ELSEWHERE)


def body_of(headers: Message, sent: BufferedIOBase) -> dict[str, object]:
    """The keys that a request brings, as JSON. Raises NotLetIn for anything else, and for more than that."""
    try:
        body = json.loads(_read(headers, sent, JSON, LARGEST, TOO_MUCH).decode())
    except (ValueError, RecursionError) as error:
        raise NotLetIn(HTTPStatus.BAD_REQUEST, NO_JSON) from error
    if not isinstance(body, dict):
        raise NotLetIn(HTTPStatus.BAD_REQUEST, NO_JSON)
    return body


def file_of(headers: Message, sent: BufferedIOBase) -> bytes:
    """The file that a request brings, as it is. Raises NotLetIn for anything else, and for more than that."""
    return _read(headers, sent, FILE, LARGEST_FILE, TOO_LARGE)


def _read(headers: Message, sent: BufferedIOBase, kind: str, most: int, too_much: str) -> bytes:
    """All that is sent, of that kind, with its length said first."""
    lengths = _all(headers, "Content-Length")
    if _all(headers, "Content-Type") != [kind] or _all(headers, "Transfer-Encoding"):
        raise NotLetIn(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, NO_JSON)
    if len(lengths) != 1 or not (lengths[0].isascii() and lengths[0].isdecimal()):
        raise NotLetIn(HTTPStatus.LENGTH_REQUIRED, NO_JSON)
    if len(lengths[0]) > len(str(most)) or int(lengths[0]) > most:
        raise NotLetIn(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, too_much)
    return sent.read(int(lengths[0]))


def _all(headers: Message, name: str) -> list[str]:
    """Every header of that name: of one that comes twice none is believed."""
    return headers.get_all(name) or []
