"""What is done with a mutated input, and what must hold whatever it holds."""
import csv
import io
import json
import pathlib
import random
import shutil

import mutation
import register
import values
from program import Outcome, Program

HERE = pathlib.Path(__file__).resolve().parent
CHECKOUT = HERE.parent.parent
"""The exit statuses that the command line promises."""
STATUSES = {0, 1, 2, 64, 65, 69, 75, 77, 78}
"""Megabytes that no input may take more of."""
MEMORY = 400
SETTINGS = ["generateNumber", "showCostCenter", "showOrderNumber", "showLanguage", "showVATType", "showServiceArticles",
            "showWorkOrderArticles", "useTaxReductions", "vatPerArticleRow"]
LISTS = ["contactPersons", "serviceArticles", "workOrderArticles", "facilities", "references"]
HEADERS = {
    "contactPersons": ["Kundnummer", "Namn", "E-post", "Telefon", "Mobil"],
    "serviceArticles": ["Kundnummer", "Artikelnummer", "Benämning", "Antal", "Enhet", "Pris"],
    "workOrderArticles": ["Kundnummer", "Artikelnummer", "Benämning", "Antal", "Enhet", "Pris"],
    "facilities": ["Kundnummer", "Anläggningsnummer", "Namn", "Adress", "Postnummer", "Ort"],
    "references": ["Kundnummer", "Typ", "Nummer", "Datum", "Status", "Rubrik", "Anläggningsnummer"],
}
EXAMPLES = {"references": ["order", "10", "2026-11-28", "Klar", "Ett namn", ""]}


class Failed(Exception):
    """Something that must hold does not."""


class Bench:
    """The fixtures, and the registers that cases begin with."""

    def __init__(self, program: Program, folder: pathlib.Path):
        self.program = program
        self.folder = folder
        fixtures = [file for file in sorted((CHECKOUT / "Fixtures").iterdir()) if file.is_file() and file.suffix != ".md"]
        self.workbooks = [file for file in fixtures if file.read_bytes()[:2] == b"PK" and file.stat().st_size < 1 << 20]
        self.texts = [file for file in fixtures if file.suffix in (".csv", ".tsv", ".txt")]
        self.documents = [file for file in fixtures if file.suffix == ".json" and "hostile" not in file.name]
        self.mappings = [file for file in sorted((CHECKOUT / "Mappings").glob("*.json")) if "schema" not in file.name]
        self.config = CHECKOUT / "config.example.json"
        list_of = (CHECKOUT / "Fixtures/kunder.csv").read_text("cp1252")
        self.rows = list(csv.reader(io.StringIO(list_of), delimiter=csv.Sniffer().sniff(list_of[:500], ";,\t").delimiter))
        self.lists = [self.rows]
        self.registers = {}
        for name in ("empty", "filled", "whole"):
            place = folder / name
            place.mkdir()
            self.must(["init"], place)
            if name != "empty":
                shutil.copyfile(CHECKOUT / "Fixtures/kunder.csv", place / "kunder.csv")
                self.must(["import", "kunder.csv"], place, 0, 2)
            if name == "whole":
                self.complete(place)
            self.registers[name] = (place / "kundreg.db", register.content(place / "kundreg.db"), self.export(place))

    def complete(self, place: pathlib.Path) -> None:
        """Switches on all that can be, gives customers of everything, and takes what that is exported as for lists to mutate."""
        for setting in SETTINGS:
            self.must(["settings", "set", setting, "true"], place)
        shutil.copyfile(CHECKOUT / "Fixtures/kunder.json", place / "kunder.json")
        self.must(["import", "kunder.json"], place, 0, 2)
        for name in LISTS:
            numbers = [row[0] for row in self.rows[1:8]]
            values = [[number, *EXAMPLES.get(name, ["10", "Ett namn", *["7"] * (len(HEADERS[name]) - 3)])] for number in numbers]
            text = "\n".join(";".join(row) for row in [HEADERS[name], *values])
            (place / f"{name}.csv").write_text(text, "utf-8")
            self.must(["import", f"{name}.csv", "--into", name], place, 0, 2)
        for suffix, files in (("csv", self.texts), ("xlsx", self.workbooks), ("json", self.documents)):
            self.must(["export", f"export.{suffix}", "--all"], place)
            files += [place / f"export.{suffix}"] * 6
        with open(place / "export.csv", encoding="utf-8-sig", newline="") as file:
            self.lists.append(list(csv.reader(file, delimiter=";")))

    def must(self, command: list[str], folder: pathlib.Path, *statuses: int) -> Outcome:
        outcome = self.program.run(command, folder)
        if outcome.status not in (statuses or (0,)):
            raise Failed(f"{command} ended with {outcome.status}: {outcome.stderr}")
        return outcome

    def export(self, folder: pathlib.Path, name: str = "state.csv") -> bytes:
        self.must(["export", name, "--all"], folder)
        return (folder / name).read_bytes()


