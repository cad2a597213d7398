"""Questions that a report answers better than a list of claims, and what each of them wants of it.

A question is handed over only when every word of it is accounted for: by the closed-class phrases of its kind, or as
the name of what the report is on. Here is the quick look that passes most questions by; the modules of the kinds, which
take longer to load than such a question to answer, are loaded only for what it lets through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tocgraph.questions.linking.linked import LONGEST
from tocgraph.questions.words.question_words import LAID
from tocgraph.store import OpenStore
from tocgraph.text import words

if TYPE_CHECKING:
    from tocgraph.questions.requests import BasisAsked, Request

_BASIS_HINTS = (
    " basis ", " bases ", " ground", " foundation", " authority", " framework", " invok", " rely ", " reli", " resort",
    " based ", " binds ", "اساس", "اسس", "سند", "اطار القانوني", "اسانيد", "اسناد", "ستناد", "ستند", "حتج", "احتجاج",
)  # fmt: skip
_TREATY_HINTS = (
    " treat", " convention", " agreement", " instrument", " arrangement", " can ", " could ", "اتفاقي", "معاهد", "صك",
    "صكوك", "مواثيق", "يمكن", "جوز", "ستطيع", "مرجع", "يحق", "تحق", "وسع", "امكان", "مقدور", "خول",
)  # fmt: skip
_SERVES_HINTS = (
    " can ", " could ", " may ", " might ", " would ", " must ", " should ", " usable ", " available ", " appl",
    " govern", " regulat", " allow", " permit", " enable", " let ", " lets ", "يمكن", "جوز", "ستطيع", "سمح", "تيح",
    "طبق", "حكم", "نظم", "ستخدم", "سلم", "يحق", "تحق", "وسع", "امكان", "مقدور", "خول",
    " bind", " bound ", " link", " tie", " connect", " unite", " exist", " rely ", " ask", " request", " seek",
    " between ", " common", " shar", " cooperat", " extradit", " need", "بين ", "جمع", "ربط", "لزم",
    "نافذ", "ساري", "تعاون",
)  # fmt: skip
_SAYING_HINTS = (
    " say", " said ", " told ", " claim", " who stat", " argu", " according to ", " based on ", " source",
    " evidence", " note", " speaker", " word", " support", " show", " position", " stance", " observe", " warn",
    " prov",
    " appears in ", " stands in ", " features in ", "تضمن", "حتوي", " يرد ", " ترد ",
    "متحدث", "موقف", "دعم", "ويد", "ادعاء", "نظر", "يري", "ستند", " reference", " citation", " proof",
    " authority ", " we know ", " you know ", " view", " opinion",
    " words of ", " eyes of ", " perspective of ", " account of ", " as per ", " writ",
    " wrote ", " to say ", " document", " stud", " conclude", " report", " mention", " finds ", " suggest", " think",
    "قايل", "قال", "قول", "ذكر", "زعم", "صرح", "حسب", "وفق", "طبق", "مصدر", "مصادر", "مرجع", "مراجع", "دليل",
    "برهان", "راي", "استنادا",
    "بناء", "نقلا", "ورد", "جاء", "نعرف", "تعرف", "وثيقه", "وثايق", "افاد", "تفيد", "يفيد",
    "كتب", "توكد", "يوكد", "اكد",
)  # fmt: skip
_COMPARE_HINTS = (
    " compar", " contrast", " measure", " fare", " vs ", " versus ", " side by side ", " differ", " distin", " diverge",
    " stack up ", " apart ", " common", " similar", " alike ", " shar", " resembl", " overlap", " agree ",
    "قارن", "مقابل", "جانب", "وازن", "فترق",
    "ازاء", "فرق", "فروق", "فوارق", "فارق", "ختلاف", "ختلف", "تباين", "ميز", "شترك", "شبه", "شابه",
    "قواسم", "تفق", "اوجه", "وجوه", " unique ", " exclusive", " peculiar ", " specific to ", " alone ", " only ",
    "نفرد", "تفرد",
    "وحده", "حصرا", "مقصور",
)  # fmt: skip
_JOINED_HINTS = (
    " connect", " link", " interlink", " interconnect", " relat", " tie", " tying", " path", " route", " chain",
    " joined ", " associat", " bond", " nexus ", " hang together ", " do with ", " get from ", " gets from ",
    " way from ", " ways from ", " go from ", " lead", " stand to each ",
    "صله", "صلات", "علاق", "رابط", "روابط", "رتبط", "رتباط", "ربط", "تصل", "يصل", "وصل",
    "مسار", "سلسل", "وشايج", "طريق",
    "جمع",
)  # fmt: skip
_LIST_HINTS = (
    " part", " ratif", " member", " join", " acced", " access", " adher", " contracting ", " bound by ", " sign",
    " list", "قايم", "لايح", "وقع", "توقيع", "اطراف", "طرف", "تصديقات", "اعضاء", "عضو", "انضم", "صادق", "صدق",
    "منضم", "مصدق", "تصديق",
)  # fmt: skip
_COMPLETE_HINTS = (
    " complete", " incomplete", " exhaustive ", " comprehensive ", " full ", " entire ", " miss", " lack",
    " left out ", " omi", " leav", " how many of ", " gap", " up to ", " current ", " outdated ", " recent ", " far ",
    " to what ", " to which ", " until ", " till ", " as of ", " recorded to ", " known to ", " go to ", " goes to ",
    " listed to ", " kept to ", " reach", " all ", " every", " each ", " trust", " rely ", " cover", " whole ",
    " absent ", " un", " not ", " updat", " cut", " share ", " percentage ", " proportion ", " fraction ", " much ",
    " partial", " only ", " some ", " part ", " reliab", " depend", " definitive ", " final ", " conclu",
    " thorough ", " fully ", " when ", "dont ", "doesnt ", " old ", " stop", " ends ", " add ", " extent ", " date",
    " forgotten ", "غايب", "وثوق", "اعتماد", "حصري", "جزي", "تحديث", "حدث", "بعض", "فقط", "سجل", "متي", "منذ", "توقف",
    "لا تعرف", "نهايي", "نسبه", "موثوق", "شمل", "غطي", "تغطيه", "سقط", "اغفل", "غير ", "كامل", "كتمل", "ناقص", "شامل",
    "تام", "محدث", "حديث", "كتمال", "كمال", "شمول", "نقص", "نواقص", "الي ", "حتي", "مدي", "مفقود", "غيب", "كل",
    "جميع", "كافه", "مستوف", "وافي", "تكتمل", "يكتمل", "ثغر", "فجو", "فات",
)  # fmt: skip
_BARELY_HINTS = (" complet", " missing ", " exhaustive ", " comprehensive ", "اكتمال", "كمال", "شمول", "ناقص", "ينقص")
_DOUBT_HINTS = (
    " disput", " contest", " contentio", " controvers", " disagree", " contradict", " conflicting ", " debated ",
    " challenged ", " odds ", " reject", " refuted ", " false ", " wrong", " incorrect ", " untrue ",
    " error", " mistak",
    " unverified ", " unconfirmed ", " not ver", " not con", " not ch", " not cer", " not yet ", " not been ",
    " rely ", " reliab", " certain", " sure ", " solid", " accura", " trust", " not ", " suspect ", " shaky ",
    " unsure ", " unclear ", " verif", " confirm", " to be checked ", " unsettled ", " reservation",
    " caution",
    "شكك", "تعارض", "جدلي", "اعترض", "مطعون", "لا يمكن ", "محسوم", "ثابت", "مقطوع",
    " unchecked ", " unproven ", " doubt", " dubious ", " uncertain",
    " question", " challenge", " dispute", " unreliable ",
    "نازع", "ختلف", "خلاف", "جدل", "نزاع", "خطا", "غلط", "زورا",
    "ناقض", "تضارب", "متفق", "شك",
    "خطا", "غالط", "غلط", "بطلان", "زيف", "كذب", "للصواب", "للحقيقه", "غير دقيق", "غير الدقيق", "طعون", "طعن", "يجمع",
    "مردود", "لا يصح", "لا تصح", " disprove", " debunk", " inaccura", "مسلم", "موثوق",
    "يقيني", "مرفوض", "خاطي", "اخطاء",
    "صحيح", "مغلوط", "تتفق", "يتفق", "تحقق", "موكد", "موثق", "ثبت", "محقق",
)  # fmt: skip

_LIMIT_HINTS = (
    " condition", " precondition", " terms ", " restrict", " requir", " limit", " constrain", " prereq", " proviso",
    " safeguard", " caveat", " refus", " declin", " den", " reject", " turn", " withh", " when ", " before ",
    " subject to ", " circumstances ", " demand", " insist",
    "شرط", "شروط", "شترط", "قيود", "قيد", "ضوابط", "ضابط", "تطلب", "اشتراط", "رفض", "متناع", "متنع", " قبل ", "متي ",
    " basis ", " bases ", " without ", " need", " must ", " necessary ",
    "لازم", "مطلوب", "توقف", "اساس", "اسس", "دون ", "لزم", "محاذير", "حدود", "ضمانات", " يجب ",
)  # fmt: skip


def handed_over(opened: OpenStore, question: str) -> Request | None:
    """What a question wants of a report; None when it is one for the claims."""
    if len(question) > LONGEST:
        return None
    question = question.encode("utf-8", "replace").decode()  # a lone surrogate names nothing
    said = f" {' '.join(words(question))} "
    asked: Request | None = None
    if _hinted(said, _LIMIT_HINTS):
        from tocgraph.questions.handover.limits import limits_asked

        asked = limits_asked(opened, question)
        if asked:
            return asked
    # "Who proves that" can do with any verb; without the two words it takes one of those that are looked for.
    if _hinted(said, _SAYING_HINTS) or (" who " in said and " that " in said):
        from tocgraph.questions.handover.sayings import source_asked

        asked = source_asked(opened, question)
    asked = asked or basis_asked(opened, question)
    listed = _hinted(said, _LIST_HINTS) or _hinted(said, _BARELY_HINTS)
    if not asked and listed and _hinted(said, _COMPLETE_HINTS):
        from tocgraph.questions.handover.completeness import completeness_asked

        asked = completeness_asked(opened, question)
    if not asked and _hinted(said, _DOUBT_HINTS):
        from tocgraph.questions.handover.doubts import doubt_asked

        asked = doubt_asked(opened, question)
    if not asked and (_hinted(said, _COMPARE_HINTS) or LAID & {*said.split()[:3]}):
        from tocgraph.questions.handover.comparisons import compare_asked

        asked = compare_asked(opened, question)
    if not asked and _hinted(said, _JOINED_HINTS):
        from tocgraph.questions.handover.comparisons import path_asked

        asked = path_asked(opened, question)
    return asked


def basis_asked(opened: OpenStore, question: str) -> BasisAsked | None:
    """The states, form of cooperation, crime and date of a question for a legal basis between two states.

    None when it asks for anything else, or when a word of it would be passed over.
    """
    said = f" {' '.join(words(question[:LONGEST]))} "
    if not _hinted(said, _BASIS_HINTS) and not (_hinted(said, _TREATY_HINTS) and _hinted(said, _SERVES_HINTS)):
        return None
    from tocgraph.questions.handover import bases

    return bases.basis_asked(opened, question)


def _hinted(said: str, hints: tuple[str, ...]) -> bool:
    """Whether normalized words hold one of those texts, which begin with a space where a word must begin."""
    return any(hint in said for hint in hints)
