"""Patterns of the questions that the claims answer."""

from __future__ import annotations

from tocgraph.asking.template import Template

_MISSION_ON = "?m a toc:Mission ; toc:counters ?a . ?k rdf:object ?a"
_PARTIES = "?a a toc:Convention . ?s a toc:State ; toc:partyTo ?a"
_SEAT = "?a toc:headquarteredIn ?p . ?k rdf:object ?a"
_AMONG_ARTICLES = (
    "?r a toc:Article ; toc:partOf ?a . ?a a toc:Convention . ?r toc:articleNumber ?n ; toc:providesFor ?p"
)

CLAIMS: dict[str, tuple[Template, ...]] = {
    "relations": (
        Template(
            "?a a toc:Convention ; toc:criminalizes ?c",
            "Which crimes does {a} criminalize?",
            "ما الجرائم التي تجرمها {a}؟",
        ),
        Template(_MISSION_ON, "Which missions counter {a}?", "ما البعثات التي تكافح {a}؟"),
        Template(
            "?s toc:cooperatesWith ?a . ?a a toc:PoliceOrganization", "Who cooperates with {a}?", "من يتعاون مع {a}؟"
        ),
        Template("?p toc:supplements ?a", "Which protocols supplement {a}?", "ما البروتوكولات المكملة ل {a}؟"),
        Template("?b toc:implements ?a", "Which bodies implement {a}?", "ما الهيئات التي تنفذ {a}؟"),
        Template("?b toc:secretariatOf ?a", "Who is the secretariat of {a}?", "ما أمانة {a}؟"),
    ),
    "conditions": (
        Template(
            "?m a toc:Mission ; toc:counters ?a, ?b . FILTER(STR(?a) < STR(?b))",
            "Which missions counter both {a} and {b}?",
            "ما البعثات التي تكافح {a} و {b} معا؟",
        ),
        Template(
            "?m a toc:Mission ; toc:counters ?a ; toc:operatesIn ?b . ?b a toc:State",
            "Which missions in {b} counter {a}?",
            "ما البعثات التي تعمل في {b} وتكافح {a}؟",
        ),
        Template(
            "?m a toc:Convention ; toc:criminalizes ?a ; toc:providesFor ?b . ?b a toc:Mechanism",
            "Which conventions criminalize {a} and provide for {b}?",
            "ما الاتفاقيات التي تجرم {a} وتنص على {b}؟",
        ),
    ),
    "counting": (
        Template("?m a toc:Mission ; toc:operatesIn ?a", "How many missions operate in {a}?", "كم بعثة تعمل في {a}؟"),
        Template(
            "?s a toc:State ; toc:memberOf ?a . ?a a toc:RegionalOrganization",
            "How many states are members of {a}?",
            "كم دولة عضوا في {a}؟",
        ),
        Template(
            "?a a toc:Organization ; toc:memberCount ?n . ?k rdf:object ?a",
            "How many members does {a} have?",
            "كم عدد أعضاء {a}؟",
        ),
        Template("?p a toc:Protocol ; toc:criminalizes ?c", "How many protocols are there?", "كم عدد البروتوكولات؟"),
    ),
    "superlatives": (
        Template("?m a toc:Mission ; toc:founded ?d", "Which mission was established first?", "ما أقدم بعثة؟"),
        Template(
            "?m a toc:Mission ; toc:counters ?c",
            "Which crime is countered by the most missions?",
            "ما أكثر جريمة تكافحها البعثات؟",
        ),
        Template(
            "?s toc:partyTo ?c", "Which convention has the most parties?", "ما الاتفاقية التي لها أكبر عدد من الأطراف؟"
        ),
        Template("?m toc:adoptedOn ?d", "Which is the oldest convention?", "ما أقدم اتفاقية؟"),
        Template(
            "?o a toc:PoliceOrganization ; toc:founded ?d",
            "Which police organization is the oldest?",
            "ما أقدم منظمة شرطية؟",
        ),
    ),
    "dates": (
        Template(
            "?a a toc:Organization ; toc:founded ?d . ?k rdf:object ?a", "When was {a} founded?", "ما تاريخ تأسيس {a}؟"
        ),
        Template(
            "?a a toc:Convention ; toc:enteredIntoForceOn ?d . ?k rdf:object ?a",
            "When did {a} enter into force?",
            "متى دخلت {a} حيز النفاذ؟",
        ),
        Template(
            "?m a toc:Mission ; toc:dissolved ?d . BIND(SUBSTR(STR(?d), 1, 4) AS ?y)",
            "Which missions ended in {y}?",
            "ما البعثات التي انتهت في عام {y}؟",
        ),
        Template("?a toc:adoptedOn ?d . ?k rdf:object ?a", "When was {a} adopted?", "ما تاريخ اعتماد {a}؟"),
    ),
    "places": (
        Template(_SEAT, "Where is {a} headquartered?", "أين مقر {a}؟"),
        Template(
            "?m a toc:Mission ; toc:operatesIn ?a . ?a a toc:State",
            "Which missions operate in {a}?",
            "ما البعثات التي تعمل في {a}؟",
        ),
        Template(
            f"{_PARTIES} . ?s toc:memberOf id:league-of-arab-states",
            "Which Arab states are party to {a}?",
            "أي الدول العربية طرف في {a}؟",
        ),
        Template(
            "?e toc:heldIn ?p ; toc:startsOn ?d . ?k rdf:object ?e . BIND(?e AS ?a)",
            "Where was {a} held?",
            "أين عقد {a}؟",
        ),
    ),
    "articles": (
        Template(
            "?r a toc:Article ; toc:partOf ?a ; toc:articleNumber ?n ; toc:criminalizes ?c . ?a a toc:Convention",
            "What does article {n} of {a} criminalize?",
            "ماذا تجرم المادة {n} من {a}؟",
        ),
        Template(
            "?r a toc:Article ; toc:partOf ?a ; toc:providesFor ?b . ?a a toc:Convention . ?b a toc:Mechanism ."
            " ?k rdf:object ?b",
            "Which article of {a} provides for {b}?",
            "ما المادة التي تنص على {b} في {a}؟",
        ),
        Template(_AMONG_ARTICLES, "Article {n} of {a}", "المادة {n} من {a}"),
        Template("?a a toc:Article ; toc:providesFor ?b", "What does {a} provide for?", "على ماذا تنص {a}؟"),
    ),
    "chains": (
        Template(
            "?m a toc:Mission ; toc:counters ?a ; toc:operatesIn ?s . ?s a toc:State",
            "In which countries do the missions that counter {a} operate?",
            "في أي دول تعمل البعثات التي تكافح {a}؟",
        ),
        Template(
            "?m a toc:Mission ; toc:operatesIn ?a ; toc:counters ?c . ?a a toc:State",
            "What crimes do the missions in {a} counter?",
            "ما الجرائم التي تكافحها البعثات العاملة في {a}؟",
        ),
        Template(
            "?a a toc:Mission ; toc:operatedBy ?o . ?s toc:memberOf ?o . ?k rdf:object ?a",
            "Which states are members of the organization that operates {a}?",
            "ما الدول الأعضاء في المنظمة التي تدير {a}؟",
        ),
        Template(
            "?a toc:supplements ?o . ?s toc:depositaryOf ?o",
            "Who is the depositary of the convention that {a} supplements?",
            "من وديع الاتفاقية التي يكملها {a}؟",
        ),
    ),
    "yes-no": (
        Template(
            "?a a toc:State ; toc:partyTo ?b . ?b toc:partiesRecordedTo ?d . ?k rdf:object ?a",
            "Is {a} a party to {b}?",
            "هل {a} طرف في {b}؟",
        ),
        Template(
            "?a a toc:Convention ; toc:criminalizes ?b . ?k rdf:object ?a",
            "Does {a} criminalize {b}?",
            "هل تجرم {a} {b}؟",
        ),
        Template(
            "?a a toc:State ; toc:memberOf ?b . ?k rdf:object ?a", "Is {a} a member of {b}?", "هل {a} عضو في {b}؟"
        ),
        Template(
            "?a a toc:State ; toc:transitFor ?b . ?k rdf:object ?a",
            "Is {a} a transit country for {b}?",
            "هل {a} معبر ل {b}؟",
        ),
    ),
    "attributes": (
        Template(
            "?a a toc:Convention ; toc:ratificationsNeeded ?n . ?k rdf:object ?a",
            "How many ratifications did {a} need to enter into force?",
            "كم عدد التصديقات اللازمة لنفاذ {a}؟",
        ),
        Template(
            "?a a toc:Mission ; toc:foundingAct ?t . ?k rdf:object ?a",
            "What is the founding act of {a}?",
            "ما سند إنشاء {a}؟",
        ),
        Template("?a toc:estimatedProceeds ?n", "What are the proceeds of {a}?", "كم تبلغ عائدات {a}؟"),
        Template(
            "?a toc:partCount ?n . ?a a toc:Convention . ?k rdf:object ?a",
            "How many articles does {a} have?",
            "كم عدد مواد {a}؟",
        ),
        Template("?a toc:language ?n . ?k rdf:object ?a", "What is the language of {a}?", "ما لغة {a}؟"),
    ),
    "definitions": (
        Template("?a a toc:Mechanism ; skos:definition ?d . ?k rdf:object ?a", "What is {a}?", "ما المقصود ب {a}؟"),
        Template("?a a toc:Organization ; skos:definition ?d . ?k rdf:object ?a", "Tell me about {a}.", "عرّف {a}"),
        Template("?a a toc:Crime ; skos:definition ?d . ?k rdf:object ?a", "What does {a} mean?", "ما معنى {a}؟"),
    ),
    "purposes": (
        Template("?a a toc:Convention ; toc:pursues ?o", "What are the aims of {a}?", "ما أهداف {a}؟"),
        Template("?a a toc:Organization ; toc:carriesOut ?o", "What are the tasks of {a}?", "ما مهام {a}؟"),
        Template("?a a toc:Mission ; toc:carriesOut ?o", "What does {a} carry out?", "بماذا تضطلع {a}؟"),
        Template("?a a toc:Organization ; toc:pursues ?o", "What does {a} aim at?", "ما أهداف {a}؟"),
    ),
    "obstacles": (
        Template("?o toc:hinders ?a . ?a a toc:Mechanism", "What hinders {a}?", "ما معوقات {a}؟"),
        Template("?o toc:enables ?a . ?a a toc:Crime", "What facilitates {a}?", "ما الذي يسهل {a}؟"),
        Template("?o toc:causes ?a", "What causes {a}?", "ما أسباب {a}؟"),
        Template("?a a toc:Crime ; toc:inflicts ?h", "What harm does {a} cause?", "ما أضرار {a}؟"),
    ),
    "findings": (
        Template("?a toc:states ?f", "What are the findings of {a}?", "ما نتائج {a}؟"),
        Template(
            "?f a toc:Recommendation ; toc:addresses ?a",
            "Which recommendations address {a}?",
            "ما التوصيات التي تتناول {a}؟",
        ),
        Template("?a a toc:Event ; toc:recommends ?f", "What did {a} recommend?", "بماذا أوصى {a}؟"),
        Template("?a toc:hypothesizes ?f", "What are the hypotheses of {a}?", "ما فرضيات {a}؟"),
        Template(
            "?f a toc:Recommendation ; toc:callsOn ?a",
            "Which recommendations call on {a}?",
            "ما التوصيات التي تدعو {a}؟",
        ),
    ),
    "keywords": (
        Template(
            "?a a toc:State ; toc:partyTo ?b . ?b toc:partiesRecordedTo ?d . ?k rdf:object ?a",
            "{a} {b} ratification date",
            "{a} {b} تاريخ التصديق",
        ),
        Template(_MISSION_ON, "which missions counter {a.typo}", "ما البعثات التي تكافح {a.typo}"),
        Template(_SEAT, "{a} headquarters", "مقر {a}"),
        Template(_AMONG_ARTICLES, "{a} article {n}", "{a} المادة {n}"),
        Template(_SEAT, "where is {a.typo} based", "أين مقر {a.typo}"),
    ),
}
