"""What holds for every page of content: drafts hidden, old addresses kept, no cookie, queries that do not grow."""

import re
from dataclasses import dataclass

import pytest
from django.test import Client

from interviews.models import Interview, Statement, Theme
from organisations.models import Leader, Organisation
from tests.factories import (
    InterviewFactory,
    LeaderFactory,
    OrganisationFactory,
    OrganisationNameFactory,
    PassageFactory,
    QuestionFactory,
    RoleFactory,
    SpeakerFactory,
    StatementFactory,
    SuccessionFactory,
    ThemeFactory,
)
from tests.queries import count_queries

pytestmark = pytest.mark.django_db

QUERIES = {
    "/": 14,
    "/interviews/": 4,
    "/interviews/clock/": 12,
    "/statements/{pk}/": 14,
    "/leaders/": 3,
    "/leaders/ada/": 13,
    "/organisations/": 9,
    "/organisations/harbourtown/": 23,
    "/themes/": 3,
    "/themes/time/": 19,
    "/sitemap.xml": 12,
}
SECTIONS = ["interviews", "leaders", "organisations", "themes"]


@dataclass(frozen=True)
class Shelf:
    """An interview with everything about it, on which more can be put."""

    leader: Leader
    organisation: Organisation
    theme: Theme
    interview: Interview
    statement: Statement

    @classmethod
    def build(cls) -> "Shelf":
        leader = LeaderFactory(slug="ada")
        organisation = OrganisationFactory(slug="harbourtown")
        theme = ThemeFactory(slug="time", synthesis="Wind it.")
        interview = InterviewFactory(slug="clock", speaker=None, statement=None)
        SpeakerFactory(interview=interview, role=RoleFactory(leader=leader, organisation=organisation))
        shelf = cls(leader, organisation, theme, interview, StatementFactory(interview=interview, themes=[theme]))
        shelf.add()
        return shelf

    def add(self) -> None:
        """One more of everything that a page may show in a list."""
        role = RoleFactory(leader=self.leader, organisation=self.organisation, start="2010", title=self._fresh())
        other = InterviewFactory(speaker__role=role, statement__themes=[self.theme])
        StatementFactory(interview=self.interview, themes=[self.theme, ThemeFactory(parent=self.theme)])
        PassageFactory(interview=self.interview, speaker=SpeakerFactory(interview=self.interview))
        PassageFactory(interview=other)
        RoleFactory(leader=self.leader)
        OrganisationNameFactory(organisation=self.organisation)
        SuccessionFactory(predecessor=self.organisation)
        SuccessionFactory(successor=self.organisation)
        QuestionFactory(address=f"theme={self.theme.slug}")

    def _fresh(self) -> str:
        return f"Keeper of the clock {self.leader.roles.count()}"


def things(interview: Interview) -> dict[str, Interview | Leader | Organisation | Theme]:
    """One thing of each section that has addresses made of slugs."""
    role = interview.speakers.get().role
    theme = interview.statements.get().themes.get()
    return dict(zip(SECTIONS, (interview, role.leader, role.organisation, theme), strict=True))


@pytest.mark.parametrize("address", QUERIES)
def test_queries_do_not_grow_with_the_rows(client: Client, address: str) -> None:
    shelf = Shelf.build()
    place = address.format(pk=shelf.statement.pk)
    few = count_queries(client, place)
    for _ in range(9):
        shelf.add()
    assert (few, count_queries(client, place)) == (QUERIES[address], QUERIES[address])


@pytest.mark.parametrize("address", QUERIES)
def test_a_page_sets_no_cookie_and_has_one_heading_a_title_and_its_own_address(client: Client, address: str) -> None:
    place = address.format(pk=Shelf.build().statement.pk)
    response = client.get(place)
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    if not address.endswith(".xml"):
        assert response.text.count("<h1") == 1
        assert re.search(r"<title>\w.* \W Perspectives</title>", response.text)
        assert f'<link rel="canonical" href="http://testserver{place}">' in response.text


@pytest.mark.parametrize("address", QUERIES)
def test_a_page_can_only_be_read(client: Client, address: str) -> None:
    if not address.endswith(".xml"):
        assert client.post(address.format(pk=1)).status_code == 405


@pytest.mark.parametrize("state", ["draft", "in_review", "withdrawn"])
def test_what_is_not_published_is_nowhere(client: Client, state: str) -> None:
    hidden = InterviewFactory(state=state)
    statement = hidden.statements.get()
    pages = [statement.get_absolute_url(), *(thing.get_absolute_url() for thing in things(hidden).values())]
    assert [client.get(page).status_code for page in pages] == [404] * 5
    for address in ["/", "/interviews/", "/leaders/", "/organisations/", "/themes/", "/sitemap.xml"]:
        html = client.get(address).text
        assert not [page for page in pages if page in html]


@pytest.mark.parametrize("section", SECTIONS)
def test_former_addresses_lead_on_for_ever_in_one_hop(client: Client, section: str) -> None:
    thing = things(InterviewFactory())[section]
    old = thing.get_absolute_url()
    for slug in ("moved", "moved-again"):
        thing.slug = slug
        thing.save()
    for address in (old, f"/{section}/moved/"):
        response = client.get(address)
        assert (response.status_code, response.headers["Location"]) == (301, f"/{section}/moved-again/")


@pytest.mark.parametrize("section", SECTIONS)
def test_a_former_address_of_something_hidden_says_nothing(client: Client, section: str) -> None:
    thing = things(InterviewFactory(draft=True))[section]
    old = thing.get_absolute_url()
    thing.slug = "moved"
    thing.save()
    assert client.get(old).status_code == 404


@pytest.mark.parametrize("address", ["/interviews/", "/organisations/", "/themes/time/", "/organisations/harbourtown/"])
@pytest.mark.parametrize("page", ["0", "-1", "99", "two", "1e3", "9" * 5000])
def test_a_page_that_is_not_there_is_not_found_and_says_so(client: Client, address: str, page: str) -> None:
    Shelf.build()
    response = client.get(address, {"page": page})
    assert response.status_code == 404
    assert "This list has 1 page," in response.text
    assert f'href="{address}"' in response.text


def test_a_long_list_has_pages_of_25_with_addresses_of_their_own(client: Client) -> None:
    InterviewFactory.create_batch(26)
    first, second = (client.get("/interviews/", {"page": page}).text for page in (1, 2))
    assert (first.count('class="card"'), second.count('class="card"')) == (25, 1)
    assert 'href="?page=2" rel="next"' in first
    assert '<link rel="canonical" href="http://testserver/interviews/?page=2">' in second


@pytest.mark.parametrize("section", ["", *(f"{section}/" for section in SECTIONS)])
def test_an_empty_collection_says_so(client: Client, section: str) -> None:
    html = client.get(f"/{section}").text
    assert 'class="notice"' in html
    assert " yet" in html
