"""A process that serves the pages of pupils of the one school in its database."""

import django

django.setup()

from django.urls import reverse  # noqa: E402 -- Django first

from bench.bladen import Blad  # noqa: E402 -- Django first
from bench.bladwerker import serveer  # noqa: E402 -- Django first
from bench.groei import BLADEN  # noqa: E402 -- Django first
from passend.leerlingen.models import Groepsplaatsing, Leerling  # noqa: E402 -- Django first
from passend.organisaties.models import Bestuur  # noqa: E402 -- Django first
from passend.organisaties.queries import in_bestuur  # noqa: E402 -- Django first
from passend.overleggen.models import Overleg  # noqa: E402 -- Django first
from passend.plannen.models import Groepsplan  # noqa: E402 -- Django first


def bladen() -> list[Blad]:
    """The pages, in the order of `BLADEN`."""
    with in_bestuur(Bestuur.objects.get().pk):
        leerling = Leerling.objects.select_related("vestiging").order_by("pk")[0]
        groep = Groepsplaatsing.objects.filter(leerling=leerling)[0].groep_id
        plan, mdo = Groepsplan.objects.get(), Overleg.objects.get()
    school = {"code": leerling.vestiging.code}
    een, groepen = school | {"sleutel": leerling.sleutel}, school | {"groep": groep}
    lijst = reverse("leerlingen", kwargs=school)
    adressen = (
        lijst,
        f"{lijst}?q={leerling.voornaam}+{leerling.achternaam}",
        reverse("volgen", kwargs=een),
        reverse("groepsoverzicht", kwargs=groepen),
        reverse("groepsplan", kwargs=groepen | {"pk": plan.pk}),
        reverse("leerlingplannen", kwargs=een),
        reverse("opp", kwargs=een),
        reverse("overleg", kwargs=een | {"nr": mdo.pk}),
    )
    return [Blad(naam=naam, adres=adres, wie="ib") for naam, adres in zip(BLADEN, adressen, strict=True)]


if __name__ == "__main__":
    serveer(bladen())
