"""Questions for what is to be done, as questions for recommendations: "how can X be improved", "what should states do".

Whom a recommendation calls on is kept where one is named; states and governments in general are everybody.
"""

from __future__ import annotations

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.words.closed import closed_set
from tocgraph.questions.words.token import Token
from tocgraph.text import is_arabic, stem

MAY = closed_set("can could should might may must shall would ought")
"""Before who acts these ask for what is to be done, and for no fact."""

DUTY = closed_set("should must ought shall")
"""Before who acts these ask for what is still to be done."""

BETTER = closed_set(
    "improve strengthen enhance reinforce promote boost accelerate speed reform develop modernize modernise update "
    "overcome solve address tackle resolve remedy remove eliminate counter combat fight prevent reduce curb stop "
    "contain mitigate ease facilitate fix confront deal respond react handle regulate"
)
"""What recommendations say is to be done with things; what else can be done is asked by its own relation."""

BETTERED = closed_set(
    "improved strengthened enhanced reinforced promoted boosted accelerated speeded reformed developed modernized "
    "modernised updated overcome solved addressed tackled resolved remedied removed eliminated countered combated "
    "combatted fought prevented reduced curbed stopped contained mitigated eased facilitated fixed confronted sped"
)

MADE = closed_set("faster better easier quicker stronger effective efficient safer quick fast swifter smoother")
"""What something is to be made."""

EVERYBODY = closed_set(
    "states countries governments nations authorities we one you they i people police everybody anyone the "
    "international community lawmakers legislators politicians policymakers policy makers decision"
)
"""Those who are to act where nobody is named."""

URGED = closed_set(
    "urged asked called invited advised requested encouraged exhorted recommended told required appealed pressed"
)
_BY = (["by"], ["with"], ["through"])
"""Behind these stands by what, which no recommendation is asked for."""
_ON = frozenset("about against on regarding concerning for in over".split())

BETTERING_AR = closed_set(
    "تحسين تعزيز تطوير تقويه تسريع معالجه مكافحه مواجهه محاربه التغلب تجاوز تذليل حل الحد ازاله دعم تفعيل تيسير تسهيل "
    "التصدي منع الوقايه الارتقاء النهوض اصلاح"
)
_MAY_AR = frozenset("يمكن ينبغي يجب يتعين نستطيع يتسني".split())
_TO_DO_AR = frozenset("فعله عمله القيام اتخاذه".split())
_WAYS_AR = frozenset("سبل السبل السبيل طرق الطرق وسائل كيفيه".split())
_LINKS_AR = frozenset("علي من ل في الي ب بشان حيال ازاء تجاه".split())


def advised(tokens: list[Token]) -> list[Token]:
    """The words of such a question as those of one for recommendations; other questions as they are."""
    if len(tokens) < 3:
        return tokens
    if is_arabic(tokens[0].word):
        return _advised_in_arabic(tokens)
    said = [t.word for t in tokens]
    topic = _how(tokens, said) if said[0] == "how" else None
    if topic:
        return [*_words("recommendations on"), *topic]
    return _called_upon(tokens, said) if said[0] == "what" else tokens


def _words(text: str) -> list[Token]:
    return [Token(word, word, stem(word)) for word in text.split()]


def _how(tokens: list[Token], said: list[str]) -> list[Token]:
    """What is to be improved; empty where something else is asked."""
    begin = 2 if said[1] in MAY | {"to", "do", "does"} else 0
    if not begin:
        return []
    be = next((n for n in range(begin + 1, len(said) - 1) if said[n] == "be"), 0)
    if be and said[1] in MAY:
        behind = be + 1 + (said[be + 1] in ("better", "further", "best"))
        made = said[be + 1] == "made" and said[-1] in MADE
        if made and len(said) - be < 5:
            return tokens[begin:be]
        if behind < len(said) and said[behind] in BETTERED and said[behind + 1 : behind + 2] not in _BY:
            behind += said[behind + 1 : behind + 2] == ["up"]  # "sped up"
            return [*tokens[begin:be], *tokens[behind + 1 :]]
        return []
    while begin < len(said) - 1 and said[begin] in EVERYBODY:
        begin += 1
    if begin < len(said) - 1 and said[begin] in BETTER and (said[1] != "do" or begin > 2):
        begin += 1
        begin += said[begin] in ("up", "with", "to") and begin + 1 < len(said)
        return tokens[begin:]
    return []


