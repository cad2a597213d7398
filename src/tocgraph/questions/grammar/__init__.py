"""How neighbouring phrases of a question go together: every rule of the grammar, with what it costs.

The rules know categories only (nouns, verbs, clauses ...); which relation types and which ends are meant, the schema
says. They serve English and Arabic alike: the orders of words that only one of the two has cost too much in the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tocgraph.questions.grammar.alike import Alike
from tocgraph.questions.grammar.asked import Asked
from tocgraph.questions.grammar.clauses import Clauses
from tocgraph.questions.grammar.figures import Figures
from tocgraph.questions.grammar.joining import Joining
from tocgraph.questions.grammar.nouns import Nouns
from tocgraph.questions.grammar.phrase import CLAUSE, NOUN, SENTENCE, VALUE, VERB, Phrase
from tocgraph.questions.grammar.qualities import Qualities
from tocgraph.questions.grammar.time import Time


class Grammar(Joining, Time, Nouns, Figures, Asked, Alike, Qualities):
    """The rules, over one question."""

    def join(self, left: Phrase, right: Phrase) -> Iterator[Phrase]:
        """What two neighbouring phrases mean together."""
        if right.cat == "skip" or left.cat == "skip":
            kept, passed = (left, right) if right.cat == "skip" else (right, left)
            yield kept._replace(cost=kept.cost + passed.cost)
            return
        for asking, other in ((left, right), (right, left)):
            if asking.cat == NOUN and asking.beside:
                if other.cat == NOUN:
                    yield from self.asking_noun(asking, other)
                if other.cat not in (VALUE, "beside"):
                    return  # what stands beside the question word goes with a value and nothing else
        for rule in RULES.get((left.cat, right.cat), ()):
            yield from rule(self, left, right)


Rule = Callable[[Any, Phrase, Phrase], Iterator[Phrase]]

RULES: dict[tuple[str, str], tuple[Rule, ...]] = {
    (NOUN, VERB): (Clauses.noun_verb, Asked.when_verb, Figures.ranked_by),
    (VERB, NOUN): (Clauses.verb_noun,),
    (VERB, "not noun"): (Clauses.verb_not_noun,),
    (NOUN, CLAUSE): (Clauses.noun_clause,),
    (CLAUSE, NOUN): (Clauses.clause_noun,),
    ("pair", VERB): (Clauses.pair_verb,),
    ("pair", "when verb"): (Asked.pair_when,),
    (VERB, "pair"): (Clauses.verb_pair,),
    (SENTENCE, CLAUSE): (Clauses.sentence_clause,),
    (SENTENCE, "and clause"): (Joining.sentence_and_clause,),
    ("as", VERB): (Joining.take,),
    ("as", NOUN): (Joining.take,),
    ("same", NOUN): (Joining.take,),
    ("same", VERB): (Joining.take,),
    ("same noun", "as noun"): (Alike.same_noun,),
    ("same verb", "as noun"): (Alike.same_verb,),
    (NOUN, "as verb"): (Clauses.noun_as,),
    ("whose", VERB): (Joining.take,),
    ("whose verb", CLAUSE): (Clauses.whose,),
    ("whose verb", NOUN): (Clauses.whose_is,),
    (CLAUSE, CLAUSE): (Joining.and_clause,),
    (CLAUSE, "and clause"): (Joining.and_clause,),
    (NOUN, "and clause"): (Joining.noun_and_clause,),
    (CLAUSE, "or clause"): (Joining.or_clause,),
    (CLAUSE, "not noun"): (Joining.clause_not_noun,),
    (NOUN, "not noun"): (Joining.noun_not_noun,),
    (NOUN, "not"): (Joining.elided,),
    ("that", "elided"): (Joining.opened_elided,),
    ("that", "not noun"): (Joining.opened_elided,),
    ("and", "elided"): (Joining.opened_elided,),
    (NOUN, "elided"): (Joining.noun_elided,),
    (CLAUSE, "elided"): (Joining.clause_not_noun,),
    (NOUN, "and noun"): (Joining.and_noun,),
    (NOUN, "or noun"): (Joining.or_noun,),
    (NOUN, "except noun"): (Joining.noun_except,),
    (VERB, "and verb"): (Joining.two_verbs,),
    (VERB, "or verb"): (Joining.two_verbs,),
    ("and", "not noun"): (Joining.and_not_noun,),
    (VERB, "it"): (Clauses.verb_it,),
    (NOUN, "except clause"): (Joining.noun_except_clause,),
    (CLAUSE, "rank"): (Figures.clause_ranked,),
    (VERB, "rank"): (Figures.verb_ranked,),
    ("rank", VERB): (Figures.ranked_verb,),
    ("rank", CLAUSE): (Figures.ranked_clause,),
    ("limit", VERB): (Figures.limited_verb,),
    (NOUN, "ranking"): (Figures.noun_ranking,),
    (VALUE, NOUN): (Asked.value_asked, Asked.value_of_one),
    (SENTENCE, NOUN): (Asked.sentence_asked,),
    (VERB, "period"): (Time.verb_period,),
    ("period", "period"): (Time.two_limits,),
    ("period", "and period"): (Time.two_limits,),
    ("and", "period"): (Joining.take,),
    (CLAUSE, "period"): (Time.clause_period,),
    ("period", CLAUSE): (Time.period_clause,),
    (SENTENCE, "period"): (Time.sentence_period,),
    (NOUN, "period"): (Time.noun_period, Time.noun_dated),
    (CLAUSE, "and noun"): (Joining.clause_and_dated,),
    (CLAUSE, "and dated"): (Joining.clause_and_dated,),
    (CLAUSE, "or noun"): (Joining.clause_or_dated,),
    (CLAUSE, "or dated"): (Joining.clause_or_dated,),
    (NOUN, "exists"): (Time.noun_exists,),
    (NOUN, "aged"): (Time.noun_aged,),
    ("over", VERB): (Time.over_verb,),
    ("over", CLAUSE): (Time.over_clause,),
    ("over", SENTENCE): (Time.over_clause,),
    ("period", NOUN): (Time.period_noun,),
    (VALUE, "period"): (Time.value_period,),
    (NOUN, NOUN): (Nouns.noun_noun,),
    ("rank", NOUN): (Figures.ranked,),
    (NOUN, "rank"): (Figures.noun_ranked,),
    ("limit", NOUN): (Figures.limited,),
    (NOUN, SENTENCE): (Asked.asked_sentence, Asked.where_said),
    (NOUN, "pair"): (Asked.where_both,),
    **{(mark, cat): (Joining.take,) for mark in ("and", "or", "not") for cat in (NOUN, VERB, CLAUSE)},
    ("and", "dated"): (Joining.take,),
    ("or", "dated"): (Joining.take,),
    ("except", NOUN): (Joining.take,),
    ("except", CLAUSE): (Joining.take,),
    ("that", CLAUSE): (Joining.take,),
    (VERB, VALUE): (Asked.verb_value,),
    (NOUN, VALUE): (Asked.asked_value, Asked.one_value),
    ("that", "beside"): (Asked.that_beside,),
    ("that", VALUE): (Asked.that_value,),
    (VALUE, "beside"): (Asked.value_beside,),
    ("beside", VALUE): (Asked.beside_value,),
    (VERB, "beside"): (Asked.verb_beside,),
    ("beside", VERB): (Asked.beside_verb,),
    (CLAUSE, "beside"): (Asked.clause_beside,),
    (NOUN, "beside"): (Asked.asking_beside,),
    (NOUN, "quality"): (Qualities.asked_quality,),
    ("quality", NOUN): (Qualities.quality_noun,),
    ("quality", "pair"): (Qualities.quality_pair,),
    ("quality", "beside"): (Qualities.quality_beside,),
    ("quality", SENTENCE): (Qualities.quality_sentence,),
    ("beside", "beside"): (Asked.both_beside,),
}
"""The rules by the categories of the two phrases that they join."""
