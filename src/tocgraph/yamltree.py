"""YAML text -> plain values and the place of each one, in a single parse.

YAML 1.2 with every scalar as text: `NO` is Norway and `1_2` is no number. A repeated key, an anchor,
an empty value and a character that no page or RDF document may hold are problems. A block that is
not YAML is cut out and reported, and the rest of the file is read on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import yaml

from tocgraph.text import FORBIDDEN

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML built without libyaml: same nodes, ten times slower
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

Report = Callable[[int, int, str, str, str], None]
"""Called with line, column, rule, message, hint."""

_NULLS = frozenset(("~", "null", "Null", "NULL"))
_MOST_CUTS = 25
"""How many broken blocks are cut out of a file before the whole file counts as broken."""
_MOST_DEPTH = 1000
"""libyaml's composer recurses in C without a limit; far deeper nesting would end the process."""

_BRACKET = re.compile(r"[\[\]{}]")
_DEEP_LINE = re.compile(rf"^[ \t\-?:]{{{_MOST_DEPTH}}}", re.MULTILINE)


class _TextLoader(_Loader):
    """A loader that resolves no scalar: everything stays text.

    Nobody reads the tags of its nodes, and finding them is a third of the work; hence the empty methods.
    """

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        return ""

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        return None

    def ascend_resolver(self) -> None:
        return None


class Tree:
    """A parsed YAML document: its value, and the position of any part of it.

    `whole` is false when the file could not be read as YAML at all, `cut` holds the text of blocks
    that were left out because they are not YAML, `holes` tells that some value is empty (None).
    """

    def __init__(self, value: Any, node: yaml.Node | None, whole: bool = True, holes: bool = False) -> None:
        self.value = value
        self.whole = whole
        self.holes = holes
        self.cut: list[str] = []
        self._node = node

    def position(self, path: Sequence[str | int] = ()) -> tuple[int, int]:
        """Line and column (from 1) of the value at `path`; the nearest parent's when it is missing.

        The last step prefers the value; for a mapping entry whose value is a collection, its key.
        """
        node, mark = self._node, None
        for step in path:
            child = None
            if isinstance(node, yaml.MappingNode):
                for key, value in node.value:
                    if key.value == step:
                        child, mark = value, (key if isinstance(value, yaml.CollectionNode) else value).start_mark
                        break
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                child = node.value[step]
                mark = child.start_mark
            if child is None:
                break
            node = child
        if mark is None:
            mark = self._node.start_mark if self._node is not None else None
        return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)

    def key_position(self, path: Sequence[str | int]) -> tuple[int, int]:
        """Line and column of the key that ends `path`; of the nearest parent when there is no such key."""
        node = self._node
        for step in path[:-1]:
            if isinstance(node, yaml.MappingNode):
                node = next((v for k, v in node.value if k.value == step), None)
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
            else:
                node = None
        if isinstance(node, yaml.MappingNode):
            for key, _ in node.value:
                if key.value == path[-1]:
                    return key.start_mark.line + 1, key.start_mark.column + 1
        return self.position(path)


