"""What all tests share."""

import gc
import os
import tempfile

from hypothesis import HealthCheck, settings

from tests.postgres import database, postgres

__all__ = ["database", "postgres"]  # fixtures

# How long a draw takes says something of the machine, not of the code; and what CI
# finds must be found again by whoever looks into it.
settings.register_profile(
    "suite",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("suite")

# Whatever runs the program without a folder of its own must not write into that of
# the person who runs the tests.
os.environ["WHOSE_CLIENT_DATA"] = tempfile.mkdtemp(prefix="whose-client-tests-")

# Python looks for circles of garbage after every 700 new objects; an app makes
# millions, and the search took a quarter of the time of the tests of screens.
gc.set_threshold(100_000, 20, 20)


def pytest_collection_finish() -> None:
    """Leave what was collected alone: thousands of tests that all stay.

    Each search for garbage would go through them.
    """
    gc.collect()
    gc.freeze()
