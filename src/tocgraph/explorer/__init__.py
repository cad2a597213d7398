"""The explorer: the graph as one HTML page that needs no network."""
