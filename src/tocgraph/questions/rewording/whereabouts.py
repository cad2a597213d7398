"""Questions for the place in a text: "where in X do I find Y", "under which article of X can states do Y".

What such a question says of its reader, or of the states that use the text, is put as the plain question for what the
text says: "which article of X on Y".
"""

from __future__ import annotations

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.rewording.arabic_places import in_which_part
from tocgraph.questions.words import closed
from tocgraph.questions.words.token import Token
from tocgraph.roots import content
from tocgraph.store import OpenStore
from tocgraph.store.reworded import bag
from tocgraph.text import AUXILIARIES, stem

_WITHIN = frozenset("in within inside".split())
_FORMS = frozenset("is are was were do does did can could may might would will should must has have".split())
_LETS = frozenset("let lets allow allows permit permits enable enables entitle entitles authorize authorizes".split())
_ASKING = frozenset("which what".split())
_BEFORE = frozenset("under by in on pursuant from through with of according based within where".split())
_PARTS = closed.ARTICLE | frozenset("provision provisions section chapter paragraph clause rule".split())
_BOUND = frozenset(
    "state states party parties country countries government governments member members signatories one we i authority "
    "authorities police court courts judge judges prosecutor prosecutors investigator investigators".split()
)
"""Those who act under a text: what they may do is what it says."""
_OBLIGED = frozenset("obliged required bound supposed allowed permitted entitled authorized authorised able".split())
_ENTAILS = (
    ("make", "use", "of"), ("carry", "out"), ("set", "up"), ("ask", "for"), ("apply", "for"), ("resort", "to"),
    ("rely", "on"), ("engage", "in"), ("enter", "into"), ("take", "part", "in"), ("agree", "on"), ("put", "together"),
    ("conduct",), ("use",), ("request",), ("seek",), ("obtain",), ("provide",), ("grant",), ("give",), ("order",),
    ("undertake",), ("establish",), ("create",), ("form",), ("perform",), ("offer",), ("ensure",), ("organize",),
    ("organise",), ("launch",), ("have",), ("apply",), ("practise",), ("practice",), ("demand",), ("render",),
)  # fmt: skip
"""What is done with a form of cooperation or a measure, which its name says already."""
_LEAN = (
    ("rely", "on", "to"), ("rely", "to"), ("use", "to"), ("invoke", "to"), ("rely", "on", "for"), ("invoke", "for"),
    ("rely", "for"),
)  # fmt: skip
_RULES = frozenset("rule rules provision provisions text wording passage part bit section language article".split())
_ON = frozenset("on about for concerning regarding".split())
_FIND = frozenset("find locate see read".split())


def in_text(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with such a question put plainly; as they are otherwise."""
    return in_which_part(_said_where(_done_under(opened, tokens)))


def _said_where(tokens: list[Token]) -> list[Token]:
    """The words with the text behind the verb: "where in UNTOC is extradition regulated"."""
    said = [t.word for t in tokens]
    if len(tokens) > 4 and said[0] == "where" and said[1] in _WITHIN:
        form = next((n for n in range(3, len(tokens)) if said[n] in _FORMS), 0)
        if form and form + 2 < len(tokens):
            tokens = [tokens[0], *tokens[form:-1], tokens[-1]._replace(comma=False), *tokens[1:form]]
            said = [t.word for t in tokens]
    find = next((n for n in range(len(tokens) - 3) if said[n] in _FIND and "where" in said[:n]), 0)
    if find and said[find] == "read" and said[find + 1] == "about":  # "where can I read about"
        plain = Token("find", "find", stem("find"))
        return [*tokens[:find], plain, *tokens[find + 2 :]]
    begin = find + 1 + (bool(find) and said[find + 1 : find + 2] in (["the"], ["a"], ["any"]))
    if find and said[begin] in _RULES and said[begin + 1 : begin + 2] and said[begin + 1] in _ON:
        asks = [Token(word, word, stem(word)) for word in ("which", "articles", "on")]
        return [*asks, *tokens[begin + 2 :]]
    return tokens


def _done_under(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with what states may do as what the text is about: "under which article can states freeze assets"."""
    said = [t.word for t in tokens]
    asks = next((n for n, word in enumerate(said[:4]) if word in _ASKING), -1)
    if asks < 0 or not {*said[asks + 1 : asks + 6]} & _PARTS or any(w not in _BEFORE for w in said[:asks]):
        return tokens
    end = next((n for n in range(asks + 2, len(said)) if said[n] in _FORMS | _LETS), 0)
    agent = end + 1
    while end > 0 and agent < len(said) and said[agent] in AUXILIARIES | {"contracting", "not"}:
        if said[agent] == "not":
            return tokens
        agent += 1
    acts = agent
    while acts < len(said) and said[acts] in _BOUND:
        acts += 1
    if end and acts == agent and "be" in said[agent:-1]:  # "may ships be boarded"
        be = said.index("be", agent)
        done = [*tokens[agent:be], *tokens[be + 1 :]]
        return [*tokens[asks:end], Token("on", "on", stem("on")), *done] if _named(opened, done) else tokens
    if not end or acts == agent or acts >= len(said) - 1:
        return tokens
    while acts < len(said) - 1 and (said[acts] in _OBLIGED | {"to"} or said[acts] in AUXILIARIES):
        acts += 1
    lean = next((n for lead in _LEAN if tuple(said[acts : acts + (n := len(lead))]) == lead), 0)
    done = _plainly_done(opened, tokens[acts + lean :])
    if not done or done[0].word in PREPOSITIONS:
        return tokens
    about = [Token("on", "on", stem("on"))]
    if not _named(opened, done) and done[0].stem in opened.names.meta("lexicon")["direct"]:
        about = []  # "must states criminalize corruption"
    return [*tokens[asks:end], *about, *done]


def _named(opened: OpenStore, tokens: list[Token]) -> bool:
    """Whether just those words, in any order, name a thing."""
    stems = [t.stem for t in tokens if content(t.word)]
    return bool(opened.names.matches([" ".join(stems)]) or opened.names.bagged([bag(stems)]))


def _plainly_done(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """What is done, without a verb that the name of it does without: "set up joint investigations"."""
    said = tuple(t.word for t in tokens)
    entailed = next((n for verb in _ENTAILS if said[: (n := len(verb))] == verb and len(said) > n), 0)
    if entailed and not opened.names.matches([" ".join(t.stem for t in tokens)]):
        return tokens[entailed:]
    return tokens
