"""Questions for who says something, and for what one source or author says."""

from __future__ import annotations

import re

from tocgraph.questions.answering.naming import statement, things
from tocgraph.questions.grammar.parse import parse
from tocgraph.questions.linking.frames import Phrases, phrases, plain, text_of
from tocgraph.questions.linking.works import Works, voices_of, works_of
from tocgraph.questions.reading import OBJECT, SUBJECT, Condition, End, Reading
from tocgraph.questions.requests import SourceAsked
from tocgraph.questions.words import closed, question_words
from tocgraph.questions.words.openings import statements_in
from tocgraph.questions.words.token import Token
from tocgraph.questions.words.tokens import tokens_of
from tocgraph.store import OpenStore

_WORKS = (
    "(?:sources?|documents?|authors?|stud(?:y|ies)|texts?|works?|publications?|"
    "papers?|reports?|articles?|scholars?|ones?|people)"
)
_SAYS = (
    "(?:say|state|claim|argue|report|write|maintain|assert|tell|conclude|find|note|suggest|think|believe|hold|confirm|"
    "show|prove|support|mention|allege)(?:s|d|ed)?|said|wrote|told|found|held|thought|is saying"
)
_AR_WORKS = (
    "(?:ال)?(?:مصدر|مصادر|وثيقه|وثايق|دراسه|دراسات|مرجع|مراجع|مولف|مولفين|باحث|باحثين|باحثون|تقرير|تقارير|كتاب|نص|نصوص|"
    "جهه|جهات|هييه|هييات)"
)
_AR_SOURCES = "(?:ال)?(?:مصدر|مصادر|مرجع|مراجع)"
"""What a statement has; a document "of" something is that thing's own."""
_AR_SAYS = "(?:[يت](?:قول|ذكر|فيد|زعم|صرح|ري|وكد|ثبت|شير|نص|دعي|ورد)(?:ون)?|قال|ذكر|زعم|اكد|صرح|افاد|كتب)(?:ت|وا|ه)?"
_THAT = "(?: us)? that"
_CLAIM = "(?:claim|statement|fact|assertion|idea|information|view|opinion|thesis|allegation|word)s?"
_AR_CLAIM = "(?:ال)?(?:قول|معلومه|ادعاء|زعم|فكره|راي|مقوله)"

_WHO_SAYS = phrases(
    f"(?:who|whose|which|what)(?: of)?(?: the)?(?: {_WORKS})? (?:do |does |did |has |have |actually |explicitly )*"
    f"(?:{_SAYS}){_THAT}",
    f"(?:who|which {_WORKS}|what {_WORKS}) (?:says?|said|claims?|claimed|states?|stated|argues?|argued)",
    f"(?:(?:according to|based on) (?:which|what|whom|whose)(?: of the)?(?: {_WORKS})?"
    f"|(?:from|in) (?:which|what) {_WORKS})"
    "(?: (?:is it|does it say|do we know|was it|it is)(?: said| stated| known| written)?)?(?: that)?",
    f"(?:what|which|where)(?: is| are| s)? (?:the |your )*"
    "(?:sources?|evidence|references?|citations?|proofs?|authority) "
    f"(?:for|behind|that|saying|to the effect)(?: the)?(?: {_CLAIM})?(?: that| for)?",
    f"(?:what|which|who|where)(?: is| are| s)? (?:the |your )*(?:sources?|references?) of"
    f"(?: the)?(?: {_CLAIM})?(?: that)?",
    f"(?:the )?sources? (?:for|of) the {_CLAIM}(?: that)?",
    "where (?:does it say|is it (?:said|stated|written|recorded|claimed)|"
    "do (?:you|we) (?:have|get|know)(?: it| this)?(?: from)?) ?that",
    "how do (?:we|you) know(?: that)?",
    "on (?:whose|what|which) (?:authority|evidence|say so)(?: is it| do you)?"
    "(?: said| claimed| say| stated)?(?: that)?",
    f"(?:what|which) (?:evidence|sources?) (?:is there|are there|supports?|do you have|backs?(?: up)?)"
    f"(?: for| the| {_CLAIM}| that)*",
    "(?:من )?(?:هو )?(?:ال)?قايل(?:ون|ين)?(?: ب?ان)?", f"من (?:الذي |هو الذي )?(?:{_AR_SAYS})(?: ب?ان)?",
    f"(?:ب?حسب|وفق|وفقا|طبقا|استنادا|نقلا)(?: الي| عن)? (?:لاي|لايه|لمن|اي|ايه|من|ما)(?: {_AR_WORKS})?",
    f"(?:استنادا|بناء) (?:الي|علي) (?:اي|ايه) {_AR_WORKS}",
    f"(?:اي|ايه|ما|ما هي)(?: من)? {_AR_WORKS}(?: التي| الذي| الذين)? (?:{_AR_SAYS})(?: فيها?)?(?: ب?ان)?",
    f"(?:ما|ما هو|ما هي|اين|اي) (?:{_AR_SOURCES}|دليل|الدليل|برهان)(?: علي| ل)?(?: {_AR_CLAIM})?(?: ب?ان| علي ان)?",
    f"(?:في|من) (?:اي|ايه) {_AR_WORKS} (?:ورد|جاء|ذكر)(?: ان)?", "كيف (?:نعرف|تعرف|تعرفون)(?: ان)?",
)  # fmt: skip
_OF = Phrases(f"^(?:.* (?:source|reference)s? of(?: the)?|(?:ما|ما هو|ما هي|اين|اي) {_AR_SOURCES})$")
"""The source of something may be that of a thing, such as drugs; only of a statement is it a document."""

