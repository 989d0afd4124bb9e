"""A register as a workbook, without any package: as Excel writes it, and as programs do that keep little in memory."""
import csv
import itertools
import os
import sys
from pathlib import Path
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts" / "fixtures"))

import packages  # noqa: E402


def write(register: Path, shared: bool) -> Path:
    """The workbook beside the register, made unless it is there; its texts are shared, or stand in their cells."""
    path = register.with_suffix(f".{'shared' if shared else 'inline'}.xlsx")
    if not path.exists():
        partial = path.with_suffix(".partial")
        partial.write_bytes(packages.package(_parts(register, shared)))
        os.replace(partial, path)
    return path


def _parts(register: Path, shared: bool) -> dict[str, str]:
    numbers: dict[str, int] = {}
    with open(register, encoding="utf-8", newline="") as file:
        rows = [
            _row(index, cells, numbers if shared else None)
            for index, cells in enumerate(csv.reader(file, delimiter=";"), 1)]
    texts = "".join(f"<si>{_text(text)}</si>" for text in numbers)
    return packages.workbook("".join(rows), shared=texts)


def _row(index: int, cells: list[str], numbers: dict[str, int] | None) -> str:
    return f'<row r="{index}">' + "".join(
        f'<c r="{name}{index}" t="inlineStr"><is>{_text(cell)}</is></c>' if numbers is None else
        f'<c r="{name}{index}" t="s"><v>{numbers.setdefault(cell, len(numbers))}</v></c>'
        for name, cell in zip(_COLUMNS, cells) if cell) + "</row>"


def _text(text: str) -> str:
    return f'<t xml:space="preserve">{escape(text)}</t>'


_LETTERS = [chr(65 + index) for index in range(26)]
_COLUMNS = _LETTERS + [a + b for a, b in itertools.product(_LETTERS, repeat=2)]
