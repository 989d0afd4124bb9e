"""The works: which processes do them, and what is compared. The order is that of the table."""
import datetime
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from . import expert, generator, many
from .comparisons import Comparison, Growth, Limit, LocalWork, Pace, Ratio, Told
from .measure import Contestant, Failed, Medians
from .night import CHANGES, Night
from .peers import Peers
from .sandbox import Sandbox

@dataclass(frozen=True)
class Sizes:
    """Rows of each work. `quota` is requests and seconds of the window that the sync keeps to."""
    register: int
    workbook: int
    validation: int
    growth: tuple[int, int]
    sync: int
    quota: tuple[int, float]
    #: Companies of the night, how many are synced at the same time, and how many times faster than in life the quotas are.
    night: tuple[int, int, float]
    #: Rows of the register whose memory alone is looked at, 0 for none.
    memory: int = 0

    @property
    def runs_of_minutes(self) -> int | None:
        """How often that is run which takes minutes at the large sizes: once; elsewhere as often as all else."""
        return 1 if self.register >= 1_000_000 else None


SMOKE = Sizes(register=500, workbook=200, validation=400, growth=(200, 800), sync=10, quota=(5, 1), night=(4, 4, 12))
SMALL = Sizes(register=20_000, workbook=5_000, validation=5_000, growth=(5_000, 40_000), sync=100, quota=(50, 1), night=(24, 24, 2))
FULL = Sizes(
    register=1_000_000, workbook=100_000, validation=100_000, growth=(250_000, 1_000_000), sync=10_000, quota=(250, 1),
    night=(200, 24, 2))
HUGE = Sizes(
    register=1_000_000, workbook=100_000, validation=100_000, growth=(250_000, 4_000_000), sync=10_000, quota=(250, 1),
    night=(200, 24, 2), memory=10_000_000)


@dataclass(frozen=True)
class Tools:
    kundreg: Path
    sandbox: Path | None
    peers: Peers
    mappings: Path


@dataclass(frozen=True)
class Work:
    """One thing that is done: `--only` takes its name."""
    name: str
    contestants: list[Contestant]
    comparisons: list[Comparison]


@dataclass
class Database:
    """A file that holds tonight's register, the next night's, or nothing, and how the first is made."""
    path: Path
    load: Callable[[], None]
    #: Makes it before anything is loaded, where loading does not.
    create: Callable[[], None] = field(default=lambda: None)
    state: str = field(default="empty")

    def clear(self, then: str) -> None:
        """Begins anew; `then` is what it holds after the run that follows."""
        for suffix in ("", "-wal", "-shm", "-journal", ".wal", ".search"):
            Path(f"{self.path}{suffix}").unlink(missing_ok=True)
        self.create()
        self.state = then

    def loaded(self, then: str = "tonight") -> None:
        """Makes sure that it holds tonight's register; `then` as above."""
        if self.state != "tonight":
            self.clear("tonight")
            self.load()
        self.state = then


@dataclass
class Bench:
    tools: Tools
    sizes: Sizes
    #: Files that are kept from one run to the next.
    data: Path
    #: Registers and the peers' databases, thrown away.
    folder: Path

    @cached_property
    def nights(self) -> generator.Register:
        return generator.register(self.data, self.sizes.register)

    @cached_property
    def ours(self) -> Database:
        return self.register("kundreg", self.nights.tonight)

    @cached_property
    def sqlite(self) -> Database:
        path = self.folder / "sqlite.db"
        return Database(path, lambda: self.run(["sqlite3", str(path)], expert.load(self.nights.tonight)))

    def kundreg(self, register: Path, *arguments: object) -> list[str]:
        return [str(self.tools.kundreg), *map(str, arguments), "--register", str(register), "--quiet", "--format", "json"]

    def imports(self, register: Path, file: Path, *options: str) -> list[str]:
        return self.kundreg(register, "import", file, *options)

    def dry_run(self, register: Path, file: Path) -> list[str]:
        return self.imports(register, file, "--dry-run", "--summary")

    def run(self, command: list[str], standard_input: str | None = None) -> None:
        """What is not measured."""
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=self.folder, text=True, input=standard_input)

    def register(self, name: str, file: Path) -> Database:
        """A register of Kundreg's."""
        path = self.folder / f"{name}.db"
        return Database(path, lambda: self.run(self.imports(path, file)), lambda: self.run(self.kundreg(path, "init")))

    def empty(self, name: str) -> Path:
        """A register without customers, made when it is not there."""
        path = self.folder / f"{name}.db"
        if not path.exists():
            self.run(self.kundreg(path, "init"))
        return path