_BY = phrases(
    "according to", "(?:in|from) the (?:view|opinion|words|eyes|perspective|account) of", "as per", "as told by",
    "(?:ب?حسب|وفق|طبق)(?: ما (?:جاء|ورد|يقول(?:ه)?|ذكر(?:ه|ت)?))?(?: في| به)?",
    "وفقا (?:ل|لما (?:جاء|ورد|ذكره|يقوله)(?: في)?)",
    "وفقا", "(?:في|ب)? ?راي", "استنادا الي", "نقلا عن",
)  # fmt: skip
_SAYS_WHAT = Phrases(
    rf"^(?:what|which things) (?:do|does|did|has|have) (?P<name>.+?) (?:{_SAYS}|(?:have|has|got) to say)(?: us)?"
    r"(?: (?P<about>about|on|of|regarding|concerning|as to))?(?: (?P<rest>.+))?$"
)
_SAYS_WHAT_AR = Phrases(
    rf"^(?:ماذا|ما الذي|ما) (?:{_AR_SAYS}|(?:جاء(?:ت به)?|ورد|[يت]رد|[يت]جي) في|تقوله|يقوله|ذكرته|"
    r"(?:[يت]?تضمن(?:ت)?|[يت]حتوي|احتوت?)(?:ه)?)(?P<name>(?: \S+)+?)"
    r" (?P<about>عن|حول|بشان|في شان|بخصوص|من|ازاء|فيما يتعلق ب|فيما يخص) (?P<rest>.+)$"
)
_STANDS_IN = Phrases(
    r"^what (?:appears|stands|features|is (?:there|written|contained|found|included)) in(?P<name>(?: \S+)+?)"
    r" (?P<about>about|on|of|regarding|concerning|as to) (?P<rest>.+)$"
)
_VIEWS = "(?:views?|positions?|opinions?|stance|take|statements?|remarks?|account|thoughts?|findings?|conclusions?)"
_VIEW = Phrases(
    rf"^what(?: is| are| was| were| s|) (?:the |their |)(?:{_VIEWS} (?:of|in|by)(?P<name>(?: \S+)+?)"
    rf"|(?P<owner>\S+(?: \S+)*?)(?: s)? {_VIEWS}) (?P<about>on|about|of|regarding|concerning|towards?) (?P<rest>.+)$"
)
_VIEW_AR = Phrases(
    r"^(?:ما|ما هو|ما هي) (?:راي|موقف|وجهه نظر|نظره)(?P<name>(?: \S+)+?)"
    r" (?P<about>في|من|عن|حول|بشان|بخصوص|ازاء|تجاه) (?P<rest>.+)$"
)
_ON_A_TOPIC = (_SAYS_WHAT, _SAYS_WHAT_AR, _STANDS_IN, _VIEW, _VIEW_AR)
_SAY, _ABOUT = "say", "about"
"""The words by which the schema is asked for its relation types of saying and of being about."""
_OPENERS = question_words.YES_NO | {phrase[0] for phrase in question_words.WH_PHRASES} | {"why", "لماذا", "list", "من"}


