"""Heavy analytics on a Spark cluster, over the Parquet export: matrix, neighbourhood, centrality (extra `spark`).

The tables are bags: a cluster may read a file twice and exports may be joined, so that every table is made distinct
after loading. Only claims that are taken as fact count. Nothing but DataFrames: no Python runs on the executors.
"""

from __future__ import annotations

from tocgraph.spark.centrality import centrality
from tocgraph.spark.cluster import Cluster, Tables, cluster
from tocgraph.spark.matrix import matrix
from tocgraph.spark.neighbourhood import neighbourhood

__all__ = ["Cluster", "Tables", "centrality", "cluster", "matrix", "neighbourhood"]
