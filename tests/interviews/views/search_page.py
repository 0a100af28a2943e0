"""The search page as a reader gets it."""

from django.test import Client


def page(client: Client, address: str, status: int = 200) -> str:
    """The page at this address of the search."""
    response = client.get(f"/search/?{address}")
    assert response.status_code == status
    return response.content.decode()
