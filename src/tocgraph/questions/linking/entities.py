"""Names, ids and identifiers of entities in a question; words that only look like one are passed over."""

from __future__ import annotations

from tocgraph.questions.elements import Element, Span
from tocgraph.questions.linking.numbered import any_of_a_kind, several_of_one
from tocgraph.questions.linking.phrases import grams_of, worth
from tocgraph.questions.words import closed
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.text import AUXILIARIES, is_arabic, normalize, words


def named_entities(opened: OpenStore, tokens: list[Token]) -> list[Span]:
    """The stretches of words that are a name, an id or an identifier of entities, each with those it fits best."""
    grams = grams_of(tokens, opened.names.longest)
    found: dict[tuple[int, int], dict[str, int]] = {}
    bare: dict[tuple[int, int], set[str]] = {}
    for match in opened.names.matches(grams):
        for start, end in grams[match.key]:
            if any(t.parted for t in tokens[start + 1 : end]):
                continue  # "(by) which article is controlled delivery regulated"
            single = tokens[start] if end == start + 1 else None
            # "who" asks; only WHO in capitals is the World Health Organization.
            if single and _plain([single]):
                continue
            if end > start + 1 and _plain(tokens[start:end]):
                continue  # "where can I find": no name that is made of such words
            # An id is meant only where it is typed as one: "organized-crime", not its words in a sentence.
            if match.kind == "id" and {t.raw.casefold() for t in tokens[start:end]} != {match.text}:
                continue
            if match.kind == "identifier" and (end - start == 1 and tokens[start].word.isdigit()):
                continue
            # Two-letter country codes are names only when typed as such: "in", "de" and "it" are words.
            if single and match.kind == "identifier" and len(single.word) < 4 and not single.raw.isupper():
                continue
            if single and match.kind == "identifier" and words(match.text) != [single.word]:
                continue  # "BDI" is Burundi, "bdies" is not
            if single and _kind_in_another_form(opened, single, match.text):
                continue  # "هيئات" are bodies, and not the one that is called "الهيئة" for short
            if several_of_one(opened, tokens[start:end], match.entity, [match.text]):
                continue  # "conventions against corruption" are not the one of that name
            if any_of_a_kind(opened, tokens[start:end], match.entity):
                continue  # nor is "a convention against corruption"
            # Nor is "sit" the acronym SIT, where it is a verb or a noun of the schema.
            if single and match.text.isupper() and not single.raw.isupper() and _in_schema(opened, single):
                continue
            short = len(match.key) < 3 or (len(match.key) == 3 and _is_place(opened, match.entity))
            if single and short and not _spelt(single.word, match.text):
                continue  # "بني" has the stem of Benin, "بحرية" that of Bahrain
            if tokens[start].bare and match.key.split()[0] == tokens[start].bare != tokens[start].stem:
                bare.setdefault((start, end), set()).add(match.entity)
            exact = {"label": 4, "alias": 4, "id": 3}.get(match.kind, 1)
            if exact == 4 and words(match.text) == [t.word for t in tokens[start:end]]:
                exact = 5  # "مالي" is Mali, though Malé is spelt nearly so
            if tokens[start].bare and match.key.split()[0] != tokens[start].stem:
                exact -= 2  # "ليون" is Lyon before it is "to Greece"
            best = found.setdefault((start, end), {})
            best[match.entity] = max(best.get(match.entity, 0), exact)
    spans = []
    for (start, end), entities in found.items():
        # What the whole word names is meant: "لبنان" is Lebanon and not "ل" with what is left of it.
        cut = bare.get((start, end), set())
        whole = {e: rank for e, rank in entities.items() if e not in cut}
        if tokens[start].bare:
            entities = whole or entities
        top = max(entities.values())
        chosen = tuple(sorted(e for e, rank in entities.items() if rank == top))
        text = " ".join(t.raw for t in tokens[start:end])
        element = Element("entity", text, entities=chosen, joined=bool(cut) and not whole)
        spans.append(Span(start, end, worth(end - start, min(top, 4)), element))
    return spans


SEVERAL = 28
"""How much less a name in the plural is worth where things are to be listed one by one."""


def one_by_one(opened: OpenStore, tokens: list[Token], span: Span) -> Span:
    """The span, less likely where it is what is listed, by the plural of a type: "list the INTERPOL notices"."""
    last = tokens[span.end - 1]
    lexicon = opened.names.meta("lexicon")
    many = span.end > span.start + 1 and last.word in lexicon["plurals"] and last.stem in lexicon["types"]
    return span._replace(score=span.score - SEVERAL) if many and span.start < 2 else span


def _spelt(word: str, name: str) -> bool:
    """Whether an Arabic word holds the whole name: so short a stem is that of other words as well."""
    return not is_arabic(word) or normalize(name).removeprefix("ال") in word


def _is_place(opened: OpenStore, entity: str) -> bool:
    named = opened.names.entity(entity)
    return named is not None and bool({"place", "state", "territory"} & set(opened.schema.ancestors(named.type)))


def _plain(tokens: list[Token]) -> bool:
    """Whether those are function words, none of them written as a name."""
    return all(t.word in closed.SMALL | AUXILIARIES and not (t.raw.isupper() and len(t.raw) > 1) for t in tokens)


def _kind_in_another_form(opened: OpenStore, token: Token, name: str) -> bool:
    """Whether the word is that for a type, and only its stem that of a name."""
    told = normalize(name).removeprefix("ال") == token.word.removeprefix("ال")
    return is_arabic(token.word) and not told and token.stem in opened.names.meta("lexicon")["types"]


def _in_schema(opened: OpenStore, token: Token) -> bool:
    lexicon = opened.names.meta("lexicon")
    return token.stem in lexicon["relations"] or token.stem in lexicon["types"]
