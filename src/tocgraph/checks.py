"""The checks of meaning (to be completed)."""
from pathlib import Path
from tocgraph.errors import DataError
from tocgraph.model import Dataset
from tocgraph.reader import read


def load_checked(folder: Path) -> Dataset:
    reading = read(folder)
    if any(p.level == "error" for p in reading.problems):
        raise DataError(reading.problems)
    return reading.dataset
