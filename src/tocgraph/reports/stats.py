"""stats: how much there is of what, for a curator and for a reader who wants to know the coverage."""

from __future__ import annotations

from tocgraph.answers import AnswerSet, Table
from tocgraph.reports.common import as_of_words
from tocgraph.store import OpenStore
from tocgraph.store.claims import exists_on, holds_on

COLUMNS = ("group", "id", "label", "count")

_STATS = """SELECT ?group ?key ?count WHERE {{
  {{ SELECT ("entity type" AS ?group) ?key (COUNT(DISTINCT ?entity) AS ?count) WHERE {{
    ?entity toc:type ?kind . ?kind dcterms:identifier ?key
{lives}  }} GROUP BY ?key }}
  UNION
  {{ SELECT ("relation type" AS ?group) ?key (COUNT(DISTINCT ?claim) AS ?count) WHERE {{
    ?claim a toc:Claim ; rdf:predicate ?relation . ?relation dcterms:identifier ?key .
    FILTER NOT EXISTS {{ ?claim toc:derivedBy ?rule }}
{dates}  }} GROUP BY ?key }}
  UNION
  {{ SELECT ("standing" AS ?group) ?key (COUNT(DISTINCT ?claim) AS ?count) WHERE {{
    ?claim a toc:Claim ; toc:standing ?standing . ?standing dcterms:identifier ?key .
    FILTER NOT EXISTS {{ ?claim toc:derivedBy ?rule }}
{dates}  }} GROUP BY ?key }}
  UNION
  {{ SELECT ("rule" AS ?group) ?key (COUNT(DISTINCT ?claim) AS ?count) WHERE {{
    ?claim a toc:Claim ; toc:derivedBy ?rule . ?rule dcterms:identifier ?key .
{dates}  }} GROUP BY ?key }}
  UNION
  {{ SELECT ("source" AS ?group) ?key (COUNT(DISTINCT ?claim) AS ?count) WHERE {{
    ?claim prov:hadPrimarySource ?source . ?source dcterms:identifier ?key .
{dates}  }} GROUP BY ?key }}
  UNION
  {{ SELECT ("label language" AS ?group) ?key (COUNT(DISTINCT ?entity) AS ?count) WHERE {{
    ?entity toc:type ?kind ; skos:prefLabel ?label . BIND(LANG(?label) AS ?key)
{lives}  }} GROUP BY ?key }}
  UNION
  {{ SELECT ("alias language" AS ?group) ?key (COUNT(?alias) AS ?count) WHERE {{
    ?entity toc:type ?kind ; skos:altLabel ?alias . BIND(LANG(?alias) AS ?key)
{lives}  }} GROUP BY ?key }}
}}
ORDER BY ?group ?key"""

_GROUPS = {
    "entity type": ("types", "أنواع الكيانات"),
    "relation type": ("relations", "أنواع العلاقات"),
    "standing": ("", "درجة الاعتماد"),
    "rule": ("rules", "قواعد الاستنتاج"),
    "source": ("", "المصادر"),
    "label language": ("", "لغات الأسماء"),
    "alias language": ("", "لغات الأسماء البديلة"),
}


def stats(opened: OpenStore, language: str = "en", as_of: str | None = None) -> AnswerSet:
    """Counts by entity type, relation type, standing, rule, source and language, after the totals.

    Derived claims are counted apart, by the rule that they follow from; all other counts are of stated claims.
    What is laid over the data is named with the number of claims that it adds, and with what of it was not taken.
    A claim counts once for each source that it cites. Entity types count entities of that very type.

    Raises:
        QueryError: `as_of` is no date.
    """
    header = opened.vocabulary.header("dcterms", "prov", "rdf", "skos", "toc", "xsd")
    query = header + _STATS.format(dates=holds_on(as_of), lives=exists_on(as_of))
    groups: dict[str, list[tuple[str, int]]] = {group: [] for group in _GROUPS}
    for row in opened.store.select(query).rows:
        # An engine may give a group of no solutions as one row without a key (SPARQL 1.1, 18.5).
        if "key" in row and row["key"].value:
            groups[row["group"].value].append((row["key"].value, int(row["count"].value)))
    arabic = language == "ar"
    titles = opened.names.sources()
    total = "المجموع" if arabic else "total"
    fingerprint = str(opened.names.meta("fingerprint"))
    rows: list[tuple[str, str, str, int | str]] = [
        ("البيانات" if arabic else "data", "fingerprint", fingerprint, ""),
        (total, "entities", "الكيانات" if arabic else "entities", sum(n for _, n in groups["entity type"])),
        (total, "claims", "الأقوال" if arabic else "claims", sum(n for _, n in groups["standing"])),
        (total, "derived", "الأقوال المستنتجة" if arabic else "derived claims", sum(n for _, n in groups["rule"])),
        (total, "sources", "المصادر" if arabic else "sources", len(titles)),
    ]
    for layer in opened.names.meta("overlays") or ():
        rows.append(("طبقة مضافة" if arabic else "overlay", layer["name"], "", layer["relations"]))
        for kind, name, count in layer.get("left", ()):
            rows.append(("لم يؤخذ" if arabic else "not taken", layer["name"], f"{kind} {name}".rstrip(), count))
    for group, (kind, arabic_name) in _GROUPS.items():
        for identifier, count in sorted(groups[group], key=lambda item: (-item[1], item[0])):
            label = opened.schema.label(kind, identifier, language) if kind else titles.get(identifier, identifier)
            rows.append((arabic_name if arabic else group, identifier, label, count))
    opening = "عدد ما في الرسم البياني" if arabic else "what the graph holds, counted"
    return AnswerSet(
        question="stats",
        reading=opening + as_of_words(as_of, language),
        sparql=query,
        table=Table(COLUMNS, tuple(rows)),
        complete="yes",
        as_of=as_of,
    )
