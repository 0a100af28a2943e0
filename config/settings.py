"""Everything that may differ between machines, and what Django needs to know; read from top to bottom.

The variables are listed in docs/operating.md.
"""

from importlib.util import find_spec
from pathlib import Path

from django.utils.csp import CSP

from config import embedded, env, secret_key

BASE_DIR = Path(__file__).resolve().parent.parent

# Where we run. A trial is one's own machine over plain HTTP; without a database of its own the site is only that.
VAR = Path(env.text("VAR", str(BASE_DIR / "var"))).expanduser().resolve()
DATABASE_URL = env.text("DATABASE_URL")
TRIAL = env.flag("TRIAL", default=not DATABASE_URL)
# Shows settings and data to whoever meets an error, so it takes a name that nothing else sets, and a trial.
DEBUG = env.flag("DJANGO_DEBUG", default=False)
if DEBUG and not TRIAL:
    raise SystemExit(
        "DJANGO_DEBUG shows everybody what is inside: unset it, or set TRIAL to on where nobody else comes."
    )
if TRIAL:
    ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS", "127.0.0.1,localhost")
    SECRET_KEY = env.text("SECRET_KEY") or secret_key.kept_in(VAR)
else:
    ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS")
    SECRET_KEY = env.required("SECRET_KEY", f"make one with {secret_key.COMMAND}")

# What the site is made of.
INSTALLED_APPS = [
    "interviews",
    "organisations",
    "django_filters",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "config.permissions_policy.middleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.navigation.navigation",
            ],
        },
    },
]
# A look at queries and templates while developing (make dev); not installed in production.
if DEBUG and find_spec("debug_toolbar"):
    INSTALLED_APPS.append("debug_toolbar")
    MIDDLEWARE.insert(2, "debug_toolbar.middleware.DebugToolbarMiddleware")
    INTERNAL_IPS = ["127.0.0.1"]

# Makes up a library to measure search on (make bench); no business of production.
if TRIAL and find_spec("benchmarks"):
    INSTALLED_APPS.append("benchmarks")

# The database: the one named, or one of our own in VAR.
DATABASES = {"default": env.database(DATABASE_URL or embedded.database_url(VAR))}
# Every thread of a web process keeps its connection; runserver has a new thread for each request.
DATABASES["default"]["CONN_MAX_AGE"] = 0 if DEBUG else 600
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Assets: built by `npm run build`, collected under hashed names and compressed by `manage.py collectstatic`.
STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "build/static"]
STATIC_ROOT = BASE_DIR / "build/collected"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False
# Recordings that curators upload. Readers get them through a view, which asks whether they are public.
MEDIA_ROOT = VAR / "media"
# The biggest that is taken, in megabytes. It comes in through a temporary file, wherever the system keeps those.
MEDIA_MAX_MB = env.number("MEDIA_MAX_MB", default=500)

# What browsers may do: nothing but what comes from here or carries this response's nonce.
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF, CSP.NONCE],
    "style-src": [CSP.SELF, CSP.NONCE],
    "img-src": [CSP.SELF],
    "media-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# What only HTTPS can give: all of it, except in a trial.
SECURE_SSL_REDIRECT = not TRIAL
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]  # asked by machines next door
SECURE_HSTS_SECONDS = 0 if TRIAL else 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = not TRIAL
SECURE_HSTS_PRELOAD = not TRIAL
# A proxy that ends HTTPS must overwrite this header, or anybody could claim to come by HTTPS.
if env.flag("TRUST_FORWARDED_PROTO", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Cookies, which only curators get.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not TRIAL
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# The admin page of an interview with a long transcript sends two fields for every turn of it.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# What goes wrong is said on standard error, which the operator's system keeps; nothing is said about readers.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        # Instead of mail to ADMINS, Django's own choice.
        "django": {"handlers": [], "level": "INFO" if DEBUG else "WARNING"},
        # A page that is not there is no fault of ours, nor is the answer to HEAD, which gunicorn cuts short for us.
        "django.request": {"level": "ERROR"},
        "gunicorn.http": {"level": "ERROR"},
        # Whoever scans the net asks every machine for every host.
        "django.security.DisallowedHost": {"handlers": [], "propagate": False},
    },
}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
# Where readers write for corrections; the pages say so where there is none.
CONTACT_EMAIL = env.text("CONTACT_EMAIL")
