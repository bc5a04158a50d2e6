"""Run the benchmarks: `make bench`, or `python -m bench engine parsing`."""

import sys
from importlib import import_module

PARTS = {
    "terminal": "terminal",
    "parsing": "parsing",
    "check": "checking",
    "preview": "preview",
    "engine": "engine",
    "records": "records",
    "reading": "reading",
    "clients": "clients",
    "rehearse": "rehearse",
    "progress": "progress",
    "class": "classload",
    "board": "classboard",
    "terminals": "classterminals",
    "export": "export",
    "data": "owndata",
    "difference": "difference",
}
"""What a part is called → its module."""


def main(chosen: list[str]) -> int:
    """Run the parts named, or all, and print a line for each figure."""
    unknown = [part for part in chosen if part not in PARTS]
    if unknown:
        print(f"no such part: {', '.join(unknown)}; there are {', '.join(PARTS)}")
        return 2
    for part in chosen or PARTS:
        module = import_module(f"bench.{PARTS[part]}")
        print(f"— {module.__doc__}")
        for row in module.rows():
            print(row, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
