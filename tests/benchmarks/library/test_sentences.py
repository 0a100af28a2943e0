"""Sentences that can be read."""

from random import Random

import pytest

from benchmarks.library.sentences import Sentences
from interviews.models import Interview, Kind


@pytest.mark.parametrize("kind", Kind.values)
def test_a_statement_is_one_readable_point_of_its_kind(kind: str) -> None:
    sentences = Sentences(Random(7))
    made = [sentences.statement(kind, "job planning") for _ in range(300)]
    assert all("job planning" in text and text[0].isupper() and text[-1] == "." for text in made)
    assert not [text for text in made if "{" in text or "  " in text or "\n" in text]
    assert {len(text.split()) for text in made} <= set(range(18, 43))


def test_a_title_fits_its_column() -> None:
    sentences = Sentences(Random(7))
    assert max(len(sentences.title("the medical director's office")) for _ in range(500)) <= (
        Interview._meta.get_field("title").max_length or 0
    )
