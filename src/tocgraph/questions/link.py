"""Question words -> elements: entities, types, relation phrases, articles, and what is left over."""

from __future__ import annotations

from dataclasses import dataclass, field

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions import words as closed
from tocgraph.questions.elements import Element, Period, Span
from tocgraph.questions.groups import group_names
from tocgraph.questions.guess import join_names, partial_name, spelling
from tocgraph.questions.negation import NEGATABLE
from tocgraph.questions.periods import periods
from tocgraph.questions.tokens import Token, bring_together, tokens_of
from tocgraph.store import OpenStore

LONGEST = 1000
"""The most characters a question may have."""


@dataclass(eq=False, repr=False)
class Linked:
    """A question in elements. `asks` is who, where, when, how, count or "".

    `unused` are words that mean nothing here. `period` limits the time; with `onset` it is that of a beginning.
    `excluded` are to be left out of the answer.
    """

    elements: list[Element] = field(default_factory=list)
    asks: str = ""
    yes_no: bool = False
    period: Period | None = None
    onset: bool = False
    excluded: tuple[str, ...] = ()
    unused: list[str] = field(default_factory=list)


def link(opened: OpenStore, question: str, partial: bool = False) -> Linked:
    """The elements of a question, chosen so that as many words as possible have a meaning.

    With `partial`, a place or other name beside the word for a type is read as part of a longer name:
    "Marrakech meeting" as the meeting that has both words in its name.
    """
    linked = Linked()
    tokens = tokens_of(opened, question)
    if not tokens:
        return linked
    linked.yes_no = tokens[0].word in closed.YES_NO
    if linked.yes_no:
        linked.unused += [t.raw for t in tokens if t.word in closed.EVERY]
    linked.onset = any(t.word in closed.ONSET for t in tokens)
    tokens = bring_together(opened, tokens)
    spans = [*_entities(opened, tokens), *_schema_words(opened, tokens), *_articles(tokens), *_function_words(tokens)]
    spans += periods(tokens)
    spans += group_names(opened, tokens, spans)
    chosen = _best_cover(len(tokens), spans)
    covered = {i for span in chosen for i in range(span.start, span.end)}
    loose = [i for i in range(len(tokens)) if i not in covered]
    for start, end in _runs(loose):
        mended = partial_name(opened, tokens, start, end) or spelling(opened, tokens, start, end)
        if mended is None:
            linked.unused += [tokens[i].raw for i in range(start, end)]
        else:
            chosen = [s for s in chosen if s.end <= mended.start or s.start >= mended.end] + [mended]
    # One thing that both words can mean is meant; several are a choice for when nothing else is found.
    chosen = join_names(opened, tokens, chosen, most=6 if partial else 1)
    chosen.sort(key=lambda span: span.start)
    relative, negation, leaving = False, "", ""
    for span in chosen:
        element = span.element
        if element.kind in ("wh", "word"):
            if element.number and linked.asks not in ("", element.number):
                linked.unused.append(tokens[span.start].raw)  # "when and where" are two questions
            linked.asks = linked.asks or element.number
            relative = relative or tokens[span.start].word in closed.RELATIVE
            continue
        if element.kind == "except":
            leaving = element.text
            continue
        if leaving:
            if element.kind == "entity" and len(element.entities) == 1:
                linked.excluded += element.entities
                continue
            if element.kind in ("and", "or") and linked.excluded:
                continue
            if not linked.excluded:
                linked.unused.append(leaving)
            leaving = ""
        if element.kind == "not":
            linked.unused += [negation] if negation else []
            negation = element.text
            continue
        if negation:
            element = _negated(element)
            linked.unused += [] if element.negated else [negation]
            negation = ""
        if element.kind == "period":
            if linked.period:
                linked.unused.append(element.text)  # one limit of time is all that a reading can keep
            linked.period = linked.period or element.period
            said = [n for n, e in enumerate(linked.elements) if e.kind == "relation"]
            if said:
                linked.elements[said[-1]] = linked.elements[said[-1]]._replace(dated=True)
            continue
        if tokens[span.start].joined and linked.elements:
            linked.elements.append(Element("and", "و"))
        linked.elements.append(element._replace(relative=True) if relative and element.kind == "relation" else element)
        relative = False
    linked.unused += [word for word in (negation, leaving if not linked.excluded else "") if word]
    if linked.period and not any(e.dated for e in linked.elements):
        # "in 2003 which states ratified ...": the date stands before what it limits.
        said = [n for n, e in enumerate(linked.elements) if e.kind == "relation"]
        if said:
            linked.elements[said[0]] = linked.elements[said[0]]._replace(dated=True)
    return linked


