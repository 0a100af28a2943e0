"""Correct a word that nobody published, by the words that somebody did."""

from collections.abc import Iterator, Sequence

from django.db import connection

_ALIKE = 0.25  # share of common trigrams; lower finds more and takes longer
_SHORTEST = 4  # letters; shorter words are too like each other
_LONG = 6  # letters; from here on two slips may have been made
_FAR_MORE = 20  # times: a word that is used may still be a slip for one that is used that much more


def corrections(words: Sequence[str]) -> dict[str, str]:
    """For those of the words (as `search_words` writes them) that look like slips, the published words meant.

    Nearest first; of equally near ones that which begins alike, then the one used most.
    """
    long = [word for word in words if len(word) >= _SHORTEST and not word.isdigit()]
    if not long:
        return {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pg_trgm.similarity_threshold', %s, false)", [str(_ALIKE)])
        cursor.execute(
            """
            SELECT typed, word, uses
              FROM unnest(%s::text[]) AS typed
              JOIN interviews_searchword ON word %% typed OR word = typed
            """,
            [long],
        )
        rows = cursor.fetchall()
    uses = {typed: times for typed, word, times in rows if word == typed}
    return {typed: best for typed in long if (best := _nearest(typed, uses.get(typed, 0), rows))}


def _nearest(typed: str, uses: int, rows: Sequence[tuple[str, str, int]]) -> str:
    """The word meant; empty where the one typed is as good as any."""
    near = [
        (slips, word[0] != typed[0], -times, word)
        for other, word, times in rows
        if other == typed and word != typed and times >= uses * _FAR_MORE
        if (slips := distance(typed, word)) <= (1 if uses or len(typed) < _LONG else 2)
    ]
    return min(near)[3] if near else ""


def distance(one: str, other: str) -> int:
    """How many slips lie between two words: a letter left out, put in, taken for another, or swapped with the next.

    The optimal string alignment distance (Damerau 1964, restricted).
    """
    rows = [list(range(len(other) + 1))]
    for i, row in enumerate(_rows(one, other, rows), start=1):
        rows.append(row)
        if min(row) > 2 and i < len(one):  # noqa: PLR2004  # too far already: nobody asks how far
            return min(row)
    return rows[-1][-1]


def _rows(one: str, other: str, rows: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    for i, letter in enumerate(one, start=1):
        row = [i]
        for j, match in enumerate(other, start=1):
            cost = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (letter != match))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == match:
                cost = min(cost, rows[i - 2][j - 2] + 1)
            row.append(cost)
        yield row
