"""The session on a cluster, and the tables of the export that it reads."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from tocgraph.dates import parse_date
from tocgraph.errors import QueryError, StoreError, TocgraphError, UnknownIdError
from tocgraph.text import nearest

STANDINGS = ("preferred", "normal")
"""The standings of claims that are taken as fact."""

_NEEDED = ("entities", "claims", "entity_types", "relation_types", "names")


class Cluster(NamedTuple):
    """A session and the functions of its library, so that nothing else imports it."""

    session: Any
    functions: Any


@contextmanager
def cluster(master: str = "local[*]", settings: dict[str, str] | None = None) -> Iterator[Cluster]:
    """A session on a cluster, ended with the block.

    Args:
        master: Where: `local[*]`, `local-cluster[2,1,1024]`, `spark://host:7077`, `yarn`, `k8s://...`.
        settings: Further settings of Spark.

    Raises:
        TocgraphError: PySpark or a Java runtime is missing.
        StoreError: the cluster cannot be reached.
    """
    try:
        sql = import_module("pyspark.sql")
    except ImportError as error:
        raise TocgraphError("PySpark is not installed", "pip install 'tocgraph[spark]'") from error
    home = os.environ.get("JAVA_HOME", "")
    if not shutil.which("java") and not (home and (Path(home) / "bin" / "java").exists()):
        raise TocgraphError("no Java runtime is found", "install one, such as the Debian package default-jre-headless")
    builder = sql.SparkSession.builder.master(master).appName("tocgraph")
    known = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.sql.session.timeZone": "UTC"}
    if master.startswith("local"):
        known |= {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
        known["spark.sql.shuffle.partitions"] = "4"
    for name, value in {**known, **(settings or {})}.items():
        builder = builder.config(name, value)
    try:
        session = builder.getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
    except Exception as error:  # py4j and PySpark have no common error
        raise StoreError(f"the cluster {master} cannot be used: {_first_line(error)}", "check --master") from error
    try:
        yield Cluster(session, import_module("pyspark.sql.functions"))
    finally:
        session.stop()


def _first_line(error: Exception) -> str:
    return next((line for line in str(error).splitlines() if line.strip()), type(error).__name__)


class Tables:
    """The tables of a Parquet export, distinct, as DataFrames."""

    def __init__(self, on: Cluster, folder: str) -> None:
        """Opens the tables in a folder, which may be on any file system that Spark knows.

        Raises:
            TocgraphError: a table is missing or is no Parquet file.
        """
        self.on = on
        self._folder = folder.rstrip("/")
        self._read: dict[str, Any] = {}
        for name in _NEEDED:
            try:
                self._read[name] = on.session.read.parquet(f"{self._folder}/{name}.parquet").distinct()
            except Exception as error:  # AnalysisException, or whatever the file system raises
                message = f"cannot read {self._folder}/{name}.parquet: {_first_line(error)}"
                raise TocgraphError(message, "`tocgraph export parquet -o DIR` writes the folder") from error

    @property
    def entities(self) -> Any:
        """id, type, label_en, label_ar."""
        return self._read["entities"].select("id", "type", "label_en", "label_ar")

    def claims(self, relation: str | None = None, as_of: str | None = None) -> Any:
        """The claims between two entities that are taken as fact: id, subject, relation, object, since, until.

        Raises:
            UnknownIdError: there is no such relation type.
            QueryError: the date is no date.
        """
        f = self.on.functions
        found = self._read["claims"].where(f.col("object").isNotNull() & f.col("standing").isin(*STANDINGS))
        if relation is not None:
            found = found.where(f.col("relation").isin(*self.narrower("relation_types", relation)))
        if as_of is not None:
            try:
                day = parse_date(as_of)
            except ValueError as error:
                raise QueryError(str(error)) from error
            first, last = f.lit(day.earliest).cast("date"), f.lit(day.latest).cast("date")
            found = found.where(
                (f.col("holds_from").isNull() | (f.col("holds_from") <= last))
                & (f.col("holds_to").isNull() | (f.col("holds_to") >= first))
            )
        return found.select("id", "subject", "relation", "object", "since_earliest", "until_latest")

    def narrower(self, table: str, identifier: str) -> list[str]:
        """A type and all narrower ones, sorted.

        Raises:
            UnknownIdError: there is no such type.
        """
        broader: dict[str, list[str]] = self._trees[table]
        kind = "entity type" if table == "entity_types" else "relation type"
        if identifier not in broader:
            raise UnknownIdError(kind, identifier, nearest(identifier, broader))
        found = [identifier]
        for one in found:
            found += [other for other, above in broader.items() if one in above and other not in found]
        return sorted(found)

    @cached_property
    def _trees(self) -> dict[str, dict[str, list[str]]]:
        return {
            table: {row["id"]: [row["broader"]] for row in self._read[table].select("id", "broader").collect()}
            for table in ("entity_types", "relation_types")
        }

    def of_type(self, identifier: str) -> Any:
        """The entities of a type and its narrower types. Raises UnknownIdError."""
        return self.entities.where(self.on.functions.col("type").isin(*self.narrower("entity_types", identifier)))

    def entity(self, name: str) -> str:
        """The id of an entity, by id or by one of its names in any language.

        Raises:
            UnknownIdError: nothing has the name.
            TocgraphError: several have it.
        """
        f = self.on.functions
        if self.entities.where(f.col("id") == name).limit(1).collect():
            return name
        names = self._read["names"].where(f.lower(f.col("name")) == name.lower()).select("entity").distinct()
        found = sorted(row["entity"] for row in names.limit(20).collect())
        if not found:
            raise UnknownIdError("entity", name)
        if len(found) > 1:
            raise TocgraphError(f"several entities are named {name!r}: {', '.join(found)}", "give an id")
        return str(found[0])

    def edges(self, relation: str | None = None, as_of: str | None = None) -> Any:
        """The pairs of entities that a claim joins, each once, in its direction: source, target. Raises as `claims`."""
        f = self.on.functions
        claims = self.claims(relation, as_of).where(f.col("subject") != f.col("object"))
        return claims.select(f.col("subject").alias("source"), f.col("object").alias("target")).distinct()


def rows_of(frame: Any) -> Iterable[dict[str, Any]]:
    """The rows of a DataFrame as mappings, fetched part by part."""
    for row in frame.toLocalIterator():
        yield row.asDict()
