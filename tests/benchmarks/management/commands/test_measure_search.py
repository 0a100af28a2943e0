"""The command that measures one library."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.factories import InterviewFactory


@pytest.mark.django_db
def test_a_database_of_another_size_is_left_alone(tmp_path: Path) -> None:
    InterviewFactory()
    with pytest.raises(CommandError, match="holds 1 interviews, not 1,000"):
        call_command("measure_search", interviews=1000, figures=tmp_path / "figures.json")
    assert not (tmp_path / "figures.json").exists()
