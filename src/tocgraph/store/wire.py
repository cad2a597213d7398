"""One HTTP exchange with a server, told in our words: connections kept, credentials, patience, whole answers only.

The standard library's client is used rather than a larger one: it starts in a few milliseconds, and what is needed
beside it (Digest, an overall time limit, the completeness of an answer) no other client would take off us in full.
"""

from __future__ import annotations

import os
import re
import socket
import ssl
import time
import zlib
from email.utils import parsedate_to_datetime
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection, IncompleteRead, RemoteDisconnected
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit
from urllib.request import getproxies, proxy_bypass

from tocgraph.errors import StoreError
from tocgraph.store.credentials import PASSWORD, TOKEN, USER, Credentials

TIMEOUT_VARIABLE = "TOCGRAPH_ENDPOINT_TIMEOUT"
TIMEOUT = 60.0
"""Seconds to wait for a server to say something; a whole answer may take ten times as long."""

PATIENCE = 30.0
"""Seconds in all to wait on a server that says it is busy (429, 503)."""

_BUSY = (429, 503)
_REDIRECTS = (301, 302, 303, 307, 308)
_TAG = re.compile(r"<(script|style|head)\b.*?</\1\s*>|<[^<>]*>", re.DOTALL | re.IGNORECASE)


class LostError(StoreError):
    """The server was not reached, or the connection broke: asking again may help."""


