"""Where the words that ask who says something end, and what is said begins.

"Which documents support the claim that ...", "where is it stated that ...",
"is there any evidence that ...": whatever the
order and number of these words, they are of few kinds, and "that" or a verb of saying ends them.
"""

from __future__ import annotations

import re

from tocgraph.questions.words import closed, question_words
from tocgraph.questions.words.closed import closed_set
from tocgraph.questions.words.token import Token
from tocgraph.text import is_arabic

_ASKING = closed_set("who whom whose which what where how من ما ماذا اي ايه اين كيف لمن ممن")
_ACTORS = closed_set("who whom whose which من اي ايه لمن ممن")
_SAYING = closed_set(
    "say says said saying state states stated stating claim claims claimed claiming argue argues argued report reports "
    "reported write writes wrote written maintain maintains maintained assert asserts asserted tell tells told "
    "conclude "
    "concludes concluded find finds found note notes noted suggest suggests suggested think thinks thought believe "
    "believes believed hold holds held confirm confirms confirmed show shows showed shown prove proves proved proven "
    "allege alleges alleged contend contends contended insist insists insisted declare declares declared affirm "
    "affirms "
    "affirmed warn warns warned point points pointed hear heard know knows known mention mentions mentioned observe "
    "observes observed demonstrate demonstrates demonstrated indicate indicates indicated reveal reveals revealed "
    "explain explains explained cited cites cite quoted stress stresses stressed emphasize emphasizes emphasized "
    "underline underlines underlined recognize recognizes recognized acknowledge acknowledges acknowledged deem deems "
    "deemed consider considers considered caution cautions cautioned recall recalls recalled"
)
_BEFORE = closed_set(
    "on from in by per according following under based حسب بحسب وفق وفقا طبقا علي في من استنادا بناء نقلا"
)
"""Words that may stand before the question word, so that a whole question follows what is asked for."""
_SAYING_AR = re.compile(
    "[اتين]?(?:قول|ذكر|زعم|صرح|ري|وكد|ثبت|شير|نص|دعي|ورد|فيد|بين|وضح|ظهر|ستنتج|ستخلص|عتقد|كتب|دعم|ويد|ساند|عرف|ستند|عتمد|رتكز|قوم)(?:ون|وا|ه|ت|ها|هم)?"
    "|قال(?:ت|وا|ه|ها)?|افاد(?:ت|وا)?|اكد(?:ت|وا)?|راي|رات|اشار(?:ت|وا)?|جاء(?:ت)?|ادعي|اثبت(?:ت|وا)?|قيل|يقال|مكتوب|مذكور"
)
_CLAIMS = closed_set(
    "claim claims statement statements fact facts assertion assertions idea information view opinion thesis allegation "
    "allegations contention notion finding findings conclusion argument proposition word words source sources evidence "
    "reference references citation citations proof proofs authority support backing grounds basis document documents "
    "قول القول معلومه المعلومه ادعاء الادعاء زعم الزعم فكره الفكره راي الراي مقوله المقوله استنتاج الاستنتاج نتيجه "
    "النتيجه "
    "مصدر المصدر مصادر المصادر مرجع المرجع مراجع المراجع دليل الدليل ادله الادله برهان اثبات سند قايل القايل "
    "القايلون وثيقه "
    "الوثيقه وثايق الوثايق صاحب اصحاب"
)
_WORKS = closed_set(
    "author authors study studies text texts work works publication publications paper papers report reports "
    "scholar scholars researcher researchers book books expert experts ones people anyone anybody someone "
    "somebody speaker speakers delegation delegations thesis meeting congress conference forum event body workshop "
    "مؤتمر المؤتمر موتمر الموتمر اجتماع الاجتماع محفل المحفل جهه جهات هييه هييات منظمه منظمات ندوه ورشه خبير "
    "خبراء كاتب "
    "دراسه دراسات الدراسات مولف المولف مولفين باحث الباحث باحثين باحثون تقرير تقارير التقارير كتاب كتب نص نصوص متحدث "
    "متحدثين "
    "احد"
)
_HELD = closed_set(
    "meeting delegation delegations people speaker speakers anyone anybody someone somebody text texts congress "
    "conference forum event body workshop موتمر الموتمر اجتماع الاجتماع محفل المحفل جهه جهات هييه هييات منظمه "
    "منظمات ندوه ورشه"
)
"""Where something may have taken place, or who may have done it, as well as said it."""
_BETWEEN = closed.FUNCTION | closed_set(
    "according based per following under على بناء استنادا وفق وفقا طبقا حسب بحسب نقلا "
    "is are was were be been do does did has have had can could may it this us me our your we you i of for to the a an "
    "by in on at with from behind back backs backed up supporting supports supported support gave give gives made make "
    "makes come comes based rests rest explicitly actually exactly ever any there here all every out that "
    "الي علي في عن ل ب هو هي هم الذي التي الذين هل هناك يوجد توجد به بها فيه فيها عليه عليها منه منها تم"
)
_THAT = frozenset({"that", "ان", "بان", "انه", "انها", "بانه", "بانها", "لان"})
_TRAILING = re.compile(
    r"(?<![^ ])(?:com(?:e|es|ing)|came|taken|drawn|deriv(?:e|es|ed)|stems?|originat(?:e|es|ed)|based|rests?|founded|"
    r"found|recorded|stated|made|written|go back|traced)(?: back)?(?: from| on| in| to)?(?: from)?$"
)


def statements_in(tokens: list[Token]) -> list[tuple[list[Token], bool]]:
    """What may be said, in a question who says it, each with whether "that" begins it; none in other questions."""
    found: list[tuple[list[Token], bool]] = []
    asked = said = named = actor = False
    for n, token in enumerate(tokens):
        word = token.word
        if token.word in _THAT and n + 1 < len(tokens) and (said or named) and (asked or named):
            found.append((_closed(tokens[n + 1 :]), True))
            break
        verb = word in _SAYING or (is_arabic(word) and _SAYING_AR.fullmatch(word) is not None)
        asks = word in _ASKING or (n == 0 and word in question_words.YES_NO)
        names = word in _CLAIMS or word.removeprefix("ب").removeprefix("ل") in _CLAIMS
        if not (verb or asks or names or word in _WORKS or word in _BETWEEN):
            break
        asked, said, named = asked or asks, said or verb, named or names
        # "What does the study say" asks for what is said, "which study says" for who says it.
        actor = actor or word in _ACTORS or (asked and word in _WORKS | _CLAIMS)
        fronted = tokens[0].word in _BEFORE and (names or word in _WORKS - _HELD) and actor
        if fronted and n + 1 < len(tokens):
            found.append((tokens[n + 1 :], False))
        if verb and actor and n and tokens[0].word not in question_words.YES_NO and not names:
            found.append((tokens[n + 1 :], False))
    return [(rest, that) for rest, that in found if rest]


def _closed(tokens: list[Token]) -> list[Token]:
    """The words without what belongs to the question again: "... come from"."""
    said = " ".join(t.word for t in tokens)
    trailing = _TRAILING.search(said)
    if trailing is None or not trailing.start():
        return tokens
    return tokens[: len(said[: trailing.start()].split())]
