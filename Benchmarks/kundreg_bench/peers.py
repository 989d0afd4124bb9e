"""The tools that Kundreg is measured against, each by its usual package, in an environment that can be thrown away."""
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PACKAGES = ["sqlite-utils", "duckdb", "polars", "python-calamine", "openpyxl", "frictionless"]


@dataclass(frozen=True)
class Peers:
    python: Path
    #: Package to version; `sqlite3` among them.
    versions: dict[str, str]

    def has(self, package: str) -> bool:
        return package in self.versions

    def program(self, name: str, *arguments: object) -> list[str]:
        """The command that runs one of `programs/` with the peers' Python."""
        path = Path(__file__).resolve().parent / "programs" / f"{name}.py"
        return [str(self.python), str(path), *map(str, arguments)]

    def tool(self, name: str) -> str:
        return str(self.python.parent / name)


def install(folder: Path, wanted: bool = True) -> Peers:
    """What is there after everything missing was tried. A peer that cannot be installed is left out, and said."""
    python = folder / "bin" / "python"
    if wanted and not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=False)
    if wanted:
        for package in PACKAGES:
            if _version(python, package) is None:
                _pip(python, package)
        if shutil.which("sqlite3") is None and os.geteuid() == 0:
            subprocess.run(["apt-get", "install", "-y", "-qq", "sqlite3"], check=False, stdout=subprocess.DEVNULL)
    found = {package: _version(python, package) for package in PACKAGES} | {"sqlite3": _sqlite_version()}
    for package, version in found.items():
        if version is None:
            print(f"{package} is not here and could not be installed: its rows are left out.", file=sys.stderr)
    return Peers(python, {package: version for package, version in found.items() if version is not None})


def _pip(python: Path, package: str) -> None:
    print(f"Installing {package}", file=sys.stderr)
    if python.exists():
        subprocess.run(
            [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package], check=False,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600)


def _version(python: Path, package: str) -> str | None:
    if not python.exists():
        return None
    asked = subprocess.run(
        [str(python), "-c", f"import importlib.metadata as m; print(m.version({package!r}))"], capture_output=True, text=True,
        check=False)
    return asked.stdout.strip() if asked.returncode == 0 else None


def _sqlite_version() -> str | None:
    if shutil.which("sqlite3") is None:
        return None
    return subprocess.run(["sqlite3", "-version"], capture_output=True, text=True, check=True).stdout.split()[0]
