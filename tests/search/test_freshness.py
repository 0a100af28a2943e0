"""Whatever is changed and however: at once search finds what is there now, and no longer what was there before."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection, transaction
from django.http import QueryDict
from django.test import Client
from django.utils.http import urlencode

from interviews.answers import answer
from interviews.filters import SearchFilter
from interviews.models import Interview, Passage, SearchWord, State, Statement, Theme, ThemeAlias
from organisations.models import Leader, Organisation, OrganisationIdentifier, OrganisationName, Role, Succession
from tests.admin_page import AdminForm, url
from tests.factories import (
    InterviewFactory,
    LeaderFactory,
    OrganisationFactory,
    OrganisationIdentifierFactory,
    OrganisationNameFactory,
    PassageFactory,
    RoleFactory,
    SpeakerFactory,
    StatementFactory,
    SuccessionFactory,
    ThemeAliasFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db

OLD, NEW = "zanzibar", "kamchatka"
type Change = Callable[[Interview], object]


def finds(words: str) -> set[int]:
    """The interviews that the search page has for these words."""
    return set(answer(SearchFilter(QueryDict(urlencode({"q": words})))).typed.found.ids)


def check() -> None:
    call_command("check_search_index", verbosity=0)


@pytest.fixture
def interview() -> Interview:
    """One with the old word nowhere, a transcript, a theme below another, and an organisation with a history."""
    wider = ThemeFactory(name="Upkeep")
    theme = ThemeFactory(name="Winding", parent=wider)
    ThemeAliasFactory(theme=theme, name="cranking")
    before, today, after = OrganisationFactory.create_batch(3)
    SuccessionFactory(predecessor=before, successor=today)
    SuccessionFactory(predecessor=today, successor=after)
    interview = InterviewFactory(
        title="The ward clock",
        summary="How it was mended.",
        publisher="The Gazette",
        speaker__role__organisation=today,
        speaker__role__leader__name="Ada Quill",
        speaker__role__title="Medical Director",
        statement__text="Ask the porters.",
        statement__themes=[theme],
    )
    PassageFactory(interview=interview, text="It was always slow.")
    InterviewFactory(title="Another matter", statement__text="Leave it alone.")
    return interview


def role(interview: Interview) -> Role:
    return interview.speakers.get().role


def place(interview: Interview) -> Organisation:
    return role(interview).organisation


def theme(interview: Interview) -> Theme:
    return interview.statements.get().themes.get()


def onward(interview: Interview) -> Organisation:
    return place(interview).successions_out.get().successor


def back(interview: Interview) -> Organisation:
    return place(interview).successions_in.get().predecessor


def set_value(row: object, **values: object) -> None:
    """Change a row as a form does: by saving it."""
    for name, value in values.items():
        setattr(row, name, value)
    row.save()  # type: ignore[attr-defined]  # a model


def written(path: str) -> Callable[[Interview, str], object]:
    """A word written into a field: of the interview, or of what is found from it by name."""
    start, _, name = path.rpartition(".")
    rows: dict[str, Callable[[Interview], object]] = {
        "": lambda interview: interview,
        "statement": lambda interview: interview.statements.get(),
        "passage": lambda interview: interview.passages.get(),
        "speaker": lambda interview: interview.speakers.get(),
        "role": role,
        "leader": lambda interview: role(interview).leader,
        "organisation": place,
        "successor": onward,
        "predecessor": back,
        "theme": theme,
        "wider": lambda interview: theme(interview).parent,
        "alias": lambda interview: theme(interview).aliases.get(),
    }
    return lambda interview, word: set_value(rows[start](interview), **{name: f"Some {word}"})


@pytest.mark.parametrize(
    "path",
    [
        "title",
        "summary",
        "publisher",
        "statement.text",
        "passage.text",
        "passage.heading",
        "speaker.credited_organisation",
        "role.title",
        "leader.name",
        "organisation.name",
        "successor.name",
        "predecessor.name",
        "theme.name",
        "wider.name",
        "alias.name",
    ],
)
def test_what_is_written_anew_is_found_by_the_new_words_alone(interview: Interview, path: str) -> None:
    write = written(path)
    write(interview, OLD)
    assert finds(OLD) == finds(f'"some {OLD}"') == {interview.pk}
    write(interview, NEW)
    assert finds(NEW) == finds(f'"some {NEW}"') == {interview.pk}
    assert finds(OLD) == finds(f'"some {OLD}"') == set()
    assert list(SearchWord.objects.filter(word__in=[OLD, NEW]).values_list("word", "uses")) == [(NEW, 1)]
    check()


def add_speaker(interview: Interview) -> object:
    return SpeakerFactory(interview=interview, role__leader__name=f"Bea {NEW}")


def distant(place: Organisation, *, onward: bool) -> None:
    """Give an organisation one two steps away, of the new name."""
    between, end = OrganisationFactory(), OrganisationFactory(name=f"{NEW} NHS Trust", slug="far")
    for one, other in ((place, between), (between, end)):
        SuccessionFactory(predecessor=one if onward else other, successor=other if onward else one)


def raw(sql: str, interview: Interview) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, [f"Some {NEW}", interview.pk])


ADDITIONS: dict[str, Change] = {
    "statement": lambda it: StatementFactory(interview=it, text=f"Mind the {NEW}.", themes=[]),
    "statements in bulk": lambda it: Statement.objects.bulk_create(
        StatementFactory.build(interview=it, position=place, text=f"{NEW} {place}") for place in (5, 6)
    ),
    "statements updated in bulk": lambda it: Statement.objects.bulk_update(
        [Statement(pk=row.pk, text=NEW) for row in it.statements.all()], ["text"]
    ),
    "statements updated by query": lambda it: it.statements.update(text=NEW),
    "statement by plain SQL": lambda it: raw("UPDATE interviews_statement SET text = %s WHERE interview_id = %s", it),
    "passage": lambda it: PassageFactory(interview=it, text=f"Then came {NEW}."),
    "passages in bulk": lambda it: Passage.objects.bulk_create(
        PassageFactory.build(interview=it, position=place, text=f"{NEW} {place}") for place in (5, 6)
    ),
    "theme added": lambda it: it.statements.get().themes.add(ThemeFactory(name=NEW)),
    "themes set": lambda it: it.statements.get().themes.set([ThemeFactory(name=NEW)]),
    "theme put under another": lambda it: set_value(theme(it), parent=ThemeFactory(name=NEW)),
    "alias": lambda it: ThemeAliasFactory(theme=theme(it), name=NEW),
    "alias moved here": lambda it: ThemeAlias.objects.filter(pk=ThemeAliasFactory(name=NEW).pk).update(theme=theme(it)),
    "speaker": add_speaker,
    "speaker's role": lambda it: set_value(it.speakers.get(), role=RoleFactory(title=NEW)),
    "role's leader": lambda it: set_value(role(it), leader=LeaderFactory(name=NEW)),
    "role's organisation": lambda it: set_value(role(it), organisation=OrganisationFactory(name=NEW)),
    "name": lambda it: OrganisationNameFactory(organisation=place(it), name=NEW),
    "name of what it became": lambda it: OrganisationNameFactory(organisation=onward(it), name=NEW),
    "name moved here": lambda it: OrganisationName.objects.filter(pk=OrganisationNameFactory(name=NEW).pk).update(
        organisation=place(it)
    ),
    "code": lambda it: OrganisationIdentifierFactory(organisation=place(it), value=NEW),
    "code of what it came from": lambda it: OrganisationIdentifierFactory(organisation=back(it), value=NEW),
    "successor": lambda it: SuccessionFactory(predecessor=place(it), successor=OrganisationFactory(name=NEW)),
    "predecessor": lambda it: SuccessionFactory(successor=place(it), predecessor=OrganisationFactory(name=NEW)),
    "successor's successor": lambda it: SuccessionFactory(
        predecessor=onward(it), successor=OrganisationFactory(name=NEW)
    ),
    "successor two steps away": lambda it: distant(place(it), onward=True),
    "predecessor two steps away": lambda it: distant(place(it), onward=False),
    "succession led elsewhere": lambda it: place(it).successions_out.update(successor=OrganisationFactory(name=NEW)),
    "statement of another interview": lambda it: Statement.objects.filter(
        pk=StatementFactory(text=NEW, themes=[], position=7).pk
    ).update(interview=it),
    "transcript of another interview": lambda it: Passage.objects.filter(
        pk=PassageFactory(text=NEW, position=7).pk
    ).update(interview=it),
    "interview by plain SQL": lambda it: raw("UPDATE interviews_interview SET title = %s WHERE id = %s", it),
}


@pytest.mark.parametrize("change", ADDITIONS.values(), ids=ADDITIONS.keys())
def test_what_is_added_is_found_at_once(interview: Interview, change: Change) -> None:
    assert finds(NEW) == set()
    change(interview)
    assert finds(NEW) == {interview.pk}
    check()


# What has the old word, and how it goes again.
REMOVALS: dict[str, tuple[Change, Change]] = {
    "statement": (
        lambda it: StatementFactory(interview=it, text=OLD, themes=[]),
        lambda it: it.statements.get(text=OLD).delete(),
    ),
    "statements by query": (lambda it: it.statements.update(text=OLD), lambda it: it.statements.all().delete()),
    "statement to another interview": (
        lambda it: it.statements.update(text=OLD),
        lambda it: it.statements.update(interview=InterviewFactory(draft=True, statement=None)),
    ),
    "theme": (
        lambda it: it.statements.get().themes.add(ThemeFactory(name=OLD)),
        lambda it: it.statements.get().themes.remove(Theme.objects.get(name=OLD)),
    ),
    "themes": (
        lambda it: it.statements.get().themes.add(ThemeFactory(name=OLD)),
        lambda it: it.statements.get().themes.clear(),
    ),
    "theme deleted": (
        lambda it: it.statements.get().themes.add(ThemeFactory(name=OLD)),
        lambda _: Theme.objects.get(name=OLD).delete(),
    ),
    "wider theme": (
        lambda it: set_value(theme(it), parent=ThemeFactory(name=OLD)),
        lambda it: set_value(theme(it), parent=None),
    ),
    "alias": (
        lambda it: ThemeAliasFactory(theme=theme(it), name=OLD),
        lambda _: ThemeAlias.objects.get(name=OLD).delete(),
    ),
    "speaker": (
        lambda it: SpeakerFactory(interview=it, role__leader__name=OLD),
        lambda it: it.speakers.get(role__leader__name=OLD).delete(),
    ),
    "credit": (
        lambda it: it.speakers.update(credited_organisation=OLD),
        lambda it: it.speakers.update(credited_organisation=""),
    ),
    "name": (
        lambda it: OrganisationNameFactory(organisation=place(it), name=OLD),
        lambda _: OrganisationName.objects.get(name=OLD).delete(),
    ),
    "code": (
        lambda it: OrganisationIdentifierFactory(organisation=onward(it), value=OLD),
        lambda _: OrganisationIdentifier.objects.get(value=OLD).delete(),
    ),
    "successor": (
        lambda it: set_value(onward(it), name=OLD),
        lambda it: place(it).successions_out.all().delete(),
    ),
    "predecessor": (
        lambda it: set_value(back(it), name=OLD),
        lambda it: place(it).successions_in.all().delete(),
    ),
    "link in the middle": (
        lambda it: SuccessionFactory(predecessor=onward(it), successor=OrganisationFactory(name=OLD)),
        lambda it: place(it).successions_out.all().delete(),
    ),
    "all links": (
        lambda it: SuccessionFactory(predecessor=onward(it), successor=OrganisationFactory(name=OLD)),
        lambda _: Succession.objects.all().delete(),
    ),
    "passage": (
        lambda it: PassageFactory(interview=it, text=OLD),
        lambda it: it.passages.get(text=OLD).delete(),
    ),
    "transcript": (lambda it: it.passages.update(text=OLD), lambda it: it.passages.all().delete()),
    "transcript to another interview": (
        lambda it: it.passages.update(text=OLD),
        lambda it: it.passages.update(interview=InterviewFactory(draft=True)),
    ),
    "interview": (
        lambda it: it.passages.update(text=OLD),
        lambda it: Interview.objects.filter(pk=it.pk).delete(),
    ),
    "leader": (
        lambda it: SpeakerFactory(interview=it, role__leader__name=OLD),
        lambda it: (it.speakers.filter(role__leader__name=OLD).delete(), Leader.objects.get(name=OLD).delete()),
    ),
}


@pytest.mark.parametrize(("arrive", "leave"), REMOVALS.values(), ids=REMOVALS.keys())
def test_what_is_removed_is_found_no_longer(interview: Interview, arrive: Change, leave: Change) -> None:
    arrive(interview)
    assert finds(OLD) == {interview.pk}
    leave(interview)
    assert finds(OLD) == set()
    assert not SearchWord.objects.filter(word=OLD).exists()
    check()


def saved(interview: Interview, state: State) -> None:
    set_value(interview, state=state)


def updated(interview: Interview, state: State) -> None:
    Interview.objects.filter(pk=interview.pk).update(state=state)


@pytest.mark.parametrize("move", [saved, updated])
@pytest.mark.parametrize("hidden", [State.DRAFT, State.IN_REVIEW, State.WITHDRAWN])
def test_an_interview_is_found_while_it_is_published_and_so_are_its_words(
    interview: Interview, hidden: State, move: Callable[[Interview, State], None]
) -> None:
    words = {"porters", "always"}  # of a statement, and of the transcript
    move(interview, hidden)
    assert finds("porters") == finds("always") == finds('"always slow"') == set()
    assert not SearchWord.objects.filter(word__in=words).exists()
    check()
    move(interview, State.PUBLISHED)
    assert finds("porters") == finds("always") == finds('"always slow"') == {interview.pk}
    assert SearchWord.objects.filter(word__in=words, uses=1).count() == len(words)
    check()


def test_a_changed_address_changes_nothing(interview: Interview) -> None:
    set_value(interview, slug="elsewhere")
    set_value(theme(interview), slug="other-theme")
    set_value(place(interview), slug="other-place")
    assert finds("porters") == {interview.pk}
    check()


def test_filters_read_what_is_there_now(interview: Interview) -> None:
    def filtered(**parameters: str) -> set[int]:
        return set(answer(SearchFilter(QueryDict(urlencode(parameters)))).typed.found.ids)

    interview.statements.update(kind="hindsight")
    set_value(role(interview), level="gp")
    set_value(interview, format="event", recorded=None, published=None)
    assert filtered(kind="hindsight") == filtered(level="gp") == filtered(format="event") == {interview.pk}
    check()


def test_an_import_is_found_at_once(tmp_path: Path) -> None:
    heading = "slug,title,format,recorded,published,publisher,source_url,language,summary"
    table = tmp_path / "interviews.csv"
    for word in (OLD, NEW):
        table.write_text(f"{heading}\nclock,The {word},video,2014,,Gazette,https://gazette.example/,en,A clock.\n")
        call_command("import_tables", tmp_path, verbosity=0)
        assert finds(word) == {Interview.objects.get(slug="clock").pk}
    assert finds(OLD) == set()
    check()


def test_what_a_curator_saves_is_found_at_once(interview: Interview, admin_client: Client) -> None:
    form = AdminForm(admin_client, url(interview))
    form.fill(title=f"The {NEW}", statements__0__text=f"Ask {OLD}.")
    form.add_row("passages", text="It stopped.").save()
    assert finds(NEW) == finds(OLD) == finds("stopped") == {interview.pk}
    assert finds("porters") == set()
    check()


def test_what_a_curator_deletes_from_a_list_is_found_no_longer(interview: Interview, admin_client: Client) -> None:
    row = interview.statements.get()
    values = {"action": "delete_selected", "_selected_action": str(row.pk), "post": "yes"}
    assert admin_client.post(url(Statement, "changelist"), values).status_code == 302
    assert finds("porters") == set()
    check()


def test_what_is_taken_back_leaves_nothing(interview: Interview) -> None:
    with transaction.atomic():
        interview.passages.update(text=NEW)
        saved(interview, State.WITHDRAWN)
        saved(interview, State.PUBLISHED)
        InterviewFactory(title=NEW)
        transaction.set_rollback(True)
    assert finds(NEW) == set()
    assert finds("always") == {interview.pk}
    assert not SearchWord.objects.filter(word=NEW).exists()
    check()


def test_a_long_transcript_is_found_to_its_end(interview: Interview) -> None:
    passages = [
        PassageFactory.build(interview=interview, position=place, text=f"turn{place} {'the clock was slow ' * 600}")
        for place in range(2, 200)
    ]
    Passage.objects.bulk_create([*passages, PassageFactory.build(interview=interview, position=200, text=NEW)])
    assert sum(len(passage.text) for passage in passages) > 2_000_000
    assert finds(NEW) == finds("turn199") == finds('"turn199 the clock"') == {interview.pk}
    check()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("q" * 100_000, id="one endless word"),
        pytest.param(" ".join(f"{number:07x}z" for number in range(45_000)), id="each word another"),
    ],
)
def test_a_text_that_is_no_language_can_be_saved_and_hides_no_other(interview: Interview, text: str) -> None:
    PassageFactory(interview=interview, text=f"{NEW} {text}")
    StatementFactory(interview=interview, text=text, themes=[])
    assert finds(NEW) == finds("upkeep") == finds('"ask the porters"') == {interview.pk}
    check()


def test_hundreds_of_statements_are_found(interview: Interview) -> None:
    Statement.objects.bulk_create(
        StatementFactory.build(interview=interview, position=place, text=f"Point{place} is about the clock.")
        for place in range(2, 502)
    )
    assert finds("point2") == finds("point501") == finds('"point250 is about"') == {interview.pk}
    check()


def aside[T](action: Callable[[], T]) -> T:
    """What an action gives on another thread, and so by another connection."""

    def work() -> T:
        try:
            return action()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(work).result()


@pytest.mark.django_db(transaction=True)
def test_two_who_cannot_see_each_others_rows_write_one_after_the_other(interview: Interview) -> None:
    theme_pk, statement = theme(interview).pk, StatementFactory(text="Both hands.", themes=[])

    def tag() -> None:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '1ms'")
            statement.themes.add(theme_pk)

    with transaction.atomic():
        Theme.objects.filter(pk=theme_pk).update(name=NEW)
        with pytest.raises(OperationalError, match="lock timeout"):
            aside(tag)
    aside(tag)
    assert finds(NEW) == {interview.pk, statement.interview_id}
    check()


@pytest.mark.django_db(transaction=True)
def test_many_changes_at_once_end_without_a_difference(interview: Interview) -> None:
    rivals: list[list[str]] = [["alias", "passage"], ["theme put under another", "name"], ["successor", "speaker"]]
    start = Barrier(len(rivals))

    def rival(names: list[str]) -> None:
        try:
            start.wait()
            for name in names:
                with transaction.atomic():
                    ADDITIONS[name](interview)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(rivals)) as threads:
        list(threads.map(rival, rivals))
    assert finds(NEW) == {interview.pk}
    check()
