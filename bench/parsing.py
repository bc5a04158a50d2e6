"""Parsing and checking a scenario of 1 MB beside PyYAML's own tree of it."""

from collections.abc import Iterator
from statistics import median

import yaml

from bench.measure import Row, paired
from bench.stories import scenario_yaml
from simulator.scenario.parsing import parse

MEGABYTE = 1_000_000
ROUNDS = 9


def rows() -> Iterator[Row]:
    """Measure; see the module's sentence."""
    data = of_size(MEGABYTE)
    text = data.decode()
    pair = paired(
        lambda: parse(data, "generated.yaml"),
        lambda: yaml.compose(text, Loader=yaml.CSafeLoader),
        ROUNDS,
    )
    yield Row(
        f"parse and check, {len(data) / MEGABYTE:.2f} MB",
        f"{median(pair.ours) * 1000:.0f} ms",
        f"yaml.compose (C) {median(pair.reference) * 1000:.0f} ms",
        pair.ratio,
        1.5,
    )


def of_size(wanted: int) -> bytes:
    """Return a generated scenario of about so many bytes."""
    hundred = len(scenario_yaml(100))
    return scenario_yaml(round(100 * wanted / hundred))
