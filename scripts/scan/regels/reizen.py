def test_lees(page, mens):
    # ruleid: kijk-niet-een-keer
    assert page.get_by_text("Bewaard").count() == 1
    # ruleid: kijk-niet-een-keer
    assert "Bewaard" in page.locator("p").first.inner_text()
    # ruleid: kijk-niet-een-keer
    assert not page.get_by_label("Plek").is_visible()
    # ruleid: kijk-niet-een-keer
    assert page.evaluate("localStorage.length") == 0
    # ruleid: kijk-niet-een-keer
    assert mens.page.url.endswith("/start")
    # ok: kijk-niet-een-keer
    expect(page.get_by_text("Bewaard")).to_have_count(1)
    # ok: kijk-niet-een-keer
    assert woorden.count("Bewaard") == 1
    # ok: kijk-niet-een-keer
    assert fouten == []
