"""An editor's Markdown on a page."""

import pytest

from interviews.markdown import html


@pytest.mark.parametrize(
    ("text", "levels"),
    [("# a", [3]), ("## a\n\n## b", [3, 4]), ("# a\n\n#### b\n\n# c", [3, 4, 3]), ("###### a", [3])],
)
def test_headings_come_below_the_one_above_and_skip_no_level(text: str, levels: list[int]) -> None:
    made = html(text)
    assert [int(made[place + 2]) for place in range(len(made)) if made.startswith("<h", place)] == levels


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![a](https://elsewhere.example/x.png)",
        "[a](javascript:alert(1))",
        "[a](data:text/html,x)",
        "<style>p{}</style>",
    ],
)
def test_nothing_runs_and_nothing_is_fetched(text: str) -> None:
    made = html(text)
    for markup in ("<script", "<img", "<style", "href="):
        assert markup not in made


def test_a_link_vouches_for_nothing() -> None:
    assert html("[a](https://clock.example)") == '<p><a href="https://clock.example" rel="nofollow">a</a></p>\n'


def test_nothing_makes_nothing() -> None:
    assert html("") == ""
