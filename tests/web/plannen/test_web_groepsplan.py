"""The plan of a group in the browser's language: one click to draft, saved as typed, closed on one page."""

import re

import pypdfium2
import pytest
from django.urls import reverse
from tests.factories.dossiers import plek
from tests.factories.leerlingen import maak_gezin, maak_leerling, maak_ouder
from tests.factories.paginas import inhoud_van, meld_aan
from tests.factories.profielen import OP
from tests.factories.volgen import maak_resultaat
from tests.plannen.test_plannen_clusterwijzers import LEESCLUB, bied_leesclub, heeft_nodig, wijs
from tests.plannen.test_plannen_groepsplan import Klas, maak_klas

from passend.begrippen.hgw import Cluster
from passend.begrippen.volgen import Vak
from passend.plannen.actions.clusterwijzers import Clusterkeuze
from passend.plannen.actions.groepsplannen import close_groepsplan
from passend.plannen.models import Clusterplaats, Groepsplan
from passend.plannen.queries.groepsplannen import get_cluster
from passend.regels.tekstmerk import tekstmerk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
LEEG = tekstmerk("")


def _adres(klas: Klas, pagina: str, plan: Groepsplan | None = None) -> str:
    waarden = {"code": "99AA00", "groep": klas.groep.pk}
    return reverse(pagina, kwargs=waarden | {"pk": plan.pk} if plan else waarden)


def test_one_click_drafts_the_plan_from_the_overview() -> None:
    klas = maak_klas(90, 50, 10)
    client = meld_aan(klas.school.leerkracht)

    antwoord = client.post(_adres(klas, "groepsplan_nieuw"), {"vak": "rekenen"}, follow=True)

    pagina = inhoud_van(antwoord)
    for woorden in (
        "Groepsplan rekenen",
        "Ronde 1",
        "Kind0 Achter0",
        "past bij verdiept",
        "Zeg wat basis deze ronde leert.",
    ):
        assert woorden in pagina
    assert Groepsplan.objects.count() == 1


def test_subject_that_does_not_exist_makes_no_plan() -> None:
    klas = maak_klas(50)

    assert meld_aan(klas.school.leerkracht).post(_adres(klas, "groepsplan_nieuw"), {"vak": "zzz"}).status_code == 404


def test_text_is_saved_as_typed_and_a_collision_shows_both() -> None:
    klas = maak_klas(50)
    plan = klas.plan()
    adres, vorm = _adres(klas, "groepsplan_tekst", plan), {"cluster": "basis", "veld": "doel", "versie": LEEG}
    een, ander = meld_aan(klas.school.leerkracht), meld_aan(klas.school.intern_begeleider)

    eerst = een.post(adres, vorm | {"tekst": "Tot honderd."})
    botsing = ander.post(adres, vorm | {"tekst": "Tot duizend."})
    gehouden = ander.post(adres, vorm | {"tekst": "Tot duizend.", "kies_versie": tekstmerk("Tot honderd.")})

    assert (eerst.status_code, botsing.status_code, gehouden.status_code) == (200, 409, 200)
    assert tekstmerk("Tot honderd.") in eerst.content.decode()
    for woorden in ("heeft dit ook veranderd", "Tot honderd.", "Neem dat over", "Houd wat ik schreef"):
        assert woorden in botsing.content.decode()
    assert get_cluster(plan=plan, cluster=Cluster.BASIS).doel == "Tot duizend."


def test_what_is_missing_is_told_anew_at_each_save() -> None:
    klas = maak_klas(50)
    vorm = {"cluster": "basis", "veld": "doel", "versie": LEEG, "tekst": "Tot honderd."}
    plan, client = klas.plan(), meld_aan(klas.school.leerkracht)

    pagina = inhoud_van(client.get(_adres(klas, "groepsplan", plan)))
    bewaard = client.post(_adres(klas, "groepsplan_tekst", plan), vorm).content.decode()

    assert "Zeg wat basis deze ronde leert." in pagina
    assert 'id="nog-nodig" hx-swap-oob="true"' in bewaard
    assert ("Zeg wat basis" in bewaard, "Zeg hoe u basis" in bewaard) == (False, True)


