"""What is so of just one of two things: "party to only one of UNTOC and UNCAC", "joined either X or Y but not both".

Each thing without the other one is asked for by itself; an answer is what either of the two questions finds.
"""

from __future__ import annotations

import re

from tocgraph.answers import ANSWERED, NOT_IN_GRAPH, NOT_UNDERSTOOD, Answer, AnswerSet, Ask
from tocgraph.questions.words import question_words
from tocgraph.text import is_arabic, normalize

_FIRST = "(?P<before>.*?)"
_ENDING = r"[\s?؟!.]*$"
_PATTERNS = tuple(
    re.compile(f"^{pattern}{_ENDING}", re.IGNORECASE | re.DOTALL)
    for pattern in (
        _FIRST
        + r"\b(?:only|exactly|just|precisely)\s+(?:to\s+|of\s+|in\s+)?one(?:\s+but\s+not\s+both)?\s+(?:out\s+)?of"
        r"(?:\s+the\s+two)?(?:\s+(?:treaties|conventions|texts|instruments|bodies|organi[sz]ations))?\s*[:,]?\s+"
        r"(?P<one>\S.*?)\s+(?:and|or)\s+(?P<other>\S.*?)(?:,?\s+(?:but|and)\s+not\s+(?:\w+\s+)?(?:both|the\s+other))?",
        _FIRST + r"\beither\s+(?P<to>(?:to|of|in|by|for)\s+)?(?P<one>\S.*?),?\s+or\s+(?:(?:to|of|in|by|for)\s+)?"
        r"(?P<other>\S.*?),?\s+(?:but|and|though|yet)\s+not\s+(?:\w+\s+)?both(?:\s+of\s+them)?",
        r"(?P<before>.*?\b(?:of|to|in|by|joined|ratified|signed))\s+(?P<one>(?:the\s+)?[A-Z](?:(?!\s(?:are|is|has|have|who|that"
        r"|which)\s).)*?)\s+or\s+(?:(?:to|of|in|by)\s+)?(?P<other>\S.*?),?\s+(?:but|and|though|yet)\s+not\s+(?:\w+\s+)?"
        r"both(?:\s+of\s+them)?",
        _FIRST + r"\bone\s+of\s+(?P<one>\S.*?)\s+(?:and|or)\s+(?P<other>\S.*?),?\s+(?:but|and)\s+not\s+(?:\w+\s+)?"
        r"(?:both|the\s+other)(?:\s+one)?",
        _FIRST + r"(?:(?:اتفاقية|معاهدة|منظمة|صك|هيئة)\s+)?(?:واحدة|واحد|إحدى|احدى|أحد)\s+فقط\s+من\s+(?:بين\s+)?"
        r"(?P<one>\S.*?)\s+(?:و\s*|أو\s+|او\s+)(?P<other>\S.*?)",
        _FIRST + r"(?:إما\s+|اما\s+)(?P<to>(?:في|إلى|الى|على)\s+)?(?P<one>\S.*?)\s+(?:أو|او|وإما|واما)\s+"
        r"(?:(?:في|إلى|الى|على)\s+)?(?P<other>\S.*?)،?\s+(?:(?:وليس|لا|دون|ولكن ليس|لكن ليس)\s+(?:في\s+|إلى\s+|على\s+)?"
        r"(?:كل[ايت]+هما|الاثنت?ين|الأخرى|الآخر))",
    )
)
_DUAL = ("اتفاقيتي", "معاهدتي", "بروتوكولي", "منظمتي")
_HEADS = {"conventions": "Convention", "treaties": "Treaty", "protocols": "Protocol", "agreements": "Agreement"}
"""Words in the plural that belong to both names: "one of the Budapest and Malabo conventions"."""
_WORDS = {
    "en": ("just one of two: {}; {}", "what is so of just one of two things"),
    "ar": ("واحد فقط من اثنين: {}؛ {}", "ما يصدق على واحد فقط من اثنين"),
}


def only_one(question: str, language: str, ask: Ask) -> AnswerSet | None:
    """The answer to such a question, or its refusal where one of the two is not understood; None for any other."""
    both = _two(question)
    if both is None:
        return None
    told, refused = _WORDS[language]
    several = any(mark in text for mark in ",،" for text in both)
    if several or normalize(question.split()[0]) in question_words.YES_NO:
        return AnswerSet(question, NOT_UNDERSTOOD, refused)
    found = [ask(text) for text in both]
    if any(f.status not in (ANSWERED, NOT_IN_GRAPH) for f in found):
        return AnswerSet(question, NOT_UNDERSTOOD, refused, suggestions=both)
    reading = told.format(*(f.reading for f in found))
    query = "\n\n".join(f.sparql for f in found if f.sparql)
    answered = [f for f in found if f.status == ANSWERED]
    complete = "yes" if all(f.status == ANSWERED and f.complete == "yes" for f in found) else "unknown"
    complete = "no" if any(f.complete == "no" for f in found) else complete
    status = ANSWERED if answered else NOT_IN_GRAPH
    return AnswerSet(question, status, reading, query, _joined(found), complete=complete, as_of=found[0].as_of)


def _two(question: str) -> tuple[str, str] | None:
    """The question of either thing without the other."""
    for pattern in _PATTERNS:
        match = pattern.match(question.strip())
        if match is None:
            continue
        arabic = is_arabic(question)
        to = (match.groupdict().get("to") or "").strip()
        one, other = _names(match["one"], match["other"])
        before = " ".join((match["before"].strip(), to)).strip()
        without = "دون" if arabic else "but not"
        if before:
            return f"{before} {one} {without} {other}", f"{before} {other} {without} {one}"
    return None


def _names(one: str, other: str) -> tuple[str, str]:
    """The two names, each with the word for what it is where that was said once for both."""
    last = other.split()[-1].lower()
    if last in _HEADS and len(other.split()) > 1:
        return f"{one} {_HEADS[last]}", " ".join((*other.split()[:-1], _HEADS[last]))
    first = one.split()[0]
    if first in _DUAL and len(one.split()) > 1:
        head = f"{first[:-2]}ة" if first.endswith("تي") else first[:-1]
        return " ".join((head, *one.split()[1:])), f"{head} {other}"
    return one, other


def _joined(found: list[AnswerSet]) -> tuple[Answer, ...]:
    """What either finds; numbers are added up, for nothing can be in both."""
    answers = [a for f in found for a in f.answers]
    if answers and all(a.id is None and isinstance(a.value, int) and not isinstance(a.value, bool) for a in answers):
        claims = tuple(dict.fromkeys(c for a in answers for c in a.claims))
        cited = tuple(dict.fromkeys(c for a in answers for c in a.citations))
        return (answers[0]._replace(value=sum(int(str(a.value)) for a in answers), claims=claims, citations=cited),)
    return tuple(answers)
