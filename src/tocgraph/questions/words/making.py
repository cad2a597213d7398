"""Verbs and nouns for bringing a thing about or running it: "introduce", "imposed", "launching", "أطلق", "إنشاء"."""

from __future__ import annotations

from tocgraph.questions.words.closed import closed_set

_REGULAR = (
    "introduce launch create establish found impose adopt conclude draft negotiate issue publish operate maintain use "
    "open form convene propose sign institute deploy organize organise enact invent commission design author "
    "authorize authorise mandate release start develop install initiate devise approve pass prepare compile employ "
    "apply unveil order produce circulate sponsor promulgate constitute conceive formulate"
).split()
_DOUBLED = {"commit": "committ", "plan": "plann", "set": "sett", "run": "runn", "put": "putt", "begin": "beginn"}
_IRREGULAR = (
    ("build", "built", "built"), ("run", "ran", "run"), ("write", "wrote", "written"), ("begin", "began", "begun"),
    ("keep", "kept", "kept"), ("make", "made", "made"), ("hold", "held", "held"), ("send", "sent", "sent"),
    ("set up", "set up", "set up"), ("draw up", "drew up", "drawn up"), ("bring in", "brought in", "brought in"),
    ("bring into being", "brought into being", "brought into being"), ("agree on", "agreed on", "agreed on"),
    ("put in place", "put in place", "put in place"), ("put together", "put together", "put together"),
    ("come up with", "came up with", "come up with"), ("set out", "set out", "set out"), ("have", "had", "had"),
    ("send out", "sent out", "sent out"), ("give out", "gave out", "given out"), ("want", "wanted", "wanted"),
    ("put up", "put up", "put up"), ("work out", "worked out", "worked out"),
    ("carry out", "carried out", "carried out"),
    ("conduct", "conducted", "conducted"), ("undertake", "undertook", "undertaken"), ("set", "set", "set"),
)  # fmt: skip


def _past(verb: str) -> str:
    return f"{verb}d" if verb.endswith("e") else f"{verb[:-1]}ied" if verb == "apply" else f"{verb}ed"


def _ing(verb: str) -> str:
    first, space, rest = verb.partition(" ")
    first = _DOUBLED.get(first, first[:-1] if first.endswith("e") else first)
    return f"{first}ing{space}{rest}"


def _any(forms: list[str]) -> str:
    return "(?:" + "|".join(sorted(dict.fromkeys(forms), key=lambda form: (-len(form), form))) + ")"


_BASES = [*_REGULAR, *(base for base, _, _ in _IRREGULAR)]
_PASTS = [*map(_past, _REGULAR), *(past for _, past, _ in _IRREGULAR)]
_DONES = [*map(_past, _REGULAR), *(done for _, _, done in _IRREGULAR if done not in ("had", "wanted"))]
_INGS = [*map(_ing, _BASES)]
MAKE, PAST, DONE, MAKING = _any(_BASES), _any(_PASTS), _any(_DONES), _any(_INGS)
"""Patterns of such English verbs: as they stand, of the past, as participles, and as nouns in -ing."""
NOUN = (
    "(?:launch|creation|establishment|introduction|foundation|adoption|imposition|conclusion|publication|"
    "institution|use|formation|set ?up|opening|organi[sz]ation|issuance|issue|drafting|signing|founding|setting up|"
    "deployment|enactment|invention|design|release|start|development|construction|operation|authori[sz]ation|birth)"
)
"""A pattern of English nouns for it: "the launch of"."""

_AR = (
    "انشا اسس اطلق استحدث فرض ابتكر طور وضع اعتمد ابرم اصدر اقام شكل نشر اقر صاغ تبني ارسل بعث نظم عقد استخدم استعمل "
    "يستخدم يستعمل يصدر يفرض ينشر يدير ادار شغل يشغل اعد كتب قدم اقترح نفذ اوجد احدث افتتح فتح سن شرع وقع"
)
MADE_AR = (
    "(?:" + "|".join(sorted({form for verb in _AR.split() for form in (
        verb, f"{verb}ت", f"{verb}وا", f"ت{verb[1:]}" if verb[0] == "ي" else verb)}, key=lambda f: (-len(f), f)))
    + "|انشيت?|انشات|تبنت|نشات)"
)  # fmt: skip
"""A pattern of Arabic verbs for it."""
MADE_IT_AR = (
    "(?:(?:" + "|".join(sorted({form for verb in _AR.split() for form in (
        verb, f"{verb}ت", f"ت{verb[1:]}" if verb[0] == "ي" else verb)}, key=lambda f: (-len(f), f)))
    + "|انشات|تبنت|تبنا)(?:ها|ه))"
)  # fmt: skip
"""The same with the pronoun of the thing: "أطلقها"."""
NOUN_AR = (
    "(?:انشاء|انشاي|تاسيس|اطلاق|استحداث|فرض|ابتكار|تطوير|وضع|اعتماد|ابرام|اصدار|اقامه|تشكيل|نشر|اقرار|صياغه|تبني|ارسال|"
    "ايفاد|تنظيم|عقد|استخدام|استعمال|اعداد|احداث|اقتراح|ايجاد|تكوين|افتتاح|سن)"
)
"""A pattern of Arabic nouns for it."""
WORDS = closed_set(*_BASES, *_PASTS, *_DONES, *_INGS, _AR)
