"""validate_by_schema FILE: frictionless, with the rules that its schema can say.

Required, unique, patterns, lengths and enumerations. It has no check digits, no dates of birth, and no rules between fields.
The file must not be called frictionless_…: those are imported as plugins, and it would run twice.
"""
import sys
from typing import Any

from checking import check

EMAIL = r"[^@\s]+@[^@\s]+\.[^@\s]+"
PHONE = r"\+?[0-9][0-9 ()/-]{4,}"
POSTAL_CODE = r"[0-9]{3} ?[0-9]{2}"
CONSTRAINTS: dict[str, dict[str, Any]] = {
    "Kundnummer": {"required": True, "unique": True, "pattern": r"[A-Za-z0-9+/_-]+", "maxLength": 25},
    "Namn": {"required": True, "maxLength": 200},
    "Kundtyp": {"enum": ["Företag", "Privat"]},
    "Organisationsnummer": {"pattern": r"([0-9]{2})?[0-9]{6}[-+]?[0-9]{4}"},
    "VAT-nummer": {"pattern": r"SE[0-9]{10}01"},
    "E-post": {"pattern": EMAIL},
    "Telefon": {"pattern": PHONE},
    "Mobil": {"pattern": PHONE},
    "Webbplats": {"pattern": r"(https?://)?[^/\s]+\.[^/\s]+(/.*)?"},
    "Fakturaadress postnummer": {"pattern": POSTAL_CODE},
    "Fakturaadress land": {"pattern": r"[A-Z]{2}"},
    "Besöksadress postnummer": {"pattern": POSTAL_CODE},
    "Kontaktperson e-post": {"pattern": EMAIL},
    "Kontaktperson telefon": {"pattern": PHONE},
    "Kontaktperson mobil": {"pattern": PHONE},
    "Språk": {"pattern": r"[a-z]{2}"},
    "Aktiv": {"enum": ["Ja", "Nej"]},
}


check(sys.argv[1], CONSTRAINTS, [])
