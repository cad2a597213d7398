"""Names of States in status documents, and which State they mean."""

from __future__ import annotations

import pytest

from tocgraph.importers.names import States, comparable, variants
from tocgraph.model import Entity

STATES = {
    "BOL": (["Bolivia", "بوليفيا"], []),
    "COD": (["Democratic Republic of the Congo"], ["DRC"]),
    "COG": (["Congo"], []),
    "KNA": (["Saint Kitts and Nevis"], []),
    "KOR": (["South Korea"], ["Republic of Korea"]),
    "MDA": (["Republic of Moldova"], []),
    "NLD": (["Netherlands"], []),
    "TUR": (["Türkiye"], ["Turkey"]),
    "XXA": (["Twin"], []),
    "XXB": (["Twin"], []),
}


@pytest.fixture(scope="module")
def states() -> States:
    return States(
        [
            Entity(
                id=code.lower(),
                type="state",
                label=dict(zip(("en", "ar"), labels, strict=False)),
                aliases={"en": aliases},
                identifiers={"iso3": code},
            )
            for code, (labels, aliases) in STATES.items()
        ],
        "iso3",
    )


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Bolivia (Plurinational State of)", "BOL"),
        ("بوليفيا", "BOL"),
        ("TURKIYE", "TUR"),
        ("Netherlands (Kingdom of the)", "NLD"),
        ("Netherlands, Kingdom of the", "NLD"),
        ("the Netherlands", "NLD"),
        ("Congo (Democratic Republic of the)", "COD"),
        ("Korea (Republic of)", "KOR"),
        ("Korea (Democratic People's Republic of)", ""),
        ("Moldova, Republic of", "MDA"),
        ("St. Kitts & Nevis", "KNA"),
        ("Congo (Brazzaville)", ""),
        ("Twin", ""),
        ("Ruritania", ""),
        ("", ""),
    ],
)
def test_names_of_states(states, name, code):
    assert states.code(name) == code


def test_names_that_are_near(states):
    assert states.near("Bolvia") == ["BOL"]
    assert comparable("The Gambia") == "gambia" and list(variants("A (B) C"))[1] == "B A C"
