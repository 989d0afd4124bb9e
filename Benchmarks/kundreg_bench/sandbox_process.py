"""A running `erp-sandbox`."""
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class SandboxProcess:
    binary: Path
    #: Where it says that it is ready.
    folder: Path
    _process: subprocess.Popen[bytes] | None = field(default=None)

    def start(self, *arguments: str, patience: float = 60) -> str:
        """Starts it at a free port, anew when it runs.

        :param patience: how many seconds it may take until it is ready.
        :returns: its address.
        """
        self.stop()
        ready = self.folder / "ready"
        ready.unlink(missing_ok=True)
        self._process = subprocess.Popen(
            [str(self.binary), "--port", "0", "--ready-file", str(ready), *arguments],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + patience
        while not ready.exists():
            if time.monotonic() > deadline:
                raise TimeoutError(f"erp-sandbox did not get ready in {patience:g} seconds")
            time.sleep(0.02)
        return ready.read_text().strip()

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
            self._process = None
