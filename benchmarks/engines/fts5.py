"""SQLite's own full text search: porter stems, bm25, snippets, and counts by one join."""

import re
import sqlite3
from collections.abc import Mapping
from pathlib import Path

from benchmarks.documents import documents
from benchmarks.queries import Query

_TABLES = """
CREATE VIRTUAL TABLE documents USING fts5(title, body, tokenize = 'porter unicode61 remove_diacritics 2');
INSERT INTO documents(documents, rank) VALUES ('rank', 'bm25(10.0, 1.0)');
CREATE TABLE option(id INTEGER PRIMARY KEY, facet TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (facet, value));
CREATE TABLE tagged(interview INTEGER, option INTEGER, PRIMARY KEY (interview, option)) WITHOUT ROWID;
"""
_READY = """
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -262144;
PRAGMA mmap_size = 4294967296;
CREATE TEMP TABLE found(interview INTEGER PRIMARY KEY);
CREATE VIRTUAL TABLE temp.held USING fts5vocab('main', 'documents', 'row');
"""
_FIND = "INSERT INTO found SELECT rowid FROM documents WHERE documents MATCH ?"
# Ordered by `rank`, so that only the ten are marked.
_BEST = """
SELECT rowid, title, snippet(documents, 1, '<mark>', '</mark>', ' … ', 40)
  FROM documents WHERE documents MATCH ? ORDER BY rank LIMIT 10
"""
_COUNT = """
SELECT facet, value, times
  FROM (SELECT option, count(*) AS times FROM found JOIN tagged USING (interview) GROUP BY option)
  JOIN option ON option.id = option
"""


class Fts5:
    """A database file beside the site's own, in which everything is kept twice."""

    name = "SQLite FTS5"

    def __init__(self, directory: Path) -> None:
        """Open it."""
        directory.mkdir(parents=True, exist_ok=True)
        self._database = sqlite3.connect(directory / "fts5.sqlite", isolation_level=None)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def prepare(self, whole: int) -> None:
        """Fill it, unless it holds them all, and get ready to answer."""
        made = self._database.execute("SELECT count(*) FROM sqlite_master WHERE name = 'tagged'").fetchone()[0]
        if not made:
            self._database.executescript(_TABLES)
        held = self._database.execute("SELECT count(DISTINCT interview) FROM tagged").fetchone()[0]
        if held != whole:
            self._fill()
        self._database.executescript(_READY)

    def _fill(self) -> None:
        options: dict[tuple[str, str], int] = {}
        run = self._database.execute
        run("PRAGMA journal_mode = WAL")
        run("BEGIN")
        for table in ("documents", "option", "tagged"):
            run(f"DELETE FROM {table}")  # noqa: S608  # one of the three
        for document in documents():
            run(
                "INSERT INTO documents(rowid, title, body) VALUES (?, ?, ?)",
                (document.pk, document.title, document.body),
            )
            ours = [(facet, value) for facet, values in document.options.items() for value in values]
            for option in ours:
                if option not in options:
                    options[option] = len(options) + 1
                    run("INSERT INTO option VALUES (?, ?, ?)", (options[option], *option))
            self._database.executemany(
                "INSERT INTO tagged VALUES (?, ?)", [(document.pk, options[option]) for option in ours]
            )
        run("INSERT INTO documents(documents) VALUES ('optimize')")
        run("COMMIT")
        run("ANALYZE")

    def said(self, count: int) -> set[str]:
        """The words of so many interviews."""
        bodies = self._database.execute("SELECT body FROM documents LIMIT ?", (count,))
        return {word for (body,) in bodies for word in re.findall(r"[a-z]+", body.lower())}

    def stems(self) -> Mapping[str, int]:
        """In how many interviews each stem stands."""
        return dict(self._database.execute("SELECT term, doc FROM held"))

    def ask(self, query: Query) -> int:
        """Find once, then count, rank, mark and aggregate."""
        asked = '"' + " ".join(query.words) + '"' if query.phrase else " ".join(f'"{word}"' for word in query.words)
        run = self._database.execute
        run("DELETE FROM found")
        found = run(_FIND, (asked,)).rowcount
        run(_BEST, (asked,)).fetchall()
        run(_COUNT).fetchall()
        return found
