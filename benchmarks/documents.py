"""Interviews as another search would take them: a title, a body, and what they are counted by."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from interviews.models import Interview

FACETS = ("theme", "kind", "organisation", "level", "sector", "region", "nation", "format")
_BATCH = 200


@dataclass(frozen=True, slots=True)
class Document:
    """One interview. `options` holds each value once, by facet."""

    pk: int
    title: str
    body: str
    options: Mapping[str, Sequence[str]]


def documents() -> Iterator[Document]:
    """Every published interview with the words that our search reads, except other names of its organisations."""
    interviews = (
        Interview.objects.published()
        .order_by("pk")
        .prefetch_related("speakers__role__leader", "speakers__role__organisation", "statements__themes", "passages")
    )
    for interview in interviews.iterator(chunk_size=_BATCH):
        roles = [speaker.role for speaker in interview.speakers.all()]
        places = [role.organisation for role in roles]
        statements = list(interview.statements.all())
        themes = {theme.slug: theme.name for statement in statements for theme in statement.themes.all()}
        passages = (f"{passage.heading} {passage.text}".strip() for passage in interview.passages.all())
        options = {
            "theme": themes,
            "kind": [statement.kind for statement in statements],
            "organisation": [place.slug for place in places],
            "level": [role.level for role in roles],
            "sector": [place.sector for place in places],
            "region": [place.region for place in places if place.region],
            "nation": [place.nation for place in places],
            "format": [interview.format],
        }
        body = [
            *(f"{role.leader.name}, {role.title}, {role.organisation.name}" for role in roles),
            interview.summary,
            *themes.values(),
            *(statement.text for statement in statements),
            *passages,
        ]
        yield Document(
            interview.pk,
            interview.title,
            "\n".join(body),
            {name: list(dict.fromkeys(options[name])) for name in FACETS},
        )
