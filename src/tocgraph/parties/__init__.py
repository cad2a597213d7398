"""Who is party to which instrument on a day: yes, no, or not known, and how far the record goes.

A State that no claim names is no party only where the list of parties is complete for that day. Consent to
be bound is not being bound: the treaty must be in force for the State (VCLT, articles 2(1)(g) and 24).
"""

from __future__ import annotations

from tocgraph.parties.records import CONSENT, PARTY, SIGNATURE, PartyRecord, records
from tocgraph.parties.status import NO, UNKNOWN, YES, PartyStatus, party_statuses

__all__ = [
    "CONSENT",
    "NO",
    "PARTY",
    "SIGNATURE",
    "UNKNOWN",
    "YES",
    "PartyRecord",
    "PartyStatus",
    "party_statuses",
    "records",
]
