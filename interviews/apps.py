"""The app of interviews: what was said, and every public page."""

from django.apps import AppConfig
from django.db.models import Q

from organisations import publication


class InterviewsConfig(AppConfig):
    """Interviews, statements, passages, themes; search and pages."""

    name = "interviews"
    verbose_name = "What they said"

    def ready(self) -> None:
        """Tell the app below which of its rows the published interviews make public."""
        from interviews.models import Interview, Speaker  # noqa: PLC0415  # there are no models before ready()

        def speaks_in_public(role: str) -> Q:
            speakers = Speaker.objects.filter(interview__in=Interview.objects.published())
            return Q(**{f"{role}__in": speakers.values("role")})

        def speaks_nowhere(role: str) -> Q:
            return ~Q(**{f"{role}__in": Speaker.objects.values("role")})

        publication.register(speaks_in_public=speaks_in_public, speaks_nowhere=speaks_nowhere)
