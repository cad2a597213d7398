"""Questions for what a name, an abbreviation or a term means, put plainly as the question what the thing is.

"What does the acronym CARICC stand for", "the full name of UNODC", "what is understood by X", "ماذا يعني اختصار X".
"""

from __future__ import annotations

import re

from tocgraph.questions.words import question_words
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic, normalize, stem, words

_TERM = "(?:acronym|abbreviation|initialism|initials|letters|short form|short name|term|word|expression|phrase|name)s?"
_MEANS = "(?:stands? for|means?|refers? to|signify|signifies|denotes?|designates?|is short for|is)"
_WE = "(?:you|we|i|one|people|they|lawyers|experts|practitioners|jurists)"
_ENGLISH = tuple(
    re.compile(pattern + " ")
    for pattern in (
        f"what (?:does|do|is|are)?(?: )?(?:the |this )?{_TERM}",
        f"what (?:is|are) (?:meant|understood|denoted|designated|intended) (?:by|with|under)(?: (?:the )?{_TERM})?",
        f"what (?:is|are) to be understood (?:by|under)(?: (?:the )?{_TERM})?",
        f"(?:what|how) (?:do|does|did|should|would|can) {_WE} (?:mean|understand|intend) (?:by|with|under)"
        f"(?: (?:the )?{_TERM})?",
        "(?:what is |what are |whats )?(?:the )?(?:full|complete|long|unabbreviated|expanded)(?: official)?"
        " (?:name|form|title|version|meaning) (?:of|for|behind)",
        "(?:spell|write) out",
        f"(?:what is |whats )?(?:the )?(?:exact |legal |precise )?meanings? of(?: (?:the )?{_TERM})?",
        f"how (?:do|does|would|could|can|should|might) {_WE} (?:best )?(?:explain|describe|define)",
    )
)
_DEFINED_WHERE = re.compile("where (?:is|are|was|were) (?:the (?:term|word|concept) )?(.+?) (?:legally )?defined$")
_CALL = re.compile(f"what (?:exactly )?(?:do|does|would) {_WE} (?:exactly )?call ")
_AT_END = re.compile(" (?:stands? for|refers? to|signify|signifies|denotes?)$")
_SORT = re.compile("(?:what|which) (?:kind|sort|type)s? of (?:a |an )?((?:\\w+ ){1,4}?)(?:is|are|was|were) (?:the )?")
_THING = "thing things entity animal creature".split()

_OF_ARABIC = (
    "(?:اختصارا|اختصار|الاختصار|مختصر|المختصر|مصطلح|لفظ|كلمه|عباره|تعبير|تسميه|اسم|الاسم|رمز|الرمز|الاحرف|حروف|الحروف)"
)
_ARABIC = tuple(
    re.compile(pattern + " ")
    for pattern in (
        "(?:ما|ماذا|ما الذي|الام|علام|علي ماذا|الي ماذا|الي م) (?:الذي )?"
        f"(?:يرمز|ترمز|يشير|تشير|يدل|تدل|يعني|تعني|يقصد ب|يراد ب)(?: (?:الي|علي|به|اليه))?(?: {_OF_ARABIC})",
        f"(?:ما|ما هو|ما هي) (?:معني|مدلول|دلاله|المقصود ب|تفسير|شرح)(?: {_OF_ARABIC})",
        "(?:ما|ماذا|ما الذي) (?:[يت]قصد|[يت]عني|[يت]ريد)(?:ون|وا|ه)? (?:المشرع|القانون|الفقه|الفقهاء|الخبراء|المختصون|"
        "رجال القانون|الناس|القانونيون|المشرعون|الباحثون)(?: الدولي| الدوليون)?(?: ب)?",
        "(?:ما|ماذا|ما الذي) (?:نعني|نقصد|تعنون|تقصدون|تقصد|نفهم|يفهم|تفهم)(?: من| ب)?",
        "(?:ما|ما هو|ما هي)?(?: )?(?:الاسم|التسميه|الصيغه) (?:الكامل|الكامله)(?: ل| من)?",
    )
)


_AGENT = "(?:المشرع|المشرعون|الشارع|القانون|الفقه|الفقهاء|القانونيون|القضاء|رجال القانون|المختصون|الخبراء)(?: ال\\w+)?"
_SOMEBODY = re.compile(f"(?:ماذا|ما الذي|ما) (?:يقصد|يعني|يريد|قصد|عني|يقصده|يعنيه)(?: {_AGENT})(?: ب)? ")
_VIEWS = frozenset("قانونا فقها اصطلاحا قانونيا فقهيا".split())
_MEANING = frozenset("المقصود يقصد يعني تعني معني تعريف يعرف تعرف عرف عرفت المراد يراد مفهوم".split())
_DEFINED = re.compile(
    "(?:اين|كيف|(?:في |ب)?(?:اي|ايه) (?:نص|موضع|حكم)(?: \\w+)?) "
    "(?:(?:ورد|جاء|يرد|نجد|اجد|يوجد|وضع|تم) تعريف|(?:عرف|عرفت|يعرف|تعرف)"
    "(?= (?!اتفاقي|الاتفاقي|البروتوكول|بروتوكول|القانون|الماده)))(?: ل)? "
)
_GAVE = frozenset("ضبط ضبطت حدد حددت تحدد يحدد بين بينت تبين يبين اوضح اوضحت توضح شرح شرحت تشرح".split())
_SENSE = re.compile("(?:معنا|مفهوم|مدلول|مدلولات|تعريف|دلالت|مقصود)(?:ها|هم|ه)")


