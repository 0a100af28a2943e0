"""Statements keep to their interview, are public with it, and say who made them."""

import pytest

from interviews.models import Provenance, State, Statement
from tests.constraints import changed, refused_by, sentences
from tests.factories import InterviewFactory, PassageFactory, SpeakerFactory, StatementFactory

pytestmark = pytest.mark.django_db


def test_only_statements_of_published_interviews_are_public() -> None:
    made = {state: InterviewFactory(state=state).statements.get() for state in State}
    assert list(Statement.objects.published()) == [made[State.PUBLISHED]]


def test_a_speaker_and_a_passage_of_its_own_interview_are_taken() -> None:
    interview = InterviewFactory()
    made = StatementFactory(
        interview=interview, speaker=interview.speakers.get(), passage=PassageFactory(interview=interview)
    )
    assert sentences(made) == []
    assert not refused_by(made.save)


def test_the_speaker_of_another_interview_is_refused() -> None:
    bad = changed(StatementFactory(), speaker=SpeakerFactory())
    assert sentences(bad) == ["This speaker belongs to another interview. Choose one of this one."]
    assert refused_by(bad.save) == "statement_speaker_of_its_interview"


def test_the_passage_of_another_interview_is_refused() -> None:
    bad = changed(StatementFactory(), passage=PassageFactory())
    assert sentences(bad) == ["This passage belongs to another interview. Choose one of this one."]
    assert refused_by(bad.save) == "statement_passage_of_its_interview"


def test_no_write_in_bulk_goes_round_that() -> None:
    made = Statement.objects.filter(pk=StatementFactory().pk)
    stranger = SpeakerFactory()
    assert refused_by(lambda: made.update(speaker=stranger)) == "statement_speaker_of_its_interview"
    other = InterviewFactory(statement=None)
    own = StatementFactory(interview=InterviewFactory(statement=None))
    own.speaker = own.interview.speakers.get()
    own.save()
    moved = Statement.objects.filter(pk=own.pk)
    assert refused_by(lambda: moved.update(interview=other)) == "statement_speaker_of_its_interview"


def test_it_stays_when_its_speaker_and_its_passage_go() -> None:
    interview = InterviewFactory(statement=None)
    passage = PassageFactory(interview=interview)
    made = StatementFactory(interview=interview, speaker=interview.speakers.get(), passage=passage)
    interview.speakers.all().delete()
    passage.delete()
    made.refresh_from_db()
    assert (made.speaker, made.passage) == (None, None)


def test_it_is_said_by_its_speaker_or_by_everybody() -> None:
    interview = InterviewFactory(statement=None)
    first, second = interview.speakers.get(), SpeakerFactory(interview=interview)
    assert StatementFactory(interview=interview, speaker=second).speakers() == [second]
    assert StatementFactory(interview=interview).speakers() == [first, second]


def test_only_the_speakers_own_words_are_verbatim() -> None:
    assert StatementFactory(provenance=Provenance.VERBATIM).is_verbatim
    assert not StatementFactory().is_verbatim
    assert Statement().provenance == Provenance.PARAPHRASE


def test_it_has_a_place_on_the_page_of_its_interview() -> None:
    made = StatementFactory()
    assert made.anchor == f"statement-{made.pk}"
    assert str(made) == made.text
