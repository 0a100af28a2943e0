"""The search page: one form, one list, and the whole state of both in the address."""

from functools import partial

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from interviews.answers import PAGE_SIZE, answer
from interviews.bets import bets
from interviews.filters import OF_STATEMENT, SearchFilter
from interviews.presenters import filters, understanding
from interviews.results import reason, show


@require_safe
def search(request: HttpRequest) -> TemplateResponse:
    """One page of the interviews found, with what would narrow or widen them."""
    asked = SearchFilter(request.GET)
    answered = answer(asked)
    paginator = Paginator(range(answered.shown.found.total), PAGE_SIZE)
    beyond = asked.number > paginator.num_pages and paginator.count > 0
    results = show(
        [] if beyond else answered.shown.found.ids,
        answered.shown.meaning,
        asked.statements(),
        narrowed=any(name in asked.chosen for name in OF_STATEMENT),
        because=partial(reason, asked=asked.chosen_organisations, lineage=asked.successions),
    )
    chips = list(filters.chips(asked, request.GET))
    context = {
        "asked": asked,
        "errors": _errors(asked),
        "groups": list(filters.groups(answered)),
        "sorts": filters.sorts(asked),
        "histories": filters.histories(asked),
        "chips": chips,
        "page": paginator.get_page(asked.number),
        "beyond": beyond,
        "results": results,
        "bets": bets(answered.shown.meaning) if asked.number == 1 else [],
        "also": understanding.also(answered, request.GET),
        "spelling": understanding.spelling(answered, request.GET),
        "relaxed": understanding.relaxed(answered.shown),
        "ways": list(understanding.ways(answered, request.GET, chips)),
    }
    status = 400 if asked.errors else 404 if beyond else 200
    return TemplateResponse(request, "interviews/search.html", context, status=status)


def _errors(asked: SearchFilter) -> list[dict[str, str]]:
    """What is wrong, and where on the page to mend it: a number of a page has no box, so there its chip."""
    places = {"page": "results"}
    return [{"field": places.get(name, name), "message": str(messages[0])} for name, messages in asked.errors.items()]
