"""Settings for one school on one computer; a server adds `production`."""

import base64
import os
import secrets
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP
from environs import Env

env = Env()

PAKKET = Path(__file__).resolve().parents[2]
VAR = Path(env.str("PASSEND_VAR", str(PAKKET.parents[1] / "var"))).resolve()
VAR.mkdir(parents=True, exist_ok=True)


def _own_secret_key() -> str:
    """A key made once for this computer, readable by its owner alone."""
    bestand = VAR / "geheime-sleutel"
    if not bestand.exists():
        bestand.touch(mode=0o600)
        bestand.write_text(secrets.token_urlsafe(50))
    return bestand.read_text()


SECRET_KEY = env.str("SECRET_KEY", "") or _own_secret_key()
SECRET_KEY_FALLBACKS: list[str] = env.list("SECRET_KEY_FALLBACKS", [])  # older keys, which still read what they wrote


def _own_sleutels() -> list[str]:
    """Keys made once for this computer, newest first; whoever loses them loses the numbers that they keep secret."""
    if not PASSEND_SLEUTELBESTAND.exists():
        deel = VAR / f"sleutels-{secrets.token_hex(8)}.deel"
        with os.fdopen(os.open(deel, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as blad:
            blad.write(base64.urlsafe_b64encode(secrets.token_bytes(32)).decode() + "\n")
        try:
            os.link(deel, PASSEND_SLEUTELBESTAND)  # whole or not at all, and never over the one of another process
        except FileExistsError:
            pass
        finally:
            deel.unlink()
    return PASSEND_SLEUTELBESTAND.read_text().split()


def _is_sleutel(tekst: str) -> bool:
    try:
        return len(base64.urlsafe_b64decode(tekst)) == 32  # noqa: PLR2004 -- what Fernet asks for
    except ValueError:
        return False


PASSEND_SLEUTELBESTAND = VAR / "sleutels"
PASSEND_ZEGELBESTAND = VAR / "logboekzegels.json"
PASSEND_SLEUTELS: list[str] = env.list("PASSEND_SLEUTELS", [])
PASSEND_SLEUTELS_IN_BESTAND = not PASSEND_SLEUTELS
PASSEND_SLEUTELS = PASSEND_SLEUTELS or _own_sleutels()
if not PASSEND_SLEUTELS or not all(map(_is_sleutel, PASSEND_SLEUTELS)):
    raise ImproperlyConfigured("in PASSEND_SLEUTELS of in var/sleutels staat iets dat geen sleutel is")
DEBUG = env.bool("DEBUG", False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["127.0.0.1", "localhost", "testserver"])

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "passend.organisaties",
    "passend.toegang",
    "passend.profielen",
    "passend.leerlingen",
    "passend.volgen",
    "passend.plannen",
    "passend.overleggen",
    "passend.toelating",
    "passend.overstap",
    "passend.kalender",
    "passend.web",
]

MIDDLEWARE = [
    "passend.web.koppen.KoppenMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",  # before the static files, which are answers too
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "passend.web.taal.TaalMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "passend.web.bereik.BereikMiddleware",
    "passend.web.rolgeheugen.RolgeheugenMiddleware",
    "passend.web.weigering.WeigeringMiddleware",
    "passend.web.aanmelden.wacht.TweedeStapMiddleware",
    "passend.web.drukte.DrukteMiddleware",
]

ROOT_URLCONF = "passend.config.urls"
WSGI_APPLICATION = "passend.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PAKKET / "web" / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "passend.web.jinja2.environment"},
    },
]

SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; "
        "PRAGMA secure_delete=ON;"  # what is destroyed is overwritten, not only let go of
    ),
}
DATABASES = {"default": env.dj_db_url("DATABASE_URL", f"sqlite:///{VAR / 'passend.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = SQLITE
DIENSTROL = env.str("PASSEND_DIENSTROL", "")  # who serves, when that is not who makes the tables
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "toegang.Account"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "passend.web.aanmelden.eisen.Lengte", "OPTIONS": {"min_length": 12}},
    {"NAME": "passend.web.aanmelden.eisen.NietAlledaags"},
    {"NAME": "passend.web.aanmelden.eisen.NietVanHier"},
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",  # what Passend used before; renewed when somebody signs in
]
AUTHENTICATION_BACKENDS = ["passend.web.aanmelden.achterkant.Wachtwoordcontrole"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
LOGOUT_REDIRECT_URL = "openbaar"
ACCOUNT_ADAPTER = "passend.web.aanmelden.adapter.Aanmeldadapter"
ACCOUNT_AUTHENTICATED_LOGIN_REDIRECTS = False  # in the demonstration one becomes somebody else
ACCOUNT_EMAIL_NOTIFICATIONS = True  # who did not do it themselves must know
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_VERIFICATION = "none"  # an address is proved by the link of the invitation
ACCOUNT_FORMS = {"reset_password": "passend.web.aanmelden.wachtwoord.Vergeetformulier"}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_RATE_LIMITS = {  # beside those of allauth; of who is not signed in a whole school can have one address
    "zoeken": "240/m/user",
    "zoeken_vreemde": "600/m/ip",
    "inleveren": "20/m/user",
    "inleveren_vreemde": "20/m/ip",
    "maken": "60/m/user",
    "maken_vreemde": "300/m/ip",
    "te_vaak_gemeld": "1/m/key",
    "poging_gemeld": "20/m/ip",
}
ACCOUNT_SESSION_REMEMBER = False  # schools share computers: a session ends with the browser
ACCOUNT_TEMPLATE_EXTENSION = "jinja"
MFA_ADAPTER = "passend.web.aanmelden.tweedestap.Stapadapter"
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "activate_totp": "passend.web.aanmelden.tweedestap.Appformulier",
    "authenticate": "passend.web.aanmelden.tweedestap.Codeformulier",
    "authenticate_webauthn": "passend.web.aanmelden.tweedestap.Sleutelformulier",
    "login_webauthn": "passend.web.aanmelden.tweedestap.Inlogformulier",
    "reauthenticate": "passend.web.aanmelden.tweedestap.Bevestigcode",
    "reauthenticate_webauthn": "passend.web.aanmelden.tweedestap.Bevestigformulier",
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Passend"
MFA_TOTP_TOLERANCE = 1  # clocks of telephones differ
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # on one computer; a server says no, and browsers do anyway
SOCIALACCOUNT_ADAPTER = "passend.web.aanmelden.schoolaccount.Schooladapter"
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_LOGIN_ON_GET = True  # a form may not lead to another site (form-action 'self'); the state keeps it safe
SCHOOLACCOUNT_NAAM = env.str("OIDC_NAAM", "Entree Federatie")
SOCIALACCOUNT_PROVIDERS: dict[str, dict[str, Any]] = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": []}}
if env.str("OIDC_SERVER", ""):
    SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"].append(
        {
            "provider_id": "school",
            "name": SCHOOLACCOUNT_NAAM,
            "client_id": env.str("OIDC_CLIENT"),
            "secret": env.str("OIDC_SECRET"),
            "settings": {"server_url": env.str("OIDC_SERVER"), "uid_field": "uid", "scope": ["openid"]},
        }
    )
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("PASSEND_PROXIES", 0)
PASSWORD_RESET_TIMEOUT = 60 * 60
SESSION_COOKIE_AGE = 12 * 60 * 60

DEMONSTRATIE = env.str("PASSEND_DEMO", "aan") != "uit"  # made-up people, whose password everybody knows

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [PAKKET / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "/static/"
VOORKANT = PAKKET.parents[1] / "var" / "voorkant"  # made by the set-up, so beside the code wherever the data is kept
VOORKANT.mkdir(parents=True, exist_ok=True)
STATICFILES_DIRS = [PAKKET / "web" / "static", VOORKANT]
STATIC_ROOT = VAR / "static"
STATIC_ROOT.mkdir(exist_ok=True)
WHITENOISE_USE_FINDERS = True
WHITENOISE_ALLOW_ALL_ORIGINS = False  # no other site needs our files

MAILERS: dict[str, dict[str, Any]] = {"default": {"BACKEND": "passend.config.schermpost.EmailBackend"}}
if env.str("MAIL_HOST", ""):
    MAILERS["default"] = {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": env.str("MAIL_HOST"),
            "port": env.int("MAIL_PORT", 587),
            "username": env.str("MAIL_USER", ""),
            "password": env.str("MAIL_PASSWORD", ""),
            "use_tls": True,
            "timeout": 20,
        },
    }
DEFAULT_FROM_EMAIL = env.str("MAIL_FROM", "passend@localhost")

DRADEN = 4  # how many requests are answered at once; who hands in takes at most all but one
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
BESTAND_MAX_BYTES = env.int("PASSEND_BESTAND_MAX_BYTES", 50 * 1024 * 1024)

SECURE_CSP = {
    "default-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
    "form-action": [CSP.SELF],
}
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True  # pages carry the key themselves
CSRF_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # a message can name somebody; no cookie
CSRF_FAILURE_VIEW = "passend.web.weigering.csrf_mislukt"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"kort": {"()": "passend.config.schermlog.Regelvorm"}},
    "handlers": {"scherm": {"class": "logging.StreamHandler", "formatter": "kort"}},
    "loggers": {
        "django": {"handlers": []},  # its own also mails, and writes faults out in full
        "django.server": {"handlers": [], "level": "WARNING", "propagate": True},  # its own writes what was searched
    },
    "root": {"handlers": ["scherm"], "level": "WARNING"},
}
DEFAULT_EXCEPTION_REPORTER = "passend.config.schermlog.Foutverslag"
