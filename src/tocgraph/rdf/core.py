"""The terms of our own that every graph uses, whatever its schema declares: what they are and what they mean."""

from __future__ import annotations

from typing import NamedTuple

from tocgraph.model import Text


class Term(NamedTuple):
    """A class or property: local name under schema#, what it is, texts, and what the ontology says of it.

    `kind` is `class`, `object`, `data` or `note` (an annotation); `broader` are its wider terms, `domain` and
    `range` prefixed names or "".
    """

    name: str
    kind: str
    label: Text
    comment: Text
    domain: str = ""
    range: str = ""
    broader: tuple[str, ...] = ()


def _term(
    name: str, kind: str, label: tuple[str, str], comment: tuple[str, str], *rest: str, broader: str = ""
) -> Term:
    texts = ({"en": label[0], "ar": label[1]}, {"en": comment[0], "ar": comment[1]})
    domain, span = (*rest, "", "")[:2]
    return Term(name, kind, *texts, domain, span, tuple(broader.split()))


def _bounds(name: str, en: str, ar: str, domain: str) -> list[Term]:
    """A partial date as it is written, with the first and the last day that it can mean."""
    written = (f"{en}: a year, a month or a day as the source gives it.", f"{ar}: سنة أو شهر أو يوم كما في المصدر.")
    first = (f"The first day that the date of toc:{name} can mean.", f"أول يوم يحتمله تاريخ toc:{name}.")
    last = (f"The last day that the date of toc:{name} can mean.", f"آخر يوم يحتمله تاريخ toc:{name}.")
    return [
        _term(name, "data", (en, ar), written, domain, "xsd:string"),
        _term(f"{name}Earliest", "data", (f"{en}, earliest", f"{ar}، أقرب يوم"), first, domain, "xsd:date"),
        _term(f"{name}Latest", "data", (f"{en}, latest", f"{ar}، أبعد يوم"), last, domain, "xsd:date"),
    ]


