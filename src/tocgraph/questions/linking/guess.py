"""Words that mean nothing as they stand because they are part of a longer name.

Every guess is kept on the element, so that the reading shows what was typed and what it was taken for.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.elements import Element, Span
from tocgraph.questions.linking.numbered import ordinals
from tocgraph.questions.words import closed, idle_words
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.store.schemaview import SchemaView
from tocgraph.text import is_arabic, normalize, stem, words

_EACH = 12
"""The most things whose names are looked at one by one."""

_IN_NAMES = frozenset({"مجموعه"})
"""Words with a use in questions that begin names as well."""

_COUNTED = frozenset("most fewest least".split())
"""Superlatives that count and are part of no name."""
_OF_ADJECTIVES = frozenset({"person", "document", "organization"})
"""Types of which an Arabic adjective alone may be a name: "الزهري", "العربية"."""

_COMMON = 25
"""The most names that hold a word by which one of them may be meant."""

_JOINS = closed.AND | closed.OR

_REACH = 3
"""How many words on either side may belong to a name of which a word is known."""


def join_names(opened: OpenStore, tokens: list[Token], chosen: list[Span], most: int) -> list[Span]:
    """The same spans, with one name and the type beside it read as part of a longer name of `most` things."""
    said = sorted((s for s in chosen if most == 1 or s.element.kind != "word"), key=lambda s: s.start)
    for first, second in pairwise(said):
        kinds = {first.element.kind, second.element.kind}
        beside = first.end == second.start or most > 1
        if any(t.parted for t in tokens[first.end : second.start + 1]):
            continue  # "which regime is Al-Shabaab listed under"
        if beside and (kinds == {"entity", "type"} or (most > 1 and kinds == {"entity"})):
            few = most if "type" in kinds else 1
            joined = partial_name(opened, tokens, first.start, second.end, around=False, most=few)
            if joined:
                return [s for s in chosen if s.end <= joined.start or s.start >= joined.end] + [joined]
    return chosen


def partial_name(
    opened: OpenStore, tokens: list[Token], start: int, end: int, around: bool = True, most: int = 6
) -> Span | None:
    """Part of a longer name, such as "Arab convention", with a few words `around` those in question.

    A type among the words ("convention") must be the type of the thing; without one the name may be at
    most twice as long as what was typed, from three words on three times. More than `most` such things are none.
    """
    lexicon = opened.names.meta("lexicon")
    types, plurals = lexicon["types"], set(lexicon["plurals"])
    short = all(t.word.isdigit() and len(t.word) < 4 for t in tokens[start:end])  # "resolution 1267" is a name
    if short or any(t.word in closed.NEGATION | closed.PRONOUNS | _COUNTED for t in tokens[start:end]):
        return None
    reach = range(_REACH + 1) if around else range(1)
    if end == start + 1 and tokens[start].word.endswith("ly") and tokens[start].stem != tokens[start].word:
        return None  # "jointly" tells how, and names no joint investigation
    windows = [(start - left, end + right) for left in reach for right in reach]
    windows = [(a, b) for a, b in windows if a >= 0 and b <= len(tokens)]
    for first, last in sorted(windows, key=lambda w: w[0] - w[1]):
        window = tokens[first:last]
        edges = (window[0].word, window[-1].word)
        if any(word in (closed.SMALL - _IN_NAMES) | closed.NEGATION for word in edges):
            continue
        if len(window) == 1 and _adjective(window[0]) and not lexicon["types"].get(window[0].stem):
            named = opened.names.entities(opened.names.holding({window[0].stem}, (), 2, most)).values()
            if not any(_OF_ADJECTIVES & set(opened.schema.ancestors(n.type)) for n in named):
                continue  # "البحرية" is no "الأمن البحري"
        if any(t.parted and _two_ended(lexicon["relations"], t) for t in window) and len(window) > 1:
            continue  # "(are) sanctioned under the Libya regime": the verb is no part of a name
        if any(t.det == "a" or t.apart_by for t in window[1:]):
            continue  # "the host state of INTERPOL (a) member of"
        heads = _heads(window) if len(window) > 2 else {t.word for t in window}
        many = plurals.intersection(w.removeprefix("ال") for w in heads)
        if many or any(_many(t, types) for t in window if t.word in heads):
            continue  # "African missions" are many; no single mission is meant
        if len(window) == 1 and ordinals([window[0].word]):
            continue  # "the second oldest mission" has nothing to do with the second congress
        if len(window) > 2 and any(t.stem in types for t in window) and any(t.word in _JOINS for t in window):
            continue  # "EU missions and UN" are no one mission
        firm = sum(not t.shaky and t.word not in closed.SMALL for t in window)
        if firm < 2 and any(t.shaky for t in window):
            continue  # that would be a guess upon a guess
        wanted = {t for token in window for t in types.get(token.stem, ())}
        stems = {t.stem for t in window if t.word not in PREPOSITIONS}
        # What three words have in common they hardly have by chance, however long the name is.
        longest = 0 if wanted else (3 if len(stems) > 2 else 2) * len(stems)
        kinds = _kinds(opened.schema, frozenset(wanted))
        if len(window) == 1 and window[0].raw.islower() and len(opened.names.holding(stems, (), 0, _COMMON)) > _COMMON:
            continue  # so many names have the word that by itself it means none of them
        entities = opened.names.holding(stems, kinds, longest, most) or _abbreviated(opened, window)
        entities = entities or _begun(opened, window, kinds) or _with_for(opened, window, kinds)
        content = {t.stem for t in window if t.word not in closed.SMALL - idle_words.ALSO_VERBS}
        turned = opened.names.holding(content, (), len(content), most) if 1 < len(content) < len(window) else []
        if len(turned) == 1:
            entities = turned  # "confiscation of assets" is asset confiscation and no part of a longer name
        if not entities and not is_arabic(window[0].word):
            entities = _headed(opened, window, [], 1)  # "denial of genocide": how one long name begins, and no other
        if around and wanted and not entities and len(stems) > 1:  # the word for a type may only be part of the name
            entities = opened.names.holding(stems, (), 3 * len(stems), 1)
            entities = entities if len(entities) == 1 else []
        if entities and not closed.ARTICLE.intersection(t.word for t in window):
            entities = [e for e in entities if not _numbered(opened, e)]  # "the Palermo protocol" is no article on them
        if entities and not closed.NEGATION.intersection(t.word for t in window):
            entities = [e for e in entities if not _denies(opened, e)]  # "require dual criminality"
        numbers = {
            t.word for kind, t in pairwise(window) if kind.stem in types and t.word.isdigit() and len(t.word) < 3
        }
        entities = [e for e in entities if not numbers or numbers <= _figures(opened, e)]  # "chapter 7" is no other one
        if len(entities) > 1 and len(window) == 1 and _of_another_name(tokens, last, types):
            return None
        if 0 < len(entities) <= most:
            if around:
                first, last, entities = _grown(opened, tokens, first, last, entities, plurals)
            if last - first == len(window) and not wanted and not is_arabic(window[0].word):
                entities = _headed(opened, window, entities, most)
            typed = " ".join(t.raw for t in tokens[first:last])
            return Span(first, last, 0, Element("entity", typed, entities=tuple(entities), guess="name"))
    return None


def _figures(opened: OpenStore, entity: str) -> set[str]:
    """The numbers in the labels of a thing, Roman ones in figures."""
    named = opened.names.entity(entity)
    said = [w for label in named.label.values() for w in words(label)] if named else []
    return {_ROMAN.get(w, w) for w in said}


_ROMAN = {word: str(n) for n, word in enumerate("i ii iii iv v vi vii viii ix x".split(), 1)}


def _adjective(token: Token) -> bool:
    """Whether an Arabic word has the ending of an adjective made of a noun."""
    return is_arabic(token.word) and token.word.endswith(("يه", "ي")) and len(token.word) > 4


def _many(token: Token, types: dict[str, list[str]]) -> bool:
    """Whether an English word speaks of many things of a type: "treaties"; "nations" begins names."""
    plural = token.word.endswith("s") and not token.word.endswith("ss") and token.word != "nations"
    return plural and token.stem in types


def _headed(opened: OpenStore, window: list[Token], entities: list[str], most: int) -> list[str]:
    """The things with longer names that begin as the words do, where no name of the `entities` does.

    "Bribery of foreign officials" is no passive bribery, but the bribery "of foreign public officials and ...".
    """
    if len(window) < 3 or window[1].word != "of":
        return entities
    whole = opened.names.holding({t.stem for t in window if t.word not in PREPOSITIONS}, (), 0, most)
    named = opened.names.entities(whole)
    begun = [e for e in whole if e in named and any(words(t)[:1] == [window[0].word] for t in named[e].label.values())]
    return entities if not begun or set(begun) & set(entities) else begun


def _of_another_name(tokens: list[Token], end: int, types: dict[str, list[str]]) -> bool:
    """Whether a word is the first of a name that nothing has: "(European) Council" is none of the things European."""
    named = end < len(tokens) and tokens[end].raw[:1].isupper() and tokens[end].raw[1:].islower()
    return named and tokens[end].stem in types and tokens[end - 1].raw[:1].isupper()


def _numbered(opened: OpenStore, entity: str) -> bool:
    """Whether a thing is an article of a text, which is named by its number."""
    named = opened.names.entity(entity)
    return named is not None and named.type == "article"


def _denies(opened: OpenStore, entity: str) -> bool:
    """Whether the name of a thing denies something: "dual criminality not required"."""
    named = opened.names.entity(entity)
    return named is not None and denies(named.label)


def denies(label: dict[str, str]) -> bool:
    """Whether a name denies something, by its English words: the Arabic for "illicit" has a word for "not" in it."""
    told = [label["en"]] if "en" in label else list(label.values())
    return any(closed.NEGATION & {*words(text)} for text in told)


def _two_ended(relations: dict[str, list[tuple[str, str, str, str]]], token: Token) -> bool:
    """Whether the word begins phrases for what links two things."""
    return token.word.endswith("ed") and any(
        left and right for key in (token.stem, f"{token.stem} by") for _, left, right, _ in relations.get(key, ())
    )


def unknown_names(opened: OpenStore, tokens: list[Token], chosen: list[Span]) -> set[int]:
    """The places of words that are a name which the graph does not have: a city and one kind of thing named after it.

    "the Kyoto Protocol" is neither any protocol that has to do with Kyoto nor the city itself; nor is one convention
    named after a state any convention of that state.
    """
    plurals = set(opened.names.meta("lexicon")["plurals"])
    found: set[int] = set()
    for first, second in pairwise(sorted(chosen, key=lambda span: span.start)):
        city, kind = (second, first) if is_arabic(tokens[first.start].word) else (first, second)
        if first.end != second.start or city.element.kind != "entity" or kind.element.kind != "type":
            continue
        named = opened.names.entities(city.element.entities).values()
        text = all("instrument" in opened.schema.ancestors(t) for t in kind.element.types)
        after = {"city", "state"} if text else {"city"}  # "the mission of Mali" is one in Mali
        if any(after.isdisjoint(opened.schema.ancestors(n.type)) for n in named) or city.element.guess:
            continue
        words = {t.word for t in tokens[kind.start : kind.end]}
        if not words & plurals and not any(w.endswith("s") for w in words):
            found |= set(range(first.start, second.end))
    return found


def _heads(window: list[Token]) -> set[str]:
    """The words that say what a stretch of words is: the last of an English noun, the first of an Arabic one."""
    if is_arabic(window[0].word):
        return {window[0].word}
    before = next((n for n, t in enumerate(window) if t.word in PREPOSITIONS), len(window))
    return {window[before - 1].word, window[-1].word}


def _abbreviated(opened: OpenStore, window: list[Token]) -> list[str]:
    """The one thing whose name has but the first letter of the first word: "L. Shelley" for Louise Shelley."""
    first = window[0]
    if len(window) < 2 or len(first.word) < 3 or not (first.raw[0].isupper() or is_arabic(first.word)):
        return []
    found = opened.names.holding({t.stem for t in window[1:]}, (), len(window) + 1, 8)
    begins = f"{first.word[0]}."
    named = opened.names.entities(found[:8])
    meant = [e for e, n in named.items() if any(normalize(label).startswith(begins) for label in n.label.values())]
    return meant if len(meant) == 1 else []


def _begun(opened: OpenStore, window: list[Token], kinds: tuple[str, ...]) -> list[str]:
    """The one thing of which an Arabic name begins so, or has only this before a colon: "مجموعة إغمونت"."""
    if len(window) < 2 or not is_arabic(window[0].word):
        return []
    said = [t.word for t in window]
    for begin in range(2 if kinds and len(window) > 2 else 1):  # "كتاب تشابكات قذرة": the type before the title
        wanted = said[begin:]
        found = opened.names.holding({t.stem for t in window[begin:]}, kinds, 0, _EACH)
        labels = {e: list(n.label.values()) for e, n in opened.names.entities(found).items()}
        if begin:
            labels = {e: [text.partition(":")[0] for text in texts if ":" in text] for e, texts in labels.items()}
        meant = [
            e for e, texts in labels.items() if any(words(t)[: None if begin else len(wanted)] == wanted for t in texts)
        ]
        if meant:
            return meant if len(meant) == 1 else []
    return []


def _with_for(opened: OpenStore, window: list[Token], kinds: tuple[str, ...]) -> list[str]:
    """The one thing whose name has "for" before a word that stands here without it: "مؤتمر منع الجريمة الثاني عشر"."""
    if len(window) < 3 or not is_arabic(window[0].word):
        return []
    other = {n: stem(f"ل{t.word}") for n, t in enumerate(window) if n and len(t.word) > 2 and is_arabic(t.word)}
    known = opened.names.known_words(other.values())
    for place, attached in other.items():
        if attached in known:
            stems = {attached if n == place else t.stem for n, t in enumerate(window) if t.word not in PREPOSITIONS}
            found = opened.names.holding(stems, kinds, 3 * len(stems), 1)
            if len(found) == 1:
                return found
    return []


def _grown(
    opened: OpenStore, tokens: list[Token], first: int, last: int, entities: list[str], plurals: set[str]
) -> tuple[int, int, list[str]]:
    """The window with the words beside it that stand in the same name, and the entities that are left."""
    apart = closed.SMALL | closed.NEGATION | plurals
    for step in (1, -1):
        while True:
            beside = last if step > 0 else first - 1
            if not 0 <= beside < len(tokens) or tokens[beside].word in apart:
                break
            wider = {t.stem for t in tokens[min(first, beside) : max(last, beside + 1)]}
            kept = [e for e in opened.names.holding(wider) if e in entities]
            if not kept:
                break
            first, last, entities = min(first, beside), max(last, beside + 1), kept
    return first, last, entities


@lru_cache(maxsize=256)
def _kinds(schema: SchemaView, wanted: frozenset[str]) -> tuple[str, ...]:
    """The types that are one of those wanted."""
    return tuple(t for t in schema.types if wanted & set(schema.ancestors(t))) if wanted else ()
