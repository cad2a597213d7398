"""YAML text -> plain values and the place of each one, in a single parse.

YAML 1.2 with every scalar as text: `NO` is Norway and `1_2` is no number. A repeated key and an
anchor are problems. Values are dicts, lists, texts and None (an empty plain scalar).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import yaml

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML built without libyaml: same nodes, ten times slower
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

Report = Callable[[int, int, str, str, str], None]
"""Called with line, column, rule, message, hint."""

_NULLS = ("", "~", "null", "Null", "NULL")


class _TextLoader(_Loader):
    """A loader that resolves no scalar: everything stays text."""


_TextLoader.yaml_implicit_resolvers = {}


class Tree:
    """A parsed YAML document: its value, and the position of any part of it."""

    def __init__(self, value: Any, node: yaml.Node | None) -> None:
        self.value = value
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
        """Line and column of the key that ends `path`."""
        node = self._node
        for step in path[:-1]:
            if isinstance(node, yaml.MappingNode):
                node = next((v for k, v in node.value if k.value == step), None)
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
                node = node.value[step]
        if isinstance(node, yaml.MappingNode):
            for key, _ in node.value:
                if key.value == path[-1]:
                    return key.start_mark.line + 1, key.start_mark.column + 1
        return self.position(path)


def parse(data: bytes, report: Report) -> Tree:
    """The tree of a YAML file; what is wrong with its text goes to `report`.

    A file that cannot be parsed gives a tree with the value None.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        report(line, column, "yaml-syntax", "the file is not UTF-8 text", "save it as UTF-8")
        return Tree(None, None)
    try:
        loader = _TextLoader(text)
        try:
            node = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        column = error.position - text.rfind("\n", 0, error.position)
        report(line, column, "yaml-syntax", f"the character {error.character!r} is not allowed", "remove it")
        return Tree(None, None)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        what = ", ".join(part for part in (error.context, error.problem) if part)
        report(line, column, "yaml-syntax", what or "not YAML", "check indentation, quotes and brackets here")
        return Tree(None, None)
    except RecursionError:
        report(1, 1, "yaml-syntax", "the file is nested too deeply", "flatten it")
        return Tree(None, None)
    return Tree(_value(node, report, set(), 0) if node is not None else None, node)


def _value(node: yaml.Node, report: Report, seen: set[int], depth: int) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return None if node.style is None and node.value in _NULLS else node.value
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    # A node met twice is a YAML alias: harmless to read, but its copies would have no place of their own.
    if id(node) in seen or depth > 50:
        report(line, column, "yaml-syntax", "anchors and aliases are not used in these files", "write the value out")
        return None
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        return [_value(child, report, seen, depth + 1) for child in node.value]
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = key_node.value
        if not isinstance(key_node, yaml.ScalarNode):
            mark = key_node.start_mark
            report(mark.line + 1, mark.column + 1, "yaml-syntax", "a key must be a plain word", "quote or rename it")
            continue
        if key in result:
            mark = key_node.start_mark
            report(mark.line + 1, mark.column + 1, "repeated-key", f"the key {key!r} is repeated", "keep one of them")
            continue
        result[key] = _value(value_node, report, seen, depth + 1)
    return result
