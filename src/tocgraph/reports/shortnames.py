"""Names short enough for the head of a column."""

from __future__ import annotations

from collections.abc import Sequence

from tocgraph.reports.cells import LANGUAGES
from tocgraph.reports.common import term
from tocgraph.store import OpenStore
from tocgraph.store.names import Named
from tocgraph.text import key

LONG = 24
"""A label of so many characters makes way for an alias."""

_ALIASES = """SELECT ?entity ?alias WHERE {{
  VALUES ?entity {{ {entities} }}
  ?entity skos:altLabel ?alias .
}}"""


def short_names(opened: OpenStore, entities: Sequence[Named]) -> dict[str, dict[str, str]]:
    """For each entity its label by language, or a shorter alias where the label is long.

    That is the alias which the id spells out, for it is what the thing is mostly called; where a language has no
    such alias because ids are Latin, the shortest one of two words.
    """
    found = {entity.id: {code: entity.name(code) for code in LANGUAGES} for entity in entities}
    long = [i for i, names in found.items() if any(len(name) >= LONG for name in names.values())]
    if not long:
        return found
    listed = " ".join(term(opened, opened.vocabulary.entity(identifier)) for identifier in long)
    query = opened.vocabulary.header("id", "skos") + _ALIASES.format(entities=listed)
    aliases: dict[tuple[str, str], list[str]] = {}
    for row in opened.store.select(query).rows:
        alias = row["alias"]
        aliases.setdefault((opened.vocabulary.local(row["entity"].value), alias.language), []).append(alias.value)
    for identifier in long:
        for code, name in found[identifier].items():
            if len(name) >= LONG:
                known = sorted(aliases.get((identifier, code), []), key=lambda alias: (len(alias), alias))
                if code == "ar":
                    fitting = [alias for alias in known if " " in alias and len(alias) < len(name)]
                else:
                    fitting = [alias for alias in known if alias[:1].isupper() and key(alias) == key(identifier)]
                found[identifier][code] = (fitting or [name])[0]
    return found
