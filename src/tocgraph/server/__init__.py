"""`tocgraph serve`: SPARQL, pages for entities, the explorer and a JSON interface over one read-only store.

`protocol`, `accepting` and `description` are functions of plain values; `running` runs a query within limits;
`application` is the web application of one worker, `supervisor` keeps the workers. Nothing here writes to the store
or calls another machine.
"""