class Case:
    """One mutated input and the commands it is given to, all of it decided by the seed and the number."""

    def __init__(self, bench: Bench, random: random.Random, folder: pathlib.Path):
        self.bench = bench
        self.random = random
        self.folder = folder
        self.commands: list[list[str]] = []
        self.base = random.choice(["empty", "filled", "whole"])
        self.place, self.before, self.state = bench.registers[self.base]
        register.copy(self.place, folder)

    def perform(self) -> None:
        names = ["committed"] * 6 + ["rehearsed"] * 2 + ["planned"] * 3 + ["mapped"] * 2 + ["suggested", "configured"] + ["into"] * 2 + [
            "accompanied", "exported", "exported"]
        getattr(self, self.random.choice(names))()

    # MARK: Commands

    def run(self, *command: str, stdin: pathlib.Path | None = None) -> Outcome:
        """Gives a command, and asks what must hold of every command."""
        command = [*command, "--format", "json"]
        self.commands.append(command)
        outcome = self.bench.program.run(command, self.folder, stdin, timeout=120)
        if outcome.status is None:
            raise Failed("the command did not end within two minutes")
        if outcome.status < 0:
            raise Failed(f"the command ended by signal {-outcome.status}: {outcome.stderr[-2000:]}")
        if outcome.status not in STATUSES:
            raise Failed(f"status {outcome.status} is none that is promised: {outcome.stderr[-500:]}")
        if outcome.peak > MEMORY:
            raise Failed(f"the command took {outcome.peak} MB")
        if outcome.status in (0, 2):
            self.document(outcome)
        elif not outcome.stderr.strip() and not outcome.stdout.strip():
            raise Failed(f"status {outcome.status} without a word")
        return outcome

    @staticmethod
    def document(outcome: Outcome):
        try:
            return json.loads(outcome.stdout) if outcome.stdout.strip() else None
        except ValueError as error:
            raise Failed(f"standard output is no JSON: {error}: {outcome.stdout[:500]}") from error

    def unchanged(self, after: str) -> None:
        if register.content(self.folder / "kundreg.db") != self.before:
            raise Failed(f"the register is another after {after}")

    def counts(self, outcome: Outcome, *, of_customers: bool = True) -> dict:
        told = self.document(outcome)
        parts = ["created", "updated", "unchanged", "reactivated", "rejected"]
        if of_customers and told["rows"] != sum(told[part] for part in parts):
            raise Failed(f"the counts do not add up: { {part: told[part] for part in ['rows', *parts]} }")
        # A column whose cells prove what they are, and that no field takes, is to be looked at as a rejected row is.
        proven = (told.get("report") or {}).get("provenColumns")
        if (outcome.status == 2) != (told["rejected"] > 0 or bool(proven)):
            raise Failed(f"status {outcome.status} with {told['rejected']} rejected rows")
        return told

    # MARK: Inputs

    def input(self, kinds: str = "wwttj") -> str:
        """Writes a mutated list of customers and gives its name."""
        kind = self.random.choice(kinds)
        bench = self.bench
        if kind == "w":
            source = self.random.choice(bench.workbooks)
            data, name = mutation.of_workbook(self.random, source.read_bytes()), "input.xlsx"
        elif kind == "j":
            source = self.random.choice(bench.documents)
            data, name = mutation.of_json(self.random, source.read_bytes()), "input.json"
        elif self.random.random() < 0.6:
            data, name = mutation.of_delimited(self.random, self.random.choice(bench.lists)), "input.csv"
        else:
            data, name = mutation.of_bytes(self.random, self.random.choice(bench.texts).read_bytes()), "input.csv"
        (self.folder / name).write_bytes(data)
        return name

    def options(self) -> list[str]:
        chosen = []
        for option, chance in [(["--match", "number,identity"], 0.3), (["--empty", "clear"], 0.2), (["--missing", "inactivate"], 0.15),
                               (["--max-inactivate", "100%"], 0.3), (["--several-rows", "contactPersons"], 0.15),
                               (["--max-rejects", "3"], 0.05), (["--rejects", "rejects.xlsx"], 0.1), (["--rejects", "rejects.csv"], 0.05)]:
            if self.random.random() < chance and option[0] not in chosen:
                chosen += option
        return chosen

    # MARK: Scenarios

    def committed(self) -> dict | None:
        """An import, and its undoing."""
        name = self.input()
        options = self.options()
        if self.random.random() < 0.1:
            outcome = self.run("import", "-", *options, stdin=self.folder / name)
        else:
            outcome = self.run("import", name, *options)
        if outcome.status not in (0, 2):
            self.unchanged(f"a refusal with {outcome.status}")
            return None
        told = self.counts(outcome)
        self.rejects(told)
        undone = self.run("undo", str(told["run"]))
        if undone.status != 0:
            raise Failed(f"the undo of an import ended with {undone.status}: {undone.stderr}")
        if self.bench.export(self.folder) != self.state:
            raise Failed("an undo does not give the register back")
        return told

    def rejects(self, told: dict) -> None:
        """As many rows as were rejected stand in the rejects file."""
        path = told["rejects"]
        if (path is not None) != (told["rejected"] > 0):
            raise Failed(f"{told['rejected']} rejected rows go to {path}")
        if path is None or not path.endswith(".csv"):
            return
        text = (self.folder / path).read_bytes().decode("utf-8-sig")
        # Only the number of rows is asked for: what delimits their cells does not matter as long as it is none of a row's end.
        delimiter = next((sign for sign in ";,\t|" if f"kundreg_row{sign}" in text or f"{sign}kundreg_row" in text), ";")
        csv.field_size_limit(1 << 30)
        found = sum(1 for _ in csv.reader(io.StringIO(text.replace("\0", " "), newline=""), delimiter=delimiter)) - 1
        if found != told["rejected"]:
            raise Failed(f"{found} rows stand in the rejects file, but {told['rejected']} were rejected")

    def rehearsed(self) -> None:
        outcome = self.run("import", self.input(), "--dry-run", *self.options(), *(["--summary"] if self.random.random() < 0.3 else []))
        if outcome.status in (0, 2):
            self.counts(outcome)
        self.unchanged("a dry run")

    def planned(self) -> None:
        name = self.input()
        options = self.options()
        made = self.run("import", name, "--plan", "plan.json", *options)
        self.unchanged("the making of a plan")
        if made.status not in (0, 2):
            return
        plan = self.folder / "plan.json"
        is_whole = self.random.random() < 0.4
        if not is_whole:
            mutate = self.random.choice([mutation.of_bytes, mutation.of_json])
            plan.write_bytes(mutate(self.random, plan.read_bytes()))
        applied = self.run("apply", "plan.json")
        if applied.status != 0:
            self.unchanged(f"a plan that was refused with {applied.status}")
            if is_whole:
                raise Failed(f"a plan that was just made ended with {applied.status}: {applied.stderr}")
        elif is_whole:
            planned = self.bench.export(self.folder)
            run = self.document(applied)["run"]
            self.run("undo", str(run))
            if self.bench.export(self.folder) != self.state:
                raise Failed("the undo of a plan does not give the register back")
            register.copy(self.place, self.folder)
            self.run("import", name, *options)
            if self.bench.export(self.folder) != planned:
                raise Failed("a plan does not do what its import does")

    def mapped(self) -> None:
        source = self.random.choice(self.bench.mappings)
        mutate = self.random.choice([mutation.of_json, mutation.of_json, mutation.of_bytes])
        (self.folder / "mapping.json").write_bytes(mutate(self.random, source.read_bytes()))
        self.run("mapping", "check", "./mapping.json")
        shutil.copyfile(CHECKOUT / "Fixtures/kunder.csv", self.folder / "kunder.csv")
        outcome = self.run("import", "kunder.csv", "--mapping", "./mapping.json")
        if outcome.status in (0, 2):
            self.counts(outcome)
        else:
            self.unchanged("a mapping that was refused")

    def suggested(self) -> None:
        self.run("mapping", "suggest", self.input())

    def configured(self) -> None:
        mutate = self.random.choice([mutation.of_json, mutation.of_bytes])
        (self.folder / "config.json").write_bytes(mutate(self.random, self.bench.config.read_bytes()))
        command = self.random.choice([["settings", "list"], ["doctor"], ["customer", "list"]])
        self.run(*command, "--register", "kundreg.db")
        self.unchanged("a reading command")

    def records(self, list_name: str) -> str:
        """Writes a mutated file of records."""
        numbers = [row[0] for row in self.bench.rows[1:12]]
        rows = [HEADERS[list_name]]
        for number in numbers:
            for _ in range(self.random.randrange(3)):
                rows.append([number, *(values.text(self.random) if self.random.random() < 0.3 else f"{self.random.randrange(99)}"
                                       for _ in rows[0][1:])])
        (self.folder / "records.csv").write_bytes(mutation.of_delimited(self.random, rows))
        return "records.csv"

    def into(self) -> None:
        chosen = self.random.choice(LISTS)
        outcome = self.run("import", self.records(chosen), "--into", chosen, *(["--dry-run"] if self.random.random() < 0.2 else []))
        if outcome.status not in (0, 2):
            return self.unchanged("records that were refused")
        told = self.counts(outcome)
        if told["run"] is not None:
            self.run("undo", str(told["run"]))
            if self.bench.export(self.folder) != self.state:
                raise Failed("the undo of records does not give the register back")

    def accompanied(self) -> None:
        chosen = self.random.choice(LISTS)
        name = self.input("tj") if self.random.random() < 0.5 else "kunder.csv"
        shutil.copyfile(CHECKOUT / "Fixtures/kunder.csv", self.folder / "kunder.csv")
        outcome = self.run("import", name, "--with", f"{chosen}={self.records(chosen)}")
        if outcome.status not in (0, 2):
            self.unchanged("an import that was refused with its records")

    def exported_again(self, suffix: str) -> None:
        made = self.bench.must(["export", f"all.{suffix}", "--all"], self.folder, *((0, 1) if suffix == "xlsx" else (0,)))
        if made.status == 1:
            # A text of a list may be longer than a cell of a workbook can be.
            if "a workbook's cell holds" not in made.stderr or (self.folder / "all.xlsx").exists():
                raise Failed(f"an export to a workbook ended with 1: {made.stderr}")
            return
        expected = self.bench.export(self.folder)
        if expected.count(b"\n") < 2 and suffix == "json":
            return  # An empty list has no columns either, and is refused as any file without rows.
        other = self.folder / "other"
        other.mkdir()
        register.copy(self.bench.registers["empty"][0], other)
        shutil.copyfile(self.folder / f"all.{suffix}", other / f"all.{suffix}")
        self.commands.append(["import", f"other/all.{suffix}"])
        again = self.bench.program.run(["import", f"all.{suffix}", "--format", "json"], other)
        if again.status != 0:
            raise Failed(f"an export is imported with {again.status}: {(again.stderr or again.stdout)[:1500]}")
        if self.bench.export(other) != expected:
            raise Failed(f"an export to {suffix} that is imported again is another register")

    def exported(self) -> None:
        """An import, an export of all, and its import into an empty register."""
        outcome = self.run("import", self.input(), *self.options())
        if outcome.status in (0, 2):
            self.exported_again(self.random.choice(["csv", "xlsx", "json"]))
