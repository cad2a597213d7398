"""Words by which people speak of themselves, of the one they ask and of asking; never of what is asked.

A run of nothing but such words before the word that asks, between commas or at the end is no part of the question.
Words that name, limit or deny what is asked ("only", "former", "in") are none of them where they would stand alone.
"""

from __future__ import annotations

import re

from tocgraph.questions.words.closed import closed_set
from tocgraph.text import words

_SPEECH = closed_set(
    "i im id ive my me we us our you your youre myself one somebody someone anybody anyone "
    "am be been would wouldnt could couldnt can cant will should might may must do dont did does not is it its that "
    "this there to for a an the and but so if or as of at with in on by from about "
    "like love want wish need hope ask asking asked know knowing known tell telling find finding out learn see look "
    "looking help helping wonder wondering try trying check checking verify confirm clarify understand figure "
    "remember recall guess suppose believe think happen get give say show explain remind "
    "prepare preparing write writing work working study studying research researching read reading draft drafting "
    "report paper thesis dissertation essay memo brief briefing assignment class exam seminar project homework "
    "question questions query quick short simple small one thing answer answers please kindly thanks thank hi hello "
    "there sure unsure certain clear curious interested possible able grateful glad happy great good nice kind "
    "just really quite very simply only first anything something any idea nutshell all time sake completeness "
    "record records data database graph knowledge available per case right wrong mistaken yes no well ok okay "
    "still also again now then here today moment little bit"
)
_ASKS = closed_set("what which who whom whose when where how why whether is are was were do does did has have had")
_SPEECH_AR = closed_set(
    "انا نحن لست لسنا متاكدا متاكده متاكدين واثقا للعلم فقط باختصار بايجاز باجاز بسرعه بصراحه اولا طبعا بالطبع ايضا "
    "ارجو نرجو الرجاء رجاء يرجي اود نود اريد نريد احتاج نحتاج ابحث نبحث اتساءل نتساءل احاول نحاول ارغب نرغب وارغب "
    "واود واريد واحتاج التكرم الافاده افاده اخباري تزويدي بتزويدي بافادتي اطلاعي باخباري معرفه اعرف نعرف افهم نفهم "
    "اسال نسال استفسر الاستفسار السوال سوال سوالي سريع بسيط قصير لدي لدينا عندي عندنا لي لنا لو ان الي عن في من "
    "سمحت سمحتم تكرمت تكرمتم فضلك فضلكم امكن ممكنا كان ذلك هذا المعروف معروف المعلوم معلوم الممكن ممكن هل لك لكم "
    "شكرا جزيلا مسبقا سلفا وشكرا تحياتي مرحبا اهلا عفوا عذرا جزاكم جزاك الله خيرا بارك فيكم فيك "
    "اعد اكتب احضر اعمل علي بحثا تقريرا مقالا دراسه رساله اطروحه بحثي رسالتي مقالي تقريري دراستي "
    "يهمني يهمنا كثيرا جدا حقا فعلا ربما لعلك لعلكم تعرف تعلم تعرفون تعلمون تدري يا تري لكن ولكن لا ادري اتذكر "
    "يعرف احد احدكم لديك لديكم عندك عندكم علم فكره"
)
_ASKS_AR = closed_set("ما ماذا من متي اين كم كيف اي ايه هل لماذا لمن بم فيم عما")
_LEAD = closed_set("but and so then that لكن ولكن ان")
_SELF = re.compile("(?:i|im|id|ive|my|me|we|us|our|you|your|it)")
_MARK = (",", "،", ";", "؛", ":", "!", ".", "…", "؟", "?")


