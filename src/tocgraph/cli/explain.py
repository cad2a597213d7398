"""The command that shows why a claim stands: its proof as a tree."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from tocgraph.cli import options, session

if TYPE_CHECKING:
    from tocgraph.reports.explain import Proof
    from tocgraph.store import OpenStore

_INDENT = "    "


def explain(
    claim: Annotated[
        list[str],
        typer.Argument(
            metavar="CLAIM | SUBJECT RELATION OBJECT",
            help="The id of a claim; or what it says, by ids or names, in three arguments or in one.",
            show_default=False,
        ),
    ],
    form: Annotated[
        Literal["table", "json", "markdown"] | None,
        typer.Option("--format", "-f", help="How to write the proof; as lines unless told.", show_default=False),
    ] = None,
    lang: options.LanguageOption = None,
    endpoint: options.EndpointOption = None,
    data_dir: options.DataDirOption = None,
) -> None:
    """Show why a claim stands: the rule that it follows from, what that rests on, and the sources."""
    from tocgraph.cli import plain
    from tocgraph.reports.explain import explain as report

    language = session.language(lang, *claim)
    opened = session.opened(data_dir, endpoint)
    proofs = report(opened, *claim, language=language)
    if form == "json":
        content = {"question": " ".join(claim), "status": "answered", "proofs": [proof.json() for proof in proofs]}
        plain.write(plain.clean_json(json.dumps(content, ensure_ascii=False, indent=2)) + "\n")
    elif form == "markdown":
        plain.write("".join(line + "\n" for line in _markdown(proofs, opened, language)))
    else:
        plain.write("".join(line + "\n" for line in _lines(proofs, opened, language)))


def _lines(proofs: Sequence[Proof], opened: OpenStore, language: str) -> Iterator[str]:
    from tocgraph.cli import plain

    arabic = language == "ar" and plain.on_terminal()
    for number, proof in enumerate(proofs):
        if number:
            yield ""
        for depth, step in proof.walk():
            yield _INDENT * depth + (
                plain.isolated(_said(step, opened, language)) if arabic else _said(step, opened, language)
            )
            for line in _why(step, language):
                yield _INDENT * depth + "  " + (plain.isolated(line) if arabic else line)


def _markdown(proofs: Sequence[Proof], opened: OpenStore, language: str) -> Iterator[str]:
    from tocgraph.cli.output import escaped

    for proof in proofs:
        for depth, step in proof.walk():
            yield f"{'  ' * depth}- {escaped(_said(step, opened, language))}"
            for line in _why(step, language):
                yield f"{'  ' * depth}  - {escaped(line)}"


def _said(step: Proof, opened: OpenStore, language: str) -> str:
    """The claim with its dates, qualifiers, standing and id."""
    from tocgraph.cli.plain import clean
    from tocgraph.cli.sheets import qualified
    from tocgraph.cli.words import word

    claim = step.claim
    dates = (("since", claim.since), ("until", claim.until))
    marks = [f"{word(name, language)} {date}" for name, date in dates if date]
    marks += [qualified(claim.qualifiers, opened, language)] if claim.qualifiers else []
    marks += [word(claim.standing, language)] if claim.standing != "normal" else []
    marks.append(claim.id)
    return clean(f"{step.sentence} ({'، '.join(marks) if language == 'ar' else ', '.join(marks)})")


def _why(step: Proof, language: str) -> list[str]:
    """The rule, or the citations, of a claim."""
    from tocgraph.cli.plain import clean
    from tocgraph.cli.words import word

    if step.claim.rule:
        text = f"{word('derived', language)}: {step.rule} ({step.claim.rule})"
        if step.repeated:
            return [clean(f"{text}; {word('shown-above', language)}")]
        return [clean(text), *([clean(step.reason)] if step.reason else [])]
    places = [", ".join(filter(None, (place.title, place.at))) for place in step.claim.citations]
    return [clean(f"{word('source', language)}: {place}") for place in places]
