"""The JSON interface: what the commands answer with `--format json`, at addresses of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from tocgraph.answers import AnswerSet
from tocgraph.dates import parse_date
from tocgraph.server.protocol import Refusal
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic

_MARKS = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_LONGEST = 1000
SAYING = r"[^\s\x1c-\x1f\x85\ufeff]"
"""What a text must have one of, as a regular expression: no space, neither to Python nor to JSON Schema."""


class Parameter(NamedTuple):
    """A parameter of an operation: `kind` is text, date, language, number or list."""

    name: str
    about: str
    kind: str = "text"
    required: bool = False
    most: int = _LONGEST
    least: int = 1


class Operation(NamedTuple):
    """What stands at one address: what it is for, its parameters, and the function that answers."""

    about: str
    parameters: tuple[Parameter, ...]
    answer: Callable[[OpenStore, Mapping[str, Any]], AnswerSet]


def _ask(opened: OpenStore, given: Mapping[str, Any]) -> AnswerSet:
    from tocgraph.asking import ask

    return ask(opened, given["q"], given["lang"], given["as_of"], given["reading"])


def _find(opened: OpenStore, given: Mapping[str, Any]) -> AnswerSet:
    from tocgraph.reports.find import find

    return find(opened, given["q"], given["limit"] or 20, given["lang"], given["as_of"])


def _show(opened: OpenStore, given: Mapping[str, Any]) -> AnswerSet:
    from tocgraph.reports.show import show

    return show(opened, given["entity"], given["lang"], given["as_of"])


def _basis(opened: OpenStore, given: Mapping[str, Any]) -> AnswerSet:
    from tocgraph.reports.basis import basis

    return basis(opened, given["state"], given["other"], given["for"], given["crime"], given["on"], given["lang"])


def _compare(opened: OpenStore, given: Mapping[str, Any]) -> AnswerSet:
    from tocgraph.reports.compare import compare

    return compare(opened, given["entity"], given["by"], given["lang"], given["as_of"])


_LANG = Parameter("lang", "Language of the answer, en or ar; that of the question unless told.", "language")
_AS_OF = Parameter("as_of", "Only what may hold on this date (2004, 2004-11 or 2004-11-15).", "date")

OPERATIONS = {
    "/api/ask": Operation(
        "Answer a question in plain words, in English or Arabic, with the sources.",
        (
            Parameter("q", "The question.", required=True),
            _LANG, _AS_OF,
            Parameter("reading", "Which of the readings that were offered to take, from 1.", "number", most=20),
        ),
        _ask,
    ),
    "/api/find": Operation(
        "Find entities by id, label, alias or identifier; typing errors are forgiven.",
        (
            Parameter("q", "A name or a part of one.", required=True, most=200),
            Parameter("limit", "At most so many entities; 20 unless told.", "number", most=1000),
            _LANG, _AS_OF,
        ),
        _find,
    ),
    "/api/show": Operation(
        "Everything known of one entity, with the sources.",
        (Parameter("entity", "An id, an address, a label or an alias.", required=True, most=400), _LANG, _AS_OF),
        _show,
    ),
    "/api/basis": Operation(
        "The instruments in force between two States that provide a form of cooperation. Not legal advice.",
        (
            Parameter("state", "One State: its id, a name or a code.", required=True, most=400),
            Parameter("other", "The other one.", required=True, most=400),
            Parameter("for", "The form of cooperation, such as extradition; any unless told.", most=400),
            Parameter("crime", "The crime, by id or name; any unless told.", most=400),
            Parameter("on", "In force on this date; as recorded unless told.", "date"),
            _LANG,
        ),
        _basis,
    ),
    "/api/compare": Operation(
        "Things side by side: what they share, what only some have, what is not known.",
        (
            Parameter("entity", "What to compare: two to twelve ids or names, each by itself.", "list", True, 12, 2),
            Parameter("by", "What to compare by, such as crimes; a type, a relation type or a concept.", most=400),
            _LANG, _AS_OF,
        ),
        _compare,
    ),
}  # fmt: skip
"""The operations by path."""


def read(operation: Operation, given: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The parameters of a request as values; None for what was left out.

    Raises:
        Refusal: 400, a parameter is missing, unknown, given twice or malformed.
    """
    known = {p.name for p in operation.parameters}
    unknown = sorted({name for name, _ in given} - known)
    if unknown:
        raise Refusal(400, f"there is no parameter {unknown[0]!r}", f"there are {', '.join(sorted(known))}")
    values: dict[str, Any] = {}
    for parameter in operation.parameters:
        texts = [text for name, text in given if name == parameter.name]
        values[parameter.name] = _value(parameter, texts)
    if values.get("lang") is None:
        # Of what was asked for; a language is told, not guessed from the browser, so that answers can be kept.
        values["lang"] = "ar" if any(is_arabic(text) for _, text in given) else "en"
    return values


def _value(parameter: Parameter, texts: list[str]) -> Any:
    name = parameter.name
    if parameter.kind == "list":
        if not parameter.least <= len(texts) <= parameter.most:
            raise Refusal(
                400, f"{name} is given {len(texts)} times", f"give it from {parameter.least} to {parameter.most} times"
            )
        for text in texts:
            _value(parameter._replace(kind="text", most=400), [text])
        return texts
    if len(texts) > 1:
        raise Refusal(400, f"{name} is given {len(texts)} times", "give it once")
    if not texts:
        if parameter.required:
            raise Refusal(400, f"{name} is missing", parameter.about)
        return None
    text = texts[0]
    if parameter.kind == "number":
        if not (text.isascii() and text.isdigit() and len(text) < 8 and 1 <= int(text) <= parameter.most):
            raise Refusal(400, f"{name} is no number from 1 to {parameter.most}", parameter.about)
        return int(text)
    if not re.search(SAYING, text) or len(text) > parameter.most:
        raise Refusal(
            400, f"{name} has {len(text)} characters, or nothing but spaces", f"give 1 to {parameter.most} characters"
        )
    if parameter.kind == "language" and text not in ("en", "ar"):
        raise Refusal(400, f"{name} is not en or ar", parameter.about)
    if parameter.kind == "date":
        try:
            parse_date(text)
        except ValueError as error:
            raise Refusal(400, str(error), parameter.about) from error
    return text


def written(content: Any) -> bytes:
    """JSON as the commands write it: indented, with Arabic as it is; control marks escaped."""
    text = json.dumps(content, ensure_ascii=False, indent=2)
    return (_MARKS.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n").encode()
