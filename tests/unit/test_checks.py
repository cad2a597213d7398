"""Rules: each with a good and a bad example, and one mistake never shows as two problems."""

import sys
from pathlib import Path

import pytest

from tocgraph.checks import CHECKS, RULES, check, load_checked
from tocgraph.checks.structure import find_cycles
from tocgraph.errors import DataError
from tocgraph.reader import read

RULES_FOLDER = Path(__file__).parent.parent / "rules"
sys.path.insert(0, str(RULES_FOLDER))
import examples  # noqa: E402 - a script beside its examples, so that it can also write the docs

BASE = RULES_FOLDER / "base"


def base(folder: Path, file: str = "", edit: tuple[str, str] = ("", "")) -> Path:
    """A copy of the base folder with one text of one file exchanged."""
    for path in BASE.iterdir():
        text = path.read_text(encoding="utf-8")
        if path.name == f"{file}.yaml":
            assert text.count(edit[0]) == 1
            text = text.replace(*edit)
        (folder / path.name).write_text(text, encoding="utf-8")
    return folder


def found(folder: Path) -> list[tuple[str, int, str]]:
    return [(p.file, p.line, p.rule) for p in check(folder)]


@pytest.mark.parametrize("rule", RULES)
def test_the_bad_example_has_exactly_the_problems_it_states(rule, tmp_path):
    examples.build(RULES_FOLDER / rule / "bad", tmp_path)
    stated = examples.expected(RULES_FOLDER / rule / "bad")
    assert {name for *_, name in stated} == {rule}
    assert found(tmp_path) == stated
    assert {p.level for p in check(tmp_path)} == {RULES[rule].level}


@pytest.mark.parametrize("rule", RULES)
def test_the_good_example_has_no_problem(rule, tmp_path):
    examples.build(RULES_FOLDER / rule / "good", tmp_path)
    assert found(tmp_path) == []


def test_examples_and_docs_cover_exactly_the_rules():
    folders = {path.name for path in RULES_FOLDER.iterdir() if (path / "bad").is_dir()}
    assert folders == set(RULES)
    assert examples.PAGE.read_text(encoding="utf-8") == examples.page(), "run python tests/rules/examples.py"


def test_the_tiny_graph_and_the_base_have_no_problem(tiny):
    assert check(tiny) == []
    assert check(str(BASE)) == []
    assert check(read(tiny)) == []
    assert len(load_checked(tiny).relations) == 16


def test_load_checked_refuses_errors_and_lets_warnings_pass(tmp_path):
    examples.build(RULES_FOLDER / "order" / "bad", tmp_path)
    assert len(load_checked(tmp_path).relations) == 3
    base(tmp_path, "relations", ("object: trafficking\n  cite: [{source: web-page, at: paragraph 1}]", "object: theft"))
    with pytest.raises(DataError) as caught:
        load_checked(tmp_path)
    assert [p.rule for p in caught.value.problems] == ["missing-citation", "unknown-id"]


def test_only_tidy_checks_give_warnings():
    from tocgraph.checks.context import Context

    for rule in RULES.values():
        bad = RULES_FOLDER / rule.id / "bad"
        if rule.level == "warning" and rule.id != "order":
            assert any(one.tidy for one in CHECKS), bad
    reading = read(BASE)
    assert all(list(one.run(Context(reading))) == [] for one in CHECKS)


