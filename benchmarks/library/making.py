"""Make a whole library in an empty database."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from random import Random

from django.db import connection, transaction
from django.db.models import Model

from benchmarks.library.conversations import Conversations, Rows
from benchmarks.library.people import People, people
from benchmarks.library.places import Places, places
from benchmarks.library.subjects import Subjects, subjects
from benchmarks.library.synonyms import synonyms
from benchmarks.library.writing import count_on, write
from interviews.models import Interview, Passage, Speaker, Statement, SynonymGroup, Theme, ThemeAlias
from organisations.models import (
    FormerAddress,
    Leader,
    Organisation,
    OrganisationIdentifier,
    OrganisationName,
    Role,
    Succession,
)

_BATCH = 250
_TABLES = (
    Organisation, OrganisationName, OrganisationIdentifier, Succession, Leader, Role, Theme, ThemeAlias, SynonymGroup,
    Interview, Speaker, Passage, Statement, Statement.themes.through,
)  # fmt: skip


def taken() -> str:
    """What is in the way: the name of something that the database holds already, or nothing."""
    models: tuple[type[Model], ...] = (*_TABLES, FormerAddress)
    held = (model._meta.verbose_name_plural for model in models if model._default_manager.exists())  # noqa: SLF001  # public API
    return str(next(held, ""))


def make(*, interviews: int, seed: int) -> Iterator[int]:
    """Write the library, all or nothing; yield how many interviews are written, batch by batch."""
    random = Random(seed)  # noqa: S311  # the same for the same seed is what is wanted
    where, about = places(random), subjects()
    who = people(random, where, max(1, interviews // 2))
    conversations = Conversations(random, who, about)
    with transaction.atomic():
        with connection.cursor() as cursor:
            # The search index is built at once when all is there.
            cursor.execute("SET LOCAL perspectives.reindex = 'later'")
        for table in _before(where, who, about):
            write(table)
        for rows in _batches(conversations, interviews):
            for table in rows.tables():
                write(table)
            yield len(rows.interviews)
        count_on(_TABLES)


def _before(where: Places, who: People, about: Subjects) -> Iterator[Sequence[Model]]:
    """What interviews point at."""
    yield from (where.organisations, where.names, where.identifiers, where.successions)
    yield from (who.leaders, who.roles)
    yield from (about.themes, about.aliases, synonyms())


def _batches(conversations: Conversations, interviews: int) -> Iterator[Rows]:
    """All interviews, the next ones being made up while the database takes the last."""
    sizes = [min(_BATCH, interviews - first) for first in range(0, interviews, _BATCH)]
    with ThreadPoolExecutor(max_workers=1) as aside:
        coming = aside.submit(conversations.batch, sizes[0])
        for size in sizes[1:]:
            ready, coming = coming.result(), aside.submit(conversations.batch, size)
            yield ready
        yield coming.result()
