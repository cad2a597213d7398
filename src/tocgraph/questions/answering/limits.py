"""What is named in a question for the conditions of a form of cooperation: the form, the texts, the conditions.

The form is what conditions are recorded *for*, by the qualifier of their claims. Where its name is not typed, it is
known by the words of its names and its description ("نقل السجناء مؤقتا للإدلاء بالشهادة"), if all of them are there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from tocgraph.questions.answering.naming import Things, things
from tocgraph.questions.requests import Guesses
from tocgraph.roots import content, root
from tocgraph.senses import senses
from tocgraph.store import OpenStore
from tocgraph.store.contents import DESCRIPTION, NAME, TURNED
from tocgraph.text import is_arabic, stem, words

CONDITION, BOUND, FOR, BROADER, PART = "condition-of-use", "subject-to", "for", "broader", "part-of"
"""The type of conditions, the relation of an article to one, what it is for, wider concepts, larger texts."""
_TEXTS = frozenset(("instrument", "provision"))
_REFUSAL = "refusal"
_SHORTEST = 4
"""Longer Arabic words may have a preposition attached."""
_FEW = 3
"""The most conditions that may be meant by words that are no name of one."""


class Named(NamedTuple):
    """The forms of cooperation, texts, conditions and types of texts that are named.

    `denied` are the conditions that say the opposite of those that are known by words for them alone.
    """

    forms: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    guesses: Guesses = ()
    denied: tuple[str, ...] = ()

    def along(self, other: Named) -> Named:
        """What is named by either."""
        return Named(
            tuple(dict.fromkeys(self.forms + other.forms)),
            tuple(dict.fromkeys(self.texts + other.texts)),
            tuple(dict.fromkeys(self.conditions + other.conditions)),
            self.types + other.types,
            self.guesses + other.guesses,
            self.denied + other.denied,
        )


def named_in(
    opened: OpenStore, run: str, fillers: Collection[str], known: dict[str, int] | None = None, texts: bool = True
) -> Named | None:
    """What a stretch of words names, with light words (`fillers`) around it; None where another word is in it.

    Types of texts are among it only where `texts` may be asked for.
    """
    run = _without_edges(run, fillers)
    if not run:
        return Named()
    known = forms(opened) if known is None else known
    whole = things(opened, run)
    found = _sorted(opened, whole, known) if whole else None
    if found is not None and found.types and not texts:
        found = None
    if found is not None and not (found.guesses and found.texts and not found.forms):
        return found  # else "controlled delivery in X" may have been taken for the article of X on that
    form = _described(opened, run, known) if found is None else None
    if form:
        return Named(forms=(form,), guesses=((run, form),))
    said = run.split()
    for at, behind in _cuts(said, fillers, found is not None):
        first = named_in(opened, " ".join(said[:at]), fillers, known, texts)
        second = named_in(opened, " ".join(said[behind:]), fillers, known, texts) if first is not None else None
        both = first.along(second) if first is not None and second is not None else None
        if both is not None and (found is None or both.forms):
            return both
    if found is not None:
        return found
    told = conditions_with(opened, run, None)
    if told is None or len(told[0]) + len(told[1]) > _FEW:
        return None
    if len(said) == 1 and not {*told[0]}.intersection(opened.names.holding({stem(run)}, (CONDITION,))):
        return None  # one word must be the very word of a name
    return Named(conditions=told[0], denied=told[1], guesses=tuple((run, condition) for condition in told[0]))


def _cuts(said: list[str], fillers: Collection[str], anywhere: bool) -> Iterator[tuple[int, int]]:
    """Where a stretch of words may be cut in two: where the first part ends, and where the second one begins."""
    yield from ((at, at + 1) for at, word in enumerate(said) if light(word, fillers))
    for at, word in enumerate(said):
        attached = len(word) > _SHORTEST and word[0] in "لب" and is_arabic(word)
        if at and (anywhere or attached) and not light(word, fillers):
            yield at, at


def light(word: str, fillers: Collection[str]) -> bool:
    """Whether that is one of the light words, an Arabic one also with a preposition attached ("لاستخدام")."""
    return word in fillers or (len(word) > _SHORTEST and word[0] in "وبل" and is_arabic(word) and word[1:] in fillers)


def forms(opened: OpenStore) -> dict[str, int]:
    """What conditions are recorded for, with how often."""
    names = opened.vocabulary
    query = names.header("rdf") + (
        f"SELECT ?form (COUNT(?claim) AS ?number) WHERE {{ ?claim rdf:predicate <{names.relation(BOUND)}> ; "
        f"<{names.qualifier(FOR)}> ?form }} GROUP BY ?form"
    )
    rows = opened.store.select(query).rows
    return {names.local(row["form"].value): int(row["number"].value) for row in rows}


def speaks_of_form(opened: OpenStore, said: str) -> bool:
    """Whether a word of the question stands in a name of anything that conditions are recorded for.

    A quick look, before anything is linked.
    """
    known = forms(opened)
    roots = {r for word in words(said) if content(word) for r in _attached(senses(word, {}))}
    return any(told.entity in known for told in opened.names.told(roots) if told.place == NAME)


def refusals(opened: OpenStore) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The conditions that are grounds for a refusal, and those that say what is no such ground."""
    return _by_sign(opened, {_REFUSAL: frozenset([root(_REFUSAL)])}) or ((), ())


