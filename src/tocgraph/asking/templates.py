"""What can be asked, by family."""

from __future__ import annotations

from tocgraph.asking.template import Template
from tocgraph.asking.templates_claims import CLAIMS
from tocgraph.asking.templates_reports import REPORTS

__all__ = ["FAMILIES", "TEMPLATES", "Template"]

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
    "limits": ("conditions of cooperation, and refusals", "شروط التعاون وأسباب رفضه"),
    "completeness": ("how complete a list is", "اكتمال القوائم"),
    "keywords": ("keywords and typing errors", "الكلمات المفتاحية والأخطاء الإملائية"),
}
"""Each family with its name in English and Arabic, in the order in which they are listed."""

TEMPLATES: dict[str, tuple[Template, ...]] = {family: (CLAIMS | REPORTS)[family] for family in FAMILIES}
"""The patterns of each family, the first ones first."""