def work(name: str, bench: Bench) -> Work | None:
    """The work of that name; None when what it takes is not here."""
    makers: dict[str, Callable[[Bench], Work | None]] = {
        "import": _imports, "read": _reading, "xlsx": _workbook, "validation": _validation, "start": _start, "search": _search,
        "many": _many, "export": _export, "growth": _growth, "memory": _memory,
        "sync": _sync, "night": _night,
    }
    return makers[name](bench)


def _imports(bench: Bench) -> Work:
    ours, nights = bench.ours, bench.nights
    count = bench.sizes.register
    first = Contestant(
        "first", "first import", bench.imports(ours.path, nights.tonight), lambda: ours.clear("tonight"),
        check=_counted(created=count))
    again = Contestant(
        "again", "the same again", bench.imports(ours.path, nights.tonight), ours.loaded, check=_counted(unchanged=count))
    night = Contestant(
        "next-night", "next night", bench.imports(ours.path, nights.next_night), lambda: ours.loaded("next night"),
        check=_counted(created=round(count * generator.NEW), rejected=0))
    # Peers run beside what they are compared with. Each database goes from empty to tonight to the next night.
    order = {"first": 0, "sqlite-import": 1, "upsert-first": 2, "again": 3, "next-night": 4}
    contestants = [first, again, night, *_sqlite3(bench), *_duckdb(bench), *_sqlite_utils(bench)]
    contestants.sort(key=lambda contestant: order.get(contestant.key, len(order)))
    upsert = "sqlite-utils upsert (no checks, no history)"
    plain = "sqlite3 .import (no checks, no history)"
    return Work("import", contestants, [
        Ratio("first import, all rules on, history written", "first", "sqlite-import", plain, 1.0),
        Ratio("first import", "first", "upsert-first", upsert, 0.1),
        Ratio("the same file again", "again", "sqlite-import", plain, 0.35),
        Ratio("next night, 1% changed", "next-night", "expert-next-night", "expert SQL with history (no checks, no undo)", 0.3),
        Ratio("next night, CPU", "next-night", "duckdb-next-night", "DuckDB with history (no checks, no undo)", 0.5, "cpu"),
        Ratio("next night", "next-night", "upsert-next-night", upsert, 0.1),
        Limit("peak memory, first import", "first", 250e6, "peak"),
        Limit("peak memory, the same file again", "again", 250e6, "peak"),
    ])


def _sqlite3(bench: Bench) -> list[Contestant]:
    if not bench.tools.peers.has("sqlite3"):
        return []
    sqlite, nights = bench.sqlite, bench.nights
    command = ["sqlite3", str(sqlite.path)]
    return [
        Contestant(
            "sqlite-import", "sqlite3 .import", command, lambda: sqlite.clear("tonight"),
            standard_input=expert.load(nights.tonight)),
        Contestant(
            "expert-next-night", "expert SQL", command, lambda: sqlite.loaded("next night"),
            standard_input=expert.next_night(nights.next_night)),
    ]


def _duckdb(bench: Bench) -> list[Contestant]:
    peers, nights, path = bench.tools.peers, bench.nights, bench.folder / "duck.db"
    if not peers.has("duckdb"):
        return []
    duck = Database(path, lambda: bench.run(peers.program("duckdb_load", path, nights.tonight)))
    return [Contestant(
        "duckdb-next-night", "DuckDB", peers.program("duckdb_next_night", path, nights.next_night),
        lambda: duck.loaded("next night"))]


def _sqlite_utils(bench: Bench) -> list[Contestant]:
    peers, nights, path = bench.tools.peers, bench.nights, bench.folder / "utils.db"
    if not peers.has("sqlite-utils"):
        return []
    utils = Database(path, lambda: bench.run(_upsert(peers, path, nights.tonight)))
    return [
        Contestant(
            "upsert-first", "sqlite-utils upsert", _upsert(peers, path, nights.tonight), lambda: utils.clear("tonight"),
            runs=bench.sizes.runs_of_minutes),
        Contestant(
            "upsert-next-night", "sqlite-utils upsert", _upsert(peers, path, nights.next_night),
            lambda: utils.loaded("next night"), runs=bench.sizes.runs_of_minutes),
    ]


