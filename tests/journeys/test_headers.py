"""What every answer carries, and what none does."""

import pytest
from django.http import HttpResponse
from django.test import Client

from interviews.models import Statement
from organisations.models import Addressed
from tests.factories import InterviewFactory
from tests.journeys import addresses, canaries

pytestmark = pytest.mark.django_db

EXPECTED = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
NASTY = ["/nowhere/", "/briefing/?s=none", "/search/?theme=nonsense", "/search/?page=99", "/search/?q=%00"]


def _faults(response: HttpResponse) -> list[str]:
    headers = response.headers
    policy = headers.get("Content-Security-Policy", "")
    faults = [f"{name}: {headers.get(name)}" for name, value in EXPECTED.items() if headers.get(name) != value]
    if not policy.startswith("default-src 'none'") or "unsafe" in policy:
        faults.append(policy or "no policy")
    if "camera=()" not in headers.get("Permissions-Policy", ""):
        faults.append("Permissions-Policy")
    if response.cookies or "cookie" in headers.get("Vary", "").lower():
        faults.append("cookie")
    return faults


def test_every_public_address_carries_the_security_headers_and_no_cookie(client: Client) -> None:
    InterviewFactory()
    rows = [row for model in canaries.all_models() for row in model._default_manager.all()]
    pages = [row.get_absolute_url() for row in rows if isinstance(row, Addressed | Statement)]
    for address in (*addresses.whole(), *pages, *NASTY):
        response = client.get(address)
        assert isinstance(response, HttpResponse)
        assert _faults(response) == [], address
