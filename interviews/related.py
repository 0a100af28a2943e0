"""What else was said on the themes of a statement: the same elsewhere, and from another point of view."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Self

from django.db.models import Count, Exists, F, OuterRef, QuerySet
from django.db.models.functions import Coalesce
from django.utils.text import get_text_list

from interviews.models import Speaker, Statement, Theme
from organisations.lineage import Lineage
from organisations.models import Level, Nation, Sector

SIMILAR = 4
OTHERWISE = 3
_THEMES_NAMED = 2
_LOOKED_AT = 100

_PLACES: dict[str, str] = {
    Sector.ACUTE: "an acute trust",
    Sector.SPECIALIST: "a specialist trust",
    Sector.MENTAL_HEALTH: "mental health care",
    Sector.COMMUNITY: "community care",
    Sector.AMBULANCE: "an ambulance service",
    Sector.INTEGRATED: "an integrated trust",
    Sector.HEALTH_BOARD: "a health board",
    Sector.PRIMARY_CARE: "primary care",
    Sector.NATIONAL_BODY: "a national body",
    Sector.ROYAL_COLLEGE: "a royal college",
}
_POSTS = {
    Level.BOARD: "a board member",
    Level.MEDICAL_DIRECTOR: "a medical director",
    Level.DEPUTY_MEDICAL_DIRECTOR: "a deputy or associate medical director",
    Level.CLINICAL_DIRECTOR: "a clinical director",
    Level.CONSULTANT: "a consultant",
    Level.SAS_DOCTOR: "an SAS doctor",
    Level.RESIDENT_DOCTOR: "a resident doctor",
    Level.GP: "a GP",
    Level.MANAGER: "a manager",
    Level.OTHER: "somebody in another post",
}


@dataclass(frozen=True, slots=True)
class Card:
    """A statement worth reading beside another, and why: “On culture change, from primary care in Wales”."""

    statement: Statement
    why: str


@dataclass(frozen=True, slots=True)
class Related:
    """What stands beside a statement; none of it twice, and none of its own interview unless a curator says so."""

    similar: Sequence[Card]
    otherwise: Sequence[Card]

    @classmethod
    def to(cls, statement: Statement, lineage: Lineage) -> Self:
        """Find it, in the same few queries whatever there is; reads the statement's themes and speakers."""
        here = _Standpoint.of(statement.speakers())
        said = Statement.objects.published().exclude(pk=statement.pk)
        marked = list(said.filter(contrasts=statement).order_by("pk").values_list("pk", flat=True)[:OTHERWISE])
        elsewhere = _on_its_themes(said, statement).exclude(pk__in=marked)
        similar = _best(here.other_lineages(elsewhere.filter(kind=statement.kind), lineage), SIMILAR)
        unheard = elsewhere.exclude(interview__in=similar)
        further = _best(here.other_standpoints(unheard), OTHERWISE - len(marked))
        shown = [*marked, *similar.values(), *further.values()]
        cards = {one.pk: one for one in said.filter(pk__in=shown).for_cards()}
        return cls(
            similar=[Card(cards[pk], here.also(cards[pk], statement)) for pk in similar.values()],
            otherwise=[
                *(Card(cards[pk], here.contrast(cards[pk], statement)) for pk in marked),
                *(Card(cards[pk], here.apart(cards[pk], statement)) for pk in further.values()),
            ],
        )


@dataclass(frozen=True, slots=True)
class _Standpoint:
    """From where a statement was made: by people of these levels, at these organisations."""

    organisations: Collection[int]
    sectors: Collection[str]
    nations: Collection[str]
    levels: Collection[str]

    @classmethod
    def of(cls, speakers: Iterable[Speaker]) -> Self:
        roles = [speaker.role for speaker in speakers]
        places = [role.organisation for role in roles]
        return cls(
            organisations={place.pk for place in places},
            sectors={place.sector for place in places},
            nations={place.nation for place in places},
            levels={role.level for role in roles},
        )

    def other_lineages(self, statements: QuerySet[Statement], lineage: Lineage) -> QuerySet[Statement]:
        """Those by somebody, and by nobody at these organisations, at what they came from or what they became."""
        family = lineage.families(self.organisations)
        return statements.filter(Exists(_VOICES), ~Exists(_VOICES.filter(role__organisation__in=family)))

    def other_standpoints(self, statements: QuerySet[Statement]) -> QuerySet[Statement]:
        """Those by somebody, and by nobody of the same sector, nation and level at once."""
        alike = _VOICES.filter(
            role__organisation__sector__in=self.sectors,
            role__organisation__nation__in=self.nations,
            role__level__in=self.levels,
        )
        return statements.filter(Exists(_VOICES), ~Exists(alike))

    def also(self, other: Statement, statement: Statement) -> str:
        """“Also on culture change, from an acute trust in England”."""
        return f"Also on {_shared(other, statement)}, from {_place(other.speakers()[0])}"

    def apart(self, other: Statement, statement: Statement) -> str:
        """“On culture change, from primary care in Wales”, or “… from a GP” where it is the post that differs."""
        speaker = next((speaker for speaker in other.speakers() if self._is_elsewhere(speaker)), None)
        where = _place(speaker) if speaker else _POSTS[Level(other.speakers()[0].role.level)]
        return f"On {_shared(other, statement)}, from {where}"

    def contrast(self, other: Statement, statement: Statement) -> str:
        """“Marked by an editor as another view on culture change”."""
        shared = _shared(other, statement)
        return f"Marked by an editor as another view{f' on {shared}' if shared else ''}"

    def _is_elsewhere(self, speaker: Speaker) -> bool:
        place = speaker.role.organisation
        return place.sector not in self.sectors or place.nation not in self.nations


# Who makes a statement: its speaker, or all of its interview's.
_VOICES = Speaker.objects.filter(interview=OuterRef("interview"), pk=Coalesce(OuterRef("speaker"), F("pk")))


def _on_its_themes(statements: QuerySet[Statement], statement: Statement) -> QuerySet[Statement]:
    """Those of other interviews that share a theme, once for each that they share."""
    themes = [theme.pk for theme in statement.themes.all()]
    return statements.exclude(interview=statement.interview_id).filter(themes__in=themes)


def _best(statements: QuerySet[Statement], most: int) -> dict[int, int]:
    """Those that share most themes, the newest first; one of each interview, so that many are heard: by its id."""
    newest = F("interview__date").desc(nulls_last=True)
    counted = statements.annotate(shared=Count("themes"))
    ordered = counted.order_by("-shared", newest, "-interview", "position").values_list("interview", "pk")
    first: dict[int, int] = {}
    for interview, pk in ordered[:_LOOKED_AT]:
        first.setdefault(interview, pk)
    return dict(islice(first.items(), most))


def _shared(one: Statement, other: Statement) -> str:
    """“culture change and well-being”: the first themes that both have, as within a sentence."""
    theirs = set(other.themes.all())
    names = [_within(theme) for theme in one.themes.all() if theme in theirs]
    return get_text_list(names[:_THEMES_NAMED], "and")


def _within(theme: Theme) -> str:
    """Its name without the capital of a heading; NHS keeps its own."""
    first, rest = theme.name[:1], theme.name[1:]
    return theme.name if rest[:1].isupper() else first.lower() + rest


def _place(speaker: Speaker) -> str:
    """“mental health care in England”; a body of no such sort by its name."""
    place = speaker.role.organisation
    if place.sector not in _PLACES:
        return speaker.organisation_then
    nation = "the United Kingdom" if place.nation == Nation.UNITED_KINGDOM else place.nation
    return f"{_PLACES[place.sector]} in {nation}"
