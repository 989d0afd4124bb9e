"""Values that try to run."""
import urllib.parse

from page_test import site, suite


@suite.test
def nothing_runs_and_nothing_is_fetched(browser, place):
    agent = "\"><script>window.ran=1</script>"
    with suite.Visit(browser, user_agent=agent) as visit:
        page = visit.log_in(place)
        paths = ["/", "/customers?search=evil", "/runs", "/sessions"]
        paths += [f"/customers/9{index}" for index in range(len(site.EVIL))]
        paths += ["/customers?search=" + urllib.parse.quote(value) for value in site.EVIL]
        shown = ""
        for path in paths:
            page.goto(place.origin + path)
            assert page.evaluate("window.ran") is None, path
            assert page.locator("main img, main svg, main script, #evil").count() == 0, path
            shown += page.inner_text("main")
        assert visit.messages == [], visit.messages
        assert all(url.startswith(place.origin + "/") for url in visit.asked), visit.asked
        for value in site.EVIL:
            assert value in shown, value
