"""Is every row of the reference tables represented in the data?

    python tests/reference_account.py REFERENCE_FOLDER [DATA_FOLDER]

Prints each row of which a part stands in no entity, claim or source of the data folder; exit code 1 when there is one.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tocgraph.model import Entity, Relation
from tocgraph.reader import read
from tocgraph.text import normalize

Row = dict[str, str]

RENAMED = {  # slugs of the reference that the data holds under another id
    "central-authority-needed": "request-through-central-authority",
    "legal-persons": "liability-of-legal-person-covered",
    "may-refuse-bank-secrecy-barred": "bank-secrecy-no-ground",
    "may-refuse-fiscal-barred": "fiscal-offence-no-ground",
    "means-not-required": "means-not-required-for-children",
    "political-offence-bar": "political-offence-exclusion",
    "serious-crime-4-years": "penalty-of-four-years",
    "transnational": "transnational-nature",
    "un-1267-committee": "sanctions-1267-isil-al-qaida",
    "un-1988-committee": "sanctions-1988-taliban",
    "masress-toc-egypt-2014": "ahram-arab-toc",
    "qanoon-arab-toc": "qanoon-oman-2015",
    "arab-it-offences-convention-art-final": "arab-it-offences-convention-chapter-5",
    "arab-toc-convention-2010-art-whole": "arab-toc-convention-2010",
}
LEFT_OUT = {
    "globalt": "an acronym without a known meaning: the row gives no fact",
    "sanctions-2048-guinea-bissau drug-trafficking": "the row says that it is no criterion of listing",
    **dict.fromkeys(["general-knowledge", "recalled-unread"], "stands for what was not read"),
    **dict.fromkeys(["caution-ansvar", "caution-ctf"], "its article numbers are wrong"),
    "pycountry": "codes that another source gives as well",
    **dict.fromkeys(["allwaa-arab-toc", "drramy-untoc", "qanoon-aml", "uobabylon-untoc"], "no claim rests on it"),
}
CORRECTED = {  # what the data says otherwise, and why
    "transnational-organized-crime: no tie to untoc:3": "no convention defines it; article 3 limits the scope of UNTOC",
    "budapest-protocol-1 party-count member-count 33": "a later report counts 36 parties",
    " consents-to drug-convention-1961 since ": "that date is of the 1972 Protocol: the row has the act of 1961",
}
LITERALS = {  # columns whose value a literal claim gives
    "bodies.csv": {"founded": "founded", "dissolved": "dissolved", "mandate_instrument": "founding-act"},
    "congresses.csv": {"start_date": "starts-on", "end_date": "ends-on"},
    "instruments.csv": {"adoption_date": "adopted-on", "opened_for_signature_date": "opened-for-signature-on"}
    | {"entry_into_force_date": "entered-into-force-on", "entry_into_force_condition": "ratifications-needed"}
    | {"parties_count": "party-count member-count"},
    "interpol-tools.csv": {"since": "founded"},
    "missions.csv": {"established_date": "founded", "ended_date": "dissolved"}
    | {"establishing_instrument": "founding-act"},
}
ENDS = {  # columns whose values are entities that a claim ties to that of the row
    "bodies.csv": ["parent"],
    "crimes.csv": ["broader", "definition_source"],
    "groups.csv": ["parent"],
    "instruments.csv": ["parent_instrument", "adoption_place", "opened_for_signature_place"],
    "interpol-tools.csv": ["crimes"],
    "mechanisms.csv": ["main_provisions"],
    "missions.csv": ["operating_organization", "host_iso3", "crimes"],
    "provision-bodies-groups.csv": ["main_provisions"],
}


class Data:
    """The entities, claims and sources of a data folder, found by id, name, code and pair of ends."""

    def __init__(self, folder: Path, reference: Path) -> None:
        dataset = read(folder).dataset
        self.entities: dict[str, Entity] = {entity.id: entity for entity in dataset.entities}
        self.sources = {source.id for source in dataset.sources}
        self.codes = {entity.identifiers.get("iso3", ""): entity.id for entity in dataset.entities}
        self.codes["EU"] = "european-union"
        self.names = {normalize(name): entity.id for entity in dataset.entities for name in names(entity)}
        self.slugs = {row["from"]: row["to"] for row in rows(reference / "slug-map.csv")}
        self.pairs: dict[tuple[str, str], list[Relation]] = defaultdict(list)
        self.literals: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.out: list[str] = []
        for claim in dataset.relations:
            if claim.object is None:
                self.literals[claim.subject, claim.relation].append(str(claim.value))
            else:
                self.pairs[claim.subject, claim.object].append(claim)
                self.pairs[claim.object, claim.subject].append(claim)

    def tied(self, one: str, other: str, *relations: str) -> list[Relation]:
        """The claims between two entities, in either direction, of these relations (of any without them)."""
        return [claim for claim in self.pairs.get((one, other), []) if not relations or claim.relation in relations]

    def says(self, subject: str, relation: str, value: str) -> bool:
        """Whether a literal claim gives the value, or the part of a date that is confirmed."""
        return any(value == given or value.startswith(f"{given}-") for given in self.literals[subject, relation])

    def thing(self, text: str) -> str:
        """The entity that a cell names: by slug, code, name, or article of an instrument."""
        if ":" in text:
            return article(*text.split(":"))
        known = self.codes.get(text) or self.slugs.get(text) or RENAMED.get(text, text)
        return known if known in self.entities else self.names.get(normalize(text), known)

    def allowed(self, what: str) -> bool:
        """Whether it is left out on purpose."""
        self.out += [what] if what in LEFT_OUT else []
        return what in LEFT_OUT


def rows(path: Path) -> list[Row]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8") as text:
        return list(csv.DictReader(text))


def names(entity: Entity) -> list[str]:
    """Every name of an entity."""
    return [*entity.label.values(), *(name for group in entity.aliases.values() for name in group)]


def split(cell: str) -> list[str]:
    """The values of a cell that holds several."""
    return [part.strip() for part in cell.split(";") if part.strip()]


def article(instrument: str, number: str) -> str:
    """The entity of an article; a paragraph belongs to its article."""
    known = f"{instrument}-art-{number.split('(')[0].lower()}"
    return RENAMED.get(known, known)


def things(data: Data, file: str, row: Row) -> Iterator[str]:
    """A body, mission, tool, group, congress, instrument or concept: its entity, its figures and its ties."""
    slug = row.get("slug") or row.get("instrument") or row.get("to") or f"un-crime-congress-{row['number']}"
    entity = data.entities.get(data.thing(slug))
    if not entity:
        yield from [] if data.allowed(slug) else [f"no entity {slug}"]
        return
    title = normalize(row.get("title", ""))
    if title and title not in map(normalize, names(entity)):
        yield f"{slug}: not the name {row['title']}"
    if entity.id != slug:
        return  # one thing with another row
    for column, relation in LITERALS.get(file, {}).items():
        if row[column] and not any(data.says(slug, word, row[column]) for word in relation.split()):
            yield f"{slug} {relation} {row[column]}"
    for column in ENDS.get(file, []):
        for part in split(row[column]):
            if not data.tied(slug, data.thing(part)) and not data.allowed(f"{slug} {part}"):
                yield f"{slug}: no tie to {part}"
    listed = row.get("un_listed_on")
    regimes = [claim for regime in data.entities for claim in data.tied(regime, slug, "targets")] if listed else []
    if listed and listed not in [claim.since for claim in regimes]:
        yield f"{slug}: listed on {listed}"


def states(data: Data, file: str, row: Row) -> Iterator[str]:
    """A state: its code, its region, its membership of the United Nations."""
    state = data.codes.get(row["iso3"], "")
    if state not in data.entities:
        yield f"no entity with the code {row['iso3']}"
    elif row["un_subregion"] and not any(data.tied(state, place, "located-in") for place in data.entities):
        yield f"{state} located-in {row['un_subregion']}"
    dates = [claim.since for claim in data.tied(state, "united-nations", "member-of")]
    if row["un_member"] == "yes" and row["un_member_since"] not in dates:
        yield f"{state} member-of united-nations since {row['un_member_since']}"


def parties(data: Data, file: str, row: Row) -> Iterator[str]:
    """A row of treaty status: signature, consent, entry into force and their sources."""
    state, treaty = data.codes.get(row["participant_iso3"], ""), row["instrument"]
    dates = {"signatory-to": "signature_date", "consents-to": "consent_date", "party-to": "entry_into_force"}
    for relation, date in dates.items():
        if row[date] and row[date] not in [claim.since for claim in data.tied(state, treaty, relation)]:
            yield f"{state} {relation} {treaty} since {row[date]}"
    kinds = ("party-to", "consents-to") if row["note"].startswith("status: party") else ("signatory-to",)
    if not data.tied(state, treaty, *kinds):
        yield f"{state} {' or '.join(kinds)} {treaty}"
    cited = {citation.source for claim in data.tied(state, treaty) for citation in claim.cite}
    yield from (f"{state} {treaty}: no {s}" for s in split(row["source"]) if RENAMED.get(s, s) not in cited)


def memberships(data: Data, file: str, row: Row) -> Iterator[str]:
    """A membership, or another tie, and its first year in the dates or the note."""
    state, relation = data.codes.get(row["iso3"], ""), "member-of" if row["status"] == "member" else "affiliated-with"
    if not any(row["since"][:4] in f"{c.since} {c.note}" for c in data.tied(state, row["organization"], relation)):
        yield f"{state} {relation} {row['organization']} {row['since']}"


def provisions(data: Data, file: str, row: Row) -> Iterator[str]:
    """An article is an entity that bears its heading and kind; a paragraph belongs to its article."""
    entity = data.entities.get(article(row["instrument"], row["article"]))
    if not entity:
        yield f"no article {row['instrument']} {row['article']}"
    elif entity.type == "article" and "(" not in row["article"]:
        heading = normalize(row["heading"].strip("[]").replace(" (range)", ""))
        if heading not in normalize(entity.label["en"]) or not data.says(entity.id, "provision-kind", row["kind"]):
            yield f"{entity.id}: heading {row['heading']}, kind {row['kind']}"


def topics(data: Data, file: str, row: Row) -> Iterator[str]:
    """What an article provides, or asks for before it can be used, is a claim cited to its paragraph."""
    place, thing = article(row["instrument"], row["article"]), row.get("object") or row["condition"]
    claims = data.tied(place, thing) or data.tied(row["instrument"], thing, "supplements")
    if "condition" in row:
        claims = data.tied(place, RENAMED.get(thing, f"involves-{thing}"), "subject-to") or claims
    inner = re.search(r"\((.+)\)", row["article"])
    places = " ".join(citation.at for claim in claims for citation in claim.cite)
    if not claims or (inner and not re.search(rf"(paragraph |\(){re.escape(inner[1])}\b", places)):
        yield f"{row['instrument']} {row['article']}: {thing}"


def rules(data: Data, file: str, row: Row) -> Iterator[str]:
    """A rule on entry into force is the period of its instrument."""
    days, months = row["days_after_deposit"], row["months_after_deposit"]
    if not data.says(row["instrument"], "binds-after", f"P{days}D" if days else f"P{months}M"):
        yield f"{row['instrument']} binds-after {days or months}"


def sources(data: Data, file: str, row: Row) -> Iterator[str]:
    """A source stands in the bibliography."""
    source = row.get("source") or row["source_id"]
    if RENAMED.get(source, source) not in data.sources and not data.allowed(source):
        yield f"no source {source}"


CHECKS = {"entry-into-force-rules.csv": rules, "memberships.csv": memberships, "provision-conditions.csv": topics}
CHECKS |= {"provision-topics.csv": topics, "provisions.csv": provisions, "states.csv": states}
CHECKS |= {"treaty-status.csv": parties, **dict.fromkeys(["actor-sources.csv", "provisions-sources.csv"], sources)}
CHECKS |= {"treaty-status-sources.csv": sources, **dict.fromkeys([*LITERALS, *ENDS, "slug-map.csv"], things)}


def main(reference: Path, folder: Path) -> int:
    """Prints the account; 1 when a row is not represented."""
    data, bad, corrected = Data(folder, reference), 0, set[str]()
    for path in sorted(reference.glob("*.csv")):
        table, lacks = rows(path), []
        for number, row in enumerate(table, 2):
            found = list(CHECKS[path.name](data, path.name, row))
            corrected.update(text for lack in found for text in CORRECTED if text in lack)
            lacks += [f"  row {number}: {lack}" for lack in found if not any(text in lack for text in CORRECTED)]
        bad += len(lacks)
        print(f"{path.name}: {len(table)} rows, {len({line.split(':')[0] for line in lacks})} not represented")
        print(*lacks, sep="\n", end="\n" if lacks else "")
    print("Left out:", *(f"  {what}: {LEFT_OUT[what]}" for what in data.out), sep="\n")
    print("Corrected:", *(f"  {text.strip()}: {CORRECTED[text]}" for text in sorted(corrected)), sep="\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2] if len(sys.argv) > 2 else "data")))