def _defined_in_arabic(tokens: list[Token]) -> list[Token]:
    """The words with "where is X defined" as the definition of X, and "set their meaning" as "defined"."""
    said = [t.word for t in tokens]
    if _MEANING & {*said[:3]}:
        tokens = [t for t in tokens if t.word not in _VIEWS]
        said = [t.word for t in tokens]
    text = f"{' '.join(said)} "
    begun = _DEFINED.match(text)
    if begun and len(begun[0].split()) < len(tokens):
        asks = [Token(w, w, stem(w)) for w in ("ما", "تعريف")]
        return [*asks, *tokens[len(begun[0].split()) :]]
    verb = next((n for n in range(1, len(said) - 2) if said[n] in _GAVE), 0)
    if verb and _SENSE.fullmatch(normalize(tokens[-1].raw.strip("؟?."))):
        return [*tokens[:verb], Token("عرفت", "عرفت", stem("عرفت")), *tokens[verb + 1 : -1]]
    return tokens


def what_it_is(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with such a question as "what is X"; as they are otherwise, or where nothing would be left to name."""
    if tokens and is_arabic(tokens[0].word):
        tokens = _defined_in_arabic(tokens)
    said = " ".join(t.word for t in tokens)
    arabic = is_arabic(tokens[0].word) if tokens else False
    where = None if arabic else _DEFINED_WHERE.fullmatch(said)
    if where:
        begin = len(said[: where.start(1)].split())
        term = tokens[begin : begin + len(where[1].split())]
        asks = [Token(word, word, stem(word)) for word in ("which", "articles", "define")]
        return [*asks, *term] if _is_name(opened, term) else tokens
    call = None if arabic else _CALL.match(said)
    if call and _is_name(opened, tokens[len(call[0].split()) :]):
        return [_what(arabic), *tokens[len(call[0].split()) :]]
    for pattern in (_SOMEBODY, *_ARABIC) if arabic else _ENGLISH:
        found = pattern.match(f"{said} ")
        rest = tokens[len(found[0].split()) :] if found else []
        if found and pattern is _SOMEBODY and not (said.startswith(f"{found[0]}ب") or found[0].endswith(" ب ")):
            continue  # "what does the law mean for Egypt"
        if found:
            return _asked(tokens, rest, arabic) or tokens
    sort = None if arabic else _SORT.match(f"{said} ")
    if sort:
        kind = sort[1].split()
        begin = said.split().index(kind[0])
        named = tokens[len(sort[0].split()) :]
        if named and (kind in ([k] for k in _THING) or _is_a(opened, tokens[begin : begin + len(kind)], named)):
            return [_what(arabic), *named]
    if not arabic and said.startswith("what ") and _AT_END.search(said):
        return _asked(tokens, tokens[1:], arabic) or tokens
    return tokens


def defining(question: str) -> bool:
    """Whether a question asks what something is by a noun for that: "a definition of X"."""
    return not question_words.DEFINITIONS.isdisjoint(words(question)[:_OPENING])


_OPENING = 8
"""Words within which such a noun asks for the definition."""


def _asked(tokens: list[Token], named: list[Token], arabic: bool) -> list[Token]:
    """What the thing of that name is; nothing without a name."""
    if arabic and named and named[0].word.startswith("بال"):
        named = [named[0]._replace(word=named[0].word[1:], stem=stem(named[0].word[1:])), *named[1:]]
    while named and named[0].word in ("does", "do", "is", "are", "the"):
        named = named[1:]
    said = " ".join(t.word for t in named)
    ending = None if arabic else re.search(f" {_MEANS}$", f" {said}")
    if ending:
        named = named[: len(named) - len(ending[0].split())]
    return [_what(arabic), *named] if named else []


def _is_name(opened: OpenStore, tokens: list[Token]) -> bool:
    """Whether just those words are the name of something."""
    stems = [t.stem for t in tokens if t.word not in ("the", "a", "an")]
    return bool(opened.names.matches([" ".join(stems)]))


def _is_a(opened: OpenStore, kind: list[Token], named: list[Token]) -> bool:
    """Whether all things of that name are of the kind."""
    types = set(opened.names.meta("lexicon")["types"].get(" ".join(t.stem for t in kind), ()))
    things = {m.entity for m in opened.names.matches([" ".join(t.stem for t in named)])}
    found = opened.names.entities(things).values()
    return bool(things) and all(types & set(opened.schema.ancestors(n.type)) for n in found)


def _what(arabic: bool) -> Token:
    word = "ما" if arabic else "what"
    return Token(word, word, stem(word))
