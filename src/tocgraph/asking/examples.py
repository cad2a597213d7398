"""Questions that the data at hand answers, by family: what can be asked, shown by asking it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tocgraph.answers import ANSWERED, AnswerSet, Table
from tocgraph.asking import ask
from tocgraph.asking.templates import FAMILIES, TEMPLATES, Template
from tocgraph.errors import UnknownIdError
from tocgraph.reports.shortnames import short_names
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic, key, nearest

COLUMNS = ("family", "asked", "example")

MOST = 3
"""So many examples of each family."""
_TRIED = 6
"""So many fillings of a pattern are tried before the pattern is given up."""
_LONGEST = 60
"""A name of more characters makes no example that one would type."""

_GAP = re.compile(r"\{(\w)(?:\.(typo))?\}")
_PREFIX = re.compile(r"(?<!\w)[لبو] (?:ال)?")
_JOINED = {"ل ال": "لل", "ب ال": "بال", "و ال": "وال"}
_QUERY = """SELECT {gaps} (COUNT(*) AS ?much) WHERE {{ {where} }}
GROUP BY {gaps}
ORDER BY DESC(?much) {gaps}
LIMIT {most}"""

_WITH_ARTICLE = frozenset(
    "agency agreement association bank centre charter code commission committee community conference congress "
    "constitution convention council court emirates force group initiative kingdom league mechanism meeting mission "
    "nations network office operation organisation organization programme protocol regime republic secretariat states "
    "statute study thesis treaty union unit".split()
)
"""Names with such a word mostly come with an article in English."""


def examples(
    opened: OpenStore,
    family: str | None = None,
    language: str = "en",
    notify: Callable[[str, float], None] = lambda step, share: None,
) -> AnswerSet:
    """Up to three questions of each family that are answered, with citations, from the data at hand.

    Args:
        opened: The store to ask (see `open_store`).
        family: The id of a family or its name in English or Arabic; None for all of them.
        language: Of the questions, "en" or "ar".
        notify: Told of each family before it is asked for, with the share done (0 to 1).

    Raises:
        UnknownIdError: there is no such family.
        StoreError: the store or the endpoint failed.
    """
    wanted = list(FAMILIES) if family is None else [_family(family)]
    rows = []
    for place, name in enumerate(wanted):
        notify(name, place / len(wanted))
        label = FAMILIES[name][language == "ar"]
        rows += [(name, label, question) for question in _of_family(opened, name, language)]
    notify("", 1.0)
    reading = "ما يمكن السؤال عنه، بأمثلة تجيب عنها البيانات" if language == "ar" else "what can be asked, by family"
    return AnswerSet(question="questions", reading=reading, table=Table(COLUMNS, tuple(rows)), complete="yes")


def _family(text: str) -> str:
    if text in FAMILIES:
        return text
    wanted = key(text)
    for identifier, names in FAMILIES.items():
        if any(wanted == key(name) for name in names):
            return identifier
    raise UnknownIdError("family of questions", text, nearest(text, FAMILIES) or list(FAMILIES))


def _of_family(opened: OpenStore, family: str, language: str) -> list[str]:
    """One question of each pattern first, then more of the same patterns until there are enough."""
    found: list[str] = []
    used: set[str] = set()
    waiting = [_questions(opened, template, language, used) for template in TEMPLATES[family]]
    while waiting and len(found) < MOST:
        left = []
        for questions in waiting:
            good = next((q for q in questions if q not in found and _answered(opened, q, language)), None)
            if good is not None:
                found.append(good)
                left.append(questions)
            if len(found) == MOST:
                break
        waiting = left
    return found


def _answered(opened: OpenStore, question: str, language: str) -> bool:
    """Whether there is an answer to it that cites something."""
    given = ask(opened, question, language)
    return given.status == ANSWERED and any(answer.citations for answer in given.answers)


def _questions(opened: OpenStore, template: Template, language: str, used: set[str]) -> Iterator[str]:
    """The pattern filled in several ways; first with things that no other question of the family names."""
    text = template.ar if language == "ar" else template.en
    gaps = list(dict.fromkeys(gap for gap, _ in _GAP.findall(text)))
    variables = " ".join(f"?{gap}" for gap in gaps)
    header = opened.vocabulary.header("id", "rdf", "skos", "toc")
    if not gaps:
        if opened.store.ask(f"{header}ASK {{ {template.where} }}"):
            yield text
        return
    rows = opened.store.select(header + _QUERY.format(gaps=variables, where=template.where, most=_TRIED)).rows
    # An engine may give a group of no solutions as one row without its keys (SPARQL 1.1, 18.5).
    filled = [{gap: _filling(opened, row[gap].kind, row[gap].value) for gap in gaps} for row in rows if gaps[0] in row]
    named = opened.names.entities({value for one in filled for value in one.values()})
    short = short_names(opened, list(named.values()))
    while filled:
        best = min(filled, key=lambda one: sum(value in used for value in one.values()))
        filled.remove(best)
        if any(value in named and not _fits(short[value][language], language) for value in best.values()):
            continue
        used.update(best.values())
        names = {gap: _name(opened, value, short, language, bare=text.startswith("{")) for gap, value in best.items()}
        yield _sentence(_GAP.sub(lambda gap, names=names: _typed(names[gap[1]], bool(gap[2])), text))  # type: ignore[misc]


def _filling(opened: OpenStore, kind: str, value: str) -> str:
    return opened.vocabulary.local(value) if kind == "iri" else value


def _fits(name: str, language: str) -> bool:
    """Whether a name is short enough, and in the language of the question unless it is an acronym."""
    return len(name) <= _LONGEST and (language == "en" or is_arabic(name))


def _name(opened: OpenStore, value: str, short: dict[str, dict[str, str]], language: str, bare: bool) -> str:
    """A thing as one writes it within a sentence; `bare` leaves it as it is."""
    if value not in short:
        return value
    name = short[value][language]
    if language == "ar" or bare:
        return name
    words = name.split()
    named = opened.names.entity(value)
    if named is not None and _under(opened, named.type, "concept"):
        capitals = [word for word in words if word[:1].isupper()]
        return name[:1].lower() + name[1:] if capitals == words[:1] and not name[1:2].isupper() else name
    with_article = len(words) > 1 and not {w.casefold() for w in words}.isdisjoint(_WITH_ARTICLE)
    return f"the {name}" if with_article and words[0].casefold() != "the" else name


def _under(opened: OpenStore, entity_type: str, wider: str) -> bool:
    """Whether a type is another one or lies below it."""
    current: str | None = entity_type
    while current is not None and current != wider:
        current = opened.schema.types.get(current, {}).get("broader")
    return current is not None


def _typed(name: str, wrong: bool) -> str:
    """The name; if wanted, with the third last letter of its longest word lost, as by a slip of the hand."""
    if not wrong:
        return name
    longest = max(name.split(), key=len)
    return name.replace(longest, longest[:-3] + longest[-2:], 1) if len(longest) > 5 else name


def _sentence(text: str) -> str:
    """A word of one letter joins the word after it in Arabic writing."""
    return _PREFIX.sub(lambda m: _JOINED.get(m[0], m[0].replace(" ", "")), text)