def _upsert(peers: Peers, database: Path, file: Path) -> list[str]:
    return [
        peers.tool("sqlite-utils"), "upsert", str(database), "kunder", str(file), "--csv", "--delimiter", ";",
        "--pk", "Kundnummer", "--no-detect-types", "--silent"]


def _reading(bench: Bench) -> Work:
    peers, nights = bench.tools.peers, bench.nights
    contestants = [Contestant(
        "dry-run", "CSV dry run", bench.dry_run(bench.empty("empty"), nights.tonight), one_core=True,
        check=_counted(created=bench.sizes.register))]
    if peers.has("duckdb"):
        contestants.append(Contestant(
            "duckdb-text", "DuckDB, text", peers.program("duckdb_text", nights.tonight), one_core=True))
    if peers.has("polars"):
        contestants.append(Contestant("polars-text", "polars, text", peers.program("polars_text", nights.tonight), one_core=True))
    return Work("read", contestants, [
        Ratio("CSV to validated rows, one core", "dry-run", "duckdb-text", "DuckDB as text, one thread (parses only)", 1.0),
        Ratio("CSV to validated rows, CPU", "dry-run", "duckdb-text", "DuckDB as text, one thread (parses only)", 1.0, "cpu"),
        Ratio("CSV to validated rows, one core", "dry-run", "polars-text", "polars as text (parses only)", None),
    ])


def _workbook(bench: Bench) -> Work:
    peers = bench.tools.peers
    workbook = _made_workbook(bench)
    contestants = [Contestant(
        "workbook", "XLSX dry run", bench.dry_run(bench.empty("empty"), workbook), check=_counted(created=bench.sizes.workbook))]
    if peers.has("python-calamine"):
        contestants.append(Contestant("calamine", "calamine", peers.program("calamine_rows", workbook)))
    if peers.has("openpyxl"):
        contestants.append(Contestant("openpyxl", "openpyxl", peers.program("openpyxl_rows", workbook)))
    calamine = "python-calamine iter_rows (cells only)"
    return Work("xlsx", contestants, [
        Ratio("XLSX to validated rows", "workbook", "calamine", calamine, 0.9),
        Ratio("XLSX to validated rows", "workbook", "openpyxl", "openpyxl, read-only (cells only)", None),
        Ratio("peak memory, XLSX", "workbook", "calamine", calamine, 0.6, "peak"),
    ])


def _made_workbook(bench: Bench) -> Path:
    """Written by Kundreg itself, with the 26 columns of the CSV."""
    workbook = bench.data / f"register-{bench.sizes.workbook}-{generator.SEED}.xlsx"
    if not workbook.exists():
        file = generator.register(bench.data, bench.sizes.workbook).tonight
        source = bench.register("workbook", file)
        source.loaded()
        fields = ",".join(generator.COLUMNS.values())
        bench.run(bench.kundreg(source.path, "export", workbook, "--all", "--columns", fields, "--language", "sv"))
        source.clear("empty")
    return workbook


