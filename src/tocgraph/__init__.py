"""A cited knowledge graph of international cooperation against transnational organized crime."""

__version__ = "0.1.0"
