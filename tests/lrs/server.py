"""The record store of the tests: Ralph on plain files, run by `.venv-lrs`.

Out of the box that store takes one request and answers 500 to every other, since it
makes a new file for each; here it adds to the file that is there. It is lax in what it
takes, so that `/strictly` holds statements against the whole model of xAPI 1.0.3.
"""

from typing import Any

from fastapi import Body
from pydantic import ValidationError
from ralph.api import app
from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend
from ralph.models.xapi.base.statements import BaseXapiStatement

FSLRSBackend.default_operation_type = BaseOperationType.APPEND


def strictly(statements: list[Any] = Body()) -> list[str]:  # noqa: B008  # its way
    """Return what is wrong with each of the statements; empty where nothing is."""
    return [_wrong(one) for one in statements]


def _wrong(statement: object) -> str:
    try:
        BaseXapiStatement.model_validate(statement)
    except ValidationError as error:
        return str(error)
    return ""


app.post("/strictly")(strictly)
