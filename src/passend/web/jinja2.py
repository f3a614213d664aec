"""The template environment: translations, addresses, and how days and kinds of support are written."""

from datetime import date
from typing import Any

from django.conf import settings
from django.middleware.csrf import get_token
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext, ngettext
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from passend.begrippen.soorten import SOORTEN
from passend.regels.leesbaarheid import leesbaarheid
from passend.web.aanmelden.wacht import moet_instellen
from passend.web.afdruk import afdruk, is_weg, stuktitel
from passend.web.kader import berichten_van, maak_kader
from passend.web.weergave import FILTERS
from passend.web.zinnen import vertaal


def environment(**opties: Any) -> Environment:
    """The environment that Django hands its options to."""
    opties |= {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    del opties["autoescape"]  # Django's default is the same; said here, where a reader looks for it
    env = Environment(autoescape=True, extensions=["jinja2.ext.i18n", "jinja2.ext.do"], **opties)
    # newstyle=True escapes what is put into a sentence, and keeps the sentence itself free of markup
    env.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined] # added by the extension
    env.globals |= {
        "static": static,
        "url": _url,
        "taal": translation.get_language,
        "talen": settings.LANGUAGES,
        "csrf_token_van": get_token,
        "icoon": _icoon,
        "nl": _nl,
        "kader_van": maak_kader,
        "berichten": berichten_van,
        "schoolaccounts": _schoolaccounts,
        "moet_instellen": moet_instellen,
        "soorten": SOORTEN,
        "leesbaarheid": leesbaarheid,
    }
    env.filters |= {**FILTERS, "zin": vertaal, "afdruk": afdruk, "is_weg": is_weg, "stuktitel": stuktitel}
    return env


def _schoolaccounts() -> str:
    """The name of the federation, when this installation knows one."""
    naam: str = settings.SCHOOLACCOUNT_NAAM
    return naam if settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"] else ""


def _url(naam: str, /, **waarden: str | int | date) -> str:
    return reverse(naam, kwargs=waarden or None)


def _nl() -> Markup:
    """The language of what a school or region wrote, for an element on a page in another language."""
    return Markup("") if translation.get_language() == "nl" else Markup(' lang="nl"')


def _icoon(naam: str) -> Markup:
    return Markup('<svg class="icoon" aria-hidden="true"><use href="{}#{}"></use></svg>').format(
        static("passend/iconen.svg"), naam
    )
