"""A Fortnox that is played by `erp-sandbox`, and a register that is to be sent to it."""
import json
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

CREDENTIALS = {"clientId": "sandbox", "clientSecret": "sandbox-secret", "refreshToken": "sandbox-refresh"}


@dataclass
class Sandbox:
    binary: Path
    folder: Path
    requests: int
    seconds: float
    process: subprocess.Popen[bytes] | None = field(default=None)

    @property
    def configuration(self) -> Path:
        return self.folder / "sync.json"

    def restart(self) -> None:
        """An empty Fortnox at a free port, and the configuration and credentials that reach it."""
        self.stop()
        ready = self.folder / "ready"
        ready.unlink(missing_ok=True)
        window = f"{self.requests}/{self.seconds:g}"
        self.process = subprocess.Popen(
            [str(self.binary), "--port", "0", "--fortnox-window", window, "--ready-file", str(ready)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 30
        while not ready.exists():
            if time.monotonic() > deadline:
                raise TimeoutError("erp-sandbox did not get ready in 30 seconds")
            time.sleep(0.02)
        self._configure(ready.read_text().strip())

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait()
            self.process = None

    def _configure(self, address: str) -> None:
        credentials = self.folder / "fortnox.json"
        credentials.write_text(json.dumps(CREDENTIALS))
        credentials.chmod(0o600)
        system = {
            "kind": "fortnox", "baseURL": f"{address}/fortnox/3", "tokenURL": f"{address}/fortnox/oauth-v1/token",
            "credentials": str(credentials), "requestsPerWindow": self.requests, "windowSeconds": self.seconds,
        }
        self.configuration.write_text(json.dumps({"erps": {"fortnox": system}}))
