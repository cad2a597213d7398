#!/usr/bin/env python3
"""How everything grows with the data: building, size, memory, queries by family, export. Ratios in one run.

    python benchmarks/scale.py [--triples 150000 1000000] [--records 100000] [--rdflib] [--folder DIR]
    python benchmarks/scale.py --only-exports [--formats ntriples csv]

For each number of triples: `tocgraph build` with N-Quads in our vocabulary laid over a small folder, against a
process that only loads and optimizes the same file with pyoxigraph; the size of the store and of the names index; query
families through our store against pyoxigraph itself on the same files, in one process, in turn; a question from its
words to its answer; `tocgraph export` of the whole graph by format: time, peak memory of the process and how much
more that is than of one that only reads every triple of the store, bytes written. With --records: a build from YAML.
With --rdflib: the families on rdflib.
Times are of the processor (user and system), which a busy machine changes least.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pyoxigraph
from quads import write as write_quads
from synthetic import write as write_records

import tocgraph
from tocgraph import locate
from tocgraph.store.cache import fingerprint

TINY = Path(__file__).parents[1] / "tests" / "data" / "tiny"
FLOOR = """
import sys, pyoxigraph
store = pyoxigraph.Store(sys.argv[2])
store.bulk_load(path=sys.argv[1], format=pyoxigraph.RdfFormat.N_QUADS)
store.flush()
store.optimize()
"""
OPEN = """
import sys, pyoxigraph
store = pyoxigraph.Store.read_only(sys.argv[1])
for quad in store:
    pass
