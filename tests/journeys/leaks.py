"""Look for what is hidden through everything that readers can reach.

The same site without its hidden rows is the measure: with them, every address must answer just the same.
So it does not matter how something leaks, and a search may repeat what was typed.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlencode

from django.db import connection, models, transaction
from django.test import Client

from interviews.models import (
    Interview,
    Question,
    SearchDocument,
    SearchText,
    SearchWord,
    State,
    Statement,
    SynonymGroup,
    Theme,
    ThemeAlias,
)
from organisations.models import (
    Addressed,
    FormerAddress,
    Leader,
    Organisation,
    OrganisationIdentifier,
    OrganisationName,
)
from tests.journeys import addresses, canaries, worlds
from tests.journeys.addresses import search, suggest

HIDDEN_STATES = [state for state in State if state != State.PUBLISHED]
_BY_CHANCE = re.compile(r"(?<=nonce-)[\w+/=-]+|(?<=nonce=\")[^\"]+")
_WORDS_IN_ONE_SEARCH = 12  # with more of them, no page is named

# By what readers look for them.
_NAMED = {
    Leader: "name",
    Organisation: "name",
    OrganisationName: "name",
    OrganisationIdentifier: "value",
    Theme: "name",
    ThemeAlias: "name",
}

type Answer = tuple[int, str, str]
"""Status, headers and body."""


@dataclass(frozen=True)
class Site:
    """Public and hidden things, and what there is when the hidden ones are not: every answer, and what search keeps."""

    hidden: Sequence[models.Model]
    words: Sequence[str]
    without: dict[str, Answer]
    kept_without: Sequence[Sequence[object]]

    @classmethod
    def build(cls) -> Self:
        """Make it all and ask every address once."""
        shared = worlds.Shared()
        worlds.show(shared)
        former = set(FormerAddress.objects.values_list("pk", flat=True))
        hidden: list[models.Model] = []
        words: list[str] = []
        for number, state in enumerate(HIDDEN_STATES):
            rows = canaries.made_by(lambda state=state: worlds.hide(shared, state))  # type: ignore[misc]  # bound now
            words += [word for row in rows for word in canaries.fill(row, 2098 + number)]
            hidden += rows
        _publish_and_withdraw()
        # Words are nobody's secret: those of a group are shown whatever is hidden, and lead only to what is not.
        SynonymGroup.objects.create(terms=["clock", *_texts(hidden, Interview, "title")])
        # So may a question ask for what only the hidden would make public, and then it is not shown.
        Question.objects.bulk_create(_questions(hidden))
        asked = list(_addresses(hidden, words))
        with rolled_back():
            _take_away(hidden, former)
            without = {address: answer(address) for address in asked}
            kept_without = kept()
        return cls(hidden, words, without, kept_without)

    def answers(self, pattern: str) -> list[Answer]:
        """What readers get now at the addresses of that pattern."""
        return [answer(address) for address in self.without if re.fullmatch(pattern, address)]

    def leaks(self, pattern: str = "") -> Iterator[str]:
        """Each address, of that pattern, that answers otherwise because something hidden is there."""
        for address, without in self.without.items():
            if pattern and not re.fullmatch(pattern, address):
                continue
            here = answer(address, may_fail=True)
            if here != without:
                said = [word for word in self.words if word in here[2] and word not in without[2]]
                yield f"{address} answers {here[0]}, not {without[0]}; it says {said or 'something else'}"


def kept() -> Sequence[Sequence[object]]:
    """All that search keeps ready of what is published."""
    published = {"state": State.PUBLISHED}
    return [
        *SearchWord.objects.order_by("word").values_list(),
        *SearchDocument.objects.filter(**published).order_by("pk").values_list(),
        *SearchText.objects.filter(**published).order_by("pk").values_list(),
    ]


@contextmanager
def rolled_back() -> Iterator[None]:
    """Nothing that is written within stays."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _publish_and_withdraw() -> None:
    """Let what is withdrawn have been public once, as it is in life."""
    withdrawn = set(Interview.objects.filter(state=State.WITHDRAWN).values_list("pk", flat=True))
    for state in (State.PUBLISHED, State.WITHDRAWN):
        Interview.objects.filter(pk__in=withdrawn).update(state=state)


