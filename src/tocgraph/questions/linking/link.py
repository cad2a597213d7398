"""Question words -> elements: entities, types, relation phrases, articles, dates, and what is left over."""

from __future__ import annotations

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.elements import Element, Span
from tocgraph.questions.linking.compounds import uncompounded
from tocgraph.questions.linking.covers import clauses_apart, covers, numbers_apart, runs
from tocgraph.questions.linking.descriptions import described_things
from tocgraph.questions.linking.entities import named_entities, one_by_one
from tocgraph.questions.linking.fillers import unfilled
from tocgraph.questions.linking.groups import group_names, members_meant
from tocgraph.questions.linking.guess import join_names, partial_name, unknown_names
from tocgraph.questions.linking.heads import called_by_head
from tocgraph.questions.linking.languages import languages
from tocgraph.questions.linking.linked import Linked
from tocgraph.questions.linking.markers import articles, markers, superlative
from tocgraph.questions.linking.named_after import named_after
from tocgraph.questions.linking.numbered import rightly_numbered
from tocgraph.questions.linking.of_a_year import of_a_year, year_before
from tocgraph.questions.linking.once_named import named_before
from tocgraph.questions.linking.periods import periods
from tocgraph.questions.linking.periphrasis import other_ways
from tocgraph.questions.linking.phrases import schema_words
from tocgraph.questions.linking.reworded import described, other_order
from tocgraph.questions.linking.segments import Segment, orders
from tocgraph.questions.linking.shares import all_of_group, number_told, share_asked
from tocgraph.questions.linking.spell import joined, respelled, told
from tocgraph.questions.linking.titles import begun_titles, dated_names, placed, with_demonyms
from tocgraph.questions.rewording.ages import ages
from tocgraph.questions.rewording.beyond import ONLY, beyond, supposed
from tocgraph.questions.rewording.idioms import lightened, what_done
from tocgraph.questions.rewording.plain import put_plainly
from tocgraph.questions.rewording.same import without_other
from tocgraph.questions.rewording.subjects import with_subject
from tocgraph.questions.rewording.turns import plain_turns, unordered
from tocgraph.questions.words import closed, question_words
from tocgraph.questions.words.token import Token
from tocgraph.questions.words.tokens import (
    bring_together,
    fronted,
    no_sentence,
    plainly,
    related,
    terse,
    tokens_of,
    topic_last,
    verb_first,
)
from tocgraph.store import OpenStore
from tocgraph.text import normalize, words

LEFT_OUT = 0.15
"""What it costs to leave out a preposition before the question word."""

GAP = 0.5
"""What it costs to fill a gap between the known words by a guess."""
SECOND = 0.3
"""What it costs to take the words otherwise than their idiom says."""

_FARTHEST = 16
"""How much worse than the best a way of cutting may be."""