def _validation(bench: Bench) -> Work:
    count = bench.sizes.validation
    file, mistyped = generator.with_bad_check_digits(bench.data, count)
    peers = bench.tools.peers
    contestants = [Contestant(
        "validate", "validation", bench.dry_run(bench.empty("empty"), file), statuses=(2,), check=_counted(rejected=mistyped))]
    if peers.has("frictionless"):
        contestants += [
            Contestant(
                "frictionless-rules", "frictionless, the same rules", peers.program("validate_by_rules", file),
                check=_printed(f"{count} rows, {mistyped} with errors")),
            Contestant(
                "frictionless-schema", "frictionless, its schema", peers.program("validate_by_schema", file),
                check=_printed(f"{count} rows, 0 with errors")),
        ]
    less = "frictionless, its schema (no check digits, no rules between fields)"
    ratios = [
        Ratio("validation alone", "validate", "frictionless-rules", "frictionless, the same rules as custom checks", 0.02),
        Ratio("validation alone", "validate", "frictionless-schema", less, None),
    ]
    # The start of the process is a fifth of a short file's time, and nothing of a long one's.
    large = bench.sizes.register
    file, mistyped = generator.with_bad_check_digits(bench.data, large)
    contestants.append(Contestant(
        "validate-large", "validation", bench.dry_run(bench.empty("empty"), file), statuses=(2,),
        check=_counted(rejected=mistyped)))
    if peers.has("frictionless"):
        contestants.append(Contestant(
            "frictionless-large", "frictionless, the same rules", peers.program("validate_by_rules", file),
            runs=bench.sizes.runs_of_minutes, check=_printed(f"{large} rows, {mistyped} with errors")))
    ratios.append(Ratio(
        f"validation alone, {large:,} rows", "validate-large", "frictionless-large",
        "frictionless, the same rules as custom checks", 0.02))
    return Work("validation", contestants, ratios)


def _start(bench: Bench) -> Work:
    contestants = [Contestant("version", "kundreg --version", [str(bench.tools.kundreg), "--version"], runs=31)]
    if bench.tools.peers.has("sqlite3"):
        contestants.append(Contestant("sqlite-version", "sqlite3 -version", ["sqlite3", "-version"], runs=31))
    return Work("start", contestants, [Ratio("start, --version", "version", "sqlite-version", "sqlite3 -version", 3.0)])


def _search(bench: Bench) -> Work:
    """Every search shows at most a screenful, but for the three letters, of which all finds are shown."""
    letters = generator.RARE_SURNAME[:3]
    row = generator.customer(123)
    number, name, identity, email, city = (row[generator.HEADINGS.index(heading)] for heading in (
        "Kundnummer", "Namn", "Organisationsnummer", "E-post", "Fakturaadress ort"))
    company = next(row for row in generator.rows(generator.SEED) if row[generator.HEADINGS.index("Kundtyp")] == "Företag")
    phone, contact = (company[generator.HEADINGS.index(heading)] for heading in ("Telefon", "Kontaktperson e-post"))
    ours = bench.ours
    # So rare that the smallest register has none.
    rare = (lambda _: None) if bench.sizes is SMOKE else _found
    searches: list[tuple[str, str, list[str]]] = [
        ("search-number", "a number", [number]),
        ("search-email", "an e-mail address", [email]),
        ("search-identity", "an identity number, shown", [identity, "--show-identity"]),
        ("search-city", "a city", [city]),
        ("search-words", "two words, a name and a city", [name.split()[0], city]),
        ("search-contains", "--where 'city~stad'", ["--where", "invoiceAddress.city~stad"]),
        ("search-updated", "--where 'updated>2026-01-01'", ["--where", "updated>2026-01-01"]),
        ("search-sorted", "a city, sorted by name", [city, "--sort", "name"]),
        ("search-all", "all, sorted by name", ["--sort", "name"]),
        ("search-phone", "a telephone number, sorted by name", ["--where", f"phone~{phone}", "--sort", "name"]),
        ("search-person", "a contact person, --where 'contactPersons~…'", ["--where", f"contactPersons~{contact}"]),
        ("search-person-sorted", "all, sorted by contact person", ["--sort", "contactPersons[0].name"]),
        ("search-any", "one of six fields, --or", ["--or", *(
            part for field in ("name", "email", "comments", "phone", "contactPersons.phone", "contactPersons.email")
            for part in ("--where", f"{field}~{contact}"))]),
    ]
    first = Contestant(
        "search-first", "the first search", bench.kundreg(ours.path, "customer", "list", letters), lambda: _reloaded(ours),
        check=rare)
    unindexed = Contestant(
        "search-unindexed", "a search without index", bench.kundreg(ours.path, "customer", "list", letters),
        lambda: _unindexed(ours), check=rare)
    search = Contestant(
        "search", "search", bench.kundreg(ours.path, "customer", "list", letters), lambda: _indexed(bench), runs=9,
        check=rare)
    others = [
        Contestant(
            key, f"search for {what}", bench.kundreg(ours.path, "customer", "list", *words, "--limit", 100),
            lambda: _indexed(bench), runs=5, check=_found)
        for key, what, words in searches]
    return Work("search", [first, unindexed, search, *others], [
        Limit(f"search for three letters of a name, “{letters}”", "search", 0.1),
        *(Limit(f"search for {what}", key, 1.0) for key, what, _ in searches),
        Limit("the first search after a load", "search-first", 1.0),
        Limit("a search where the index is missing, which makes it", "search-unindexed", None),
    ])


