"""What somebody calls an entity -> the entity."""

from __future__ import annotations

from tocgraph.errors import TocgraphError, UnknownIdError
from tocgraph.store import OpenStore
from tocgraph.store.names import Named
from tocgraph.text import key, normalize


def resolve(opened: OpenStore, text: str) -> Named:
    """The entity that a text names: its id, its address, or a label, alias or identifier in any language.

    Raises:
        UnknownIdError: nothing has that name; the nearest ids are suggested.
        TocgraphError: several entities have it.
    """
    wanted = text.strip().encode("utf-8", "replace").decode()  # a lone surrogate names nothing
    named = opened.names.entity(opened.vocabulary.local(wanted))
    if named is not None:
        return named
    comparable = key(wanted)
    matches = opened.names.matches([comparable]) if comparable else []
    exact = {m.entity for m in matches if normalize(m.text) == normalize(wanted)}
    found = opened.names.entities(sorted(exact or {m.entity for m in matches}))
    if len(found) == 1:
        return next(iter(found.values()))
    if found:
        choices = ", ".join(f"{n.id} ({n.name()})" for n in found.values())
        raise TocgraphError(f"{text!r} names {len(found)} entities", f"give one of these ids: {choices}")
    raise UnknownIdError("entity", text, opened.names.suggestions(wanted) if wanted else ())
