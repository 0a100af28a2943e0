"""The only reader of the search page's address: what each parameter means, and which interviews it leaves."""

from collections.abc import Collection, Mapping
from functools import cached_property

import django_filters
from django.db.models import BooleanField, ExpressionWrapper, Q
from django.db.models import Value as Constant
from django.http import QueryDict

from interviews.fields import AddressesField, SearchForm, WholeNumberFilter, addresses, choices, one_of, places, year
from interviews.models import Format, Interview, Kind, SearchDocument, Speaker, Statement, Theme
from interviews.models.search_index import SearchDocumentQuerySet
from interviews.models.statement import StatementQuerySet
from interviews.search.facets import Value
from interviews.search.meaning import Meaning
from interviews.search.query import MAX_LENGTH, Query
from organisations.lineage import Lineage
from organisations.models import AddressedQuerySet, Level, Nation, Organisation, Sector

# What a parameter looks at, by the path to it. Those that look at the same rows must hold for the same row:
# `kind=advice&theme=well-being` asks for advice on well-being, not for advice in an interview that mentions it.
OF_STATEMENT = {"theme": "themes", "kind": "kind"}
OF_SPEAKER = {
    "organisation": "role__organisation",
    "level": "role__level",
    "sector": "role__organisation__sector",
    "region": "role__organisation__region",
    "nation": "role__organisation__nation",
}
OF_INTERVIEW = {"format": "format"}

_BEYOND_THE_LAST = 1_000_000  # page; the database skips no more rows than it can count
_SORTS = [("relevance", "Best match"), ("newest", "Newest first"), ("oldest", "Oldest first")]
_LINEAGE = [("on", "Included"), ("off", "Left out")]
_OTHER_WORDS = [("on", "Looked for"), ("off", "Left out")]


def _themes() -> AddressedQuerySet[Theme]:
    return Theme.objects.published()


def _organisations() -> AddressedQuerySet[Organisation]:
    return Organisation.objects.published()