def test_name_of_a_pupil_in_a_text_is_kept_and_pointed_at() -> None:
    klas = maak_klas(50)
    plan = klas.plan()
    client, vorm = meld_aan(klas.school.leerkracht), {"cluster": "basis", "veld": "doel", "versie": LEEG}
    zonder = inhoud_van(client.get(_adres(klas, "groepsplan", plan)))

    client.post(_adres(klas, "groepsplan_tekst", plan), vorm | {"tekst": "Kind0 rekent tot honderd."})

    assert "In de teksten staat een naam" not in zonder
    assert "In de teksten staat een naam: Kind0." in inhoud_van(client.get(_adres(klas, "groepsplan", plan)))
    assert get_cluster(plan=plan, cluster=Cluster.BASIS).doel == "Kind0 rekent tot honderd."


@pytest.mark.parametrize(
    ("anders", "status"),
    [({"tekst": "x" * 401}, 422), ({"veld": "zzz"}, 404), ({"cluster": "zzz"}, 404), ({"veld": "uitkomst"}, 404)],
)
def test_text_that_cannot_be_is_sent_back(anders: dict[str, str], status: int) -> None:
    klas = maak_klas(50)
    plan = klas.plan()
    vorm = {"cluster": "basis", "veld": "doel", "versie": LEEG, "tekst": "Iets"}

    antwoord = meld_aan(klas.school.leerkracht).post(_adres(klas, "groepsplan_tekst", plan), vorm | anders)

    assert antwoord.status_code == status
    assert get_cluster(plan=plan, cluster=Cluster.BASIS).doel == ""


def test_pupil_is_moved_by_a_choice() -> None:
    klas = maak_klas(50)
    plan = klas.plan()
    client, adres = meld_aan(klas.school.leerkracht), _adres(klas, "groepsplan_plaats", plan)

    antwoord = client.post(adres, {"leerling": klas.leerlingen[0].sleutel, "cluster": "intensief"})
    vreemd = client.post(adres, {"leerling": "00000000-0000-4000-8000-000000000000", "cluster": "intensief"})
    geen = client.post(adres, {"leerling": "zzz", "cluster": "intensief"})

    assert "U koos anders." in antwoord.content.decode()
    assert Clusterplaats.objects.get().cluster == "intensief"
    assert (vreemd.status_code, geen.status_code) == (404, 404)


def test_pupil_who_came_later_may_be_left_without_a_choice_and_stands_on_the_paper() -> None:
    klas = maak_klas(50)
    plan = klas.plan()
    Clusterplaats.objects.all().delete()
    client, adres = meld_aan(klas.school.leerkracht), _adres(klas, "groepsplan_plaats", plan)

    leeg = client.post(adres, {"leerling": klas.leerlingen[0].sleutel, "cluster": ""})
    with pypdfium2.PdfDocument(client.get(_adres(klas, "groepsplan_pdf", plan)).content) as pdf:
        papier = re.sub(r"\s+", " ", pdf[0].get_textpage().get_text_bounded())

    assert leeg.status_code == 200
    assert "Nog zonder cluster" in leeg.content.decode()
    assert not Clusterplaats.objects.exists()
    assert "Nog zonder groepje: Kind0 Achter0." in papier


def test_round_is_closed_with_what_is_missing_said_and_then_goes_on() -> None:
    klas = maak_klas(50)
    plan = klas.plan()
    client = meld_aan(klas.school.leerkracht)
    te_vroeg = client.post(_adres(klas, "groepsplan_sluit", plan))
    client.post(_adres(klas, "groepsplan_uitkomst", plan), {"cluster": "basis", "uitkomst": "deels"})
    vorm = {"cluster": "basis", "versie": LEEG}
    client.post(_adres(klas, "groepsplan_tekst", plan), vorm | {"veld": "evaluatie", "tekst": "Ging goed."})
    client.post(_adres(klas, "groepsplan_tekst", plan), vorm | {"veld": "wat_werkte", "tekst": "Samen beginnen."})

    vroeg = client.post(_adres(klas, "groepsplan_sluit", plan))
    volgende = client.post(_adres(klas, "groepsplan_sluit", plan), {"eerder": "1"}, follow=True)
    oud = inhoud_van(client.get(_adres(klas, "groepsplan", plan)))

    assert te_vroeg.status_code == 422
    assert "Kies of het doel van basis is behaald." in inhoud_van(te_vroeg)
    assert vroeg.status_code == 422
    assert "Deze ronde loopt nog tot en met 31-01-2027." in inhoud_van(vroeg)
    for woorden in ("Ronde 2", "Wat werkte, staat hier al.", "Vorige ronde", "Ging goed.", "Samen beginnen."):
        assert woorden in inhoud_van(volgende)
    assert "Dit plan blijft zoals het was." in oud
    dicht = client.post(_adres(klas, "groepsplan_tekst", plan), vorm | {"veld": "doel", "tekst": "Anders."})
    assert dicht.status_code == 422


