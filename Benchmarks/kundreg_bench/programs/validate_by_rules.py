"""validate_by_rules FILE: frictionless, with the rules that Kundreg has for these columns as custom checks.

The file must not be called frictionless_…: those are imported as plugins, and it would run twice.
"""
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import ClassVar

import attrs
import rules
from checking import check
from frictionless import Check, Row, errors


class BrokenRule(errors.RowError):
    type = "rule"
    title = "Rule"
    description = "The row breaks a rule."
    template = "Row at position {rowNumber} breaks {note}"


@attrs.define(kw_only=True, repr=False)
class ValuesAreRight(Check):
    """What a value is judged by alone."""
    type = "values"
    Errors: ClassVar = [BrokenRule]

    def validate_row(self, row: Row) -> Iterable[errors.RowError]:
        return _broken(row, rules.value_flaws)


@attrs.define(kw_only=True, repr=False)
class CardsAgree(Check):
    """What the values of a row are judged by together."""
    type = "cards"
    Errors: ClassVar = [BrokenRule]

    def validate_row(self, row: Row) -> Iterable[errors.RowError]:
        return _broken(row, rules.card_flaws)


@attrs.define(kw_only=True, repr=False)
class NumbersAreUnique(Check):
    """A customer number stands once in a file."""
    type = "numbers"
    Errors: ClassVar = [BrokenRule]
    seen: set[str] = attrs.field(factory=set)

    def validate_row(self, row: Row) -> Iterable[errors.RowError]:
        number = row["Kundnummer"]
        if number is None:
            return
        if number in self.seen:
            yield BrokenRule.from_row(row, note="number.duplicate: Kundnummer")
        self.seen.add(number)


def _broken(
    row: Row, flaws: Callable[[Mapping[str, rules.Value]], Iterator[tuple[str, str]]]
) -> Iterator[errors.RowError]:
    for name, rule in flaws(row):
        yield BrokenRule.from_row(row, note=f"{rule}: {name}")


check(sys.argv[1], {}, [ValuesAreRight(), CardsAgree(), NumbersAreUnique()])
