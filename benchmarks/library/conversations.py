"""Fictional interviews: who speaks, what is said, and the points that an editor took from it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from django.db.models import Model
from django.utils.text import slugify

from benchmarks.library import dates
from benchmarks.library.people import People
from benchmarks.library.sentences import Sentences
from benchmarks.library.subjects import Subjects
from benchmarks.library.transcripts import TURNS, Transcripts
from interviews.models import Format, Interview, Kind, Passage, Provenance, Speaker, State, Statement, Theme
from organisations.models import Role

STATEMENTS = 6
_FORMATS = {Format.VIDEO: 45, Format.AUDIO: 25, Format.TEXT: 20, Format.EVENT: 10}
_PUBLISHERS = ("The Quillbrook Gazette", "Lantern Conversations", "The Thimble Institute", "Ward Round Radio")


@dataclass(slots=True)
class Rows:
    """Rows of several interviews, by table."""

    interviews: list[Interview] = field(default_factory=list)
    speakers: list[Speaker] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    tags: list[Model] = field(default_factory=list)

    def tables(self) -> list[list[Model]]:
        """Each table's rows, those that others point at first."""
        return [[*self.interviews], [*self.speakers], [*self.passages], [*self.statements], self.tags]


class Conversations:
    """Makes interviews up, one after the other, with numbers of their own."""

    def __init__(self, random: Random, people: People, subjects: Subjects) -> None:
        """Learn to speak."""
        self._random = random
        self._people, self._subjects = people, subjects
        self._sentences, self._transcripts = Sentences(random), Transcripts(random)
        self._last = {Interview: 0, Speaker: 0, Passage: 0, Statement: 0, Statement.themes.through: 0}

    def batch(self, count: int) -> Rows:
        """The next so many interviews."""
        rows = Rows()
        for _ in range(count):
            self._add(rows)
        return rows

    def _next(self, model: type[Model]) -> int:
        self._last[model] += 1
        return self._last[model]

    def _add(self, rows: Rows) -> None:
        number = self._next(Interview)
        speaking = self._people.speaking
        roles = [speaking[(number - 1) % len(speaking)]]
        if self._random.random() < 0.08 and (guest := self._random.choice(speaking)) not in roles:
            roles.append(guest)
        themes = [self._subjects.draw(self._random) for _ in range(STATEMENTS)]
        interview = self._interview(number, themes[0][0].name.lower(), roles)
        speakers = [
            Speaker(pk=self._next(Speaker), interview_id=number, role_id=role.pk, position=position)
            for position, role in enumerate(roles, 1)
        ]
        statements = list(self._statements(number, themes, speakers))
        answers = sorted(self._random.sample(range(1, TURNS, 2), STATEMENTS))
        passages = list(self._passages(number, themes, speakers, dict(zip(answers, statements, strict=True))))
        rows.interviews.append(interview)
        rows.speakers += speakers
        rows.statements += statements
        rows.passages += passages
        through = Statement.themes.through
        rows.tags += [
            through(pk=self._next(through), statement_id=statement.pk, theme_id=theme.pk)
            for statement, its in zip(statements, themes, strict=True)
            for theme in its
        ]

    def _interview(self, number: int, subject: str, roles: list[Role]) -> Interview:
        title = self._sentences.title(subject)
        closed = [role.organisation.closed.year - 1 for role in roles if role.organisation.closed]
        recorded = dates.between(self._random, dates.FIRST_YEAR, min([dates.LAST_YEAR, *closed]))
        known = self._random.random()
        slug = f"{slugify(title)[:90]}-{number}"
        return Interview(
            pk=number,
            slug=slug,
            title=title,
            format=self._random.choices(list(_FORMATS), list(_FORMATS.values()))[0],
            recorded=recorded if known < 0.8 else None,
            published=recorded if known > 0.7 else None,
            publisher=self._random.choice(_PUBLISHERS),
            source_url=f"https://library.example/interviews/{slug}",
            summary=self._sentences.summary(subject),
            state=State.PUBLISHED,
        )

    def _statements(self, interview: int, themes: list[list[Theme]], speakers: list[Speaker]) -> Iterator[Statement]:
        for position, its in enumerate(themes, 1):
            kind = self._random.choice(Kind.values)
            verbatim = self._random.random() < 0.2
            yield Statement(
                pk=self._next(Statement),
                interview_id=interview,
                position=position,
                kind=kind,
                provenance=Provenance.VERBATIM if verbatim else Provenance.PARAPHRASE,
                text=self._sentences.statement(kind, its[0].name.lower()),
                speaker_id=self._random.choice(speakers).pk if len(speakers) > 1 else None,
            )

    def _passages(
        self, interview: int, themes: list[list[Theme]], speakers: list[Speaker], taken: dict[int, Statement]
    ) -> Iterator[Passage]:
        """The transcript. `taken`: from which turn which statement was taken; it holds a verbatim one word for word."""
        names = [theme.name.lower() for its in themes for theme in its]
        quoted = {number: made.text for number, made in taken.items() if made.provenance == Provenance.VERBATIM}
        for number, turn in enumerate(self._transcripts.turns(names, quoted)):
            speaker = None if turn.asked else speakers[number // 2 % len(speakers)].pk
            passage = Passage(
                pk=self._next(Passage),
                interview_id=interview,
                position=number + 1,
                heading=self._random.choice(names).capitalize() if number % 10 == 0 else "",
                speaker_id=speaker,
                voice="Interviewer" if turn.asked else "",
                text=turn.text,
                start=turn.start,
                end=turn.end,
            )
            if made := taken.get(number):
                made.passage_id, made.start = passage.pk, passage.start
                made.speaker_id = speaker if len(speakers) > 1 else None
            yield passage
