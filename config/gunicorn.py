"""How gunicorn serves the site, here and in production; it reads these names (docs/operating.md)."""

import os
import signal

wsgi_app = "config.wsgi:application"
# On this machine alone: a proxy in front speaks to the world. Said here because gunicorn's own default is all of it.
bind = f"127.0.0.1:{os.environ.get('PORT') or 8000}"
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)
worker_class = "gthread"
threads = 4
# Settings that are wrong stop the server once, instead of one worker after the other.
preload_app = True
control_socket_disable = True
# Nobody is believed who says that a request came by HTTPS, unless TRUST_FORWARDED_PROTO tells Django to.
forwarded_allow_ips = ""
# Room for a long search; a longer address is answered with 414.
limit_request_line = 8190
graceful_timeout = 5
# Errors only: the rest names the addresses of readers.
loglevel = "error"

_hangup_before = signal.getsignal(signal.SIGHUP)


def when_ready(_: object) -> None:
    """Say where a trial is, and end it with the terminal that it was started in, unless by nohup."""
    if os.environ.get("TRIAL"):
        print(f"The site is at http://{bind}/ and Ctrl-C stops it.", flush=True)  # noqa: T201
        ignored = _hangup_before is signal.SIG_IGN
        signal.signal(signal.SIGHUP, signal.SIG_IGN if ignored else lambda *_: os.kill(os.getpid(), signal.SIGTERM))
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})
