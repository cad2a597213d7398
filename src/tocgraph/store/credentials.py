"""Who asks an endpoint: credentials from the environment, and the header that proves them.

TOCGRAPH_ENDPOINT_USER and TOCGRAPH_ENDPOINT_PASSWORD serve Digest (RFC 7616) and Basic (RFC 7617), as the server asks;
TOCGRAPH_ENDPOINT_TOKEN serves Bearer (RFC 6750). They are never taken from a command line, which other users of a
machine can read, and never stand in a message. What anybody on the way could read (Basic and Bearer without TLS)
is sent to this machine only, unless TOCGRAPH_ENDPOINT_AUTH names that scheme.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
import secrets
from collections.abc import Iterable

from tocgraph.errors import StoreError

USER, PASSWORD, TOKEN, SCHEME = (f"TOCGRAPH_ENDPOINT_{name}" for name in ("USER", "PASSWORD", "TOKEN", "AUTH"))
SCHEMES = ("digest", "basic", "bearer")

_HASHES = {"MD5": "md5", "SHA-256": "sha256", "SHA-512-256": "sha512_256"}
_PARAMETER = re.compile(r'([A-Za-z0-9_-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))')
_LOOPBACK = re.compile(r"localhost|127(?:\.\d+){3}|::1")


class Credentials:
    """What the environment says of who asks, and what was learnt of how this server wants to hear it."""

    def __init__(self, scheme: str, host: str) -> None:
        """Reads the environment, for the scheme (http, https) and host of an endpoint.

        Raises:
            StoreError: the environment contradicts itself.
        """
        self._user = os.environ.get(USER, "")
        self._password = os.environ.get(PASSWORD, "")
        self._token = os.environ.get(TOKEN, "")
        self._wanted = os.environ.get(SCHEME, "").lower()
        self._private = scheme == "https" or bool(_LOOPBACK.fullmatch(host))
        self._challenge: dict[str, str] = {}
        self._count = 0
        self._basic = False
        if self._wanted and self._wanted not in SCHEMES:
            raise StoreError(f"{SCHEME} is none of {', '.join(SCHEMES)}", "leave it out: the server says what it wants")
        if (self._wanted == "bearer" and not self._token) or (self._wanted in SCHEMES[:2] and not self._user):
            raise StoreError(f"{SCHEME} is set, but not {TOKEN if self._wanted == 'bearer' else USER}", "set both")
        if not re.fullmatch(r"[A-Za-z0-9._~+/-]*=*", self._token):
            raise StoreError(f"{TOKEN} holds characters that no bearer token has", "RFC 6750, section 2.1")
        if ":" in self._user or re.search(r"[\x00-\x1f\x7f]", self._user + self._password):
            raise StoreError(f"{USER} or {PASSWORD} holds characters that cannot be sent", "RFC 7617, section 2")

    @property
    def given(self) -> bool:
        """Whether the environment has any."""
        return bool(self._user or self._token)

    def hidden(self, text: str) -> str:
        """The text without a secret that a server may have repeated in it."""
        basic = base64.b64encode(f"{self._user}:{self._password}".encode()).decode() if self._password else ""
        for secret in sorted({self._password, self._token, basic} - {""}, key=len, reverse=True):
            text = text.replace(secret, "***")
        return text

    def header(self, method: str, target: str) -> str | None:
        """The value of Authorization for a request, None when there is nothing to say yet.

        Raises:
            StoreError: it would show the token to everybody on the way.
        """
        if self._token and self._wanted in ("", "bearer"):
            self._must_be_private("bearer")
            return f"Bearer {self._token}"
        if self._wanted == "basic" or self._basic:
            return "Basic " + base64.b64encode(f"{self._user}:{self._password}".encode()).decode()
        if self._challenge:
            self._count += 1
            return digest(self._challenge, self._user, self._password, method, target, self._count)
        return None

    def challenged(self, offers: Iterable[str], sent: str | None) -> bool:
        """Learns from the WWW-Authenticate headers of a 401; whether it is worth while to ask once more.

        `sent` is the Authorization that was refused. Raises StoreError as `header` does.
        """
        if not self._user or (self._token and self._wanted in ("", "bearer")):
            return False
        found = challenges(offers)
        offered = found.get("digest")
        if offered and self._wanted in ("", "digest"):
            stale = offered.get("stale", "").lower() == "true" or offered.get("nonce") != self._challenge.get("nonce")
            again = sent is None or (stale and self._count > 1)
            self._challenge, self._count = offered, 0
            return (
                again
                and "nonce" in offered
                and offered.get("algorithm", "MD5").upper().removesuffix("-SESS") in _HASHES
            )
        if "basic" in found and self._wanted == "" and sent is None:
            self._must_be_private("basic")
            self._basic = True
            return True
        return False

    def _must_be_private(self, scheme: str) -> None:
        if not self._private and self._wanted != scheme:
            raise StoreError(
                f"the endpoint wants {scheme} credentials over http, where everybody on the way can read them",
                f"use its https address; if the network is trusted, set {SCHEME}={scheme}",
            )


def challenges(offers: Iterable[str]) -> dict[str, dict[str, str]]:
    """What WWW-Authenticate headers offer: the parameters of each scheme, by its name in lower case.

    Of several Digest challenges the first whose algorithm is known counts (RFC 7616, section 3.7).
    """
    found: dict[str, dict[str, str]] = {}
    for part in re.split(r",\s*(?=[A-Za-z]+\s+[A-Za-z0-9_-]+\s*=)|\n", "\n".join(offers)):
        name, _, rest = part.strip().partition(" ")
        parameters = {k.lower(): re.sub(r"\\(.)", r"\1", q) if q else v for k, q, v in _PARAMETER.findall(rest)}
        known = parameters.get("algorithm", "MD5").upper().removesuffix("-SESS") in _HASHES
        if name and (name.lower() not in found or (known and "unknown" in found[name.lower()])):
            found[name.lower()] = parameters if known else {**parameters, "unknown": "yes"}
    return found


def digest(
    challenge: dict[str, str],
    user: str,
    password: str,
    method: str,
    target: str,
    count: int,
    cnonce: str = "",
) -> str:
    """The Authorization that answers a Digest challenge (RFC 7616, section 3.4; without qop as in RFC 2069).

    `target` is the request target, `count` how often the nonce has been used; `cnonce` is random unless given.
    """
    algorithm = challenge.get("algorithm", "MD5")
    name = _HASHES[algorithm.upper().removesuffix("-SESS")]

    def hashed(*parts: str) -> str:
        return hashlib.new(name, ":".join(parts).encode(), usedforsecurity=False).hexdigest()

    realm, nonce = challenge.get("realm", ""), challenge["nonce"]
    cnonce = cnonce or secrets.token_hex(16)
    first = hashed(user, realm, password)
    if algorithm.upper().endswith("-SESS"):
        first = hashed(first, nonce, cnonce)
    second = hashed(method, target)
    quoted = {"username": user, "realm": realm, "nonce": nonce, "uri": target}
    plain = {"algorithm": algorithm}
    if "auth" in re.split(r"[\s,]+", challenge.get("qop", "")):
        plain |= {"qop": "auth", "nc": f"{count:08x}"}
        quoted |= {"cnonce": cnonce, "response": hashed(first, nonce, plain["nc"], cnonce, "auth", second)}
    else:
        quoted["response"] = hashed(first, nonce, second)
    if "opaque" in challenge:
        quoted["opaque"] = challenge["opaque"]
    escaped = {k: v.replace("\\", "\\\\").replace('"', '\\"') for k, v in quoted.items()}
    return "Digest " + ", ".join([*(f'{k}="{v}"' for k, v in escaped.items()), *(f"{k}={v}" for k, v in plain.items())])
