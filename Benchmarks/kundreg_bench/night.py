"""A night of many companies: a register for each, in step with its accounting system when the night begins."""
import json
import shutil
import subprocess
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from .measure import Failed
from .sandbox_process import SandboxProcess

KINDS = {
    "visma": {"kind": "visma-eaccounting", "resources": "visma/v2", "tokens": "visma/connect/token"},
    "fortnox": {"kind": "fortnox", "resources": "fortnox/3", "tokens": "fortnox/oauth-v1/token"},
}
#: How many customers change during the day on each side of each company.
CHANGES = 5


@dataclass
class Night:
    """Companies with odd numbers are in Visma, which counts all of them as one client's, the others in Fortnox."""
    sandbox: Path
    folder: Path
    companies: int
    customers: int
    #: How many times faster than in life the quotas are.
    motion: float
    #: A command of Kundreg's for a register.
    kundreg: Callable[..., list[str]]
    process: SandboxProcess = field(init=False)
    address: str = field(default="")
    _begun: int = field(default=0)

    def __post_init__(self) -> None:
        self.process = SandboxProcess(self.sandbox, self.folder)

    @property
    def quota(self) -> tuple[int, float]:
        """Visma's."""
        return 600, 60 / self.motion

    def place(self, company: int) -> Path:
        return self.folder / f"{company}"

    @staticmethod
    def system(company: int) -> str:
        return "visma" if company % 2 else "fortnox"

    def prepare(self) -> None:
        """Fills two registers from their systems, copies them for all companies, and lets a day go by."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        self._start()
        for company in (1, 2):
            self._enter(company)
            register = self.place(company) / "kundreg.db"
            self._run(company, self.kundreg(register, "init"))
            self._run(company, self.command(company))
            numbers = [str(1001 + index) for index in range(CHANGES)]
            self._run(company, self.kundreg(register, "customer", "set", *numbers, "phone=08-465 004 99"))
        for company in range(3, self.companies + 1):
            self._enter(company)
            for file in self.place(2 - company % 2).glob("kundreg.db*"):
                if not file.name.endswith(".lock"):
                    shutil.copy(file, self.place(company))
        for company in range(1, self.companies + 1):
            for index in range(CHANGES):
                city = {"visma": "InvoiceCity", "fortnox": "City"}[self.system(company)]
                self._control(
                    "PUT", f"{self.system(company)}/customers/{1001 + CHANGES + index}?company={company}", {city: "Lillköping"})
        # What one process sent before the night is over.
        time.sleep(60 / self.motion)
        self._begun = len(self.requests())

    def command(self, company: int) -> list[str]:
        place = self.place(company)
        return self.kundreg(place / "kundreg.db", "sync", self.system(company), "--config", place / "config.json")

    def requests(self) -> list[dict[str, object]]:
        """What was asked of the systems, apart from tokens."""
        log: list[dict[str, object]] = json.loads(self._control("GET", "requests"))
        return [entry for entry in log if "/v2/" in str(entry["path"]) or "/3/" in str(entry["path"])]

    def sent(self) -> list[dict[str, object]]:
        """Those of the night."""
        return self.requests()[self._begun:]

    def stop(self) -> None:
        self.process.stop()

    def _start(self) -> None:
        seed = self.folder / "seed.json"
        seed.write_text(json.dumps(self._seed()))
        requests, seconds = self.quota
        self.address = self.process.start(
            "--seed", str(seed), "--companies", str(self.companies),
            "--visma-window", f"{requests}/{seconds:g}", "--fortnox-window", f"25/{5 / self.motion:g}")

    def _seed(self) -> dict[str, object]:
        numbers = range(1001, 1001 + self.customers)
        # Ids of their own, so that a register that is in step with one company is so with all.
        visma = [
            {"Id": f"3f1a0b52-6c1d-4e0f-9a77-{number:012}", "CustomerNumber": str(number), "Name": f"Kund {number} AB",
             "InvoiceAddress1": f"Storgatan {number}", "InvoicePostalCode": "123 45", "InvoiceCity": "Storstad"}
            for number in numbers]
        fortnox = [
            {"CustomerNumber": str(number), "Name": f"Kund {number} AB", "Type": "COMPANY", "Address1": f"Storgatan {number}",
             "ZipCode": "123 45", "City": "Storstad"}
            for number in numbers]
        return {"visma": {"customers": visma}, "fortnox": {"customers": fortnox}}

    def _enter(self, company: int) -> None:
        place = self.place(company)
        place.mkdir()
        name = self.system(company)
        kind = KINDS[name]
        requests, seconds = self.quota if name == "visma" else (25, 5 / self.motion)
        (place / "config.json").write_text(json.dumps({"erps": {name: {
            "kind": kind["kind"], "baseURL": f"{self.address}/{kind['resources']}", "tokenURL": f"{self.address}/{kind['tokens']}",
            "credentials": str(place / "credentials.json"), "requestsPerWindow": requests, "windowSeconds": seconds}}}))
        credentials = place / "credentials.json"
        token = "sandbox-refresh" if company == 1 else f"sandbox-refresh-{company}"
        credentials.write_text(json.dumps({"clientId": "sandbox", "clientSecret": "sandbox-secret", "refreshToken": token}))
        credentials.chmod(0o600)

    def _run(self, company: int, command: list[str]) -> None:
        done = subprocess.run(command, capture_output=True, text=True, cwd=self.place(company))
        if done.returncode != 0:
            raise Failed(f"Preparing company {company} ended with status {done.returncode}: {done.stdout} {done.stderr}")

    def _control(self, method: str, path: str, body: object = None) -> bytes:
        request = urllib.request.Request(
            f"{self.address}/_sandbox/{path}", method=method, data=None if body is None else json.dumps(body).encode())
        with urllib.request.urlopen(request) as answer:
            return answer.read()