MISTAKES = [
    # entities.yaml
    ("entities", "id: europol", "id: Europol", ["bad-id"]),
    ("entities", "label: {en: INTERPOL, ar: الإنتربول}", "", ["missing-label"]),
    ("entities", "label: {en: INTERPOL, ar: الإنتربول}", "lbl: {en: INTERPOL, ar: الإنتربول}", ["unknown-field"]),
    ("entities", "label: {en: INTERPOL, ar: الإنتربول}", "label:", ["empty-text"]),
    ("entities", "label: {en: INTERPOL, ar: الإنتربول}", "label: INTERPOL", ["wrong-shape"]),
    ("entities", "- id: interpol\n  type", "- type", ["missing-field"]),
    ("entities", "- id: interpol", "- id: [interpol]", ["wrong-shape"]),
    ("entities", "- id: interpol", "- id: interpol\n  bad: {x", ["yaml-syntax"]),
    (
        "entities",
        "type: crime\n  label: {en: Trafficking",
        "type: crimes\n  label: {en: Trafficking",
        ["unknown-entity-type"],
    ),
    ("entities", "type: crime\n  label: {en: Trafficking", "type:\n  label: {en: Trafficking", ["empty-text"]),
    (
        "entities",
        "- id: trafficking\n  type: crime\n  label: {en: Trafficking, ar: الاتجار}\n  label_from: {ar: translation}",
        "- trafficking",
        ["wrong-shape"],
    ),
    # sources.yaml
    ("sources", "id: web-page\n  title: Web page", "id: web-page", ["missing-field"]),
    ("sources", "- id: web-page", "- name: web-page", ["missing-field", "unknown-field"]),
    ("sources", "title: Annual report", "title: [Annual report]", ["wrong-shape"]),
    ("sources", "title: Annual report", 'title: "Annual report', ["yaml-syntax"]),
    ("sources", "title: Annual report", "title: Annual\x07 report", ["bad-character"]),
    # relations.yaml
    ("relations", "subject: europol", "subject: eurpol", ["unknown-id"]),
    ("relations", "subject: smuggling", "subject: smugling", ["unknown-id"]),
    ("relations", "subject: europol\n", "subject: europol\n  subject: zzz\n", ["repeated-key"]),
    ("relations", "source: annual-report", "source: annual-reports", ["unknown-source"]),
    ("relations", "source: annual-report, ", "", ["missing-field", "unused-source"]),
    ("relations", "cite: [{source: annual-report, at: page 3}]", "cite: [annual-report]", ["wrong-shape"]),
    ("relations", "at: page 3", "at: [page 3]", ["wrong-shape"]),
    ("relations", "at: page 3", "at: ''", ["empty-text"]),
    ("relations", "at: page 3", "art: page 3", ["unknown-field"]),
    ("relations", "relation: counters", "relation: conters", ["unknown-relation-type"]),
    ("relations", "relation: counters", "relation: founded", ["object-or-value"]),
    ("relations", "relation: counters", "relation: counters\n  since: soon\n  until: 1900", ["bad-date"]),
    ("relations", "relation: counters", "relation: counters\n  value: 3", ["object-or-value"]),
    ("relations", "object: interpol", "object:", ["empty-text"]),
    ("relations", "object: interpol", "obect: interpol", ["unknown-field"]),
    ("relations", "object: interpol", "object: interpol\n  qualifiers: {with: interpoll}", ["unknown-id"]),
    ("relations", "object: interpol", "object: interpol\n  qualifiers: {with: {en: interpol}}", ["wrong-datatype"]),
    ("relations", "object: interpol", "object: interpol\n  standing: rejected\n  note: {eng1: x}", ["bad-language"]),
    ("relations", "object: interpol", "object: interpol\n  standing: rejcted", ["unknown-standing"]),
    # schema.yaml
    ("schema", "- id: crime\n", "- id: crime\n    labels: {en: x}\n", ["unknown-field"]),
    ("schema", "    plural: {en: crimes, ar: جرائم}\n", "", ["missing-field"]),
    ("schema", "from: [body]\n    to: [crime]", "from: [body]\n    to: crime", ["wrong-shape"]),
    ("schema", "from: [body]\n    to: [crime]", "from: [body]\n    to: [crimes]", ["unknown-entity-type"]),
    ("schema", "broader: body", "broader: bodies", ["unknown-entity-type"]),
    ("schema", "- id: counters\n    label", "- label", ["missing-field"]),
    ("schema", "entity_types:", "entities:", ["unknown-field"]),
    ("schema", "entity_types:", "entity_types: [", ["yaml-syntax"]),
    ("schema", "base: https://example.org/graph/", "base: example.org", ["bad-url"]),
    ("schema", "base: https://example.org/graph/\n", "", ["missing-field"]),
    ("schema", "core#", "core<x>#", ["bad-url"]),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), MISTAKES)
