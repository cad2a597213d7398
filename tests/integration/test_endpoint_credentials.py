"""Passwords and tokens for endpoints: how they are sent, and that they stay out of messages and go nowhere in clear."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler

import pytest
from fake_endpoint import GOOD, JSON, PASSWORD, QUERY, TOKEN, replies, served

from tocgraph.errors import StoreError
from tocgraph.store.remote import RemoteStore
from tocgraph.store.wire import Wire


def test_secrets_stay_out_of_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(StoreError) as raised:
        Wire(f"http://me:{PASSWORD}@127.0.0.1/sparql")
    assert PASSWORD not in str(raised.value.message + raised.value.hint)
    with pytest.raises(StoreError) as raised:
        Wire(f"http//me:{PASSWORD}@127.0.0.1/sparql")
    assert PASSWORD not in raised.value.message
    monkeypatch.setenv("TOCGRAPH_ENDPOINT_USER", "me")
    monkeypatch.setenv("TOCGRAPH_ENDPOINT_PASSWORD", PASSWORD)
    refusing = replies(403, f"password {PASSWORD} is wrong".encode())
    with served(refusing) as address, pytest.raises(StoreError) as raised:
        RemoteStore(address).select(QUERY)
    assert raised.value.message.endswith("refuses the credentials (403 Forbidden): password *** is wrong")


def test_tokens_go_nowhere_in_clear(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCGRAPH_ENDPOINT_TOKEN", TOKEN)
    with pytest.raises(StoreError, match="over http, where everybody on the way can read them"):
        RemoteStore("http://graph.example.org/sparql").select(QUERY)
    seen: list[str] = []

    def answer(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        seen.append(handler.headers["Authorization"])
        replies(200, GOOD, JSON)(handler, body)

    with served(answer) as address:
        RemoteStore(address).select(QUERY)
    assert seen == [f"Bearer {TOKEN}"]


@pytest.mark.parametrize("scheme", ["Basic", "Digest"])
def test_the_server_chooses_how_it_hears_the_password(scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCGRAPH_ENDPOINT_USER", "me")
    monkeypatch.setenv("TOCGRAPH_ENDPOINT_PASSWORD", PASSWORD)
    offer = 'Digest realm="r", nonce="abc", qop="auth", algorithm=SHA-256' if scheme == "Digest" else 'Basic realm="r"'
    seen: list[str] = []

    def answer(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        proof = handler.headers["Authorization"]
        seen.append(proof or "")
        (replies(200, GOOD, JSON) if proof else replies(401, b"", WWW_Authenticate=offer))(handler, body)

    with served(answer) as address:
        store = RemoteStore(address)
        store.select(QUERY)
        store.select(QUERY)
    assert [s.partition(" ")[0] for s in seen] == ["", scheme, scheme]
    assert all(PASSWORD not in s for s in seen)
    if scheme == "Digest":
        assert ["nc=00000001" in seen[1], "nc=00000002" in seen[2]] == [True, True]


def test_wrong_credentials_are_tried_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCGRAPH_ENDPOINT_USER", "me")
    monkeypatch.setenv("TOCGRAPH_ENDPOINT_PASSWORD", PASSWORD)
    count: list[int] = []

    def answer(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        count.append(1)
        replies(401, b"", WWW_Authenticate=f'Digest realm="r", nonce="n{len(count)}", qop="auth"')(handler, body)

    with served(answer) as address, pytest.raises(StoreError, match="refuses the credentials") as told:
        RemoteStore(address).select(QUERY)
    assert told.value.hint == "check user name and password, or token"
    assert len(count) == 2
