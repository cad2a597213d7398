"""Question words -> elements: entities, types, relation phrases, articles, dates, and what is left over."""

from __future__ import annotations

from dataclasses import dataclass, field

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions import words as closed
from tocgraph.questions.elements import Element, Span
from tocgraph.questions.groups import group_names
from tocgraph.questions.guess import join_names, partial_name
from tocgraph.questions.markers import articles, markers
from tocgraph.questions.periods import periods
from tocgraph.questions.spell import joined, respelled, told
from tocgraph.questions.tokens import (
    Token,
    bring_together,
    fronted,
    plainly,
    related,
    tokens_of,
    topic_last,
    verb_first,
)
from tocgraph.store import OpenStore
from tocgraph.text import normalize

LONGEST = 1000
"""The most characters a question may have."""

_COVERS = 4
"""How many ways of cutting a question into elements are tried."""

_FARTHEST = 16
"""How much worse than the best a way of cutting may be."""

_ASKING = (closed.FUNCTION - PREPOSITIONS - closed.ALSO_VERBS) | {
    phrase[0] for phrase in closed.WH_PHRASES if len(phrase) == 1
}
"""Words that are never a relation phrase by themselves, whatever their stem."""

_COUNTING = frozenset("how number total كم عدد".split())

Segment = tuple[Element, ...]
"""The meanings of one stretch of words."""


@dataclass(eq=False, repr=False)
class Linked:
    """A question in elements.

    `covers` are ways of cutting it into segments, each with its cost; `unused` are words that mean nothing here.
    `past` tells of a question for what once was; `moved` tells that a preposition before the question word was taken
    off ("in which cities").
    `score` is what the best way is worth.
    """

    covers: list[tuple[float, list[Segment]]] = field(default_factory=list)
    yes_no: bool = False
    there: bool = False
    onset: bool = False
    arabic: bool = False
    moved: bool = False
    past: bool = False
    unused: list[str] = field(default_factory=list)
    score: int = 0

    @property
    def elements(self) -> list[Element]:
        """The elements of the best way of cutting, the plainest meaning of each."""
        return [segment[0] for segment in self.covers[0][1]] if self.covers else []


def link(opened: OpenStore, question: str, partial: bool = False) -> Linked:
    """The elements of a question, chosen so that as many words as possible have a meaning.

    With `partial`, a place or other name beside the word for a type is read as part of a longer name:
    "Marrakech meeting" as the meeting that has both words in its name.
    """
    tokens = tokens_of(opened, question)
    tokens = plainly(tokens)
    best = _best([_linked(opened, question, way, partial) for way in respelled(opened, tokens)])
    if best.unused:
        at = {i for i, t in enumerate(tokens) if t.raw in best.unused}
        together = joined(opened, tokens, at)
        if together != tokens:
            best = _best([best, *(_linked(opened, question, way, partial) for way in respelled(opened, together))])
    return best


def _best(found: list[Linked]) -> Linked:
    """The reading of the words that leaves the fewest without a meaning; others as good are added to its ways."""
    best = min(found, key=lambda linked: (len(linked.unused), -linked.score))
    for other in found:
        if other is not best and not other.unused and (other.yes_no, other.moved) == (best.yes_no, best.moved):
            behind = (best.score - other.score) / 10
            best.covers += [(cost + behind, segments) for cost, segments in other.covers]
    best.covers.sort(key=lambda cover: cover[0])
    return best


def _linked(opened: OpenStore, question: str, tokens: list[Token], partial: bool) -> Linked:
    linked = Linked()
    if not tokens:
        return linked
    linked.yes_no = tokens[0].word in closed.YES_NO
    linked.past = any(t.word in closed.PAST for t in tokens)
    # "political will" ends a name; "will" that speaks of what is to come stands near the beginning.
    linked.unused += [
        t.raw
        for n, t in enumerate(tokens[:-1])
        if t.word in closed.FUTURE and n < 4 and tokens[n - 1].word != "political"
    ]
    linked.there = any(t.word in closed.THERE for t in tokens[:3])
    if linked.yes_no:
        linked.unused += [t.raw for t in tokens if t.word in closed.EVERY]
    linked.onset = any(t.word in closed.ONSET for t in tokens)
    linked.arabic = any("\u0600" <= c <= "\u06ff" for c in question)
    plain = related(tokens)
    orders = fronted(plain)
    asking = {phrase[0] for phrase in closed.WH_PHRASES if len(phrase) == 1}
    # "بأي", "لأي": the preposition is part of the word
    linked.moved = len(orders) > 1 or len(plain) < len(tokens)
    linked.moved |= any(t.word in asking and normalize(t.raw) != t.word for t in tokens)
    unused: list[list[str]] = []
    ways = [bring_together(opened, order) for order in orders]
    ways += [other for order in ways if (other := verb_first(opened, order)) != order]
    turned = topic_last(plain)
    if turned != plain:
        ways.append(bring_together(opened, turned))
    for order in ways:
        left = _link_order(opened, linked, order, partial)
        unused.append(left)
    linked.unused += sorted(unused, key=lambda left: len(left))[0]
    linked.covers.sort(key=lambda cover: cover[0])
    return linked