def conditions_with(
    opened: OpenStore, said: str, among: tuple[tuple[str, ...], tuple[str, ...]] | None
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The conditions of which all those words are told, and those that deny them; None where there are none.

    `among` are the conditions that may be meant, of either sort.
    """
    found = None
    for alike in _meanings(opened, among is not None):
        wanted = {word: _attached(senses(word, alike)) for word in words(said) if content(word)}
        found = found or (_by_sign(opened, wanted) if wanted else None)
    if found is not None and among is not None:
        found = tuple(c for c in found[0] if c in among[0]), tuple(c for c in found[1] if c in among[1])
    return found if found is not None and any(found) else None


def _sorted(opened: OpenStore, named: Things, known: Collection[str]) -> Named | None:
    """The forms, texts and conditions among what is named; None when anything else is."""
    if named.relations or named.date:
        return None
    of_texts = [t for t in named.types if _TEXTS.intersection(opened.schema.ancestors(t))]
    if len(of_texts) < len(named.types):
        return None
    kinds: dict[str, list[str]] = {"forms": [], "texts": [], "conditions": []}
    for candidates in named.entities:
        of = {e: set(opened.schema.ancestors(n.type)) for e, n in opened.names.entities(candidates).items()}
        fitting = [("forms", e) for e in of if e in known]
        fitting += [("texts", e) for e, types in of.items() if types & _TEXTS]
        fitting += [("conditions", e) for e, types in of.items() if CONDITION in types]
        if not fitting and len(of) == 1:
            fitting = [("forms", e) for e in of if _beside(opened, e, known)]
        if len(fitting) != 1:
            return None
        kinds[fitting[0][0]].append(fitting[0][1])
    of_forms, texts, conditions = (tuple(dict.fromkeys(found)) for found in kinds.values())
    return Named(of_forms, texts, conditions, tuple(of_texts), named.guesses())


def _beside(opened: OpenStore, entity: str, known: Collection[str]) -> bool:
    """Whether conditions are recorded for kinds of a concept, or for what it is a kind of."""
    return any(found for found in near(opened, (entity,), known))


def near(opened: OpenStore, wanted: Iterable[str], known: Collection[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The kinds of those forms for which conditions are recorded, and the wider forms."""
    names = opened.vocabulary
    values = " ".join(f"<{names.entity(e)}>" for e in wanted)
    broader = names.relation(BROADER)
    found = []
    for path in (f"?form <{broader}>+ ?wanted", f"?wanted <{broader}>+ ?form"):
        rows = opened.store.select(f"SELECT DISTINCT ?form WHERE {{ VALUES ?wanted {{ {values} }} {path} }}").rows
        found.append(tuple(sorted(e for row in rows if (e := names.local(row["form"].value)) in known)))
    return found[0], found[1]


def _without_edges(run: str, fillers: Collection[str]) -> str:
    left = run.split()
    while left and light(left[0], fillers):
        left.pop(0)
    while left and light(left[-1], fillers):
        left.pop()
    return " ".join(left)


def _described(opened: OpenStore, run: str, known: dict[str, int]) -> str | None:
    """The one form in whose names, or in whose description, all the words stand; of several the one named shortest."""
    said = [word for word in words(run) if content(word)]
    fitting: set[str] = set()
    # Words of about one meaning only among many: "nationals" are no state that hands somebody over.
    for alike in _meanings(opened, len(said) > _FEW):
        wanted = {word: _attached(senses(word, alike)) for word in said}
        fitting = fitting or (_holding(opened, wanted, known) if wanted else set())
    named = opened.names.entities(fitting)
    length = {e: min(len(words(label)) for label in n.label.values()) for e, n in named.items()}
    shortest = [e for e in fitting if length[e] == min(length.values())]
    return shortest[0] if len(shortest) == 1 else None


def _meanings(opened: OpenStore, wide: bool) -> Iterator[dict[str, list[str]]]:
    """No other words of about one meaning; then, if it may be taken so widely, those that there are."""
    yield {}
    if wide:
        yield opened.names.meta("senses")


def _attached(roots: Iterable[str]) -> frozenset[str]:
    """Those roots, Arabic ones also with a preposition attached, as descriptions have them ("للإدلاء بشهادته")."""
    return frozenset(letter + r for r in roots for letter in ("", *("بل" if is_arabic(r) else ())))


def kindred(opened: OpenStore, conditions: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The conditions that say more of one of those, and those whose names deny it.

    "Dual criminality judged by the conduct", and "dual criminality not required".
    """
    more: list[str] = []
    denied: list[str] = []
    for named in opened.names.entities(conditions).values():
        said = {word: frozenset([root(word)]) for word in words(named.name("en")) if content(word)}
        both = _by_sign(opened, said)
        if both and named.id in both[0]:
            more += (c for c in both[0] if c != named.id)
            denied += both[1]
    return tuple(more), tuple(denied)


def _by_sign(opened: OpenStore, wanted: dict[str, frozenset[str]]) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The conditions of which each word is told; apart those whose names deny something."""
    fitting = _holding(opened, wanted)
    turned = {told.entity for told in opened.names.told([TURNED])}
    return (tuple(sorted(fitting - turned)), tuple(sorted(fitting & turned))) if fitting else None


def _holding(opened: OpenStore, wanted: dict[str, frozenset[str]], among: Collection[str] | None = None) -> set[str]:
    """The conditions (or things `among` which one is meant) whose names hold each word, else with their description."""
    told = opened.names.told([r for roots in wanted.values() for r in roots])
    told = [t for t in told if (t.entity in among if among is not None else t.type == CONDITION)]
    for places in ({NAME}, {NAME, DESCRIPTION}):
        if DESCRIPTION in places and len(wanted) == 1 and among is not None:
            break  # one word of a description is no name
        each = [{t.entity for t in told if t.root in roots and t.place in places} for roots in wanted.values()]
        found = set.intersection(*each) if each else set()
        if found:
            return found
    return set()
