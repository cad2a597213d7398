"""FollowTheMoney entities, one JSON object a line: `id`, `schema`, `properties` with lists of texts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from tocgraph.foreign.common import Known, Sheet, date_of, shortened
from tocgraph.foreign.mapping import ClaimSchema
from tocgraph.foreign.spool import Fact, Link, Spool
from tocgraph.text import cleaned

_WIKIDATA = re.compile(r"Q[1-9][0-9]*")
_SIZE = 5000


def read_ftm(lines: Iterable[bytes], known: Known, spool: Spool, sheet: Sheet) -> None:
    """Reads the entities of a file into the spool; a line that is none is a finding."""
    reader = _Reader(known, sheet)
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            key, schema, properties = record["id"], record["schema"], record["properties"]
            if not (isinstance(key, str) and isinstance(schema, str) and isinstance(properties, dict)):
                raise TypeError("id and schema are texts, properties a mapping")
            texts = {cleaned(name): _texts(values) for name, values in properties.items()}
        except (ValueError, TypeError, KeyError) as error:
            told = f"missing {error}" if isinstance(error, KeyError) else str(error)
            if isinstance(error, json.JSONDecodeError):  # whose line is always the first
                told = f"{error.msg.removesuffix(' starting at')}, at column {error.colno}"
            hint = "each line is a JSON object with id, schema and properties"
            sheet.findings.add("file-syntax", str(number), f"not a FollowTheMoney entity: {told}", hint, number)
            continue
        reader.line = number
        caption = record.get("caption")
        reader.take(cleaned(key), cleaned(schema), texts, cleaned(caption) if isinstance(caption, str) else "")
        if len(reader.facts) >= _SIZE or len(reader.links) >= _SIZE:
            reader.flush(spool)
    reader.flush(spool)


def _texts(values: Any) -> list[str]:
    """The values of a property as texts; null says nothing, and escapes may stand for what is no character."""
    listed = values if isinstance(values, list) else [values]
    return [text for value in listed if value is not None and (text := cleaned(str(value)))]


class _Reader:
    def __init__(self, known: Known, sheet: Sheet) -> None:
        self.table = known.mapping.followthemoney
        declared = {t.id for t in known.schema.entity_types}
        self.types = {schema: kind for schema, kind in self.table.types.items() if kind in declared}
        self.bounds = {name: known.bound(relations) for name, relations in self.table.dates.items()}
        self.sheet = sheet
        self.line = 0
        self.facts: list[Fact] = []
        self.links: list[Link] = []
        table = self.table
        self.kinds = {
            **dict.fromkeys(table.descriptions, "description"),
            **dict.fromkeys(table.aliases, "alias"),
            **dict.fromkeys(table.labels, "label"),
        }

    def take(self, key: str, schema: str, texts: dict[str, list[str]], caption: str) -> None:
        """Makes facts and links of one entity, or counts it as left."""
        claim = self.table.claims.get(schema)
        if claim is not None:
            self._claim(key, schema, claim, texts)
        elif schema in self.types:
            self._thing(key, self.types[schema], texts, caption)
        else:
            self.sheet.leave("schema", schema, f"the record {shortened(key)}", self.line)

    def _thing(self, key: str, kind: str, texts: dict[str, list[str]], caption: str) -> None:
        table, facts = self.table, self.facts
        facts.append((key, "type", "", kind))
        if caption and any(caption in texts.get(name, ()) for name in table.labels):
            facts.append((key, "label", "", caption))
        if _WIKIDATA.fullmatch(key):
            facts.append((key, "identifier", "wikidata", key))
        for name, values in texts.items():
            if name in self.kinds:
                facts.extend((key, self.kinds[name], "", value) for value in values)
            elif name in table.identifiers:
                facts.extend((key, "identifier", table.identifiers[name], value) for value in values)
            elif name in table.dates:
                if self.bounds[name]:
                    facts.extend((key, self.bounds[name], "", value) for value in values)
                self._link(key, table.dates[name], [("", value) for value in values], key)
            elif name in table.countries:
                self._link(key, table.countries[name], [(f"iso2:{value.upper()}", "") for value in values], key)
            elif name in table.links:
                self._link(key, table.links[name], [(value, "") for value in values], key)
            elif values:
                example = f"{shortened(values[0])!r} of {shortened(key)}"
                self.sheet.leave("property", name, example, self.line, count=len(values))

    def _claim(self, key: str, schema: str, claim: ClaimSchema, texts: dict[str, list[str]]) -> None:
        subjects = texts.get(claim.subject, [])
        targets = [(value, "") for value in texts.get(claim.object, [])] if claim.object else []
        targets += [("", value) for value in texts.get(claim.value, [])] if claim.value else []
        if not subjects or not targets:
            self.sheet.leave("record without both ends", schema, f"the record {shortened(key)}", self.line)
            return
        table = self.table
        since, until = (self._date(texts, names, last) for names, last in ((table.since, False), (table.until, True)))
        if since and until and since > until:
            example = f"{since} to {until} in the record {shortened(key)}"
            self.sheet.leave("end before the beginning", schema, example, self.line)
            since = until = ""
        said = {q: "; ".join(dict.fromkeys(texts[name])) for name, q in table.qualifiers.items() if name in texts}
        qualifiers = json.dumps(said, ensure_ascii=False, sort_keys=True)
        for subject in subjects:
            self._link(subject, claim.relation, targets, key, since, until, qualifiers)

    def _date(self, texts: dict[str, list[str]], names: list[str], last: bool) -> str:
        found = [date for name in names for value in texts.get(name, ()) if (date := date_of(value))]
        return (max if last else min)(found, default="")

    def _link(
        self,
        subject: str,
        relations: list[str],
        targets: list[tuple[str, str]],
        place: str,
        since: str = "",
        until: str = "",
        qualifiers: str = "{}",
    ) -> None:
        joined = " ".join(relations)
        for target, value in targets:
            self.links.append((subject, joined, target, value, since, until, qualifiers, place))

    def flush(self, spool: Spool) -> None:
        """Hands what is gathered to the spool."""
        spool.facts(self.facts)
        spool.links(self.links)
        self.facts.clear()
        self.links.clear()
