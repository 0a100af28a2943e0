"""The only reader of the search page's address: what each parameter means, and which interviews it leaves."""

from collections.abc import Collection, Mapping
from functools import cached_property

import django_filters
from django.http import QueryDict

from interviews.editions import Edition
from interviews.fields import AddressesField, SearchForm, WholeNumberFilter, addresses, choices, one_of, places, year
from interviews.models import Format, Interview, Kind, SearchDocument, Statement, Theme
from interviews.models.search_index import SearchDocumentQuerySet
from interviews.models.statement import StatementQuerySet
from interviews.search.facets import Bits, Chosen, Counts, Value, both, count
from interviews.search.meaning import Meaning
from interviews.search.query import MAX_LENGTH, Query
from organisations.lineage import Lineage
from organisations.models import AddressedQuerySet, Level, Nation, Organisation, Sector

# What must hold for one statement: `kind=advice&theme=well-being` asks for advice on well-being, not for advice in an
# interview that mentions it. Likewise of one speaker.
OF_STATEMENT = {"theme": "themes", "kind": "kind"}
OF_SPEAKER = ("organisation", "level", "sector", "region", "nation")
OF_INTERVIEW = ("format",)

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
        """All successions, with the organisations by name; none where no organisation is asked for."""
        return Lineage.load() if self.asked_for("organisation") else Lineage({}, {})

    @cached_property
    def chosen(self) -> Chosen:
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

    def documents(self, query: Query, meaning: Meaning) -> SearchDocumentQuerySet:
        """The published documents that hold these words; all of them, where there are none."""
        rows = SearchDocument.objects.published()
        return rows.matching(meaning) if query else rows

    def passing(self, edition: Edition, but: Collection[str] = ()) -> Bits | None:
        """Documents of the edition that pass every filter but these; None where nothing is asked for."""
        chosen = {name: values for name, values in self.chosen.items() if name not in but}
        groups = edition.groups(lineage=self.follows_lineage)
        return both([self._of_years(edition, but), *(group.passing(chosen) for group in groups)])

    def counts(self, edition: Edition, among: Bits) -> Counts:
        """How many of these documents each option of a filter would leave, under all other filters."""
        among = both([among, self._of_years(edition)]) or 0
        return count(edition.groups(lineage=self.follows_lineage), among, self.chosen)

    def statements(self) -> StatementQuerySet:
        """The published statements that are of the kind and on the theme asked for."""
        conditions = {f"{path}__in": self.chosen[name] for name, path in OF_STATEMENT.items() if name in self.chosen}
        rows = Statement.objects.published().filter(**conditions)
        return rows.distinct() if "theme" in self.chosen else rows

    def _of_years(self, edition: Edition, but: Collection[str] = ()) -> Bits | None:
        first, last = (0 if name in but else self._number(name) for name in ("year_from", "year_to"))
        return edition.of_years(first, last)

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
