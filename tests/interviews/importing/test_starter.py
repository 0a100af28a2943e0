"""The starter collection, there and back."""

from pathlib import Path

import pytest
from django.db import connection
from django.db.models import Model
from django.test.utils import CaptureQueriesContext

from interviews.importing.importer import import_tables
from interviews.importing.schema import TABLES
from interviews.models import Interview, Provenance, Question, Statement, SynonymGroup, Theme
from organisations.models import Organisation, OrganisationIdentifier, Role
from organisations.partial_dates import PartialDate

STARTER = Path(__file__).parents[3] / "interviews/starter"
FOUNDING = {
    "gill-gaskin-uclh": ("Gill Gaskin", "Medical Director", "uclh"),
    "jonathan-fielden-uclh": ("Jonathan Fielden", "Medical Director", "uclh"),
    "david-evans-northumbria": ("David Evans", "Medical Director", "northumbria"),
    "sandeep-ranote-5bp": ("Sandeep Ranote", "Associate Medical Director", "north-west-boroughs"),
    "sam-majumdar-nhs-tayside": ("Sam Majumdar", "Consultant Surgeon", "nhs-tayside"),
}


@pytest.mark.django_db
def test_the_starter_collection_comes_in_whole_and_published() -> None:
    new = {outcome.file.removesuffix(".csv"): outcome.new for outcome in import_tables(STARTER)}
    assert new == {
        "themes": 22,
        "organisations": 36,
        "organisation_names": 74,
        "organisation_identifiers": 25,
        "successions": 6,
        "leaders": 36,
        "roles": 49,
        "interviews": 42,
        "speakers": 42,
        "statements": 169,
        "synonyms": 20,
        "questions": 8,
    }
    assert Interview.objects.published().count() == 42
    assert Statement.objects.published().count() == 169
    assert not Statement.objects.exclude(provenance=Provenance.PARAPHRASE).exists()


@pytest.mark.django_db
def test_the_founding_interviews_are_as_their_source_has_them() -> None:
    import_tables(STARTER)
    for slug, (name, title, organisation) in FOUNDING.items():
        interview = Interview.objects.get(slug=slug)
        role = interview.speakers.get().role
        assert (role.leader.name, role.title, role.organisation.slug) == (name, title, organisation)
        assert interview.publisher == "The King's Fund"
        assert interview.statements.exists()
    hindsight = Statement.objects.filter(interview__slug="david-evans-northumbria", kind="hindsight")
    assert hindsight.filter(themes__slug="trainees-and-junior-doctors").exists()


@pytest.mark.django_db
def test_names_codes_and_words_come_with_what_they_belong_to() -> None:
    import_tables(STARTER)
    boroughs = Organisation.objects.get(slug="north-west-boroughs")
    former = boroughs.names.get(kind="former")
    assert former.name == "5 Boroughs Partnership NHS Foundation Trust"
    assert former.end == PartialDate(2017, 3, 31)
    assert boroughs.name_at(PartialDate(2014, 8)) == former.name
    assert boroughs.successions_out.get(kind="acquired").successor.slug == "mersey-care"
    assert OrganisationIdentifier.objects.get(value="RTV").organisation == boroughs
    assert "strategy" in Theme.objects.get(slug="vision-and-values").aliases.values_list("name", flat=True)
    assert SynonymGroup.objects.filter(terms__contains=["junior doctor", "resident doctor"]).exists()


@pytest.mark.django_db
def test_a_second_import_changes_nothing() -> None:
    import_tables(STARTER)
    models: list[type[Model]] = [
        Interview,
        Statement,
        Role,
        Theme,
        Organisation,
        Question,
        Statement.themes.through,
    ]
    before = [list(model._default_manager.order_by("pk").values()) for model in models]
    outcomes = import_tables(STARTER)
    assert [(outcome.new, outcome.changed) for outcome in outcomes] == [(0, 0)] * len(TABLES)
    assert [list(model._default_manager.order_by("pk").values()) for model in models] == before


@pytest.mark.django_db
def test_the_import_asks_the_database_little() -> None:
    with CaptureQueriesContext(connection) as first:
        import_tables(STARTER)
    with CaptureQueriesContext(connection) as second:
        import_tables(STARTER)
    assert len(first) <= 100
    assert len(second) <= 40
