"""Letters on the screen of who tries Passend without a mail server, as a person reads them: a link is whole there."""

import re
from typing import Final

from django.core.mail import EmailMessage
from django.core.mail.backends.console import EmailBackend as Schermbackend

STREEP: Final = "-" * 79
_BESTURING: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # what somebody typed does not steer the terminal


class EmailBackend(Schermbackend):
    """Writes to whom, about what and the words; as it would be sent, a long link is cut into lines that end in `=`."""

    def write_message(self, message: EmailMessage) -> None:
        """One letter, with the names of what goes along."""
        koppen = [("Van", message.from_email), ("Aan", ", ".join(message.recipients())), ("Onderwerp", message.subject)]
        regels = [*(f"{naam}: {waarde}" for naam, waarde in koppen), "", message.body.replace("\r\n", "\n").rstrip()]
        namen = [naam for bijlage in message.attachments if (naam := _naam(bijlage))]
        regels += ["", *(f"Bijlage: {naam}" for naam in namen)] if namen else []
        self.stream.write(_BESTURING.sub("", "\n".join(regels)) + f"\n{STREEP}\n")


def _naam(bijlage: object) -> str:
    """The name of an attachment, that Django keeps as a row of values or as a part of a message."""
    naam = bijlage[0] if isinstance(bijlage, tuple) else getattr(bijlage, "get_filename", str)()
    return str(naam or "")
