"""All SQL of classes on PostgreSQL: their tables, migrations and statements.

The tables stand in a schema of their own, so that the database may hold others, too.
"""

from typing import Final

MIGRATIONS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (
        "0001-rooms",
        (
            """CREATE TABLE whose_client.texts (
                digest TEXT PRIMARY KEY,
                body BYTEA NOT NULL
            )""",
            """CREATE TABLE whose_client.rooms (
                id TEXT PRIMARY KEY,
                code TEXT NOT NULL UNIQUE,
                opened_at TEXT NOT NULL,
                body TEXT NOT NULL
            )""",
            """CREATE TABLE whose_client.room_log (
                room TEXT NOT NULL REFERENCES whose_client.rooms (id),
                seq INTEGER NOT NULL,
                key TEXT NOT NULL,
                at TEXT NOT NULL,
                body TEXT NOT NULL,
                PRIMARY KEY (room, seq),
                UNIQUE (room, key)
            )""",
        ),
    ),
)
"""Name and statements, oldest first; each runs in a transaction of its own, once."""

VERSION: Final = len(MIGRATIONS)
"""The version of a database after all migrations."""

CHANNEL: Final = "whose_client"
"""Where servers tell each other of new entries: the id of the class."""

THERE: Final = """SELECT EXISTS (SELECT FROM pg_catalog.pg_tables
    WHERE schemaname = 'whose_client' AND tablename = 'migrations')"""
"""Not by `to_regclass`, which may still not see what another session just made."""
CREATE: Final = (
    "CREATE SCHEMA IF NOT EXISTS whose_client",
    "CREATE TABLE IF NOT EXISTS whose_client.migrations (name TEXT PRIMARY KEY)",
)
LOG_MIGRATION: Final = "INSERT INTO whose_client.migrations (name) VALUES (%s)"
LOGGED: Final = "SELECT name FROM whose_client.migrations ORDER BY name"
ONE_AT_A_TIME: Final = "SELECT pg_advisory_xact_lock(hashtext('whose_client'))"

SETTLE: Final = """SELECT
    set_config('lock_timeout', %s, false),
    set_config('idle_in_transaction_session_timeout', %s, false),
    set_config('synchronous_commit', CASE current_setting('synchronous_commit')
        WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END, false)
"""
ENCODING: Final = "SHOW server_encoding"
LISTEN: Final = f"LISTEN {CHANNEL}"

ADD_TEXT: Final = (
    "INSERT INTO whose_client.texts (digest, body) VALUES (%s, %s)"
    " ON CONFLICT (digest) DO NOTHING"
)
TEXT: Final = "SELECT body FROM whose_client.texts WHERE digest = %s"

ADD_ROOM: Final = (
    "INSERT INTO whose_client.rooms (id, code, opened_at, body)"
    " VALUES (%s, %s, %s, %s) ON CONFLICT DO NOTHING"
)
ROOM: Final = "SELECT id, code, opened_at, body FROM whose_client.rooms WHERE id = %s"
ROOM_OF_CODE: Final = (
    "SELECT id, code, opened_at, body FROM whose_client.rooms WHERE code = %s"
)
ROOMS: Final = (
    "SELECT id, code, opened_at, body FROM whose_client.rooms"
    " ORDER BY opened_at DESC, id DESC"
)

LOCK_ROOMS: Final = (
    "SELECT id FROM whose_client.rooms WHERE id = ANY (%s)"
    " ORDER BY id FOR NO KEY UPDATE"
)
LAST_ENTRIES: Final = """SELECT id, (
    SELECT coalesce(max(seq), 0) FROM whose_client.room_log WHERE room = rooms.id
) FROM whose_client.rooms WHERE id = ANY (%s)"""
ENTRIES_OF_KEYS: Final = """SELECT room, seq, key, at, body
FROM whose_client.room_log
JOIN unnest(%s::text[], %s::text[]) AS asked (room, key) USING (room, key)"""
ADD_ENTRY: Final = (
    "INSERT INTO whose_client.room_log (room, seq, key, at, body)"
    " VALUES (%s, %s, %s, %s, %s)"
)
TELL: Final = "SELECT pg_notify(%s, room) FROM unnest(%s::text[]) AS told (room)"
ENTRIES: Final = (
    "SELECT seq, key, at, body FROM whose_client.room_log"
    " WHERE room = %s AND seq > %s ORDER BY seq"
)
REPLACE_ENTRY: Final = (
    "UPDATE whose_client.room_log SET key = %s, body = %s WHERE room = %s AND seq = %s"
)
PACK: Final = "VACUUM FULL whose_client.room_log"
