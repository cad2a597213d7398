"""Words of about one meaning in this field, by which a statement in other words is found again.

Wider than `roots`: only for comparing all the words of a question with all that is recorded of one thing, where a
word that fits by chance does not make the others fit.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from tocgraph.roots import root
from tocgraph.text import is_arabic, words

_GROUPS = """
worry concern anxiety fear / restrict limit curb constrain / violate breach break infringe contravene / state
country nation government national / country state neighbour neighbor neighbouring / part partial partly portion
/ alone unilateral single solo one own individually / computer information cyber ict informatics digital
electronic internet / eradicate end eliminate stop finish / way approach method means path pathway tool / young
police policing officer cop / spite despite notwithstanding / illicit illegal criminal unlawful dirty / money
property proceeds / origin source provenance / conceal hide disguise hiding / court judge judiciary judicial /
youth young youngster adolescent / people person individual human man / child minor juvenile / worker staff
personnel official employee / criminal offender perpetrator culprit gangster / gang group network syndicate
organization band cartel / militant jihadist extremist insurgent terrorist / prison jail prisoner inmate
detention penitentiary custody / victim survivor / neighbour neighbor neighbouring neighboring adjacent
adjoining bordering / business company firm enterprise corporate private commercial / society public community
citizen population / world global worldwide international universal / region regional / border frontier boundary
cross-border / expert specialist specialized / leader leadership manager chief administrative / trainee learner
student / west western / arab arabic / drug narcotic opiate / heroin opium opiate / weapon arm gun firearm /
mission operation presence peacekeeping peace / treaty convention agreement accord pact instrument / internet
online web cyber digital cyberspace / computer computing informatics ict / cybercrime cyber / virus viral
malware / image picture photo photograph / ai artificial / currency cryptocurrency crypto bitcoin / money
financial finance fund funding cash monetary funds dollar / asset proceeds property possession wealth / artifact
artefact antiquity heritage cultural culture / environment environmental ecological nature / law legal
legislation legislative statute act / rule norm standard principle / evidence proof / penalty punishment
sanction sentence / crime criminal offence offense criminality felony / speech expression free freedom / job
employment work occupation livelihood / school education schooling educational / centre center hub bureau unit /
technology technological technical tech / data information intelligence / request petition application / route
corridor path pathway track road passage / danger risk threat hazard menace / war conflict hostilities fighting
violence / trust confidence trustworthy / will willingness willing / unwillingness unwilling reluctance
reluctant refuse hesitate / capacity capability ability able / resource means funds / sovereignty sovereign /
gap distance disparity gulf / awareness awareness-raising sensitization conscious aware / century age era /
authority power rule / quick fast rapid swift speed speedy / flexible flexibility agile / harmonize
harmonization align unify unified uniform approximate / double dual twofold / two both pair couple / three
several various multiple many / two several various multiple / seven several / different various several differ
vary varying / sophistication sophisticated advanced complex / secret hidden covert concealed invisible
clandestine / shelter protect shield safe haven harbour / link tie connection nexus relation relationship bond
connect linkage linked tied interwoven intertwined association / instability unrest turmoil unstable destabilize
/ stability stable / poverty poor poverty-stricken / harm damage injury loss hurt harmful / illegal illicit
unlawful illegally unlawfully illicitly smuggle smuggled / traffic trafficking smuggling trade smuggle commerce
/ trade commerce business / route transit / consequence effect impact result / obstacle hurdle barrier
impediment difficulty challenge problem / supervise supervision oversight oversee control monitor monitoring /
human person people man / responsible responsibility responsibly ethical / confidentiality confidential privacy
secrecy private / safeguard guarantee protection / profit benefit gain earn advantage beneficiary profiteer /
earn yield generate bring make worth / fuel feed drive stoke foster encourage / grow rise increase growing
growth expand expansion spread mount / strengthen reinforce enhance improve bolster boost stronger better /
improve better upgrade develop / weaken undermine erode sap weak hollow / hinder impede hamper obstruct prevent
hold block limit slow stand / slow sluggish late delay delayed slowly lag / help assist aid support ease
facilitate / fight combat counter tackle against suppress struggle / reduce lessen lower decrease decline
diminish cut / prevent prevention avert / stop end halt eliminate eradicate / punish sanction penalize /
exchange share swap sharing / cooperate cooperation collaborate collaboration together joint jointly /
coordinate coordination / partnership partner alliance / train training teach coach instruct / build construct
develop create establish set / set create establish found setting / join accede accession adhere / modernize
update modern date new renew / adapt adaptable adjust flexible / respond response reply answer react reaction /
apply application implement implementation practice enforce carry / enforce enforcement / use employ utilize
usage / misuse abuse / investigate investigation inquiry probe / extradite extradition surrender hand /
surrender yield give cede giving relinquish waive / settle solve resolve settlement regulate / regulate
regulation govern / recover recovery recoup retrieve / compensate compensation redress reparation / rehabilitate
rehabilitation reintegrate reintegration / recidivism reoffend relapse reoffending / radicalize radicalization
radicalisation extremism radical / exploit exploitation abuse take / move transport ship carry / cross transcend
cross-border traverse beyond / broadcast send transmit sent / view watch see viewed seen / need require
necessary needed must necessity / differ difference diverge divergent differing diversity / agree agreement
accept consent / follow track trace tracking tracing pursue / collect gather collection gathering / recruit
recruitment enlist enrol / dismantle break disrupt / assess assessment evaluate evaluation appraise / report
reporting notify / criminalize criminalise punishable / ban prohibit forbid outlaw banned forbidden / allow
permit lawful legal permitted allowed / involve include concern cover comprise span / call describe name / lead
cause bring result produce spark trigger / influence affect shape impact / overstretch stretch exhaust strain
thin overburden overload / suffice enough sufficient adequate / insufficient inadequate little few too short /
lack shortage want missing absence deficit dearth / harder hard difficult tough / gravest worst serious severe
grave greatest / important key crucial vital pivotal central essential foremost matter / most biggest largest
main foremost greatest / increasingly more growing / alone own sole only itself / national domestic internal /
suspend stop / commerce trade / compliance comply observe respect / commitment commit committed pledge / clash
conflict collide contradictory / jurisdiction competence competent / claim assert / surveillance monitor
monitored watch control controlled / consignment shipment cargo delivery /
رئيسي أساسي أهم جوهري مركزي محوري / عقوبة جزاء / خالف مخالفة انتهاك خرق / دولة بلد جوار / بمفرد وحد أحادي / غذي
تغذي يغذي أجج يؤجج / استطاع يستطيع تستطيع يمكن قدر / قضاء إنهاء استئصال / دولة بلد حكومة وطني قطر / شاب شباب
ناشئة / سجن سجين نزيل محبس / مجرم جاني جناة مرتكب / عصابة جماعة شبكة تنظيم / جوار جار مجاور / سلاح أسلحة / حد
حدود / قانون تشريع نظام قانوني تشريعي / معاهدة اتفاقية اتفاق صك / حاسوب كمبيوتر حاسب / سيبراني إلكتروني إنترنت
معلوماتي / معلوماتية معلومات تقنية / بيئة بيئي / مال أموال مالي تمويل نقود / عائد إيراد حصيلة أصل موجود / آثار
أثري قطع ثقافي ممتلكات تراث / عمل تشغيل وظيفة توظيف فرصة / تعليم تربية / ثقة ائتمان / قدرة كفاءة طاقة إمكانية /
خطر تهديد / حرب نزاع عنف / صلة رابط علاقة ارتباط ترابط تشابك / ضرر أذى خسارة / أثر تأثير عاقبة نتيجة تبعة / عقبة
عائق معوق صعوبة تحدي مشكلة عرقلة / إشراف رقابة مراقبة / بشر إنسان شخص / سرية كتمان خصوصية / ضمانة حماية /
استفادة ربح منفعة كسب مستفيد يستفيد / غذى أجج أذكى زود / ازدياد نمو تنامي تزايد توسع ارتفاع / تعزيز تقوية دعم
تحسين / إضعاف تقويض ضعف يقوض / إعاقة عرقلة منع / بطء تأخر تباطؤ إبطاء / مساعدة دعم معاونة / مكافحة محاربة مواجهة
تصدي / حد تقليل خفض تقليص / منع وقاية / تبادل تقاسم مشاركة / اشتراك تقاسم مشترك مشاركة يشترك / تعاون تضافر مشترك
/ تدريب تأهيل / إنشاء تأسيس إقامة / انضمام التحاق / تحديث تطوير / استجابة رد / تطبيق تنفيذ إنفاذ / استخدام
استعمال / تنازل تخلي / تسوية حل فض / استرداد استعادة / تعويض جبر / كفاية كاف يكفي / غير لا عدم / لا لن لم ليس
غير / إنهاك استنزاف إرهاق / صعب عسير صعوبة / أهم أبرز أساسي / أكبر أكثر أعظم / دخل در يدر جلب / مخدر مخدرات /
طريق مسلك ممر مسار / فيروس فيروسي / هجوم هجمة / تجارة اتجار / قضاء قضائي محكمة عدالة / شرطة شرطي أمن / مهارة
خبرة / وحد وحده فقط / موظف عامل مسؤول / توعية وعي / مركز مكتب / سلطة صلاحية / تردد إحجام امتناع / قيادة قائد /
اختلاف تباين تفاوت
"""
"""Groups of words, parted by "/"; a word may be in several of them."""


@lru_cache(maxsize=1)
def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for group in _GROUPS.split("/"):
        members = {root(word) for word in words(group)}
        for member in members:
            found[member] |= members
    return {member: frozenset(others) for member, others in found.items()}


@lru_cache(maxsize=2_000)
def senses(word: str) -> frozenset[str]:
    """The roots that one normalized word may be found under; of an Arabic one also without what may be attached."""
    ways = [word]
    if is_arabic(word):
        ways += [word[1:]] if len(word) > 3 and word[0] in "وبلكف" else []
        ways += [f"ال{word[2:]}"] if len(word) > 4 and word.startswith("لل") else []
    found = {root(way) for way in ways}
    return frozenset(found.union(*(_groups().get(r, ()) for r in found)))
