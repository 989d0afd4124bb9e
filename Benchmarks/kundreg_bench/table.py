"""What was measured, as rows: on the terminal, as Markdown and as JSON."""
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from .measure import Medians

HEADINGS = ["work", "kundreg", "peer", "ratio", "goal", "result"]


@dataclass(frozen=True)
class Line:
    work: str
    kundreg: str
    peer: str
    ratio: str
    goal: str
    result: str

    def cells(self) -> list[str]:
        return [self.work, self.kundreg, self.peer, self.ratio, self.goal, self.result]


def verdict(value: float, goal: float | None, at_least: bool = False) -> str:
    """Met, or by how much not."""
    if goal is None:
        return "for orientation"
    if value >= goal if at_least else value <= goal:
        return "met"
    return f"missed, {(goal / value if at_least else value / goal):.2f} × the goal"


def seconds(value: float) -> str:
    return f"{value * 1000:.1f} ms" if value < 0.1 else f"{value:.2f} s"


def megabytes(value: float) -> str:
    return f"{value / 1e6:.0f} MB"


def text(lines: Sequence[Line]) -> str:
    rows = [HEADINGS, *(line.cells() for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    padded = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows]
    return "\n".join([padded[0], "  ".join("-" * width for width in widths), *padded[1:]])


def markdown(lines: Sequence[Line], facts: dict[str, Any]) -> str:
    about = "\n".join(f"- {name}: {value}" for name, value in facts.items())
    rows = "\n".join("| " + " | ".join(line.cells()) + " |" for line in lines)
    return f"{about}\n\n| {' | '.join(HEADINGS)} |\n|{'---|' * len(HEADINGS)}\n{rows}\n"


def write(folder: Path, name: str, lines: Sequence[Line], facts: dict[str, Any], medians: dict[str, Medians]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    samples = {key: [asdict(sample) for sample in value.samples] for key, value in medians.items()}
    document = {"about": facts, "rows": [asdict(line) for line in lines], "samples": samples}
    (folder / f"{name}.json").write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (folder / f"{name}.md").write_text(markdown(lines, facts), encoding="utf-8")
