"""What is done with the result of an import: runs taken back, many customers changed, a plan applied."""
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from . import expert, generator
from .comparisons import Comparison, Limit, Ratio
from .measure import Contestant

if TYPE_CHECKING:
    from .works import Bench, Database

#: Which customers are changed, and what they get.
CONDITION, TAG = "type=private", "Test"


def contestants(bench: "Bench", counted) -> list[Contestant]:
    """`counted` makes the check of a summary's counts."""
    nights, count = bench.nights, bench.sizes.register
    register, planned = bench.register("many", nights.tonight), bench.register("planned", nights.tonight)
    night = bench.imports(register.path, nights.next_night, "--missing", "inactivate")
    plan = bench.folder / "plan.json"
    gone = round(count * generator.GONE)
    result = [
        Contestant(
            "many-import", "first import", bench.imports(register.path, nights.tonight),
            lambda: register.clear("tonight"), check=counted(created=count)),
        Contestant(
            "many-night", "next night, what is missing inactivated", night, lambda: register.loaded("next night"),
            check=counted(created=round(count * generator.NEW), rejected=0)),
        Contestant(
            "many-night-undo", "undo of that night", bench.kundreg(register.path, "undo", "2"),
            partial(_after, bench, register, night), check=counted(deleted=round(count * generator.NEW))),
        Contestant(
            "many-set", "customer set", bench.kundreg(
                register.path, "customer", "set", "--where", CONDITION, f"tags+={TAG}"),
            lambda: register.loaded("changed"), check=counted(unchanged=0)),
        Contestant(
            "many-undo", "undo of the first import", bench.kundreg(register.path, "undo", "1"),
            lambda: register.loaded("undone"), check=counted(deleted=count)),
        Contestant(
            "many-apply", "apply", bench.kundreg(planned.path, "apply", plan),
            partial(_planned, bench, planned, plan), check=counted(created=count)),
    ]
    if bench.tools.peers.has("sqlite3"):
        sqlite = bench.sqlite
        command = ["sqlite3", str(sqlite.path)]
        result += [
            Contestant(
                "many-expert-night", "expert SQL with removals", command, lambda: sqlite.loaded("next night"),
                standard_input=expert.next_night(nights.next_night) + expert.inactivate_missing()),
            Contestant(
                "many-expert-set", "expert SQL", command, lambda: sqlite.loaded("changed"),
                standard_input=expert.add_tag(TAG)),
        ]
    # Few are gone: a file that lacked many would be refused.
    assert gone < count / 5
    return result


def _after(bench: "Bench", register: "Database", night: list[str]) -> None:
    register.loaded("undone")
    bench.run(night)


def _planned(bench: "Bench", register: "Database", plan: Path) -> None:
    register.clear("applied")
    if not plan.exists() or plan.stat().st_mtime < register.path.stat().st_mtime:
        bench.run(bench.imports(register.path, bench.nights.tonight, "--dry-run", "--plan", str(plan)))


def comparisons() -> list[Comparison]:
    own = "the import itself"
    return [
        Ratio("undo of a first import", "many-undo", "many-import", own, 1.0),
        Ratio("undo of a night", "many-night-undo", "many-night", "the night itself", 1.0),
        Ratio(
            "next night, what is missing inactivated", "many-night", "many-expert-night",
            "expert SQL with removals and history (no checks, no undo)", 0.25),
        Ratio(
            "a tag for every private customer", "many-set", "many-expert-set",
            "expert SQL that links and writes history (no checks, no undo)", 1.5),
        Ratio("apply of the plan of a first import", "many-apply", "many-import", own, 1.5),
        *(Limit(f"peak memory, {name}", key, 250e6, "peak") for name, key in (
            ("undo of a first import", "many-undo"), ("a tag for every private customer", "many-set"),
            ("apply", "many-apply"))),
    ]
