"""Two questions in one: "what is X and when did it enter into force", "متى وأين وقعت", "who adopted X and when".

Each is asked by itself; the pronoun of the second stands for what the first one found, else for what it names.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tocgraph.answers import ANSWERED, NOT_IN_GRAPH, Answer, AnswerSet, Ask
from tocgraph.questions.linking.link import link
from tocgraph.questions.words import question_words
from tocgraph.store import OpenStore
from tocgraph.store.claims import TAKEN_AS_FACT, read_claims
from tocgraph.text import is_arabic, normalize, stem

_AND = frozenset("and plus و".split())
_ASKS = frozenset("when where who whom what which how why whose متي اين من ما ماذا كم كيف لماذا اي ايه لمن باي".split())
_BEFORE = frozenset("in on by at to from for since of under with في من الي علي ب ل منذ عن".split())
_PUNCTUATION = ",،:;؛?؟."
_MOST = 12
"""Of how many things found first the second question is asked one by one."""
_ALSO = frozenset("also then".split())
_ITS = frozenset("its their his her".split())
_IT = frozenset("it they".split())
_OF_THEM = frozenset("them these those منها منهم".split())
_WHY = frozenset("why how لماذا كيف".split())
_PLAINLY = frozenset("who when where how why what متي اين كم لماذا".split())
_TOLD = {"en": "first: {}; second: {}", "ar": "أولا: {}؛ ثانيا: {}"}
_NOTHING = {"en": " (nothing is recorded)", "ar": " (لا شيء مسجل)"}


def apart(question: str) -> bool:
    """Whether it is plain that a question asks twice: "who wrote X and who published it"."""
    said = [normalize(word).strip(_PUNCTUATION) for word in question.split()]
    attached = any(word[:1] == "و" and word[1:] in _PLAINLY for word in said[2:])
    return (
        bool(said)
        and said[0] in _ASKS
        and (attached or any(one in _AND and other in _PLAINLY for one, other in pairwise(said[2:])))
    )


def of_two(opened: OpenStore, question: str, language: str, ask: Ask) -> AnswerSet | None:
    """The answers to both parts of a question; None where it has not two, or one of them is not understood."""
    for first, second, alone in _parts(opened, question.split()):
        left = ask(first)
        if not _good(left):
            continue
        if alone:
            right = ask(second)
            if _good(right) and _fits(second, right):
                return _both(question, language, left, right.reading, right.sparql, right.answers)
            if right.status == NOT_IN_GRAPH and not _WHY & {*normalize(second).split()[:1]}:
                return _both(question, language, left, right.reading + _NOTHING[language], right.sparql, ())
            continue
        found: tuple[str, ...] = ()
        asked = {e for element in link(opened, first).elements for e in element.entities}
        for things in _antecedents(opened, first, left):
            if found and _broadest(opened, found) == _broadest(opened, things):
                continue  # of the mission found first more is not known, and the one named is not meant
            found = found or things
            told = _of_each(opened, things, second, ask)
            if told and not all(a.id in asked for _, given in told for a in given.answers):
                reading, query = told[0][1].reading, told[0][1].sparql
                return _both(question, language, left, reading, query, _joined(left, told))
    return None


def as_one(opened: OpenStore, question: str) -> str:
    """Two sentences as one question: "X belongs to a committee. Where is that committee based?"; "" for any other.

    The thing that the statement does not name stands in the question with all that was said of it.
    """
    first, stop, second = question.strip().partition(". ")
    typed, asked = first.split(), second.split()
    if not stop or ". " in second or not 2 < len(typed) < 14 or len(asked) < 3:
        return ""
    types = opened.names.meta("lexicon")["types"]
    said = [normalize(word).strip(_PUNCTUATION) for word in typed]
    again = [normalize(word).strip(_PUNCTUATION) for word in asked]
    arabic = is_arabic(first)
    for at, word in enumerate(again):
        kind = stem(word)
        if kind not in types or not (arabic or (at and again[at - 1] in _SAME)):
            continue
        if arabic and not (at and again[at - 1] in _SAME_AR):
            continue
        noun = next((n for n, told in enumerate(said) if stem(told) == kind), None)
        if noun is None or not (arabic or (noun and said[noun - 1] in _ONE_OF)):
            continue
        rest = typed[:noun] + typed[noun + 1 :] if arabic else typed[: noun - 1] + typed[noun + 1 :]
        that = (["التي"] if word.endswith("ه") else ["الذي"]) if arabic else ["that"]
        if arabic and normalize(rest[-1]) in _HELD:
            by = _HELD[normalize(rest[-1])] + ("ها" if word.endswith("ه") else "ه")
            rest = [rest[0], by, *rest[1:-1]]
        told = [asked[at].rstrip(_PUNCTUATION), *that, *rest]
        tail = asked[at + 1 :]
        return " ".join([*asked[: at - 1], *([] if arabic else ["the"]), *told, *tail])
    return ""


_SAME = frozenset("that this the those these such".split())
_SAME_AR = frozenset("تلك هذه ذلك هذا".split())
_HELD = {"الي": "إلي", "في": "في", "علي": "علي", "من": "من", "عن": "عن", "ل": "ل", "ب": "ب", "مع": "مع"}
"""Arabic prepositions as they stand before a pronoun."""
_ONE_OF = frozenset("a an one some several certain".split())


def _parts(opened: OpenStore, typed: list[str]) -> Iterator[tuple[str, str, bool]]:
    """The first question, the second one, and whether that says all by itself."""
    said = [normalize(word).strip(_PUNCTUATION) for word in typed]
    for at in range(1, len(typed)):
        begin = at + 1 if said[at] in _AND else at
        attached = said[at].startswith("و") and len(said[at]) > 1
        apart = typed[at - 1][-1] in ",،;؛?؟" or said[at] in _AND or attached
        words = said[begin:]
        typed_rest = typed[begin:]
        if attached and begin == at:
            words = [words[0][1:], *words[1:]]
            typed_rest = [typed_rest[0][1:], *typed_rest[1:]]
        if words and words[0] in _ALSO:
            words, typed_rest = words[1:], typed_rest[1:]
        asks = next((n for n, word in enumerate(words[:2]) if word in _ASKS), -1)
        # "which states are party to X and its protocols" does not ask which protocols it has
        owned = bool(words) and words[0] in _ITS and said[at] in _AND and said[0] not in ("which", "who")
        if not owned and (not apart or asks < 0 or (asks == 1 and words[0] not in _BEFORE)):
            continue
        if set(words[asks + 1 : asks + 3]) & _OF_THEM or not words:
            continue  # "which of them" asks for some of what was found first
        left = [*typed[: at - 1], typed[at - 1].rstrip(_PUNCTUATION)]
        if not owned and at <= 2 and len(words) > asks + 2 and said[at - 1] in _ASKS:
            # "when and where was X signed": both ask of the same
            yield " ".join([*left, *typed_rest[asks + 1 :]]), " ".join(typed_rest), True
        elif not owned and len(words) == asks + 1:
            rest = _without_asking(opened, left)
            if rest:
                yield " ".join(left), " ".join([*(w.rstrip(_PUNCTUATION) for w in typed_rest), *rest]), True
        elif len(left) > 1:
            yield " ".join(left), " ".join(typed_rest), False


def _without_asking(opened: OpenStore, typed: list[str]) -> list[str]:
    """The words of a question without those that ask at its beginning: "which body", "who", "by whom"."""
    said = [normalize(word).strip(_PUNCTUATION) for word in typed]
    if said[0] in question_words.YES_NO:  # "is Egypt a member of INTERPOL and since when"
        return typed[1:] if is_arabic(said[0]) else typed
    at = 1 if said[0] in _BEFORE and said[1:2] and said[1] in _ASKS else 0
    if said[at] not in _ASKS:
        return []
    types = opened.names.meta("lexicon")["types"]
    at += 1
    while at < len(said) and stem(said[at]) in types:
        at += 1
    return typed[at:]


def _antecedents(opened: OpenStore, first: str, left: AnswerSet) -> Iterator[tuple[str, ...]]:
    """What the second question may be about: the things found first, else each that the first names or describes."""
    found = tuple(dict.fromkeys(a.id for a in left.answers if a.id and a.standing in TAKEN_AS_FACT))
    if 0 < len(found) <= _MOST:
        yield found
    named = link(opened, first).elements
    for element in named:
        if element.kind == "entity" and len(element.entities) == 1 and element.entities != found:
            yield element.entities
    claims = read_claims(opened, sorted({c for a in left.answers for c in a.claims})[:_MOST]).values()
    ends = [{e for e in (c.subject, c.object) if e and e not in found} for c in claims]
    shared = set.intersection(*ends) if ends else set()
    if len(shared) == 1:
        yield tuple(shared)


def _broadest(opened: OpenStore, things: tuple[str, ...]) -> set[str]:
    """The broadest types of those things."""
    return {[*opened.schema.ancestors(n.type)][-1] for n in opened.names.entities(things).values()}


def _of_each(opened: OpenStore, things: tuple[str, ...], second: str, ask: Ask) -> list[tuple[str, AnswerSet]]:
    """The second question of each thing, with its answer; none where it is not answered of one of them."""
    told = []
    for thing in things:
        texts = _about(opened, thing, second)
        given = next((g for text in texts if _good(g := ask(text)) and _of_it(opened, thing, g)), None)
        if given is None:
            return []
        told.append((thing, given))
    return told


def _about(opened: OpenStore, thing: str, second: str) -> Iterator[str]:
    """The second question with the thing in the place of the pronoun."""
    typed = second.rstrip(_PUNCTUATION).split()
    this = next((n for n, word in enumerate(typed[:-1]) if n and word.lower() in _SAME - {"the"}), 0)
    if this and stem(normalize(typed[this + 1])) in opened.names.meta("lexicon")["types"]:
        yield " ".join([*typed[:this], thing, *typed[this + 2 :]])
    at = next((n for n, word in enumerate(typed) if word.lower() in _ITS), -1)
    if 0 <= at < len(typed) - 1:
        asking = [] if at else ["what", "is"]
        yield " ".join([*asking, *typed[:at], "the", *typed[at + 1 :], "of", thing])
    if at != 0:
        yield f"{thing}: {second}"
    named = opened.names.entities([thing]).get(thing)
    this = next((n for n, word in enumerate(typed) if word.lower() in _IT), 0)
    if named is not None and this:
        yield " ".join([*typed[:this], named.name("en"), *typed[this + 1 :]])


def _of_it(opened: OpenStore, thing: str, given: AnswerSet) -> bool:
    """Whether a question was answered of the thing itself: not with it, and not of what is named after it."""
    taken = given.reading.partition(f"{thing} → ")[2]
    own = opened.names.entities([thing]).get(thing)
    itself = not taken or (own is not None and taken.startswith((own.name("en"), own.name("ar"))))
    return given.answers[0].id != thing and itself


def _good(given: AnswerSet) -> bool:
    return given.status == ANSWERED and bool(given.answers)


def _fits(second: str, given: AnswerSet) -> bool:
    """Whether "when" is answered by dates, and anything else not by them."""
    dates = normalize(second.split()[0]) in ("when", "متي")
    return all((a.id is None) == dates for a in given.answers) or not (dates or given.answers[0].id)


def _joined(left: AnswerSet, told: list[tuple[str, AnswerSet]]) -> tuple[Answer, ...]:
    """The second answers: a value together with the thing that was found first."""
    found = []
    for thing, given in told:
        of = next((a for a in left.answers if a.id == thing), None)
        for answer in given.answers:
            if of is None or answer.id is not None:
                found.append(answer)
                continue
            claims = tuple(dict.fromkeys((*answer.claims, *of.claims)))
            places = tuple(dict.fromkeys((*answer.citations, *of.citations)))
            whole = answer._replace(id=of.id, label=of.label, type=of.type, claims=claims, citations=places)
            found.append(whole)
    return tuple(found)


def _both(
    question: str, language: str, left: AnswerSet, reading: str, query: str, told: tuple[Answer, ...]
) -> AnswerSet:
    """One answer set of both; what was found first stands by itself only where the second answer has it not."""
    again = {a.id for a in told if a.id}
    kept = tuple(a for a in left.answers if a.id is None or a.id not in again)
    text = _TOLD[language].format(left.reading, reading)
    return AnswerSet(question, ANSWERED, text, f"{left.sparql}\n\n{query}", (*kept, *told), as_of=left.as_of)
