"""Claims as short texts, for the formats whose nodes, edges and cells hold nothing but text."""

from __future__ import annotations

from tocgraph.errors import TocgraphError
from tocgraph.store import OpenStore
from tocgraph.store.claims import Claim
from tocgraph.text import not_text


def checked(text: str, whose: str) -> str:
    """The text, when XML can hold it.

    Raises:
        TocgraphError: it holds a control character that XML cannot.
    """
    found = not_text(text)
    if found:
        raise TocgraphError(
            f"a text of {whose!r} holds the character U+{ord(found):04X}, which XML cannot hold",
            "mend the data, or use the formats json or ntriples",
        )
    return text


def cited(claim: Claim) -> str:
    """Where a claim stands: title and place of each citation, parted by semicolons."""
    return "; ".join(f"{place.title}, {place.at}" for place in claim.citations)


def qualified(opened: OpenStore, claim: Claim, language: str = "en") -> str:
    """The qualifiers of a claim in words, parted by semicolons."""
    told = []
    for qualifier, content in sorted(claim.qualifiers.items()):
        if isinstance(content, dict):
            text = content.get(language) or next(iter(content.values()), "")
        elif opened.schema.qualifiers.get(qualifier, {}).get("value") == "entity":
            named = opened.names.entity(content)
            text = named.name(language) if named else content
        else:
            text = content
        told.append(f"{opened.schema.label('qualifiers', qualifier, language)}: {text}")
    return "; ".join(told)
