"""What all records share."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

Text = dict[str, str]
"""One text by language code, such as {"en": "...", "ar": "..."}."""


class Record(BaseModel):
    """What all records share: they cannot be changed and refuse unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
