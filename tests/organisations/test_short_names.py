"""Names without their legal form."""

import pytest

from organisations.short_names import short_name


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Mersey Care NHS Foundation Trust", "Mersey Care"),
        ("Greater Manchester Mental Health NHS Foundation Trust", "Greater Manchester Mental Health"),
        ("Whittington Health NHS Trust", "Whittington Health"),
        # Without the rest they would name a place, or somebody else.
        ("East London NHS Foundation Trust", "East London NHS Foundation Trust"),
        ("Manchester University NHS Foundation Trust", "Manchester University NHS Foundation Trust"),
        ("Royal College of Physicians", "Royal College of Physicians"),
    ],
)
def test_the_legal_form_is_left_out_where_the_rest_still_says_what_it_is(name: str, short: str) -> None:
    assert short_name(name) == short
