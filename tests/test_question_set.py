"""The published test set of questions: well made, and answered no worse than before on its development part."""

from __future__ import annotations

import importlib.util
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from tocgraph import ask
from tocgraph.store import OpenStore

ROOT = Path(__file__).parents[1]
PARTS: dict[str, list[dict[str, Any]]] = yaml.safe_load((ROOT / "tests" / "questions.yaml").read_text(encoding="utf-8"))
EVERY = [question for part in PARTS.values() for question in part]
LATER: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests" / "questions_later.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def scorer(shipped: OpenStore) -> ModuleType:
    spec = importlib.util.spec_from_file_location("scorer", ROOT / "benchmarks" / "questions.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.OPENED.append(shipped)
    return module


def test_the_set_is_as_its_head_says() -> None:
    assert len(EVERY) >= 400
    assert sum(q["language"] == "ar" for q in EVERY) >= 100
    assert sum("refuse" in q for q in EVERY) >= 40
    assert len({q["ask"] for q in EVERY}) == len(EVERY)
    for part, questions in PARTS.items():
        for question in questions:
            even = int(sha256(question["ask"].encode()).hexdigest(), 16) % 2 == 0
            assert even == (part == "frozen"), question["ask"]


def test_every_right_answer_is_in_the_data(shipped: OpenStore) -> None:
    known = set(shipped.names.ids())
    for question in [*EVERY, *LATER]:
        named = [str(i) for key in ("ids", "may", "compare", "path", "basis") for i in question.get(key, ())]
        named += [str(question[key]) for key in ("about", "complete", "claims_of", "for") if key in question]
        if "claims_of" not in question:  # there the other ends may be literals
            assert set(named) <= known, question["ask"]


def test_the_development_part_is_answered_as_well_as_before(shipped: OpenStore, scorer: ModuleType) -> None:
    scores = [(q, scorer.score(q, ask(shipped, q["ask"]))) for q in PARTS["development"]]
    answered = [told for _, told in scores if told.wrong]
    assert len(answered) <= 0.02 * len(scores), [q["ask"] for q, told in scores if told.wrong]
    assert [q["ask"] for q, told in scores if "refuse" in q and told.f1 < 1] == []
    assert sum(told.f1 for _, told in scores) / len(scores) >= 0.97


def test_what_was_asked_later_is_answered(shipped: OpenStore, scorer: ModuleType) -> None:
    assert [q["ask"] for q in LATER if scorer.score(q, ask(shipped, q["ask"])).f1 < 1] == []


def test_a_wrong_answer_scores_as_one(shipped: OpenStore, scorer: ModuleType) -> None:
    given = ask(shipped, "which states border Pakistan")
    right = {"ids": ["afghanistan", "china", "india", "iran"]}
    assert scorer.score(right, given) == (1.0, 1.0, False)
    assert scorer.score({"ids": ["france"]}, given).wrong
    assert scorer.score({"ids": ["afghanistan", "china"]}, given).precision == 0.5
    assert scorer.score({"refuse": "any"}, given).f1 == 0.0
    assert scorer.score(right, ask(shipped, "which blorb border Pakistan")) == (0.0, 0.0, False)
