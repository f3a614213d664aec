"""Without a mail server a letter stands on the screen, and its link works as it stands there."""

import io
from email.message import MIMEPart

from django.core.mail import EmailMessage

from passend.config.schermpost import STREEP, EmailBackend
from passend.config.settings import base

LINK = "https://passend.voorbeeld.example/uitnodiging/" + "aB3-" * 40


def _op_het_scherm(bericht: EmailMessage) -> str:
    scherm = io.StringIO()
    assert EmailBackend(stream=scherm).send_messages([bericht]) == 1
    return scherm.getvalue()


def test_letter_on_the_screen_is_read_as_it_was_written_and_its_link_is_whole() -> None:
    bericht = EmailMessage("Welkom, Zoë", f"Dag Zoë,\n\nKlik hier:\n{LINK}\n", "a@b.example", ["zoe@b.example"])

    assert _op_het_scherm(bericht) == (
        f"Van: a@b.example\nAan: zoe@b.example\nOnderwerp: Welkom, Zoë\n\nDag Zoë,\n\nKlik hier:\n{LINK}\n{STREEP}\n"
    )


def test_screen_names_what_goes_along_and_does_nothing_that_somebody_typed() -> None:
    bericht = EmailMessage("Overleg", "Kamer \x1b[2J4", "a@b.example", ["z@b.example"])
    bericht.attach("afspraak.ics", "BEGIN:VCALENDAR", "text/calendar")
    deel = MIMEPart()
    deel.add_header("Content-Disposition", "attachment", filename="verslag.pdf")
    bericht.attach(deel)

    scherm = _op_het_scherm(bericht)

    assert "\x1b" not in scherm
    assert scherm.endswith(f"\n\nBijlage: afspraak.ics\nBijlage: verslag.pdf\n{STREEP}\n")
    assert "VCALENDAR" not in scherm


def test_installation_without_a_mail_server_writes_its_letters_on_the_screen() -> None:
    assert base.MAILERS["default"]["BACKEND"] == "passend.config.schermpost.EmailBackend"
