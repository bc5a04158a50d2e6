"""All SQL of the store: its tables, its migrations, its statements."""

from typing import Final

MIGRATIONS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (
        "0001-attempts-and-events",
        (
            """CREATE TABLE texts (
                digest TEXT PRIMARY KEY,
                body BLOB NOT NULL
            )""",
            """CREATE TABLE attempts (
                id TEXT PRIMARY KEY,
                scenario TEXT NOT NULL,
                title TEXT NOT NULL,
                digest TEXT NOT NULL REFERENCES texts (digest),
                language TEXT NOT NULL,
                mode TEXT NOT NULL,
                seed INTEGER NOT NULL,
                source TEXT NOT NULL,
                started_at TEXT NOT NULL,
                last_at TEXT NOT NULL,
                turns INTEGER NOT NULL,
                ending TEXT,
                outcome TEXT,
                business TEXT,
                key_client TEXT
            )""",
            """CREATE TABLE events (
                attempt TEXT NOT NULL REFERENCES attempts (id),
                seq INTEGER NOT NULL,
                at TEXT NOT NULL,
                kind TEXT NOT NULL,
                body TEXT NOT NULL,
                PRIMARY KEY (attempt, seq)
            ) WITHOUT ROWID""",
        ),
    ),
    (
        "0002-drafts",
        (
            """CREATE TABLE drafts (
                attempt TEXT PRIMARY KEY REFERENCES attempts (id),
                body TEXT NOT NULL
            )""",
        ),
    ),
    (
        "0003-rooms",
        (
            """CREATE TABLE rooms (
                id TEXT PRIMARY KEY,
                code TEXT NOT NULL UNIQUE,
                opened_at TEXT NOT NULL,
                body TEXT NOT NULL
            )""",
            """CREATE TABLE room_log (
                room TEXT NOT NULL REFERENCES rooms (id),
                seq INTEGER NOT NULL,
                key TEXT NOT NULL,
                at TEXT NOT NULL,
                body TEXT NOT NULL,
                PRIMARY KEY (room, seq),
                UNIQUE (room, key)
            ) WITHOUT ROWID""",
        ),
    ),
    (
        "0004-outbox",
        (
            """CREATE TABLE installation (
                one INTEGER PRIMARY KEY CHECK (one = 1),
                id TEXT NOT NULL
            )""",
            """CREATE TABLE outbox (
                target TEXT NOT NULL,
                attempt TEXT NOT NULL REFERENCES attempts (id),
                events INTEGER NOT NULL,
                PRIMARY KEY (target, attempt)
            ) WITHOUT ROWID""",
            """CREATE TABLE refused (
                target TEXT NOT NULL,
                attempt TEXT NOT NULL REFERENCES attempts (id),
                statement TEXT NOT NULL,
                why TEXT NOT NULL,
                PRIMARY KEY (target, attempt, statement)
            ) WITHOUT ROWID""",
        ),
    ),
    (
        "0005-drills",
        (
            """CREATE TABLE drill_log (
                seq INTEGER PRIMARY KEY,
                key TEXT NOT NULL UNIQUE,
                at TEXT NOT NULL,
                card TEXT NOT NULL,
                rating INTEGER,
                level INTEGER,
                mode TEXT NOT NULL,
                words TEXT NOT NULL,
                taken_back TEXT
            )""",
            """CREATE TABLE moments (
                attempt TEXT PRIMARY KEY REFERENCES attempts (id),
                body TEXT NOT NULL
            )""",
        ),
    ),
    (
        "0006-corrections",
        (
            """CREATE TABLE corrections (
                attempt TEXT NOT NULL REFERENCES attempts (id),
                place INTEGER NOT NULL,
                seq INTEGER NOT NULL,
                at TEXT NOT NULL,
                who TEXT NOT NULL,
                body TEXT NOT NULL,
                PRIMARY KEY (attempt, place, seq)
            ) WITHOUT ROWID""",
        ),
    ),
    (
        "0007-scores",
        (
            """CREATE TABLE scores (
                attempt TEXT NOT NULL REFERENCES attempts (id),
                seq INTEGER NOT NULL,
                at TEXT NOT NULL,
                business TEXT,
                key_client TEXT,
                rubric TEXT NOT NULL,
                rulebook TEXT NOT NULL,
                PRIMARY KEY (attempt, seq)
            ) WITHOUT ROWID""",
        ),
    ),
    (
        "0008-cards",
        (
            """CREATE TABLE cards (
                attempt TEXT PRIMARY KEY REFERENCES attempts (id) ON DELETE CASCADE,
                stamp TEXT NOT NULL,
                rubric TEXT NOT NULL,
                seconds INTEGER NOT NULL,
                levels TEXT NOT NULL
            )""",
            """CREATE TABLE stakes (
                digest TEXT PRIMARY KEY,
                body TEXT NOT NULL
            )""",
            "CREATE INDEX attempts_by_time ON attempts (last_at DESC, id DESC)",
        ),
    ),
    (
        "0009-forks",
        (
            "ALTER TABLE attempts ADD COLUMN origin TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE attempts ADD COLUMN origin_turn INTEGER NOT NULL DEFAULT 0",
        ),
    ),
    (
        "0010-drill-drafts",
        (
            """CREATE TABLE drill_drafts (
                card TEXT PRIMARY KEY,
                body TEXT NOT NULL
            )""",
        ),
    ),
)
"""Name and statements, oldest first; each runs in a transaction of its own, once."""

