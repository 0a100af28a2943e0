"""The app, so that `manage.py make_library` is there in a trial."""

from django.apps import AppConfig


class BenchmarksConfig(AppConfig):
    """Commands only: no models, no pages."""

    name = "benchmarks"
