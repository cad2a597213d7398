"""Names of states and of treaties in documents -> entities, by the labels and aliases of the data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tocgraph.errors import TocgraphError, UnknownIdError
from tocgraph.importers import coe, untc
from tocgraph.importers.status import Status
from tocgraph.model import Entity
from tocgraph.text import nearest, words

_SMALL = frozenset({"the", "and", "of"})
_SPELT = {"st": "saint", "ste": "saint"}
_FORM = frozenset(
    "republic kingdom state states federated federal plurinational bolivarian islamic union commonwealth of the".split()
)
"""Words for the form of a state: what stands in brackets and has no others may be left out of a name."""
_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*")
_NOTATION = {untc.SCHEME: untc.reference, coe.SCHEME: coe.number}


def comparable(name: str) -> str:
    """A name as one comparable text: case, accents, punctuation, "the", "and" and "of" make no difference."""
    return " ".join(_SPELT.get(word, word) for word in words(name.replace("&", " and ")) if word not in _SMALL)


def variants(name: str) -> Iterator[str]:
    """A name, then what it may be called otherwise: "X (Republic of)" as "Republic of X", then as "X"."""
    yield name
    bracketed = _BRACKETS.search(name)
    if bracketed:
        rest, form = _BRACKETS.sub(" ", name, count=1).strip(), bracketed[1]
    elif name.count(",") == 1:
        rest, form = (part.strip() for part in name.split(","))
    else:
        return
    yield f"{form} {rest}"
    if words(form) and all(word in _FORM for word in words(form)):
        yield rest


class States:
    """The participants that a table can name: entities with a code, by every name they have."""

    def __init__(self, entities: Iterable[Entity], scheme: str | None) -> None:
        self._codes: dict[str, set[str]] = {}
        self._names: dict[str, str] = {}
        self.labels: dict[str, str] = {}
        for entity in entities:
            code = entity.id if scheme is None else entity.identifiers.get(scheme)
            if not code:
                continue
            self.labels[code] = entity.label.get("en") or next(iter(entity.label.values()))
            for name in _names(entity):
                self._codes.setdefault(comparable(name), set()).add(code)
                self._names.setdefault(name, code)

    def code(self, name: str) -> str:
        """The code of the participant of that name; empty when none or several have it."""
        for variant in variants(name):
            found = self._codes.get(comparable(variant))
            if found:
                return next(iter(found)) if len(found) == 1 else ""
        return ""

    def near(self, name: str) -> list[str]:
        """The codes of the participants whose names are most like that name."""
        return list(dict.fromkeys(self._names[n] for n in nearest(name, self._names, cutoff=75)))


def _names(entity: Entity) -> Iterator[str]:
    yield from entity.label.values()
    for more in entity.aliases.values():
        yield from more


def instrument(entities: Iterable[Entity], status: Status, chosen: str | None, file: str) -> Entity:
    """The instrument whose status a document tells.

    Raises:
        UnknownIdError: the one chosen does not exist.
        TocgraphError: the document tells of another treaty, or does not say of which.
    """
    notation = _NOTATION[status.scheme]
    every = list(entities)
    numbered = {notation(e.identifiers[status.scheme]): e for e in every if status.scheme in e.identifiers}
    found = list({e.id: e for e in (numbered.get(n) for n in status.numbers) if e}.values())
    said = " or ".join(status.numbers)
    if chosen is not None:
        return _chosen(every, chosen, found, status, file)
    hint = f"add identifiers: {{{status.scheme}: ...}} to its entity, or name it with --instrument ID"
    if len(status.numbers) > 1:
        raise TocgraphError(f"{file}: is about {said}: its heading and its name differ", "name it with --instrument ID")
    if found:
        return found[0]
    if status.numbers:
        raise TocgraphError(f"{file}: is about {status.scheme} {said}, which no entity has as its identifier", hint)
    titled = _titled(every, status.title)
    if len(titled) == 1:
        return titled[0]
    told = f"; its title is {status.title!r}" if status.title else ""
    raise TocgraphError(f"{file}: does not say which treaty it is about{told}", hint)


def _titled(entities: list[Entity], title: str) -> list[Entity]:
    wanted = comparable(title)
    return [e for e in entities if wanted and any(comparable(name) == wanted for name in _names(e))]


def _chosen(every: list[Entity], chosen: str, found: list[Entity], status: Status, file: str) -> Entity:
    entity = next((e for e in every if e.id == chosen), None)
    if entity is None:
        raise UnknownIdError("instrument", chosen, nearest(chosen, [e.id for e in every]))
    own = entity.identifiers.get(status.scheme)
    said = " or ".join(status.numbers)
    if found and entity not in found:
        message = f"{file}: is about {status.scheme} {said} ({', '.join(e.id for e in found)}), not about {chosen}"
        raise TocgraphError(message, "name that instrument, or save the document of this one")
    if own and status.numbers and _NOTATION[status.scheme](own) not in status.numbers:
        message = f"{file}: is about {status.scheme} {said}, but {chosen} is {own}"
        raise TocgraphError(message, "save the document of this treaty, or mend the identifier")
    return entity
