"""A status document against the table of parties: what would change, and the table written anew.

The document decides about the dates and acts that it tells of. What it does not tell (notes, days of entry into
force, withdrawals) stays as the curators wrote it. Rows that stay the same stay to the letter.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tocgraph import files, locate
from tocgraph.errors import DataError, TocgraphError, UnknownIdError
from tocgraph.importers.names import States, instrument
from tocgraph.importers.status import Participant, Status
from tocgraph.model import Table
from tocgraph.reader import Reading, read
from tocgraph.tables import Sheet, sheet_text
from tocgraph.text import FORBIDDEN, nearest

TABLE = "parties.csv"
COLUMNS = (
    "instrument", "state", "signed", "act", "consented", "party", "in_force", "withdrawn", "standing", "note", "cite",
)  # fmt: skip
FACTS = ("signed", "act", "consented", "in_force", "withdrawn")
"""The cells that a document can tell of."""

Cells = dict[str, str]


class Open(NamedTuple):
    """A participant of the document that must be settled by hand: its place, its name, why, and codes that are near."""

    place: str
    name: str
    reason: str
    near: list[str]


class Plan(NamedTuple):
    """What an import would do. The lists hold the codes of states as the table writes them.

    `gone` are rows of the table that the document does not have; `removed` says whether the new text leaves them
    out. `notes` are changed rows with an older note, which may have become untrue.
    """

    instrument: str
    file: Path
    before: bytes
    after: bytes
    added: list[str]
    changed: list[str]
    unchanged: list[str]
    gone: list[str]
    removed: bool
    notes: list[str]
    unmatched: list[Open]
    unsettled: list[Open]
    warnings: list[str]

    def diff(self, shown: str) -> str:
        """The change as a unified diff, empty when there is none; `shown` is the path that it names."""
        return "".join(difflib.unified_diff(_lines(self.before), _lines(self.after), f"a/{shown}", f"b/{shown}"))


def _lines(content: bytes) -> list[str]:
    """The lines of a file with their ends; the last one is marked as `diff` does when it has none."""
    *lines, last = content.decode("utf-8").split("\n")
    return [f"{line}\n" for line in lines] + ([f"{last}\n\\ No newline at end of file\n"] if last else [])


def plan(
    folder: Path, status: Status, file: str, source: str, chosen: str | None = None, remove_gone: bool = False
) -> Plan:
    """What a document would change in the table of parties of a data folder; nothing is written.

    Args:
        folder: The data folder.
        status: The document, read.
        file: Its name, for messages.
        source: The id of the source that the changed rows cite.
        chosen: The id of the instrument; None takes the one that the document names.
        remove_gone: Leave out the rows of states that the document does not have.

    Raises:
        DataError: the data cannot be read without errors.
        UnknownIdError: there is no such source or instrument.
        TocgraphError: the data has no table of parties, or the document is about another treaty.
    """
    reading = read(folder)
    if any(problem.level == "error" for problem in reading.problems):
        raise DataError(sorted(set(reading.problems)))
    data = reading.dataset
    table, sheet = _table(reading)
    known = [s.id for s in data.sources]
    if source not in known:
        error = UnknownIdError("source", source, nearest(source, known))
        add = f"add it to sources.yaml: - {{id: {source}, title: ..., url: ..., as-of: ...}}"
        error.hint = f"{error.hint} else {add}" if error.hint else add
        raise error
    entity = instrument(data.entities, status, chosen, file)
    states = States(data.entities, table.codes.get("state"))
    ruled = any(r.subject == entity.id and r.relation == "binds-after" for r in data.relations)
    merging = _Merging(entity.id, source, ruled)
    rows = [dict(zip(table.columns, row, strict=True)) for row in sheet.rows]
    own = {row["state"]: row for row in rows if row["instrument"] == entity.id}
    matched, unmatched, unsettled = _match(status, states, own)
    if remove_gone and (unmatched or unsettled):
        names = ", ".join(one.name for one in [*unmatched, *unsettled][:5])
        raise TocgraphError(f"{file}: rows that are gone may be those of {names}", "settle these first")
    made = {code: merging.row(code, participant, own.get(code)) for code, participant in matched.items()}
    mentioned = {*made, *(states.code(one.name) for one in unsettled)}
    gone = sorted(set(own) - mentioned)
    left = [r for r in rows if r["instrument"] != entity.id or (r["state"] not in made and r["state"] not in gone)]
    left += [] if remove_gone else [own[code] for code in gone]
    changed = sorted(code for code in made if code in own and made[code] != own[code])
    path = folder / locate.TABLES / TABLE
    return Plan(
        entity.id,
        path,
        path.read_bytes(),
        sheet_text(table.columns, sorted([row.get(c, "") for c in table.columns] for row in (*left, *made.values()))),
        added=sorted(set(made) - set(own)),
        changed=changed,
        unchanged=sorted(code for code in made if made[code] == own.get(code)),
        gone=gone,
        removed=remove_gone,
        notes=[code for code in changed if own[code]["note"]],
        unmatched=unmatched,
        unsettled=unsettled,
        warnings=[*(f"{file}: {text}" for text in status.warnings), *_doubts(status, file), *_unmapped(table, made)],
    )


def apply(planned: Plan) -> None:
    """Writes the table as planned: whole, beside its place and renamed, or not at all.

    Raises:
        TocgraphError: it has changed since the plan was made, belongs to the installed package, or cannot be written.
    """
    if Path(__file__).parent.parent in planned.file.resolve().parents:
        message = "the installed data is not written to"
        raise TocgraphError(message, "copy it to a folder of your own and name that with --data-dir")
    if planned.file.read_bytes() != planned.before:
        raise TocgraphError(f"{planned.file} was changed meanwhile", "run the import again")
    if planned.after != planned.before:
        files.replace(planned.file.resolve(), planned.after)


def _table(reading: Reading) -> tuple[Table, Sheet]:
    table = next((t for t in reading.dataset.tables if t.table == TABLE), None)
    sheet = reading.trees.get(f"{locate.TABLES}/{TABLE}")
    if table is None or not isinstance(sheet, Sheet):
        raise TocgraphError(f"the data has no table {TABLE}", "add it to tables.yaml; see docs/importing.md")
    missing = [name for name in COLUMNS if name not in table.columns]
    if missing:
        raise TocgraphError(f"{TABLE} has no column {missing[0]!r}", f"its columns are {','.join(COLUMNS)}")
    return table, sheet


def _match(
    status: Status, states: States, own: dict[str, Cells]
) -> tuple[dict[str, Participant], list[Open], list[Open]]:
    """The participants by code; those without a known name; those that must be settled by hand."""
    acted = [p for p in status.participants if p.acted]
    times = Counter(states.code(p.name) for p in acted)
    matched: dict[str, Participant] = {}
    unmatched, unsettled = [], []
    for participant in acted:
        code = states.code(participant.name)
        reason = participant.unclear or ("named more than once" if times[code] > 1 else "")
        if participant.ended and not own.get(code, {}).get("withdrawn"):
            reason = reason or "in brackets: no longer a party, but the table of the document does not say since when"
        if not code:
            near = states.near(participant.name)
            unmatched.append(Open(participant.place, participant.name, "no state of this name", near))
        elif reason:
            unsettled.append(Open(participant.place, participant.name, reason, [code]))
        else:
            matched[code] = participant
    return matched, unmatched, unsettled


class _Merging(NamedTuple):
    """Makes the row of a participant out of the document's and the table's."""

    instrument: str
    source: str
    ruled: bool
    """Whether the day of entry into force for a state follows from its day of consent."""

    def row(self, code: str, said: Participant, old: Cells | None) -> Cells:
        """The row of the table for a participant; the old one itself when the document says nothing else."""
        before = old or dict.fromkeys(COLUMNS, "")
        new = {**before, "instrument": self.instrument, "state": code, "signed": said.signed}
        new["consented"] = said.consented
        new["act"] = before["act"] if before["act"] in said.acts else next(iter(said.acts), "")
        if said.in_force is not None:
            new["in_force"] = said.in_force
        elif not said.consented or not said.consented.startswith(before["consented"]):
            new["in_force"] = ""
        if said.withdrawn is not None:
            new["withdrawn"] = said.withdrawn
        elif said.in_force is None and not said.ended:
            new["withdrawn"] = ""  # a document that brackets those who left says that this one did not
        same = all(new[name] == before[name] for name in FACTS) and bool(said.consented or not before["party"])
        if old is not None and same and before["standing"] != "unverified":
            return old
        if not same or old is None:
            told = bool(new["in_force"] or new["withdrawn"])
            new["party"] = "yes" if told or (said.consented and not self.ruled) else ""
        new["standing"] = "" if before["standing"] == "unverified" else before["standing"]
        new["note"] = before["note"] or " ".join(said.notes)
        new["cite"] = self._cite(said, before, new)
        return new

    def _cite(self, said: Participant, before: Cells, new: Cells) -> str:
        """The citation of the document; those before it stay where they alone carry a cell that is kept."""
        name = FORBIDDEN.sub("", said.name).replace(";", ",")
        own = f"{self.source} @ status of {name}"
        kept = bool(before["note"]) or (said.in_force is None and new["in_force"]) or (
            said.withdrawn is None and new["withdrawn"]
        )  # fmt: skip
        others = [c for c in before["cite"].split("; ") if c and c != own] if kept else []
        return "; ".join([*others, own])


def _doubts(status: Status, file: str) -> Iterator[str]:
    """Where the document's own counts are not those of its rows: it may be cut off."""
    rows = [p for p in status.participants if not p.ended]
    for name, said, read_ in (
        ("signatories", status.signatories, sum(bool(p.signed) for p in rows)),
        ("parties", status.parties, sum(bool(p.consented) for p in rows)),
    ):
        if said is not None and said != read_:
            yield f"{file}: it counts {said} {name}, but its table has {read_}: see whether it is whole"


def _unmapped(table: Table, made: dict[str, Cells]) -> Iterator[str]:
    """Acts that no template of the table makes a claim of."""
    conditions = [t.when["act"] for t in table.relations if isinstance(t.when, dict) and "act" in t.when]
    if not conditions:
        return
    for act in sorted({row["act"] for row in made.values()} - {"", *conditions}):
        yield f"tables.yaml: no template of {TABLE} makes a claim of the act {act!r}"
