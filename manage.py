#!/usr/bin/env python
"""Run one of the project's commands: `python manage.py help` lists them."""

import os
import sys


def main() -> None:
    """Run the command, and end with a sentence where the database or the reader ends it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        from django.core.management import execute_from_command_line  # noqa: PLC0415
        from django.db import OperationalError  # noqa: PLC0415
    except ImportError:
        sys.exit("Django is not installed in this Python: use .venv/bin/python, which make site makes.")
    try:
        execute_from_command_line(sys.argv)
    except OperationalError as problem:
        sys.exit(f"The database cannot be used: {' '.join(str(problem).split())}")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
