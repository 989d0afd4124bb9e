"""Whole processes, measured by what the kernel says of them."""
import os
import statistics
import subprocess
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

Step = Callable[[], None]


@dataclass(frozen=True)
class Sample:
    """One run of one process: wall and CPU (user and system) in seconds, peak memory in bytes.

    The kernel starts a process' peak with that of its parent, this small one: a peak below some 20 MB is not told apart.
    """
    wall: float
    cpu: float
    peak: int


@dataclass
class Contestant:
    """A process that is measured, and what must be done, unmeasured, before each run of it."""
    key: str
    label: str
    command: list[str]
    prepare: Step = lambda: None
    #: Exit statuses that are success.
    statuses: Collection[int] = (0,)
    standard_input: str | Callable[[], str] | None = None
    #: Keeps the process on one core.
    one_core: bool = False
    #: How often it is run, where the number that was asked for is not right: very short or very long works.
    runs: int | None = None
    #: Raises `Failed` when standard output shows that the work was not done.
    check: Callable[[str], None] = lambda _: None
    #: What is ended after each run.
    finish: Step = lambda: None


@dataclass(frozen=True)
class Medians:
    wall: float
    cpu: float
    peak: float
    samples: list[Sample]
    #: What the last run wrote to standard output.
    output: str


class Failed(Exception):
    """A process that was to be measured ended with a status that is no success, or did not do its work."""


def run_once(contestant: Contestant, output: Path) -> Sample:
    try:
        contestant.prepare()
        return _timed(contestant, output)
    finally:
        contestant.finish()


def _timed(contestant: Contestant, output: Path) -> Sample:
    start = time.perf_counter()
    with open(output, "wb") as out, open(output.with_suffix(".err"), "wb") as err:
        process = subprocess.Popen(
            _pinned(contestant), stdin=subprocess.PIPE if contestant.standard_input is not None else subprocess.DEVNULL,
            stdout=out, stderr=err, cwd=output.parent)
        if contestant.standard_input is not None and process.stdin is not None:
            text = contestant.standard_input if isinstance(contestant.standard_input, str) else contestant.standard_input()
            process.stdin.write(text.encode())
            process.stdin.close()
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in contestant.statuses:
        said = output.with_suffix(".err").read_text(errors="replace")[-800:]
        raise Failed(f"{contestant.label} ended with status {process.returncode}: {said}")
    contestant.check(_text(output))
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def _pinned(contestant: Contestant) -> list[str]:
    if not contestant.one_core:
        return contestant.command
    return ["taskset", "--cpu-list", str(max(os.sched_getaffinity(0))), *contestant.command]


def medians(samples: list[Sample], output: str) -> Medians:
    return Medians(
        wall=statistics.median(sample.wall for sample in samples), cpu=statistics.median(sample.cpu for sample in samples),
        peak=statistics.median(sample.peak for sample in samples), samples=samples, output=output)


def measure(
    contestants: list[Contestant], repeat: int, folder: Path, told: Callable[[str], None]
) -> tuple[dict[str, Medians], dict[str, str]]:
    """Medians by key, and why others have none. The contestants take turns, so that noise meets them all alike."""
    samples: dict[str, list[Sample]] = {contestant.key: [] for contestant in contestants}
    failures: dict[str, str] = {}
    for turn in range(max(contestant.runs or repeat for contestant in contestants)):
        for contestant in contestants:
            if turn >= (contestant.runs or repeat) or contestant.key in failures:
                continue
            try:
                samples[contestant.key].append(run_once(contestant, folder / f"{contestant.key}.out"))
            except (Failed, subprocess.SubprocessError, OSError) as failure:
                failures[contestant.key] = str(failure)
                told(str(failure))
    results = {
        contestant.key: medians(samples[contestant.key], _text(folder / f"{contestant.key}.out"))
        for contestant in contestants if contestant.key not in failures
    }
    return results, failures


def _text(path: Path) -> str:
    """The beginning of what was written, as long as any summary: an exported register need not be read."""
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read(16 << 20)