VERSION: Final = len(MIGRATIONS)
"""The version of a store after all migrations (SQLite's `user_version`)."""

CREATE_LOG: Final = """CREATE TABLE IF NOT EXISTS migrations (
    name TEXT PRIMARY KEY
)"""
LOG_MIGRATION: Final = "INSERT INTO migrations (name) VALUES (?)"
LOGGED: Final = "SELECT name FROM migrations ORDER BY name"
TABLES: Final = "SELECT count(*) FROM sqlite_master"

ADD_TEXT: Final = "INSERT OR IGNORE INTO texts (digest, body) VALUES (?, ?)"
TEXT: Final = "SELECT body FROM texts WHERE digest = ?"
DIGESTS: Final = "SELECT digest FROM texts"

COLUMNS: Final = (
    "id, scenario, title, digest, language, mode, seed, source, started_at, last_at,"
    " turns, ending, outcome, business, key_client, origin, origin_turn"
)
ADD_ATTEMPT: Final = f"INSERT INTO attempts ({COLUMNS}) VALUES ({', '.join('?' * 17)})"
UPDATE_ATTEMPT: Final = (
    "UPDATE attempts SET last_at = ?, turns = ?, ending = ?, outcome = ?,"
    " business = ?, key_client = ? WHERE id = ?"
)
ATTEMPT: Final = f"SELECT {COLUMNS} FROM attempts WHERE id = ?"
ATTEMPTS: Final = f"SELECT {COLUMNS} FROM attempts ORDER BY last_at DESC, id DESC"

LATEST: Final = f"{ATTEMPTS} LIMIT ?"
LATEST_UNFINISHED: Final = (
    f"SELECT {COLUMNS} FROM attempts WHERE ending IS NULL"
    " ORDER BY last_at DESC, id DESC LIMIT ?"
)
GLANCES: Final = (
    "SELECT id, scenario, title, started_at, last_at, turns, ending IS NOT NULL,"
    " business, key_client FROM attempts ORDER BY last_at, id"
)
SITTINGS: Final = (
    "SELECT id, scenario, mode, started_at, last_at, origin, ending IS NOT NULL"
    " FROM attempts WHERE scenario IN (SELECT scenario FROM attempts WHERE mode = ?)"
    " OR last_at || ' ' || id IN (SELECT max(last_at || ' ' || id) FROM attempts"
    " WHERE origin = '' GROUP BY scenario) ORDER BY last_at, id"
)
ATTEMPTS_OF: Final = f"SELECT {COLUMNS} FROM attempts WHERE id IN"
CARDS: Final = (
    "SELECT attempt, stamp, rubric, seconds, levels FROM cards WHERE attempt IN"
)
SECONDS: Final = "SELECT attempt, seconds FROM cards"
KEEP_CARD: Final = (
    "INSERT OR REPLACE INTO cards (attempt, stamp, rubric, seconds, levels)"
    " VALUES (?, ?, ?, ?, ?)"
)
STAKES: Final = "SELECT digest, body FROM stakes"
KEEP_STAKES: Final = "INSERT OR REPLACE INTO stakes (digest, body) VALUES (?, ?)"

