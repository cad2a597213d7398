"""The pages: templates filled with what `views` prepares. Every text is escaped; no page has a script."""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import parse_qsl, urlencode

from tocgraph import __version__
from tocgraph.answers import ANSWERED, AnswerSet
from tocgraph.server import views
from tocgraph.server.accepting import language as accepted_language
from tocgraph.server.protocol import Refusal
from tocgraph.server.words import heading, word
from tocgraph.store import OpenStore

if TYPE_CHECKING:
    from markupsafe import Markup

    from tocgraph.server.running import Result
    from tocgraph.server.site import Site

LANGUAGES = ("en", "ar")
FORMATS = (
    ("html", "HTML"), ("json", "JSON"), ("csv", "CSV"), ("tsv", "TSV"), ("xml", "XML"),
    ("turtle", "Turtle"), ("ntriples", "N-Triples"), ("jsonld", "JSON-LD"), ("rdfxml", "RDF/XML"),
)  # fmt: skip
_ROWS_SHOWN = 500
_DATE = re.compile(r"(?<![\w-])\d{4}-\d{2}(?:-\d{2})?(?![\w-])")
_SAMPLE = """SELECT ?body ?name WHERE {
  ?body toc:secretariatOf ?instrument ; skos:prefLabel ?name .
  FILTER(LANG(?name) = "en")
}
ORDER BY ?name"""


class Request(NamedTuple):
    """What a page needs of its request: language, path and parameters."""

    language: str = "en"
    path: str = "/"
    parameters: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str:
        """The first parameter of that name, or an empty text."""
        return next((value for given, value in self.parameters if given == name), "")


def parameters_of(query_string: bytes) -> tuple[tuple[str, str], ...]:
    """The parameters of an address; what is no UTF-8 is replaced."""
    try:
        text = query_string.decode("utf-8", "replace")
        return tuple(parse_qsl(text, keep_blank_values=True, errors="replace", max_num_fields=100))
    except ValueError:
        return ()


def language_of(query_string: bytes, accepted: bytes) -> str:
    """The language of a page: that of `lang`, else the one that the browser likes best."""
    if b"lang=" in query_string:
        named = dict(parameters_of(query_string)).get("lang", "")
        if named in LANGUAGES:
            return named
    return accepted_language(accepted.decode("latin-1"))


@cache
def _templates() -> Any:
    import jinja2

    loader = jinja2.PackageLoader("tocgraph.server", "templates")
    made = jinja2.Environment(
        loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=False, auto_reload=False
    )
    made.filters["dated"] = dated
    return made


def dated(text: str) -> Markup:
    """The text as HTML with each date kept in its order: among Arabic letters its parts would stand the other way."""
    from markupsafe import Markup, escape

    return Markup(_DATE.sub(r'<bdi dir="ltr">\g<0></bdi>', str(escape(text))))  # noqa: S704 - escaped before


@cache
def style() -> bytes:
    """The style sheet: the explorer's palette and parts, and what plain pages add."""
    explorer = resources.files("tocgraph.explorer") / "styles"
    own = resources.files("tocgraph.server") / "styles" / "site.css"
    parts = [(explorer / f"{name}.css").read_text("utf-8") for name in ("page", "panel")]
    return "\n".join([*parts, own.read_text("utf-8")]).encode()


@cache
def style_mark() -> str:
    """Changes with the style sheet."""
    return hashlib.sha256(style()).hexdigest()[:12]


def render(site: Site, template: str, request: Request, **values: Any) -> bytes:
    """A page of that template."""
    language = request.language
    root = _root(site)
    explicit = bool(request.get("lang"))
    other = "en" if language == "ar" else "ar"
    kept = [(name, value) for name, value in request.parameters if name != "lang"]
    import markupsafe

    def keep() -> Any:
        # The language is one of ours, so there is nothing to escape.
        return markupsafe.Markup(f'<input type="hidden" name="lang" value="{language}">') if explicit else ""  # noqa: S704

    return bytes(
        _templates()
        .get_template(f"{template}.html")
        .render(
            language=language,
            other=other,
            root=root,
            here=lambda: f"?lang={language}" if explicit else "",
            keep=keep,
            turned=f"{root}{request.path}?{urlencode([*kept, ('lang', other)])}",
            word=lambda name, **parts: word(name, language, **parts),
            heading=lambda name: heading(name, language),
            version=__version__,
            style=style_mark(),
            **{"page": "", "sought": "", **values},
        )
        .encode("utf-8", "replace")
    )


def _root(site: Site) -> str:
    """The path under which this server stands for others, without a slash at the end."""
    from urllib.parse import quote, urlsplit

    return quote(urlsplit(site.settings.public).path.rstrip("/"))


