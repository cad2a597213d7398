"""The OpenAPI 3.1 document of the service, made from the operations themselves."""

from __future__ import annotations

from typing import Any

from tocgraph import __version__
from tocgraph.rdf import LICENSE, TITLE
from tocgraph.server.api import OPERATIONS, SAYING, Parameter

_TEXT = {"type": "string"}
_TEXTS = {"type": "object", "additionalProperties": {"type": "string"}}
_CITATION = {
    "type": "object",
    "required": ["source", "title", "at"],
    "properties": {"source": _TEXT, "title": _TEXT, "at": _TEXT},
}
_ANSWER = {
    "type": "object",
    "required": ["id", "label", "type", "value", "qualifiers", "claims", "citations"],
    "properties": {
        "id": {"type": ["string", "null"], "description": "The id of an entity; null for a value."},
        "label": _TEXTS,
        "type": {"type": ["string", "null"]},
        "value": {"description": "A date, a number, a text, true, false or unknown."},
        "relation": _TEXT,
        "inverse": {"type": "boolean"},
        "qualifiers": {"type": "object"},
        "since": _TEXT,
        "until": _TEXT,
        "standing": {"type": "string", "enum": ["preferred", "normal", "unverified", "disputed", "rejected"]},
        "derived": _TEXT,
        "note": _TEXTS,
        "claims": {"type": "array", "items": _TEXT},
        "citations": {"type": "array", "items": {"$ref": "#/components/schemas/Citation"}},
    },
}
_SET = {
    "type": "object",
    "required": [
        "question", "status", "reading", "sparql", "answers", "path", "table", "complete", "as_of", "suggestions",
    ],
    "properties": {
        "question": _TEXT,
        "status": {"type": "string", "enum": ["answered", "ambiguous", "not-understood", "not-in-graph"]},
        "reading": _TEXT,
        "sparql": _TEXT,
        "answers": {"type": "array", "items": {"$ref": "#/components/schemas/Answer"}},
        "path": {"type": ["array", "null"], "items": {"type": "object"}},
        "table": {
            "type": ["object", "null"],
            "required": ["columns", "rows"],
            "properties": {
                "columns": {"type": "array", "items": _TEXT},
                "rows": {"type": "array", "items": {"type": "array"}},
            },
        },
        "complete": {"type": "string", "enum": ["yes", "no", "unknown"]},
        "as_of": {"type": ["string", "null"]},
        "suggestions": {"type": "array", "items": _TEXT},
        "about": {"type": "object"},
        "remarks": {"type": "array", "items": _TEXT},
        "nothing": _TEXT,
    },
}  # fmt: skip
_PROBLEM = {
    "type": "object",
    "required": ["title", "status", "detail"],
    "properties": {"title": _TEXT, "status": {"type": "integer"}, "detail": _TEXT, "hint": _TEXT},
}
_YEAR = "([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])"
_MONTH = "(0[1-9]|1[0-2])"
_DAY = "(0[1-9]|[12][0-9]|3[01])"
_PROBLEMS = {
    "400": "A parameter is missing or malformed.",
    "404": "Nothing has that name.",
    "422": "The names are known, but do not fit what is asked.",
    "429": "Too many requests of this address are under way.",
    "503": "The answer takes too long, or too many others wait.",
}


def document(address: str) -> dict[str, Any]:
    """The document of the service at that address."""
    paths: dict[str, Any] = {}
    for path, operation in OPERATIONS.items():
        paths[path] = {
            "get": {
                "operationId": path.rpartition("/")[2],
                "summary": operation.about,
                "parameters": [_parameter(parameter) for parameter in operation.parameters],
                "responses": {
                    "200": _answer("The answer, be it an empty list.", "AnswerSet", "application/json"),
                    "304": {"description": "What was named in If-None-Match is still the answer."},
                    **{c: _answer(about, "Problem", "application/problem+json") for c, about in _PROBLEMS.items()},
                },
            }
        }  # fmt: skip
    paths["/health"] = {
        "get": {
            "operationId": "health",
            "summary": "Whether the service answers.",
            "responses": {"200": _answer("It does.", "Health", "application/json")},
        }
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": TITLE["en"],
            "version": __version__,
            "description": "Questions answered with their sources. The SPARQL endpoint is at /sparql.",
            "license": {"name": "Data: CC BY 4.0", "url": LICENSE},
        },
        "servers": [{"url": address}],
        "paths": paths,
        "components": {
            "schemas": {
                "AnswerSet": _SET,
                "Answer": _ANSWER,
                "Citation": _CITATION,
                "Problem": _PROBLEM,
                "Health": {
                    "type": "object",
                    "required": ["status", "version", "data"],
                    "properties": {"status": {"const": "ok"}, "version": _TEXT, "data": _TEXT},
                },
            }
        },
    }


def _answer(about: str, schema: str, media: str) -> dict[str, Any]:
    return {"description": about, "content": {media: {"schema": {"$ref": f"#/components/schemas/{schema}"}}}}


def _parameter(parameter: Parameter) -> dict[str, Any]:
    text = {"type": "string", "minLength": 1, "maxLength": parameter.most, "pattern": SAYING}
    schemas: dict[str, Any] = {
        "text": text,
        "language": {"type": "string", "enum": ["en", "ar"]},
        "date": {
            "type": "string",
            "anyOf": [
                {"pattern": f"^{_YEAR}(-{_MONTH})?$"},
                {"pattern": f"^{_YEAR}-{_MONTH}-{_DAY}$", "format": "date"},
            ],
        },
        "number": {"type": "integer", "minimum": 1, "maximum": parameter.most},
        "list": {
            "type": "array",
            "items": {**text, "maxLength": 400},
            "minItems": parameter.least,
            "maxItems": parameter.most,
        },
    }
    found: dict[str, Any] = {
        "name": parameter.name,
        "in": "query",
        "description": parameter.about,
        "required": parameter.required,
        "schema": schemas[parameter.kind],
    }
    return {**found, "style": "form", "explode": True} if parameter.kind == "list" else found
