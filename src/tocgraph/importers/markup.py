"""XML and HTML of saved documents, read without trust: no entities of their own, no depth without end."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

# Expat is used directly because it alone tells the line of an element; entity declarations are refused below.
from xml.parsers import expat

from tocgraph.importers.status import failed

DEEPEST = 200


class Element:
    """An XML element: its name in lower case, the line where it begins, its parts in order."""

    __slots__ = ("line", "parts", "tag")

    def __init__(self, tag: str, line: int) -> None:
        self.tag = tag
        self.line = line
        self.parts: list[Element | str] = []

    def walk(self) -> Iterator[Element]:
        """This element and all within it, in document order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [part for part in reversed(element.parts) if isinstance(part, Element)]

    def first(self, tag: str) -> Element | None:
        """The first element of that name within this one."""
        return next((e for e in self.walk() if e.tag == tag and e is not self), None)

    def children(self, tag: str) -> list[Element]:
        """The direct children of that name."""
        return [part for part in self.parts if isinstance(part, Element) and part.tag == tag]

    @property
    def text(self) -> str:
        """All text within, in order; a nested element other than the root shows as a tag in angle brackets."""
        pieces: list[str] = []
        waiting: list[Element | str] = list(reversed(self.parts))
        while waiting:
            part = waiting.pop()
            if isinstance(part, str):
                pieces.append(part)
            else:
                waiting += [f"</{part.tag}>", *reversed(part.parts), f"<{part.tag}>"]
        return "".join(pieces)


def parse_xml(data: bytes, file: str) -> Element:
    """The root element of an XML document.

    A document that declares entities is refused: nothing honest needs them here, and they can be made to grow
    without end or to read other files. Outside document types are never fetched.

    Raises:
        TocgraphError: not well-formed, cut off, too deep, or entities are declared.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    open_elements: list[Element] = []
    roots: list[Element] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if len(open_elements) >= DEEPEST:
            raise failed(file, parser.CurrentLineNumber, "elements are nested too deep", "save the document again")
        element = Element(tag.lower(), parser.CurrentLineNumber)
        (open_elements[-1].parts if open_elements else roots).append(element)
        open_elements.append(element)

    def characters(text: str) -> None:
        open_elements[-1].parts.append(text)

    def entity(name: str, *_: object) -> None:
        hint = "a status document has none: do not use this file, save the document again"
        raise failed(file, parser.CurrentLineNumber, f"declares the XML entity {name!r}", hint)

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda tag: open_elements.pop()
    parser.CharacterDataHandler = characters
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        cut = error.code in (expat.errors.codes[m] for m in (_NO_ELEMENTS, _UNCLOSED_TOKEN, _UNCLOSED_CDATA))
        hint = "the file was cut off: save the whole document again" if cut else "save the document again as XML"
        raise failed(file, error.lineno, f"not well-formed XML: {expat.ErrorString(error.code)}", hint) from error
    except (LookupError, ValueError) as error:
        raise failed(file, 1, f"its text cannot be read: {error}", "save the document again as XML") from error
    return roots[0]


_NO_ELEMENTS = expat.errors.XML_ERROR_NO_ELEMENTS
_UNCLOSED_TOKEN = expat.errors.XML_ERROR_UNCLOSED_TOKEN
_UNCLOSED_CDATA = expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION


class Row(NamedTuple):
    """A row of an HTML table: the line where it begins, and the texts of its cells."""

    line: int
    cells: list[str]


class Page(NamedTuple):
    """The visible text of an HTML page, and the rows of its tables."""

    text: str
    tables: list[list[Row]]


def parse_html(text: str) -> Page:
    """The text and the tables of an HTML page; tags that are left open are taken as HTML takes them.

    A cell that spans columns is followed by empty ones. A table within a table counts after it, alone.
    """
    reader = _Tables()
    reader.feed(text)
    reader.close()
    return Page(" ".join("".join(reader.visible).split()), reader.tables)


class _Tables(HTMLParser):
    _SILENT = frozenset({"script", "style", "sup"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[Row]] = []
        self.visible: list[str] = []
        self._open: list[list[Row]] = []
        self._cell: list[tuple[int, list[str]] | None] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._SILENT:
            self._silent += 1
        elif tag == "table":
            if len(self._open) >= DEEPEST:
                return
            self.tables.append([])
            self._open.append(self.tables[-1])
            self._cell.append(None)
        elif self._open and tag == "tr":
            self._silent = 0  # a footnote mark that was left open ends with its cell
            self._end_cell()
            self._open[-1].append(Row(self.getpos()[0], []))
        elif self._open and tag in ("td", "th"):
            self._silent = 0
            self._end_cell()
            if not self._open[-1]:
                self._open[-1].append(Row(self.getpos()[0], []))
            row = self._open[-1][-1]
            span = dict(attrs).get("colspan") or ""
            width = max(1, min(int(span[:4]), 20)) if span.isascii() and span.isdigit() else 1
            self._cell[-1] = (len(row.cells), [])
            row.cells.extend([""] * width)
        elif tag in ("br", "p", "div", "li"):
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._SILENT:
            self._silent = max(0, self._silent - 1)
        elif self._open and tag in ("td", "th", "tr"):
            self._end_cell()
        elif self._open and tag == "table":
            self._end_cell()
            self._open.pop()
            self._cell.pop()
        if tag in ("p", "div", "li", "h1", "h2", "h3", "h4", "td", "th", "tr", "table", "title"):
            self.visible.append(" ")

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        self.visible.append(data)
        if self._cell and (cell := self._cell[-1]) is not None:
            cell[1].append(data)

    def close(self) -> None:
        super().close()
        while self._open:
            self.handle_endtag("table")

    def _end_cell(self) -> None:
        if (cell := self._cell[-1]) is not None:
            self._open[-1][-1].cells[cell[0]] = " ".join("".join(cell[1]).split())
            self._cell[-1] = None
