"""What holds of every page."""
from page_test import suite

PATHS = ["/", "/customers", "/customers?search=ab&inactive=yes", "/customers/2002", "/runs", "/runs/2", "/sessions"]
FAULTS = ["/nowhere", "/customers/finnsinte", "/runs/999"]


@suite.test
def every_page_is_accessible_and_quiet(browser, place):
    for language, scheme in [("sv-SE", "light"), ("en-GB", "dark")]:
        with suite.Visit(browser, locale=language, color_scheme=scheme) as visit:
            page = visit.page
            page.goto(place.link())
            findings = suite.axe_findings(page)
            page.click("main button")
            for path in PATHS:
                page.goto(place.origin + path)
                assert page.get_attribute("html", "lang") == language[:2], path
                findings += [f"{path}: {finding}" for finding in suite.axe_findings(page)]
            assert visit.messages == [], visit.messages
            for path in FAULTS:
                # The browser itself tells the console of their status.
                page.goto(place.origin + path)
                findings += [f"{path}: {finding}" for finding in suite.axe_findings(page)]
            assert findings == [], findings
            assert all(url.startswith(place.origin + "/") for url in visit.asked), visit.asked


@suite.test
def nothing_scrolls_sideways_at_320_pixels(browser, place):
    with suite.Visit(browser, viewport={"width": 320, "height": 640}) as visit:
        page = visit.log_in(place)
        for path in PATHS + FAULTS:
            page.goto(place.origin + path)
            assert not suite.scrolls_sideways(page), path


@suite.test
def what_is_pressed_is_large_enough(browser, place):
    with suite.Visit(browser, viewport={"width": 320, "height": 640}) as visit:
        page = visit.log_in(place)
        for path in PATHS:
            page.goto(place.origin + path)
            small = page.eval_on_selector_all(
                "button, input:not([type=hidden]):not([type=checkbox]), nav a, .brand",
                "all => all.filter(e => e.getBoundingClientRect().height < 24).map(e => e.outerHTML)")
            assert small == [], (path, small)


@suite.test
def everything_works_without_javascript(browser, place):
    with suite.Visit(browser, java_script_enabled=False) as visit:
        page = visit.log_in(place)
        page.click("text=Kunder >> nth=0")
        page.fill("input[type=search]", "storstad")
        page.click("main button")
        assert "search=storstad" in page.url
        page.click("tbody a >> nth=0")
        assert "/customers/" in page.url
        page.click("text=English")
        assert "/customers/" in page.url and page.get_attribute("html", "lang") == "en"
        page.click("text=Log out")
        assert page.get_attribute("html", "lang") == "sv"
        assert page.locator("nav").count() == 0


@suite.test
def reload_and_back_show_the_same(browser, place):
    with suite.Visit(browser) as visit:
        page = visit.log_in(place)
        page.goto(place.origin + "/customers?search=ab")
        before = page.inner_text("main")
        page.reload()
        assert page.inner_text("main") == before
        page.goto(place.origin + "/runs")
        page.go_back()
        assert page.inner_text("main") == before


@suite.test
def a_dropped_file_does_not_replace_the_page(browser, place):
    with suite.Visit(browser) as visit:
        page = visit.log_in(place)
        prevented = page.evaluate(
            """() => ["dragover", "drop"].every(name =>
                 !document.body.dispatchEvent(new DragEvent(name, { bubbles: true, cancelable: true })))""")
        assert prevented
