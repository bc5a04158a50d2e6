"""Put words into a YAML text so that they are read back as they were typed.

A text replaced as text breaks on the first colon or quote. Here the YAML parser says
where each value begins and ends, the words are put into the value, and the value is
written anew in the one style that any words survive. Comments stay as they are.
"""

import re
from collections.abc import Iterator, Mapping
from string import Template
from typing import Any, Final

import yaml

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BLOCK: Final = frozenset("|>")
_PLAIN: Final = re.compile(r"[^\W\d_](?:[\w «»()—–.!-]*[\w»)!.])?")
"""Words that need no quotes anywhere in a file."""
_MISREAD: Final = frozenset(
    {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
)
"""What programs other than this one take for something else than words."""


def fill(template: str, values: Mapping[str, str]) -> str:
    """Put values into a YAML text in place of `$name`.

    Args:
        template: YAML whose scalars hold names; a name in a comment or a key stays.
        values: Name → words, of one line, without blanks at their ends.

    Raises:
        KeyError: The template has a name without a value.
    """
    parts, done = [], 0
    for start, end, written in _written(template, values):
        parts += [template[done:start], written]
        done = end
    return "".join([*parts, template[done:]])


def quoted(words: str) -> str:
    """Write words of one line as a YAML value: bare where that is safe, else quoted."""
    if _PLAIN.fullmatch(words) and words.lower() not in _MISREAD:
        return words
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _written(
    template: str, values: Mapping[str, str]
) -> Iterator[tuple[int, int, str]]:
    """Yield where the scalars that hold names begin and end, and what they become."""
    events: Any = yaml.parse(template, Loader=_LOADER)
    scalars: Any = (one for one in events if isinstance(one, yaml.ScalarEvent))
    for event in scalars:
        if "$" not in event.value:
            continue
        start, end = event.start_mark.index, event.end_mark.index
        if event.style in _BLOCK:  # whatever has no line break is literal in a block
            yield start, end, Template(template[start:end]).substitute(values)
        else:
            yield start, end, quoted(Template(event.value).substitute(values))