class Reply(NamedTuple):
    """What a server answered, complete and uncompressed; names of headers are in lower case."""

    status: int
    reason: str
    headers: dict[str, str]
    body: bytes

    @property
    def kind(self) -> str:
        """The media type of the body, without parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    def told(self) -> str:
        """The first words of the body, for a message: no markup, one line."""
        text = self.body[:20_000].decode("utf-8", "replace")
        if "html" in self.kind or text.lstrip().startswith("<"):
            text = _TAG.sub(" ", text)
        return " ".join(text.split())[:300]


class Wire:
    """A server at an address. `shown` is the address for messages: no user name, no query, no secret."""

    def __init__(self, address: str) -> None:
        """Takes an http or https address apart; its query is sent with each request.

        Raises:
            StoreError: it is no such address, or there is a user name or password in it.
        """
        try:
            parts = urlsplit(address)
            host, port = parts.hostname, parts.port
            usable = parts.scheme in ("http", "https") and bool(host) and (port is None or port > 0)
            host and host.encode("idna")
        except (ValueError, UnicodeError):
            usable, host, port = False, None, None
        if not usable or host is None or re.search(r"[\s\x00-\x1f\x7f]", address):
            # What is no address may hold a password all the same.
            shown = re.split("[?#]", re.sub(r"[^/@]*@", "", address))[0][:80]
            raise StoreError(
                f"{shown!r} is not the address of an endpoint",
                "give an http or https address",
            )
        if "@" in parts.netloc:
            raise StoreError(
                "the address of the endpoint has a user name or password in it",
                f"take it out, and set {USER} and {PASSWORD} in the environment",
            )
        self.parameters = parse_qsl(parts.query, keep_blank_values=True)
        self._scheme, self._host, self._port = parts.scheme, host, port
        self.path = quote(parts.path, safe="/%:@!$&'()*+,;=~") or "/"
        self.origin = f"{parts.scheme}://{parts.netloc}"
        self.shown = f"{self.origin}{parts.path}"
        self.credentials = Credentials(parts.scheme, host)
        self.timeout = _timeout()
        self._idle: list[tuple[HTTPConnection, str]] = []
        # Connections kept for the next request: taken out while in use, so that threads never share one.

    def exchange(
        self,
        method: str,
        parameters: list[tuple[str, str]] | None = None,
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
    ) -> Reply:
        """What the server answers to a request, whatever its status; it is asked again while it is busy.

        Raises:
            StoreError: it cannot be reached, breaks off, takes too long, redirects, or refuses the credentials.
        """
        query = urlencode(parameters if parameters is not None else self.parameters)
        target = self.path + (f"?{query}" if query else "")
        waited, attempt = 0.0, 0
        while True:
            reply = self._identified(method, target, body, headers or {})
            if reply.status not in _BUSY:
                return self._checked(reply)
            attempt += 1
            pause = _retry_after(reply.headers.get("retry-after", ""), 2.0 ** (attempt - 1))
            if attempt > 4 or waited + pause > PATIENCE:
                asks = f" and asks to wait {pause:.0f} s" if reply.headers.get("retry-after") else ""
                raise self.failure(reply, f"is busy{asks}", "try again later")
            time.sleep(pause)
            waited += pause

    def failure(self, reply: Reply, what: str = "", hint: str = "") -> StoreError:
        """The error for a reply that is none we wanted."""
        detail = self.credentials.hidden(reply.told())
        status = f"{reply.status} {reply.reason}".strip()
        said = f"{what} ({status})" if what else f"answered {status}"
        return StoreError(f"{self.shown} {said}{': ' if detail else ''}{detail}", hint)

    def _checked(self, reply: Reply) -> Reply:
        if reply.status in _REDIRECTS:
            place = urlsplit(reply.headers.get("location", ""))
            host = place.netloc.rpartition("@")[2]
            there = f"{place.scheme or self._scheme}://{host}{place.path}" if host else place.path
            raise self.failure(reply._replace(body=b""), f"redirects to {there}", "give that address, if you trust it")
        if reply.status in (401, 403, 407):
            forbidden = reply.status == 403
            if self.credentials.given:
                hint = "check their rights" if forbidden else "check user name and password, or token"
                raise self.failure(reply, "refuses the credentials", hint)
            hint = f"set {USER} and {PASSWORD}, or {TOKEN}, in the environment"
            raise self.failure(
                reply,
                "refuses" if forbidden else "wants credentials",
                f"{'for credentials ' if forbidden else ''}{hint}",
            )
        return reply

    def _identified(self, method: str, target: str, body: bytes | None, headers: dict[str, str]) -> Reply:
        for again in (True, False):
            proof = self.credentials.header(method, target)
            reply, offers = self._sent(method, target, body, {**headers, **({"Authorization": proof} if proof else {})})
            if reply.status != 401 or not again or not self.credentials.challenged(offers, proof):
                break
        return reply

    def _sent(self, method: str, target: str, body: bytes | None, headers: dict[str, str]) -> tuple[Reply, list[str]]:
        """One exchange; a kept connection that turns out to be closed by the server is made anew."""
        sent = {"User-Agent": "tocgraph", "Accept-Encoding": "gzip", **headers}
        values = {name: value.encode() for name, value in sent.items()}
        deadline = time.monotonic() + 10 * self.timeout
        reading = False
        connection, prefix = None, ""
        try:
            while True:
                kept = bool(self._idle)
                connection, prefix = self._idle.pop() if kept else self._connected()
                try:
                    connection.request(method, prefix + target, body, values)
                    response = connection.getresponse()
                    break
                except (RemoteDisconnected, BrokenPipeError, ConnectionResetError):
                    connection.close()
                    if not kept:
                        raise
            reading = True
            found = {name.lower(): value for name, value in response.getheaders()}
            reply = Reply(response.status, response.reason, found, _read(response, deadline))
        except (OSError, HTTPException, zlib.error) as error:
            if connection is not None:
                connection.close()
            raise self._translated(error, reading) from error
        if response.will_close:
            connection.close()
        else:
            self._idle.append((connection, prefix))
        return reply, response.msg.get_all("WWW-Authenticate") or []

    def __del__(self) -> None:
        for connection, _ in getattr(self, "_idle", ()):
            connection.close()

    def _connected(self) -> tuple[HTTPConnection, str]:
        """A new connection, by way of the proxy of the environment if it names one; what goes before the target."""
        proxies = {} if proxy_bypass(self._host) else getproxies()
        proxy = urlsplit(proxies.get(self._scheme, ""))
        secure = ssl.create_default_context() if self._scheme == "https" else None
        if not proxy.hostname:
            if secure:
                return HTTPSConnection(self._host, self._port, timeout=self.timeout, context=secure), ""
            return HTTPConnection(self._host, self._port, timeout=self.timeout), ""
        login = {}
        if proxy.username:
            import base64

            pair = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
            login = {"Proxy-Authorization": "Basic " + base64.b64encode(pair.encode()).decode()}
        if secure:
            connection = HTTPSConnection(proxy.hostname, proxy.port or 80, timeout=self.timeout, context=secure)
            connection.set_tunnel(self._host, self._port or 443, login)
            return connection, ""
        return HTTPConnection(proxy.hostname, proxy.port or 80, timeout=self.timeout), self.origin

    def _translated(self, error: Exception, reading: bool) -> LostError:
        seconds = f"{self.timeout:g} s"
        if isinstance(error, TimeoutError):
            return LostError(
                f"{self.shown} did not answer {'in full ' if reading else ''}within {seconds}",
                f"ask for less, or set {TIMEOUT_VARIABLE} to more seconds",
            )
        if isinstance(error, zlib.error):
            return LostError(f"{self.shown} sent an answer whose compression is broken", "try again")
        if reading or isinstance(error, IncompleteRead):
            return LostError(f"{self.shown} broke off in the middle of an answer", "try again; nothing of it was used")
        if isinstance(error, socket.gaierror):
            return LostError(f"{self.shown} cannot be reached: no host of that name is known", "check the address")
        if isinstance(error, ssl.SSLCertVerificationError):
            trusted = os.environ.get("SSL_CERT_FILE", "")
            missing = f", and there is no {trusted}" if trusted and not Path(trusted).is_file() else ""
            return LostError(
                f"{self.shown} cannot be reached: its certificate is not trusted ({error.verify_message})",
                f"SSL_CERT_FILE names a file with the certificates to trust{missing}",
            )
        if isinstance(error, ssl.SSLError):
            return LostError(f"{self.shown} cannot be reached: TLS failed ({error.reason})", "is it http, not https?")
        if isinstance(error, ConnectionResetError):  # RemoteDisconnected too
            hint = "is it up, and is it https?" if self._scheme == "http" else "is it up?"
            return LostError(f"{self.shown} closed the connection without an answer", hint)
        if isinstance(error, HTTPException):
            return LostError(f"{self.shown} does not speak HTTP", "check the port of the address")
        reason = getattr(error, "strerror", None) or type(error).__name__
        return LostError(f"{self.shown} cannot be reached: {reason}", "check the address and the network")


def _timeout() -> float:
    text = os.environ.get(TIMEOUT_VARIABLE, "")
    try:
        seconds = float(text) if text else TIMEOUT
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= 86_400:
        raise StoreError(f"{TIMEOUT_VARIABLE} is no number of seconds up to 86400: {text!r}", "set one, such as 120")
    return seconds


def _retry_after(text: str, otherwise: float) -> float:
    """The seconds that a Retry-After header asks for (RFC 9110, section 10.2.3)."""
    if text.strip().isdigit():
        return float(text)
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - time.time())
    except (TypeError, ValueError):
        return otherwise


def _read(response: HTTPResponse, deadline: float) -> bytes:
    """The body, whole and uncompressed.

    Raises:
        IncompleteRead: less came than was announced. TimeoutError: it took too long. zlib.error: it is damaged.
    """
    parts: list[bytes] = []
    length = response.length
    while part := response.read(1 << 16):
        parts.append(part)
        if time.monotonic() > deadline:
            raise TimeoutError
    body = b"".join(parts)
    if length is not None and len(body) < length:  # read(n) of the standard library does not tell
        raise IncompleteRead(body, length - len(body))
    coding = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if coding == "identity" or not body:
        return body
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise zlib.error(f"unknown coding {coding}")
    inflater = zlib.decompressobj(47)  # by its head either gzip or zlib
    body = inflater.decompress(body) + inflater.flush()
    if not inflater.eof:
        raise zlib.error("cut")
    return body
