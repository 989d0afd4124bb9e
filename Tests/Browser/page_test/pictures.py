"""Every page as a picture, for somebody to look at."""
from page_test import suite

PAGES = {
    "start": "/", "customers": "/customers", "card": "/customers/2002", "runs": "/runs", "run": "/runs/2", "logins": "/sessions",
    "nobody": "/customers?search=finnsinte", "fault": "/nowhere",
}


def take(browser, place, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for language in ["sv-SE", "en-GB"]:
        for scheme in ["light", "dark"]:
            for width in [1200, 320]:
                name = f"{language[:2]}-{scheme}-{width}"
                view = {"width": width, "height": 800}
                with suite.Visit(browser, locale=language, color_scheme=scheme, viewport=view) as visit:
                    visit.page.goto(place.link())
                    visit.page.screenshot(path=folder / f"link-{name}.png")
                    visit.page.click("main button")
                    for page, path in PAGES.items():
                        visit.page.goto(place.origin + path)
                        visit.page.screenshot(path=folder / f"{page}-{name}.png", full_page=True)
                    visit.context.clear_cookies()
                    visit.page.goto(place.origin + "/")
                    visit.page.screenshot(path=folder / f"loggedout-{name}.png")
    with suite.Visit(browser) as visit:
        visit.log_in(place)
        visit.page.emulate_media(media="print")
        visit.page.goto(place.origin + "/runs/2")
        visit.page.screenshot(path=folder / "run-print.png", full_page=True)