def _link_order(opened: OpenStore, linked: Linked, tokens: list[Token], partial: bool) -> list[str]:
    """Adds the ways of cutting these words; gives the words that have no meaning in the best of them."""
    spans = [*_entities(opened, tokens), *_schema_words(opened, tokens), *articles(tokens), *markers(tokens)]
    spans += periods(tokens)
    spans += group_names(opened, tokens, spans)
    spans = told(tokens, spans)
    chosen = _covers(len(tokens), spans)
    top = chosen[0][0]
    unused: list[str] = []
    seen: list[list[tuple[int, int]]] = []
    for score, cut in chosen:
        if score < top - _FARTHEST:
            break
        found, left = _mended(opened, tokens, cut, partial)
        if left:
            unused = unused or left
            continue
        linked.score = max(linked.score, score)
        cost = (top - score) / 10
        bounds = [(s.start, s.end) for s in found]
        if bounds in seen:
            continue
        seen.append(bounds)
        segments: list[Segment] = []
        for span in found:
            first = tokens[span.start]
            apart = first.joined or (span.element.joined and first.word[0] == "و")
            if apart and segments and span.element.kind not in ("and", "or"):
                segments.append((Element("and", "و"),))
            segment = _segment(spans, span, tokens)
            segments += [segment] if segment[0].kind != "word" else []
        if segments:
            linked.covers.append((cost, segments))
    return [] if seen else unused


def _mended(opened: OpenStore, tokens: list[Token], cut: list[Span], partial: bool) -> tuple[list[Span], list[str]]:
    """The cut with its gaps filled by guesses, and the words of the gaps that could not be filled."""
    covered = {i for span in cut for i in range(span.start, span.end)}
    loose = [i for i in range(len(tokens)) if i not in covered]
    unused: list[str] = []
    for start, end in _runs(loose):
        plain = all(t.word in closed.FUNCTION | PREPOSITIONS for t in tokens[start:end])
        mended = None if plain else partial_name(opened, tokens, start, end)
        if mended is None:
            unused += [tokens[i].raw for i in range(start, end)]
        else:
            cut = [s for s in cut if s.end <= mended.start or s.start >= mended.end] + [mended]
    # One thing that both words can mean is meant; several are a choice for when nothing else is found.
    cut = join_names(opened, tokens, cut, most=6 if partial else 1)
    kept = {i for span in cut for i in range(span.start, span.end)}
    unused += [tokens[i].raw for i in covered - kept]  # a longer name took part of it, and the rest was left
    return sorted(cut, key=lambda span: span.start), unused


def _segment(spans: list[Span], span: Span, tokens: list[Token]) -> Segment:
    """All meanings of a stretch of words that are about as good as the best."""
    same = [s for s in spans if (s.start, s.end) == (span.start, span.end) and s.element != span.element]
    same = [s for s in same if s.score >= span.score - 12 and not (span.element.kind == "entity" and s.score < 8)]
    if span.element.kind == "wh":
        same = [s for s in same if s.element.kind != "word"]  # what asks is never passed over
    last = tokens[span.end - 1]
    found = [span.element, *(s.element for s in sorted(same, key=lambda s: -s.score))]
    return tuple(e._replace(apart=last.comma) for e in found)


def _grams(tokens: list[Token], longest: int) -> dict[str, list[tuple[int, int]]]:
    grams: dict[str, list[tuple[int, int]]] = {}
    for start in range(len(tokens)):
        for end in range(start + 1, min(len(tokens), start + longest) + 1):
            stems = [t.stem for t in tokens[start:end]]
            grams.setdefault(" ".join(stems), []).append((start, end))
            if tokens[start].bare:
                grams.setdefault(" ".join([tokens[start].bare, *stems[1:]]), []).append((start, end))
    return grams


