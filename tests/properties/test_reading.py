"""Whatever is done to a data file, reading and checking give problems, never a traceback."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tocgraph.checks import RULES, check
from tocgraph.reader import read

BASE = Path(__file__).parent.parent / "rules" / "base"
FILES = {path.name: path.read_bytes() for path in sorted(BASE.iterdir())}
MARKS = (
    "[",
    "]",
    "{",
    "}",
    ":",
    ": ",
    "- ",
    "\n",
    "\n- ",
    " ",
    "\t",
    '"',
    "'",
    "#",
    "&a ",
    "*a",
    "!x ",
    "|",
    ">",
    "?",
    "%",
)
MARKS += ("~", "\\", "\x00", "\u202e", "\u2028", "id: ", "S", "to: ", "1e3", "---\n", "\r", "\ufeff")
PIECES = st.sampled_from(MARKS) | st.text(max_size=5)
CALM = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def problems(files: dict[str, bytes]) -> list[tuple[str, int, int]]:
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            (Path(folder) / name).write_bytes(data)
        found = check(folder)
        lines = {name: data.count(b"\n") + data.count(b"\r") + 2 for name, data in files.items()}
    for problem in found:
        assert problem.rule in RULES
        assert problem.level == RULES[problem.rule].level
        assert 1 <= problem.line <= lines[problem.file], problem
        assert problem.column >= 1
        assert problem.message
    return found


@CALM
@given(st.sampled_from(sorted(FILES)), st.data())
def test_a_damaged_file_gives_problems(name, data):
    text = FILES[name].decode()
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 30)))
        text = text[:start] + data.draw(PIECES) + text[end:]
    problems({**FILES, name: text.encode("utf-8", "surrogatepass")})


@CALM
@given(st.sampled_from(sorted(FILES)), st.binary(max_size=200))
def test_any_bytes_give_problems(name, data):
    problems({**FILES, name: data})


VALUES = st.recursive(
    st.sampled_from(["interpol", "crime", "'2001'", "{}", "[]", "x", '""', "null", "S x"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(st.sampled_from(["en", "id", "source", "at", "x"]), inner, max_size=3).map(
            lambda items: "{" + ", ".join(f"{key}: {value}" for key, value in items.items()) + "}"
        )
    ),
    max_leaves=6,
)
FIELDS = (
    "id type label aliases description identifiers subject relation object value since until qualifiers standing note "
    "cite "
    "title authors issued url as-of plural broader words rdf from to flags answers phrases inverse base prefixes "
    "entity_types relation_types source text at begins uncited parts zzz"
).split()


@CALM
@given(st.sampled_from(sorted(FILES)), st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=8))
def test_any_block_gives_problems(name, block):
    lines = [f"{field}: {value}\n" for field, value in block.items()]
    text = "".join(lines) if name == "schema.yaml" else "- " + "  ".join(lines or ["{}\n"])
    problems({**FILES, name: text.encode()})


@CALM
@given(st.permutations(range(4)), st.permutations(range(3)))
def test_the_order_of_blocks_never_changes_what_is_read(entities, relations):
    def shuffled(name: str, order: list[int]) -> bytes:
        text = FILES[name].decode()
        blocks = [f"- {block}" for block in ("\n" + text).split("\n- ")[1:]]
        return ("\n".join(blocks[index].rstrip("\n") for index in order) + "\n").encode()

    files = {
        **FILES,
        "entities.yaml": shuffled("entities.yaml", entities),
        "relations.yaml": shuffled("relations.yaml", relations),
    }
    rules = {problem[4] for problem in problems(files)}
    ordered = entities == sorted(entities) and relations == sorted(relations)
    assert rules == (set() if ordered else {"order"})


@pytest.mark.parametrize("name", sorted(FILES))
def test_every_prefix_of_a_file_can_be_read(name):
    data = FILES[name]
    with tempfile.TemporaryDirectory() as folder:
        for other, content in FILES.items():
            (Path(folder) / other).write_bytes(content)
        for length in range(0, len(data), 7):
            (Path(folder) / name).write_bytes(data[:length])
            read(Path(folder))
            check(folder)