def prepared(site: Site, language: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The prepared questions by family, each with its SPARQL; nothing until they are ready."""
    if site.prepared is None:
        return []
    try:
        read = json.loads((site.prepared / "questions.json").read_bytes())
    except (OSError, ValueError):
        return []
    return [(family, [(question, sparql) for question, sparql in questions]) for family, questions in read[language]]


def home(site: Site, request: Request) -> bytes:
    """The first page: a question, examples of questions, and what the graph holds."""
    language = request.language
    counts = site.opened.names.meta("counts") or {}
    names = {"entities": "entities", "relations": "claims", "derived": "derived", "sources": "sources"}
    numbers = [(f"{counts[key]:,}", word(name, language).lower()) for key, name in names.items() if key in counts]
    families = [(family, [q for q, _ in questions]) for family, questions in prepared(site, language)]
    return render(site, "home", request, numbers=numbers, families=families)


def answer(site: Site, opened: OpenStore, request: Request, found: AnswerSet) -> bytes:
    """The answer to a question, with the sources."""
    language = request.language
    places = views.Places()
    headings, rows = views.table(opened, found, language, places)
    several = len({(a.relation, a.inverse) for a in found.answers}) > 1
    items = [] if headings else [views.item(opened, a, language, places, several) for a in found.answers]
    closing, nothing = "", found.nothing
    if not nothing:
        nothing = word("nothing-complete" if found.complete == "yes" else "nothing", language)
    if found.status == ANSWERED and found.complete == "no":
        closing = word("incomplete", language)
    elif found.status == ANSWERED and len(found.answers) > 1 and not headings and not found.path:
        closing = word("complete" if found.complete == "yes" else "open-list", language)
    return render(
        site, "answer", request, asked=found.question, status=found.status, reading=found.reading,
        remarks=found.remarks, headings=headings, rows=rows, items=items, places=places,
        notes=[views.said(note, language) for note in (found.table.notes if found.table else ())],
        ways=views.ways(opened, found, language, places) if found.path and not headings else [],
        nothing=nothing, closing=closing, sparql=found.sparql,
        suggestions=() if found.status == ANSWERED else found.suggestions,
    )  # fmt: skip


def find(site: Site, opened: OpenStore, request: Request, text: str) -> bytes:
    """The things that a text may name."""
    hits = opened.names.find(text, 40) if text.strip() else []
    links = [
        (views.link(opened, named.id, named.label, named.type, request.language), match.text)
        for named, match, _ in hits
    ]
    return render(site, "find", request, sought=text, links=links)


def query(site: Site, language: str, query_string: bytes) -> bytes:
    """The page to write a query on."""
    request = Request(language, "/sparql", parameters_of(query_string))
    return _query_page(site, request, request.get("text") or _SAMPLE)


def refused_query(site: Site, refusal: Refusal, query_string: bytes, language: str) -> bytes:
    """The same page with the query that was refused, and why."""
    request = Request(language, "/sparql", parameters_of(query_string))
    return _query_page(site, request, request.get("query"), problem=refusal)


def results(site: Site, text: str, result: Result, language: str, query_string: bytes) -> bytes:
    """The same page with the result of the query: its first rows, or its graph."""
    request = Request(language, "/sparql", parameters_of(query_string))
    if result.kind == "graph":
        downloads = [pair for pair in FORMATS if pair[0] in ("turtle", "ntriples", "jsonld", "rdfxml")]
        shown = result.body.decode()[:200_000]
        return _query_page(site, request, text, turtle=shown or "#", downloads=downloads)
    downloads = [pair for pair in FORMATS if pair[0] in ("json", "csv", "tsv", "xml")]
    read = json.loads(result.body)
    if "boolean" in read:
        return _query_page(site, request, text, verdict=read["boolean"], downloads=downloads)
    names = read["head"]["vars"]
    every = read["results"]["bindings"]
    rows = [[_cell(site.opened, row.get(name)) for name in names] for row in every[:_ROWS_SHOWN]]
    cut = word("more-rows", language, n=_ROWS_SHOWN) if len(every) > _ROWS_SHOWN else ""
    headings = [views.Said(f"?{name}") for name in names]
    return _query_page(site, request, text, headings=headings, rows=rows, cut=cut, downloads=downloads)


def _cell(opened: OpenStore, term: dict[str, str] | None) -> views.Cell:
    if term is None:
        return views.Cell(views.Said(""))
    text = term["value"]
    if term["type"] != "uri":
        return views.Cell(views.Said(text, term.get("xml:lang", "")[:2]))
    names = opened.vocabulary
    if text.startswith((names.prefixes["id"], names.prefixes["claim"], names.prefixes["source"])) and "#" not in text:
        return views.Cell(views.Said(text), text[len(names.base) :])
    return views.Cell(views.Said(text), text if text.startswith(("https://", "http://")) else "")


def _query_page(site: Site, request: Request, text: str, **values: Any) -> bytes:
    shown = {
        "problem": None, "verdict": None, "headings": [], "rows": [], "cut": "", "turtle": "", "downloads": [],
        **values,
    }  # fmt: skip
    answered = bool(shown["headings"] or shown["turtle"]) or shown["verdict"] is not None
    families = prepared(site, request.language)
    return render(
        site, "query", request, page="query", text=text, formats=FORMATS, families=families, answered=answered, **shown
    )


def problem(site: Site, request: Request, status: int, message: str, hint: str = "") -> bytes:
    """A page that says what went wrong."""
    title = word("page-not-found" if status == 404 else "refused", request.language)
    return render(site, "problem", request, status=status, title=title, message=message, hint=hint)
