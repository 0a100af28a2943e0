"""Find a browser on this machine: Playwright's own, else one on PATH."""

import shutil
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

ON_PATH = ("chromium", "chromium-browser", "google-chrome")


def executable(playwright: Playwright) -> Path | None:
    """Return the browser to start, or nothing where there is none."""
    own = Path(playwright.chromium.executable_path)
    if own.exists():
        return own
    found = filter(None, map(shutil.which, ON_PATH))
    return next(map(Path, found), None)


if __name__ == "__main__":
    with sync_playwright() as started:
        raise SystemExit(executable(started) is None)
