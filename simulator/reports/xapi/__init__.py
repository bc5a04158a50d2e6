"""An attempt as xAPI statements, pure: the profile is `docs/xapi-profile.md`.

    for statement in statements(talk, actor):
        line = encoded(statement)

The same attempt gives the same statements with the same ids, however often and
wherever it is told; what was told stays as it was when the talk goes on.
"""

from simulator.reports.xapi.model import Actor, Statement, encoded
from simulator.reports.xapi.shared import OwnAnswer, shared_statements
from simulator.reports.xapi.statements import statements
from simulator.reports.xapi.vocabulary import CLASSES

__all__ = [
    "CLASSES",
    "Actor",
    "OwnAnswer",
    "Statement",
    "encoded",
    "shared_statements",
    "statements",
]
