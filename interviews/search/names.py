"""Find leaders, organisations and themes by a name: as a whole, or by how its words begin while it is typed.

Names are compared as `search_words` writes them. What is found may be hidden: callers leave that out before they
count, and look further where it took the place of something else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import connection

# Kind, table, whose name it is, the name, and whether one word of it may be enough among other words.
_TABLES = (
    ("leader", "organisations_leader", "id", "name", "false"),
    ("organisation", "organisations_organisation", "id", "name", "false"),
    ("organisation", "organisations_organisationname", "organisation_id", "name", "kind = 'abbreviation'"),
    ("organisation", "organisations_organisationidentifier", "organisation_id", "value", "true"),
    ("theme", "interviews_theme", "id", "name", "false"),
    ("theme", "interviews_themealias", "theme_id", "name", "false"),
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name of something: what kind of thing, its id, the name as written and as plain words.

    `is_short_for` says that it is an abbreviation or a code, which means nothing else.
    """

    kind: str
    pk: int
    name: str
    plain: str
    is_short_for: bool


def plain(text: str) -> str:
    """The text as `search_words` writes it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT search_words(%s)", [text])
        return str(cursor.fetchone()[0])


def called(texts: Sequence[str], *, ending: str = "", starting: str = "") -> list[Named]:
    """Everything that has one of these names; leaders whose name ends, organisations whose name starts with a text.

    The end and the start are whole words: a surname; “northumbria” of a trust.
    """
    also = {
        "leader": ("' ' || search_words({column}) LIKE %s", f"% {_literal(ending)}") if ending else None,
        "organisation": ("search_words({column}) LIKE %s", f"{_literal(starting)} %") if starting else None,
    }
    return _look_up("search_words({column}) = ANY(%s)", list(texts), also=also)


def beginning(text: str, *, limit: int) -> list[Named]:
    """Things with a word in a name that begins with this text, by kind; at most `limit` of a sort of name.

    The shortest first, which the text is most of.
    """
    return _look_up("' ' || search_words({column}) LIKE %s", f"% {_literal(text)}%", limit=limit)


def words_beginning(text: str, *, limit: int) -> list[str]:
    """Published words that begin with this text, those in most interviews first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word FROM interviews_searchword WHERE word LIKE %s ORDER BY uses DESC, word LIMIT %s",
            [f"{_literal(text)}%", limit],
        )
        return [word for (word,) in cursor.fetchall()]


def _look_up(
    condition: str,
    value: str | list[str],
    *,
    limit: int | None = None,
    also: Mapping[str, tuple[str, str] | None] | None = None,
) -> list[Named]:
    """The names that meet the condition, or, by kind of thing, another one: one query for all of them."""
    queries: list[str] = []
    parameters: list[str | list[str]] = []
    for kind, table, owner, column, short in _TABLES:
        either = [condition.format(column=column)]
        parameters.append(value)
        if further := (also or {}).get(kind):
            either.append(further[0].format(column=column))
            parameters.append(further[1])
        queries.append(
            f"(SELECT '{kind}', {owner}, {column}, search_words({column}), {short} FROM {table}"  # noqa: S608  # constants
            f" WHERE {' OR '.join(either)} ORDER BY length({column}), {column} LIMIT {limit or 'ALL'})"
        )
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(queries), parameters)
        return [Named(*row) for row in cursor.fetchall()]


def _literal(text: str) -> str:
    """The text with nothing in it that LIKE takes for a sign."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
