"""The page by keyboard alone."""
from page_test import site, suite


def press_until(page, key, found, most=40):
    """Presses a key until what has the focus is what is looked for; every step must be seen."""
    for _ in range(most):
        page.keyboard.press(key)
        if page.evaluate("document.activeElement === document.body"):
            continue
        width = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
        assert width != "0px", page.evaluate("document.activeElement.outerHTML")
        if page.evaluate(f"(() => {{ const e = document.activeElement; return {found}; }})()"):
            return
    raise AssertionError(f"the focus never came to: {found}")


@suite.test
def from_the_link_to_a_card_by_keyboard(browser, place):
    with suite.Visit(browser) as visit:
        page = visit.page
        page.goto(place.link())
        press_until(page, "Tab", "e.matches('main button')")
        page.keyboard.press("Enter")
        page.wait_for_url(place.origin + "/")
        press_until(page, "Tab", "e.matches('nav a[href=\"/customers\"]')")
        page.keyboard.press("Enter")
        page.wait_for_url(place.origin + "/customers")
        page.keyboard.press("/")
        page.keyboard.type("storstad")
        page.keyboard.press("Enter")
        page.wait_for_url("**/customers?search=storstad*")
        press_until(page, "Tab", "e.matches('tbody a')")
        page.keyboard.press("Enter")
        page.wait_for_url("**/customers/*")
        assert "storstad" in page.inner_text("h1").lower()


@suite.test
def the_first_key_skips_to_the_content(browser, place):
    with suite.Visit(browser) as visit:
        page = visit.log_in(place)
        page.goto(place.origin + "/customers")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")


@suite.test
def log_in_by_password_to_what_was_asked_for(browser, place):
    for javascript in [True, False]:
        with suite.Visit(browser, java_script_enabled=javascript) as visit:
            page = visit.page
            page.goto(place.origin + "/customers?search=storstad")
            if javascript:
                findings = suite.axe_findings(page)
                assert findings == [], findings
            page.focus("input[name=name]")
            page.keyboard.type("anna")
            page.keyboard.press("Tab")
            page.keyboard.type(site.PASSWORD)
            with page.expect_navigation():
                page.keyboard.press("Enter")
            assert page.url == place.origin + "/customers?search=storstad"
            assert page.locator("tbody a").count() > 0


@suite.test
def a_wrong_password_can_be_put_right(browser, place):
    with suite.Visit(browser) as visit:
        page = visit.page
        page.goto(place.origin + "/")
        for password in ["fel lösenord nu", site.PASSWORD]:
            page.fill("input[name=name]", "anna")
            page.fill("input[name=password]", password)
            with page.expect_navigation():
                page.click("main button")
        assert page.url == place.origin + "/" and page.locator("nav").count() > 0
