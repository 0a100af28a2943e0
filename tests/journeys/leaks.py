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

from django.db import connection, models, transaction
from django.test import Client

from interviews.models import State, Statement
from organisations.models import Addressed, FormerAddress, Organisation
from tests.journeys import addresses, canaries, worlds
from tests.journeys.addresses import search

HIDDEN_STATES = [state for state in State if state != State.PUBLISHED]
_BY_CHANCE = re.compile(r"(?<=nonce-)[\w+/=-]+|(?<=nonce=\")[^\"]+")
_WORDS_IN_ONE_SEARCH = 16

type Answer = tuple[int, str, str]
"""Status, headers and body."""


@dataclass(frozen=True)
class Site:
    """Public and hidden things, and what every address answers when the hidden ones are not there."""

    hidden: Sequence[models.Model]
    words: Sequence[str]
    without: dict[str, Answer]

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
        asked = list(_addresses(hidden, words))
        with rolled_back():
            _take_away(hidden, former)
            without = {address: _answer(address) for address in asked}
        return cls(hidden, words, without)

    def answers(self, pattern: str) -> list[Answer]:
        """What readers get now at the addresses of that pattern."""
        return [_answer(address) for address in self.without if re.fullmatch(pattern, address)]

    def leaks(self) -> Iterator[str]:
        """Each address that answers otherwise because something hidden is there."""
        for address, without in self.without.items():
            answer = _answer(address)
            if answer != without:
                said = [word for word in self.words if word in answer[2] and word not in without[2]]
                yield f"{address} answers {answer[0]}, not {without[0]}; it says {said or 'something else'}"


@contextmanager
def rolled_back() -> Iterator[None]:
    """Nothing that is written within stays."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _take_away(hidden: Sequence[models.Model], former: set[int]) -> None:
    """Delete the hidden rows, with the addresses they left."""
    for row in hidden:
        # As it is, not with what hangs on it: keys are checked at the end of a transaction that never ends.
        type(row)._default_manager.filter(pk=row.pk)._raw_delete(connection.alias)
    FormerAddress.objects.exclude(pk__in=former).delete()


def _addresses(hidden: Sequence[models.Model], words: Sequence[str]) -> Iterator[str]:
    """Where a leak would show at once, then every page with whatever is or was somewhere, in any place of it."""
    rows = [row for model in canaries.all_models() for row in model._default_manager.order_by("pk")]
    addressed = [row for row in rows if isinstance(row, Addressed)]
    former = list(FormerAddress.objects.values_list("kind", "slug"))
    yield from addresses.whole()
    yield from (row.get_absolute_url() for row in rows if isinstance(row, Addressed | Statement))
    yield from ("/nowhere/", search(theme="nonsense"), search(page=2), search(year_from=2090, year_to=2100))
    yield from addresses.searches_by_choice()
    yield from (search(q=" OR ".join(batch)) for batch in itertools.batched(words, _WORDS_IN_ONE_SEARCH, strict=False))
    yield from (search(region=row.region) for row in hidden if isinstance(row, Organisation))
    for name in ("theme", "organisation"):
        yield from (search(**{name: row.slug}) for row in addressed if row._meta.model_name == name)
        yield from (search(**{name: slug}) for kind, slug in former if kind.endswith(name))
    slugs = [*(row.slug for row in addressed), *(slug for _, slug in former)]
    yield from addresses.filled(slugs, sorted({row.pk for row in rows}))


def _answer(address: str) -> Answer:
    """What a reader gets there, without what differs by chance."""
    response = Client().get(address)
    body = "" if response.streaming else response.text
    headers = "\n".join(f"{name}: {value}" for name, value in sorted(response.items()) if name != "Expires")
    return response.status_code, _BY_CHANCE.sub("", headers), _BY_CHANCE.sub("", body)
