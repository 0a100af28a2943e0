"""What of an interview is searched, and with which weight.

The document is worked out when a search asks for it, so it cannot be out of step with what curators write.
"""

from typing import TYPE_CHECKING

from django.contrib.postgres.search import SearchVectorField
from django.db.models import F, Func

from interviews.search.query import CONFIG, Query

if TYPE_CHECKING:
    from interviews.models.interview import InterviewQuerySet

# A: what it is called and who speaks. B: what was said, and what it is about. C: where, by any name. D: the rest.
_PARTS = {
    "title": ("A", "SELECT interview.title"),
    "leaders": (
        "A",
        """SELECT string_agg(leader.name, ' . ' ORDER BY speaker.id)
             FROM interviews_speaker speaker
             JOIN organisations_role role ON role.id = speaker.role_id
             JOIN organisations_leader leader ON leader.id = role.leader_id
            WHERE speaker.interview_id = interview.id""",
    ),
    "statements": (
        "B",
        """SELECT string_agg(statement.text, ' . ' ORDER BY statement.position)
             FROM interviews_statement statement
            WHERE statement.interview_id = interview.id""",
    ),
    "themes": (
        "B",
        """SELECT string_agg(concat_ws(' . ', theme.name, wider.name, (
                       SELECT string_agg(alias.name, ' . ' ORDER BY alias.name)
                         FROM interviews_themealias alias WHERE alias.theme_id = theme.id)), ' . ' ORDER BY theme.id)
             FROM interviews_theme theme
             LEFT JOIN interviews_theme wider ON wider.id = theme.parent_id
            WHERE theme.id IN (
                   SELECT tagged.theme_id
                     FROM interviews_statement_themes tagged
                     JOIN interviews_statement statement ON statement.id = tagged.statement_id
                    WHERE statement.interview_id = interview.id)""",
    ),
    "roles": (
        "C",
        """SELECT string_agg(concat_ws(' . ', role.title, speaker.credited_organisation), ' . ' ORDER BY speaker.id)
             FROM interviews_speaker speaker
             JOIN organisations_role role ON role.id = speaker.role_id
            WHERE speaker.interview_id = interview.id""",
    ),
    # By every name and code, its own and those of what it came from and became: a reader knows only one of them.
    "organisations": (
        "C",
        """WITH RECURSIVE own AS (
                SELECT role.organisation_id AS id
                  FROM interviews_speaker speaker
                  JOIN organisations_role role ON role.id = speaker.role_id
                 WHERE speaker.interview_id = interview.id
           ), onward AS (
                SELECT id FROM own
                 UNION
                SELECT row.successor_id
                  FROM organisations_succession row JOIN onward ON onward.id = row.predecessor_id
           ), backward AS (
                SELECT id FROM own
                 UNION
                SELECT row.predecessor_id
                  FROM organisations_succession row JOIN backward ON backward.id = row.successor_id
           ), family AS (SELECT id FROM onward UNION SELECT id FROM backward)
           SELECT string_agg(concat_ws(' . ', organisation.name,
                      (SELECT string_agg(other.name, ' . ' ORDER BY other.id)
                         FROM organisations_organisationname other WHERE other.organisation_id = organisation.id),
                      (SELECT string_agg(code.value, ' . ' ORDER BY code.id)
                         FROM organisations_organisationidentifier code WHERE code.organisation_id = organisation.id)
                  ), ' . ' ORDER BY organisation.id)
             FROM organisations_organisation organisation JOIN family ON family.id = organisation.id""",
    ),
    "summary": ("C", "SELECT concat_ws(' . ', interview.summary, interview.publisher)"),
    "transcript": (
        "D",
        """SELECT string_agg(concat_ws(' . ', passage.heading, passage.text), ' . ' ORDER BY passage.position)
             FROM interviews_passage passage
            WHERE passage.interview_id = interview.id""",
    ),
}


class Document(Func):
    """The search document of the interview whose id is given, as a tsvector."""

    # Built from the constants above alone; what readers type is never part of it.
    template = "(SELECT {vectors} FROM interviews_interview interview WHERE interview.id = %(expressions)s)".format(  # noqa: S608
        vectors=" || ".join(
            f"setweight(to_tsvector('{CONFIG}', coalesce(({sql}), '')), '{weight}')" for weight, sql in _PARTS.values()
        )
    )
    output_field = SearchVectorField()


def matching[Q: "InterviewQuerySet"](interviews: Q, query: Query) -> Q:
    """Narrow to those whose document matches; an empty query narrows nothing."""
    if not query:
        return interviews
    return interviews.alias(document=Document(F("pk"))).filter(document=query.match())
