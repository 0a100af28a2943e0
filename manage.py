#!/usr/bin/env python
"""Run one of the project's commands: `python manage.py help` lists them."""

import os
import sys

from django.core.management import execute_from_command_line
from django.db import OperationalError

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        execute_from_command_line(sys.argv)
    except OperationalError as problem:
        sys.exit(f"The database cannot be used: {' '.join(str(problem).split())}")
