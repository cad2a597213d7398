"""One type of things against another: the pairs that claims join."""

from __future__ import annotations

from typing import Any

from tocgraph.spark.cluster import Tables

_ROW = ("row", "row_label_en", "row_label_ar")
_COLUMN = ("column", "column_label_en", "column_label_ar")
COLUMNS = (*_ROW, *_COLUMN, "claims", "since", "until")


def matrix(tables: Tables, rows: str, columns: str, relation: str | None = None, as_of: str | None = None) -> Any:
    """Every pair of an entity of one type and an entity of another that claims join, in either direction.

    Args:
        tables: The tables of an export.
        rows: An entity type; narrower types belong to it.
        columns: The same for the columns.
        relation: A relation type, with its narrower ones; by default any.
        as_of: Keep claims that may hold on this (partial) date.

    Returns:
        A DataFrame of COLUMNS, sorted by row and column: `claims` counts the claims of a pair, `since` is the earliest
        and `until` the latest day that they name. A pair that is absent is not recorded, which is not a no.

    Raises:
        UnknownIdError: there is no such type.
        QueryError: the date is no date.
    """
    f = tables.on.functions
    claims = tables.claims(relation, as_of)
    days = [f.col("since_earliest"), f.col("until_latest")]
    forward = claims.select("id", f.col("subject").alias("row"), f.col("object").alias("column"), *days)
    backward = claims.select("id", f.col("object").alias("row"), f.col("subject").alias("column"), *days)
    pairs = forward.unionByName(backward).distinct()

    def ends(kind: str, name: str) -> Any:
        labels = (f.col(f"label_{code}").alias(f"{name}_label_{code}") for code in ("en", "ar"))
        return tables.of_type(kind).select(f.col("id").alias(name), *labels)

    found = pairs.join(ends(rows, "row"), "row").join(ends(columns, "column"), "column")
    grouped = found.groupBy(*_ROW, *_COLUMN).agg(
        f.countDistinct("id").alias("claims"),
        f.min("since_earliest").cast("string").alias("since"),
        f.max("until_latest").cast("string").alias("until"),
    )
    return grouped.select(*COLUMNS).orderBy("row", "column")
