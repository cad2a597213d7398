"""A question put in plain words before it is cut into elements: idioms, roundabout words, how it is meant."""

from __future__ import annotations

from tocgraph.questions.rewording.belonging import of_many, outsiders
from tocgraph.questions.rewording.definitions import what_it_is
from tocgraph.questions.rewording.idioms import compared, dated, of_what, of_whom, plainer, what_for, without_it
from tocgraph.questions.rewording.lasting import spans_plainly
from tocgraph.questions.rewording.manner import Manner, plain_manner
from tocgraph.questions.rewording.measures import measured
from tocgraph.questions.rewording.roundabout import straight
from tocgraph.questions.rewording.same import in_common
from tocgraph.questions.rewording.whereabouts import in_text
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore


def put_plainly(opened: OpenStore, tokens: list[Token]) -> Manner:
    """The words that ask the same in the plainest way, and whether what is over counts as well."""
    tokens = in_common(opened, outsiders(opened, tokens))
    tokens = plainer(opened, of_whom(opened, what_it_is(opened, in_text(opened, of_many(opened, tokens)))))
    tokens = what_for(opened, compared(opened, of_what(opened, dated(opened, without_it(tokens)))))
    return plain_manner(opened, straight(opened, measured(opened, spans_plainly(opened, tokens))))
