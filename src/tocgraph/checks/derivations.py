"""Checks of the rules of inference, and that no data file states a derived claim."""

from __future__ import annotations

from collections.abc import Iterator

from tocgraph.checks.context import Context
from tocgraph.checks.names import languages
from tocgraph.errors import Problem
from tocgraph.model import InferenceRule, Pattern

_CLAIM_HINT = "such as {subject: ?a, relation: part-of, object: ?b}"


def derived(context: Context) -> Iterator[Problem]:
    """derived-claim, for relations."""
    for relation in context.dataset.relations:
        if relation.derived is not None:
            message = "the claim says that it is derived; derived claims are made from the rules of the schema"
            yield context.problem(relation, ["derived"], "derived-claim", message, "cite a source, or remove the claim")


def rules(context: Context) -> Iterator[Problem]:
    """bad-rule, bad-language and the unknown- rules, for rules."""
    for rule in context.schema.rules:
        yield from languages(context, rule, "label", "description")
        for index, pattern in enumerate(rule.premises):
            yield from _pattern(context, rule, ["if", index], pattern)
        yield from _pattern(context, rule, ["then"], rule.conclusion)
        for index, name in enumerate(rule.keeps):
            if not context.knows("qualifiers", name):
                hint = context.suggestion("qualifiers", name, "declare it")
                yield context.problem(rule, ["keeps", index], "unknown-qualifier", f"no qualifier {name!r}", hint)
        if not any(context.lost.part(rule, part) for part in ("if", "then")):
            yield from _whole(context, rule)


def _pattern(context: Context, rule: InferenceRule, path: list[str | int], pattern: Pattern) -> Iterator[Problem]:
    """What is wrong with one claim or condition of a rule."""
    if context.lost.part(rule, *path):
        return
    if pattern.relation:
        declared = context.relation_types.get(pattern.relation)
        if declared is None and not context.knows("relation_types", pattern.relation):
            hint = context.suggestion("relation_types", pattern.relation, "declare it")
            message = f"no relation type {pattern.relation!r}"
            yield context.problem(rule, [*path, "relation"], "unknown-relation-type", message, hint)
        if pattern.type or pattern.of:
            message = "a claim of a rule has no type and no of"
            yield context.problem(rule, path, "bad-rule", message, "make the condition an entry of its own")
        elif not pattern.subject or (pattern.object is None) == (pattern.value is None):
            message = "a claim of a rule has a subject, and an object or a value"
            yield context.problem(rule, path, "bad-rule", message, _CLAIM_HINT)
        elif declared is not None and (declared.value is None) != (pattern.value is None):
            takes = "an entity: write object" if declared.value is None else f"a {declared.value}: write value"
            message = f"{declared.id!r} takes {takes}"
            yield context.problem(rule, path, "bad-rule", message, _CLAIM_HINT)
    elif path == ["then"] or not (pattern.type and pattern.of) or pattern.subject or pattern.filler:
        message = "this is no claim" + ("" if path == ["then"] else " and no condition on a type")
        hint = _CLAIM_HINT if path == ["then"] else f"{_CLAIM_HINT}, or {{type: article, of: ?a}}"
        yield context.problem(rule, path, "bad-rule", message, hint)
    elif not context.knows("entity_types", pattern.type):
        hint = context.suggestion("entity_types", pattern.type, "declare it")
        message = f"no entity type {pattern.type!r}"
        yield context.problem(rule, [*path, "type"], "unknown-entity-type", message, hint)


def _whole(context: Context, rule: InferenceRule) -> Iterator[Problem]:
    """What is wrong with a rule whose parts are sound: variables that nothing binds, premises that do not suit."""
    claims = [pattern for pattern in rule.premises if pattern.relation]
    bound = {variable for pattern in claims for variable in pattern.variables}
    parts: list[tuple[list[str | int], Pattern]] = [(["then"], rule.conclusion)]
    parts += [(["if", index], pattern) for index, pattern in enumerate(rule.premises) if not pattern.relation]
    for path, pattern in parts:
        for variable in pattern.variables:
            if variable not in bound:
                message = f"no claim under if says what {variable} is"
                yield context.problem(rule, path, "bad-rule", message, "use it in a claim under if")
    kinds = [pattern.value is not None for pattern in claims]
    if not claims:
        yield context.problem(rule, ["if"], "bad-rule", "the rule has no claim under if", _CLAIM_HINT)
    elif rule.compute and (kinds != [False, True, True] or len(rule.premises) != len(claims)):
        message = f"{rule.compute!r} is computed from a claim with an object and two with values"
        hint = "the consent, then the time that must pass, then the instrument's own entry into force"
        yield context.problem(rule, ["if"], "bad-rule", message, hint)
