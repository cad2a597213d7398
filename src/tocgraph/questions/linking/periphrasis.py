"""Arabic verbs said in several words: "قام بإنشاء" is "أنشأ"; "أُنشئت ... من قبل" names who did it at the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.elements import Span
from tocgraph.questions.linking.segments import passive
from tocgraph.questions.rewording.arabic_leads import without_leads
from tocgraph.questions.words import closed
from tocgraph.questions.words.arabic import held
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic, normalize, stem

_FARTHEST = 9
_LIGHT = frozenset(
    "قام قامت قاموا يقوم تقوم يقومون تكفل تكفلت يتكفل تتكفل اضطلع اضطلعت يضطلع تضطلع نهض ينهض تنهض".split()
)
"""Verbs that do nothing but carry the noun of an action behind "by"."""
_DONE = frozenset("تم يتم تتم تمت جري جرت يجري تجري حصل حصلت يحصل تحصل".split())
"""Verbs that say of the noun of an action that it took place."""
_AIMS = frozenset("تحقيق بلوغ تحقق انجاز".split())
"""What one does to an aim: "the objectives that it seeks to achieve" are those that it seeks."""


def other_ways(opened: OpenStore, tokens: list[Token]) -> Iterator[list[Token]]:
    """The words with such verbs in one word, and with the agent of a passive verb beside it."""
    if not any(is_arabic(t.word) for t in tokens):
        return
    lexicon = opened.names.meta("lexicon")
    verbs = frozenset(lexicon["verbs"])
    plain = _without_aims(_plain_verbs(tokens, verbs))
    plain = _partitive_first(_agent_first(_most_doing(plain, verbs, frozenset(lexicon["plurals"])), verbs))
    if plain != tokens:
        yield plain
    taken = _whole_prepositions(opened, plain, lexicon["relations"])
    if taken != plain:
        yield taken
    led = without_leads(plain, lambda noun: _imperfect(noun, verbs) or _verb(noun, verbs), lexicon["relations"])
    if led != plain:
        yield led


def _plain_verbs(tokens: list[Token], verbs: frozenset[str]) -> list[Token]:
    """The words with "قام ... بإنشاء" and "جرى إنشاء" as "أنشأ"."""
    for i, token in enumerate(tokens):
        if token.word in _DONE and i + 1 < len(tokens):
            noun = tokens[i + 1].word  # "جرى اعتمادها": what the pronoun stands for was adopted
            said = next((v for base in (noun, *held(noun)) if (v := _verb(base, verbs))), "")
            if said:
                return [*tokens[:i], _said(tokens[i + 1], said), *tokens[i + 2 :]]
        if token.word not in _LIGHT:
            continue
        for j in range(i + 1, min(len(tokens), i + _FARTHEST)):
            behind = tokens[j]
            word = _after_by(behind)
            if not word:
                continue
            for base, owned in [*((base, True) for base in held(word)), (word, False)]:
                said = _verb(base, verbs)
                if said:
                    verb = _said(behind, said, owned)
                    return [*tokens[:i], verb, *tokens[i + 1 : j], *tokens[j + 1 :]]
    return tokens


_WHOLE = {"ل": "الي", "ب": "في"}
"""Attached prepositions that stand for others: "انضمت لها" is "انضمت إليها", "تعمل بليبيا" "تعمل في ليبيا"."""


def _whole_prepositions(opened: OpenStore, tokens: list[Token], relations: Mapping[str, Any]) -> list[Token]:
    """The words with the preposition that a verb has in the schema behind it, where another is attached to a name."""
    for j in range(1, len(tokens)):
        whole = _WHOLE.get(tokens[j].raw[:1], "")
        apart = _apart(tokens[j]) if whole else None
        if apart is None or opened.names.side_by_side(tokens[j - 1].stem, tokens[j].stem):
            continue  # "الاتجار بالبشر" is one name
        if tokens[j].pronoun and f"{tokens[j - 1].stem} {stem(whole)}" in relations:  # "تنتمي لها"
            return [*tokens[:j], apart._replace(bare=stem(whole)), *tokens[j + 1 :]]
        for i in range(j - 1, max(-1, j - _FARTHEST), -1):
            if tokens[j].pronoun or tokens[i].word in PREPOSITIONS or tokens[i].word in closed.RELATIVE:
                break
            if any(left and right for _, left, right, _ in relations.get(f"{tokens[i].stem} {stem(whole)}", ())):
                behind = Token(whole, whole, stem(whole))
                return [*tokens[: i + 1], behind, *tokens[i + 1 : j], apart, *tokens[j + 1 :]]
    return tokens


def _apart(token: Token) -> Token | None:
    """The word without the preposition that is attached to it, None where none is."""
    if token.pronoun:
        return token if token.bare in _WHOLE else None
    if token.bare:
        return token._replace(word=token.word[1:], stem=token.bare, bare="")
    attached = token.raw.startswith(("لل", "بال")) or token.word != normalize(token.raw)
    return token if attached else None


def _after_by(token: Token) -> str:
    """The word behind an attached "by", "" without one."""
    raw = token.raw.strip("؟?.,،")
    if not raw.startswith("ب"):
        return ""
    return token.word if not token.word.startswith("ب") or token.bare == token.stem else token.word[1:]


def _said(token: Token, verb: str, owned: bool = False) -> Token:
    return token._replace(word=verb, stem=verb, definite=False, bare="", pronoun=owned, guess="")


def _verb(noun: str, verbs: frozenset[str]) -> str:
    """The known stem of the verb that a noun of an action belongs to, "" without one."""
    return next((v for form in _verbs_of(noun) if (v := stem(form)) in verbs), "")


def _imperfect(noun: str, verbs: frozenset[str]) -> str:
    """The known imperfect of that verb; past forms are often spelt like adjectives: "تابع"."""
    return next((v for form in _verbs_of(noun) if noun[0] == "م" and form[0] == "ي" and (v := stem(form)) in verbs), "")


def _verbs_of(noun: str) -> Iterator[str]:
    """The forms of a verb that a noun of an action may belong to, by the measures of Arabic."""
    word = noun[:-1] if noun[-1:] in "هت" and len(noun) > 4 else noun
    if len(word) < 3:
        return
    if len(word) == 5 and word[0] == "ت" and word[3] == "ي":
        yield f"{word[1:3]}{word[4]}"  # تمويل: مول
        yield f"ي{word[1:3]}{word[4]}"
    if word.endswith("اء"):
        yield word[:-1]  # إنشاء: أنشأ
        yield f"ي{word[1:-2]}ي"
    if word[0] == "ا" and len(word) > 4 and word[-2] == "ا":
        bare = f"{word[:-2]}{word[-1]}"  # اعتماد: اعتمد
        if bare[-1] == bare[-2]:
            yield bare[:-1]  # إقرار: أقر
        yield bare
        yield f"ي{bare[1:]}"
    if noun[-1:] in "هت":
        if word[0] == "م" and len(word) == 5 and word[2] == "ا":
            yield word[1:]  # مكافحة: كافح
            yield f"ي{word[1:]}"
        if word[0] == "ا" and len(word) >= 4 and word[-2] == "ا":
            yield word  # إدارة: أدار, يدير
            yield f"ي{word[1:-2]}ي{word[-1]}"
        if len(word) == 4 and word[2] == "ا":
            yield f"{word[:2]}{word[3]}"  # كتابة: كتب
            yield f"ي{word[:2]}{word[3]}"
    if noun == word and len(word) == 3:
        yield word  # نشر
        yield f"ي{word}"


_MOST = frozenset("اكثر اقل".split())


def _most_doing(tokens: list[Token], verbs: frozenset[str], plurals: frozenset[str]) -> list[Token]:
    """The words with "which states hosted the most congresses" for "أكثر الدول استضافة لمؤتمرات"."""
    at = next((n for n, t in enumerate(tokens[:3]) if t.word in _MOST), len(tokens))
    noun = next((n for n in range(at + 1, min(len(tokens) - 1, at + 5)) if not tokens[n].definite), at + 1)
    if noun == at + 1:
        return tokens
    verb = _verb(tokens[noun].word.removesuffix("ا"), verbs) or _verb(tokens[noun].word, verbs)
    if not verb:
        return tokens
    which, done, rest = Token("أي", "اي", stem("اي")), _said(tokens[noun], verb), tokens[noun + 1 :]
    whom = rest[0].word
    if rest[0].raw.startswith("ل") and whom.startswith("ل") and len(whom) > 3:
        whom = f"ال{whom[2:]}" if whom.startswith("لل") else whom[1:]
    first = rest[0]._replace(word=whom, stem=stem(whom), raw=whom, bare="")
    links = [] if rest[0].word not in PREPOSITIONS else rest[:1]
    objects = rest[1:] if links else [first, *rest[1:]]
    if not objects or objects[0].word.removeprefix("ال") not in plurals:
        return tokens  # of one thing there is no more and no less
    links = [t for t in links if t.word != "ل"]
    return [which, *tokens[at + 1 : noun], done, *links, tokens[at], *objects]


def _without_aims(tokens: list[Token]) -> list[Token]:
    """The words without "to achieve" behind a preposition: "يسعى إلى تحقيقها" is "يسعى إليها"."""
    for i in range(1, len(tokens)):
        token, before = tokens[i], tokens[i - 1]
        bases = [(token.word, False), *((base, True) for base in held(token.word))]
        owned = next((owned for base, owned in bases if base in _AIMS), None)
        if owned is not None and before.word in ("الي", "علي", "ل", "نحو"):
            kept = before._replace(pronoun=True, bare=before.stem) if owned else before
            return [*tokens[: i - 1], kept, *tokens[i + 1 :]]
    return tokens


def done_by(tokens: list[Token], verb: Span) -> list[Span]:
    """An Arabic verb with who does it behind it, "المنشأة من قبل": what comes before is what it is done to."""
    said = tuple(t.word for t in tokens[verb.end : verb.end + 2])
    by = next((b for b in closed.BY if said[: len(b)] == b), ())
    swapped = passive(verb.element.patterns)
    if not by or verb.end != verb.start + 1 or not swapped:
        return []
    element = verb.element._replace(text=f"{verb.element.text} {' '.join(by)}", patterns=swapped, suffix=False)
    return [Span(verb.start, verb.end + len(by), verb.score + 8 * len(by), element)]


def _partitive_first(tokens: list[Token]) -> list[Token]:
    """The words with what they ask for behind the question word: "ماذا يسهل الفساد من جرائم" asks for crimes."""
    governed = tokens[0].word in PREPOSITIONS and len(tokens) > 4  # "بم تستعين ... من أدوات"
    first, tokens = (tokens[:1], tokens[1:]) if governed else ([], tokens)
    if len(tokens) < 4 or tokens[0].word not in ("ما", "ماذا"):
        return [*first, *tokens]
    at = next((n for n in range(len(tokens) - 2, 1, -1) if tokens[n].word == "من"), 0)
    kinds = tokens[at + 1 :]
    if not at or len(kinds) > 3 or any(t.definite or not is_arabic(t.word) for t in kinds):
        return [*first, *tokens]
    asking = tokens[0]._replace(word="اي", stem=stem("اي"))
    return [*first, asking, *kinds, *tokens[1:at]]


def _agent_first(tokens: list[Token], verbs: frozenset[str]) -> list[Token]:
    """The words with "by" of a passive verb beside the verb; who it was done by asks for who did it."""
    said = [t.word for t in tokens]
    for i in range(len(tokens)):
        by = next((b for b in closed.BY if tuple(said[i : i + len(b)]) == b), ())
        if not by:
            continue
        end = i + len(by)
        if end < len(tokens) and tokens[end].word in ("من", "مين", "اي", "ايه"):
            # "من قبل من أُنشئت", "أُنشئت من قبل أي جهة"
            return [*tokens[end:], *tokens[:i]] if i else tokens[end:]
        verb = next((n for n in range(i - 2, -1, -1) if tokens[n].stem in verbs and n >= i - _FARTHEST), None)
        if verb is not None and tokens[i - 1].stem not in verbs:
            return [*tokens[: verb + 1], *tokens[i:end], *tokens[verb + 1 : i], *tokens[end:]]
    return tokens
