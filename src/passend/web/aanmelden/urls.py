"""Addresses for signing in; their names are those by which allauth finds them."""

from allauth.account import views as account
from allauth.account.decorators import reauthentication_required
from allauth.mfa.base import views as stap
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as sleutel
from allauth.usersessions import views as sessies
from django.urls import URLPattern, path, re_path
from django.views.decorators.http import require_safe
from django.views.generic import RedirectView

from passend.web.aanmelden import schoolaccount, tweedestap, uitnodiging, views, wachtwoord
from passend.web.aanmelden.wacht import geeft_stap
from passend.web.verzoek import aangemeld, lees_of_stuur

# who took over a session that was left open could otherwise keep it and sign its owner out
andere_afmelden = reauthentication_required(allow_get=True)(sessies.list_usersessions)

urlpatterns: list[URLPattern] = [
    path("aanmelden", lees_of_stuur(views.aanmelden), name="account_login"),
    path("aanmelden/demo", views.demo, name="demo_aanmelden"),
    path("aanmelden/nog", views.nog_aangemeld, name="nog_aangemeld"),
    path("afmelden", views.afmelden, name="afmelden"),
    path("afmelden/overal", views.overal_afmelden, name="overal_afmelden"),
    path("wachtwoord/vergeten", lees_of_stuur(wachtwoord.vergeten_wachtwoord), name="account_reset_password"),
    path("wachtwoord/verstuurd", require_safe(account.password_reset_done), name="account_reset_password_done"),
    path(
        "wachtwoord/klaar",
        require_safe(account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^wachtwoord/nieuw/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)$",
        lees_of_stuur(wachtwoord.nieuw_wachtwoord),
        name="account_reset_password_from_key",
    ),
    path("account/wachtwoord", aangemeld(lees_of_stuur(account.password_change)), name="account_change_password"),
    path(
        "account/wachtwoord/maken",  # for who came with a school account: the mail is their proof
        RedirectView.as_view(pattern_name="account_reset_password"),
        name="account_set_password",
    ),
    path("account/bevestigen", aangemeld(lees_of_stuur(account.reauthenticate)), name="account_reauthenticate"),
    path("aanmelden/tweede-stap", lees_of_stuur(stap.authenticate), name="mfa_authenticate"),
    path("aanmelden/sleutel", lees_of_stuur(sleutel.login_webauthn), name="mfa_login_webauthn"),
    path("aanmelden/<str:provider_id>/login", require_safe(schoolaccount.heen), name="openid_connect_login"),
    path("aanmelden/<str:provider_id>/terug", require_safe(schoolaccount.terug), name="openid_connect_callback"),
    path("uitnodiging", uitnodiging.uitnodiging, name="uitnodiging"),
    path("uitnodiging/<str:sleutel>", uitnodiging.openen, name="uitnodiging_open"),
    path("account", aangemeld(require_safe(stap.index)), name="mfa_index"),
    path("account/app", aangemeld(lees_of_stuur(geeft_stap(totp.activate_totp))), name="mfa_activate_totp"),
    path("account/app/weg", aangemeld(lees_of_stuur(totp.deactivate_totp)), name="mfa_deactivate_totp"),
    path("account/sleutels", RedirectView.as_view(pattern_name="mfa_index"), name="mfa_list_webauthn"),
    path(
        "account/sleutels/nieuw",
        aangemeld(lees_of_stuur(geeft_stap(tweedestap.sleutel_erbij))),
        name="mfa_add_webauthn",
    ),
    path(
        "account/sleutels/<int:pk>/weg", aangemeld(lees_of_stuur(sleutel.remove_webauthn)), name="mfa_remove_webauthn"
    ),
    path("account/herstelcodes", aangemeld(require_safe(codes.view_recovery_codes)), name="mfa_view_recovery_codes"),
    path(
        "account/herstelcodes/nieuw",
        aangemeld(lees_of_stuur(codes.generate_recovery_codes)),
        name="mfa_generate_recovery_codes",
    ),
    path("account/bevestigen/code", aangemeld(lees_of_stuur(stap.reauthenticate)), name="mfa_reauthenticate"),
    path(
        "account/bevestigen/sleutel",
        aangemeld(lees_of_stuur(sleutel.reauthenticate_webauthn)),
        name="mfa_reauthenticate_webauthn",
    ),
    path("account/apparaten", aangemeld(lees_of_stuur(andere_afmelden)), name="usersessions_list"),
]
