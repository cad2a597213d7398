"""What of a status document changes a row, what must be settled by hand, and how the table is written."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tocgraph.errors import TocgraphError, UnknownIdError
from tocgraph.importers import apply, merge, plan
from tocgraph.importers.status import Participant, Status

SAMPLES = Path(__file__).parent.parent / "data" / "depositary"


@pytest.fixture
def folder(tmp_path) -> Path:
    return Path(shutil.copytree(SAMPLES / "data", tmp_path / "data"))


def status(
    *participants: Participant, numbers: tuple[str, ...] = ("XVIII-12",), scheme: str = "untc", **more
) -> Status:
    return Status(scheme, numbers, more.pop("title", ""), participants, **more)


def said(name: str, **fields) -> Participant:
    return Participant(name, "d:1", **fields)


def planned(folder, *participants, **more):
    return plan(folder, status(*participants), "d", "untc-status", **more)


def row(made, state):
    lines = [line.split(",") for line in made.after.decode().splitlines() if line.startswith(f"untoc,{state}")]
    return lines[0][2:] if lines else None


def put(folder, line):
    """Puts a row into the table, in its place."""
    path = folder / "tables" / "parties.csv"
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    key = line.split(",")[:2]
    lines = sorted([*(one for one in lines if one.split(",")[:2] != key), line])
    path.write_text("\n".join([header, *lines, ""]), encoding="utf-8")


RATIFIED = {"signed": "2000-12-13", "acts": ("ratification",), "consented": "2004-03-05"}


def test_a_row_that_says_the_same_stays_to_the_letter(folder):
    made = planned(folder, said("Egypt", **RATIFIED))
    assert (made.unchanged, made.changed, made.added, made.gone) == (["EGY"], [], [], ["KEN", "MLI", "TUR"])
    assert made.after == made.before and made.diff("x") == ""


def test_what_the_document_does_not_tell_is_kept(folder):
    put(folder, "untoc,EGY,2000-12-13,ratification,2004,yes,2004-04-04,,,A note.,old-list @ Egypt")
    made = planned(folder, said("Egypt", **RATIFIED))
    kept = ["2000-12-13", "ratification", "2004-03-05", "yes", "2004-04-04", "", "", "A note."]
    assert row(made, "EGY") == [*kept, "old-list @ Egypt; untc-status @ status of Egypt"]
    assert (made.changed, made.notes) == (["EGY"], ["EGY"])


def test_a_day_of_entry_into_force_goes_with_the_consent_that_it_followed(folder):
    put(folder, "untoc,EGY,,ratification,2005-01-01,yes,2005-01-31,,,,old-list @ Egypt")
    assert row(planned(folder, said("Egypt", **RATIFIED)), "EGY")[3:5] == ["", ""]
    # ... and stays out when the document knows of no consent at all.
    signed = row(planned(folder, said("Egypt", signed="2000-12-13")), "EGY")
    assert signed == ["2000-12-13", "", "", "", "", "", "", "", "untc-status @ status of Egypt"]


def test_party_is_said_where_it_cannot_be_computed(folder):
    assert row(planned(folder, said("Bolivia", **RATIFIED)), "BOL")[3] == ""
    (folder / "relations.yaml").write_text("[]\n", encoding="utf-8")
    assert row(planned(folder, said("Bolivia", **RATIFIED)), "BOL")[3] == "yes"
    in_force = said("Bolivia", in_force="2004-04-01", withdrawn="", **RATIFIED)
    assert row(planned(folder, in_force), "BOL")[3:6] == ["yes", "2004-04-01", ""]


def test_an_unverified_row_that_the_document_confirms_is_no_longer_unverified(folder):
    made = planned(folder, said("Mali", signed="2000-12-15", acts=("ratification",), consented="2002-04-12"))
    assert row(made, "MLI")[5:] == ["", "", "", "untc-status @ status of Mali"]


def test_withdrawals(folder):
    left = said("Egypt", ended=True, **RATIFIED)
    made = planned(folder, left)
    assert [(one.name, one.near) for one in made.unsettled] == [("Egypt", ["EGY"])]
    assert made.after == made.before and "EGY" not in made.gone
    put(folder, "untoc,EGY,2000-12-13,ratification,2004-03-05,yes,,2020-01-01,,,old-list @ Egypt")
    assert planned(folder, left).unchanged == ["EGY"]
    # Without brackets the state is a party again.
    assert row(planned(folder, said("Egypt", **RATIFIED)), "EGY")[5] == ""


def test_what_must_be_settled_by_hand(folder):
    made = planned(
        folder, said("Ruritania", **RATIFIED), said("Turkey", **RATIFIED), said("Türkiye", **RATIFIED),
        said("Egypt", unclear="why"), said("Mali"),
    )  # fmt: skip
    assert [(one.name, one.reason) for one in made.unmatched] == [("Ruritania", "no state of this name")]
    reasons = {one.name: one.reason for one in made.unsettled}
    assert reasons == {"Turkey": "named more than once", "Türkiye": "named more than once", "Egypt": "why"}
    assert made.gone == ["KEN", "MLI"]
    with pytest.raises(TocgraphError, match="those of Ruritania, Turkey"):
        planned(folder, said("Ruritania", **RATIFIED), said("Turkey", unclear="why"), remove_gone=True)


def test_rows_that_are_gone_are_taken_out_when_told(folder):
    made = planned(folder, said("Egypt", **RATIFIED), remove_gone=True)
    assert made.removed and made.gone == ["KEN", "MLI", "TUR"]
    assert [line.split(",")[1] for line in made.after.decode().splitlines()[1:]] == ["ALB", "EGY"]


def test_a_kind_of_act_that_the_document_leaves_open_is_kept(folder):
    put(folder, "untoc,EGY,2000-12-13,approval,2004-03-05,yes,,,,,old-list @ Egypt")
    open_act = {**RATIFIED, "acts": ("unspecified", "ratification", "approval")}
    assert planned(folder, said("Egypt", **open_act)).unchanged == ["EGY"]
    assert row(planned(folder, said("Bolivia", **open_act)), "BOL")[1] == "unspecified"


def test_doubts_are_told(folder):
    counted = status(said("Egypt", **RATIFIED), signatories=1, parties=2, warnings=("line 3: odd",))
    assert plan(folder, counted, "d", "untc-status").warnings == [
        "d: line 3: odd",
        "d: it counts 2 parties, but its table has 1: see whether it is whole",
    ]
    mapping = folder / "tables.yaml"
    text = mapping.read_text(encoding="utf-8").replace("when: [act]", "when: {act: accession}")
    mapping.write_text(text, encoding="utf-8")
    assert planned(folder, said("Egypt", **RATIFIED)).warnings == [
        "tables.yaml: no template of parties.csv makes a claim of the act 'ratification'"
    ]


@pytest.mark.parametrize(
    ("document", "chosen", "found"),
    [
        (status(), None, "untoc"),
        (status(), "untoc", "untoc"),
        (status(numbers=("XVIII-12", "XVIII-12-a")), "untoc-protocol", "untoc-protocol"),
        (status(numbers=("185",), scheme="cets"), None, "budapest-convention"),
        (status(numbers=(), title="trafficking protocol"), None, "untoc-protocol"),
        (status(numbers=()), "untoc", "untoc"),
        (status(numbers=("XVIII-99",)), "budapest-convention", "budapest-convention"),
        (status(), "untoc-protocol", "is about untc XVIII-12 (untoc), not about untoc-protocol"),
        (status(numbers=("XVIII-99",)), "untoc", "but untoc is XVIII-12"),
        (status(numbers=("XVIII-12", "XVIII-12-a")), None, "its heading and its name differ"),
        (status(numbers=("XVIII-99",)), None, "which no entity has"),
        (status(numbers=(), title="Another"), None, "its title is 'Another'"),
        (status(numbers=()), None, "does not say which treaty"),
        (status(), "untok", "no instrument named 'untok'"),
    ],
)
def test_which_instrument(folder, document, chosen, found):
    try:
        assert plan(folder, document, "d", "untc-status", chosen).instrument == found
    except TocgraphError as error:
        assert found in error.message


def test_the_source_must_be_known(folder):
    with pytest.raises(UnknownIdError) as caught:
        plan(folder, status(), "d", "untc-statu")
    assert "did you mean untc-status" in caught.value.hint and "sources.yaml" in caught.value.hint


def test_a_name_cannot_break_a_citation(folder):
    entities = folder / "entities.yaml"
    entities.write_text(entities.read_text(encoding="utf-8").replace("[Turkey]", "['Tur; key']"), encoding="utf-8")
    made = planned(folder, said("Tur; key", signed="2000-01-01"))
    assert "untc-status @ status of Tur, key" in made.after.decode()


def test_a_table_is_needed(folder):
    (folder / "tables.yaml").unlink()
    with pytest.raises(TocgraphError, match="no table parties"):
        planned(folder)


def test_the_table_is_written_whole_or_not_at_all(folder, monkeypatch):
    made = planned(folder, said("Bolivia", **RATIFIED))
    path = folder / "tables" / "parties.csv"

    def fail(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", fail)
        with pytest.raises(TocgraphError, match="No space left"):
            apply(made)
    assert path.read_bytes() == made.before and [p.name for p in path.parent.iterdir()] == ["parties.csv"]
    path.write_bytes(made.before + b"\n")
    with pytest.raises(TocgraphError, match="changed meanwhile"):
        apply(made)
    path.write_bytes(made.before)
    installed = Path(merge.__file__).parent.parent / "data" / "tables" / "parties.csv"
    with pytest.raises(TocgraphError, match="installed data"):
        apply(made._replace(file=installed))
    apply(made)
    assert path.read_bytes() == made.after
    again = planned(folder, said("Bolivia", **RATIFIED))
    assert again.unchanged == ["BOL"] and again.after == again.before
