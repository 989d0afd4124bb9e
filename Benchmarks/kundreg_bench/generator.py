"""Makes the registers that are measured, the same bytes for the same size and seed.

Words, telephone series and identity numbers are those of `scripts/fixtures/people.py`: nothing here belongs to anyone.
There are few numbers that are set aside for tests, 1,000 of organisations and 7,304 of persons, so they stand several
times in a large register. Customer numbers are unique, as they must be.
"""
import csv
import datetime
import io
import itertools
import os
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts" / "fixtures"))

import people  # noqa: E402

SEED = 20261124
CHANGED, NEW, GONE = 0.01, 0.002, 0.001
BAD_CHECK_DIGITS = 0.005

#: Each column's heading, and the field of the register that it fills.
COLUMNS: dict[str, str] = {
    "Kundnummer": "number", "Namn": "name", "Kundtyp": "type", "Organisationsnummer": "identityNumber",
    "VAT-nummer": "vatNumber", "E-post": "email", "Telefon": "phone", "Mobil": "mobile", "Webbplats": "website",
    "Fakturaadress 1": "invoiceAddress.line1", "Fakturaadress 2": "invoiceAddress.line2",
    "Fakturaadress postnummer": "invoiceAddress.postalCode", "Fakturaadress ort": "invoiceAddress.city",
    "Fakturaadress land": "invoiceAddress.country", "Besöksadress 1": "visitingAddress.line1",
    "Besöksadress postnummer": "visitingAddress.postalCode", "Besöksadress ort": "visitingAddress.city",
    "Kontaktperson namn": "contactPersons[0].name", "Kontaktperson e-post": "contactPersons[0].email",
    "Kontaktperson telefon": "contactPersons[0].phone", "Kontaktperson mobil": "contactPersons[0].mobile",
    "Kommentar": "comments", "Taggar": "tags", "Kostnadsställe": "costCenter", "Språk": "language", "Aktiv": "active",
}
HEADINGS = list(COLUMNS)

#: One private customer in two thousand has this surname: what a search for three letters of a name looks for.
RARE_SURNAME = "Zätterqvist"
COMMENTS = [
    "Ring före besök.", "Nyckel hos grannen.", "Faktureras kvartalsvis.",
    'Säger "alltid" ja; fråga ändå.\nPortkod {}.', "Hund på gården; stäng grinden.", 'Kallas "Lillån" i folkmun, hus {}.',
]
Row = list[str]


@dataclass(frozen=True)
class Register:
    """A night's file and the next night's."""
    tonight: Path
    next_night: Path


def organisations() -> list[str]:
    return [people.organisation_number(serial) for serial in range(1000)]


def persons() -> list[str]:
    days = (datetime.date(1890, 1, 1) + datetime.timedelta(days=day) for day in range(3652))
    return [_personal_number(day, birth) for day in days for birth in ("980", "981")]


def _personal_number(day: datetime.date, birth: str) -> str:
    nine = f"{day:%y%m%d}{birth}"
    return f"{day:%Y%m%d}-{birth}{people.check_digit(nine)}"


def rows(seed: int) -> Iterator[Row]:
    """Customers without end; the first n are the same whatever n is."""
    chance = random.Random(seed)
    company_numbers, person_numbers = organisations(), persons()
    for index in itertools.count():
        if chance.random() < 0.65:
            yield _company(chance, index, company_numbers[index % len(company_numbers)])
        else:
            yield _person(chance, index, person_numbers[index % len(person_numbers)])


def customer(index: int, seed: int = SEED) -> Row:
    """One customer of every register that is large enough, from 0."""
    return next(itertools.islice(rows(seed), index, None))


def _company(chance: random.Random, index: int, identity: str) -> Row:
    last, first = chance.choice(people.LAST), chance.choice(people.FIRST)
    place, postal_code = chance.choice(people.PLACES)
    name = f"{last}s {chance.choice(people.TRADES)} i {place} AB"
    contact = [f"{first} {last}", f"kontakt{index}@example.com", _phone(chance), _mobile(chance)]
    return [
        str(100_000 + index), name, "Företag", identity, people.vat_number(identity), f"info{index}@example.se", _phone(chance),
        _mobile(chance), f"https://foretag{index}.example.se", *_address(chance, place, postal_code), *contact,
        *_remarks(chance), "sv", "Ja" if chance.random() < 0.97 else "Nej",
    ]