def _called_upon(tokens: list[Token], said: list[str]) -> list[Token]:
    """What somebody is urged to do, or should do about something."""
    done = said.index("done") if "done" in said[2:5] and "not" not in said else 0
    if done and said[done + 1 : done + 2] == ["to"] and said[done + 2 : done + 3] and said[done + 2] in BETTER:
        topic = tokens[done + 3 :]  # "what should be done to fight corruption"
        due = said[1] in MAY or said[2 : done + 1] == ["to", "be", "done"]
        return [*_words("recommendations on"), *topic] if topic and due else tokens
    if said[1] in DUTY and said[2:5] == ["be", "done", "by"] and len(said) > 5:
        return [*_words("recommendations addressed to"), *tokens[5:]]
    do = next((n for n in range(2, len(said)) if said[n] == "do"), 0)
    if not do:
        return tokens
    if said[1] in DUTY and do + 1 == len(said):
        return [*_words("recommendations addressed to"), *tokens[2:do]]
    if said[1] in ("is", "are", "was", "were") and said[do - 1] == "to":
        urged = next((n for n in range(2, do - 1) if said[n] in URGED), 0)
        if urged > 2 and all(w in PREPOSITIONS for w in said[urged + 1 : do - 1]):
            return [*_words("recommendations addressed to"), *tokens[2:urged], *_on(tokens[do + 1 :])]
        return tokens
    if said[1] not in MAY or do < 3 or do + 2 > len(said) or said[2] == "be":
        return tokens
    whom = [] if all(w in EVERYBODY for w in said[2:do]) else tokens[2:do]
    about = _on(tokens[do + 1 :])
    if not about:
        return tokens
    addressed = [*_words("recommendations addressed to"), *whom] if whom else _words("recommendations")
    return [*addressed, *about]


def _on(tokens: list[Token]) -> list[Token]:
    """What is behind "about", or behind what is to be done with it: "to improve X"; empty where neither is there."""
    if len(tokens) > 1 and tokens[0].word in _ON:
        return [*_words("on"), *tokens[1:]]
    if len(tokens) > 2 and tokens[0].word == "to" and tokens[1].word in BETTER:
        return [*_words("on"), *tokens[2:]]
    return []


def _advised_in_arabic(tokens: list[Token]) -> list[Token]:
    """The same of "كيف يمكن تحسين", "سبل تعزيز" and "ما الذي ينبغي فعله لمكافحة"."""
    said = [t.word.removeprefix("لل") if t.word.startswith("لل") else t.word for t in tokens]
    at = 0
    if said[0] == "كيف" and said[1] in _MAY_AR:
        at = 2
    elif _measures(said):
        at = _measures(said)
    elif said[0] in ("ما", "ماذا", "كيف"):
        may = next((n for n in range(1, 4) if n < len(said) and said[n] in _MAY_AR), 0)
        ways = next((n for n in range(1, 3) if n < len(said) and said[n] in _WAYS_AR), 0)
        if may and may + 1 < len(said) and said[may + 1] in _TO_DO_AR:
            at = may + 2
            at += at < len(said) and said[at] in ("به", "بها")
            if at < len(said) - 1 and said[at] in _LINKS_AR and _bettering(said[at + 1]) == "":
                return [*_words("توصيات بشان"), *tokens[at + 1 :]]
        elif ways:
            at = ways + 1
    elif said[0] in _WAYS_AR:
        at = 1
    at += 0 < at < len(said) and said[at] in ("ل", "الي", "في")
    if not at or at + 1 >= len(said) or not _bettering(said[at]):
        return tokens
    at += 1
    if said[at] in _LINKS_AR and at + 1 < len(said):
        at += 1
    return [*_words("توصيات بشان"), *tokens[at:]]


def _measures(said: list[str]) -> int:
    """Where the words for recommended measures end: "ما الإجراءات الموصى بها (لتعزيز)"; 0 without such words."""
    if said[0] not in ("ما", "اي", "ايه") or len(said) < 5 or said[1].removeprefix("ال") not in _MEASURES_AR:
        return 0
    behind = said[2].removeprefix("ال")
    if behind in _ADVISED_AR:
        return 3
    return 4 if behind in ("موصي", "واجب", "يجب", "ينبغي") and said[3] in ("بها", "باتخاذها", "اتخاذها") else 0


_MEASURES_AR = frozenset("سياسات اجراءات تدابير خطوات اصلاحات حلول اليات سبل".split())
_ADVISED_AR = frozenset("مقترحه مطلوبه لازمه مطروحه".split())


def _bettering(word: str) -> str:
    """The word for making something better that a word is, with or without an attached "for"; "" for any other."""
    bare = word[1:] if word[:1] == "ل" and word[1:] in BETTERING_AR else word
    return bare if bare in BETTERING_AR else ""
