"""The pages that a query names: a leader, an organisation by any name, a theme."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from interviews.models import Theme
from interviews.search import names
from interviews.search.meaning import Meaning
from interviews.search.names import Named
from organisations.models import Leader, Organisation, Role

_MOST = 3
_MOST_WORDS = 12  # of a query that are looked at
_SHORTEST_START = 4  # letters; fewer begin too many names

type Thing = Leader | Organisation | Theme
type Public = Mapping[str, QuerySet[Leader] | QuerySet[Organisation] | QuerySet[Theme]]


@dataclass(frozen=True, slots=True)
class Bet:
    """A page that the query names."""

    kind: str
    name: str
    url: str
    about: str = ""


def bets(meaning: Meaning) -> list[Bet]:
    """The public pages that the query names, those that it names as a whole first."""
    words = meaning.plain[:_MOST_WORDS]
    if not words or len(words) < len(meaning.plain):
        return []
    meant = " ".join(word for word in words if word not in {item.lower() for item in meaning.ignored})
    whole = {" ".join(words), meant}
    spans = [" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)]
    long = meant if len(meant) >= _SHORTEST_START else ""
    found = names.called([*dict.fromkeys([*whole, *spans])], ending="" if " " in long else long, starting=long)
    # What is hidden goes first, so that it does not count where only a few are named.
    public = {(named.kind, named.pk): thing for named, thing in things(found, published())} if found else {}
    named_things = _meant([named for named in found if (named.kind, named.pk) in public], spans, whole)
    named_things.sort(key=lambda named: named.plain not in whole)
    first = {(named.kind, named.pk): named for named in reversed(named_things)}
    order = list(dict.fromkeys((named.kind, named.pk) for named in named_things))[:_MOST]
    return [_bet(public[key], first[key]) for key in order]


def _meant(found: Sequence[Named], spans: Sequence[str], whole: set[str]) -> list[Named]:
    """What the query is the name of, as a whole or in a few words or a code in it.

    And leaders by their surname, organisations by how their name starts, where that means few.
    """
    certain = [named for named in found if named.plain in spans or named.plain in whole]
    apart = [named for named in found if named not in certain]
    return [
        *(named for named in certain if named.plain in whole or " " in named.plain or named.is_short_for),
        *_few([named for named in apart if named.kind == "leader"]),
        *_few([named for named in apart if named.kind == "organisation"]),
    ]


def _few(found: Sequence[Named]) -> Sequence[Named]:
    return found if len({named.pk for named in found}) <= _MOST else ()


def published() -> Public:
    """All that readers may be led to by a name, by kind."""
    return {
        "leader": Leader.objects.published(),
        "organisation": Organisation.objects.published(),
        "theme": Theme.objects.published(),
    }


def things(found: Sequence[Named], public: Public) -> Iterator[tuple[Named, Thing]]:
    """Each name with the public thing that has it; one query for each kind."""
    rows = {
        kind: public[kind].in_bulk({named.pk for named in found if named.kind == kind})
        for kind in {named.kind for named in found}
    }
    yield from ((named, rows[named.kind][named.pk]) for named in found if named.pk in rows[named.kind])


def _bet(thing: Thing, named: Named) -> Bet:
    return Bet(named.kind.capitalize(), thing.name, thing.get_absolute_url(), _about(thing, named))


def _about(thing: Thing, named: Named) -> str:
    if isinstance(thing, Leader):
        role = Role.objects.published().filter(leader=thing).select_related("organisation").in_order().first()
        return f"{role.title}, {role.organisation}" if role else ""
    if isinstance(thing, Theme):
        return thing.definition
    return f"Also known as {named.name}" if named.name != thing.name else ""