def parse(data: bytes, report: Report) -> Tree:
    """The tree of a YAML file; what is wrong with its text goes to `report`.

    A file that cannot be parsed gives a tree with the value None and `whole` false.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        report(line, column, "yaml-syntax", "the file is not UTF-8 text", "save it as UTF-8")
        return Tree(None, None, whole=False)
    text = _without_forbidden(text, report)
    if _too_deep(text):
        report(1, 1, "yaml-syntax", "the file is nested too deeply", "flatten it")
        return Tree(None, None, whole=False)
    cut: list[str] = []
    while True:
        try:
            node = _compose(text)
            break
        except yaml.YAMLError as error:
            text, block, (line, column) = _without_block(text, error)
            report(line, column, "yaml-syntax", _what(error), "check indentation, quotes and brackets here")
            if not block or len(cut) == _MOST_CUTS:
                return Tree(None, None, whole=False)
            cut.append(block)
    builder = _Builder(report, escapes="\\" in text, anchors="&" in text)
    tree = Tree(builder.value(node, 0) if node is not None else None, node)
    tree.holes, tree.cut = builder.holes, cut
    return tree


def _compose(text: str) -> yaml.Node | None:
    loader = _TextLoader(text)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


def _without_forbidden(text: str, report: Report) -> str:
    """The text as it would be once mended, so that one bad character hides no other problem."""
    matches = list(FORBIDDEN.finditer(text))
    for match in matches[:_MOST_CUTS]:
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        report(line, column, "bad-character", f"the character {_code(match[0])} is not allowed", "remove it")
    return FORBIDDEN.sub("", text) if matches else text


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"


def _too_deep(text: str) -> bool:
    if _DEEP_LINE.search(text):
        return True
    # Pairs go from the inside out, one level a round; what stays is unbalanced and counts as open.
    brackets, rounds = "".join(_BRACKET.findall(text)), 0
    while rounds <= _MOST_DEPTH:
        fewer = brackets.replace("[]", "").replace("{}", "")
        if len(fewer) == len(brackets):
            return rounds + fewer.count("[") + fewer.count("{") > _MOST_DEPTH
        brackets, rounds = fewer, rounds + 1
    return True


def _what(error: yaml.YAMLError) -> str:
    if not isinstance(error, yaml.MarkedYAMLError):
        return "not YAML"
    return ", ".join(part for part in (error.context, error.problem) if part) or "not YAML"


def _without_block(text: str, error: yaml.YAMLError) -> tuple[str, str, tuple[int, int]]:
    """The text with the top-level block at fault blanked (lines keep their numbers), that block, the place.

    The block is empty when the fault is in none, for instance in a file that is not a list of blocks.
    """
    mark = (error.problem_mark or error.context_mark) if isinstance(error, yaml.MarkedYAMLError) else None
    if mark is None:
        return text, "", (1, 1)
    place = (mark.line + 1, mark.column + 1)
    # An open quote or bracket is noticed only later: its start, the context, tells the block. A context
    # in the first column is the list of blocks itself and tells nothing.
    context = error.context_mark  # type: ignore[attr-defined]
    if context is not None and context.column > 0:
        mark = context
    lines = text.split("\n")
    first = min(mark.line, len(lines) - 1)
    if mark.column == 0 and _starts_block(lines[first]) and re.search("flow node|not allowed", _what(error)):
        first -= 1  # an open bracket in the block before makes this dash unexpected
    while first >= 0 and not _starts_block(lines[first]):
        first -= 1
    if first < 0:
        return text, "", place
    last = first + 1
    while last < len(lines) and not _starts_block(lines[last]):
        last += 1
    if place[0] > last:
        inside = first <= mark.line < last
        place = (mark.line + 1, mark.column + 1) if inside else (first + 1, 1)
    block = "\n".join(lines[first:last])
    lines[first:last] = [""] * (last - first)
    return "\n".join(lines), block, place


def _starts_block(line: str) -> bool:
    return line[:2] in ("- ", "-")


class _Builder:
    """Plain values from nodes."""

    def __init__(self, report: Report, escapes: bool, anchors: bool) -> None:
        self.report = report
        self.escapes = escapes
        self.anchors = anchors
        self.holes = False
        self.seen: set[int] = set()

    def value(self, node: yaml.Node, depth: int) -> Any:
        """The value of a node: a text, a list, a dict, or None where there is nothing to read."""
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node)
        if depth > 50 or (self.anchors and id(node) in self.seen):
            # A node met twice is a YAML alias: harmless to read, but its copies would have no place of their own.
            self.at(node, "yaml-syntax", "anchors and deep nesting are not used in these files", "write the value out")
            self.holes = True
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, depth + 1) for child in node.value]
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if not isinstance(key_node, yaml.ScalarNode):
                self.at(key_node, "yaml-syntax", "a key must be a plain word", "quote or rename it")
            elif key in result:
                self.at(key_node, "repeated-key", f"the key {key!r} is repeated", "keep one of them")
            elif isinstance(value_node, yaml.ScalarNode):
                result[key] = self.scalar(value_node)
            else:
                result[key] = self.value(value_node, depth + 1)
        return result

    def scalar(self, node: yaml.ScalarNode) -> str | None:
        """The text of a scalar; None when there is nothing in it."""
        text: str = node.value
        # A plain scalar has the style None in PyYAML's own parser and "" in libyaml's.
        if not text or text.isspace() or (text in _NULLS and not node.style):
            self.at(node, "empty-text", "there is nothing here", "write a value, or remove the field")
            self.holes = True
            return None
        if self.escapes and node.style == '"':
            found = FORBIDDEN.search(text)
            if found:
                self.at(node, "bad-character", f"the character {_code(found[0])} is not allowed", "remove it")
                return FORBIDDEN.sub("", text) or "?"
        return text

    def at(self, node: yaml.Node, rule: str, message: str, hint: str) -> None:
        self.report(node.start_mark.line + 1, node.start_mark.column + 1, rule, message, hint)