def test_one_mistake_is_one_problem(tmp_path, file, old, new, expected):
    problems = check(base(tmp_path, file, (old, new)))
    assert sorted(p.rule for p in problems) == expected, "\n".join(map(str, problems))


@pytest.mark.parametrize("file", ["schema", "sources", "entities", "relations"])
def test_a_file_that_cannot_be_read_does_not_blame_the_others(tmp_path, file):
    base(tmp_path)
    (tmp_path / f"{file}.yaml").write_bytes(b"- \xff")
    assert [(p.file, p.rule) for p in check(tmp_path)] == [(f"{file}.yaml", "yaml-syntax")]


def test_twenty_mistakes_are_twenty_problems(tmp_path):
    relations = (Path(__file__).parent / "twenty.yaml").read_text(encoding="utf-8")
    base(tmp_path)
    (tmp_path / "relations.yaml").write_text(relations, encoding="utf-8")
    stated = [
        ("relations.yaml", number, line.split("# ")[1])
        for number, line in enumerate(relations.split("\n"), 1)
        if "# " in line and not line.startswith("#")
    ]
    assert len(stated) == 20
    assert found(tmp_path) == stated, "\n".join(map(str, check(tmp_path)))


def test_unknown_ids_offer_the_nearest_one(tmp_path):
    [problem] = check(base(tmp_path, "relations", ("subject: europol", "subject: eurpol")))
    assert str(problem) == "relations.yaml:1:12 error unknown-id: no entity 'eurpol'; did you mean 'europol'?"


def test_thousands_of_unknown_ids_are_all_reported(tmp_path):
    base(tmp_path)
    block = (
        "- subject: unknown-{0}\n  relation: counters\n  object: trafficking\n  cite: [{{source: web-page, at: x}}]\n"
    )
    text = "".join(block.format(f"{number:05d}") for number in range(3000))
    (tmp_path / "relations.yaml").write_text(text, encoding="utf-8")
    assert sum(p.rule == "unknown-id" for p in check(tmp_path)) == 3000


def test_a_symmetric_relation_claims_the_same_in_either_direction(tmp_path):
    block = "- subject: europol\n  relation: cooperates-with\n  object: interpol"
    turned = "- subject: interpol\n  relation: cooperates-with\n  object: europol"
    again = f"{block}\n  cite: [{{source: web-page, at: x}}]\n{turned}"
    assert [p.rule for p in check(base(tmp_path, "relations", (block, again)))] == ["same-claim"]
    [problem] = check(base(tmp_path, "relations", (block, turned)))
    assert (problem.rule, problem.hint) == ("order", "swap subject and object")


def test_the_same_claim_in_another_time_is_another_claim(tmp_path):
    cite = "  cite: [{source: annual-report, at: page 3}]\n"
    block = "- subject: europol\n  relation: cooperates-with\n  object: interpol\n"
    twice = f"{block}{cite}{block}  since: 2010\n{cite}"
    assert check(base(tmp_path, "relations", (block + cite, twice))) == []


def test_the_order_message_names_the_block_before(tmp_path):
    base(tmp_path)
    names = ["echo", "alpha", "bravo", "charlie", "golf", "delta", "foxtrot"]
    text = "".join(f"- id: {name}\n  title: {name}\n" for name in names)
    (tmp_path / "sources.yaml").write_text(text, encoding="utf-8")
    messages = [p.message for p in check(tmp_path) if p.rule == "order"]
    assert messages == [
        "'echo' is out of order; it comes after 'delta'",
        "'golf' is out of order; it comes after 'foxtrot'",
    ]