ADD_EVENT: Final = (
    "INSERT INTO events (attempt, seq, at, kind, body) VALUES (?, ?, ?, ?, ?)"
)
EVENTS: Final = "SELECT seq, body FROM events WHERE attempt = ? ORDER BY seq"
EVENTS_FROM: Final = (
    "SELECT body FROM events WHERE attempt = ? AND seq >= ? ORDER BY seq LIMIT ?"
)
TIMES: Final = "SELECT at FROM events WHERE attempt = ? ORDER BY seq"
LENGTH: Final = "SELECT coalesce(max(seq) + 1, 0) FROM events WHERE attempt = ?"
TIMED_EVENTS: Final = "SELECT seq, at, body FROM events WHERE attempt = ? ORDER BY seq"
EACH_ATTEMPT: Final = f"SELECT {COLUMNS} FROM attempts ORDER BY id"
HOW_MANY: Final = "SELECT count(*) FROM attempts"
PLAYED_TEXTS: Final = "SELECT DISTINCT digest FROM attempts ORDER BY digest"
CORRECTIONS: Final = (
    "SELECT place, at, who, body FROM corrections WHERE attempt = ?"
    " ORDER BY place, at, seq"
)
ADD_CORRECTION: Final = (
    "INSERT INTO corrections (attempt, place, seq, at, who, body)"
    " SELECT ?, ?, coalesce(max(seq) + 1, 0), ?, ?, ? FROM corrections"
    " WHERE attempt = ? AND place = ?"
)
SCORES: Final = (
    "SELECT at, business, key_client, rubric, rulebook FROM scores"
    " WHERE attempt = ? ORDER BY at, seq"
)
ADD_SCORE: Final = (
    "INSERT INTO scores (attempt, seq, at, business, key_client, rubric, rulebook)"
    " SELECT ?, coalesce(max(seq) + 1, 0), ?, ?, ?, ?, ? FROM scores WHERE attempt = ?"
)
SET_SCORE: Final = "UPDATE attempts SET business = ?, key_client = ? WHERE id = ?"

KEEP_DRAFT: Final = (
    "INSERT INTO drafts (attempt, body) VALUES (?, ?)"
    " ON CONFLICT (attempt) DO UPDATE SET body = excluded.body"
)
DROP_DRAFT: Final = "DELETE FROM drafts WHERE attempt = ?"
DRAFT: Final = "SELECT body FROM drafts WHERE attempt = ?"

