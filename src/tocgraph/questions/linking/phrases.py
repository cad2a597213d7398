"""Relation phrases and names of types among the words of a question."""

from __future__ import annotations

from tocgraph.lexicon import PREPOSITIONS, VERBAL
from tocgraph.questions.elements import Element, Span
from tocgraph.questions.linking.periphrasis import done_by
from tocgraph.questions.linking.segments import turned
from tocgraph.questions.words import closed, idle_words, question_words
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore

_ASKING = (
    (closed.FUNCTION - PREPOSITIONS - idle_words.ALSO_VERBS)
    | closed.EXCEPT
    | {phrase[0] for phrase in question_words.WH_PHRASES if len(phrase) == 1}
)
"""Words that are never a relation phrase by themselves, whatever their stem."""

_COUNTING = frozenset("how number total كم عدد".split())


def grams_of(tokens: list[Token], longest: int) -> dict[str, list[tuple[int, int]]]:
    """The stretches of at most so many words by their key, with the places at which they stand."""
    grams: dict[str, list[tuple[int, int]]] = {}
    for start in range(len(tokens)):
        for end in range(start + 1, min(len(tokens), start + longest) + 1):
            stems = [t.stem for t in tokens[start:end]]
            grams.setdefault(" ".join(stems), []).append((start, end))
            first, last = tokens[start], tokens[end - 1]
            if first.bare and not first.pronoun:
                grams.setdefault(" ".join([first.bare, *stems[1:]]), []).append((start, end))
            if last.bare and end > start + 1:  # "ينتمي إليه", "كلفت بمكافحة"
                grams.setdefault(" ".join([*stems[:-1], last.bare]), []).append((start, end))
    return grams


def worth(length: int, rank: int) -> int:
    """One long name outweighs the same words taken apart."""
    return 16 * length - 6 + rank


def schema_words(opened: OpenStore, tokens: list[Token]) -> list[Span]:
    """Every stretch of words that is a relation phrase or the name of a type."""
    lexicon = opened.names.meta("lexicon")
    spans = []
    for key, places in grams_of(tokens, 7).items():
        for start, end in places:
            text = " ".join(t.raw for t in tokens[start:end])
            content = sum(t.word not in PREPOSITIONS for t in tokens[start:end])
            joined = bool(tokens[start].bare) and key.split()[0] == tokens[start].bare
            alone = tokens[start].word if end == start + 1 else ""
            for sign, table in (("", "relations"), ("over", "endings")):
                entries = lexicon[table].get(key, ()) if alone not in _ASKING else ()
                if not entries and not sign and start and tokens[start - 1].word == "whose":
                    entries = lexicon[table].get(f"{key} of", ())  # "whose books": books of whom
                said = [t.word for t in tokens[start:end]]
                entries = [*entries, *turned(opened, key, entries, said, table)]
                if alone in PREPOSITIONS:  # "in" relates two things; no noun and no verb is spelt so
                    entries = [entry for entry in entries if entry[1] and entry[2] and not entry[3]]
                if not entries:
                    continue
                patterns = tuple((r, left, right, loose) for r, left, right, loose in entries)
                score = 10 * content + 4 * (end - start - content) + 3 * (end - start - 1)
                if tokens[start].word in _COUNTING:
                    score -= 10  # where no number is recorded the things themselves may be counted
                head = _head(key.split(), lexicon["nouns"])
                if not head and key.endswith(" of") and any(_lies(opened, r) for r, *_ in entries):
                    head = tuple(lexicon["types"].get(key.removesuffix(" of"), ()))[:1]  # "countries of"
                resumed = any(t.pronoun for t in tokens[start:end])
                suffix = resumed or (end < len(tokens) and tokens[end].pronoun and bool(tokens[end].bare))
                element = Element("relation", text, patterns=patterns, weak=content == 0, head=head, suffix=suffix)
                element = element._replace(joined=joined, sign=sign, definite=tokens[start].definite)
                spans.append(Span(start, end, score, element))
                spans += done_by(tokens, spans[-1])
            for kind, table in (("beside", "beside"), ("quality", "qualifiers")):
                full = content - sum(t.word in closed.IT for t in tokens[start:end])
                if key in lexicon[table] and (full or end > start + 1):
                    score = 10 * full + 4 * (end - start - full) + 3 * (end - start - 1)
                    score -= 10 if tokens[start].word in closed.RELATIVE else 0  # "that ratified" is a clause first
                    spans.append(Span(start, end, score, Element(kind, text, head=tuple(lexicon[table][key]))))
                    if end > start + 1 and all(t.word in closed.SMALL for t in tokens[start:end]):
                        spans.append(Span(start, end, score - 1, Element("word", text)))  # as each of them alone
            named = key in lexicon["types"] and not _verbal(tokens[end - 1], lexicon["forms"])
            if named and tokens[start].word not in closed.SMALL | closed.EXCEPT:
                # No type is called by a function word: هي (they) has the stem of هيئة (body).
                types = tuple(lexicon["types"][key])
                element = Element("type", text, types=types, definite=tokens[start].definite, joined=joined)
                spans.append(Span(start, end, worth(end - start, 2), element))
    return spans


def _verbal(token: Token, forms: list[str]) -> bool:
    """Whether a word is a verb or an adjective by its ending, and no form of a noun: "published" is no publisher."""
    return token.word.endswith(VERBAL) and token.word not in forms and token.word.rstrip("s") not in forms


def _head(stems: list[str], nouns: dict[str, list[str]]) -> tuple[str, ...]:
    """The types that a phrase names: "obstacles to", "member states of"."""
    beginnings = [" ".join(stems[:n]) for n in range(len(stems), 0, -1)]
    return next((tuple(nouns[words]) for words in (*beginnings, *stems[1:2]) if words in nouns), ())


def _lies(opened: OpenStore, relation: str) -> bool:
    """Whether the relation type says in which place something lies, at any depth."""
    spec = opened.schema.relations[relation]
    return "where" in spec.get("answers", ()) and "transitive" in spec.get("flags", ())
