"""Rules that rows obey, however they are written, and what a curator is told who breaks one."""

import pytest
from django.apps import apps

from tests.constraints import Refusal, again, changed, named_constraints, refused_by, sentence_of, sentences
from tests.factories import (
    InterviewFactory,
    PassageFactory,
    SpeakerFactory,
    StatementFactory,
    SynonymGroupFactory,
    ThemeAliasFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db

REFUSALS = [
    Refusal(
        "interview_format_known",
        lambda: changed(InterviewFactory(), format="opera"),
        "Choose one of the formats listed.",
    ),
    Refusal(
        "interview_state_known", lambda: changed(InterviewFactory(), state="limbo"), "Choose one of the states listed."
    ),
    Refusal(
        "interview_published_after_recorded",
        lambda: changed(InterviewFactory(recorded="2014-08"), published="2014-07-31"),
        "An interview cannot be published before it was recorded.",
    ),
    Refusal(
        "interview_standing_known",
        lambda: changed(InterviewFactory(), reviewed="2026-01-02", standing="doubtful"),
        "Choose one of the results listed.",
    ),
    Refusal(
        "interview_standing_reviewed",
        lambda: changed(InterviewFactory(), standing="valid"),
        "Say when it was reviewed, or leave the result empty.",
    ),
    Refusal(
        "speaker_once_per_interview",
        lambda: again(SpeakerFactory()),
        "This role speaks in this interview already.",
    ),
    Refusal(
        "passage_position_once",
        lambda: again(PassageFactory()),
        "Another passage of this interview has that position.",
    ),
    Refusal(
        "passage_ends_after_start",
        lambda: changed(PassageFactory(), start=10, end=9),
        "A passage cannot end before it starts.",
    ),
    Refusal(
        "passage_times_not_negative",
        lambda: changed(PassageFactory(), start=-1),
        "A passage cannot start before the recording.",
    ),
    Refusal(
        "statement_position_once",
        lambda: again(StatementFactory()),
        "Another statement of this interview has that position.",
    ),
    Refusal(
        "statement_kind_known", lambda: changed(StatementFactory(), kind="rumour"), "Choose one of the kinds listed."
    ),
    Refusal(
        "statement_provenance_known",
        lambda: changed(StatementFactory(), provenance="hearsay"),
        "Choose paraphrase or verbatim.",
    ),
    Refusal(
        "statement_start_not_negative",
        lambda: changed(StatementFactory(), start=-1),
        "A statement cannot start before the recording.",
    ),
    Refusal(
        "synonym_group_has_two_terms",
        lambda: changed(SynonymGroupFactory(), terms=["clock"]),
        "A group needs two terms at least.",
    ),
    Refusal(
        "theme_not_under_itself",
        lambda: changed(row := ThemeFactory(), parent=row),
        "A theme cannot be under itself.",
    ),
    Refusal("theme_alias_once", lambda: again(ThemeAliasFactory()), "This theme has that alias already."),
]


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda refusal: str(refusal.constraint))
def test_a_bad_row_is_refused_by_the_form_and_by_the_database(refusal: Refusal) -> None:
    bad = refusal.bad()
    assert sentences(bad)
    assert sentence_of(bad, refusal.constraint) == refusal.sentence
    assert refused_by(bad.save) == refusal.constraint


@pytest.mark.parametrize(
    "refusal",
    [refusal for refusal in REFUSALS if not refusal.constraint.endswith("_known")],
    ids=lambda refusal: str(refusal.constraint),
)
def test_the_form_says_the_sentence_once_and_nothing_else(refusal: Refusal) -> None:
    # A value that is not on a list is refused by the list first.
    assert sentences(refusal.bad()) == [refusal.sentence]


def test_every_rule_has_such_a_row() -> None:
    declared = named_constraints(*apps.get_app_config("interviews").get_models())
    assert {refusal.constraint for refusal in REFUSALS} == declared


def test_positions_may_be_swapped_within_one_transaction() -> None:
    interview = InterviewFactory()
    first, second = interview.statements.get(), StatementFactory(interview=interview)

    def swap() -> None:
        for row, position in ((first, 2), (second, 1)):
            changed(row, position=position).save()

    assert not refused_by(swap)
    assert list(interview.statements.all()) == [second, first]
