"""Every page is HTML as the standard has it, so that every browser and screen reader reads the same."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser import vnu
from tests.browser.pages import PUBLIC


def test_the_html_checker_finds_nothing(page: Page, tmp_path: Path) -> None:
    files: list[Path] = []
    for name, address in PUBLIC.items():
        files.append(tmp_path / f"{name}.html")
        files[-1].write_bytes(page.request.get(address).body())
    assert vnu.faults(files) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<p><div>A block in a paragraph.</div></p>", "No “p” element in scope"),
        ("<section>A part without a name.</section>", "Section lacks heading"),
    ],
)
def test_what_the_html_checker_finds_is_told_with_its_place(tmp_path: Path, body: str, fault: str) -> None:
    file = tmp_path / "wrong.html"
    file.write_text(f'<!DOCTYPE html>\n<html lang="en-GB">\n<title>Wrong</title>\n{body}\n')
    found = vnu.faults([file])
    assert any(told.startswith("wrong.html:4: ") and fault in told for told in found), found
