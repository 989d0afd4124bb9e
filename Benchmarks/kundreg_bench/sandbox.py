"""A Fortnox that is played by `erp-sandbox`, and a register that is to be sent to it."""
import json
from dataclasses import dataclass, field
from pathlib import Path

from .sandbox_process import SandboxProcess

CREDENTIALS = {"clientId": "sandbox", "clientSecret": "sandbox-secret", "refreshToken": "sandbox-refresh"}


@dataclass
class Sandbox:
    binary: Path
    folder: Path
    requests: int
    seconds: float
    process: SandboxProcess = field(init=False)

    def __post_init__(self) -> None:
        self.process = SandboxProcess(self.binary, self.folder)

    @property
    def configuration(self) -> Path:
        return self.folder / "sync.json"

    def restart(self) -> None:
        """An empty Fortnox at a free port, and the configuration and credentials that reach it."""
        self._configure(self.process.start("--fortnox-window", f"{self.requests}/{self.seconds:g}"))

    def stop(self) -> None:
        self.process.stop()

    def _configure(self, address: str) -> None:
        credentials = self.folder / "fortnox.json"
        credentials.write_text(json.dumps(CREDENTIALS))
        credentials.chmod(0o600)
        system = {
            "kind": "fortnox", "baseURL": f"{address}/fortnox/3", "tokenURL": f"{address}/fortnox/oauth-v1/token",
            "credentials": str(credentials), "requestsPerWindow": self.requests, "windowSeconds": self.seconds,
        }
        self.configuration.write_text(json.dumps({"erps": {"fortnox": system}}))
