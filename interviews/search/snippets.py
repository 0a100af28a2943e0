"""Mark in a text the words that matched: escape first, then mark."""

import secrets

from django.contrib.postgres.search import SearchHeadline
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from interviews.search.query import CONFIG, Query


class Marker:
    """Signs that the database puts round a match: random, so that no text can hold them and be taken for a mark."""

    def __init__(self) -> None:
        """Draw new signs."""
        secret = secrets.token_hex(8)
        self._start, self._stop = f"[{secret}<", f">{secret}]"

    def whole(self, path: str, query: Query) -> SearchHeadline:
        """The whole text at `path` with its matches signed, for what is short."""
        return SearchHeadline(
            path,
            query.match_any(),
            config=CONFIG,
            start_sel=self._start,
            stop_sel=self._stop,
            highlight_all=True,
        )

    def excerpt(self, path: str, query: Query) -> SearchHeadline:
        """The parts of the text at `path` round its matches, for what is long."""
        return SearchHeadline(
            path,
            query.match_any(),
            config=CONFIG,
            start_sel=self._start,
            stop_sel=self._stop,
            max_fragments=2,
            max_words=35,
            min_words=12,
            fragment_delimiter=" … ",
        )

    def html(self, signed: str) -> SafeString:
        """The text as HTML, with `<mark>` where the signs are."""
        safe = escape(signed)
        for sign, tag in ((self._start, "<mark>"), (self._stop, "</mark>")):
            safe = SafeString(safe.replace(escape(sign), tag))
        return mark_safe(safe)  # noqa: S308  # escaped above; the only tags are ours
