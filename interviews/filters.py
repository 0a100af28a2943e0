"""The only reader of the search page's address: what each parameter means, and which interviews it leaves."""

from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from typing import override

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict

from interviews.models import Format, Interview, Kind, Speaker, Statement, Theme
from interviews.models.statement import StatementQuerySet
from interviews.search.facets import Counts, Facet, Row, Value, count
from interviews.search.query import MAX_LENGTH, Query
from organisations.lineage import Lineage
from organisations.models import Level, Nation, Organisation, Sector

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

_SORTS = [("relevance", "Best match"), ("newest", "Newest first"), ("oldest", "Oldest first")]
_LINEAGE = [("on", "Included"), ("off", "Left out")]
_UNKNOWN = "“%(value)s” is not one of the choices. Choose from the list, or remove it."
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


class _ChoicesField(forms.MultipleChoiceField):
    """Any of the choices; an empty value, as `theme=` has, asks for nothing."""

    @override
    def to_python(self, value: object) -> list[str]:
        return list(dict.fromkeys(filter(None, super().to_python(value))))


class _AddressesField(_ChoicesField):
    """Choices by slug, where a former slug means what it leads to today."""

    def __init__(self, *, moved: Callable[[Collection[str]], Mapping[str, str]], **kwargs: object) -> None:
        super().__init__(**kwargs)  # type: ignore[arg-type]  # passed through as the filter gives them
        self._moved = moved

    @override
    def to_python(self, value: object) -> list[str]:
        slugs = super().to_python(value)
        strangers = [slug for slug in slugs if not self.valid_value(slug) and "\0" not in slug]
        moved = self._moved(strangers) if strangers else {}
        return list(dict.fromkeys(moved.get(slug, slug) for slug in slugs))


class _ChoicesFilter(django_filters.MultipleChoiceFilter):
    field_class = _ChoicesField


class _AddressesFilter(django_filters.MultipleChoiceFilter):
    field_class = _AddressesField


class _WholeNumberFilter(django_filters.Filter):
    field_class = forms.IntegerField


def _choices(label: str, choices: Collection[tuple[str, str]] = ()) -> _ChoicesFilter:
    return _ChoicesFilter(label=label, choices=choices, error_messages={"invalid_choice": _UNKNOWN})


def _addresses(label: str) -> _AddressesFilter:
    return _AddressesFilter(label=label, choices=(), error_messages={"invalid_choice": _UNKNOWN})


def _one_of(label: str, choices: Collection[tuple[str, str]]) -> django_filters.ChoiceFilter:
    return django_filters.ChoiceFilter(
        label=label, choices=choices, empty_label=None, error_messages={"invalid_choice": _UNKNOWN}
    )


def _year(label: str) -> _WholeNumberFilter:
    wrong = f"Write a year between {_FIRST_YEAR} and {_LAST_YEAR}, such as 2014."
    messages = dict.fromkeys(("invalid", "min_value", "max_value"), wrong)
    return _WholeNumberFilter(label=label, min_value=_FIRST_YEAR, max_value=_LAST_YEAR, error_messages=messages)


