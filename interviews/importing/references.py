"""What rows may refer to: things by their address and roles by who, where and what, present in database or tables."""

from difflib import get_close_matches

from django.db.models import Model

from interviews.importing.problems import CellError, UnsettledError
from organisations.models import Addressed, FormerAddress, Role
from organisations.partial_dates import PartialDate

TITLES_SHOWN = 10

type Titles = dict[str, dict[PartialDate | None, int]]
"""By title and then by start: the id of the role."""


class References:
    """Everything known by name, read once per model and added to as the tables are written."""

    def __init__(self) -> None:
        self._ids: dict[type[Addressed], dict[str, int]] = {}
        self._roles: dict[tuple[int, int], Titles] | None = None
        self._refused: set[tuple[type[Model], tuple[str, ...]]] = set()
        self._unreadable: set[type[Model]] = set()
        self._suggestions = 100  # looking for the nearest of many is slow; nobody reads more

    def addresses(self, model: type[Addressed]) -> dict[str, int]:
        """Every address that leads to something of this kind, present or former, with its id."""
        if model not in self._ids:
            present = dict(model._default_manager.values_list("slug", "pk"))  # noqa: SLF001  # public API
            there = set(present.values())
            former = FormerAddress.objects.filter(kind=model._meta.label_lower)  # noqa: SLF001  # public API
            left = {slug: pk for slug, pk in former.values_list("slug", "object_id") if pk in there}
            self._ids[model] = left | present
        return self._ids[model]

    def learn(self, model: type[Addressed], slug: str, pk: int) -> None:
        """Remember something just written."""
        self.addresses(model)[slug] = pk

    def refuse(self, model: type[Model], names: tuple[str, ...]) -> None:
        """Remember a row that is wrong and reported, by the cells that others name it by."""
        self._refused.add((model, names))

    def give_up(self, model: type[Model]) -> None:
        """Remember that rows of this kind could not even be read: who knows what they named."""
        self._unreadable.add(model)

    def find(self, model: type[Addressed], slug: str) -> int:
        """The id of what has this address; raise CellError where nothing has."""
        addresses = self.addresses(model)
        if slug not in addresses:
            self._excuse(model, (slug,))
            kind, plural = model._meta.verbose_name, model._meta.verbose_name_plural  # noqa: SLF001  # public API
            meant = self._nearest(slug, list(addresses))
            message = f"There is no {kind} “{slug}”, neither in {plural}.csv nor in the database.{meant}"
            raise CellError(f"{message} Add it to {plural}.csv, or write another.")
        return addresses[slug]

    def role(self, leader: int, organisation: int, start: PartialDate | None, names: tuple[str, str, str]) -> int:
        """The id of a role; `start` matters only where the same person had the same title there more than once.

        `names` are the cells it is named by, the last of them the title. Raise CellError where there is none,
        or more than one.
        """
        who, where, title = names
        titles = self._titles(leader, organisation)
        starts = titles.get(title, {})
        if start in starts:
            return starts[start]
        if len(starts) == 1 and start is None:
            return next(iter(starts.values()))
        self._excuse(Role, names)
        if starts and start is None:
            since = " and ".join(sorted(map(str, starts)))
            message = f"{who} has been “{title}” at {where} more than once, since {since}."
            raise CellError(f"{message} Add a column “start” that says which.")
        known = f" Titles there: {', '.join(sorted(titles)[:TITLES_SHOWN])}." if titles else ""
        since = f" since {start}" if start else ""
        message = f"{who} has no role “{title}” at {where}{since}, neither in roles.csv nor in the database.{known}"
        raise CellError(f"{message} Add it to roles.csv, or write another.")

    def _titles(self, leader: int, organisation: int) -> Titles:
        """Every title this leader had at this organisation."""
        if self._roles is None:
            self._roles = {}
            columns = ("pk", "leader_id", "organisation_id", "title", "start")
            for pk, someone, somewhere, title, start in Role.objects.values_list(*columns):
                self._roles.setdefault((someone, somewhere), {}).setdefault(title, {})[start] = pk
        return self._roles.get((leader, organisation), {})

    def _excuse(self, model: type[Model], names: tuple[str, ...]) -> None:
        """Do not report what follows from something reported."""
        if model in self._unreadable or (model, names) in self._refused:
            raise UnsettledError

    def _nearest(self, text: str, known: list[str]) -> str:
        self._suggestions -= 1
        return nearest(text, known) if self._suggestions >= 0 else ""


def nearest(text: str, known: list[str]) -> str:
    """“ Did you mean …?” with the likeliest, or nothing."""
    near = get_close_matches(text, known, 1)
    return f" Did you mean “{near[0]}”?" if near else ""
