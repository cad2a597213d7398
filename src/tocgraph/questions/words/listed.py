"""Words on a list and how far it goes: "can I treat the recorded ratifications of X as exhaustive"."""

from __future__ import annotations

from tocgraph.questions.words.closed import closed_set

RECORDED = closed_set(
    "know knows known knew have has had having got name names named naming list lists listed listing include includes "
    "included hold holds held contain contains contained record records recorded recording capture captures captured "
    "capturing account accounts accounted accounting enter enters entered entering show shows shown showing here "
    "cover covers covered covering document documents documented register registers registered registering note notes "
    "noted store stores stored present represented reflect reflects reflected mention mentions mentioned track tracks "
    "tracked log logs logged available collect collects collected gather gathered find found tell tells told keep "
    "keeps kept reach reaches reached go goes run runs extend extends maintain maintained compile compiled see seeing "
    "look looking count counts counted there file",
    "معروف معروفه معروفين معروفون نعرف تعرف تعرفون يعرف لدي لديكم لدينا لديك لديها لديه عند عندكم عندنا عندك عندهم "
    "مسجل مسجله مسجلين مسجلون مدون مدونه مدونين مدونون مذكور مذكوره مذكورين مذكورون مدرج مدرجه مدرجين مدرجون مدرجا "
    "سجل سجلت سجلتم سجلنا تسجل يسجل تسجلون دون دونت دونتم ادرج ادرجت ادرجتم تدرج يدرج تدرجون ذكر ذكرت ذكرتم تذكر يذكر "
    "تذكرون نذكر يضم تضم تضمون تتضمن يتضمن تحتوي يحتوي رصد رصدت رصدتم ترصد يرصد ترصدون مرصود مرصوده موثق موثقه وثق "
    "وثقت وثقتم هنا موجود موجوده موجودين موجودون متوفر متوفره متاح متاحه تمتد يمتد تصل يصل وارد وارده واردين واردون "
    "يرد ترد وردت ورد احصي احصيت احصيتم حصر حصرتم جمع جمعت جمعتم اورد اوردت اوردتم يورد تورد توردون شمل شملت شملتم "
    "تشملون يشمل تشمل تغطي يغطي غطيتم غطت تعكس يعكس تسمون سميتم تعدون عددتم تعددون ممثل ممثله",
)
"""Words for being on the record, with "is" or "do you": each may stand beside the name of a list."""

LISTS = closed_set(
    "list lists record records data database dataset graph register registry table inventory roster file files entry "
    "entries information knowledge set coverage holdings overview status note tally roll",
    "قايمه قوايم لايحه لوايح سجل سجلات بيانات البيانات معلومات معلوماتكم قاعده قاعدتكم قايمتكم قايمتك قوايمكم سجلكم "
    "سجلاتكم لوايحكم لايحتكم بياناتكم بياناتك معطيات جدول كشف حصر تسجيل تدوين احصاء رصد اسماء توثيق حاله وضع تسجيلكم",
)
"""Words for the list itself."""

JUDGED = closed_set(
    "treat treated treating take taken regard regarded consider considered assume assumed assuming presume presumed "
    "view viewed seen call called rely relied trust trusted count believe believed think thought say said claim "
    "conclude concluded infer inferred suppose supposed sure certain confident safe safely fair right correct true "
    "wrong mistaken error accurate possible legitimate reasonable suggest suggests indicate means mean guarantee "
    "guaranteed expect deem deemed understand stand stands",
    "اعتبار اعتبر نعتبر تعتبر يعتبر اعتبارها باعتبارها باعتباره بوصفها يعد تعد عد عدها نعد نعدها اعد القول افترض "
    "نفترض افتراض نفترضها الجزم اجزم نجزم استنتج استنتاج نستنتج التعامل اتعامل نتعامل معها اخذ ناخذ متاكد متاكدون "
    "متاكدين واثق واثقون الاطميان اطميان",
)
"""Words for what one may take the list to be."""

AROUND = closed_set(
    "we you i how yet so our your its it them all every any some each states state countries country governments been "
    "day date year exactly which what whether are still if that who joined anyone anybody everyone everybody someone "
    "somebody nobody none anything something else yes no one ones can could may might should must would will shall do "
    "does did well chance or only just few merely part parts of from both whom nor not latest newest point time in as "
    "to extent degree far much many than more there bit am when last most recently since",
    "احد احدا احدها دوله دول الدول الدوله بعض بعضها بعضهم منها ما هي هو هم كلهم جميعهم كلها جميعها كل جميع كافه تاريخ "
    "درجه حد مدي اي ايه الان هناك ثمه ممكن يمكن يمكنني يمكننا يمكنك امكان يجوز يصح ينبغي استطيع نستطيع بها فيها وجه "
    "شي شيء عنه عنها يوجد توجد وجود ام او لا فقط هل من في علي ان انها انه بان قد هذه هذا عن مع الي لم لن ليس ليست غير "
    "اذا متي اخر احدث كم عدد كونها يكون تكون تم حتي عليها عليه مجرد",
)
"""Words that may stand between."""
