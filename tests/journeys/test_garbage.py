"""Whatever is asked for, the answer is a page or an error that says what is wrong; never a failure of ours."""

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter")]

NASTY = {
    "forty hyphens": "-" * 40,
    "forty hyphens apart": "- " * 40,
    "forty hyphens among operators": "-!" * 20 + "-|" * 20,
    "NUL": "junior\0doctors",
    "ten megabytes": "junior doctors " * (10 * 1024 * 1024 // 15),
    "a quotation mark": '"junior doctors',
    "three quotation marks": 'junior "doctors" "',
    "only quotation marks": '""" """',
    "SQL": "'; DROP TABLE interviews_interview; --",
    "emoji": "👩‍⚕️ doctors 🩺",
    "a lone surrogate": "\udcff",
    "operators": "!!! & | <-> :* ()",
    "a backslash": "\\",
    "per cent": "%s %(q)s 100%",
    "markup": "<script>alert(1)</script>",
    "template": "{{ settings.SECRET_KEY }}{% debug %}",
    "right to left": "\u202edoctors",
    "stop words": "the of and",
    "nothing but space": " \t\n\u00a0",
    "OR alone": "OR",
    "minus alone": "-",
    "minus everything": "-doctors -nurses",
}


@pytest.mark.parametrize("typed", NASTY.values(), ids=NASTY)
def test_any_words_are_answered(client: Client, typed: str) -> None:
    raw = typed.encode("utf-8", "surrogateescape")
    response = client.get("/search/", {"q": raw})
    assert response.status_code in {200, 400}
    assert "<script>alert" not in response.text


@pytest.mark.parametrize(
    "query", ["q=%FF%FE", "q=%ED%A0%80", "%00=%00", "q", "&&&", "q=a&q=b", "q[]=a", "page=1%00", "theme=%00", "=" * 500]
)
def test_any_bytes_after_the_question_mark_are_answered(client: Client, query: str) -> None:
    assert client.get(f"/search/?{query}").status_code in {200, 400}


@pytest.mark.parametrize("page", ["0", "-1", "99999999999999999999", "last", "1e3", "", "one", "\0"])
@pytest.mark.parametrize("address", ["/search/", "/interviews/", "/organisations/", "/themes/well-being/"])
def test_any_number_of_a_page_is_answered(client: Client, address: str, page: str) -> None:
    assert client.get(address, {"page": page}).status_code in {200, 400, 404}


@pytest.mark.parametrize("address", ["/interviews/%00/", "/interviews/%FF/", "/statements/99999999999999999999/"])
def test_any_address_is_answered(client: Client, address: str) -> None:
    assert client.get(address).status_code in {400, 404}
