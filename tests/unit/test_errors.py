"""Problems and exceptions: what they say and how callers tell them apart."""

import pytest

from tocgraph.errors import DataError, Problem, QueryError, StoreError, TocgraphError, UnknownIdError


def test_a_problem_is_one_line_with_place_level_rule_and_hint():
    problem = Problem("entities.yaml", 3, 7, "error", "bad-id", "'X' is not a well-formed id", "write 'x'")
    assert str(problem) == "entities.yaml:3:7 error bad-id: 'X' is not a well-formed id; write 'x'"
    assert str(problem._replace(hint="")) == "entities.yaml:3:7 error bad-id: 'X' is not a well-formed id"


def test_problems_sort_by_file_line_and_column():
    places = [("b.yaml", 1, 1), ("a.yaml", 10, 1), ("a.yaml", 9, 5), ("a.yaml", 9, 2)]
    problems = sorted(Problem(*place, "error", "order", "") for place in places)
    assert [problem[:3] for problem in problems] == sorted(places)


def test_a_data_error_counts_errors_only_and_shows_the_first_twenty():
    errors = [Problem("a.yaml", line, 1, "error", "bad-id", "bad") for line in range(1, 26)]
    warning = Problem("a.yaml", 1, 1, "warning", "order", "untidy")
    error = DataError([*errors, warning])
    assert error.message.startswith("the data has 25 errors\na.yaml:1:1 error")
    assert error.message.endswith("... and 5 more")
    assert len(error.problems) == 26
    assert DataError(errors[:1]).message.startswith("the data has 1 error\n")


def test_an_unknown_id_offers_the_nearest_names():
    error = UnknownIdError("entity", "interpool", ["interpol"])
    assert (error.message, error.hint) == ("no entity named 'interpool'", "did you mean interpol?")
    assert UnknownIdError("source", "x").hint == ""


@pytest.mark.parametrize(("kind", "code"), [(QueryError, 1), (StoreError, 3), (TocgraphError, 1)])
def test_each_error_has_an_exit_code(kind, code):
    error = kind("what", "do this")
    assert isinstance(error, TocgraphError)
    assert error.exit_code == code
    assert (str(error), error.hint) == ("what", "do this")
