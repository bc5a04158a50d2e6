"""What all tests share."""

import os

from hypothesis import HealthCheck, settings

# How long a draw takes says something of the machine, not of the code; and what CI
# finds must be found again by whoever looks into it.
settings.register_profile(
    "suite",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("suite")
