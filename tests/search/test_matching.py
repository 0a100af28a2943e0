"""Which interviews match what was typed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import InterviewFactory, PassageFactory, StatementFactory, SynonymGroupFactory
from tests.search.reader import ask, find

pytestmark = pytest.mark.django_db

PLAIN = {"summary": "", "statement": None}
UNPLEASANT = [
    "-" * 40,
    '"unbalanced',
    "'; drop table interviews_interview; --",
    "OR OR -",
    "!&|():*<->",
    "\\",
    "a:*",
    "'",
    "'a' & 'b'",
    "a' | 'b",
    "👩🏽‍⚕️",
    "\u07fd\u202e\ufeff",
    "%s %(x)s {} {{ }}",
    "½ ﬁ ℡ Æ ß",
    "the and of",
    "-the",
    '""',
    "x" * 300,
    '"' + "a " * 149 + '"',
    "a OR " * 60,
    " ".join(map(str, range(80))),
    " ".join(f"-{number}" for number in range(70)),
]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("clock", True),
        ("clocks", True),  # by its stem
        ("CLÔCK", True),  # blind to case and accents
        ("clock mending", True),  # both words, wherever they stand
        ("clock trumpets", False),
        ("clock OR trumpets", True),
        ("trumpets OR clock", True),
        ("trumpets OR drums", False),
        ("ward trumpets OR clock", True),  # OR holds for its two neighbours alone
        ("cat trumpets OR clock", False),
        ("clock -mended", False),
        ("clock -trumpets", True),
        ("-trumpets", True),
        ("-clocks", False),
        ('clock -"mended the"', False),
        ('clock -"the mended"', True),
        ('-"the mended"', True),
        ('-"mended the"', False),
        ('-"mended the" -trumpets', False),
        ('-trumpets -"the mended"', True),
        ("trumpets OR clock -ward", False),
        ('"trumpets" OR clock', True),
        ('trumpets OR "the ward"', True),
        ('trumpets OR "the clocks"', False),
        ("the clock", True),  # words too common to look for are not looked for
        ("the and of", False),
    ],
)
def test_how_words_match(words: str, found: bool) -> None:
    InterviewFactory(title="How they mended the ward clock and the ward's café", **PLAIN)

    assert bool(find(words)) is found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ('"mended the clock"', True),
        ('"MENDED the Clôck"', True),  # blind to case and accents
        ('"mended, the clock!"', True),
        ('"mend the clock"', False),  # not by its stem
        ('"clock the mended"', False),
        ('"the clock"', True),
        ('"clock"', True),  # one word too
        ('"clocks"', False),
        ('"the"', True),  # a common word too
        ('"a cafe"', True),
        ('"ended the clock"', False),  # whole words
        ('"mended the cloc"', False),
        ('"clock they mended"', False),
        ('"clock they"', True),
        ('"timepiece"', False),  # without what means the same
        ('"clock" "café"', True),
        ('"clock" "trumpets"', False),
        ('"clock" trumpets', False),
        ('"a café" clocks', True),
    ],
)
def test_what_stands_in_quotation_marks_is_found_word_for_word(words: str, found: bool) -> None:
    SynonymGroupFactory(terms=["clock", "timepiece"])
    InterviewFactory(title="They mended the clock; they have a café", **PLAIN)

    assert bool(find(words)) is found


def test_a_phrase_needs_its_words_in_a_row_not_only_its_pairs() -> None:
    InterviewFactory(slug="pairs", title="Mend clocks well. Never mend clocks badly; clocks now tick", **PLAIN)
    InterviewFactory(slug="row", title="Then mend clocks now", **PLAIN)

    assert set(find('"mend clocks"')) == {"row", "pairs"}
    assert find('"mend clocks now"') == ["row"]


def test_a_phrase_crosses_no_border_between_texts() -> None:
    interview = InterviewFactory(title="Mend the", summary="clock today", statement__text="Before noon")
    StatementFactory(interview=interview, text="it strikes")
    PassageFactory(interview=interview, heading="Later on", text="nobody knew")
    PassageFactory(interview=interview, text="what time it was")

    for words in ('"the clock"', '"noon it"', '"on nobody"', '"knew what"', '"today harbourtown"'):
        assert find(words) == []
    assert len(find('"clock today"')) == len(find('"time it"')) == 1


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("well-being", "wellbeing"),
        ("well-being", "well-being"),
        ("wellbeing", "well-being"),
        ("start-up", "startup"),
        ("co-operate", "cooperation"),
        ("clinically-led", "led"),
        ("A&E", "a&e"),
        ("A&E", "AE"),
        ("doctors' mess", "doctors mess"),
        ("O\u2019Brien", "o'brien"),
        ("don't", "dont"),
        ("na\u00efve", "naive"),
        ("naive", "na\u00efve"),
        ("nai\u0308ve", '"na\u00efve"'),
        ("5BP", "5bp"),
        ("24/7", "24/7"),
        ("e\u2011mail", "mail"),
        ("COVID-19", "covid"),
        ("COVID-19", "covid-19"),
        ("COVID-19", "covid19"),
        ("ward\u2014clock", "clock"),
        ("“clock”", "clock"),
    ],
)
def test_it_is_found_however_it_is_written(said: str, words: str) -> None:
    InterviewFactory(title=f"About {said} here", **PLAIN)

    assert len(find(words)) == 1


def test_of_a_hyphen_the_words_may_stand_apart_if_each_says_something() -> None:
    InterviewFactory(slug="apart", title="A ward clock", **PLAIN)
    InterviewFactory(slug="up", title="Up, and start", **PLAIN)

    assert find("ward-clock") == ["apart"]
    assert find("clock-ward") == []
    assert find("start-up") == []


def test_a_word_finds_what_means_the_same_unless_told_not_to() -> None:
    SynonymGroupFactory(terms=["timepiece", "ward clock"])
    InterviewFactory(slug="clock", title="A ward clock", **PLAIN)
    InterviewFactory(slug="piece", title="Timepieces", **PLAIN)
    InterviewFactory(slug="apart", title="The clock of the ward", **PLAIN)

    assert set(find("timepiece")) == {"clock", "piece"}  # a synonym of several words must stand in a row
    assert set(find("ward clock")) == {"clock", "piece", "apart"}  # what is typed need not
    assert find("timepiece", synonyms="off") == ["piece"]
    assert find('"timepieces"') == ["piece"]


def test_a_question_is_answered_with_what_has_most_of_it() -> None:
    InterviewFactory(slug="most", title="Porters and clocks", **PLAIN)
    InterviewFactory(slug="all", title="Porters, clocks and rotas", **PLAIN)
    InterviewFactory(slug="little", title="Rotas", **PLAIN)

    assert find("how do I get porters to care about clocks and rotas?") == ["all", "most"]


def test_a_question_that_finds_nothing_is_answered_with_what_has_some_of_it() -> None:
    InterviewFactory(slug="little", title="Rotas", **PLAIN)

    answered = ask("how do I get porters to mind clocks and rotas?", spelling="off")

    assert answered.shown.loosened
    assert find("how do I get porters to mind clocks and rotas?") == ["little"]
    assert find("porters clocks rotas") == []


def test_what_a_question_must_not_have_it_does_not() -> None:
    InterviewFactory(title="Porters, clocks and rotas", **PLAIN)

    assert find("how do I get porters to mind clocks and -rotas?") == []


@pytest.mark.parametrize("words", UNPLEASANT)
def test_no_text_breaks_the_search(words: str) -> None:
    InterviewFactory(title="It", **PLAIN)

    assert len(find(words)) <= 1


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.sampled_from("ab -\"'!&|()<>:*\\ORé½\t"), max_size=80))
def test_no_mixture_of_signs_breaks_the_search(words: str) -> None:
    assert find(words) == []