def link(
    opened: OpenStore,
    question: str,
    partial: bool = False,
    light: bool = False,
    doubting: bool = False,
    describing: bool = False,
) -> Linked:
    """The elements of a question, chosen so that as many words as possible have a meaning.

    With `partial`, a place or other name beside the word for a type is read as part of a longer name:
    "Marrakech meeting" as the meeting that has both words in its name. With `light` verbs that add nothing are left
    out, and without such verbs nothing is read. With `doubting`, words that only resemble known ones are taken for
    typing errors (see `respelled`). With `describing` a thing may be named by what it is (see `descriptions`).
    """
    typed = uncompounded(opened, tokens_of(opened, question))
    tokens = unfilled(opened, plain_turns(opened, plainly(unordered(typed))))
    more = supposed(opened, typed) + beyond(opened, tokens)
    tokens, past = put_plainly(opened, tokens)
    tokens, others = without_other(tokens)
    if light:
        tokens, whole = lightened(opened, tokens), tokens
        if tokens == whole:
            return Linked()
    ways = list(described_things(opened, tokens)) if describing else respelled(opened, tokens, doubting)
    if not ways:
        return Linked()
    best = _best([_linked(opened, question, way, partial) for way in ways])
    if best.unused and not describing:
        at = {i for i, t in enumerate(tokens) if t.raw in best.unused}
        fewer, among = number_told(tokens, best.unused)
        for other in (joined(opened, tokens, at), fewer):
            if other != tokens:
                best = _best([best, *(_linked(opened, question, way, partial) for way in respelled(opened, other))])
        best.among = 0 if best.unused else among
    best.keywords = no_sentence(tokens)
    best.past |= past
    best.others = others
    inside = {w for e in best.elements if e.kind == "entity" for w in e.text.split()}
    more = [word for word in more if not inside.issuperset(word.split())]
    best.unused += more
    best.beyond = any(normalize(word) not in ONLY for word in more)  # "is not enough alone" may be what is said
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
    tokens, linked.share = share_asked(tokens)
    linked.listing = any(word in closed.LISTING for word in words(question)[:1])
    linked.terse = terse(tokens)
    linked.yes_no = tokens[0].word in question_words.YES_NO
    linked.doing = tokens[0].word in question_words.DOING
    linked.past = any(t.word in closed.PAST for t in tokens)
    # "political will" ends a name; "will" of what is to come stands near the beginning
    future = [n for n, t in enumerate(tokens[:-1]) if t.word in closed.FUTURE and n < 4]
    linked.unused += [tokens[n].raw for n in future if tokens[n - 1].word != "political"]
    linked.there = any(t.word in question_words.THERE for t in tokens[:3])
    if linked.yes_no:
        linked.every = all_of_group(opened, tokens)
        linked.unused += [t.raw for t in tokens[2 if linked.every else 0 :] if t.word in closed.EVERY]
    linked.onset = any(t.word in closed.ONSET for t in tokens)
    linked.stranded = tokens[-1].word in PREPOSITIONS
    linked.arabic = any("\u0600" <= c <= "\u06ff" for c in question)
    plain = related(tokens)
    fronts = fronted(plain)
    asking = {phrase[0] for phrase in question_words.WH_PHRASES if len(phrase) == 1}
    fused = [n for n, t in enumerate(tokens) if t.word in asking and normalize(t.raw) != t.word]
    linked.moved = len(fronts) > 1 or len(plain) < len(tokens) or bool(fused)
    linked.attached = any(n < 3 for n in fused)  # "بأي", "لأي": the preposition is part of the word
    unused: list[list[str]] = []
    ways = [way for order in fronts for way in bring_together(opened, order)]
    without = bring_together(opened, fronts[1]) if len(fronts) > 1 else []
    ways += [other for order in ways if (other := verb_first(opened, order)) != order]
    ways += [way for other in other_ways(opened, plain) for way in bring_together(opened, other)]
    turned = topic_last(plain)
    if turned != plain:
        linked.moved |= len(fronted(turned)) > 1
        ways += [way for order in fronted(turned) for way in bring_together(opened, order)]
    done = what_done(plain)
    if done != plain:  # what it does is what is asked for, and all that is known of it where nothing is said of that
        unused += [_link_order(opened, linked, order, partial) for order in bring_together(opened, done)]
    second = SECOND if done != plain else 0.0
    for order in ways:
        unused.append(_link_order(opened, linked, order, partial, second + LEFT_OUT * (order in without)))
    linked.unused += sorted(unused, key=lambda left: len(left))[0]
    cheapest: dict[tuple[Segment, ...], float] = {}
    for cost, segments in sorted(linked.covers, key=lambda cover: cover[0]):
        cheapest.setdefault(tuple(segments), cost)
    linked.covers = sorted(((cost, list(cut)) for cut, cost in cheapest.items()), key=lambda cover: cover[0])
    return linked


