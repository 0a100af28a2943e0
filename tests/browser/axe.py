"""What axe finds wrong with a page, for people who see, hear or move otherwise."""

import json

from django.conf import settings
from playwright.sync_api import Page

SOURCE = settings.BASE_DIR / "node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


# A page whose scripts are off also has its timers off, and axe waits by them: promises alone still go on.
TIMERS = "window.setTimeout = (next, _, ...given) => { Promise.resolve().then(() => next(...given)) }"

# Where the reader's colours replace the page's, text is painted in `color`, but Chromium still gives the page's colour
# as the one that fills it, and axe would believe that. No style of ours sets the latter.
PAINTED = """(() => {
  const read = CSSStyleDeclaration.prototype.getPropertyValue;
  CSSStyleDeclaration.prototype.getPropertyValue = function (name) {
    return read.call(this, name === "-webkit-text-fill-color" ? "color" : name);
  };
})()"""


def violations(page: Page, *, scripts: bool = True) -> list[str]:
    """Each rule broken, of any impact, with the elements that break it, on a page whose scripts may be off."""
    if not scripts:
        page.evaluate(TIMERS)
    page.evaluate(PAINTED)
    page.evaluate(SOURCE.read_text())
    found = page.evaluate(f"axe.run(document, {{runOnly: {json.dumps(RULES)}, resultTypes: ['violations']}})")
    return [
        f"{page.url}: {rule['help']} ({rule['id']}): {node['html'][:200]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
