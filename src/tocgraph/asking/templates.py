"""What can be asked, by family: patterns of questions whose gaps are filled from the data."""

from __future__ import annotations

from typing import NamedTuple


class Template(NamedTuple):
    """A pattern of questions in both languages.

    `where` is a SPARQL group pattern: its one-letter variables fill the gaps, best are those with the most solutions.
    `{a}` is a name or a literal, `{a.typo}` the name with a letter lost. Without a pattern there is nothing to fill.
    """

    where: str
    en: str
    ar: str


FAMILIES = {
    "relations": ("relations between things", "العلاقات بين الأشياء"),
    "conditions": ("several conditions at once", "عدة شروط معا"),
    "counting": ("how many", "العدد"),
    "superlatives": ("the most, the first, the last", "الأكثر والأول والأخير"),
    "comparison": ("what is shared, what differs", "المقارنة"),
    "dates": ("when, and limits of time", "التواريخ والمدد"),
    "places": ("where, and groups of states", "الأماكن ومجموعات الدول"),
    "articles": ("articles of an instrument", "مواد الصكوك"),
    "chains": ("a thing described by another", "أشياء موصوفة بغيرها"),
    "paths": ("how two things are connected", "الصلة بين شيئين"),
    "yes-no": ("yes or no", "نعم أو لا"),
    "attributes": ("figures and legal acts of a thing", "أرقام الشيء وصكوكه"),
    "definitions": ("what something is", "التعريفات"),
    "purposes": ("aims and tasks", "الأهداف والمهام"),
    "obstacles": ("obstacles and causes", "المعوقات والأسباب"),
    "findings": ("findings and recommendations", "النتائج والتوصيات"),
    "sayings": ("who says it, and what a source says", "من القائل وماذا يقول المصدر"),
    "doubts": ("what is disputed or unverified", "ما هو محل خلاف أو غير متحقق منه"),
    "basis": ("legal bases between two states", "الأساس القانوني بين دولتين"),
    "completeness": ("how complete a list is", "اكتمال القوائم"),
    "keywords": ("keywords and typing errors", "الكلمات المفتاحية والأخطاء الإملائية"),
}
"""Each family with its name in English and Arabic, in the order in which they are listed."""

_MISSION_ON = "?m a toc:Mission ; toc:counters ?a . ?k rdf:object ?a"
_PARTIES = "?a a toc:Convention . ?s a toc:State ; toc:partyTo ?a"
_LISTED = f"{_PARTIES} . ?a toc:partiesRecordedTo ?d"
_SEAT = "?a toc:headquarteredIn ?p . ?k rdf:object ?a"
_AMONG_ARTICLES = (
    "?r a toc:Article ; toc:partOf ?a . ?a a toc:Convention . ?r toc:articleNumber ?n ; toc:providesFor ?p"
)
_SHARED_SEAT = (
    "?o a toc:RegionalOrganization ; toc:headquarteredIn ?p . ?p toc:locatedIn ?a . ?a a toc:State ; toc:memberOf ?o ."
    " ?b a toc:State ; toc:memberOf ?o . FILTER(?a != ?b)"
)
_DISPUTED = "?c rdf:subject ?a ; toc:standing toc:standing-disputed"

TEMPLATES: dict[str, tuple[Template, ...]] = {
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
    "completeness": (
        Template(_LISTED, "Is the list of parties to {a} complete?", "هل قائمة أطراف {a} كاملة؟"),
        Template(_LISTED, "How up to date is the list of parties to {a}?", "إلى أي تاريخ قائمة أطراف {a}؟"),
        Template(_LISTED, "Do we know all parties to {a}?", "هل نعرف جميع أطراف {a}؟"),
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
"""The patterns of each family, the first ones first."""