_WHO_WROTE = re.compile("(?:who|مين|من) (?:wrote|authored|(?:كتب|الف)(?:ت|وا)?) (?!that |ان |انه |about |عن |حول )")


_ASKED_FOR = re.compile(
    "(?:in |to |by |under |with )?(?:which|what) (?:states?|articles?) (?:does|do|did|has|have|is|are) (?!it )"
)
"""States and articles that are asked for: nobody states anything there."""


def source_asked(opened: OpenStore, question: str) -> SourceAsked | None:
    """What a question wants of the sources of a statement, or of what one source says; None for anything else."""
    said = plain(question)
    tokens = tokens_of(opened, question)
    frames = (_WHO_SAYS, _BY, *_ON_A_TOPIC)
    if _WHO_WROTE.match(said) or _ASKED_FOR.match(said):
        return None  # "who wrote the study that cites X" asks for its author
    if not any(frame.search(said) for frame in frames) and not statements_in(tokens):
        return None
    return _who_says(opened, tokens) or _according(opened, tokens) or _says_what(opened, tokens)


def _joined(tokens: list[Token]) -> tuple[str, dict[int, int]]:
    """The words of the tokens as one text, and the number of the token that begins at each place in it."""
    said, starts = "", {}
    for n, token in enumerate(tokens):
        starts[len(said)] = n
        said += token.word + " "
    return said.rstrip(), {**starts, len(said): len(tokens)}


def _who_says(opened: OpenStore, tokens: list[Token]) -> SourceAsked | None:
    for rest, that in statements_in(tokens):
        readings = _readings(opened, rest, _STATEMENTS if that else ("whether",))
        if readings:
            return SourceAsked(tuple(readings))
    said, starts = _joined(tokens)
    for match in _WHO_SAYS.finditer(said):
        first, last = starts[match.start()], starts[match.end() + 1]
        rest = tokens[:first] + tokens[last:] if first and last == len(tokens) else tokens[last:]
        opening = {t.word for t in tokens[:first]} if last < len(tokens) else set()
        if not rest or not opening <= closed.FUNCTION | {"and", "so"}:
            continue
        readings = _readings(opened, rest)
        if _OF.search(match[0]):
            readings = [r for r in readings if r.kind in ("whether", "value", "dates")]
        if readings:
            return SourceAsked(tuple(readings))
    return None


_STATEMENTS = ("whether", "things", "value", "dates", "count")


def _readings(opened: OpenStore, tokens: list[Token], kinds: tuple[str, ...] = _STATEMENTS) -> list[Reading]:
    """The readings of a clause that says something: more than a name or a type."""
    linked = statement(opened, text_of(tokens))
    if linked.unused or not linked.covers:
        return []
    found = parse(opened, linked)
    return [r for r in found if r.kind in kinds and (r.kind in ("about", "between") or _says(r.conditions))]


def _says(conditions: tuple[Condition, ...]) -> bool:
    return any(c.relations or c.either for c in conditions)


def _according(opened: OpenStore, tokens: list[Token]) -> SourceAsked | None:
    """What the one named behind or before the rest of the question says."""
    said, starts = _joined(tokens)
    for match in _BY.finditer(said):
        first, last = starts[match.start()], starts[match.end() + 1]
        if first:
            splits = [(tokens[last:], tokens[:first])]
            between = [n for n in range(last, len(tokens)) if tokens[n].comma]
            splits += [(tokens[last : n + 1], tokens[:first] + tokens[n + 1 :]) for n in between]
        else:
            ends = [n + 1 for n in range(last, len(tokens) - 1) if tokens[n].comma]
            ends += [n for n in range(last + 1, len(tokens)) if tokens[n].word in _OPENERS]
            splits = [(tokens[last:n], tokens[n:]) for n in ends]
        for name, rest in splits:
            works = _whose(opened, name) if name and rest else None
            found = _asked(works, _readings(opened, rest, (*_STATEMENTS, "about", "between")) if works else [])
            if found is not None:
                return found
    return None


