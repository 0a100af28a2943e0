"""Where make run serves, and why it cannot."""

import socket

import pytest

from config import port


@pytest.mark.parametrize(("value", "chosen"), [("", 8000), ("8123", 8123), (" 65535 ", 65535)])
def test_the_port_is_8000_unless_chosen(monkeypatch: pytest.MonkeyPatch, value: str, chosen: int) -> None:
    monkeypatch.setenv("PORT", value)
    assert port.chosen() == chosen


@pytest.mark.parametrize("value", ["0", "65536", "-1", "http", "²", "9" * 5000])
def test_a_port_that_cannot_be_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("PORT", value)
    with pytest.raises(SystemExit, match="set it to a number between 1 and 65535"):
        port.chosen()


def test_a_port_in_use_is_named_with_what_to_do() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        with pytest.raises(SystemExit, match=f"Port {taken} is in use: stop what listens there, or choose another"):
            port.check(taken, patience=0)
    port.check(taken, patience=0)