class SearchFilter(django_filters.FilterSet):
    """Every parameter of `/search/`. Different ones narrow; several values of one widen."""

    q = django_filters.CharFilter(
        label="Search for",
        max_length=MAX_LENGTH,
        error_messages={
            "max_length": "That is too long: %(show_value)d characters. Use %(limit_value)d at most.",
            "null_characters_not_allowed": "There is a character in it that cannot be searched for. Type it again.",
        },
    )
    theme = addresses("Theme", _themes)
    organisation = addresses("Organisation", _organisations)
    lineage = one_of("History of organisations", _LINEAGE)
    kind = choices("Kind of statement", Kind.choices)
    level = choices("Level of speaker", Level.choices)
    sector = choices("Sector", Sector.choices)
    region = places("Region", _organisations)
    nation = choices("Nation", Nation.choices)
    format = choices("Format", Format.choices)
    year_from = year("From year")
    year_to = year("To year")
    sort = one_of("Sort by", _SORTS)
    synonyms = one_of("Words that mean the same", _OTHER_WORDS)
    spelling = one_of("Corrected spelling", _OTHER_WORDS)
    page = WholeNumberFilter(
        label="Page",
        min_value=1,
        error_messages=dict.fromkeys(("invalid", "min_value"), "That is not a number of a page. Start from the first."),
    )

    class Meta:
        model = Interview
        fields: list[str] = []
        form = SearchForm

    def __init__(self, data: QueryDict) -> None:
        """Read the address."""
        super().__init__(data, SearchDocument.objects.none())

    @cached_property
    def query(self) -> Query:
        """The words asked for."""
        return Query.parse(self._text("q"))

    @property
    def order(self) -> str:
        """The order in force: by relevance only where there are words to be relevant to."""
        asked = self._text("sort") or self.usual_order
        return asked if self.query or asked != "relevance" else "newest"

    @property
    def usual_order(self) -> str:
        """The order where none is asked for."""
        return "relevance" if self.query else "newest"

    @property
    def follows_lineage(self) -> bool:
        """Whether an organisation stands for what it came from and became as well."""
        return self.is_on("lineage")

    def is_on(self, name: str) -> bool:
        """Whether something that is usually done has not been turned off."""
        return self._text(name) != "off"

    def asked_for(self, name: str) -> list[str]:
        """The valid choices of one filter, a former slug being today's."""
        value = self._clean(name)
        return value if isinstance(value, list) else []

    @property
    def number(self) -> int:
        """The page asked for, from 1."""
        return min(self._number("page") or 1, _BEYOND_THE_LAST)

    @property
    def chosen_organisations(self) -> list[Organisation]:
        """The organisations named in the address."""
        return [place for place in self.things("organisation").values() if isinstance(place, Organisation)]

    def things(self, name: str) -> Mapping[str, Theme | Organisation]:
        """What the slugs of a filter stand for, by the slugs of today."""
        self.form.is_valid()
        field = self.form.fields[name]
        return field.chosen if isinstance(field, AddressesField) else {}

    @cached_property
    def successions(self) -> Lineage:
        """All successions; with the organisations by name where one is asked for, whose history is then told."""
        return Lineage.load() if self.asked_for("organisation") else Lineage.bare()

    @cached_property
    def chosen(self) -> Mapping[str, frozenset[Value]]:
        """What a row must be one of, per filter: a wider theme with its narrower ones, a body with its lineage."""
        chosen: dict[str, frozenset[Value]] = {
            name: frozenset(values)
            for name in (*OF_STATEMENT, *OF_SPEAKER, *OF_INTERVIEW)
            if (values := self.asked_for(name))
        }
        if "theme" in chosen:
            named = [theme.pk for theme in self.things("theme").values()]
            narrower = Theme.objects.filter(parent__in=named).order_by().values_list("pk", flat=True)
            chosen["theme"] = frozenset([*named, *narrower])
        if "organisation" in chosen:
            places = [place.pk for place in self.chosen_organisations]
            chosen["organisation"] = self.successions.families(places) if self.follows_lineage else frozenset(places)
        return chosen

    def documents(self, query: Query, meaning: Meaning, *, but: Collection[str] = ()) -> SearchDocumentQuerySet:
        """The documents that these words and the years leave, each saying which of the other filters it passes.

        `asked_of_statement`, `asked_of_speaker` and `asked_of_format` tell; filters named in `but` ask for nothing.
        """
        rows = SearchDocument.objects.published().filter(self._years(but))
        if query:
            rows = rows.matching(meaning)
        passing = {**self._of_rows(but), "asked_of_format": Q(**_conditions(OF_INTERVIEW, self.chosen, but))}
        return rows.annotate(
            **{
                name: ExpressionWrapper(condition or Constant(True), BooleanField())
                for name, condition in passing.items()
            }
        )

    def statements(self) -> StatementQuerySet:
        """The published statements that are of the kind and on the theme asked for."""
        rows = Statement.objects.published().filter(**_conditions(OF_STATEMENT, self.chosen))
        return rows.distinct() if "theme" in self.chosen else rows

    def _years(self, but: Collection[str] = ()) -> Q:
        condition = Q()
        if (first := self._number("year_from")) and "year_from" not in but:
            condition &= Q(date__year__gte=first)
        if (last := self._number("year_to")) and "year_to" not in but:
            condition &= Q(date__year__lte=last)
        return condition

    def _of_rows(self, but: Collection[str] = ()) -> dict[str, Q]:
        """Whether an interview has a statement, and a speaker, of just the kind asked for; empty where none is."""
        return {
            name: Q(interview__in=rows.objects.filter(**conditions).values("interview")) if conditions else Q()
            for name, rows, conditions in (
                ("asked_of_statement", Statement, _conditions(OF_STATEMENT, self.chosen, but)),
                ("asked_of_speaker", Speaker, _conditions(OF_SPEAKER, self.chosen, but)),
            )
        }

    def _text(self, name: str) -> str:
        value = self._clean(name)
        return value if isinstance(value, str) else ""

    def _number(self, name: str) -> int:
        value = self._clean(name)
        return value if isinstance(value, int) else 0

    def _clean(self, name: str) -> object:
        """A valid value, or None; an invalid one is reported by `errors` and asks for nothing."""
        self.form.is_valid()
        return self.form.cleaned_data.get(name)


def _conditions(
    paths: Mapping[str, str], chosen: Mapping[str, Collection[Value]], but: Collection[str] = ()
) -> dict[str, Collection[Value]]:
    return {f"{path}__in": chosen[name] for name, path in paths.items() if name in chosen and name not in but}
