"""What a reader may be about to type: leaders, organisations, themes, then words; for scripts, as JSON."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from interviews.bets import Thing, published, things
from interviews.search import names
from interviews.search.names import Named
from interviews.search.query import MAX_LENGTH

_MOST = 10
_MOST_NAMED = {"leader": 3, "organisation": 3, "theme": 2}
_LOOKED_AT = 30  # of a sort of name: several may be of the same thing
_SHORTEST = 2  # letters


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to go to: a page, or a search for a word."""

    kind: str
    label: str
    about: str
    url: str


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """Suggestions for what has been typed so far; none for next to nothing, and none for far too much."""
    typed = request.GET.get("q", "")
    plain = names.plain(typed.replace("\0", " ").encode(errors="replace").decode()) if len(typed) <= MAX_LENGTH else ""
    suggestions = [*_named(plain), *_words(plain)][:_MOST] if len(plain) >= _SHORTEST else []
    return JsonResponse({"suggestions": [asdict(suggestion) for suggestion in suggestions]})


def _named(plain: str) -> Iterator[Suggestion]:
    """Published things with a name in which a word begins so; by the shortest such name of each."""
    for named, thing in _public(plain):
        yield Suggestion(named.kind, thing.name, _about(named, thing), thing.get_absolute_url())


def _about(named: Named, thing: Thing) -> str:
    """The name that begins so, where it is no part of the one shown."""
    if named.name in thing.name:
        return ""
    return f"Covers {named.name}" if named.kind == "theme" else f"Also known as {named.name}"


def _public(plain: str) -> list[tuple[Named, Thing]]:
    """Look among a few names, and among ever more while the place of some is taken by what is hidden."""
    limit = _LOOKED_AT
    while True:
        found = sorted(names.beginning(plain, limit=limit), key=lambda named: (len(named.name), named.name))
        shortest = {(named.kind, named.pk): named for named in reversed(found)}
        public = list(things([named for named in found if shortest[named.kind, named.pk] is named], published()))
        shown = {kind: [pair for pair in public if pair[0].kind == kind][:most] for kind, most in _MOST_NAMED.items()}
        looked_at = Counter(named.kind for named in found)
        if all(len(shown[kind]) == most or looked_at[kind] < limit for kind, most in _MOST_NAMED.items()):
            return [pair for pairs in shown.values() for pair in pairs]
        limit *= 10


def _words(plain: str) -> Iterator[Suggestion]:
    """What was typed with its last word completed."""
    before, _, last = plain.rpartition(" ")
    if len(last) < _SHORTEST:
        return
    for word in names.words_beginning(last, limit=_MOST):
        words = f"{before} {word}".strip()
        yield Suggestion("word", words, "", f"{reverse('search')}?{urlencode({'q': words})}")
