"""What the database keeps ready for search, and of what it is made."""

import pytest
from django.db import connection

from interviews.models import Interview, Part, Rebuild, SearchDocument, SearchText, SearchWord
from organisations.partial_dates import PartialDate
from tests.factories import (
    InterviewFactory,
    OrganisationFactory,
    OrganisationIdentifierFactory,
    OrganisationNameFactory,
    PassageFactory,
    SpeakerFactory,
    StatementFactory,
    SuccessionFactory,
    ThemeAliasFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def interview() -> Interview:
    return InterviewFactory(
        title="The ward clock",
        summary="How it was mended.",
        publisher="Gazette",
        recorded="2014-08",
        speaker__role__leader__name="Ada Quill",
        speaker__role__title="Medical Director",
        speaker__role__organisation__name="Harbour Trust",
        speaker__credited_organisation="Harbor",
        statement__text="Ask the porters.",
        statement__themes__name="Listening",
    )


def said(interview: Interview, part: Part = Part.HEAD) -> list[str]:
    """Its texts, one by one."""
    return SearchText.objects.get(interview=interview, part=part).said.split(" | ")


def test_a_head_has_all_that_an_interview_can_be_found_by(interview: Interview) -> None:
    assert said(interview) == [
        "the ward clock",
        "ada quill",
        "ask the porters",
        "listening",
        "medical director harbor",
        "harbour trust",
        "how it was mended",
        "gazette",
    ]


def test_a_place_is_found_by_every_name_and_code_of_its_lineage_but_not_by_its_siblings(interview: Interview) -> None:
    place = interview.speakers.get().role.organisation
    before, after, sibling = (OrganisationFactory(name=name) for name in ("Before", "After", "Sibling"))
    SuccessionFactory(predecessor=before, successor=place)
    SuccessionFactory(predecessor=before, successor=sibling)
    SuccessionFactory(predecessor=place, successor=after)
    OrganisationNameFactory(organisation=before, name="Long Before")
    OrganisationIdentifierFactory(organisation=after, value="ZZ9")
    assert said(interview)[5:-2] == ["after", "before", "harbour trust", "long before", "zz9"]


def test_a_theme_is_found_by_its_aliases_and_by_the_name_of_the_wider_one(interview: Interview) -> None:
    wider = ThemeFactory(name="Culture")
    ThemeAliasFactory(theme=wider, name="climate")
    theme = interview.statements.get().themes.get()
    ThemeAliasFactory(theme=theme, name="Hearing")
    theme.parent = wider
    theme.save()
    assert said(interview)[3:-4] == ["culture", "hearing", "listening"]


def test_a_transcript_is_kept_by_itself_in_the_order_of_its_turns(interview: Interview) -> None:
    PassageFactory(interview=interview, position=2, heading="Then", text="It stopped.")
    PassageFactory(interview=interview, position=1, text="It was slow.")
    assert said(interview, Part.TRANSCRIPT) == ["it was slow", "then", "it stopped"]
    interview.passages.all().delete()
    assert not SearchText.objects.filter(part=Part.TRANSCRIPT).exists()


def test_a_document_has_what_filters_ask_for(interview: Interview) -> None:
    place = interview.speakers.get().role.organisation
    SpeakerFactory(interview=interview, role__organisation=place, role__level="gp")
    theme = interview.statements.get().themes.get()
    StatementFactory(interview=interview, kind="step", themes=[])
    document = SearchDocument.objects.get()
    assert (document.state, document.format, document.date) == ("published", "video", PartialDate(2014, 8))
    assert document.speakers == f"{place.pk}.gp {place.pk}.medical_director"
    assert document.kinds == "advice step"
    assert set(document.points.split()) == {f"{theme.pk}.advice", "0.step"}
    assert document.themes == str(theme.pk)


@pytest.mark.parametrize(("words", "weight"), [("clock", "A"), ("porters", "B"), ("gazette", "C"), ("slow", "D")])
def test_what_matters_more_weighs_more(interview: Interview, words: str, weight: str) -> None:
    PassageFactory(interview=interview, text="It was slow.")
    with connection.cursor() as cursor:
        cursor.execute(
            'SELECT ts_filter(whole, ARRAY[%s]::"char"[]) @@ search_query(%s) FROM interviews_searchdocument',
            [weight, words],
        )
        assert cursor.fetchone() == (True,)


def test_words_are_counted_in_what_is_published(interview: Interview) -> None:
    PassageFactory(interview=interview, text="A clock, a clock, and 2014.")
    InterviewFactory(title="A hidden clock", draft=True)
    uses = dict(SearchWord.objects.filter(word__in=["clock", "hidden", "2014", "a", "ada"]).values_list("word", "uses"))
    assert uses == {"clock": 2, "ada": 1}


def test_only_published_documents_are_public(interview: Interview) -> None:
    InterviewFactory(draft=True)
    InterviewFactory(withdrawn=True)
    assert SearchDocument.objects.count() == 3
    assert SearchDocument.objects.published().get().pk == interview.pk


def test_everything_goes_with_the_interview(interview: Interview) -> None:
    PassageFactory(interview=interview)
    interview.delete()
    assert not SearchDocument.objects.exists()
    assert not SearchText.objects.exists()
    assert not SearchWord.objects.exists()


def test_each_says_what_it_is(interview: Interview) -> None:
    assert str(SearchDocument.objects.get()) == f"Search document of {interview.pk}"
    assert str(SearchText.objects.get()) == f"head of {interview.pk}"
    assert str(SearchWord.objects.get(word="quill")) == "quill"
    assert str(Rebuild(reached=7)) == "Rebuild, at 7"
