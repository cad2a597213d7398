"""Words of general English and Arabic that lie one slip of the hand from a word of this field.

They are right as they stand: whoever asks for a statue does not mean a statute. Found by trying the commonest
words of both languages against the words of the shipped data; those that the rules for typing errors keep
apart anyway are not listed. Two names of former missions are among them.
"""

from __future__ import annotations

CONFUSABLE = frozenset(
    (
        "rain snow hail "
        "afflicted alexandra angela apples auction auctions brunch cameron carter carving charger chatter "
        "cheated cheating collage commuting concussion condemning confusion congestion convenience conveyed "
        "counseling counselling counties county coveted crate cyrus dancer dancers decoration decorations "
        "disgusting diver divers exits farming fellow fiance finnish fist forster hammered hungry invitation "
        "dog dogs kids licking melting notion notions pairs parsons pearson penetrate poking pretending protest "
        "protested protesting protests purse referees refuge relaxed relaxing reputation resort resorts "
        "retirement revelation rewarding servers sidney sneakers stats statue statues stature steven "
        "stimulate studios suction thee thread threads throat throats trailing treatise treatises tree "
        "undergoing unmis minuca nice "
        "اجتمع اجماع استخداما استخدم استخدمها اعتاد اعتدت انسحب بحيره برايس بلدنا تتعرض تقدما تناول جاهزه "
        "راينا عالقه عليم عيادات فريضه ماركه مباره مجاعه محتجين مرتبه مروعه مستجدات مشاركته مشاهدات مشركين "
        "اغلي ارخص اقوي اضعف اذكي اجمل اسوا افضل احسن اخطر اعنف اسرع ابطا انجح افشل اشهر انسب اصعب اسهل اعظم اعدل انزه "
        "اكفا افسد اغني افقر اثقل اخف اوسع اضيق ابعد اقرب اعمق اطيب اقسي ارحم "
        "مشرع مشرعا جنود جندي جنديا معرفته معروفه مقاتلات مناورات مهاجمين ناشطه واحه يساعدنا "
        "يعارض تعارض عارض عارضت يعارضون يرفض ترفض رفض رفضت يرفضون "
    ).split()
)
"""Normalized words, Arabic ones without an article."""
