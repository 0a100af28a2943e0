"""The app of organisations and leaders: who works where."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """Organisations, their names and successions, leaders and their roles."""

    name = "organisations"
    verbose_name = "Who works where"
