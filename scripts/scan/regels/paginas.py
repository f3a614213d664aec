# ruleid: woorden-zijn-geen-html
zin = mark_safe(f"<b>{naam}</b>")
# ruleid: woorden-zijn-geen-html
zin = Markup(f"<b>{naam}</b>")
# ruleid: woorden-zijn-geen-html
zin = Markup(tekst)
# ok: woorden-zijn-geen-html
zin = Markup("<b>{}</b>").format(naam)


# ruleid: formulier-heeft-een-sleutel
@csrf_exempt
def binnen(request):
    return HttpResponse()


# ok: formulier-heeft-een-sleutel
@require_POST
def ook_binnen(request):
    return HttpResponse()


def verder(request):
    # ruleid: niet-naar-elders
    return redirect(request.GET["verder"])


def verder_over_een_omweg(request):
    verder = request.POST.get("verder", "")
    # ruleid: niet-naar-elders
    return HttpResponseRedirect(verder)


def verder_binnen_deze_site(request):
    verder = request.GET.get("verder", "")
    if url_has_allowed_host_and_scheme(verder, allowed_hosts={request.get_host()}):
        # ok: niet-naar-elders
        return redirect(verder)
    # ok: niet-naar-elders
    return redirect("start")


def terug(request):
    # ruleid: wat-iemand-inleverde-is-geen-pagina
    return HttpResponse(inlezing.bestand, content_type="text/html")


def terug_als_plaatje(request):
    # ruleid: wat-iemand-inleverde-is-geen-pagina
    return HttpResponse(inlezing.bestand, content_type="image/svg+xml")


def terug_als_bestand(request):
    # ok: wat-iemand-inleverde-is-geen-pagina
    return HttpResponse(inlezing.bestand, content_type="application/octet-stream")


# ruleid: pagina-uit-een-bestand
pagina = env.from_string(tekst)
# ok: pagina-uit-een-bestand
pagina = env.get_template("pagina.jinja")