def _link_order(opened: OpenStore, linked: Linked, tokens: list[Token], partial: bool, more: float = 0.0) -> list[str]:
    """Adds the ways of cutting these words; gives the words that have no meaning in the best of them."""
    named = named_entities(opened, tokens)
    if linked.listing:
        named = [one_by_one(opened, tokens, span) for span in named]
    phrases = [s for s in schema_words(opened, tokens) if not superlative(tokens, s)]
    spans = [*named, *phrases, *articles(tokens), *markers(tokens), *other_order(opened, tokens, named)]
    if not (linked.moved and linked.arabic):  # "to what does X lead": X is no effect
        spans += described(opened, tokens, phrases)
    spans += periods(tokens, opened.names.meta("lexicon")["types"])
    spans += group_names(opened, tokens, spans) + languages(opened, tokens)
    spans += [*begun_titles(opened, tokens), *dated_names(opened, tokens), *of_a_year(opened, tokens, named)]
    spans = with_demonyms(opened, tokens, spans)
    spans += placed(opened, tokens, spans)
    spans += named_after(opened, tokens, spans)
    spans += with_subject(opened, tokens, [*spans, *year_before(opened, tokens, spans)])
    spans += year_before(opened, tokens, spans)
    spans += ages(opened, tokens, spans)
    spans += called_by_head(opened, tokens, spans) if partial else []
    spans = named_before(opened, tokens, spans)
    spans = told(tokens, rightly_numbered(opened, tokens, members_meant(opened, tokens, spans)))
    chosen = [*covers(len(tokens), spans), *numbers_apart(tokens, spans), *clauses_apart(tokens, spans)]
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
        cost = (top - score) / 10 + more + GAP * sum(s not in cut for s in found)
        bounds = [(s.start, s.end) for s in found]
        if bounds in seen:
            continue
        seen.append(bounds)
        segments: list[Segment] = []
        for span in found:
            first = tokens[span.start]
            apart = first.joined or (span.element.joined and first.word[0] == "و")
            after = segments[-1][0].kind if segments else "wh"
            if apart and after != "wh" and span.element.kind not in ("and", "or"):
                segments.append((Element("and", "و"),))
            segment = _segment(spans, span, tokens)
            segments += [segment] if segment[0].kind != "word" else []
        if segments:
            linked.covers += [(cost + moved, order) for moved, order in orders(segments)]
    return [] if seen else unused


def _mended(opened: OpenStore, tokens: list[Token], cut: list[Span], partial: bool) -> tuple[list[Span], list[str]]:
    """The cut with its gaps filled by guesses, and the words of the gaps that could not be filled."""
    covered = {i for span in cut for i in range(span.start, span.end)}
    loose = [i for i in range(len(tokens)) if i not in covered]
    unused: list[str] = []
    for start, end in runs(loose):
        plain = all(t.word in closed.SMALL for t in tokens[start:end])
        mended = None if plain else partial_name(opened, tokens, start, end)
        if mended is None or not rightly_numbered(opened, tokens, [mended]):
            unused += [tokens[i].raw for i in range(start, end)]
        else:
            cut = [s for s in cut if s.end <= mended.start or s.start >= mended.end] + [mended]
    # One thing that both words can mean is meant; several are a choice for when nothing else is found.
    cut = rightly_numbered(opened, tokens, join_names(opened, tokens, cut, most=6 if partial else 1))
    kept = {i for span in cut for i in range(span.start, span.end)} - unknown_names(opened, tokens, cut)
    # A longer name took part of a stretch, and the rest was left.
    unused += [tokens[i].raw for i in range(len(tokens)) if i not in kept and tokens[i].raw not in unused]
    return sorted(cut, key=lambda span: span.start), unused


def _segment(spans: list[Span], span: Span, tokens: list[Token]) -> Segment:
    """All meanings of a stretch of words that are about as good as the best."""
    same = [s for s in spans if (s.start, s.end) == (span.start, span.end) and s.element != span.element]
    same = [s for s in same if s.score >= span.score - 12 and not (span.element.kind == "entity" and s.score < 8)]
    if span.element.kind == "wh":
        same = [s for s in same if s.element.kind != "word"]  # what asks is never passed over
    last = tokens[span.end - 1]
    found = [span.element, *(s.element for s in sorted(same, key=lambda s: -s.score))]
    first = tokens[span.start]
    before = tokens[span.start - 1].word if span.start else ""
    governed = any(
        s.end == span.start
        and s.element.kind == "relation"
        and any(left and right for _, left, right, _ in s.element.patterns)
        for s in spans
    )
    every = first.every and (
        bool(first.apart_by) or before in closed.OF_EVERY or (governed and before not in ("of", "in"))
    )
    return tuple(e._replace(apart=last.comma, apart_by=first.apart_by, every=every, det=first.det) for e in found)
