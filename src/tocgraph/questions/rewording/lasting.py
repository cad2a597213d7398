"""How long something lasted, and which thing lasted longest, in plain words: "the longest-running mission".

A superlative of time is brought before what it ranks, without the verb or the noun that only says that time is meant;
"for how many years did X operate" asks how long X lasted.
"""

from __future__ import annotations

from tocgraph.questions.words import question_words
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.text import AUXILIARIES, is_arabic, stem

LASTS = frozenset(
    "last lasts lasted lasting run runs ran running operate operates operated operating exist exists existed existing "
    "live lives lived living endure endured enduring survive survived surviving serve served serving stand standing "
    "existence operation active going around place service "
    "استمر استمرت يستمر تستمر دام دامت يدوم تدوم بقي بقيت بقت ظل ظلت عمل عملت عمر عمرت مكث مكثت امتد امتدت".split()
)
"""Words that say that something goes on."""
_LONGEST = frozenset("longest shortest اطول الاطول اقصر الاقصر".split())
_OLDEST = frozenset("oldest newest youngest earliest latest اقدم الاقدم احدث الاحدث اول اكبر اصغر".split())
_MEASURES = frozenset(
    "duration lifespan lifetime life existence mandate time period run age "
    "مده عمرا زمنا زمنيا بقاء استمرارا وقتا فتره وقت زمن دواما اجلا ولايه عهدا تاريخا سنا وقت المده الفتره عمر".split()
)
"""Nouns by which it is told how long something lasts, or how old it is."""
_AGES = frozenset("عهدا تاريخا سنا عمرا زمنا نشاه تاسيسا انشاء ميلادا ظهورا قياما".split())
"""Behind a superlative of age these say that the age of the thing itself is meant."""
_BEFORE_MEASURES = frozenset("in by of for the had has have having enjoyed with ran was is ل في من حيث ذات لها".split())
_SPANS = frozenset("years months days weeks سنه عاما شهرا يوما سنوات اعوام اشهر".split())
_DURATION = frozenset("duration length lifespan lifetime مده فتره المده".split())
_OF_DURATION = frozenset("of the existence mandate operation life ولايه عمل بقاء وجود مهمه استمرار عمر".split())
WORDS = _LONGEST | _MEASURES | _SPANS | _DURATION | (LASTS - {"place", "service", "around", "going"})
"""Words of questions of time, which are right as they are typed."""
_UNTIL_END = {"en": "last", "ar": "استمرت"}


def spans_plainly(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with a superlative or a question of time put plainly; any others as they are."""
    return _how_long(opened, _longest(opened, _aged(tokens)))


def _aged(tokens: list[Token]) -> list[Token]:
    """The words without the measure behind a superlative of age: "أقدم عهدا"."""
    said = [t.word for t in tokens]
    if _OLDEST.isdisjoint(said) or not is_arabic(" ".join(said)):
        return tokens
    kept = [t for n, t in enumerate(tokens) if not (n and t.word in _AGES and not t.definite)]
    return kept if len(kept) > 1 else tokens


def _longest(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with the superlative before the kind of thing that it ranks: "which mission lasted longest"."""
    at = next((n for n, t in enumerate(tokens) if t.word in _LONGEST), None)
    kinds = [n for n, t in enumerate(tokens) if t.stem in opened.names.meta("lexicon")["types"]]
    kinds = [n for n in kinds if tokens[n].word not in _MEASURES | LASTS]
    if at is None or not kinds:
        return tokens
    drop = {at}
    for side in (1, -1):
        n = at + side
        while 0 <= n < len(tokens) and n not in kinds and (_goes_on(tokens[n]) or tokens[n].word in _BEFORE_MEASURES):
            drop.add(n)
            n += side
    ends = {n for n, t in enumerate(tokens) if n > kinds[0] and t.word in _MEASURES and not t.definite}
    if at < kinds[0]:
        drop = {n for n in drop if n >= at} | {n for n in ends if n == len(tokens) - 1}
        last = len(tokens) - 1
        if last > kinds[-1] and is_arabic(tokens[last].word) and tokens[last].word in LASTS:  # "أطول بعثة استمرت"
            drop |= {n for n in range(last - 1, last + 1) if n == last or tokens[n].word in ("التي", "الذي")}
        return [*tokens[:at], tokens[at], *(t for n, t in enumerate(tokens) if n > at and n not in drop)]
    rest = [t for n, t in enumerate(tokens) if n not in drop]
    asking = {phrase[0] for phrase in question_words.WH_PHRASES} | AUXILIARIES
    first = next((n for n, t in enumerate(rest) if t.word not in asking), 0)
    arabic = is_arabic(tokens[at].word)
    plain = [t._replace(definite=False) if arabic else t for t in rest[first:]]
    if arabic and plain and plain[-1].word in ("التي", "الذي"):
        plain = plain[:-1]
    return [*rest[:first], tokens[at]._replace(definite=False, comma=False), *plain]


def _goes_on(token: Token) -> bool:
    return token.word in LASTS | _MEASURES or token.word in AUXILIARIES


def _how_long(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with "how long did X last" for "for how many years did X operate", "the duration of X"."""
    said = [t.word for t in tokens]
    arabic = is_arabic(" ".join(said))
    begin = _asked(said)
    if begin:
        goes = [n for n in range(begin, len(said)) if said[n] in LASTS]
        last = goes[-1] if goes else 0
        ends = bool(goes) and (arabic or last == len(said) - 1)
        if not ends:
            return tokens
        kept = [t for n, t in enumerate(tokens[begin:], begin) if n not in goes and (arabic or said[n] != "in")]
    else:
        begin = next((n for n, w in enumerate(said[:5]) if w in _DURATION), -1) + 1
        plain = {phrase[0] for phrase in question_words.WH_PHRASES} | AUXILIARIES | {"هي", "هو", "the"}
        if not begin or any(w not in plain for w in said[: begin - 1]):
            return tokens
        while begin < len(said) and said[begin] in _OF_DURATION:
            begin += 1
        kept = tokens[begin:]
    if not kept:
        return tokens
    tongue = "ar" if arabic else "en"
    verb = Token(_UNTIL_END[tongue], _UNTIL_END[tongue], stem(_UNTIL_END[tongue]))
    asks = [Token(w, w, stem(w)) for w in (("كم", "المده") if arabic else ("how", "long"))]
    return [*asks, verb, *kept] if arabic else [*asks, *kept, verb]


def _asked(said: list[str]) -> int:
    """Where the words end that ask how long; 0 where none do."""
    for start in (0, 1):
        if said[start : start + 2] == ["how", "long"]:
            return start + 2
        if said[start : start + 2] in (["how", "many"], ["how", "much"]) and said[start + 2 : start + 3]:
            return start + 3 if said[start + 2] in _SPANS | {"time"} else 0
    if said[:1] == ["كم"] and len(said) > 2:
        if said[1] in LASTS:
            return 1
        for unit in (2, 3):
            if said[unit - 1] in _SPANS | {"الوقت", "الزمن", "وقت", "المده", "مده"}:
                return unit
    return 0
