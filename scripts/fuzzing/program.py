"""The built program, run as its users run it."""
import collections
import contextlib
import dataclasses
import os
import pathlib
import resource
import signal
import subprocess
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
MAPPINGS = HERE.parent.parent / "Mappings"


@dataclasses.dataclass
class Outcome:
    """What became of one command. A negative status is a signal; None is a command that did not end."""
    command: list[str]
    status: int | None
    stdout: str
    stderr: str
    peak: int
    """Megabytes of memory that it took at most."""
    seconds: float


def forget_peak() -> None:
    """A program that is started begins with the peak of the one that starts it, which may just have made a large input."""
    with contextlib.suppress(OSError):
        pathlib.Path("/proc/self/clear_refs").write_text("5")


class Program:
    def __init__(self, binary: str, address_space: int | None = None):
        self.binary = str(pathlib.Path(binary).resolve())
        self.environment = {key: value for key, value in os.environ.items() if not key.startswith("KUNDREG_")}
        self.environment["KUNDREG_MAPPINGS"] = str(MAPPINGS)
        self.address_space = address_space
        self.runs = 0
        self.statuses: collections.Counter = collections.Counter()

    def run(self, arguments: list[str], folder: pathlib.Path, stdin: pathlib.Path | None = None,
            timeout: float = 120) -> Outcome:
        """Runs a command to its end. Output goes to files, so that no pipe can fill and stop it."""
        self.runs += 1
        forget_peak()
        start = time.monotonic()
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, open(stdin or os.devnull, "rb") as source:
            child = subprocess.Popen([self.binary, *arguments], cwd=folder, env=self.environment, stdin=source, stdout=out,
                                     stderr=err, preexec_fn=self.limit if self.address_space else None)
            status, usage = self.wait(child, start + timeout)
            self.statuses[status] += 1
            out.seek(0)
            err.seek(0)
            return Outcome(arguments, status, out.read().decode(errors="replace"), err.read().decode(errors="replace"),
                           usage.ru_maxrss >> 10, time.monotonic() - start)

    def limit(self) -> None:
        resource.setrlimit(resource.RLIMIT_AS, (self.address_space, self.address_space))

    @staticmethod
    def wait(child: subprocess.Popen, deadline: float) -> tuple[int | None, resource.struct_rusage]:
        """The child's own memory, which `subprocess` does not tell."""
        pause = 0.001
        while True:
            pid, status, usage = os.wait4(child.pid, os.WNOHANG)
            if pid:
                child.returncode = os.waitstatus_to_exitcode(status)
                return child.returncode, usage
            if time.monotonic() > deadline:
                child.send_signal(signal.SIGKILL)
                _, _, usage = os.wait4(child.pid, 0)
                child.returncode = -signal.SIGKILL
                return None, usage
            time.sleep(pause)
            pause = min(pause * 1.5, 0.02)
