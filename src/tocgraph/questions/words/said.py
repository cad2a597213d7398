"""Words around what is said: who says it, what it is about, and words that add nothing to it."""

from __future__ import annotations

from tocgraph.questions.words.closed import closed_set
from tocgraph.questions.words.token import Token

IDLE = closed_set(
    "out مقدمه مقدم وارده صادره مطروحه قد involved consists consist consisting lets let letting بانها بانه بان "
    "should must can could may might ought shall would how whether when where why what about regarding "
    "concerning on involving involve involves concern concerns related relating relate relates respect regard "
    "regards comes come matter matters subject topic question field area context terms as if because since "
    "thereby getting get gets got put puts according made given make makes give gives there way ways means "
    "order take takes taken deal deals dealing dealt do does done coming mention mentions mentioned "
    "discuss discusses discussed refer refers anywhere somewhere all بشان حول بخصوص تجاه ازاء حيال كيفيه كيف "
    "متعلقه متعلق خاصه خاص مجال ميدان صدد فيما يتعلق يخص تتعلق لدي اطار شان ناحيه حيث سبيل طريقه اجل تخص معنيه "
    "متصله مرتبطه ينبغي يجب يمكن عند به بها له لها لهم منه منها فيه فيها عليه عليها عنه عنها اليه اليها بهم "
    "تتعرض يتعرض يواجه تواجه تشهد يشهد تعاني يعاني تعيشها وضع بعض عديد كثير "
    "لهما لان بسبب بوصفها بوصفه هي هو باتت بات اخري اخر الاخري"
) - {"question"}
"""Words that stand in a description of a topic and say nothing of it."""

VOICES = closed_set(
    "anyone anybody someone somebody احد steps step measures solutions خطوات حلول study studies author authors "
    "source sources document documents speaker speakers participants participant experts researchers researcher "
    "scholars literature people works work they authors' delegates delegations دراسه دراسات الدراسه الدراسات "
    "المتحدثون متحدثون المتحدثين المشاركون الباحث الباحثون الباحثين المصادر مصادر الوثايق وثايق الخبراء المولف "
    "المولفون ادبيات الادبيات"
)
"""Words for those who say things in general."""

EVIDENCE = closed_set(
    "paper article thesis بحث البحث مقال المقال تقرير التقرير كتاب رساله source sources evidence reference "
    "references proof authority citation basis study document report مصدر المصدر مصادر المصادر مرجع المرجع دليل "
    "الدليل سند دراسه وثيقه الدراسه الوثيقه"
)
"""What is asked for of what somebody says: "what is the source for saying that"."""

SAYS = closed_set(
    "says say said states state stated argues argue argued maintains maintained holds hold held contends "
    "contended claims claim claimed asserts asserted notes note noted believes believe believed thinks think "
    "thought warns warn warned describes describe described regards regard regarded considers consider "
    "considered views view viewed sees calls call called treats insists insisted stresses stressed emphasizes "
    "emphasised emphasized underlines underlined points pointed acknowledges acknowledged admits finds found "
    "concludes concluded reports reported shows showed suggests suggested observes observed mentions mentioned "
    "sustains affirms affirmed declares declared يصف تصف وصف وصفت يعتبر تعتبر اعتبر اعتبرت يعد تعد حذر حذرت "
    "يحذر تحذر نبه نبهت ينبه تنبه يري تري راي رات يقول تقول قال قالت يذكر تذكر ذكر ذكرت يوكد توكد اكد اكدت "
    "يعتقد تعتقد يزعم تزعم زعم يشير تشير اشار اشارت يبين تبين بين بينت يلاحظ تلاحظ لاحظ لاحظت يشدد تشدد شدد "
    "شددت خلص خلصت استنتج استنتجت يفيد تفيد افاد افادت اوضح اوضحت"
)
"""Verbs by which somebody says something."""

SAID = closed_set(
    "known know think learned learnt said told reported noted stated mentioned written concluded argued warned claimed "
    "observed found remarked قيل لوحظ لوحظت تقرر اثير اثيرت نوقش طرح استنتج ذكر ورد جاء كتب يقال ذكرت جاءت وردت "
    "قال قالت"
)
"""Verbs of saying in general, of what somebody said on a topic."""

CALLED = closed_set("term word name call called مصطلح اسم المصطلح الاسم يسمي تسمي نسمي")
"""What is asked for by a description: the word for it."""

PEOPLE = closed_set("people persons ones groups")
OF_PEOPLE = closed_set("young old poor vulnerable displaced elderly disabled")
"""Words for people by what they are, behind which "people" adds nothing."""

_TOPICAL = closed_set(
    "about on regarding concerning for to against over respecting towards toward how whether that when if عن "
    "حول بشان بخصوص في ل ب من ازاء تجاه حيال لمواجهه لمعالجه بصدد فيما ان بان انه انها مجال"
)
_SPOKEN = closed_set("by from according قبل بحسب وفق وفقا")


def topical(tokens: list[Token]) -> bool:
    """Whether some word opens what something is about."""
    return any(t.word in _TOPICAL for t in tokens)


def spoken_by(tokens: list[Token], subject: bool = False) -> tuple[list[Token], list[Token]]:
    """The words behind what is asked for, parted into those for who says it and all others.

    With `subject` an Arabic verb stands before them, and who says it comes first.
    """
    voice: list[Token] = []
    rest: list[Token] = []
    into = rest
    if subject and tokens and any("\u0600" <= c <= "\u06ff" for c in tokens[0].word) and topical(tokens):
        into = voice
    for n, token in enumerate(tokens):
        if token.word in _SPOKEN or (n == 0 and token.word == "of"):
            into = voice
        elif token.word in _TOPICAL:
            into = rest
        into.append(token)
    return voice, rest
