"""Settings for the tests: fast passwords, SQLite unless TEST_DATABASE_URL names a PostgreSQL."""

import tempfile

from environs import Env

from passend.config.settings.base import *  # noqa: F403 -- a settings file builds on the base
from passend.config.settings.base import SQLITE

env = Env()

SECRET_KEY = "alleen-voor-de-tests"  # noqa: S105 -- no secret: tests only
PASSEND_SLEUTELS = ["YWxsZWVuLXZvb3ItZGUtdGVzdHMtdmFuLXBhc3NlbmQ="]  # idem
PASSEND_SLEUTELS_IN_BESTAND = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
DATABASES = {"default": env.dj_db_url("TEST_DATABASE_URL", f"sqlite:///{tempfile.gettempdir()}/passend-test.sqlite3")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = SQLITE
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