def _person(chance: random.Random, index: int, identity: str) -> Row:
    last = RARE_SURNAME if chance.random() < 0.0005 else chance.choice(people.LAST)
    place, postal_code = chance.choice(people.PLACES)
    name = f"{chance.choice(people.FIRST)} {last}"
    return [
        str(100_000 + index), name, "Privat", identity, "", f"kund{index}@example.se", "", _mobile(chance), "",
        *_address(chance, place, postal_code), "", "", "", "", *_remarks(chance), "sv", "Ja",
    ]


def _phone(chance: random.Random) -> str:
    return f"08-465 004 {chance.randrange(100):02d}"


def _mobile(chance: random.Random) -> str:
    return f"070-174 06 {5 + chance.randrange(31):02d}"


def _address(chance: random.Random, place: str, postal_code: str) -> Row:
    street = f"{chance.choice(people.STREETS)} {1 + chance.randrange(200)}"
    second = f"Box {1 + chance.randrange(999)}" if chance.random() < 0.2 else ""
    visiting = [f"{chance.choice(people.STREETS)} {1 + chance.randrange(99)}", postal_code, place]
    return [street, second, postal_code, place, "SE", *visiting]


def _remarks(chance: random.Random) -> Row:
    comment = chance.choice(COMMENTS).format(chance.randrange(1000, 9999)) if chance.random() < 0.5 else ""
    return [comment, chance.choice(["", "", "Avtal", "VIP,Avtal", "Bostäder"]), chance.choice(["", "Nord", "Syd", "Väst"])]


def changed(chance: random.Random, row: Row) -> Row:
    """The customer has moved, or has another telephone, or something was noted."""
    result = list(row)
    match chance.randrange(3):
        case 0:
            result[9:14] = _address(chance, *chance.choice(people.PLACES))[:5]
        case 1:
            result[7] = _mobile(chance)
        case _:
            result[21] = f"Ändrad {chance.randrange(1000, 9999)}; \"se avtalet\"."
    return result


def register(folder: Path, count: int, seed: int = SEED) -> Register:
    """`count` customers and the night after, made unless they are there."""
    result = Register(folder / f"register-{count}-{seed}.csv", folder / f"register-{count}-{seed}-next-night.csv")
    if not (result.tonight.exists() and result.next_night.exists()):
        with _csv(result.tonight) as tonight, _csv(result.next_night) as next_night:
            _write_nights(tonight, next_night, count, seed)
    return result


def _write_nights(tonight: "_csv", next_night: "_csv", count: int, seed: int) -> None:
    fate = random.Random(seed + 1)
    customers = rows(seed)
    for row in itertools.islice(customers, count):
        tonight.write(row)
        number = fate.random()
        if number < CHANGED:
            next_night.write(changed(fate, row))
        elif number >= CHANGED + GONE:
            next_night.write(row)
    for row in itertools.islice(customers, round(count * NEW)):
        next_night.write(row)


def with_bad_check_digits(folder: Path, count: int, seed: int = SEED) -> tuple[Path, int]:
    """A register in which one identity number in two hundred is mistyped, and how many that is."""
    path = folder / f"mistyped-{count}-{seed}.csv"
    fate = random.Random(seed + 2)
    mistyped = {index for index in range(count) if fate.random() < BAD_CHECK_DIGITS}
    if not path.exists():
        with _csv(path) as file:
            for index, row in enumerate(itertools.islice(rows(seed), count)):
                file.write(_mistyped(row) if index in mistyped else row)
    return path, len(mistyped)


def _mistyped(row: Row) -> Row:
    """The check digit is one too high; a VAT number that held it is left out."""
    identity = row[3]
    return [*row[:3], f"{identity[:-1]}{(int(identity[-1]) + 1) % 10}", "", *row[5:]]


class _csv:
    """A `;`-separated UTF-8 file with its header, which gets its name only when it is complete."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._partial = path.with_suffix(".partial")

    def __enter__(self) -> "_csv":
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._file: io.TextIOWrapper = open(self._partial, "w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._file, delimiter=";", lineterminator="\r\n")
        self._writer.writerow(HEADINGS)
        return self

    def write(self, row: Row) -> None:
        self._writer.writerow(row)

    def __exit__(self, failure: type[BaseException] | None, *_: object) -> None:
        self._file.close()
        if failure is None:
            os.replace(self._partial, self._path)
