"""The files of a development perspective plan, for the file that goes along."""

from collections.abc import Collection

from django.db.models import F
from django.utils import timezone

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rubriek import Dossierbestand
from passend.leerlingen.models import Leerling
from passend.plannen.models import Oppbestand


def list_oppbestanden(leerling: Leerling, klassen: Collection[Vertrouwelijkheid]) -> list[Dossierbestand]:
    """The drawings of the child and the papers that parents signed, for who may read the plan."""
    if Vertrouwelijkheid.GEWOON not in klassen:
        return []
    bestanden = Oppbestand.objects.filter(opp__bestuur=F("bestuur"), opp__leerling=leerling).order_by("op", "pk")
    return [
        Dossierbestand(
            bij="Ontwikkelingsperspectief",
            naam=f"{een.soort}-{timezone.localtime(een.op):%Y-%m-%d}-{een.pk}.{een.extensie}",
            extensie=een.extensie,
            inhoud=bytes(een.inhoud),
        )
        for een in bestanden
    ]