_EXPLAIN = closed_set(
    "explain define describe clarify how what whats tell can could please would اشرح اشرحي عرف عرفي وضح وضحي بين ما"
)
_WHAT_IS = frozenset("explain define describe clarify اشرح عرف وضح بين".split())
_HEARER = (
    "(?:student|beginner|layman|layperson|child|kid|novice|newcomer|outsider|teenager|pupil|jury|judge|friend|"
    "journalist|class|audience|reader|non lawyer|nonlawyer|non specialist|non expert)s?"
)
_TO_HEARER = re.compile(
    f" (?:to|for) (?:(?:an?|my|the|some|your) )?(?:(?:law|first|second|year|young|school|high|university|complete|"
    f"absolute|total|interested|general|old|little) )*{_HEARER}$| (?:to (?:me|us) )?(?:as if|like) i(?: am|m) \\w+"
    "(?: years old)?$| like i were \\w+(?: years old)?$"
    "| (?:لطالب|لطلاب|لطلبه|لطالبه|لمبتدي|لمبتديء|لطفل|لصحفي|لغير المتخصصين|لغير المتخصص|لغير القانونيين)"
    "(?: (?:قانون|القانون|حقوق|الحقوق|جامعي|صغير))?$"
)
"""For whom something is to be explained, which changes nothing of what it is."""


_SUM_UP = tuple(
    (*please, *verb, *more)
    for please in ((), ("please",), ("briefly",))
    for verb in (("summarize",), ("summarise",), ("sum", "up"), ("recap",), ("recapitulate",), ("لخص",), ("لخصي",))
    for more in (("the",), ("for", "me"), ("briefly",), ("لي",), ("لنا",), ())
)
_ASKED_FOR = closed_set(
    "what which who how findings conclusions results recommendations aims goals objectives purposes obstacles causes "
    "ما ماذا نتائج نتايج توصيات اهداف استنتاجات معوقات اسباب"
)


def without_hearer(typed: list[str]) -> list[str]:
    """The words without an order to sum up, or those for whom something is to be explained: "to a law student"."""
    said = [" ".join(words(raw)) for raw in typed]
    at = next((len(sum_up) for sum_up in _SUM_UP if tuple(said[: len(sum_up)]) == sum_up), 0)
    if at and at + 1 < len(said) and said[at] in _ASKED_FOR:
        return typed[at:]  # "summarize what was said of X" is answered by that
    if len(typed) < 4 or said[0] not in _EXPLAIN or not _WHAT_IS.intersection(said[:6]):
        return typed
    text = " ".join(said)
    hearer = _TO_HEARER.search(text)
    return typed[: len(text[: hearer.start()].split())] if hearer else typed


def without_speech(typed: list[str]) -> list[str]:
    """The words without those that only speak of the asking; as they are where there are none."""
    said = [" ".join(words(raw)).split() for raw in typed]
    speech = [bool(w) and all(x in _SPEECH or x in _SPEECH_AR for x in w) for w in said]
    first = [w[0] if w else "" for w in said]
    run = next((n for n, idle in enumerate(speech) if not idle), len(typed))
    # The longest run of such words that the word that asks follows.
    for at in range(run, 0, -1):
        if at >= len(typed) - 1 or first[at] not in _ASKS | _ASKS_AR:
            continue
        apart = typed[at - 1].endswith(_MARK) or (first[at - 1] in _LEAD and at > 1 and typed[at - 2].endswith(_MARK))
        about_us = any(_SELF.fullmatch(w) for w in first[:at]) and first[at] not in ("is", "are", "was", "were", "do")
        if apart or (about_us and first[0] not in _ASKS - {"is", "do", "does", "did"}):
            return typed[at:]
    return _set_off(typed, speech)


def _set_off(typed: list[str], speech: list[bool]) -> list[str]:
    """The words without a run between commas, or behind the last one."""
    commas = [n for n, raw in enumerate(typed[:-1]) if raw.endswith((",", "،", ";", "؛"))]
    ends = [*commas[1:], len(typed) - 1]
    for comma, end in zip(commas, ends, strict=False):
        if all(speech[comma + 1 : end + 1]) and len(typed) - (end - comma) > 2 and comma + 1 <= end:
            last = typed[comma].rstrip(",،;؛")
            return [*typed[:comma], last, *typed[end + 1 :]]
    return typed
