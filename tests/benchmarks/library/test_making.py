"""A whole library in the database."""

from collections.abc import Sequence

import pytest
from django.db import connection, transaction
from django.db.models import Model

from benchmarks.library.making import make
from interviews.models import Format, Interview, Passage, Speaker, Statement, SynonymGroup, Theme, ThemeAlias
from organisations.models import Leader, Organisation, OrganisationName, Role, Succession

pytestmark = pytest.mark.django_db
MODELS: Sequence[type[Model]] = (
    Organisation, OrganisationName, Succession, Leader, Role, Theme, ThemeAlias, SynonymGroup,
    Interview, Speaker, Passage, Statement, Statement.themes.through,
)  # fmt: skip


def write(seed: int = 1) -> None:
    assert sum(make(interviews=12, seed=seed)) == 12


def rows(seed: int) -> list[list[dict[str, object]]]:
    """All that the seed makes; nothing of it stays."""
    with transaction.atomic():
        write(seed)
        made = [list(model._default_manager.order_by("pk").values()) for model in MODELS]
        transaction.set_rollback(True)
    return made


@pytest.fixture
def library() -> None:
    write()


def test_the_same_seed_makes_the_same_rows_and_another_seed_others() -> None:
    first = rows(seed=1)
    assert len(first[MODELS.index(Interview)]) == 12
    assert rows(seed=1) == first
    assert rows(seed=2) != first


@pytest.mark.usefixtures("library")
def test_every_row_is_valid_and_every_constraint_holds() -> None:
    for model in MODELS:
        for row in model._default_manager.order_by("pk")[:25]:
            row.full_clean()
    connection.check_constraints()


@pytest.mark.usefixtures("library")
def test_interviews_are_published_with_thirty_turns_of_3000_words_and_six_statements() -> None:
    assert Interview.objects.published().count() == 12
    for interview in Interview.objects.all():
        words = " ".join(interview.passages.values_list("text", flat=True)).split()
        assert 2700 < len(words) < 3300
        assert interview.passages.count() == 30
        assert interview.statements.count() == 6
        assert interview.speakers.exists()
    assert set(Interview.objects.values_list("format", flat=True)) <= set(Format.values)
    assert Interview.objects.filter(date__isnull=True).count() == 0


@pytest.mark.usefixtures("library")
def test_the_words_of_a_verbatim_statement_stand_in_its_passage() -> None:
    quoted = Statement.objects.filter(provenance="verbatim").select_related("passage")
    assert quoted
    assert [made for made in quoted if made.passage is None or made.text not in made.passage.text] == []


@pytest.mark.usefixtures("library")
def test_nobody_speaks_from_an_organisation_that_is_no_more() -> None:
    for speaker in Speaker.objects.select_related("interview", "role__organisation"):
        closed = speaker.role.organisation.closed
        assert closed is None or (speaker.interview.date is not None and speaker.interview.date < closed)


@pytest.mark.usefixtures("library")
def test_what_a_curator_adds_gets_a_number_of_its_own() -> None:
    theme = Theme.objects.create(name="Kindly bureaucracy", slug="kindly-bureaucracy", definition="Forms.")
    assert theme.pk == 61