def _negated(element: Element) -> Element:
    """The phrase turned round, where it can mean a relation of which the graph can know that it does not hold."""
    patterns = tuple(p for p in element.patterns if p[0] == NEGATABLE)
    return element._replace(patterns=patterns, negated=True, types=()) if patterns else element


def _grams(tokens: list[Token], longest: int) -> dict[str, list[tuple[int, int]]]:
    grams: dict[str, list[tuple[int, int]]] = {}
    for start in range(len(tokens)):
        for end in range(start + 1, min(len(tokens), start + longest) + 1):
            grams.setdefault(" ".join(t.stem for t in tokens[start:end]), []).append((start, end))
    return grams


def _entities(opened: OpenStore, tokens: list[Token]) -> list[Span]:
    grams = _grams(tokens, opened.names.longest)
    found: dict[tuple[int, int], dict[str, int]] = {}
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
            exact = {"label": 4, "alias": 4, "id": 3}.get(match.kind, 1)
            best = found.setdefault((start, end), {})
            best[match.entity] = max(best.get(match.entity, 0), exact)
    spans = []
    for (start, end), entities in found.items():
        top = max(entities.values())
        chosen = tuple(sorted(e for e, rank in entities.items() if rank == top))
        text = " ".join(t.raw for t in tokens[start:end])
        spans.append(Span(start, end, _score(end - start, top), Element("entity", text, entities=chosen)))
    return spans


def _score(length: int, rank: int) -> int:
    """One long name outweighs the same words taken apart."""
    return 15 * length - 5 + rank


def _schema_words(opened: OpenStore, tokens: list[Token]) -> list[Span]:
    lexicon = opened.names.meta("lexicon")
    spans = []
    for key, places in _grams(tokens, 7).items():
        for start, end in places:
            text = " ".join(t.raw for t in tokens[start:end])
            content = sum(t.word not in PREPOSITIONS for t in tokens[start:end])
            if key in lexicon["relations"]:
                patterns = tuple((r, left, right, loose) for r, left, right, loose in lexicon["relations"][key])
                score = 10 * content + 4 * (end - start - content) + 3 * (end - start - 1)
                element = Element("relation", text, patterns=patterns, weak=content == 0)
                # A phrase that is also the name of a type ("sanctions") is kept as both.
                types = tuple(lexicon["types"].get(key, ()))
                prefixes = (" ".join(key.split()[:n]) for n in range(end - start, 0, -1))
                head = next((tuple(lexicon["nouns"][p]) for p in prefixes if p in lexicon["nouns"]), ())
                spans.append(Span(start, end, score, element._replace(types=types, head=head)))
            elif key in lexicon["types"]:
                if tokens[start].word in closed.FUNCTION:
                    continue  # no type is called by one: هي (they) has the stem of هيئة (body)
                types = tuple(lexicon["types"][key])
                spans.append(
                    Span(
                        start,
                        end,
                        _score(end - start, 2),
                        Element("type", text, types=types, definite=tokens[start].definite),
                    )
                )
    return spans


