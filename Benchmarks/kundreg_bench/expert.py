"""What an expert types into `sqlite3`, with its default pragmas: the plain load, and the next night with its history."""
from pathlib import Path

from .generator import HEADINGS

KEY, *VALUES = HEADINGS
COLUMNS = ", ".join(f'"{name}"' for name in VALUES)
TYPED = ", ".join(f'"{name}" TEXT' for name in VALUES)


def load(file: Path) -> str:
    """One table of text with the number as primary key. No check, no history, nothing that can be taken back."""
    return f"""\
.bail on
CREATE TABLE kunder ("{KEY}" TEXT PRIMARY KEY, {TYPED});
.mode csv
.separator ";"
.import --skip 1 "{file}" kunder
CREATE TABLE historik (run INTEGER, number TEXT, action TEXT, field TEXT, old TEXT, new TEXT);
"""


def next_night(file: Path) -> str:
    """A staging table outside the register, rows compared as wholes, a history row for each field that changed.

    It checks nothing. It keeps what the next night's file lacks, as Kundreg does unless told otherwise.
    """
    new = ", ".join(f's."{name}"' for name in VALUES)
    old = ", ".join(f'k."{name}"' for name in VALUES)
    history = " UNION ALL\n".join(
        f"""SELECT 2, s."{KEY}", 'update', '{name}', k."{name}", s."{name}" FROM changed c
JOIN staging s ON s.rowid = c.staged JOIN kunder k ON k.rowid = c.kept WHERE s."{name}" IS NOT k."{name}" """
        for name in VALUES)
    return f"""\
.bail on
CREATE TEMP TABLE staging ("{KEY}" TEXT, {TYPED});
.mode csv
.separator ";"
.import --schema temp --skip 1 "{file}" staging
BEGIN IMMEDIATE;
CREATE TEMP TABLE changed AS SELECT s.rowid AS staged, k.rowid AS kept FROM staging s
CROSS JOIN kunder k ON k."{KEY}" = s."{KEY}" WHERE ({new}) IS NOT ({old});
CREATE TEMP TABLE added AS SELECT rowid AS staged FROM staging s
WHERE NOT EXISTS (SELECT 1 FROM kunder k WHERE k."{KEY}" = s."{KEY}");
INSERT INTO historik
{history};
INSERT INTO historik SELECT 2, s."{KEY}", 'create', NULL, NULL, NULL FROM added a JOIN staging s ON s.rowid = a.staged;
UPDATE kunder SET ({COLUMNS}) = ({new}) FROM changed c JOIN staging s ON s.rowid = c.staged WHERE kunder.rowid = c.kept;
INSERT INTO kunder SELECT s.* FROM added a JOIN staging s ON s.rowid = a.staged;
COMMIT;
SELECT (SELECT count(*) FROM changed), (SELECT count(*) FROM added);
"""


def inactivate_missing() -> str:
    """What the next night's file lacks is inactivated, with its history. To follow `next_night` in the same session."""
    return f"""\
CREATE UNIQUE INDEX temp.staged_number ON staging ("{KEY}");
BEGIN IMMEDIATE;
CREATE TEMP TABLE gone AS SELECT k.rowid AS kept FROM kunder k
WHERE k."Aktiv" = 'Ja' AND NOT EXISTS (SELECT 1 FROM staging s WHERE s."{KEY}" = k."{KEY}");
INSERT INTO historik SELECT 2, k."{KEY}", 'inactivate', 'Aktiv', 'Ja', 'Nej' FROM gone g JOIN kunder k ON k.rowid = g.kept;
UPDATE kunder SET "Aktiv" = 'Nej' FROM gone g WHERE kunder.rowid = g.kept;
COMMIT;
"""


def add_tag(tag: str) -> str:
    """A tag for every private customer: a link each, a history row each, and the text of all tags beside the customer."""
    added = f"""CASE "Taggar" WHEN '' THEN '{tag}' ELSE "Taggar" || ',{tag}' END"""
    return f"""\
.bail on
CREATE TABLE kund_tagg (number TEXT, tag TEXT, PRIMARY KEY (number, tag)) WITHOUT ROWID;
BEGIN IMMEDIATE;
INSERT INTO historik SELECT 2, "{KEY}", 'update', 'tags', "Taggar", {added} FROM kunder WHERE "Kundtyp" = 'Privat';
INSERT INTO kund_tagg SELECT "{KEY}", '{tag}' FROM kunder WHERE "Kundtyp" = 'Privat';
UPDATE kunder SET "Taggar" = {added} WHERE "Kundtyp" = 'Privat';
COMMIT;
"""