CORE: tuple[Term, ...] = (
    _term(
        "Claim",
        "class",
        ("claim", "قول"),
        (
            "A relation as a resource of its own: a subject, a relation type, an object or value, with its time, its "
            "standing and its citations, or the rule and the claims that it follows from.",
            "علاقة قائمة بذاتها: موضوع ونوع علاقة ومفعول أو قيمة، مع زمنها ودرجة اعتمادها ومصادرها، "
            "أو القاعدة والأقوال التي استنتجت منها.",
        ),
        broader="rdf:Statement prov:Entity",
    ),
    _term(
        "Source",
        "class",
        ("source", "مصدر"),
        ("A work or document that claims cite.", "مصنف أو وثيقة تستشهد بها الأقوال."),
        broader="schema:CreativeWork prov:Entity",
    ),
    _term(
        "fingerprint",
        "data",
        ("fingerprint", "بصمة"),
        (
            "A mark of all triples of the data set but this one: a copy with the same mark holds the same graph.",
            "علامة لجميع ثلاثيات مجموعة البيانات عدا هذه: النسخة التي تحمل العلامة نفسها تحمل الرسم البياني نفسه.",
        ),
        "void:Dataset",
        "xsd:string",
    ),
    _term(
        "RelationType",
        "class",
        ("relation type", "نوع علاقة"),
        ("A property by which claims are made.", "خاصية تصاغ بها الأقوال."),
        broader="rdf:Property",
    ),
    _term(
        "Rule",
        "class",
        ("rule", "قاعدة"),
        ("What says which claims follow from which others.", "ما يحدد الأقوال التي تستنتج من غيرها."),
        broader="prov:Plan",
    ),
    _term(
        "type",
        "object",
        ("own type", "النوع الخاص"),
        (
            "The entity type itself, without its broader types, which rdf:type gives as well.",
            "نوع الكيان نفسه دون الأنواع الأعم التي تعطيها rdf:type أيضا.",
        ),
    ),
    _term(
        "standing",
        "object",
        ("standing", "درجة الاعتماد"),
        (
            "How far the claim is taken as fact; only preferred and normal claims are plain triples as well.",
            "مدى اعتماد القول حقيقة؛ والأقوال المفضلة والعادية وحدها ثلاثيات مباشرة أيضا.",
        ),
        "toc:Claim",
        "skos:Concept",
    ),
    _term(
        "derivedBy",
        "object",
        ("derived by", "مستنتج بقاعدة"),
        ("The rule by which the claim follows from others.", "القاعدة التي استنتج بها القول من غيره."),
        "toc:Claim",
        "toc:Rule",
    ),
    _term(
        "provenBy",
        "object",
        ("proven by", "مثبت بأقوال"),
        (
            "A stated claim at the bottom of the proof of a derived one; its citations prove it.",
            "قول مذكور في مصدر يقوم عليه في النهاية برهان القول المستنتج.",
        ),
        "toc:Claim",
        "toc:Claim",
        broader="prov:wasDerivedFrom",
    ),
    _term(
        "labelSource",
        "object",
        ("source of the label", "مصدر التسمية"),
        (
            "Where the label in a language stands; one narrower property for each language.",
            "الموضع الذي وردت فيه التسمية بلغة ما؛ ولكل لغة خاصية أخص.",
        ),
    ),
    _term(
        "at",
        "data",
        ("place in the source", "الموضع في المصدر"),
        (
            "Heading, paragraph or article in which the claim stands.",
            "العنوان أو الفقرة أو المادة التي ورد فيها القول.",
        ),
        "prov:PrimarySource",
        "xsd:string",
    ),
    _term(
        "finds",
        "data",
        ("words found there", "كلمات ترد هناك"),
        ("A name or a few words that stand at the place.", "اسم أو كلمات قليلة ترد في ذلك الموضع."),
        "prov:PrimarySource",
        "xsd:string",
    ),
    *_bounds("since", "since", "منذ", "toc:Claim"),
    *_bounds("until", "until", "حتى", "toc:Claim"),
    *_bounds("value", "value", "القيمة", "toc:Claim"),
    _term(
        "holdsFrom",
        "data",
        ("may hold from", "قد يصح من"),
        ("The first day on which the claim can hold.", "أول يوم يمكن أن يصح فيه القول."),
        "toc:Claim",
        "xsd:date",
    ),
    _term(
        "holdsTo",
        "data",
        ("may hold to", "قد يصح إلى"),
        ("The last day on which the claim can hold.", "آخر يوم يمكن أن يصح فيه القول."),
        "toc:Claim",
        "xsd:date",
    ),
    _term(
        "existsFrom",
        "data",
        ("may exist from", "قد يوجد من"),
        ("The first day on which the entity can have existed.", "أول يوم يمكن أن يكون الكيان قد وجد فيه."),
        "",
        "xsd:date",
    ),
    _term(
        "existsTo",
        "data",
        ("may exist to", "قد يوجد إلى"),
        ("The last day on which the entity can have existed.", "آخر يوم يمكن أن يكون الكيان قد وجد فيه."),
        "",
        "xsd:date",
    ),
    _term(
        "asOf",
        "data",
        ("speaks as of", "كما في"),
        (
            "The date to which the source speaks, or of the copy that was read.",
            "التاريخ الذي يعبر عنه المصدر، أو تاريخ النسخة التي قرئت.",
        ),
        "toc:Source",
        "xsd:string",
    ),
    _term(
        "inverseLabel",
        "note",
        ("label read from the object", "التسمية من جهة المفعول"),
        (
            "What the relation type is called when it is read from its object.",
            "تسمية نوع العلاقة عند قراءته من جهة المفعول.",
        ),
    ),
)

STANDING_LABELS: dict[str, Text] = {
    "preferred": {"en": "preferred", "ar": "مفضل"},
    "normal": {"en": "normal", "ar": "عادي"},
    "unverified": {"en": "unverified", "ar": "غير متحقق منه"},
    "disputed": {"en": "disputed", "ar": "محل خلاف"},
    "rejected": {"en": "rejected", "ar": "مرفوض"},
}
STANDING_NOTES: dict[str, Text] = {
    "preferred": {"en": "The best that is known.", "ar": "أفضل ما هو معروف."},
    "normal": {"en": "Taken as fact.", "ar": "يؤخذ على أنه حقيقة."},
    "unverified": {"en": "Not read in a source yet.", "ar": "لم يقرأ في مصدر بعد."},
    "disputed": {"en": "Sources contradict one another.", "ar": "تتعارض المصادر بشأنه."},
    "rejected": {
        "en": "A source says so and better evidence contradicts it.",
        "ar": "يقوله مصدر ويناقضه دليل أقوى.",
    },
}