class _SearchForm(forms.Form):
    """What one parameter alone cannot tell."""

    @override
    def clean(self) -> None:
        """Refuse years the wrong way round."""
        first, last = self.cleaned_data.get("year_from"), self.cleaned_data.get("year_to")
        if first and last and first > last:
            wrong = f"The first year, {first}, is after the last, {last}. Swap them or remove one."
            self.add_error("year_from", ValidationError(wrong, code="years_swapped"))
            del self.cleaned_data["year_to"]


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
    theme = _addresses("Theme")
    organisation = _addresses("Organisation")
    lineage = _one_of("History of organisations", _LINEAGE)
    kind = _choices("Kind of statement", Kind.choices)
    level = _choices("Level of speaker", Level.choices)
    sector = _choices("Sector", Sector.choices)
    region = _choices("Region")
    nation = _choices("Nation", Nation.choices)
    format = _choices("Format", Format.choices)
    year_from = _year("From year")
    year_to = _year("To year")
    sort = _one_of("Sort by", _SORTS)
    page = _WholeNumberFilter(
        label="Page",
        min_value=1,
        error_messages=dict.fromkeys(("invalid", "min_value"), "That is not a number of a page. Start from the first."),
    )

    class Meta:
        model = Interview
        fields: list[str] = []
        form = _SearchForm

    def __init__(self, data: QueryDict) -> None:
        """Read the address; what may be chosen is what published interviews speak of."""
        super().__init__(data, Interview.objects.published())
        self.themes = list(Theme.objects.published())
        self.organisations = list(Organisation.objects.published())
        regions = sorted({place.region for place in self.organisations if place.region})
        self.filters["region"].extra["choices"] = [(region, region) for region in regions]
        self.filters["theme"].extra.update(
            choices=[(theme.slug, theme.name) for theme in self.themes],
            moved=lambda slugs: Theme.objects.published().moved(slugs),
        )
        self.filters["organisation"].extra.update(
            choices=[(place.slug, place.name) for place in self.organisations],
            moved=lambda slugs: Organisation.objects.published().moved(slugs),
        )

    @property
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
        return self._text("lineage") != "off"

    def asked_for(self, name: str) -> list[str]:
        """The valid choices of one filter, a former slug being today's."""
        value = self._clean(name)
        return value if isinstance(value, list) else []

    @property
    def number(self) -> int:
        """The page asked for, from 1."""
        return self._number("page") or 1

    @property
    def chosen_organisations(self) -> list[Organisation]:
        """The organisations named in the address."""
        return [place for place in self.organisations if place.slug in self.asked_for("organisation")]

    @cached_property
    def successions(self) -> Lineage:
        """All successions."""
        return Lineage.load()

    @cached_property
    def chosen(self) -> Mapping[str, frozenset[Value]]:
        """What a row must be one of, per filter: a wider theme with its narrower ones, a body with its lineage."""
        chosen: dict[str, frozenset[Value]] = {
            name: frozenset(values)
            for name in (*OF_STATEMENT, *OF_SPEAKER, *OF_INTERVIEW)
            if (values := self.asked_for(name))
        }
        if "theme" in chosen:
            named = {theme.pk for theme in self.themes if theme.slug in chosen["theme"]}
            chosen["theme"] = frozenset(
                theme.pk for theme in self.themes if theme.pk in named or theme.parent_id in named
            )
        if "organisation" in chosen:
            places = [place.pk for place in self.chosen_organisations]
            chosen["organisation"] = self.successions.families(places) if self.follows_lineage else frozenset(places)
        return chosen

    @override
    def filter_queryset(self, queryset: QuerySet[Interview]) -> QuerySet[Interview]:
        """Everything asked for at once; nothing where something asked for makes no sense."""
        if self.errors:
            return queryset.none()
        return queryset.filter(self._of_interview(), self._of(Statement, OF_STATEMENT), self._of(Speaker, OF_SPEAKER))

    def found(self) -> list[int]:
        """The ids of all interviews found, in the order asked for."""
        found = Interview.objects.filter(pk__in=self.qs)
        if self.order == "relevance":
            ordered = found.ranked(self.query)
        else:
            ordered = found.oldest() if self.order == "oldest" else found.newest()
        return list(ordered.values_list("pk", flat=True))

    def statements(self) -> StatementQuerySet:
        """The published statements that are of the kind and on the theme asked for."""
        return Statement.objects.published().filter(**_conditions(OF_STATEMENT, self.chosen)).distinct()

    @cached_property
    def counts(self) -> Counts:
        """How many interviews each option would leave, under all other filters."""
        statement, speaker = self._of(Statement, OF_STATEMENT), self._of(Speaker, OF_SPEAKER)
        above: dict[Value, tuple[Value, ...]] = {
            theme.pk: (theme.pk, theme.parent_id) for theme in self.themes if theme.parent_id
        }
        statements = Statement.objects.published().filter(interview__in=self._leaving(self._of_interview(), speaker))
        speakers = Speaker.objects.filter(interview__in=self._leaving(self._of_interview(), statement))
        interviews = self._leaving(self._of_interview(but="format"), statement, speaker)
        return {
            **count(
                [Facet("theme", lambda theme: above.get(theme, (theme,))), Facet("kind")],
                _rows(statements, "interview", OF_STATEMENT),
                self.chosen,
            ),
            **count(
                [Facet("organisation", self._family), *map(Facet, list(OF_SPEAKER)[1:])],
                _rows(speakers, "interview", OF_SPEAKER),
                self.chosen,
            ),
            **count([Facet("format")], _rows(interviews, "pk", OF_INTERVIEW), self.chosen),
        }

    def _family(self, organisation: Value) -> Collection[Value]:
        """The organisations that would find this one."""
        return self.successions.family(int(organisation)) if self.follows_lineage else (organisation,)

    def _leaving(self, *conditions: Q | Exists) -> QuerySet[Interview]:
        return Interview.objects.published().filter(*conditions)

    @cached_property
    def _matching(self) -> Q:
        """The condition that the words make: asked of the database once, however many counts need it."""
        if not self.query:
            return Q()
        return Q(pk__in=list(Interview.objects.published().search(self.query).values_list("pk", flat=True)))

    def _of_interview(self, but: str = "") -> Q:
        conditions = Q(**_conditions(OF_INTERVIEW, self.chosen, but)) & self._matching
        if first := self._number("year_from"):
            conditions &= Q(date__year__gte=first)
        if last := self._number("year_to"):
            conditions &= Q(date__year__lte=last)
        return conditions

    def _of(self, rows: type[Statement | Speaker], paths: Mapping[str, str]) -> Q:
        conditions = _conditions(paths, self.chosen)
        return Q(Exists(rows.objects.filter(interview=OuterRef("pk"), **conditions))) if conditions else Q()

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
    paths: Mapping[str, str], chosen: Mapping[str, Collection[Value]], but: str = ""
) -> dict[str, Collection[Value]]:
    return {f"{path}__in": chosen[name] for name, path in paths.items() if name in chosen and name != but}


def _rows(
    queryset: QuerySet[Statement] | QuerySet[Speaker] | QuerySet[Interview], interview: str, paths: Mapping[str, str]
) -> list[Row]:
    rows = queryset.order_by().values_list(interview, *paths.values())
    return [(key, dict(zip(paths, values, strict=True))) for key, *values in rows]
