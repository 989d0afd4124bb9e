"""The tests, the browser, and what every page is asked."""
import contextlib
import shutil

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

tests = []


def test(function):
    tests.append(function)
    return function


@contextlib.contextmanager
def browser():
    program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    assert program, "Chromium is not installed: scripts/prepare --tests"
    with sync_playwright() as playwright:
        # Root has no sandbox of its own.
        opened = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()


class Visit:
    """One browser window, which keeps what the console says and which addresses are asked for."""

    def __init__(self, browser, **options):
        options.setdefault("locale", "sv-SE")
        options.setdefault("timezone_id", "Europe/Stockholm")
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.page.set_default_timeout(15_000)
        self.messages = []
        self.asked = []
        self.page.on("console", lambda message: self.messages.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.messages.append(f"error: {error}"))
        self.context.on("request", lambda request: self.asked.append(request.url))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.context.close()

    def log_in(self, place):
        self.page.goto(place.link())
        self.page.click("main button")
        self.page.wait_for_url(place.origin + "/")
        return self.page


def axe_findings(page):
    return [
        f"{finding['id']}: {finding['help']}: {[node['html'] for node in finding['nodes']][:3]}"
        for finding in Axe().run(page).response["violations"]
    ]


def scrolls_sideways(page):
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
