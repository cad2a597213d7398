"""The entities that a question or a SPARQL query finds, for exports and pages of them."""

from __future__ import annotations

from tocgraph.answers import AMBIGUOUS, NOT_UNDERSTOOD, AnswerSet
from tocgraph.asking import ask
from tocgraph.errors import QueryError
from tocgraph.exporters.selection import Chosen
from tocgraph.store import OpenStore, Term
from tocgraph.store.base import kind_of
from tocgraph.store.claims import read_claims


def chosen(opened: OpenStore, query: str, as_of: str | None = None) -> Chosen:
    """What a question in words, or a SELECT, CONSTRUCT or DESCRIBE query, finds.

    Of a question these are the answers and both ends of the claims behind them; of a query the entities that its
    rows or triples name, and both ends of the claims they name.

    Args:
        opened: The store to ask.
        query: A question in English or Arabic, or a query in SPARQL 1.1.
        as_of: For a question, the (partial) date it is asked of.

    Raises:
        QueryError: the question is not understood or may be meant in several ways, the query is malformed or
            an ASK, or nothing is found.
        StoreError: the store failed.
    """
    kind = kind_of(query)
    if not kind:
        entities, claims = _of_question(ask(opened, query, as_of=as_of))
    elif kind == "ASK":
        raise QueryError("an ASK query finds nothing that could be shown", "write it as SELECT")
    else:
        entities, claims = _of_query(opened, query, kind)
    for claim in read_claims(opened, sorted(claims)).values():
        entities |= {claim.subject} | ({claim.object} if claim.object else set())
    if not entities:
        raise QueryError(f"{query!r} finds no entity", "ask for what the graph holds, see `tocgraph questions`")
    return Chosen(query, frozenset(entities))


def _of_question(found: AnswerSet) -> tuple[set[str], set[str]]:
    if found.status == AMBIGUOUS:
        raise QueryError(
            f"{found.question!r} may be meant in several ways", "say which: " + "; ".join(found.suggestions)
        )
    if found.status == NOT_UNDERSTOOD:
        raise QueryError(found.reading, *(["try: " + "; ".join(found.suggestions)] if found.suggestions else []))
    entities = {answer.id for answer in found.answers if answer.id}
    if found.about:
        entities.add(str(found.about["id"]))
    return entities, {claim for answer in found.answers for claim in answer.claims}


def _of_query(opened: OpenStore, query: str, kind: str) -> tuple[set[str], set[str]]:
    terms: list[Term]
    if kind == "SELECT":
        terms = [term for row in opened.store.select(query).rows for term in row.values()]
    else:
        terms = [term for triple in opened.store.construct(query) for term in triple]
    names = opened.vocabulary
    found: dict[str, set[str]] = {"id": set(), "claim": set()}
    for term in terms:
        for space, ids in found.items():
            if term.kind == "iri" and term.value.startswith(names.prefixes[space]):
                ids.add(names.local(term.value))
    return found["id"], {claim.partition("#")[0] for claim in found["claim"]}