def test_names_are_compared_without_case_accents_and_vowel_signs(tmp_path):
    base(tmp_path, "entities", ("{en: Smuggling, ar: التهريب}", "{en: ÉUROPOL, ar: الإِنتربول}"))
    assert [p.message for p in check(tmp_path)] == [
        "'ÉUROPOL' is a name of 'europol' as well",
        "'الإِنتربول' is a name of 'interpol' as well",
    ]


def test_an_entity_may_repeat_its_own_name(tmp_path):
    label = "label: {en: INTERPOL, ar: الإنتربول}"
    assert check(base(tmp_path, "entities", (label, f"{label}\n  aliases: {{en: [Interpol]}}"))) == []


@pytest.mark.parametrize("number", ["0", "-3", "12.50", "100000000000000000000"])
def test_plain_decimals_are_numbers(tmp_path, number):
    assert check(_with_value(tmp_path, "member-count", number)) == []


@pytest.mark.parametrize("number", ["1,200", "1e3", ".5", "5.", "+1", "٣", "1 200", "12 %", "0x10"])
def test_nothing_else_is_a_number(tmp_path, number):
    assert [p.rule for p in check(_with_value(tmp_path, "member-count", number))] == ["wrong-datatype"]


@pytest.mark.parametrize(
    ("date", "rule"),
    [("2001-13", "bad-date"), ("2001-02-30", "bad-date"), ("01/02/2001", "bad-date"), ("soon", "wrong-datatype")],
)
def test_a_date_that_is_none_or_cannot_be(tmp_path, date, rule):
    assert [p.rule for p in check(_with_value(tmp_path, "founded", date))] == [rule]


def _with_value(folder: Path, relation: str, value: str) -> Path:
    block = "- subject: smuggling\n"
    literal = (
        f"- subject: interpol\n  relation: {relation}\n  value: '{value}'\n  cite: [{{source: web-page, at: x}}]\n"
    )
    return base(folder, "relations", (block, literal + block))


@pytest.mark.parametrize(
    ("edges", "loops"),
    [
        ({}, []),
        ({"a": ["b"], "b": ["c"]}, []),
        ({"a": ["a"]}, [["a"]]),
        ({"a": ["b"], "b": ["a"]}, [["a", "b"]]),
        ({"a": ["b"], "b": ["c"], "c": ["a", "d"], "d": ["c"]}, [["a", "b", "c"]]),
        ({"a": ["b"], "b": ["a"], "c": ["b", "d"], "d": ["c"]}, [["a", "b"], ["c", "d"]]),
        ({"x": ["a"], "a": ["b"], "b": ["c"], "c": ["b", "y"]}, [["b", "c"]]),
    ],
)
def test_each_group_of_cycles_is_told_once(edges, loops):
    assert find_cycles(edges) == loops


def test_a_long_chain_and_a_long_cycle_are_no_trouble():
    chain = {str(n): [str(n + 1)] for n in range(50_000)}
    assert find_cycles(chain) == []
    chain["50000"] = ["0"]
    assert [len(loop) for loop in find_cycles(chain)] == [50_001]


def test_a_rejected_claim_closes_no_cycle(tmp_path):
    block = (
        "- subject: smuggling\n  relation: broader\n  object: trafficking\n"
        "  cite: [{source: web-page, at: paragraph 2}]\n"
    )
    back = (
        "- subject: trafficking\n  relation: broader\n  object: smuggling\n  standing: rejected\n  note: No.\n"
        "  cite: [{source: web-page, at: x}]\n"
    )
    assert check(base(tmp_path, "relations", (block, block + back))) == []


def test_two_ids_of_the_schema_that_become_one_address_are_one(tmp_path):
    twin = "  - {id: with-2, value: text, label: {en: a, ar: أ}}\n  - {id: with2, value: text, label: {en: b, ar: ب}}\n"
    line = "  - {id: role, value: text, label: {en: role, ar: الدور}}\n"
    problems = found(base(tmp_path, "schema", (line, line + twin)))
    assert problems == [("schema.yaml", 21, "repeated-id")]
