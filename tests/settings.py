"""The site's settings for tests: a trial whatever the machine says, without what only makes tests slow."""

import os

os.environ.update(TRIAL="on", DJANGO_DEBUG="off")
# A browser test leaves an event loop running in its process, where Django would refuse every later query.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

from config.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Assets by their plain names: only the browser tests need them built.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
