"""What the operator's manual says about variables is what the code reads."""

import re

from django.conf import settings

MANUAL = (settings.BASE_DIR / "docs" / "operating.md").read_text()
CODE = "".join(path.read_text() for path in sorted((settings.BASE_DIR / "config").glob("*.py")))
READ = re.compile(r'(?:env\.(?:text|flag|number|required|hosts)|os\.environ\.get)\("([A-Z_]+)"')


def test_every_variable_that_is_read_is_in_the_manual_and_no_other() -> None:
    documented = re.findall(r"^\| `([A-Z_]+)` \|", MANUAL, re.MULTILINE)
    assert sorted(documented) == sorted(set(READ.findall(CODE)))


def test_every_file_that_the_manual_names_exists() -> None:
    named = set(re.findall(r"python:([\w.]+)|(manage\.py)", MANUAL))
    paths = [f"{module.replace('.', '/')}.py" if module else script for module, script in named]
    assert paths
    assert [path for path in paths if not (settings.BASE_DIR / path).is_file()] == []