def test_closed_plan_shows_who_was_in_it_and_who_is_not_seen_stays_out() -> None:
    klas = maak_klas(50, 50)
    plan = klas.plan()
    klas.schrijf(plan, Cluster.BASIS, uitkomst="behaald", evaluatie="Goed.")
    close_groepsplan(actor=klas.school.leerkracht, plan=plan, op=OP, is_eerder=True)
    klas.leerlingen[0].plaatsingen.update(geldig_tot_en_met=OP.date())

    leerkracht, ib = (
        inhoud_van(meld_aan(wie).get(_adres(klas, "groepsplan", plan)))
        for wie in (klas.school.leerkracht, klas.school.intern_begeleider)
    )

    assert ("Kind0" in leerkracht, "Kind1" in leerkracht) == (False, True)  # no longer a pupil of this teacher
    assert ("Kind0" in ib, "Kind1" in ib) == (True, True)


def test_paper_is_one_page_however_full_the_plan_is() -> None:
    klas = maak_klas(*[50] * 35)
    for nummer, leerling in enumerate(klas.leerlingen):
        leerling.voornaam, leerling.achternaam = f"Langevoornaam{nummer}", "van der Achternaamsteen"
        leerling.save()
        maak_resultaat(leerling, vak=Vak.SPELLING)
    plan = klas.plan()
    for cluster in Cluster:
        klas.schrijf(plan, cluster, doel="woord " * 66, aanpak="woord " * 100, evaluatie="woord " * 83)
        klas.schrijf(plan, cluster, wat_werkte="woord " * 83)

    antwoord = meld_aan(klas.school.leerkracht).get(_adres(klas, "groepsplan_pdf", plan))

    with pypdfium2.PdfDocument(antwoord.content) as pdf:
        assert len(pdf) == 1
        woorden = pdf[0].get_textpage().get_text_bounded()
    assert re.sub(r"\s+", " ", woorden).count("Achternaamsteen") == 35
    assert antwoord["Content-Disposition"] == 'attachment; filename="groepsplan.pdf"'


def test_plan_is_not_for_parents_and_not_for_another_group() -> None:
    gezin = maak_gezin()
    maak_leerling(gezin.school, "Bo", groep=gezin.groep)
    adres = reverse("groepsplan", kwargs={"code": "99AA00", "groep": gezin.groep.pk, "pk": 1})

    assert meld_aan(gezin.ouder).get(adres).status_code == 403
    assert meld_aan(gezin.school.leerkracht).get(adres).status_code == 404


def test_school_sets_its_rounds_and_levels_and_what_was_typed_stays_when_it_cannot_be() -> None:
    klas = maak_klas(50)
    client = meld_aan(klas.school.intern_begeleider)
    vorm = {"van-1": "2026-08-01", "tot-1": "2027-01-31", "van-2": "2027-01-15", "tot-2": "2027-07-31"}
    rondes, niveaus = (reverse(naam, kwargs={"code": "99AA00"}) for naam in ("rondes", "niveaus"))

    fout = client.post(rondes, vorm)
    half = client.post(rondes, vorm | {"tot-2": "2027-02-31"})
    goed = client.post(rondes, vorm | {"van-2": "2027-02-01"}, follow=True)
    namen = client.post(niveaus, {f"naam-{n}": f"Trede {n}" for n in range(1, 6)}, follow=True)
    leeg = client.post(niveaus, {f"naam-{n}": f"Trede {n}" for n in range(1, 5)})

    assert (fout.status_code, half.status_code, leeg.status_code) == (422, 422, 422)
    assert "Ronde 2 begint voordat ronde 1 klaar is" in inhoud_van(fout)
    assert 'value="2027-01-15"' in fout.content.decode()
    assert "De rondes staan vast" in inhoud_van(goed)
    assert "Trede 5" in namen.content.decode()
    assert meld_aan(klas.school.leerkracht).post(rondes, vorm).status_code == 403


def test_cluster_shows_what_it_can_point_at_and_says_what_was_chosen() -> None:
    klas = maak_klas(50)
    bied_leesclub(klas)
    (behoefte,) = heeft_nodig(klas, klas.leerlingen[0], "korte stappen")
    plan, client = klas.plan(), meld_aan(klas.school.leerkracht)
    pagina = inhoud_van(client.get(_adres(klas, "groepsplan", plan)))
    vorm = {"cluster": "basis", "versie": "|", "onderdeel": LEESCLUB, "behoefte": str(behoefte)}

    antwoord = client.post(_adres(klas, "groepsplan_wijst", plan), vorm).content.decode()

    for woorden in ("Uit het aanbod van de school?", "Leesclub", "Voor welke behoeften?", "korte stappen"):
        assert woorden in pagina
    assert f'name="versie" value="{LEESCLUB}|{behoefte}"' in antwoord
    assert 'id="voor-basis"' in antwoord
    assert "Opgeslagen" in antwoord