def _texts(rows: Sequence[models.Model], model: type[models.Model], field: str) -> list[str]:
    """What stands in that field of the rows of that model."""
    return [getattr(row, field) for row in rows if isinstance(row, model)]


def _questions(hidden: Sequence[models.Model]) -> Iterator[Question]:
    """One for each hidden theme, organisation and region, and one that anybody may be asked."""
    named = {"theme": _texts(hidden, Theme, "slug"), "organisation": _texts(hidden, Organisation, "slug")}
    named["region"] = _texts(hidden, Organisation, "region")
    searches = ["kind=advice", *(urlencode({name: value}) for name, values in named.items() for value in values)]
    for number, address in enumerate(searches, 1):
        yield Question(position=number, text=f"Which clock is slow, of {number}?", address=address)


def _take_away(hidden: Sequence[models.Model], former: set[int]) -> None:
    """Delete the hidden rows, with the addresses they left."""
    for row in hidden:
        # As it is, not with what hangs on it: keys are checked at the end of a transaction that never ends.
        type(row)._default_manager.filter(pk=row.pk)._raw_delete(connection.alias)
    FormerAddress.objects.exclude(pk__in=former).delete()


def _addresses(hidden: Sequence[models.Model], words: Sequence[str]) -> Iterator[str]:
    """Where a leak would show at once, then every page with whatever is or was somewhere, then every search."""
    rows = [row for model in canaries.all_models() for row in model._default_manager.order_by("pk")]
    addressed = [row for row in rows if isinstance(row, Addressed)]
    former = list(FormerAddress.objects.values_list("kind", "slug"))
    yield from addresses.whole()
    yield from (row.get_absolute_url() for row in rows if isinstance(row, Addressed | Statement))
    yield from ("/nowhere/", search(theme="nonsense"), search(page=2), search(year_from=2090, year_to=2100))
    yield from addresses.briefings([row.pk for row in rows if isinstance(row, Statement)])
    yield from addresses.searches_by_choice()
    yield from (search(region=row.region) for row in hidden if isinstance(row, Organisation))
    for name in ("theme", "organisation"):
        yield from (search(**{name: row.slug}) for row in addressed if row._meta.model_name == name)
        yield from (search(**{name: slug}) for kind, slug in former if kind.endswith(name))
    slugs = [*(row.slug for row in addressed), *(slug for _, slug in former)]
    yield from addresses.filled(slugs, sorted({row.pk for row in rows}))
    names = [name for model, field in _NAMED.items() for name in _texts(rows, model, field)]
    yield from (suggest(start) for start in _starts(words, names))
    yield from (search(q=query) for query in _queries(words, names))


def _queries(words: Sequence[str], names: Sequence[str]) -> Iterator[str]:
    """Searches for every word: alone and among public ones, exactly, left out, mistyped, in a question; for every name.

    A name is asked for as a whole and by its first and last word, as leaders are by their surname.
    """
    yield from ("clock", canaries.LIKE_ALL)
    for name in names:
        yield from dict.fromkeys([name, name.split()[0], name.split()[-1]])
    for batch in itertools.batched(words, _WORDS_IN_ONE_SEARCH):
        yield from (" OR ".join(batch), " OR ".join(f'"{word}"' for word in batch))
        yield " ".join(["clock", *(f"-{word}" for word in batch)])
        yield f"How do I get {' '.join(batch)} to mend the clock?"
        yield " OR ".join(canaries.slip(word, number) for number, word in enumerate(batch))
    for batch in itertools.batched(names, _WORDS_IN_ONE_SEARCH // 2):
        yield " OR ".join(f'"{name}"' for name in batch)


def _starts(words: Sequence[str], names: Sequence[str]) -> Iterator[str]:
    """What suggestions are asked for: the first letters of every word, the word, and every name."""
    beginnings = (word[:length] for word in words for length in (2, 3, 4))
    return iter(dict.fromkeys([*beginnings, *words, *names, *(f"clock {word}" for word in words)]))


def answer(address: str, *, may_fail: bool = False) -> Answer:
    """What a reader gets there, without what differs by chance; where a page may fail, the page that says so."""
    response = Client(raise_request_exception=not may_fail).get(address)
    body = "" if response.streaming else response.text
    headers = "\n".join(f"{name}: {value}" for name, value in sorted(response.items()) if name != "Expires")
    return response.status_code, _BY_CHANCE.sub("", headers), _BY_CHANCE.sub("", body)
