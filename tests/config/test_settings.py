"""What start-up insists on, and what a trial relaxes."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

from config import embedded

PRODUCTION = {
    "DATABASE_URL": "postgresql://db.example.org/perspectives",
    "ALLOWED_HOSTS": "perspectives.example.org",
    "SECRET_KEY": "a key for this test alone",
}
SETTINGS = Path(embedded.__file__).with_name("settings.py")
OURS = [*PRODUCTION, "TRIAL", "DJANGO_DEBUG", "TRUST_FORWARDED_PROTO", "CONTACT_EMAIL", "MEDIA_MAX_MB", "VAR"]


@pytest.fixture(autouse=True)
def _nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in OURS:
        monkeypatch.delenv(name, raising=False)


def settings_with(monkeypatch: pytest.MonkeyPatch, **environment: str) -> SimpleNamespace:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return SimpleNamespace(**runpy.run_path(str(SETTINGS)))


@pytest.mark.parametrize("missing", ["ALLOWED_HOSTS", "SECRET_KEY"])
def test_production_does_not_start_without(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    with pytest.raises(SystemExit, match=f"{missing} is not set: "):
        settings_with(monkeypatch, **PRODUCTION | {missing: ""})


def test_production_uses_https_for_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = settings_with(monkeypatch, **PRODUCTION)
    assert settings.SECURE_SSL_REDIRECT
    assert settings.SESSION_COOKIE_SECURE
    assert settings.CSRF_COOKIE_SECURE
    assert settings.SECURE_HSTS_SECONDS > 0


def test_production_never_shows_its_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings_with(monkeypatch, **PRODUCTION, DEBUG="1").DEBUG is False
    with pytest.raises(SystemExit, match="DJANGO_DEBUG shows everybody what is inside"):
        settings_with(monkeypatch, DJANGO_DEBUG="on")


def test_production_starts_no_database_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "database_url", lambda _: pytest.fail("the embedded server was asked for"))
    assert settings_with(monkeypatch, **PRODUCTION).DATABASES["default"]["HOST"] == "db.example.org"


def test_a_proxy_is_believed_only_when_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not hasattr(settings_with(monkeypatch, **PRODUCTION), "SECURE_PROXY_SSL_HEADER")
    believing = settings_with(monkeypatch, TRUST_FORWARDED_PROTO="on")
    assert believing.SECURE_PROXY_SSL_HEADER == ("HTTP_X_FORWARDED_PROTO", "https")


def test_web_processes_keep_their_connections(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings_with(monkeypatch, **PRODUCTION).DATABASES["default"]["CONN_MAX_AGE"] > 0


def test_a_trial_needs_no_variables_and_relaxes_only_https(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(embedded, "database_url", lambda _: "postgresql:///trial")
    trial = settings_with(monkeypatch, VAR=str(tmp_path))
    production = settings_with(monkeypatch, **PRODUCTION)
    assert [app for app in trial.INSTALLED_APPS if app not in production.INSTALLED_APPS] == ["benchmarks"]
    own = {"VAR", "MEDIA_ROOT", "TRIAL", *PRODUCTION, "DATABASES", "INSTALLED_APPS"}
    assert {
        name
        for name, value in vars(production).items()
        if name.isupper() and name not in own and getattr(trial, name) != value
    } == {
        "SECURE_SSL_REDIRECT",
        "SECURE_HSTS_SECONDS",
        "SECURE_HSTS_INCLUDE_SUBDOMAINS",
        "SECURE_HSTS_PRELOAD",
        "SESSION_COOKIE_SECURE",
        "CSRF_COOKIE_SECURE",
    }
    assert trial.ALLOWED_HOSTS == ["127.0.0.1", "localhost"]


def test_a_policy_allows_nothing_unsafe(monkeypatch: pytest.MonkeyPatch) -> None:
    policy = settings_with(monkeypatch, **PRODUCTION).SECURE_CSP
    assert policy["default-src"] == ["'none'"]
    assert not [source for sources in policy.values() for source in sources if "unsafe" in source or "*" in source]