ADD_REVIEW: Final = (
    "INSERT OR IGNORE INTO drill_log"
    " (key, at, card, rating, level, mode, words, taken_back)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
REVIEWS: Final = (
    "SELECT key, at, card, rating, level, mode, words, taken_back"
    " FROM drill_log ORDER BY seq"
)
DROP_REVIEW: Final = "DELETE FROM drill_log WHERE key = ?"
KEEP_DRILL_DRAFT: Final = (
    "INSERT INTO drill_drafts (card, body) VALUES (?, ?)"
    " ON CONFLICT (card) DO UPDATE SET body = excluded.body"
)
ADD_DRILL_DRAFT: Final = "INSERT OR IGNORE INTO drill_drafts (card, body) VALUES (?, ?)"
DROP_DRILL_DRAFT: Final = "DELETE FROM drill_drafts WHERE card = ?"
DRILL_DRAFT: Final = "SELECT body FROM drill_drafts WHERE card = ?"
DRILL_DRAFTS: Final = "SELECT card, body FROM drill_drafts ORDER BY card"
KEEP_MOMENTS: Final = (
    "INSERT INTO moments (attempt, body) VALUES (?, ?)"
    " ON CONFLICT (attempt) DO UPDATE SET body = excluded.body"
)
MOMENTS: Final = "SELECT attempt, body FROM moments ORDER BY attempt"

ADD_ROOM: Final = "INSERT INTO rooms (id, code, opened_at, body) VALUES (?, ?, ?, ?)"
ROOM: Final = "SELECT id, code, opened_at, body FROM rooms WHERE id = ?"
ROOM_OF_CODE: Final = "SELECT id, code, opened_at, body FROM rooms WHERE code = ?"
ROOMS: Final = (
    "SELECT id, code, opened_at, body FROM rooms ORDER BY opened_at DESC, id DESC"
)
ADD_ENTRY: Final = (
    "INSERT INTO room_log (room, seq, key, at, body) VALUES (?, ?, ?, ?, ?)"
)
ENTRY_OF_KEY: Final = (
    "SELECT seq, key, at, body FROM room_log WHERE room = ? AND key = ?"
)
ENTRIES: Final = (
    "SELECT seq, key, at, body FROM room_log WHERE room = ? AND seq > ? ORDER BY seq"
)
REPLACE_ENTRY: Final = (
    "UPDATE room_log SET key = ?, body = ? WHERE room = ? AND seq = ?"
)
HOW_MANY_ROOMS: Final = "SELECT count(*) FROM rooms"
NAMES: Final = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
NOBODYS: Final = frozenset({"migrations", "texts", "rooms", "room_log"})
"""Tables that hold nothing of the one who plays here: the program's own, and classes.
Every other table is his, whichever version of the program made it."""
CLEAR: Final = "DELETE FROM {table}"
CLEAR_TEXTS: Final = (
    "DELETE FROM texts WHERE NOT EXISTS"
    " (SELECT 1 FROM rooms WHERE instr(rooms.body, texts.digest))"
)
LATE_KEYS: Final = "PRAGMA defer_foreign_keys = ON"
FORGET: Final = "PRAGMA secure_delete = ON"
PACK: Final = "VACUUM"
EMPTY_LOG: Final = "PRAGMA wal_checkpoint(TRUNCATE)"
LAST_ENTRY: Final = "SELECT coalesce(max(seq), 0) FROM room_log WHERE room = ?"

ADD_INSTALLATION: Final = "INSERT OR IGNORE INTO installation (one, id) VALUES (1, ?)"
INSTALLATION: Final = "SELECT id FROM installation"
_SINCE: Final = "max(a.started_at, a.last_at) >= ?"
_LAST_PLAYED_FROM: Final = f"FROM attempts a WHERE {_SINCE}"
_WAITING_FROM: Final = f"""FROM attempts a
    LEFT JOIN outbox o ON o.target = ? AND o.attempt = a.id
    WHERE {_SINCE} AND (
        coalesce(o.events, 0) < (SELECT max(seq) + 1 FROM events WHERE attempt = a.id)
        OR EXISTS (SELECT 1 FROM refused WHERE target = ? AND attempt = a.id)
    )"""
COUNT_PLAYED: Final = f"SELECT count(*) {_LAST_PLAYED_FROM}"
PLAYED: Final = f"SELECT a.id {_LAST_PLAYED_FROM} AND a.id > ? ORDER BY a.id LIMIT ?"
COUNT_WAITING: Final = f"SELECT count(*) {_WAITING_FROM}"
WAITING: Final = f"SELECT a.id {_WAITING_FROM} AND a.id > ? ORDER BY a.id LIMIT ?"
ACKNOWLEDGED: Final = "SELECT events FROM outbox WHERE target = ? AND attempt = ?"
ACKNOWLEDGE: Final = (
    "INSERT INTO outbox (target, attempt, events) VALUES (?, ?, ?)"
    " ON CONFLICT (target, attempt) DO UPDATE SET events ="
    " max(events, excluded.events)"
)
ARRIVED: Final = "SELECT target, attempt, events FROM outbox ORDER BY attempt, target"
REFUSALS: Final = (
    "SELECT target, attempt, statement, why FROM refused"
    " ORDER BY attempt, target, statement"
)
REFUSED: Final = "SELECT statement FROM refused WHERE target = ? AND attempt = ?"
COUNT_REFUSED: Final = "SELECT count(*) FROM refused WHERE target = ?"
REFUSE: Final = (
    "INSERT INTO refused (target, attempt, statement, why) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (target, attempt, statement) DO UPDATE SET why = excluded.why"
)
TAKEN: Final = "DELETE FROM refused WHERE target = ? AND attempt = ? AND statement = ?"
