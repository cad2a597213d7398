"""How well questions are answered: precision, recall and F1 by family on tests/questions.yaml.

    python benchmarks/questions.py                 both parts, one line a family
    python benchmarks/questions.py --failures      the questions of the development part that are not answered rightly
    python benchmarks/questions.py --perturb 1000  the same score on questions with small mistakes made at random;
                                                   with --failures also those that only the mistake breaks

A question scores the F1 of the answers given as fact against the right ones; a refusal scores nothing. An answer is
confidently wrong when it is given as the one answer and more of it is wrong than right.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tocgraph import ask, open_store
from tocgraph.answers import ANSWERED, AnswerSet
from tocgraph.store import OpenStore
from tocgraph.store.claims import TAKEN_AS_FACT
from tocgraph.text import is_arabic

QUESTIONS = Path(__file__).parent.parent / "tests" / "questions.yaml"
REFUSALS = ("not-understood", "not-in-graph")


class Score(NamedTuple):
    """What one answer is worth: precision, recall and F1 from 0 to 1; `wrong` if confidently wrong."""

    precision: float
    recall: float
    wrong: bool

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.recall else 0.0


def score(question: dict[str, Any], given: AnswerSet) -> Score:
    """The worth of an answer set for a question of the test set."""
    if "refuse" in question:
        refused = given.status in REFUSALS or (given.status == ANSWERED and not given.answers and not given.path)
        refused = refused or (given.status == ANSWERED and [a.value for a in given.answers] == ["unknown"])
        return Score(float(refused), float(refused), not refused and given.status == ANSWERED)
    if given.status != ANSWERED:
        return Score(0.0, 0.0, False)
    right, found = _right(question), _found(question, given)
    neutral = {str(x) for x in question.get("may", ())}
    right, found = right - neutral, found - neutral
    if not right and not found:
        return Score(1.0, 1.0, False)
    hits = len(right & found)
    precision, recall = hits / len(found) if found else 0.0, hits / len(right) if right else 0.0
    # Where nothing that is certain was given, nothing was said confidently.
    told = Score(precision, recall, False)
    return told._replace(wrong=bool(found) and told.f1 < 0.5)


def _right(question: dict[str, Any]) -> set[str]:
    for key in ("ids", "value", "number", "verdict", "about", "complete"):
        if key in question:
            value = question[key]
            return {str(v) for v in value} if isinstance(value, list) else {str(value)}
    for key in ("compare", "path", "basis"):
        if key in question:
            return {*map(str, question[key])}
    raise ValueError(f"nothing says what is right: {question['ask']}")


def _found(question: dict[str, Any], given: AnswerSet) -> set[str]:
    certain = [a for a in given.answers if a.standing in TAKEN_AS_FACT or "claims_of" in question]
    if "ids" in question:
        return {str(a.id if a.id is not None else a.value) for a in certain}
    if "value" in question or "number" in question:
        found = {str(a.value) for a in certain}
        wanted = _right(question)
        # A date to the day says what a year says as well.
        return {next((w for w in wanted if v.startswith(w)), v) for v in found}
    if "verdict" in question:
        return {{True: "yes", False: "no"}.get(a.value, str(a.value)) for a in given.answers[:1]}
    if "about" in question:
        return {str(a.id) for a in certain[:1]}
    if "path" in question:
        from tocgraph.questions.handover import handed_over
        from tocgraph.questions.linking.slips import unslipped
        from tocgraph.questions.requests import PathAsked

        taken = handed_over(OPENED[0], unslipped(OPENED[0], question["ask"])[0])
        named = {taken.start, taken.end} if isinstance(taken, PathAsked) else set()
        return named if given.path or given.answers else {"no path"}
    return _handed(question, given)


def _as_taken(question: str, given: AnswerSet) -> str:
    """The question with its typing errors mended as the answer says."""
    for remark in given.remarks:
        typed, _, meant = remark.partition(" → ")
        question = re.sub(rf"\b{re.escape(typed)}\b", meant, question) if meant else question
    return question


def _handed(question: dict[str, Any], given: AnswerSet) -> set[str]:
    """The things that a question was handed over to a report with; what else it was taken for, otherwise."""
    from tocgraph.questions import requests
    from tocgraph.questions.handover import handed_over

    taken = handed_over(OPENED[0], _as_taken(question["ask"], given))
    if "compare" in question and isinstance(taken, requests.CompareAsked):
        return set(taken.things)
    if "complete" in question and isinstance(taken, requests.CompletenessAsked):
        return {taken.about}
    if "basis" in question and isinstance(taken, requests.BasisAsked):
        return {taken.state, taken.other} if taken.mechanism == question.get("for") else {"another mechanism"}
    return {"another reading"}


OPENED: list[OpenStore] = []


def perturbed(question: str, chance: random.Random) -> str:
    """The question with one small mistake: a letter lost, two swapped, lower case, no article, keywords shuffled."""
    words = question.split()
    how = chance.choice(("drop", "swap", "lower", "article", "order"))
    if how in ("drop", "swap"):
        long = [n for n, w in enumerate(words) if len(w) > 4 and w.isalpha()]
        if not long:
            return question.lower()
        n = chance.choice(long)
        at = chance.randrange(1, len(words[n]) - 1)
        w = words[n]
        words[n] = w[:at] + w[at + 1 :] if how == "drop" else w[: at - 1] + w[at] + w[at - 1] + w[at + 1 :]
        return " ".join(words)
    if how == "article":
        kept = [w for w in words if w.lower() not in ("the", "a", "an")]
        if len(kept) < len(words):
            return " ".join(kept)
        return " ".join(w[2:] if is_arabic(w) and w.startswith("ال") and len(w) > 5 else w for w in words)
    if how == "order" and len(words) <= 5:
        return " ".join([*words[1:], words[0]])
    return question.lower().rstrip("?؟")


def report(rows: Iterable[tuple[dict[str, Any], Score]], title: str) -> None:
    """Prints one line a family, then each language and the whole."""
    table: dict[str, list[Score]] = {}
    languages: dict[str, list[Score]] = {}
    refusals: list[Score] = []
    for question, told in rows:
        table.setdefault(question["family"], []).append(told)
        if "refuse" in question:
            refusals.append(told)
        else:
            language = "ar" if question["language"] == "ar" else "en"
            languages.setdefault(language, []).append(told)
    print(f"\n{title}\n{'family':14} {'n':>4} {'P':>6} {'R':>6} {'F1':>6} {'wrong':>6}")
    for family, scores in sorted(table.items()):
        print(_line(family, scores))
    answerable = {f: s for f, s in table.items() if f != "refusal"}
    macro = sum(_mean(s.f1 for s in scores) for scores in answerable.values()) / max(1, len(answerable))
    everything = [s for scores in table.values() for s in scores]
    for language, scores in sorted(languages.items()):
        print(_line(language, scores))
    print(_line("all", everything))
    print(f"macro F1 over families {macro:.3f}; confident wrong answers {_mean(s.wrong for s in everything):.1%}; "
          f"unanswerable refused {_mean(s.recall for s in refusals):.1%}")  # fmt: skip


def _line(name: str, scores: list[Score]) -> str:
    means = (_mean(s.precision for s in scores), _mean(s.recall for s in scores), _mean(s.f1 for s in scores))
    return f"{name:14} {len(scores):4} " + " ".join(f"{m:6.3f}" for m in means) + f" {sum(s.wrong for s in scores):6}"


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else 0.0


def _perturbed(opened: OpenStore, parts: dict[str, list[dict[str, Any]]], options: argparse.Namespace) -> None:
    """Scores questions drawn at random as they are and with a small mistake; names what only the mistake breaks."""
    chance = random.Random(options.seed)
    drawn = [(part, q) for part, of in parts.items() if options.part in (None, part) for q in of if "refuse" not in q]
    chosen = [chance.choice(drawn) for _ in range(options.perturb)]
    known: dict[str, Score] = {}
    for _, question in chosen:
        if question["ask"] not in known:
            known[question["ask"]] = score(question, ask(opened, question["ask"]))
    report([(q, known[q["ask"]]) for _, q in chosen], f"{len(chosen)} questions as they are")
    rows = []
    for part, question in chosen:
        changed = {**question, "ask": perturbed(question["ask"], chance)}
        given = ask(opened, changed["ask"])
        rows.append((changed, score(changed, given)))
        if options.failures and part == "development" and rows[-1][1].f1 < known[question["ask"]].f1:
            print(f"{rows[-1][1].f1:.2f} {changed['ask']}\n     {question['ask']}")
            print(f"     {given.status}: {given.reading[:200]}")
    report(rows, f"{len(chosen)} questions with a small mistake")


def main() -> None:
    """Scores the test set as the options say."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--failures", action="store_true", help="name the failures of the development part")
    parser.add_argument("--perturb", type=int, default=0, metavar="N", help="score N questions with small mistakes")
    parser.add_argument("--seed", type=int, default=2026, help="of the mistakes made at random")
    parser.add_argument("--part", choices=("development", "frozen"), help="only this part")
    options = parser.parse_args()
    opened = open_store()
    OPENED.append(opened)
    parts: dict[str, list[dict[str, Any]]] = yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))
    if options.perturb:
        _perturbed(opened, parts, options)
        return
    for part, questions in parts.items():
        if options.part in (None, part):
            rows = []
            for question in questions:
                given = ask(opened, question["ask"])
                told = score(question, given)
                rows.append((question, told))
                if options.failures and part == "development" and told.f1 < 1:
                    wanted = {k: v for k, v in question.items() if k not in ("ask", "language")}
                    named = [a.id or a.value for a in given.answers][:8]
                    print(f"{told.f1:.2f} {question['ask']}")
                    print(f"     {given.status}: {given.reading[:200]} {named}")
                    print(f"     {wanted}")
            report(rows, f"the {part} part")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
