"""All addresses."""

from django.urls import include, path

urlpatterns = [path("", include("passend.web.urls"))]
handler400 = "passend.web.fouten.onleesbaar"
handler403 = "passend.web.fouten.verboden"
handler404 = "passend.web.fouten.niet_gevonden"
handler500 = "passend.web.fouten.stuk"
handler429 = "passend.web.drukte.te_vaak"