def _entities(opened: OpenStore, tokens: list[Token]) -> list[Span]:
    grams = _grams(tokens, opened.names.longest)
    found: dict[tuple[int, int], dict[str, int]] = {}
    bare: set[tuple[int, int]] = set()
    for match in opened.names.matches(grams):
        for start, end in grams[match.key]:
            single = tokens[start] if end == start + 1 else None
            # "who" asks; only WHO in capitals is the World Health Organization.
            if single and single.word in closed.FUNCTION | PREPOSITIONS and not single.raw.isupper():
                continue
            # An id is meant only where it is typed as one: "organized-crime", not its words in a sentence.
            if match.kind == "id" and {t.raw.casefold() for t in tokens[start:end]} != {match.text}:
                continue
            if match.kind == "identifier" and (end - start == 1 and tokens[start].word.isdigit()):
                continue
            # Two-letter country codes are names only when typed as such: "in", "de" and "it" are words.
            if single and match.kind == "identifier" and len(single.word) < 4 and not single.raw.isupper():
                continue
            if tokens[start].bare and match.key.split()[0] == tokens[start].bare:
                bare.add((start, end))
            exact = {"label": 4, "alias": 4, "id": 3}.get(match.kind, 1)
            best = found.setdefault((start, end), {})
            best[match.entity] = max(best.get(match.entity, 0), exact)
    spans = []
    for (start, end), entities in found.items():
        top = max(entities.values())
        chosen = tuple(sorted(e for e, rank in entities.items() if rank == top))
        text = " ".join(t.raw for t in tokens[start:end])
        element = Element("entity", text, entities=chosen, joined=(start, end) in bare)
        spans.append(Span(start, end, _score(end - start, top), element))
    return spans


def _score(length: int, rank: int) -> int:
    """One long name outweighs the same words taken apart."""
    return 16 * length - 6 + rank


def _schema_words(opened: OpenStore, tokens: list[Token]) -> list[Span]:
    lexicon = opened.names.meta("lexicon")
    spans = []
    for key, places in _grams(tokens, 7).items():
        for start, end in places:
            text = " ".join(t.raw for t in tokens[start:end])
            content = sum(t.word not in PREPOSITIONS for t in tokens[start:end])
            joined = bool(tokens[start].bare) and key.split()[0] == tokens[start].bare
            alone = tokens[start].word if end == start + 1 else ""
            entries = lexicon["relations"].get(key, ()) if alone not in _ASKING else ()
            if alone in PREPOSITIONS:  # "in" relates two things; no noun and no verb is spelt so
                entries = [entry for entry in entries if entry[1] and entry[2] and not entry[3]]
            if entries:
                patterns = tuple((r, left, right, loose) for r, left, right, loose in entries)
                score = 10 * content + 4 * (end - start - content) + 3 * (end - start - 1)
                if tokens[start].word in _COUNTING:
                    score -= 10  # where no number is recorded the things themselves may be counted
                head = _head(key.split(), lexicon["nouns"])
                resumed = tokens[end - 1].word in closed.RESUMED or (
                    end < len(tokens) and tokens[end].word in closed.RESUMED
                )
                suffix = resumed or tokens[start].word.endswith(("ها", "هم", "هما"))
                element = Element("relation", text, patterns=patterns, weak=content == 0, head=head, suffix=suffix)
                element = element._replace(joined=joined)
                spans.append(Span(start, end, score, element))
            if key in lexicon["types"] and tokens[start].word not in closed.FUNCTION | PREPOSITIONS:
                # No type is called by a function word: هي (they) has the stem of هيئة (body).
                types = tuple(lexicon["types"][key])
                element = Element("type", text, types=types, definite=tokens[start].definite, joined=joined)
                spans.append(Span(start, end, _score(end - start, 2), element))
    return spans


def _head(stems: list[str], nouns: dict[str, list[str]]) -> tuple[str, ...]:
    """The types that a phrase names: "obstacles to", "member states of"."""
    beginnings = [" ".join(stems[:n]) for n in range(len(stems), 0, -1)]
    return next((tuple(nouns[words]) for words in (*beginnings, *stems[1:2]) if words in nouns), ())


def _covers(length: int, spans: list[Span]) -> list[tuple[int, list[Span]]]:
    """The best ways of covering the words with spans that do not overlap; at equal score the fewest spans first."""
    best_of: dict[tuple[int, int], Span] = {}
    for span in spans:
        known = best_of.get((span.start, span.end))
        if known is None or known.score < span.score:
            best_of[span.start, span.end] = span
    ending: dict[int, list[Span]] = {}
    for span in best_of.values():
        ending.setdefault(span.end, []).append(span)
    best: list[list[tuple[int, int, tuple[Span, ...]]]] = [[(0, 0, ())]]
    for end in range(1, length + 1):
        ways = list(best[end - 1])  # this word without a meaning
        for span in ending.get(end, ()):
            ways += [(score + span.score, count + 1, (*chosen, span)) for score, count, chosen in best[span.start]]
        best.append(sorted(ways, key=lambda w: (-w[0], w[1]))[:_COVERS])
    return [(score, list(chosen)) for score, _, chosen in best[length]]


def _runs(positions: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for i in positions:
        if runs and runs[-1][1] == i:
            runs[-1] = (runs[-1][0], i + 1)
        else:
            runs.append((i, i + 1))
    return runs
