"""Run the site on this machine, as make run does: `python -m config`."""

import signal

# Ctrl-C waits from the first moment until somebody can heed it: between two steps of config/run.py, or gunicorn.
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})

from config import run  # noqa: E402

run.main()