def _reloaded(database: Database) -> None:
    """As a load leaves a register."""
    database.clear("tonight")
    database.load()


def _unindexed(database: Database) -> None:
    """As a register is whose index is of an earlier version, or was lost."""
    _filled(database)
    Path(f"{database.path}.search").unlink(missing_ok=True)


def _indexed(bench: Bench) -> None:
    """As a search leaves a register."""
    _filled(bench.ours)
    if not Path(f"{bench.ours.path}.search").exists():
        bench.run(bench.kundreg(bench.ours.path, "customer", "list", generator.RARE_SURNAME))


def _found(output: str) -> None:
    """A search that finds nothing is quick for another reason."""
    if output.strip() in ("", "[]"):
        raise Failed("A search found nothing.")


def _many(bench: Bench) -> Work:
    return Work("many", many.contestants(bench, _counted), many.comparisons())


def _export(bench: Bench) -> Work:
    fields = ",".join(generator.COLUMNS.values())
    contestants = [
        Contestant(
            key, f"export to {ending.upper()}",
            bench.kundreg(bench.ours.path, "export", bench.folder / f"export.{ending}", "--all", "--columns", fields,
                          "--language", "sv"),
            lambda: _filled(bench.ours))
        for key, ending in (("export", "csv"), ("export-json", "json"))]
    if bench.tools.peers.has("sqlite3"):
        contestants.append(Contestant(
            "sqlite-export", "sqlite3 -csv", ["sqlite3", "-csv", "-header", str(bench.sqlite.path), "SELECT * FROM kunder"],
            lambda: _filled(bench.sqlite)))
        contestants.append(Contestant(
            "sqlite-export-json", "sqlite3 -json", ["sqlite3", "-json", str(bench.sqlite.path), "SELECT * FROM kunder"],
            lambda: _filled(bench.sqlite)))
    flat = "of the plain import (one flat table)"
    return Work("export", contestants, [
        Ratio("export to CSV", "export", "sqlite-export", f"sqlite3 -csv {flat}", 1.0),
        Ratio("export to JSON", "export-json", "sqlite-export-json", f"sqlite3 -json {flat}", 1.0)])


def _counted(**expected: int) -> Callable[[str], None]:
    """The summary of an import has these counts: what is measured is the whole work."""
    def check(output: str) -> None:
        summary = json.loads(output)
        for name, count in expected.items():
            if summary[name] != count:
                raise Failed(f"An import has {name} {summary[name]}, and should have {count}.")
    return check


def _printed(expected: str) -> Callable[[str], None]:
    """A peer says that it has seen all rows, and found what there is to find."""
    def check(output: str) -> None:
        if output.strip() != expected:
            raise Failed(f"A peer printed “{output.strip()}”, and should have printed “{expected}”.")
    return check


def _filled(database: Database) -> None:
    """Either night will do."""
    if database.state == "empty":
        database.loaded()


def _growth(bench: Bench) -> Work:
    small, large = bench.sizes.growth
    contestants = []
    for key, count in (("grown-small", small), ("grown-large", large)):
        file = generator.register(bench.data, count).tonight
        register = bench.register(key, file)
        contestants.append(Contestant(
            key, f"first import of {count:,}", bench.imports(register.path, file), partial(register.clear, "tonight")))
    return Work("growth", contestants, [
        Growth(f"growth: time per row, {large:,} against {small:,}", "grown-small", "grown-large", large / small, 1.25)])


def _memory(bench: Bench) -> Work | None:
    count = bench.sizes.memory
    if count == 0:
        return None
    file = generator.register(bench.data, count).tonight
    register = bench.register("memory", file)
    command = bench.imports(register.path, file)
    return Work("memory", [
        Contestant(
            "memory-first", f"first import of {count:,}", command, partial(register.clear, "tonight"), runs=1,
            check=_counted(created=count)),
        Contestant("memory-again", "the same again", command, register.loaded, runs=1, check=_counted(unchanged=count)),
    ], [
        Limit(f"peak memory, first import of {count:,}", "memory-first", 1e9, "peak"),
        Limit(f"peak memory, the same {count:,} again", "memory-again", 1e9, "peak"),
    ])


