"""The question language as data: choices of words in phrases, and the keys under which they are found."""

from __future__ import annotations

from tocgraph.lexicon import build, spell_out, spelt_out


def test_a_choice_of_words_is_spelt_out() -> None:
    assert spelt_out("(founding|constituent) act of S") == ["founding act of S", "constituent act of S"]
    assert spelt_out("S bind (|on) O") == ["S bind O", "S bind on O"]
    assert spelt_out("how much (money |)S make") == ["how much money S make", "how much S make"]
    assert spelt_out("members of S") == ["members of S"]


def test_what_stands_beside_a_phrase_is_known_by_its_stems() -> None:
    member = {"id": "member-of", "phrases": {"en": ["S (join|enter) O"]}, "beside": {"en": ["(as|like) a member"]}}
    status = {"id": "status", "words": {"en": ["status"]}, "beside": {"en": ["enjoy"]}}
    lexicon = build(spell_out({"entity_types": [], "relation_types": [member], "qualifiers": [status]}))
    assert set(lexicon["relations"]) == {"join", "enter"}
    assert lexicon["beside"] == {"as member": ["member-of"], "like member": ["member-of"], "enjoy": ["status"]}
    assert lexicon["qualifiers"] == {"status": ["status"]}
