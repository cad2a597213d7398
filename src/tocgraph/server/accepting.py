"""Which of the formats at hand suits a request best (RFC 9110, sections 12.4 and 12.5)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_QUALITY = re.compile(r"(?:0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)")
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


def _ranges(header: str) -> list[tuple[str, dict[str, str], float]]:
    """Each range of a header with its parameters and quality; what is malformed is left out."""
    found = []
    for item in header.split(","):
        name, *parameters = (part.strip() for part in item.split(";"))
        given: dict[str, str] = {}
        quality = 1.0
        for parameter in parameters:
            key, _, value = (part.strip().lower() for part in parameter.partition("="))
            if key == "q":
                quality = float(value) if _QUALITY.fullmatch(value) else -1.0
                break  # what follows the quality are no parameters of the media type (section 12.4.2)
            given[key] = value.strip('"')
        if name and quality >= 0 and all(_TOKEN.fullmatch(part) for part in name.split("/")):
            found.append((name.lower(), given, quality))
    return found


@lru_cache(maxsize=2000)
def media_type(accept: str, offers: Sequence[str]) -> str | None:
    """The offer that an Accept header likes best; of equal ones the first; None when it accepts none of them.

    The most specific range that fits an offer says its quality (section 12.5.1). An empty header, or one without any
    range that can be read, accepts everything. A parameter must not be asked for, but charset=utf-8.

    Args:
        accept: The header.
        offers: Media types without parameters, the preferred one first.
    """
    ranges = _ranges(accept)
    if not ranges:
        return offers[0]
    best, chosen = 0.0, None
    for offer in offers:
        kind = offer.partition("/")[0]
        quality, precision = 0.0, -1
        for name, given, wanted in ranges:
            level = 2 if name == offer else 1 if name == f"{kind}/*" else 0 if name == "*/*" else -1
            if given and not (level == 2 and given == {"charset": "utf-8"}):
                continue
            if level > precision:
                quality, precision = wanted, level
        if quality > best:
            best, chosen = quality, offer
    return chosen


@lru_cache(maxsize=500)
def language(accept: str, offers: tuple[str, ...] = ("en", "ar")) -> str:
    """The language that an Accept-Language header likes best, by basic filtering (RFC 4647, section 3.3.1)."""
    best, chosen = 0.0, offers[0]
    ranges = _ranges(accept)
    for offer in offers:
        fitting = [wanted for name, _, wanted in ranges if name.split("-")[0] == offer]
        quality = max(fitting) if fitting else max((w for name, _, w in ranges if name == "*"), default=0.0)
        if quality > best:
            best, chosen = quality, offer
    return chosen
