"""The command that rebuilds the search index: what it mends, where it goes on, and what it says."""

import re
from collections.abc import Callable, Sequence
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection

from interviews import indexing
from interviews.models import Interview, Rebuild, SearchDocument, SearchText, SearchWord
from tests.factories import InterviewFactory, PassageFactory, StatementFactory

type Documents = list[tuple[object, ...]]


def reindex(**options: object) -> str:
    out = StringIO()
    call_command("reindex", stdout=out, **options)
    return re.sub(r"[\d.]+ seconds", "no time", out.getvalue())


def kept() -> Documents:
    """All that the index says."""
    return [
        *SearchDocument.objects.order_by("pk").values_list(),
        *SearchText.objects.order_by("interview", "part").values_list(),
        *SearchWord.objects.order_by("word").values_list(),
    ]


def empty() -> None:
    for model in (SearchDocument, SearchText, SearchWord):
        model.objects.all().delete()


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "BATCH", 2)


@pytest.fixture
def rebuilt(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[int]]:
    """The batches rebuilt, as they are."""
    batches: list[Sequence[int]] = []
    rebuild: Callable[[Sequence[int]], Sequence[int]] = indexing._rebuild

    def noting(ids: Sequence[int]) -> Sequence[int]:
        batches.append(ids)
        return rebuild(ids)

    monkeypatch.setattr(indexing, "_rebuild", noting)
    return batches


def interviews(count: int) -> list[int]:
    made = InterviewFactory.create_batch(count)
    PassageFactory(interview=made[0])
    InterviewFactory(withdrawn=True)
    return list(Interview.objects.order_by("pk").values_list("pk", flat=True))


@pytest.mark.django_db
def test_an_empty_index_is_made_anew() -> None:
    interviews(3)
    before = kept()
    empty()
    assert reindex() == "The search index is rebuilt: 4 interviews in no time.\n"
    assert kept() == before


@pytest.mark.django_db
def test_what_is_wrong_is_mended() -> None:
    interviews(2)
    before = kept()
    SearchDocument.objects.update(kinds="step")
    SearchText.objects.update(said="nonsense")
    SearchWord.objects.create(word="zeppelin", uses=3)
    reindex()
    assert kept() == before


@pytest.mark.django_db
def test_what_was_written_with_the_triggers_off_is_found_afterwards() -> None:
    interview = InterviewFactory()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL perspectives.reindex = 'later'")
        StatementFactory(interview=interview, text="The zeppelin.")
        cursor.execute("SET LOCAL perspectives.reindex = ''")
    assert not SearchWord.objects.filter(word="zeppelin").exists()
    reindex()
    assert SearchWord.objects.get(word="zeppelin").uses == 1
    call_command("check_search_index", verbosity=0)


@pytest.mark.django_db
def test_afterwards_changes_are_followed_as_before() -> None:
    interview = InterviewFactory()
    reindex()
    StatementFactory(interview=interview, text="The zeppelin.")
    assert SearchWord.objects.get(word="zeppelin").uses == 1


@pytest.mark.django_db
@pytest.mark.usefixtures("small_batches")
def test_an_interrupted_run_goes_on_where_it_was(rebuilt: list[Sequence[int]], monkeypatch: pytest.MonkeyPatch) -> None:
    ids = interviews(4)
    working = indexing._rebuild

    def failing(batch: Sequence[int]) -> Sequence[int]:
        if rebuilt:
            raise DatabaseError("the disk is full")
        return working(batch)

    with monkeypatch.context() as trouble:
        trouble.setattr(indexing, "_rebuild", failing)
        with pytest.raises(CommandError, match=r"the disk is full\. Run reindex again to go on from where it was\.$"):
            reindex()
    assert Rebuild.objects.get().reached == ids[1]
    rebuilt.clear()

    assert reindex() == (
        "Going on from where an earlier run stopped, after 2 interviews.\n"
        "The search index is rebuilt: 3 interviews in no time.\n"
    )
    assert [list(batch) for batch in rebuilt] == [ids[2:4], ids[4:]]
    assert not Rebuild.objects.exists()


@pytest.mark.django_db
def test_an_interrupted_run_may_be_forgotten(rebuilt: list[Sequence[int]]) -> None:
    ids = interviews(2)
    Rebuild.objects.create(pk=1, reached=ids[-1])
    assert "Going on" not in reindex(from_start=True)
    assert [list(batch) for batch in rebuilt] == [ids]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("small_batches")
def test_jobs_side_by_side_do_the_same() -> None:
    interviews(6)
    before = kept()
    empty()
    assert "7 interviews" in reindex(jobs=3)
    assert kept() == before
    assert not Rebuild.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("small_batches")
def test_of_jobs_side_by_side_only_what_is_done_without_a_gap_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    ids = interviews(6)
    working = indexing._rebuild

    def failing(batch: Sequence[int]) -> Sequence[int]:
        if ids[2] in batch:
            raise DatabaseError("the disk is full")
        return working(batch)

    monkeypatch.setattr(indexing, "_rebuild", failing)
    with pytest.raises(CommandError, match="the disk is full"):
        reindex(jobs=3)
    assert Rebuild.objects.get().reached == ids[1]


@pytest.mark.parametrize("jobs", [0, -1, 17])
def test_a_senseless_number_of_jobs_is_refused(jobs: int) -> None:
    with pytest.raises(CommandError, match=f"There cannot be {jobs} jobs. Ask for 1 to 16."):
        reindex(jobs=jobs)


@pytest.mark.django_db
def test_it_can_be_quiet() -> None:
    interviews(1)
    assert reindex(verbosity=0) == ""
