"""Rules that rows obey, however they are written, and what a curator is told who breaks one."""

import pytest
from django.apps import apps

from organisations.models import FormerAddress
from tests.constraints import Refusal, again, changed, named_constraints, refused_by, sentence_of, sentences
from tests.factories import (
    LeaderFactory,
    OrganisationFactory,
    OrganisationIdentifierFactory,
    OrganisationNameFactory,
    RoleFactory,
    SuccessionFactory,
)

pytestmark = pytest.mark.django_db

REFUSALS = [
    Refusal(
        "organisation_sector_known",
        lambda: changed(OrganisationFactory(), sector="acutest"),
        "Choose one of the sectors listed.",
    ),
    Refusal(
        "organisation_nation_known",
        lambda: changed(OrganisationFactory(), nation="Atlantis"),
        "Choose one of the nations listed.",
    ),
    Refusal(
        "organisation_closed_after_opened",
        lambda: changed(OrganisationFactory(opened="2014-03"), closed="2014-02"),
        "An organisation cannot close before it opened.",
    ),
    Refusal(
        "organisation_name_once_per_kind",
        lambda: again(OrganisationNameFactory()),
        "This organisation has that name already.",
    ),
    Refusal(
        "organisation_name_kind_known",
        lambda: changed(OrganisationNameFactory(), kind="pet name"),
        "Choose one of the kinds of name listed.",
    ),
    Refusal(
        "organisation_name_ends_after_start",
        lambda: changed(OrganisationNameFactory(start="2014"), end="2013-12-31"),
        "A name cannot end before it starts.",
    ),
    Refusal(
        "organisation_identifier_unique",
        lambda: again(OrganisationIdentifierFactory(), organisation=OrganisationFactory()),
        "Another organisation has this code already.",
    ),
    Refusal(
        "organisation_identifier_scheme_known",
        lambda: changed(OrganisationIdentifierFactory(), scheme="ean"),
        "Choose one of the schemes listed.",
    ),
    Refusal("succession_once", lambda: again(SuccessionFactory()), "This succession is recorded already."),
    Refusal(
        "succession_not_to_itself",
        lambda: changed(row := SuccessionFactory(), successor=row.predecessor),
        "An organisation cannot succeed itself.",
    ),
    Refusal(
        "succession_kind_known",
        lambda: changed(SuccessionFactory(), kind="eaten"),
        "Choose one of the kinds of succession listed.",
    ),
    Refusal("role_once", lambda: again(RoleFactory()), "This leader has that role already."),
    Refusal("role_level_known", lambda: changed(RoleFactory(), level="emperor"), "Choose one of the levels listed."),
    Refusal(
        "role_ends_after_start",
        lambda: changed(RoleFactory(start="2014-08-07"), end="2014-08-06"),
        "A role cannot end before it starts.",
    ),
    Refusal(
        "former_address_leads_to_one_thing",
        lambda: again(_former_address()),
        "This former address is kept already.",
    ),
]


def _former_address() -> FormerAddress:
    leader = LeaderFactory()
    changed(leader, slug="moved-on").save()
    return FormerAddress.objects.get(object_id=leader.pk)


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda refusal: str(refusal.constraint))
def test_a_bad_row_is_refused_by_the_form_and_by_the_database(refusal: Refusal) -> None:
    bad = refusal.bad()
    assert sentences(bad)
    assert sentence_of(bad, refusal.constraint) == refusal.sentence
    assert refused_by(bad.save) == refusal.constraint


def test_every_rule_has_such_a_row() -> None:
    declared = named_constraints(*apps.get_app_config("organisations").get_models())
    assert {refusal.constraint for refusal in REFUSALS} == declared


@pytest.mark.parametrize(
    "refusal",
    [refusal for refusal in REFUSALS if not refusal.constraint.endswith("_known")],
    ids=lambda refusal: str(refusal.constraint),
)
def test_the_form_says_the_sentence_once_and_nothing_else(refusal: Refusal) -> None:
    # A value that is not on a list is refused by the list first.
    assert sentences(refusal.bad()) == [refusal.sentence]


def test_one_title_may_be_held_by_two_people_and_by_one_person_twice() -> None:
    role = RoleFactory(start="2001", end="2005")
    for other in (again(role, leader=LeaderFactory()), again(role, start="2010", end=None)):
        assert sentences(other) == []
        assert not refused_by(other.save)


def test_one_organisation_may_go_to_another_in_two_ways() -> None:
    row = SuccessionFactory(kind="part_transfer")
    assert not refused_by(again(row, kind="acquired").save)


def test_an_organisation_with_roles_or_successions_cannot_be_deleted() -> None:
    kept = (RoleFactory().organisation, SuccessionFactory().predecessor, SuccessionFactory().successor)
    for organisation in kept:
        with pytest.raises(Exception, match="protected foreign keys"):
            organisation.delete()
