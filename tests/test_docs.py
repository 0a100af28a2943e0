"""What the documentation names is there: commands, files, folders, functions, addresses, links."""

import functools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands
from django.urls import Resolver404, resolve

from interviews.importing.schema import TABLES

ROOT: Path = settings.BASE_DIR
# Folders that git ignores are made by tools and need not be there.
MADE = {line.strip("/") for line in (ROOT / ".gitignore").read_text().splitlines() if line.endswith("/")}
PACKAGES = ("benchmarks", "config", "organisations", "interviews", "tests")
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
DOCUMENTS = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "interviews/starter/README.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]

each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: str(document.relative_to(ROOT)))
each_decision = pytest.mark.parametrize("decision", DECISIONS, ids=lambda decision: decision.stem)


def code(document: Path) -> Iterator[str]:
    """What is set as code: each span, and each line of a block of commands."""
    parts = re.split(r"^ *```(\w*)\n(.*?)^ *```$", document.read_text(), flags=re.MULTILINE | re.DOTALL)
    for prose, language, block in zip(parts[::3], [*parts[1::3], ""], [*parts[2::3], ""], strict=True):
        yield from re.findall(r"`([^`\n]+)`", prose)
        if language == "sh" or "manage.py" in block:
            yield from block.splitlines()


def is_path(span: str) -> bool:
    """Whether it names a file or folder of the project, which all documents write from its root."""
    return bool(re.fullmatch(r"[\w.-]+(/[\w.-]+)*(/|\.(py|md|toml|html|csv|json|lock))|[\w.-]+(/[\w.-]+)+", span))


def anchors(document: Path) -> set[str]:
    """The places in a document that a link can lead to."""
    headings = re.findall(r"^#+ (.*)$", document.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@each_document
def test_every_make_target_that_is_named_exists(document: Path) -> None:
    named = {target for line in code(document) for target in re.findall(r"(?:^|\s)make ([a-z]+)", line)}
    assert named - TARGETS == set()


@each_document
def test_every_command_that_is_named_exists(document: Path) -> None:
    named = {command for line in code(document) for command in re.findall(r"manage\.py ([a-z_]+)", line)}
    assert named - set(get_commands()) == set()


@each_document
def test_every_file_and_folder_that_is_named_exists(document: Path) -> None:
    named = [span for span in code(document) if is_path(span) and span.split("/")[0] not in MADE]
    tables = {path.name for path in (ROOT / "interviews" / "starter").iterdir()}
    assert [span for span in named if not (ROOT / span).exists() and span not in tables] == []


@each_document
def test_every_function_class_and_test_that_is_named_exists(document: Path) -> None:
    pattern = r"(\w+)\(\)|\b([A-Z][a-z]+(?:[A-Z][a-z]+)+)\b|\b(test_\w+)$"
    named = {name for span in code(document) for names in re.findall(pattern, span) for name in names if name}
    assert named - defined() == set()


@functools.cache
def defined() -> set[str]:
    source = "".join(path.read_text() for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    return set(re.findall(r"^\s*(?:def|class) (\w+)", source, re.MULTILINE))


@each_document
def test_every_address_that_is_named_leads_to_a_page(document: Path) -> None:
    spans = (span.removeprefix("GET ").split("?")[0] for span in code(document))
    named = {span for span in spans if re.fullmatch(r"/[a-z]+(/|z)", span)}
    assert sorted(filter(leads_nowhere, named)) == []


def leads_nowhere(address: str) -> bool:
    try:
        resolve(address)
    except Resolver404:
        return True
    return False


@each_document
def test_every_link_leads_somewhere(document: Path) -> None:
    targets = re.findall(r"\]\(([^)\s]+)\)", document.read_text())
    inside = [target for target in targets if not target.startswith("https://")]
    broken = []
    for target in inside:
        path, _, place = target.partition("#")
        leads_to = (document.parent / path).resolve() if path else document
        if not leads_to.exists() or (place and place not in anchors(leads_to)):
            broken.append(target)
    assert broken == []


@each_document
def test_every_document_is_linked_from_another(document: Path) -> None:
    links = {
        (other.parent / target.partition("#")[0]).resolve()
        for other in DOCUMENTS
        if other != document
        for target in re.findall(r"\]\(([^)\s]+)\)", other.read_text())
    }
    assert document.resolve() in links or document.name == "README.md"


@each_decision
def test_every_decision_says_why_and_what_follows(decision: Path) -> None:
    title, *sections = re.findall(r"^#+ (.*)$", decision.read_text(), re.MULTILINE)
    assert title.startswith(f"{decision.stem[:4]}: ")
    assert sections == ["Context", "Decision", "Consequences"]


def test_decisions_are_numbered_without_a_gap_and_linked_from_the_architecture_by_their_titles() -> None:
    architecture = (ROOT / "docs" / "architecture.md").read_text()
    links = dict(re.findall(r"\[([^\]]+)\]\(decisions/([^)]+)\)", architecture))
    titles = {decision.read_text().splitlines()[0].removeprefix("# "): decision.name for decision in DECISIONS}
    assert links == titles
    assert [int(decision.name[:4]) for decision in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_the_readme_maps_every_folder() -> None:
    mapped = re.findall(r"^\| `([^`]+)/` \|", (ROOT / "README.md").read_text(), re.MULTILINE)
    there = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith(".")}
    assert there - MADE - {name for name in mapped if "/" not in name} == set()


def test_the_starter_collection_explains_every_column_of_an_import() -> None:
    page = (ROOT / "interviews" / "starter" / "README.md").read_text()
    rows = re.findall(r"^\| (\w+\.csv) \| (.*) \|$", page, re.MULTILINE)
    explained = {file: re.findall(r"\w+", re.sub(r"\(.*?\)|optional:", "", columns)) for file, columns in rows}
    assert explained == {table.file: [*table.required, *table.optional] for table in TABLES}
