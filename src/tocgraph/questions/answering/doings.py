"""What something does, where no function of it is recorded in so many words: then all that is recorded on it.

"What does UNODC do", "ما دور أفريبول". The reading of the answer says that it is all that is recorded.
"""

from __future__ import annotations

import re

from tocgraph.store import OpenStore
from tocgraph.text import key

_WORK = "(?:roles?|functions?|jobs?|tasks?|work|activities|duties|responsibilities)"
_MAIN = "(?:main|principal|general|overall|key|primary|actual|exact)"
_ENGLISH = (
    re.compile("what (?:is it that )?(?:exactly |actually )?(?:does|do|did) (.+?) (?:actually |exactly |really )?do"),
    re.compile(f"what (?:is|are|was|were) (?:the )?(?:{_MAIN} )?{_WORK} (?:of|played by|performed by) (.+)"),
    re.compile(f"what (?:is|are|was|were) (.+?)(?:['’]s|['’]) (?:{_MAIN} )?{_WORK}"),
)
_ARABIC = (
    re.compile("(?:ماذا|ما الذي|بماذا) (?:ت|ي)(?:فعل|عمل|قوم به|قوم|ضطلع به|ضطلع) (.+)"),
    re.compile("(?:ما|ماهو|ماهي)(?: هو| هي)? (?:دور|ادوار|عمل|اعمال|وظيفة|وظائف|مهام|مهمات|انشطة|نشاط) (.+)"),
)


def of_doer(opened: OpenStore, question: str) -> str:
    """The question for all that is recorded on the one whose doings are asked for, by its name; "" for any other."""
    typed = " ".join(question.split()).rstrip(" ?؟.!")
    for asks, patterns in (("what is", _ENGLISH), ("ما", _ARABIC)):
        for pattern in patterns:
            found = pattern.fullmatch(typed if asks == "ما" else typed[:1].lower() + typed[1:])
            if found and any(m.kind in ("label", "alias") for m in opened.names.matches([key(found[1])])):
                return f"{asks} {found[1]}"
    return ""
