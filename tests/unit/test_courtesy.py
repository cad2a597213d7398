"""What stands around a question and asks nothing."""

import pytest

from tocgraph.questions.rewording.courtesy import asked


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("I would be grateful if you could tell me which bodies implement UNTOC", "which bodies implement UNTOC"),
        ("Do you happen to know when Interpol was founded?", "when Interpol was founded?"),
        ("For my dissertation I need the list of bodies in Vienna", "the list of bodies in Vienna"),
        ("As far as the data go, what hinders extradition?", "what hinders extradition?"),
        ("Sorry to bother you, but has Kenya ratified UNTOC?", "has Kenya ratified UNTOC?"),
        ("where is Frontex based, to the best of your knowledge? Many thanks in advance", "where is Frontex based"),
        ("I'm a journalist and would like to find out which missions work in Kosovo", "which missions work in Kosovo"),
        ("As a prosecutor I need to know whether Egypt is party to UNTOC", "is Egypt is party to UNTOC"),
        ("I'm not sure, but is Somalia a party to UNCAC?", "is Somalia a party to UNCAC?"),
        ("You wouldn't happen to know where GIABA is based, would you?", "where GIABA is based"),
        ("what, if anything, does piracy harm?", "what does piracy harm?"),
        ("للعلم فقط، هل وقعت روسيا على الاتفاقية؟", "هل وقعت روسيا على الاتفاقية؟"),
        ("أود أن أعرف لو تكرمت متى تأسست المنظمة", "متى تأسست المنظمة"),
        ("هل لديك فكرة عن تاريخ انضمام كينيا إلى الاتفاقية؟", "تاريخ انضمام كينيا إلى الاتفاقية؟"),
        ("بحسب ما هو متوفر لديكم من بيانات، أي بعثات تعمل في كوسوفو؟", "أي بعثات تعمل في كوسوفو؟"),
        ("أنا طالب دكتوراه وأبحث عن الصكوك المكملة للاتفاقية", "الصكوك المكملة للاتفاقية"),
        ("السلام عليكم، ما مقر فرونتكس؟ وشكرا جزيلا", "ما مقر فرونتكس؟"),
        ("أود أن أعرف ما إذا كانت قطر طرفا في المعاهدة", "هل قطر طرفا في المعاهدة"),
    ],
)
def test_only_the_question_is_left(typed, question):
    assert asked(typed) == question


@pytest.mark.parametrize(
    "typed",
    [
        "which states are no longer party to UNTOC",
        "what does the study say about extradition",
        "Who gave evidence?",
        "In Wakanda, which bodies work on extradition?",
        "Of the Paris Agreement, who is the depositary?",
        "which states, other than Kenya, joined UNTOC",
        "ratification date Kenya UNTOC",
        "in the INTERPOL database of stolen works",
        "ما الذي يعوق التعاون القضائي",
        "من ألف دراسة الجريمة المنظمة",
        "لو",
        "please",
        "",
    ],
)
def test_a_question_with_nothing_around_it_stays_as_typed(typed):
    assert asked(typed) == typed
