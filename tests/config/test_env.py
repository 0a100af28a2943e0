"""Reading the environment: a value, or the sentence that puts it right."""

import pytest

from config import env

VARIABLE = "PERSPECTIVES_TEST"


@pytest.mark.parametrize(
    ("value", "meaning"), [("on", True), ("1", True), ("true", True), ("off", False), ("0", False)]
)
def test_a_flag_is_on_or_off(monkeypatch: pytest.MonkeyPatch, value: str, meaning: bool) -> None:
    monkeypatch.setenv(VARIABLE, value)
    assert env.flag(VARIABLE, default=not meaning) is meaning


def test_a_flag_that_is_neither_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "perhaps")
    with pytest.raises(SystemExit, match=f"{VARIABLE} is 'perhaps': set it to on or off."):
        env.flag(VARIABLE, default=False)


@pytest.mark.parametrize("value", ["", "  "])
def test_an_empty_variable_counts_as_unset(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv(VARIABLE, value)
    assert env.text(VARIABLE, "default") == "default"
    assert env.flag(VARIABLE, default=True) is True
    with pytest.raises(SystemExit, match=f"{VARIABLE} is not set: ask somebody."):
        env.required(VARIABLE, "ask somebody")


def test_a_number_is_whole_and_at_least_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert env.number(VARIABLE, default=3) == 3
    monkeypatch.setenv(VARIABLE, "20")
    assert env.number(VARIABLE, default=3) == 20


@pytest.mark.parametrize("value", ["0", "-1", "1.5", "many", "²"])
def test_another_number_stops(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv(VARIABLE, value)
    with pytest.raises(SystemExit, match=f"{VARIABLE} is '{value}': set it to a whole number from 1."):
        env.number(VARIABLE, default=3)


def test_hosts_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "one.example.org, two.example.org,")
    assert env.hosts(VARIABLE) == ["one.example.org", "two.example.org"]


def test_a_database_address_is_read_whole() -> None:
    config = env.database("postgresql://us%40er:p%2Fw@db.example.org:6543/perspectives?sslmode=require")
    assert (config["USER"], config["PASSWORD"], config["NAME"]) == ("us@er", "p/w", "perspectives")
    assert (config["HOST"], config["PORT"], config["OPTIONS"]["sslmode"]) == ("db.example.org", 6543, "require")


@pytest.mark.parametrize(
    "url",
    [
        "perspectives",
        "mysql://user:pa55word@localhost/perspectives",
        "postgresql://user:pa55word@localhost",
        "postgresql://user:pa55word@localhost:port/perspectives",
        "postgresql://user:[pa55word@localhost/perspectives",
    ],
)
def test_another_address_stops_without_being_repeated(url: str) -> None:
    with pytest.raises(SystemExit, match="DATABASE_URL is not the address of a PostgreSQL database") as stop:
        env.database(url)
    assert "pa55word" not in str(stop.value)