def _articles(tokens: list[Token]) -> list[Span]:
    spans = []
    for i, token in enumerate(tokens[:-1]):
        number = tokens[i + 1].word
        if token.word in closed.ARTICLE and number[:1].isdigit():
            end = i + 2
            while end < len(tokens) and "(" in tokens[i + 1].raw and tokens[end].raw == tokens[i + 1].raw:
                end += 1
            text = " ".join(t.raw for t in tokens[i : i + 2])
            remark = f"{tokens[i + 1].raw}: paragraphs are not recorded apart from their article" if end > i + 2 else ""
            spans.append(Span(i, end, 10 * (end - i) + 5, Element("article", text, number=number, remark=remark)))
        elif token.word in closed.ARTICLE:
            spelt, end = _ordinal(tokens, i + 1)
            text = " ".join(t.raw for t in tokens[i:end])
            if spelt:
                spans.append(Span(i, end, 10 * (end - i) + 5, Element("article", text, number=str(spelt))))
    return spans


def _ordinal(tokens: list[Token], at: int) -> tuple[int, int]:
    """The number that Arabic ordinals from there on spell, and where they end; 0 without one."""
    if at >= len(tokens) or tokens[at].word not in closed.ORDINALS:
        return 0, at
    number, at = closed.ORDINALS[tokens[at].word], at + 1
    if number <= 10 and at < len(tokens):
        if tokens[at].word in closed.TEEN:
            return number + 10, at + 1
        tens = closed.ORDINALS.get(tokens[at].word.removeprefix("و"), 0)
        if tens >= 20 and tokens[at].word.startswith("و"):
            return number + tens, at + 1
    return number, at


def _function_words(tokens: list[Token]) -> list[Span]:
    spans = []
    for i, token in enumerate(tokens):
        for counting in closed.COUNT_PHRASES:
            if tuple(t.word for t in tokens[i : i + len(counting)]) == counting:
                spans.append(Span(i, i + len(counting), 5 * len(counting), Element("wh", token.raw, number="count")))
        for phrase in closed.WHEN_PHRASES:
            if tuple(t.word for t in tokens[i : i + len(phrase)]) == phrase:
                spans.append(Span(i, i + len(phrase), 12 * len(phrase), Element("wh", token.raw, number="when")))
        for phrase in closed.EXCEPT_PHRASES:
            if tuple(t.word for t in tokens[i : i + len(phrase)]) == phrase:
                spans.append(Span(i, i + len(phrase), 5 * len(phrase), Element("except", token.raw)))
        if token.word in closed.NOT:
            length = 2 if i + 1 < len(tokens) and tokens[i + 1].word == "yet" else 1
            spans.append(Span(i, i + length, 6 * length, Element("not", token.raw)))
        asks = ""
        if token.word in closed.WHEN:
            asks = "when"
        elif token.word in closed.WHERE:
            asks = "where"
        elif token.word in closed.HOW:
            asks = "how"
        elif token.word in closed.WHO or (token.word == "من" and i == 0):
            asks = "who"
        if asks and not (asks == "who" and i > 0):
            spans.append(Span(i, i + 1, 4, Element("wh", token.raw, number=asks)))
        elif token.word in closed.AND:
            spans.append(Span(i, i + 1, 3, Element("and", token.raw)))
        elif token.word in closed.OR:
            spans.append(Span(i, i + 1, 3, Element("or", token.raw)))
        elif token.word in closed.FUNCTION or token.word in PREPOSITIONS:
            spans.append(Span(i, i + 1, 2, Element("word", token.raw)))
    return spans


def _best_cover(length: int, spans: list[Span]) -> list[Span]:
    """The non-overlapping spans with the highest total score; at equal score the fewest spans."""
    ending: dict[int, list[Span]] = {}
    for span in spans:
        ending.setdefault(span.end, []).append(span)
    best: list[tuple[int, int, tuple[Span, ...]]] = [(0, 0, ())]
    for end in range(1, length + 1):
        score, count, chosen = best[end - 1]
        for span in ending.get(end, ()):
            before = best[span.start]
            candidate = (before[0] + span.score, before[1] + 1)
            if (candidate[0], -candidate[1]) > (score, -count):
                score, count, chosen = candidate[0], candidate[1], (*before[2], span)
        best.append((score, count, chosen))
    return list(best[length][2])


def _runs(positions: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for i in positions:
        if runs and runs[-1][1] == i:
            runs[-1] = (runs[-1][0], i + 1)
        else:
            runs.append((i, i + 1))
    return runs
