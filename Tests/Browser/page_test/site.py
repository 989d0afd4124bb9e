"""A register of examples and the page that shows it."""
import os
import pathlib
import re
import subprocess
import tempfile
import time

FIXTURES = pathlib.Path(__file__).resolve().parents[3] / "Fixtures"
MAPPINGS = FIXTURES.parent / "Mappings"

PASSWORD = "rätt häst batteri"

# Each tries to become part of the page in another way.
EVIL = [
    "<script>window.ran=1</script>",
    "\"><img src=x onerror=window.ran=1>",
    "\"\u0338 onfocus=window.ran=1 autofocus x=\"",
    "</title></td></table><svg onload=window.ran=1>",
    "<a href=javascript:window.ran=1 id=evil>x</a>",
]


class Site:
    """Serves until it is left. `link()` gives a new link each time."""

    def __init__(self, binary):
        self.binary = str(pathlib.Path(binary).resolve())
        self.folder = tempfile.TemporaryDirectory(prefix="kundreg-browser-")
        self.path = pathlib.Path(self.folder.name)
        kept = {name: value for name, value in os.environ.items() if not name.startswith("KUNDREG_")}
        self.environment = {**kept, "KUNDREG_MAPPINGS": str(MAPPINGS), "TZ": "Europe/Stockholm", "LC_ALL": "C.UTF-8"}

    def kundreg(self, *arguments, statuses=(0,), typed=""):
        done = subprocess.run(
            [self.binary, *arguments], cwd=self.path, env=self.environment, input=typed, capture_output=True, text=True)
        assert done.returncode in statuses, f"kundreg {arguments}: {done.stderr}"
        return done.stdout

    def __enter__(self):
        self.kundreg("init")
        for name in ["kunder.csv", "kunder-nasta-natt.csv"]:
            # 2 says that some rows were rejected, which these files are made for.
            self.kundreg("import", str(FIXTURES / name), statuses=(0, 2))
        for index, value in enumerate(EVIL):
            self.kundreg("customer", "add", f"9{index}", f"name=evil {value}", f"comments={value}", "type=company")
        self.kundreg("user", "add", "anna", "--grant", "administrator")
        self.kundreg("user", "password", "anna", typed=PASSWORD + "\n")
        self.errors = open(self.path / "serve.log", "w+")
        # Links are printed for whoever sits at a terminal and presses Enter.
        self.terminal, inner = os.openpty()
        self.server = subprocess.Popen(
            [self.binary, "serve", "--port", "0", "--language", "sv", "--as", "anna"], cwd=self.path,
            env=self.environment, stdin=inner, stdout=inner, stderr=self.errors, start_new_session=True)
        os.close(inner)
        self.printed = ""
        self.taken = 0
        self.first = self._next_link()
        self.origin = self.first.split("/link/")[0]
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait(20)
        os.close(self.terminal)
        self.folder.cleanup()

    def link(self):
        os.write(self.terminal, b"\n")
        return self._next_link()

    def _next_link(self):
        end = time.monotonic() + 60
        while time.monotonic() < end:
            links = re.findall(r"http://\S+/link/[\w-]{43}\s", self.printed)
            if len(links) > self.taken:
                self.taken += 1
                return links[self.taken - 1].strip()
            self.printed += os.read(self.terminal, 4096).decode()
        raise AssertionError("no link was printed: " + self.printed)

    def log(self):
        self.errors.seek(0)
        return self.errors.read()
