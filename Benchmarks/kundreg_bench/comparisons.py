"""The goals: which measurement is held against which, in what, and how far it may be from it."""
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from .measure import Medians
from .table import Line, megabytes, seconds, verdict

Quantity = Literal["wall", "cpu", "peak"]
UNITS: dict[Quantity, Callable[[float], str]] = {
    "wall": seconds, "cpu": lambda value: f"{seconds(value)} CPU", "peak": megabytes}
#: Requests in a second that Fortnox allows: 25 in 5 seconds.
FORTNOX_PACE = 5.0


class Comparison(Protocol):
    @property
    def work(self) -> str: ...

    def needs(self) -> list[str]:
        """Keys of the measurements."""
        ...

    def line(self, results: dict[str, Medians]) -> Line: ...


@dataclass(frozen=True)
class Ratio:
    """Kundreg's median by the peer's."""
    work: str
    kundreg: str
    peer: str
    #: The peer's name in the table, with what it does not do.
    named: str
    goal: float | None
    quantity: Quantity = "wall"

    def needs(self) -> list[str]:
        return [self.kundreg, self.peer]

    def line(self, results: dict[str, Medians]) -> Line:
        unit = UNITS[self.quantity]
        goal = "–" if self.goal is None else f"≤ {self.goal:g}"
        if self.kundreg not in results or self.peer not in results:
            shown = unit(getattr(results[self.kundreg], self.quantity)) if self.kundreg in results else "–"
            return Line(self.work, shown, self.named, "–", goal, "not measured")
        ours, theirs = (getattr(results[key], self.quantity) for key in (self.kundreg, self.peer))
        return Line(
            self.work, unit(ours), f"{unit(theirs)} {self.named}", f"{ours / theirs:.3g}", goal,
            verdict(ours / theirs, self.goal))


@dataclass(frozen=True)
class Limit:
    """Kundreg's median by a number, or alone."""
    work: str
    kundreg: str
    goal: float | None
    quantity: Quantity = "wall"

    def needs(self) -> list[str]:
        return [self.kundreg]

    def line(self, results: dict[str, Medians]) -> Line:
        unit = UNITS[self.quantity]
        goal = "–" if self.goal is None else f"≤ {unit(self.goal)}"
        if self.kundreg not in results:
            return Line(self.work, "–", "", "", goal, "not measured")
        ours = getattr(results[self.kundreg], self.quantity)
        return Line(self.work, unit(ours), "", "", goal, verdict(ours, self.goal))


@dataclass(frozen=True)
class Growth:
    """The time of a row in a large register by that in a small one."""
    work: str
    small: str
    large: str
    times_larger: float
    goal: float

    def needs(self) -> list[str]:
        return [self.small, self.large]

    def line(self, results: dict[str, Medians]) -> Line:
        goal = f"≤ {self.goal:g}"
        if self.small not in results or self.large not in results:
            return Line(self.work, "–", "", "–", goal, "not measured")
        small, large = results[self.small].wall, results[self.large].wall
        value = large / self.times_larger / small
        return Line(
            self.work, seconds(large), f"{seconds(small)} the small one", f"{value:.3g}", goal, verdict(value, self.goal))


@dataclass(frozen=True)
class Pace:
    """The least time that the quota allows for the requests of a sync, by the time that it took."""
    work: str
    sync: str
    requests: int
    seconds: float
    goal: float

    def needs(self) -> list[str]:
        return [self.sync]

    def line(self, results: dict[str, Medians]) -> Line:
        goal = f"≥ {self.goal:.0%}"
        if self.sync not in results:
            return Line(self.work, "–", "", "–", goal, "not measured")
        sent = requests_of(results[self.sync])
        least = ((sent - 1) // self.requests) * self.seconds
        if least == 0:
            return Line(self.work, seconds(results[self.sync].wall), "", "–", goal, "too few requests to tell")
        value = least / results[self.sync].wall
        quota = f"{least:.0f} s, {sent} requests at {self.requests} in {self.seconds:g} s"
        return Line(
            self.work, seconds(results[self.sync].wall), quota, f"{value:.0%}", goal,
            verdict(value, self.goal, at_least=True))


@dataclass(frozen=True)
class LocalWork:
    """The CPU seconds of a sync's requests, by the seconds that they take at Fortnox' own pace."""
    work: str
    sync: str
    goal: float

    def needs(self) -> list[str]:
        return [self.sync]

    def line(self, results: dict[str, Medians]) -> Line:
        goal = f"≤ {self.goal:.0%}"
        if self.sync not in results:
            return Line(self.work, "–", "", "–", goal, "not measured")
        cpu, sent = results[self.sync].cpu, requests_of(results[self.sync])
        value = cpu / (sent / FORTNOX_PACE)
        return Line(
            self.work, f"{seconds(cpu)} CPU", f"{sent / FORTNOX_PACE:.0f} s, {sent} requests at {FORTNOX_PACE:g} a second",
            f"{value:.1%}", goal, verdict(value, self.goal))


@dataclass(frozen=True)
class Told:
    """Something that a work's own check has found."""
    work: str
    measured: str
    #: What is shown, and the number that is held against the goal; None when there is too little to tell.
    found: Callable[[Medians], tuple[str, float | None]]
    goal: float | None
    at_least: bool = False
    shown_goal: str = "–"

    def needs(self) -> list[str]:
        return [self.measured]

    def line(self, results: dict[str, Medians]) -> Line:
        if self.measured not in results:
            return Line(self.work, "–", "", "", self.shown_goal, "not measured")
        shown, value = self.found(results[self.measured])
        result = "too few requests to tell" if value is None else verdict(value, self.goal, self.at_least)
        return Line(self.work, shown, "", "", self.shown_goal, result)


def requests_of(sync: Medians) -> int:
    summary = json.loads(sync.output)
    return int((summary[0] if isinstance(summary, list) else summary)["requests"])
