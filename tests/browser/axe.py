"""What axe finds wrong with a page, for people who see, hear or move otherwise."""

import json

from django.conf import settings
from playwright.sync_api import Page

SOURCE = settings.BASE_DIR / "node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


# A page whose scripts are off also has its timers off, and axe waits by them: promises alone still go on.
TIMERS = "window.setTimeout = (next, _, ...given) => { Promise.resolve().then(() => next(...given)) }"


def violations(page: Page, *, scripts: bool = True) -> list[str]:
    """Each rule broken, of any impact, with the elements that break it, on a page whose scripts may be off."""
    if not scripts:
        page.evaluate(TIMERS)
    page.evaluate(SOURCE.read_text())
    found = page.evaluate(f"axe.run(document, {{runOnly: {json.dumps(RULES)}, resultTypes: ['violations']}})")
    return [
        f"{page.url}: {rule['help']} ({rule['id']}): {node['html'][:200]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
