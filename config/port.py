"""The port of `make run`. Any Python 3 runs this, before anything is fetched."""

import os
import socket
import time

# How many seconds to wait for a port: the workers of a killed server notice within one or two.
PATIENCE = 2.5


def chosen() -> int:
    """Return PORT, or 8000 where it is unset."""
    value = os.environ.get("PORT", "").strip() or "8000"
    if value.isascii() and value.isdigit() and len(value) <= len("65535") and 0 < int(value) <= 65535:  # noqa: PLR2004
        return int(value)
    raise SystemExit(f"PORT is {value!r}: set it to a number between 1 and 65535.")


def check(port: int, patience: float = PATIENCE) -> None:
    """Stop with a sentence unless a server can listen at the port."""
    end = time.monotonic() + patience
    while True:
        try:
            with socket.socket() as listener:
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                listener.bind(("127.0.0.1", port))
        except PermissionError:
            raise SystemExit(
                f"Port {port} is for administrators: choose a higher one, as in PORT=8123 make run."
            ) from None
        except OSError:
            if time.monotonic() > end:
                raise SystemExit(
                    f"Port {port} is in use: stop what listens there, or choose another, as in PORT=8123 make run."
                ) from None
            time.sleep(0.1)
        else:
            return


if __name__ == "__main__":
    try:
        check(chosen())
    except KeyboardInterrupt:
        raise SystemExit(130) from None
