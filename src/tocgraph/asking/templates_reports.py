"""Patterns of the questions that a report answers."""

from __future__ import annotations

from tocgraph.asking.template import Template

_PARTIES = "?a a toc:Convention . ?s a toc:State ; toc:partyTo ?a"
_LISTED = f"{_PARTIES} . ?a toc:partiesRecordedTo ?d"
_SHARED_SEAT = (
    "?o a toc:RegionalOrganization ; toc:headquarteredIn ?p . ?p toc:locatedIn ?a . ?a a toc:State ; toc:memberOf ?o ."
    " ?b a toc:State ; toc:memberOf ?o . FILTER(?a != ?b)"
)
_BOUND = (
    "?c rdf:predicate toc:subjectTo ; rdf:object ?k ; rdf:subject ?x ; ?q ?b . ?b a toc:Mechanism"
    ' FILTER(STRENDS(STR(?q), "/for")) ?x toc:partOf ?a . ?a a toc:Convention'
)
_REFUSABLE = f'{_BOUND} . ?k skos:prefLabel ?l FILTER(STRSTARTS(STR(?l), "Refusal"))'
_DISPUTED = "?c rdf:subject ?a ; toc:standing toc:standing-disputed"

REPORTS: dict[str, tuple[Template, ...]] = {
    "comparison": (
        Template(
            "?a a toc:Convention ; toc:criminalizes ?c . ?b a toc:Convention ; toc:criminalizes ?c ."
            " FILTER(STR(?a) < STR(?b))",
            "Compare {a} and {b} on crimes.",
            "قارن بين {a} و {b} من حيث الجرائم",
        ),
        Template(
            "?a a toc:PoliceOrganization . ?b a toc:PoliceOrganization . ?k rdf:object ?a . FILTER(?a != ?b)"
            " ?b toc:carriesOut ?t . ?a toc:carriesOut ?t",
            "What do {a} and {b} have in common?",
            "ما المشترك بين {a} و {b}؟",
        ),
        Template(
            "?a a toc:Protocol ; toc:providesFor ?c . ?b a toc:Protocol ; toc:providesFor ?c ."
            " FILTER(STR(?a) < STR(?b))",
            "What is the difference between {a} and {b}?",
            "ما الفرق بين {a} و {b}؟",
        ),
        Template("?a toc:supplements ?b . ?a toc:criminalizes ?c", "Compare {a} and {b}.", "قارن بين {a} و {b}"),
    ),
    "paths": (
        Template(
            "?a a toc:PoliceOrganization ; toc:partOf ?b", "How is {a} connected to {b}?", "ما العلاقة بين {a} و {b}؟"
        ),
        Template(
            "?a a toc:Crime ; toc:linkedTo ?b . ?b a toc:Crime . ?m toc:counters ?b",
            "What links {a} and {b}?",
            "ما الصلة بين {a} و {b}؟",
        ),
        Template(
            "?a a toc:Mission ; toc:operatedBy ?b . ?k rdf:object ?a",
            "How are {a} and {b} connected?",
            "ما العلاقة بين {a} و {b}؟",
        ),
        Template(
            "?a a toc:Organization ; toc:implements ?b . ?b a toc:Convention",
            "How is {a} related to {b}?",
            "ما العلاقة بين {a} و {b}؟",
        ),
    ),
    "sayings": (
        Template(
            "?a toc:hinders ?b . ?b a toc:Mechanism",
            "Who says that {b} is hindered by {a}?",
            "من القائل إن {a} يعيق {b}؟",
        ),
        Template(
            "?a a toc:State ; toc:partyTo ?b . ?b a toc:Convention ; toc:partiesRecordedTo ?d",
            "What is the source for the claim that {a} is party to {b}?",
            "ما مصدر القول بأن {a} طرف في {b}؟",
        ),
        Template(
            "?d a toc:Document ; toc:authoredBy ?a ; toc:states ?f . ?o toc:hinders ?b",
            "According to {a}, what hinders {b}?",
            "بحسب {a}، ما معوقات {b}؟",
        ),
        Template("?d a toc:Document ; toc:defines ?a", "Which document defines {a}?", "ما الوثيقة التي تعرف {a}؟"),
        Template("?d a toc:Document ; toc:authoredBy ?a", "What has {a} written?", "ماذا كتب {a}؟"),
    ),
    "doubts": (
        Template(_DISPUTED, "What is disputed about {a}?", "ما المتنازع عليه بشأن {a}؟"),
        Template(
            "?c rdf:subject ?a ; toc:standing toc:standing-rejected",
            "Which claims about {a} are rejected?",
            "ما الأقوال المرفوضة عن {a}؟",
        ),
        Template(
            "?c rdf:subject ?a ; toc:standing toc:standing-unverified",
            "Which claims about {a} are unverified?",
            "ما الأقوال غير المتحقق منها عن {a}؟",
        ),
        Template(
            "?c rdf:object ?a ; toc:standing toc:standing-disputed",
            "What is doubtful about {a}?",
            "ما المشكوك فيه بشأن {a}؟",
        ),
    ),
    "basis": (
        Template(
            _SHARED_SEAT,
            "On what legal basis can {a} extradite to {b}?",
            "ما الأساس القانوني لتسليم المجرمين بين {a} و {b}؟",
        ),
        Template(
            "?a a toc:State ; toc:partyTo ?i . ?a toc:borders ?b . ?b toc:partyTo ?i ."
            " ?i toc:providesFor ?c . ?c a toc:Mechanism",
            "What are the legal bases for {c} between {a} and {b}?",
            "ما الأسس القانونية ل {c} بين {a} و {b}؟",
        ),
        Template(
            "?a a toc:State ; toc:borders ?b . ?k rdf:object ?a",
            "Which instruments can {a} and {b} rely on for mutual legal assistance?",
            "ما الأساس القانوني للمساعدة القانونية المتبادلة بين {a} و {b}؟",
        ),
    ),
    "limits": (
        Template(_BOUND, "What are the conditions for {b} under {a}?", "ما شروط {b} بموجب {a}؟"),
        Template(_REFUSABLE, "On what grounds may {b} be refused under {a}?", "متى يجوز رفض {b} بموجب {a}؟"),
        Template(_BOUND, "Which articles set conditions for {b}?", "أي المواد تضع شروط {b}؟"),
    ),
    "completeness": (
        Template(_LISTED, "Is the list of parties to {a} complete?", "هل قائمة أطراف {a} كاملة؟"),
        Template(_LISTED, "How up to date is the list of parties to {a}?", "إلى أي تاريخ قائمة أطراف {a}؟"),
        Template(_LISTED, "Do we know all parties to {a}?", "هل نعرف جميع أطراف {a}؟"),
    ),
}
