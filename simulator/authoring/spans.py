"""Which places of a file lie within quoted, literal or folded words."""

from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from simulator.scenario.builder import PARSER
from simulator.scenario.findings import Spot


def in_words(place: Spot, words: Iterable[tuple[Spot, Spot]]) -> bool:
    """Tell whether a place is part of words, where `#` begins no comment."""
    return any(start <= place < end for start, end in words)


def words_of(text: str) -> Iterator[tuple[Spot, Spot]]:
    """Yield where words that are not plain begin and end, as far as there is YAML."""
    parser = PARSER(text)
    try:
        while parser.check_event():
            event: Any = parser.get_event()
            if isinstance(event, yaml.ScalarEvent) and event.style:
                yield _spot(event.start_mark), _spot(event.end_mark)
    except yaml.YAMLError:
        return
    finally:
        parser.dispose()


def _spot(mark: Any) -> Spot:
    return Spot(mark.line + 1, mark.column + 1)
