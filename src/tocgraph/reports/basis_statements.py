"""What legal bases are made of: claims about instruments, and the ways in which an instrument covers a crime."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tocgraph.store.claims import STANDINGS

USED = frozenset({"preferred", "normal", "unverified"})
"""Standings that count; unverified ones are shown with their mark."""


class Statement(NamedTuple):
    """A claim about an instrument, one of its provisions, or an organization; `instrument` is "" for the last.

    `subject` is the provision, or the instrument itself; `relevant` what the qualifier `for` names.
    """

    claim: str
    instrument: str
    subject: str
    relation: str
    object: str
    standing: str
    since: str = ""
    until: str = ""
    strength: str = ""
    relevant: str = ""
    detail: str = ""


class Route(NamedTuple):
    """How an instrument covers a crime: `kind` is one of ROUTES, `by` the claim that says so."""

    kind: str
    by: Statement


ROUTES = ("offence", "broader", "part", "any-offence", "serious-crime")
"""Its own offence; a broader one; kinds of it only; evidence of any offence; the serious crimes of a group."""


def weakest(standings: Iterable[str]) -> str:
    """The worst of some standings; normal when there is none."""
    return max(standings, key=STANDINGS.index, default="normal")
