"""The words of the library and how often each is said: as in speech, a few all the time and most hardly ever."""

from collections.abc import Iterator
from itertools import zip_longest
from random import Random

# The commonest first. With FIELD in between from the thirtieth on, this is the head of the curve.
SPOKEN = """
the and to that of I you it a we in was they so is have people this but for what on not be with are do just there as
really if about one think know can at get because like going or them all very our would then well from some how when
out who your things up which more were had want time their kind way now sort been actually lot other an where then
than could here something need me work us did make say those only much see good back also into by different these
always part look any no being through quite started said working come go went take put five years day first bit
before thing why every next really many new last big two my right whole same over off down thought long point came
three done use help should talk point getting sense both every few feel ask around never still talking trying another
conversation today week month nobody together change might start end idea hard place able between sure place own
meeting question anything everybody probably someone else year really even though again honest listening obviously
keep better clear problem reason example tell told everyone during once without found making given understand moment
room open answer believe together worked needed asked money maybe building story side mean thinking mind believe
""".split()
FIELD = """
doctors patients team care trust consultants medical clinical service hospital leadership quality improvement staff
engagement management doctor managers board director consultant patient ward nurses safety organisation culture junior
trainees training colleagues leaders clinicians support role department specialty surgeons rota theatre clinic managers
leader resident values vision feedback survey decisions budget strategy systems teams medicine practice data listen
voice authority responsibility autonomy outcomes standards network job plan appraisal revalidation governance morale
wellbeing burnout recruitment retention physicians anaesthetists surgery emergency admissions discharge beds waiting
lists pathway referral primary community mental health general practitioners commissioning integrated region national
executive chief directors committee forum mentoring coaching fellowship programme course project audit measure scale
results evidence research innovation transformation redesign merger partnership relationship communication language
stories behaviour civility respect kindness bullying blame mistakes learning incident complaint duty candour speak
honesty transparency accountability performance targets finance savings workforce locum vacancies handover shift nights
weekend sessions protected administration email digital records pharmacy radiology pathology maternity paediatrics
oncology cardiology geriatrics psychiatry ambulance rehabilitation therapists midwives volunteers families carers
inequality diversity inclusion equality international graduates specialist associate induction supervision portfolio
""".split()
# Said as one, so that these phrases recur.
PHRASES = (
    """
quality improvement|junior doctors|resident doctors|medical director|at the end of the day|patient safety|you know
medical engagement|job plan|the executive team|protected time|clinical leadership|chief executive|a lot of
clinical director|in the first place|feeling valued|morbidity and mortality|shop floor|waiting list|to be honest
general practice|shared purpose|emergency department|staff survey|speak up|root cause|psychological safety
""".replace("\n", "|")
    .strip("|")
    .split("|")
)

_ONSETS = "b bl br c ch cl cr d dr f fl fr g gl gr h j l m n p pl pr qu r s sc sh sl sp st str t th tr v w".split()
_VOWELS = "a a a e e e i i o o u ai ea ee oa ou".split()
_MIDDLES = "b d g l m n p r s t v bb dd ll mm nd nn rd rn rt st tt".split()
_CODAS = "b ck d g l ll m n nd ng nt p r rd rn s st t x".split()
_ENDINGS = ["", "", "er", "ing", "ed", "le", "ment", "ness", "on", "ful", "ity", "age", "ism", "ist", "ous", "s"]

_TABLE = 1 << 20
"""Places in the table that words are drawn from; a word has as many as it is likely."""
_IN_TABLE = 24_000
_BEYOND = 40_000
"""Words too rare for the table: terms of art and names, each said several times by the few who say it at all."""
# Zipf and Mandelbrot's curve, which falls more steeply beyond the words that everybody knows.
_SHIFT, _KNOWN, _BEYOND_KNOWN = 2.7, 600, 1.7


class Vocabulary:
    """All words of one library, drawn in bulk."""

    def __init__(self, random: Random) -> None:
        """Make up the rare words and lay the table out."""
        self._random = random
        made_up = _made_up(random)
        ranked = [*_head(), *PHRASES]
        ranked += [next(made_up) for _ in range(_IN_TABLE - len(ranked))]
        self._beyond = [next(made_up) for _ in range(_BEYOND)]
        shares = [_share(rank) for rank in range(1, len(ranked) + 1)]
        whole = sum(shares)
        self._table = [
            word
            for word, share in zip(ranked, shares, strict=True)
            for _ in range(max(1, round(_TABLE * share / whole)))
        ]

    def said(self, count: int) -> list[str]:
        """Draw so many words (a phrase counts as one) as often as people say them."""
        return self._random.choices(self._table, k=count)

    def rare(self, count: int) -> list[str]:
        """Draw so many of the words beyond the table, the later the rarer."""
        draw = self._random.random
        return [self._beyond[int(_BEYOND * draw() ** 2)] for _ in range(count)]


def _share(rank: int) -> float:
    """How often a word of that rank is said, beside others."""
    place, bend = rank + _SHIFT, _KNOWN + _SHIFT
    return 1 / place if place < bend else (bend / place) ** _BEYOND_KNOWN / bend


def _head() -> list[str]:
    """The commonest words, each once: those of speech, and from the thirtieth on those of the field in between."""
    mixed = (word for pair in zip_longest(SPOKEN[30:], FIELD) for word in pair if word)
    return list(dict.fromkeys([*SPOKEN[:30], *mixed]))


def _made_up(random: Random) -> Iterator[str]:
    """Words that could be English and that nobody has said yet."""
    seen = {*SPOKEN, *FIELD}
    while True:
        parts = random.choice(((_ONSETS, _VOWELS, _CODAS), *3 * ((_ONSETS, _VOWELS, _MIDDLES, _VOWELS, _CODAS),)))
        word = "".join(random.choice(part) for part in parts) + random.choice(_ENDINGS)
        if word not in seen:
            seen.add(word)
            yield word
