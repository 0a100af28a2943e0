"""Every example of docs/search.md, read out of its tables and tried on the starter collection."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from pytest_django import DjangoDbBlocker

from interviews.results import Result
from interviews.search.query import MAX_LENGTH
from tests.journeys.leaks import rolled_back
from tests.search.relevance import STARTER

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter")]

DOCUMENT = (settings.BASE_DIR / "docs" / "search.md").read_text()
EXAMPLES = re.findall(r"^\| `([^|]+)` \| (.+) \|$", DOCUMENT, re.MULTILINE)
TYPED = [(typed, what) for typed, what in EXAMPLES if re.match(r"the (leader|organisation|theme|word) ", what)]
ASKED = [example for example in EXAMPLES if example not in TYPED]


@pytest.fixture(scope="module")
def starter(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The starter collection as readers meet it."""
    with django_db_blocker.unblock(), rolled_back():
        call_command("import_tables", str(STARTER))
        yield


class Page:
    """What the search page shows for an example: some words, or an address."""

    def __init__(self, example: str) -> None:
        address, _, parameters = example.partition("?")
        values = dict(re.findall(r"(\w+)=([^&]+)", parameters)) if address == "/search/" else {"q": example}
        self._values = {name: value.replace("+", " ") for name, value in values.items()}
        self.context = Client().get("/search/", self._values).context

    @property
    def results(self) -> dict[str, Result]:
        """By slug, in order, on all pages."""
        last: int = self.context["page"].paginator.num_pages
        pages = (Client().get("/search/", {**self._values, "page": str(page + 1)}) for page in range(last))
        return {result.interview.slug: result for page in pages for result in page.context["results"]}

    @property
    def others(self) -> list[str]:
        """The words looked for beside those typed."""
        return self.context["also"].terms if self.context["also"] else []


def finds(page: Page, slugs: str) -> None:
    assert set(re.findall(r"`([^`]+)`", slugs)) <= set(page.results)


def finds_first(page: Page, slug: str) -> None:
    assert next(iter(page.results)) == slug


def finds_because(page: Page, slug: str, reason: str) -> None:
    assert list(page.results[slug].reasons) == [reason]


def finds_nothing(page: Page) -> None:
    assert page.results == {}


def finds_the_same(page: Page, other: str) -> None:
    assert list(page.results) == list(Page(other).results) != []


def does_not_find(page: Page, slug: str) -> None:
    assert slug not in page.results
    assert page.results


def looks_for(page: Page, terms: str) -> None:
    assert page.others == terms.split(", ")


def looks_for_nothing_else(page: Page) -> None:
    assert page.others == []


def does_not_look_for(page: Page, term: str) -> None:
    assert term not in page.others


def names(page: Page, kind: str, name: str) -> None:
    assert (kind.capitalize(), name) in [(bet.kind, bet.name) for bet in page.context["bets"]]


def names_nothing(page: Page) -> None:
    assert page.context["bets"] == []


def is_taken_for(page: Page, words: str) -> None:
    assert page.context["spelling"].applied
    assert page.context["spelling"].text == words


def says(page: Page, how: str, terms: str) -> None:
    words = {"most": "These interviews have most of these words", "some": "No interview has enough of these words"}
    assert page.context["relaxed"].startswith(f"{words[how]}: {terms}.")


# How an example may be worded, and what then must hold.
CLAIMS: dict[str, Callable[..., None]] = {
    r"finds nothing": finds_nothing,
    r"finds `([^`]+)` first": finds_first,
    r"finds `([^`]+)`, “(.+)”": finds_because,
    r"finds the same as `([^`]+)`": finds_the_same,
    r"finds (`[^`]+`(?: and `[^`]+`)*)": finds,
    r"does not find `([^`]+)`(?:, where .+)?": does_not_find,
    r"also looks for (.+)": looks_for,
    r"looks for nothing else": looks_for_nothing_else,
    r"does not look for (.+)": does_not_look_for,
    r"names nothing": names_nothing,
    r"names the (leader|organisation|theme) (.+)": names,
    r"is taken for `([^`]+)`": is_taken_for,
    r"says that (most|some) of these are enough: (.+)": says,
}


@pytest.mark.parametrize(("example", "what"), ASKED)
def test_what_is_asked_does_what_is_said(example: str, what: str) -> None:
    for wording, claim in CLAIMS.items():
        if match := re.fullmatch(wording, what):
            return claim(Page(example), *match.groups())
    raise AssertionError(f"No test knows what “{what}” means.")


@pytest.mark.parametrize(("typed", "what"), TYPED)
def test_what_is_typed_is_suggested(typed: str, what: str) -> None:
    first = Client().get("/search/suggest/", {"q": typed}).json()["suggestions"][0]

    assert f"the {first['kind']} {first['label']}" == what


def test_every_table_of_examples_is_read() -> None:
    rows = re.findall(r"^\| `", DOCUMENT, re.MULTILINE)

    assert len(rows) == len(EXAMPLES) > 50
    assert len(TYPED) > 3


def test_the_limit_is_the_one_in_force() -> None:
    assert f"A query has {MAX_LENGTH} characters at most." in DOCUMENT
