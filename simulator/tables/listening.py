"""Reads XML from beginning to end without keeping it: by the events of expat."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import IO, Final, Generic, TypeVar
from xml.parsers import expat

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
"""The namespace of workbooks and sheets; names are told as `namespace name`."""
_CHUNK: Final = 1 << 16

_T = TypeVar("_T")


class Listener(ABC, Generic[_T]):
    """Puts things together from elements as they begin and end."""

    def __init__(self) -> None:
        self.found: list[_T] = []
        """What is put together and not yet handed on."""
        self.text = ""
        """The words heard since this was last emptied."""
        self.listens = False
        """Whether the words that come now are wanted."""

    @abstractmethod
    def begin(self, name: str, about: dict[str, str]) -> None:
        """Come to an element with its attributes."""

    @abstractmethod
    def end(self, name: str) -> None:
        """Leave an element."""

    def read(self, source: IO[bytes]) -> Iterator[_T]:
        """Yield what is put together, as it is found.

        Raises:
            ValueError: It has a document type, by which entities come in.
            expat.ExpatError: It is no XML.
        """
        parser = self._parser()
        while chunk := source.read(_CHUNK):
            parser.Parse(chunk)
            yield from self._taken()
        parser.Parse(b"", True)
        yield from self._taken()

    def _parser(self) -> expat.XMLParserType:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self.begin
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self._hear
        parser.StartDoctypeDeclHandler = _refuse
        return parser

    def _hear(self, text: str) -> None:
        if self.listens:
            self.text += text

    def _taken(self) -> list[_T]:
        found, self.found = self.found, []
        return found


def _refuse(*_: object) -> None:
    raise ValueError
