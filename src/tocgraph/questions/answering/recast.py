"""A question that was not answered, asked once more in another build: "X is in which city" as "in which city is X".

Each build says the same of the same things in another order, or names in its plain form who or what is asked for:
"how is X financed" asks what finances X, "when did states adopt X" when X was adopted. Tried only where nothing else
answers; the reading of the answer says what was asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tocgraph.store import OpenStore
from tocgraph.text import is_arabic, key

_BE = "(?:is|are|was|were)"
_DID = "(?:do|does|did|has|have|had|can|could|may|might|should|must)"
_STATES = (
    "(?:the )?(?:member |contracting )?(?:states|countries|governments|nations|parties|negotiators|delegates|diplomats)"
)
_WHEN = (
    "when|where|since when|from when|"
    "(?:in|on|since|from|as of) (?:what|which) (?:year|date|day|month|city|place|country)"
)
_IN_FORCE = "(?:(?:enters?|comes?) into (?:force|effect)|takes? effect|becomes? (?:effective|binding|operative))"
_FOUND_IN = (
    "(?:dealt with|laid down|set out|set forth|spelt out|provided for|called for|made \\w+|\\w+ed|found|foreseen)"
)
_SUMS = "(?:money|funds|funding|income|revenue|revenues|cash|finances|resources|means)"

_PLAIN: tuple[tuple[str, str], ...] = (
    (f"(?:{_WHEN}) {_DID} {_STATES} (?:first )?(\\w+) (.+)", "{0} was {2} {1}"),
    (f"(?:until|till|up to) when (?:did (.+) (?:exist|last|operate|run|function|work|serve)|{_BE} (.+) "
     "(?:active|operational|open|running|in operation|in place|there))", "when did {1} end"),
    (f"when {_BE} (.+) over", "when did {1} end"),
    (f"(?:what|which) (year|date) {_BE} (.+) from", "from what year is {2}"),
    ("(.{3,}) dates?", "date of {1}"),
    (f"where {_BE} (.+) in (?:force|effect)|(?:where|in (?:which|what) (?:states|countries)) {_DID} (.+) apply",
     "for which states is {1} in force"),
    (f"where {_BE} (.+) (deposited|lodged|filed)", "with whom are {1} {2}"),
    (f"what (?:{_DID} (?:{_STATES}|a state|a party) (?:have to |need to )?do|{_BE} {_STATES} "
     "(?:required|obliged|bound|supposed|asked) to do) (?:under|by) (.+)", "what does {1} require"),
    (f"(.+? (?:require|oblige|obligate|compel|bind|commit)(?:s|d)?) {_STATES} to (.+)", "{1} {2}"),
    (f"(.+?) (?:ensures?|makes? sure|sees? to it|guarantees?) that (.+) {_BE} (\\w+ed)", "{1} {3} {2}"),
    (f"where {_DID} (.+) (get|take|draw|obtain|derive|raise) (?:its |their )?({_SUMS})(?: from)?",
     "what does {1} {2} {3} from"),
    (f"how many ((?:instruments of )?(?:ratification|accession)s?) {_DID} (?:have to |need to |to )?be "
     f"(?:deposited|lodged|submitted|handed in|received) (?:before|for|until) (.+?) (?:to )?{_IN_FORCE}",
     "how many ratifications does {2} need"),
    (f"how long {_DID} (?:a|any|the) (?:state|party|country) (?:have to |need to )?wait (?:until|till|before) (.+) "
     "(?:binds|applies to|enters into force for|comes into force for|takes effect for) (?:it|that state)|"
     "how (?:many days|many months|long|soon) after (?:its )?(?:ratification|accession|deposit) is a (?:state|party) "
     "bound by (.+)", "how long after ratification does {1} bind a state"),
    ("via (which .+|what .+)", "through {1}"),
    ("after (.+), (which|what) (.+?) (?:was|were|came|is) (?:held |convened )?next", "{2} {3} came after {1}"),
    ("(.+) next (\\w+ (?:after|before) .+)", "{1} {2}"),
    ("what (?:has |have )?(?:happened|become|became) (?:to|of|with) (.+)|"
     "(?:is there )?anything (?:about|on|regarding) (.+)", "tell me about {1}"),
    ("(.{3,}),? (which|what) ([a-z-]+(?: [a-z-]+)?)", "{2} {3} deal with {1}"),
    ("((?!list|give|show|name).+ (?:treaties|agreements|conventions|missions|parties|members|recommendations)) list",
     "list {1}"),
)  # fmt: skip
"""Builds of questions by the plain ones; the number is that of the group that is filled."""
_PLAIN_AR: tuple[tuple[str, str], ...] = (
    ("(?:ما الذي|ماذا) (?:حدث|حصل|جرى) (?:ل|مع )(.+)|ما مصير (.+)", "ما هي {1}"),
    ("(?:هل من |هل هناك |هل يوجد )?شيء (?:عن|حول|بشأن) (.+)", "ما هو {1}"),
    ("(.{3,})[،,] (?:أي|ما) (.+)", "ما {2} التي تتناول {1}"),
)
_PATTERNS_AR = tuple((re.compile(pattern), plain) for pattern, plain in _PLAIN_AR)
_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), plain) for pattern, plain in _PLAIN)

_OWNED = re.compile(r"(?<=\w)(?:['’]s|s['’])(?= )")
_LAST_ASKED = re.compile(
    rf"(.+?) ({_BE}|does|did|do|has|have) (.*?)((?:(?:in|on|of|by|to|from|for|under|at|with|against) )?)"
    r"((?:which|what|whom)(?: [\w'’-]+){0,4})", re.IGNORECASE
)  # fmt: skip
_OPENS = re.compile(r"(?:who|whom|whose|what|which|when|where|why|how|in|on|of|by|to|from|for|under|at|with)\b", re.I)
_WHERE_SAID = re.compile(rf"where {_BE} (.+?) ({_FOUND_IN})(?: by law)?", re.IGNORECASE)
_HOW_DONE = re.compile(rf"how (?:{_BE} (.+?) ({_FOUND_IN})|{_DID} (.+) (\w+) (?:itself|themselves))", re.IGNORECASE)
_WHO = re.compile(r"(who|whom|by whom)\b(?! is\b| was\b| are\b| were\b)", re.IGNORECASE)
_SAYS_THAT = re.compile(r"who \w+ that\b", re.IGNORECASE)
"""What somebody says is found by what was said; a text that says it is told with it."""
_LONGEST = 6
"""The most words of the owner of something."""


def recasts(opened: OpenStore, question: str, nobody: bool) -> Iterator[str]:
    """The question in other builds, the likeliest first; `nobody` tells that no actor was found for "who"."""
    typed = " ".join(question.split()).rstrip(" ?؟.!")
    if is_arabic(typed):
        for pattern, plain in _PATTERNS_AR:
            if found := pattern.fullmatch(typed):
                yield _filled(typed, found, plain)
    if is_arabic(typed) or not typed:
        return
    for pattern, plain in _PATTERNS:
        found = pattern.fullmatch(typed)
        if found and ("{0}" not in plain or _placed_or_dated(opened, found[1])):
            yield _filled(typed, found, plain)
    asked_last = None if _OPENS.match(typed) else _LAST_ASKED.fullmatch(typed)
    if asked_last:
        thing, verb, rest, before, asks = asked_last.groups()
        yield f"{before}{asks} {verb} {thing} {rest}".strip()
    said = _WHERE_SAID.fullmatch(typed)
    if said and _told_by_texts(opened, said[2]):
        yield f"which articles {said[2]} {said[1]}"
        yield f"which instruments {said[2]} {said[1]}"
    done = _HOW_DONE.fullmatch(typed)
    if done and _not_only_by_actors(opened, done[2] or done[4]):
        yield f"what {done[2] or done[4]} {done[1] or done[3]}"
    yield from _unowned(opened, typed)
    if nobody and _WHO.match(typed) and not _SAYS_THAT.match(typed):
        yield _WHO.sub(lambda m: "by what" if m[0].casefold() == "by whom" else "what", typed, count=1)


def _filled(typed: str, found: re.Match[str], plain: str) -> str:
    """The plain build with what the question says: `{0}` is how it begins, as far as that asks for a time or place."""
    begins = re.match(rf"(?:{_WHEN})", typed, re.IGNORECASE)
    groups = [g for g in found.groups() if g]
    done = [f"{g}d" if g.endswith("e") else f"{g}ed" for g in groups] if "{0}" in plain else groups
    texts = [begins[0] if begins else "", *(d if "{0}" in plain and n == 0 else g for n, (g, d) in enumerate(
        zip(groups, done, strict=True)))]  # fmt: skip
    return plain.format(*texts)


def _unowned(opened: OpenStore, typed: str) -> Iterator[str]:
    """The question with "the N of X" for "X's N", for the longest name that stands there."""
    for mark in _OWNED.finditer(typed):
        before, behind = typed[: mark.start()], typed[mark.end() + 1 :].split()
        if mark[0][0] == "s":
            before += "s"
        said = before.split()
        for length in range(min(_LONGEST, len(said)), 0, -1):
            owner = " ".join(said[-length:])
            if not opened.names.matches([key(owner)]) or said[-length].casefold() in ("the", "is", "are"):
                continue
            first = said[:-length]
            the = "the " if first[-1:] in (["the"], ["The"]) else ""
            first = first[:-1] if the else first
            for nouns in (2, 1):
                if len(behind) < nouns:
                    continue
                noun, rest = " ".join(behind[:nouns]), " ".join(behind[nouns:])
                if _noun(opened, noun):
                    yield " ".join(f"{' '.join(first)} the {noun} of {the}{owner} {rest}".split())
                    return
            break


def _entries(opened: OpenStore, phrase: str) -> list[tuple[str, str, str, str]]:
    return list(opened.names.meta("lexicon")["relations"].get(key(phrase), ()))


def _noun(opened: OpenStore, noun: str) -> bool:
    """Whether "N of" is what something is to another."""
    return any(bool(left) != bool(right) for _, left, right, _ in _entries(opened, f"{noun} of"))


def _told_by_texts(opened: OpenStore, verb: str) -> bool:
    """Whether a verb says what provisions say, and of no thing on which day it came about."""
    entries = _entries(opened, verb)
    relations = {r: opened.schema.relations[r] for r, *_ in entries}
    if any(spec.get("value") for spec in relations.values()):
        return False
    says = {r for r, left, right, _ in entries if left == "S" and right == "O"}
    return any("provision" in relations[r]["from"] for r in says)


def _placed_or_dated(opened: OpenStore, verb: str) -> bool:
    """Whether a verb says of a thing when or where it came about: "adopt", "sign"; not "leave"."""
    told = [opened.schema.relations[r] for r, left, _, _ in _entries(opened, verb) if left == "S"]
    return any(spec.get("value") == "date" or "where" in spec.get("answers", ()) for spec in told)


def _not_only_by_actors(opened: OpenStore, verb: str) -> bool:
    """Whether what does it is no actor or need not be one: how crimes are committed is not who commits them."""
    entries = _entries(opened, verb)
    relations = {r: opened.schema.relations[r] for r, *_ in entries}
    if any(spec.get("value") for spec in relations.values()):
        return False
    does = [relations[r]["from"] for r, left, right, _ in entries if (left, right) == ("S", "O")]
    return bool(does) and all(any("actor" not in opened.schema.ancestors(t) for t in of) for of in does)
