"""What an article is about, said beside the article: "the conditions for extradition in article 16"."""

from __future__ import annotations

from tocgraph.questions.grammar.roles import Roles
from tocgraph.questions.reading import Condition, End


def within_its_text(roles: Roles, end: End) -> End:
    """The set without what only repeats the subject of an article that its other conditions name.

    A thing named beside the article in no certain relation, or by the noun that names what is in the article, is its
    subject where the article provides for it, covers or defines it; else it stays a condition of its own.
    """
    named = [c for c in end.conditions if _names_one(c)]
    texts = [c for c in named if c.relations and roles.is_a(c.other.entities[0], "provision")]
    told = [
        c
        for c in named
        for text in texts
        if c not in texts
        and (not c.relations or _by_one_noun(roles, c, text))
        and _says(roles, text.other.entities[0], c.other.entities[0])
    ]
    return end._replace(conditions=tuple(c for c in end.conditions if c not in told)) if told else end


def _names_one(condition: Condition) -> bool:
    plain = not (condition.negated or condition.either or condition.period)
    return plain and len(condition.other.entities) == 1 and condition.other.bare


def _by_one_noun(roles: Roles, one: Condition, other: Condition) -> bool:
    """Whether one noun says both: the conditions of a form of cooperation, and those of an article."""

    def told(entries: list[list[str]], condition: Condition) -> bool:
        return any(r in condition.relations and bool(left) != bool(right) for r, left, right, _ in entries)

    relations = roles.opened.names.meta("lexicon")["relations"]
    return any(told(of, one) and told(of, other) for of in relations.values())


def _says(roles: Roles, article: str, thing: str) -> bool:
    """Whether a claim of the article has the thing as its object."""
    names = roles.opened.vocabulary
    query = names.header("rdf") + (
        f"SELECT ?claim WHERE {{ ?claim rdf:subject <{names.entity(article)}> ; rdf:object <{names.entity(thing)}> }} "
        "LIMIT 1"
    )
    return bool(roles.opened.store.select(query).rows)
