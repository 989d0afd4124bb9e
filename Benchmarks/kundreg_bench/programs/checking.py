"""frictionless over a register, which is a `;`-separated file of text."""
import sys
from pathlib import Path
from typing import Any

from frictionless import Check, Checklist, Dialect, Resource, Schema, formats


def check(file: str, constraints: dict[str, dict[str, Any]], checks: list[Check]) -> None:
    """Prints how many rows there are and how many have an error, by what the schema says of columns and by further checks."""
    path = Path(file)
    with open(path, encoding="utf-8") as text:
        headings = text.readline().strip().split(";")
    fields = [{"name": name, "type": "string", "constraints": constraints.get(name, {})} for name in headings]
    resource = Resource(
        path=path.name, basepath=str(path.parent), encoding="utf-8", schema=Schema.from_descriptor({"fields": fields}),
        dialect=Dialect(controls=[formats.CsvControl(delimiter=";")]))
    report = resource.validate(Checklist(checks=checks), limit_errors=1_000_000)
    rows = {row for (row,) in report.flatten(["rowNumber"])}
    if None in rows:
        sys.exit(f"The file itself was refused: {report.flatten(['note'])[:3]}")
    print(f"{report.tasks[0].stats['rows']} rows, {len(rows)} with errors")
