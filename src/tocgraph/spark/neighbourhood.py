"""What lies within some steps of an entity, breadth first."""

from __future__ import annotations

from typing import Any

from tocgraph.errors import QueryError
from tocgraph.spark.cluster import Tables

COLUMNS = ("id", "type", "label_en", "label_ar", "distance")


def neighbourhood(
    tables: Tables, entity: str, depth: int = 1, relation: str | None = None, as_of: str | None = None
) -> Any:
    """The entities within that many claims of an entity, in either direction, with their distance.

    Returns:
        A DataFrame of COLUMNS, sorted by distance and id; the entity itself has the distance 0.

    Raises:
        UnknownIdError: there is no such entity or relation type.
        QueryError: the depth is negative, or the date is no date.
    """
    if depth < 0:
        raise QueryError(f"a depth of {depth} is not possible", "give a depth of 0 or more")
    f = tables.on.functions
    centre = tables.entity(entity)
    edges = tables.edges(relation, as_of)
    turned = edges.select(f.col("target").alias("source"), f.col("source").alias("target"))
    steps = edges.unionByName(turned).distinct().persist()
    reached = tables.entities.where(f.col("id") == centre).select("id", f.lit(0).alias("distance"))
    frontier = reached
    for distance in range(1, depth + 1):
        fresh = (
            steps.join(frontier.select(f.col("id").alias("source")), "source")
            .select(f.col("target").alias("id"))
            .distinct()
            .join(reached, "id", "left_anti")
            .withColumn("distance", f.lit(distance))
            .localCheckpoint()  # else each step would compute all steps before it anew
        )
        if fresh.isEmpty():
            break
        reached = reached.unionByName(fresh).localCheckpoint()
        frontier = fresh
    steps.unpersist()
    return reached.join(tables.entities, "id").select(*COLUMNS).orderBy("distance", "id")