"""
FORMATS = ("ntriples", "nquads", "turtle", "trig", "rdfxml", "jsonld", "csv", "sqlite", "parquet", "jsonl", "json")
PREFIXES = {
    "toc": "https://w3id.org/tocgraph/schema#",
    "id": "https://w3id.org/tocgraph/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#",
}
FAMILIES = {
    "look-up": "SELECT ?claim ?p ?o ?since ?source WHERE { ?claim rdf:subject id:made-%(low)d ; rdf:predicate ?p ; "
    "rdf:object ?o ; toc:since ?since ; prov:hadPrimarySource ?source }",
    "2-hop": "SELECT DISTINCT ?b ?label WHERE { id:made-%(mid)d toc:memberOf ?a . ?a toc:assists ?b . "
    '?b skos:prefLabel ?label FILTER(LANG(?label) = "en") }',
    "3-hop": "SELECT DISTINCT ?c WHERE { id:made-%(low)d toc:memberOf ?a . ?a toc:assists ?b . "
    "?b toc:affiliatedWith ?c }",
    "aggregate": "SELECT ?p (COUNT(?claim) AS ?n) WHERE { ?claim rdf:predicate ?p } GROUP BY ?p",
    "path": "SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE { id:made-%(low)d toc:successorOf+ ?x }",
    "negation": "SELECT ?x WHERE { ?x toc:memberOf id:made-%(mid)d FILTER NOT EXISTS { ?x toc:assists ?y } }",
}


def timed(command: list[str], **environment: str) -> tuple[float, float]:
    """Seconds of the processor and peak memory in MB of a whole process."""
    process = subprocess.Popen(command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{command} failed with {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def size(folder: Path) -> float:
    """Megabytes of a file or a folder."""
    files = [folder] if folder.is_file() else [p for p in folder.rglob("*") if p.is_file()]
    return sum(p.stat().st_size for p in files) / 1e6


def tocgraph_command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "tocgraph", *arguments, "--data-dir", str(TINY)]


def median(run: Callable[[], Any], times: int) -> float:
    seconds = []
    for _ in range(times):
        start = time.process_time()
        run()
        seconds.append(time.process_time() - start)
    return statistics.median(seconds)


def repeat(times: int, run: Callable[..., Any], *arguments: Any) -> None:
    for _ in range(times):
        run(*arguments)


def raw_rows(store: pyoxigraph.Store, query: str) -> int:
    """Every value of every row read, with pyoxigraph alone."""
    found: Any = store.query(query, prefixes=PREFIXES)
    names = [v.value for v in found.variables]
    return len([{n: str(row[n].value) for n in names if row[n] is not None} for row in found])


def families(opened: Any, raw: pyoxigraph.Store, entities: int, runs: int) -> dict[str, tuple[float, float, int]]:
    """By family: milliseconds through our store and of pyoxigraph, and the rows."""
    found = {}
    for family, text in FAMILIES.items():
        query = text % {"low": entities // 50, "mid": entities // 200}
        header = opened.vocabulary.header(*PREFIXES)
        ours, theirs = [], []
        rows = len(opened.store.select(header + query).rows)
        if rows != raw_rows(raw, query):
            raise SystemExit(f"{family}: different answers")
        times = max(1, min(200, int(0.05 / max(median(partial(raw_rows, raw, query), 1), 1e-6))))
        for _ in range(runs):
            ours.append(median(partial(repeat, times, opened.store.select, header + query), 1) / times)
            theirs.append(median(partial(repeat, times, raw_rows, raw, query), 1) / times)
        found[family] = (min(ours) * 1000, min(theirs) * 1000, rows)
    return found


class Exported(NamedTuple):
    """Seconds of the processor, peak memory in MB, and megabytes written."""

    seconds: float
    memory: float
    size: float


def exports(file: Path, home: Path, scratch: Path, formats: Iterable[str]) -> dict[str, Exported]:
    """Prints and gives what the export of the whole graph costs in each format."""
    seconds, memory = timed([sys.executable, "-c", OPEN, str(home / "store")])
    print(f"  pyoxigraph reads every triple {seconds:,.1f} s, {memory:,.0f} MB of memory", flush=True)
    found = {}
    for form in formats:
        target = scratch / "out.zip"  # also of several files one
        spent, peak = timed(tocgraph_command("export", form, "-o", str(target), "--data", str(file)))
        found[form] = Exported(spent, peak, size(target))
        target.unlink()
        print(
            f"  export {form:10} {spent:8,.1f} s, {peak:5,.0f} MB of memory ({peak - memory:+,.0f}), "
            f"{found[form].size:,.0f} MB written",
            flush=True,
        )
    return found


def measure_exports(triples: int, scratch: Path, formats: Iterable[str]) -> dict[str, Exported]:
    """Builds one size, and exports it."""
    file = scratch / f"made-{triples}.nq"
    count = write_quads(file, triples)
    os.environ["TOCGRAPH_CACHE"] = str(scratch / f"cache-{triples}")
    timed(tocgraph_command("build", "--data", str(file)))
    print(f"\n{count:,} triples, load of the machine {os.getloadavg()[0]:.1f}", flush=True)
    home = scratch / f"cache-{triples}" / fingerprint(locate.layers(TINY, [file]))
    return exports(file, home, scratch, formats)


def measure(triples: int, scratch: Path, runs: int, formats: Iterable[str]) -> dict[str, tuple[float, float, int]]:
    """Prints what one size costs; gives the families."""
    file, cache, plain = scratch / f"made-{triples}.nq", scratch / f"cache-{triples}", scratch / f"plain-{triples}"
    count = write_quads(file, triples)
    os.environ["TOCGRAPH_CACHE"] = str(cache)
    print(f"\n{count:,} triples, {size(file):,.0f} MB of N-Quads", flush=True)
    floor, floor_memory = timed([sys.executable, "-c", FLOOR, str(file), str(plain)])
    seconds, memory = timed(tocgraph_command("build", "--data", str(file)))
    home = cache / fingerprint(locate.layers(TINY, [file]))
    print(
        f"  build {seconds:,.1f} s, {memory:,.0f} MB of memory; pyoxigraph alone {floor:,.1f} s, {floor_memory:,.0f} MB"
        f"; ratio {seconds / floor:.2f}\n  store {size(home / 'store'):,.0f} MB, "
        f"names {size(home / 'names.sqlite'):,.0f} MB",
        flush=True,
    )
    opened = tocgraph.open_store(TINY, over=[file])
    raw = pyoxigraph.Store.read_only(str(home / "store"))
    entities = int(opened.names.meta("counts")["entities"])
    found = families(opened, raw, entities, runs)
    for family, (ours, theirs, rows) in found.items():
        print(
            f"  {family:10} {ours:9.3f} ms  pyoxigraph {theirs:9.3f} ms  ratio {ours / theirs:5.2f}  {rows} rows",
            flush=True,
        )
    known = opened.names.entity(f"made-{entities // 50}")
    assert known is not None
    label = known.name()
    asked = median(lambda: tocgraph.ask(opened, f"what does {label} assist?"), 5) * 1000
    listed = median(lambda: opened.names.find(label), 5) * 1000
    print(f"  ask, from words to a cited answer {asked:.1f} ms; find {listed:.1f} ms", flush=True)
    startup = [timed(tocgraph_command("sparql", "ASK { ?s ?p ?o }", "--data", str(file)))[0] for _ in range(5)]
    print(f"  start-up, ASK in a new process {min(startup) * 1000:.0f} ms", flush=True)
    if formats:
        exports(file, home, scratch, formats)
    return found


def on_rdflib(file: Path, entities: int) -> dict[str, float]:
    """Milliseconds of each family on rdflib in memory."""
    import rdflib

    graph = rdflib.Graph()
    graph.parse(file, format="nt")
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    found = {}
    for family, text in FAMILIES.items():
        query = prefixes + text % {"low": entities // 50, "mid": entities // 200}
        found[family] = median(partial(lambda q: list(graph.query(q)), query), 3) * 1000
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--triples", type=int, nargs="*", default=[150_000, 1_000_000])
    parser.add_argument("--records", type=int, default=0)
    parser.add_argument("--rdflib", action="store_true")
    parser.add_argument("--no-export", action="store_true", help="Leave out the exports.")
    parser.add_argument("--only-exports", action="store_true", help="Leave out everything else.")
    parser.add_argument("--formats", nargs="*", default=FORMATS, help="The formats to export.")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--folder", type=Path, help="Where to work; a temporary folder unless told.")
    arguments = parser.parse_args()
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        scratch = Path(folder)
        if arguments.only_exports:
            sizes = [measure_exports(triples, scratch, arguments.formats) for triples in arguments.triples]
            if len(sizes) > 1:
                print(f"\ngrowth from {arguments.triples[0]:,} to {arguments.triples[-1]:,} triples")
                for form, (seconds, memory, _) in sizes[0].items():
                    last = sizes[-1][form]
                    print(f"  {form:10} time {last.seconds / seconds:5.1f}, memory {last.memory - memory:+,.0f} MB")
            return
        if arguments.records:
            write_records(scratch / "records", arguments.records // 5, arguments.records * 4 // 5)
            seconds, memory = timed(
                [sys.executable, "-m", "tocgraph", "build", "--data-dir", str(scratch / "records")],
                TOCGRAPH_CACHE=str(scratch / "cache-records"),
            )
            print(
                f"{arguments.records:,} records of YAML: build {seconds:,.1f} s, {memory:,.0f} MB of memory", flush=True
            )
        formats = () if arguments.no_export else arguments.formats
        found = {triples: measure(triples, scratch, arguments.runs, formats) for triples in arguments.triples}
        first, last = arguments.triples[0], arguments.triples[-1]
        if first != last:
            print(f"\ngrowth from {first:,} to {last:,} triples")
            for family in FAMILIES:
                print(f"  {family:10} {found[last][family][0] / found[first][family][0]:6.2f}")
        if arguments.rdflib:
            file = scratch / f"made-{first}.nq"
            entities = int(tocgraph.open_store(TINY, over=[file]).names.meta("counts")["entities"])
            print(f"\nrdflib at {first:,} triples")
            for family, milliseconds in on_rdflib(file, entities).items():
                ours = found[first][family][0]
                told = f"ours {ours:9.3f} ms  {milliseconds / ours:,.0f} times faster"
                print(f"  {family:10} {milliseconds:9.1f} ms  {told}")


if __name__ == "__main__":
    main()
