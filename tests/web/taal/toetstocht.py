"""Files with results of every kind, and everything that can be wrong in them, all in English."""

from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from tests.factories.toetsen import TOETSLIJST, UWLR
from tests.web.taal.rondgang import Bezoeker

from passend.leerlingen.models import Invoer
from passend.organisaties.models import Bestuur
from passend.organisaties.queries import in_bestuur
from passend.volgen.queries.invoer import get_toetsopgave, get_toetsvergelijking

PAD = "/school/99AA00/toetsen/inlezen"
KOPPEN = "Leerling;Toets;Maker;Vak;Datum;Score;VS;Niveau;Percentiel;Normschema;Fn"
KOLOMMEN = (
    *("naam", "toets", "instrument", "vak", "afgenomen_op", "ruwe_score", "schaalscore", "niveau", "percentiel"),
    *("normschema", "functioneringsniveau"),
)
FOUT = (
    *("Pip Kwast;;IEP;rekenen;20-1-2026;;81;;;;", "Pip Kwast;;IEP;rekenen;20-1-2026;;82;;;;"),
    *("zzz;;IEP;rekenen;20-1-2026;;81;;;;", "Teun Vuurtoren;;IEP;rekenen;20-1-2026;;81;;;;"),
    *("Noor Helmgras;;zzz;rekenen;20-1-2026;;81;;;;", "Noor Helmgras;zzz;;rekenen;20-1-2026;;81;;;;"),
    *("Noor Helmgras;;IEP;zzz;20-1-2026;;81;;;;", "Noor Helmgras;;IEP;engels;20-1-2026;;81;;;;"),
    *("Noor Helmgras;;IEP;rekenen;31-6-2026;;81;;;;", "Noor Helmgras;;IEP;rekenen;;;81;;;;"),
    *("Noor Helmgras;;IEP;rekenen;20-1-2036;;81;;;;", "Noor Helmgras;;IEP;rekenen;20-1-2001;;81;;;;"),
    *("Noor Helmgras;;IEP;rekenen;20-1-2026;;zzz;;;;", "Noor Helmgras;;IEP;rekenen;20-1-2026;;1,234;;;;"),
    *("Noor Helmgras;;IEP;rekenen;20-1-2026;;999999;;;;", "Noor Helmgras;;IEP;rekenen;20-1-2026;;81;;1,5;;"),
    *("Noor Helmgras;;Cito;rekenen;20-1-2026;;81;;101;;", "Noor Helmgras;;Cito;rekenen;20-1-2026;;81;B;;zzz;"),
    *("Noor Helmgras;;Cito;rekenen;21-1-2026;;81;B;;cito_romeins;", "Noor Helmgras;;Cito;rekenen;22-1-2026;;;;;;"),
    "Noor Helmgras;;Cito;rekenen;20-1-2026;;81;1F;;iep_taal;",
    "Noor Helmgras;;IEP;rekenen;20-1-2026;;8;;;;zzzzzzzzzzzzz",
)  # fmt: skip


def loop_langs_toetsen(ib: Bezoeker) -> None:
    """Files that are refused whole, one that is read with every line that can be wrong, and one in UWLR."""
    lijst = "\n".join((KOPPEN, *FOUT)).encode()
    cache.clear()  # the walk hands in more in a minute than one person may
    for inhoud in (
        *(b"", b"<EDEX/>", b"<zzz/>", UWLR[:900], UWLR.replace(b">2.2<", b">1.0<"), UWLR.replace(b"99AA", b"99ZZ")),
        UWLR.replace(b"?>", b'?><!DOCTYPE a [<!ENTITY e "e">]>', 1),
        UWLR.replace(b"2026-01-20", b"2026-06-31").replace(b"<score>84<", b"<score>8,4<").replace(b'"u2"', b'"u1"'),
        UWLR.replace(b"Cito LVS Rekenen", b"zzz"),
        lijst,
    ):
        naam = "cito.xml" if inhoud.startswith(b"<") else "cito.csv"
        ib.stuur(PAD, {"bestand": SimpleUploadedFile(naam, inhoud)})
    with in_bestuur(*Bestuur.objects.values_list("pk", flat=True)):
        tabel, xml, fout = Invoer.objects.order_by("-pk").values_list("pk", flat=True)[:3]
    _vertel(ib, tabel, xml)
    ib.ga(f"{PAD}/{fout}")
    _voer_uit(ib, tabel)
    for _keer in range(2):
        ib.stuur(f"{PAD}/{xml}/weg")
    ib.ga(f"{PAD}/{xml}")
    ib.stuur(PAD, {"bestand": SimpleUploadedFile("cito.csv", TOETSLIJST)})
    ib.ga(PAD)


def _vertel(ib: Bezoeker, tabel: int, xml: int) -> None:
    kolommen, toetsen = f"{PAD}/{tabel}/kolommen", f"{PAD}/{xml}/kolommen"
    ib.ga(kolommen)
    goed = {f"kolom-{plek}": veld for plek, veld in enumerate(KOLOMMEN)}
    for weg in ("kolom-0", "kolom-4", "kolom-3", "kolom-9"):
        ib.stuur(kolommen, {veld: wat for veld, wat in goed.items() if veld not in {weg, "kolom-1", "kolom-2"}})
        ib.stuur(kolommen, {veld: wat for veld, wat in goed.items() if veld not in {weg, "kolom-1"}})
    for vorm in ({"kolom-0": "naam"}, goed | {"kolom-1": "naam"}, goed | {"alle-afgenomen_op": "2099-01-01"}, goed):
        ib.stuur(kolommen, vorm)
    ib.ga(toetsen)
    for vorm in ({}, {"instrument-0": "iep", "vak-0": "engels"}):
        ib.stuur(toetsen, vorm)


def _voer_uit(ib: Bezoeker, tabel: int) -> None:
    ib.ga(f"{PAD}/{tabel}")
    ib.stuur(f"{PAD}/{tabel}/uitvoeren")
    with in_bestuur(*Bestuur.objects.values_list("pk", flat=True)):
        invoer = Invoer.objects.get(pk=tabel)
        opgave = get_toetsopgave(invoer)
        assert opgave is not None
        dag = timezone.localdate()
        kenmerk = get_toetsvergelijking(vestiging=invoer.vestiging, opgave=opgave, peildatum=dag).kenmerk
    ib.stuur(f"{PAD}/{tabel}/uitvoeren", {"kenmerk": kenmerk})
    ib.ga(f"{PAD}/{tabel}")