def _says_what(opened: OpenStore, tokens: list[Token]) -> SourceAsked | None:
    """What somebody says about a thing, or what somebody says does something."""
    said, starts = _joined(tokens)
    match = next((m for frame in _ON_A_TOPIC if (m := frame.search(said))), None)
    if match is None or not match["rest"]:
        return None
    group = "owner" if match.groupdict().get("owner") else "name"
    begins = match.start(group) + match[group].startswith(" ")
    works = _whose(opened, tokens[starts[begins] : starts[match.end(group) + 1]])
    if works is None:
        return None
    rest = tokens[starts[match.start("rest")] :]
    if not match["about"]:
        ask = Token("what", "what", "what")
        return _asked(works, _readings(opened, [ask, *[t for t in rest if t.word != "that"]]))
    named = things(opened, text_of(rest))
    if named and not named.types and not named.relations and not named.date and len(named.entities) == 1:
        told = [(e, named.guesses([e])) for e in named.entities[0]]
        readings = (
            [_on(opened, e)._replace(guesses=g) for e, g in told] if _on(opened, told[0][0]).asked.conditions else []
        )
        readings += [Reading("about", about=(e,), guesses=g) for e, g in told]
        return _asked(works, readings, topic=True)
    return _asked(works, _readings(opened, rest))


def _whose(opened: OpenStore, name: list[Token]) -> Works | None:
    while len(name) > 2 and name[0].word in ("the", "all"):
        name = name[1:]
    if len(name) > 2 and name[0].word.removeprefix("ال") in _TOLD and name[1].word in _OF_WHOM:
        name = name[2:]  # "the findings of the study say"
    return voices_of(opened, text_of(name)) or _speakers_at(opened, name) or works_of(opened, text_of(name))


def _speakers_at(opened: OpenStore, name: list[Token]) -> Works | None:
    """Those who spoke at one meeting: what its document says that they said."""
    at = next((n for n in range(1, len(name) - 1) if name[n].word in _AT), 0)
    voices = voices_of(opened, text_of(name[:at])) if at else None
    works = works_of(opened, text_of(name[at + 1 :])) if voices else None
    return works._replace(voices=voices.voices) if voices and works else None


_TOLD = closed.closed_set(
    "finding findings result results conclusion conclusions recommendation recommendations statement statements text "
    "نتائج نتايج استنتاجات خلاصات توصيات نص"
)
_OF_WHOM = frozenset("of in from by في من".split())
_AT = frozenset("at in of from during before في من ب خلال امام".split())


def _on(opened: OpenStore, entity: str) -> Reading:
    """Whatever is said by anything and is about that; the words of the schema for saying and for being about."""
    lexicon = opened.names.meta("lexicon")["relations"]
    said = tuple(dict.fromkeys(r for r, left, right, _ in lexicon.get(_SAY, ()) if (left, right) == (SUBJECT, OBJECT)))
    about = [r for r, left, right, _ in lexicon.get(_ABOUT, ()) if (left, right) == (SUBJECT, OBJECT)]
    by = Condition(said, OBJECT, End())
    fitting = {t for r in said for t in opened.schema.relations[r].get("to", ())}
    about = [r for r in about if fitting & set(opened.schema.relations[r]["from"])]
    if not said or not about:
        return Reading("things")
    return Reading("things", End(conditions=(by, Condition(tuple(about), SUBJECT, End(entities=(entity,))))))


def _asked(works: Works | None, readings: list[Reading], topic: bool = False) -> SourceAsked | None:
    if works is None or not readings:
        return None
    topic = topic or readings[0].kind == "about"
    readings = [r._replace(sources=works.sources) for r in readings if works.sources or r.kind != "count"]
    if not readings:
        return None
    holders = () if works.sources else works.documents
    return SourceAsked(tuple(readings), works.sources, holders, topic, voices=works.voices)
