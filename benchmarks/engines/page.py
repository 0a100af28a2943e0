"""This site's own search page, from the address to the last byte of HTML."""

from http import HTTPStatus

from django.core.paginator import Page
from django.template.response import TemplateResponse
from django.test import Client

from benchmarks.queries import Query


class SearchPage:
    """Asked as a browser asks, without the network and the web server between."""

    name = "this page"

    def __init__(self) -> None:
        """Come from this machine, which a trial answers."""
        self._client = Client(headers={"host": "localhost"})

    def ask(self, query: Query) -> int:
        """Fetch the page; its paginator knows how many there are."""
        response = self._client.get("/search/", {"q": str(query)})
        if response.status_code != HTTPStatus.OK or not isinstance(response, TemplateResponse):
            raise SystemExit(f"The search page answers {response.status_code} to {query}.")
        page = (response.context_data or {})["page"]
        if not isinstance(page, Page):
            raise SystemExit("The search page no longer says which page of the results it shows.")
        return page.paginator.count

    def suggests(self, typed: str) -> bool:
        """Ask for suggestions; whether there is such an address."""
        return bool(self._client.get("/search/suggest/", {"q": typed}).status_code == HTTPStatus.OK)