def test_pupil_who_is_moved_takes_the_needs_to_the_other_cluster() -> None:
    klas = maak_klas(50)
    heeft_nodig(klas, klas.leerlingen[0], "korte stappen")
    plan, client = klas.plan(), meld_aan(klas.school.leerkracht)

    antwoord = client.post(
        _adres(klas, "groepsplan_plaats", plan), {"leerling": klas.leerlingen[0].sleutel, "cluster": "intensief"}
    ).content.decode()

    basis, intensief = (antwoord.split(f'id="wijst-{een}"')[1].split("</form>")[0] for een in ("basis", "intensief"))
    assert ("korte stappen" in basis, "korte stappen" in intensief) == (False, True)


def test_paper_and_closed_plan_say_what_the_cluster_pointed_at() -> None:
    klas = maak_klas(50)
    bied_leesclub(klas)
    behoefte = heeft_nodig(klas, klas.leerlingen[0], "korte stappen")
    plan, client = klas.plan(), meld_aan(klas.school.leerkracht)
    klas.schrijf(plan, Cluster.BASIS, doel="Tot honderd.", aanpak="Oefenen.", uitkomst="deels", evaluatie="Ging zo.")
    wijs(klas, plan, Clusterkeuze(LEESCLUB, behoefte))
    close_groepsplan(actor=klas.school.leerkracht, plan=plan, op=OP, is_eerder=True)

    pagina = inhoud_van(client.get(_adres(klas, "groepsplan", plan)))
    [blad] = pypdfium2.PdfDocument(client.get(_adres(klas, "groepsplan_pdf", plan)).content)

    papier = blad.get_textpage().get_text_bounded()
    for woorden in ("Uit het aanbod van de school", "Leesclub", "korte stappen"):
        assert woorden in pagina
        assert woorden in papier
    assert "Kies uit wat zij nodig hebben" not in pagina


def test_paper_of_a_closed_plan_says_how_it_went_and_what_worked_in_the_words_of_the_page() -> None:
    klas = maak_klas(50)
    plan, client = klas.plan(), meld_aan(klas.school.leerkracht)
    for cluster in Cluster:
        klas.schrijf(plan, cluster, uitkomst="deels", evaluatie=f"Ging zo bij {cluster}.")
    klas.schrijf(plan, Cluster.BASIS, wat_werkte="Samen beginnen.")
    close_groepsplan(actor=klas.school.leerkracht, plan=plan, op=OP, is_eerder=True)

    pagina = inhoud_van(client.get(_adres(klas, "groepsplan", plan)))
    [blad] = pypdfium2.PdfDocument(client.get(_adres(klas, "groepsplan_pdf", plan)).content)

    papier = re.sub(r"\s+", " ", blad.get_textpage().get_text_bounded())
    for woorden in ("Hoe ging het?", "deels behaald", "Ging zo bij basis.", "Wat werkte?", "Samen beginnen."):
        assert woorden in pagina
        assert woorden in papier
    assert papier.count("Wat werkte?") == 1  # of the others nobody wrote it


def test_parent_reads_what_the_group_plan_does_for_a_need_of_the_child_and_nothing_of_the_group() -> None:
    klas = maak_klas(50, 50)
    leerling, ander = klas.leerlingen
    ouder, _relatie = maak_ouder(klas.school, leerling)
    bied_leesclub(klas)
    behoeften = heeft_nodig(klas, leerling, "korte stappen") | heeft_nodig(klas, ander, "veel rust")
    plan = klas.plan()
    klas.schrijf(plan, Cluster.BASIS, aanpak="Samen oefenen.")
    wijs(klas, plan, Clusterkeuze(LEESCLUB, behoeften))

    pagina = inhoud_van(meld_aan(ouder).get(plek(leerling, "leerlingplannen")))

    hulp = pagina.split("Hulp in de groep")[1].split("Plannen die lopen")[0]
    assert [woorden in hulp for woorden in ("Rekenen", "korte stappen", "Leesclub")] == [True] * 3
    assert ("Samen oefenen." in pagina, "veel rust" in pagina) == (False, False)
