"""Meetings and the agenda, by everybody who comes there and with every form of them, all in English."""

from tests.web.taal.rondgang import Bezoeker, Rondgang

from passend.leerlingen.models import Leerling
from passend.organisaties.models import Bestuur, Groep
from passend.organisaties.queries import in_bestuur
from passend.overleggen.models import Overleg, Overlegdeel, Overlegdeelnemer

SCHOOL = "/school/99AA00"
TIJD = {"tijd": "10:00", "minuten": "30", "plaats": ""}


def loop_langs_overleggen(rondgang: Rondgang) -> None:
    """The list, three sheets, who comes, the letters, closing, and the agenda with its feed."""
    with in_bestuur(*Bestuur.objects.values_list("pk", flat=True)):
        pip = Leerling.objects.get(voornaam="Pip", achternaam="Kwast")
        gepland = Overleg.objects.get(leerling=pip, stand="gepland")
        groep = Groep.objects.get(vestiging=pip.vestiging_id, naam="3").pk
        deel = Overlegdeel.objects.get(overleg=gepland, soort="vraag").pk
        extern = Overlegdeelnemer.objects.get(overleg=gepland, rol="schoolmaatschappelijk_werk").pk
    dossier = f"{SCHOOL}/leerling/{pip.sleutel}"
    blad = f"{dossier}/overleg/{gepland.pk}"
    ib, ouder, deskundige, leerkracht = (
        Bezoeker(rondgang, f"{naam}@voorbeeld.nl") for naam in ("ib", "ouder", "deskundige", "leerkracht")
    )
    for iemand in (ib, ouder, deskundige, leerkracht):
        for pad in ("/agenda", f"{dossier}/overleg", blad):
            iemand.ga(pad)
    ib.loop(f"{SCHOOL}/overleg", meeste=6)
    for vorm in ({}, {"waarde": "Hoe?", "versie": "9"}, {"waarde": "x" * 20_001, "versie": "2"}):
        ib.stuur(f"{blad}/deel", {"deel": deel, **vorm})
    ib.ga(f"{blad}/versies?deel={deel}")
    ib.ga(f"{blad}/nieuws")
    for vorm in (
        {},
        {"rol": "adviseur", "naam": "", "email": ""},
        {"rol": "adviseur", "naam": "Noor", "email": ""},
        {"rol": "adviseur", "naam": "Noor", "email": "zzz"},
        {"rol": "adviseur", "naam": "Noor", "email": "n@x.example"},
        {"rol": "adviseur", "naam": "Noor", "email": "n@x.example"},
    ):
        ib.stuur(f"{blad}/deelnemer", vorm)
    for dag in ("", "2001-01-01"):
        ib.stuur(f"{blad}/toestemming", {"deelnemer": extern, "geldig_tot_en_met": dag})
    _sluit_te_vroeg(ib, blad, extern)
    for dag in ("", "2001-01-01", "2099-01-01"):
        ib.stuur(f"{blad}/tijd", TIJD | {"dag": dag})
        ib.stuur(f"{SCHOOL}/overleg/nieuw", TIJD | {"soort": "groepsbespreking", "groep": groep, "dag": dag})
    ib.stuur(f"{SCHOOL}/overleg/nieuw", {"soort": "mdo"})
    _bespreek_groep(ib, leerkracht, groep)
    for vorm in ({}, {}, {"weg": "1"}):
        ib.stuur("/agenda/adres", vorm)
    ib.stuur(f"{blad}/tijd", {"afzeggen": "1"})
    ib.stuur(f"{blad}/besluit", {"sleutel": "7" * 32})
    ib.ga(blad)


def _sluit_te_vroeg(ib: Bezoeker, blad: str, extern: int) -> None:
    """What is asked before closing, and what cannot be before the meeting began."""
    ib.ga(f"{blad}/sluiten")
    for vorm in ("uitnodigen", "sluiten", "heropenen", "besluit"):
        ib.stuur(f"{blad}/{vorm}", {"sleutel": "7" * 32})
    ib.stuur(f"{blad}/aanwezig", {"deelnemer": extern, "aanwezig": "ja"})


def _bespreek_groep(ib: Bezoeker, leerkracht: Bezoeker, groep: int) -> None:
    """The lighter sheet of a group, with its forms."""
    ib.stuur(f"{SCHOOL}/overleg/nieuw", TIJD | {"soort": "groepsbespreking", "groep": groep, "dag": "2026-10-20"})
    with in_bestuur(*Bestuur.objects.values_list("pk", flat=True)):
        overleg = Overleg.objects.get(groep=groep, stand="gepland")
        deel = Overlegdeel.objects.filter(overleg=overleg).order_by("pk")[0].pk
    blad = f"{SCHOOL}/groepsoverleg/{overleg.pk}"
    for iemand in (ib, leerkracht):
        iemand.ga(blad)
    ib.ga(f"{blad}/versies?deel={deel}")
    ib.ga(f"{blad}/nieuws")
    ib.stuur(f"{blad}/deel", {"deel": deel, "waarde": "x" * 20_001, "versie": "1"})
    for vorm in ("besluit", "deelnemer", "sluiten", "tijd"):
        ib.stuur(f"{blad}/{vorm}", {"sleutel": "7" * 32})
