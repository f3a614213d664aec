"""Settings for a server: secrets from the environment, HTTPS everywhere, files with fingerprints."""

from django.core.exceptions import ImproperlyConfigured
from environs import Env

from passend.config.settings.base import *  # noqa: F403 -- a settings file builds on the base

env = Env()

KORTSTE_SLEUTEL = 50  # what Django itself calls long enough
SECRET_KEY = env.str("SECRET_KEY", "")
if len(SECRET_KEY) < KORTSTE_SLEUTEL:
    raise ImproperlyConfigured(
        f"SECRET_KEY moet een willekeurige tekst van minstens {KORTSTE_SLEUTEL} tekens zijn en heeft er nu "
        f"{len(SECRET_KEY)}"
    )
DEBUG = False  # whatever the environment says
if not env.list("PASSEND_SLEUTELS", []):
    raise ImproperlyConfigured(
        "PASSEND_SLEUTELS ontbreekt; een server krijgt haar sleutels van buiten, en u bewaart ze"
    )
if not env.str("MAIL_HOST", ""):
    raise ImproperlyConfigured(
        "MAIL_HOST ontbreekt; zonder mailserver komen brieven, met adressen en links die werken, op het scherm van de "
        "server, en dus in haar logboek"
    )
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
DEMONSTRATIE = env.str("PASSEND_DEMO", "uit") == "aan"
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("PASSEND_PROXIES", 1)
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = False
# a browser takes a cookie of such a name only over HTTPS, for every path, and from no other name of the same domain
SESSION_COOKIE_NAME = "__Host-sessie"
CSRF_COOKIE_NAME = "__Host-formulier"
LANGUAGE_COOKIE_NAME = "__Host-taal"
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
LANGUAGE_COOKIE_SECURE = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