def _sync(bench: Bench) -> Work | None:
    binary = bench.tools.sandbox
    if binary is None:
        return None
    requests, window = bench.sizes.quota
    sandbox = Sandbox(binary, bench.folder, requests, window)
    file = generator.register(bench.data, bench.sizes.sync).tonight
    register = bench.register("sync", file)

    def prepare() -> None:
        sandbox.restart()
        register.clear("tonight")
        register.load()

    command = [*bench.kundreg(register.path, "sync", "fortnox"), "--config", str(sandbox.configuration)]
    contestant = Contestant("sync", "sync", command, prepare, statuses=(0, 2), runs=1, finish=sandbox.stop)
    count = f"{bench.sizes.sync:,}"
    return Work("sync", [contestant], [
        Pace(f"sync of {count} customers: of the allowed rate", "sync", requests, window, 0.95),
        LocalWork(f"sync of {count} customers: CPU at Fortnox' own pace", "sync", 0.05),
    ])


def _night(bench: Bench) -> Work | None:
    if bench.tools.sandbox is None:
        return None
    companies, at_once, motion = bench.sizes.night
    night = Night(
        bench.tools.sandbox, bench.folder / "night", companies, customers=20, motion=motion,
        kundreg=bench.kundreg)
    log: list[dict[str, object]] = []

    def check(output: str) -> None:
        for company, ended in enumerate(json.loads(output), 1):
            if ended["status"] != 0:
                raise Failed(f"Company {company} ended with status {ended['status']}: {ended['output']} {ended['errors']}")
            summary = json.loads(ended["output"])
            counts = summary["pulled"]["updated"], summary["pushed"]["updated"]
            if counts != (CHANGES, CHANGES):
                raise Failed(f"Company {company} has taken and given {counts} changes, and should have {CHANGES} each way.")
        log[:] = night.sent()

    program = Path(__file__).parent / "programs" / "at_once.py"
    contestant = Contestant(
        "night", f"a night of {companies} companies", [sys.executable, str(program), str(at_once)], night.prepare, runs=1,
        standard_input=lambda: json.dumps([night.command(company) for company in range(1, companies + 1)]), check=check,
        finish=night.stop)
    requests, seconds = night.quota

    def share(_: Medians) -> tuple[str, float | None]:
        times = sorted(datetime.datetime.fromisoformat(str(entry["at"])) for entry in log if entry["system"] == "visma")
        used = (len(times) - 1) / (times[-1] - times[0]).total_seconds() * seconds / requests
        return f"{used:.1%}, {len(times)} requests at {requests} in {seconds:g} s", used if len(times) > requests else None

    def refused(_: Medians) -> tuple[str, float]:
        count = sum(entry["status"] == 429 for entry in log)
        return f"{count} of {len(log)} requests", count

    def each(quantity: str) -> Callable[[Medians], list[float]]:
        return lambda medians: sorted(ended[quantity] for ended in json.loads(medians.output))

    name = f"night of {companies} companies, {at_once} at once"
    return Work("night", [contestant], [
        Told(f"{name}: of Visma's quota", "night", share, 0.95, True, "≥ 95%"),
        Told(f"{name}: answered with 429", "night", refused, 0, shown_goal="0"),
        Limit(f"{name}: wall time, {motion:g} times as fast as in life", "night", None),
        Limit(f"{name}: CPU of all", "night", None, "cpu"),
        Told(f"{name}: CPU of one, the median", "night", lambda it: _middle(each("cpu")(it), "s"), None),
        Told(f"{name}: peak memory of one, the largest", "night", lambda it: _largest(each("peak")(it)), None),
    ])


def _middle(values: list[float], unit: str) -> tuple[str, float]:
    value = values[len(values) // 2]
    return f"{value:.2f} {unit}", value


def _largest(values: list[float]) -> tuple[str, float]:
    return f"{values[-1] / 1e6:.0f} MB", values[-1]
