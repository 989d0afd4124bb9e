"""What other pages can do to ours, with the browser's own requests."""
import http.server
import threading

from page_test import suite


class OtherPage:
    """A page of somebody else, at another port of this computer, which keeps what it is sent."""

    def __init__(self, content):
        seen = self.seen = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                seen.append((self.headers.get("Host"), self.headers.get("Cookie")))
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(content.encode())

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


def is_logged_in(page, place):
    return page.goto(place.origin + "/sessions").status == 200


@suite.test
def forms_of_other_pages_change_nothing(browser, place):
    form = f"<form method=post action='{place.origin}/logout'><button>x</button></form>"
    name = place.origin.split("//")[1].split(":")[0]
    with OtherPage(form) as other, suite.Visit(browser) as visit:
        page = visit.log_in(place)
        # Another site, and another port of the same host: of the same site, whose cookies come along.
        for address in [f"http://127.0.0.1:{other.port}/", f"http://{name}:{other.port}/"]:
            page.goto(address)
            with page.expect_navigation() as navigation:
                page.click("button")
            assert navigation.value.status == 403, address
            assert is_logged_in(page, place)


@suite.test
def scripts_of_other_pages_read_and_change_nothing(browser, place):
    name = place.origin.split("//")[1].split(":")[0]
    with OtherPage("") as other, suite.Visit(browser) as visit:
        page = visit.log_in(place)
        for address in [f"http://127.0.0.1:{other.port}/", f"http://{name}:{other.port}/"]:
            page.goto(address)
            for options in ["{}", "{mode: 'no-cors'}", "{method: 'POST', mode: 'no-cors', credentials: 'include'}",
                            "{method: 'POST', credentials: 'include', headers: {'X-A': '1'}}"]:
                read = page.evaluate(
                    f"fetch('{place.origin}/logout', {options}).then(r => r.text(), () => '')")
                assert read == "", (address, options)
            assert is_logged_in(page, place)


@suite.test
def no_other_page_frames_ours(browser, place):
    with OtherPage(f"<iframe src='{place.origin}/'></iframe>") as other, suite.Visit(browser) as visit:
        page = visit.log_in(place)
        page.goto(f"http://127.0.0.1:{other.port}/")
        frame = page.frames[1]
        assert "Kundreg" not in frame.content()


@suite.test
def pages_at_other_ports_are_sent_no_cookie(browser, place):
    with OtherPage("") as other, suite.Visit(browser) as visit:
        page = visit.log_in(place)
        for name in ["127.0.0.1", "localhost", "other.localhost"]:
            page.goto(f"http://{name}:{other.port}/")
        assert [cookie for _, cookie in other.seen] == [None] * len(other.seen) and other.seen


@suite.test
def other_names_of_this_computer_lead_nowhere(browser, place):
    port = place.origin.rsplit(":", 1)[1]
    with suite.Visit(browser) as visit:
        page = visit.log_in(place)
        for name in ["127.0.0.1", "localhost", "rebound.localhost"]:
            assert page.goto(f"http://{name}:{port}/customers").status == 421


@suite.test
def a_preview_of_the_link_does_not_use_it_up(browser, place):
    link = place.link()
    with suite.Visit(browser) as preview, suite.Visit(browser) as visit:
        preview.page.goto(link)
        visit.page.goto(link)
        visit.page.click("main button")
        visit.page.wait_for_url(place.origin + "/")
        # The second one comes too late.
        with preview.page.expect_navigation() as navigation:
            preview.page.click("main button")
        assert navigation.value.status == 410


@suite.test
def the_cookie_is_hidden_and_bound(browser, place):
    with suite.Visit(browser) as visit:
        page = visit.log_in(place)
        assert page.evaluate("document.cookie") == ""
        cookies = visit.context.cookies()
        assert len(cookies) == 1
        cookie = cookies[0]
        assert cookie["name"].startswith("__Host-") and cookie["secure"] and cookie["httpOnly"]
        assert cookie["sameSite"] == "Strict" and cookie["path"] == "/" and not cookie["domain"].startswith(".")


@suite.test
def a_double_click_logs_in_once(browser, place):
    with suite.Visit(browser) as visit:
        visit.page.goto(place.link())
        visit.page.dblclick("main button")
        visit.page.wait_for_url(place.origin + "/")
        assert is_logged_in(visit.page, place)
