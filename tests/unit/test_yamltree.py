"""YAML as text with places: what is read, what is refused, and how much of a broken file is still read."""

import pytest

from tocgraph.yamltree import Tree, parse


def read(text: str | bytes) -> tuple[Tree, list[tuple[int, int, str]]]:
    found: list[tuple[int, int, str]] = []
    data = text if isinstance(text, bytes) else text.encode()
    tree = parse(data, lambda line, column, rule, message, hint: found.append((line, column, rule)))
    return tree, found


def test_every_scalar_is_a_text():
    tree, found = read("[NO, yes, 1_2, 0x10, 1e3, 2004-11-15, 'null', .inf, 12:30:45]")
    assert tree.value == ["NO", "yes", "1_2", "0x10", "1e3", "2004-11-15", "null", ".inf", "12:30:45"]
    assert found == []


@pytest.mark.parametrize("text", ["a: ~", "a: null", "a:", "a: ''", 'a: "  "'])
def test_a_field_without_a_value_is_a_problem(text):
    tree, found = read(text)
    assert tree.value == {"a": None}
    assert [rule for *_, rule in found] == ["empty-text"]
    assert tree.holes


def test_an_empty_file_has_no_value_and_no_problem():
    for text in ("", "# only a comment\n", "\ufeff"):
        tree, found = read(text)
        assert (tree.value, found, tree.whole) == (None, [], True)


def test_places_count_lines_and_columns_from_one():
    tree, _ = read("- id: a\n  label: {en: A, ar: B}\n- id: b\n  cite:\n    - {at: x}\n")
    assert tree.position([0, "id"]) == (1, 7)
    assert tree.position([0, "label"]) == (2, 3)
    assert tree.position([0, "label", "ar"]) == (2, 22)
    assert tree.key_position([0, "label", "ar"]) == (2, 18)
    assert tree.position([1, "cite", 0, "at"]) == (5, 12)
    assert tree.position([1, "missing", "deeper"]) == (3, 3)
    assert tree.key_position([7, "x", "y"]) == (1, 1)


def test_a_repeated_key_is_reported_and_the_first_one_kept():
    tree, found = read("a: 1\nb: 2\na: 3\n")
    assert tree.value == {"a": "1", "b": "2"}
    assert found == [(3, 1, "repeated-key")]


def test_anchors_are_refused():
    tree, found = read("a: &x [1]\nb: *x\n")
    assert found == [(1, 4, "yaml-syntax")]
    assert tree.value == {"a": ["1"], "b": None}


def test_a_key_that_is_no_word_is_refused():
    tree, found = read("? [a]\n: b\nc: d\n")
    assert tree.value == {"c": "d"}
    assert found == [(1, 3, "yaml-syntax")]


@pytest.mark.parametrize("broken", ['  title: "open', "  list: [a, b", "  a: b: c", " dedented: x", "  title: @x"])
def test_a_broken_block_is_cut_out_and_the_rest_is_read(broken):
    tree, found = read(f"- id: a\n\n- id: b\n{broken}\n\n- id: c\n  title: 'quoted'\n  other: \"x\"\n\n- id: d\n")
    assert [block["id"] for block in tree.value] == ["a", "c", "d"]
    assert [rule for *_, rule in found] == ["yaml-syntax"]
    assert found[0][0] in (3, 4)
    assert [cut.split("\n")[0] for cut in tree.cut] == ["- id: b"]
    assert tree.position([1, "id"]) == (6, 7)


def test_two_broken_blocks_are_both_reported():
    tree, found = read("- id: a\n  x: [\n- id: b\n  y: {\n- id: c\n")
    assert [block["id"] for block in tree.value] == ["c"]
    assert len(found) == 2


@pytest.mark.parametrize("text", ["a: [1", "x: 'y", "a: b\n c: d: e", "%YAML 9\n", "---\na: 1\n---\nb: 2\n", "\tx: 1"])
def test_a_broken_file_that_is_no_list_has_no_value(text):
    tree, found = read(text)
    assert tree.value is None
    assert not tree.whole
    assert [rule for *_, rule in found] == ["yaml-syntax"]


def test_a_file_of_broken_blocks_ends():
    tree, found = read("- a: [\n" * 200)
    assert tree.value is None
    assert len(found) == 26


def test_bytes_that_are_no_text_are_placed():
    tree, found = read(b"a: 1\nb: \xff\n")
    assert (tree.whole, found) == (False, [(2, 4, "yaml-syntax")])


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\x7f", "\x85", "\u2028", "\u202e", "\u2066", "\ufeff", "\uffff"]
)
def test_a_forbidden_character_is_reported_and_the_rest_is_read(character):
    tree, found = read(f"a: on{character}e\nb: two\n")
    assert tree.value == {"a": "one", "b": "two"}
    assert found == [(1, 6, "bad-character")]


@pytest.mark.parametrize("escape", ["\\u202E", "\\x07", "\\u2028", "\\0", "\\N"])
def test_a_forbidden_character_written_as_an_escape_is_reported(escape):
    tree, found = read(f'a: "on{escape}e"\n')
    assert tree.value == {"a": "one"}
    assert found == [(1, 4, "bad-character")]


def test_arabic_marks_and_joiners_are_allowed():
    text = "a: \u200fمادة\u200c 3\u200e"
    assert read(text)[1] == []


def test_a_lone_surrogate_cannot_be_smuggled_in():
    _, found = read('- a: "\\ud800"\n- b: c\n')
    assert len(found) == 1


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 100_000, "{a: " * 100_000, "[[]" * 100_000, "? " * 100_000])
def test_deep_nesting_is_refused_and_never_ends_the_process(text):
    tree, found = read(text)
    assert {rule for *_, rule in found} == {"yaml-syntax"}
    assert not tree.whole


def test_moderately_deep_nesting_is_refused_with_its_place():
    _, found = read("a: " + "[" * 60 + "]" * 60)
    assert [rule for *_, rule in found] == ["yaml-syntax"]
