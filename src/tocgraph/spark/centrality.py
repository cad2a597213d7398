"""How central each entity is: its degree, and PageRank (Brin and Page 1998) over the pairs that claims join."""

from __future__ import annotations

from typing import Any

from tocgraph.spark.cluster import Tables

COLUMNS = ("id", "type", "label_en", "label_ar", "in_degree", "out_degree", "degree", "pagerank")
DAMPING = 0.85


def centrality(
    tables: Tables, relation: str | None = None, as_of: str | None = None, tolerance: float = 1e-6, most: int = 100
) -> Any:
    """Degrees and PageRank of every entity, the most central first.

    A pair of entities counts once in each direction in which a claim joins it. What leads nowhere gives its rank to
    all alike. The ranks sum up to 1; iteration ends when they change by less than `tolerance` an entity, in sum.

    Returns:
        A DataFrame of COLUMNS, sorted by falling PageRank and id.

    Raises:
        UnknownIdError: there is no such relation type.
        QueryError: the date is no date.
    """
    f = tables.on.functions
    nodes = tables.entities.persist()
    edges = tables.edges(relation, as_of).persist()
    outward = edges.groupBy(f.col("source").alias("id")).agg(f.count("*").alias("out_degree"))
    inward = edges.groupBy(f.col("target").alias("id")).agg(f.count("*").alias("in_degree"))
    known = nodes.join(inward, "id", "left").join(outward, "id", "left").fillna(0, ["in_degree", "out_degree"])
    known = known.withColumn("degree", f.col("in_degree") + f.col("out_degree")).persist()
    count = known.count()
    if not count:
        return known.withColumn("pagerank", f.lit(0.0)).select(*COLUMNS)
    outflow = known.select("id", "out_degree")
    ranks = outflow.withColumn("pagerank", f.lit(1.0 / count))
    lost = outflow.where(f.col("out_degree") == 0).count() / count
    for _ in range(most):
        given = (
            edges.join(ranks.where(f.col("out_degree") > 0), edges["source"] == ranks["id"])
            .groupBy(f.col("target").alias("id"))
            .agg(f.sum(f.col("pagerank") / f.col("out_degree")).alias("given"))
        )
        base = (1.0 - DAMPING + DAMPING * lost) / count
        after = ranks.join(given, "id", "left").select(
            "id",
            "out_degree",
            (f.lit(base) + DAMPING * f.coalesce(f.col("given"), f.lit(0.0))).alias("rank"),
            f.col("pagerank").alias("before"),
        )
        after = after.localCheckpoint()  # else each round would compute all rounds before it anew
        change, lost = after.agg(
            f.sum(f.abs(f.col("rank") - f.col("before"))),
            f.sum(f.when(f.col("out_degree") == 0, f.col("rank")).otherwise(0.0)),
        ).collect()[0]
        ranks = after.select("id", "out_degree", f.col("rank").alias("pagerank"))
        if change < count * tolerance:
            break
    found = known.join(ranks.select("id", "pagerank"), "id").select(*COLUMNS)
    return found.orderBy(f.col("pagerank").desc(), "id")
