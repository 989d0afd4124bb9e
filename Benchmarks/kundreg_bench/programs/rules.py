"""Kundreg's rules for the 26 columns, in Python: what docs/rules.md lists for them, after Sources/Validation.

Values are written as Kundreg keeps them, and an empty cell is None: what its mappings make of a person's ways of writing
(blanks within numbers, names of countries, words for types) is not done here.
"""
import datetime
import re
from collections.abc import Callable, Iterator, Mapping

Value = str | None

NUMBER = re.compile(r"[A-Za-z0-9À-ÖØ-öø-ÿ+/_-]{1,50}")
IDENTITY = re.compile(r"(\d\d)?(\d{6})([-+]?)(\d{4})", re.ASCII)
POSTAL_CODE = re.compile(r"(?:SE?-? ?)?[1-9]\d\d ?\d\d", re.ASCII | re.IGNORECASE)
_LETTER = r"A-Za-z0-9\u0080-\U0010ffff"
_LABEL = rf"[{_LETTER}](?:[{_LETTER}-]{{0,61}}[{_LETTER}])?"
_TOP_LABEL = rf"(?![0-9])[{_LETTER}][{_LETTER}-]{{0,61}}[{_LETTER}]"
_ATOM = rf"[{_LETTER}!#$%&'*+/=?^_`{{|}}~-]+"
EMAIL = re.compile(rf"(?=[^@]{{1,64}}@)(?=.{{1,254}}$){_ATOM}(?:\.{_ATOM})*@(?:{_LABEL}\.)+{_TOP_LABEL}")
PHONE = re.compile(r"[ ()./-]*\+?(?:[ ()./-]*[0-9]){5,15}[ ()./-]*")
WEBSITE = re.compile(r"[^\s@,;]+\.[^\s@,;]+")
VAT = {
    country: re.compile(shape) for country, shape in {
        "AT": r"U\d{8}", "BE": r"[01]\d{9}", "BG": r"\d{9,10}", "CY": r"\d{8}[A-Z]", "CZ": r"\d{8,10}", "DE": r"\d{9}",
        "DK": r"\d{8}", "EE": r"\d{9}", "EL": r"\d{9}", "ES": r"[A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z]", "FI": r"\d{8}",
        "FR": r"[A-Z0-9]{2}\d{9}", "HR": r"\d{11}", "HU": r"\d{8}", "IE": r"\d[A-Z0-9+*]\d{5}[A-Z]|\d{7}[A-Z]{2}",
        "IT": r"\d{11}", "LT": r"\d{9}|\d{12}", "LU": r"\d{8}", "LV": r"\d{11}", "MT": r"\d{8}",
        "NL": r"[A-Z0-9+*]{9}B[A-Z0-9+*]{2}", "PL": r"\d{10}", "PT": r"\d{9}", "RO": r"\d{2,10}", "SE": r"\d{10}01",
        "SI": r"\d{8}", "SK": r"\d{10}", "XI": r"\d{9}|\d{12}|GD\d{3}|HA\d{3}",
    }.items()
}
TYPES = {"företag": "company", "company": "company", "privat": "private", "private": "private", "privatperson": "private"}
WORDS = {"ja", "nej", "j", "n", "1", "0", "x", "yes", "no", "true", "false", "sant", "falskt"}
LANGUAGES = frozenset("""
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et
    eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl
    km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj
    om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to
    tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu""".split())
COUNTRIES = frozenset("""
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF
    CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH
    GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW
    KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG
    NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN
    SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT
    ZA ZM ZW""".split())
LENGTHS = {
    "Namn": 200, "Fakturaadress 1": 200, "Fakturaadress 2": 200, "Fakturaadress ort": 100, "Besöksadress 1": 200,
    "Besöksadress ort": 100, "Kontaktperson namn": 200, "Kommentar": 10_000,
}
CONTACT = ["Kontaktperson e-post", "Kontaktperson telefon", "Kontaktperson mobil"]
#: Twice a digit, and the digits of that added.
DOUBLED = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)
TODAY = datetime.date.today()


def luhn(ten: str) -> bool:
    a, b, c, d, e, f, g, h, i, j = map(int, ten)
    return (DOUBLED[a] + b + DOUBLED[c] + d + DOUBLED[e] + f + DOUBLED[g] + h + DOUBLED[i] + j) % 10 == 0


def identity_flaw(value: str) -> str | None:
    """An organisation, personal or co-ordination number: its shape, its date, its check digit."""
    found = IDENTITY.fullmatch(value)
    if found is None:
        return "identity.shape"
    century, six, sign, four = found.groups()
    organisation = six[2] >= "2"
    if century == "16" or (century is None and organisation):
        if not organisation or sign == "+":
            return "identity.shape"
    else:
        if century is not None and century not in ("18", "19", "20"):
            return "identity.shape"
        if not _is_born(century, six, sign):
            return "identity.date"
    return None if luhn(six + four) else "identity.checksum"


def is_organisation(value: str) -> bool:
    return value[2] >= "2" and len(value) <= 11 or value.startswith("16")


def _is_born(century: str | None, six: str, sign: str) -> bool:
    month, day = int(six[2:4]), int(six[4:6])
    if day > 60:
        day -= 60
    if century is not None:
        year = int(century + six[:2])
    else:
        latest = TODAY.year - 100 if sign == "+" else TODAY.year
        year = latest - (latest - int(six[:2])) % 100
        if sign != "+" and (year, month, day) > (TODAY.year, TODAY.month, TODAY.day):
            year -= 100
    try:
        return datetime.date(year, month, day) <= TODAY
    except ValueError:
        return False


def vat_flaw(value: str) -> str | None:
    """A country of the European Union, its shape, and check digits for Sweden, Denmark and Finland."""
    country, national = value[:2], value[2:]
    shape = VAT.get(country)
    if shape is None:
        return "vatNumber.country"
    if shape.fullmatch(national) is None:
        return "vatNumber.shape"
    if country == "SE":
        right = luhn(national[:10])
    elif country == "DK":
        right = _weighted(national, (2, 7, 6, 5, 4, 3, 2, 1)) % 11 == 0
    elif country == "FI":
        rest = _weighted(national, (7, 9, 10, 5, 8, 4, 2, 0)) % 11
        right = rest != 1 and int(national[7]) == (11 - rest if rest else 0)
    else:
        right = True
    return None if right else "vatNumber.checksum"


def _weighted(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights))


#: Columns of which a value is judged alone: what it must be, and the code of the rule.
SHAPES: list[tuple[str, Callable[[str], object], str]] = [
    ("Kundnummer", NUMBER.fullmatch, "number.characters"),
    ("Kundtyp", lambda value: value.lower() in TYPES, "type.unknown"),
    ("E-post", EMAIL.fullmatch, "email.shape"),
    ("Telefon", PHONE.fullmatch, "phone.shape"),
    ("Mobil", PHONE.fullmatch, "phone.shape"),
    ("Webbplats", WEBSITE.fullmatch, "website.shape"),
    ("Fakturaadress land", COUNTRIES.__contains__, "country.unknown"),
    ("Besöksadress postnummer", POSTAL_CODE.fullmatch, "postalCode.shape"),
    ("Kontaktperson e-post", EMAIL.fullmatch, "email.shape"),
    ("Kontaktperson telefon", PHONE.fullmatch, "phone.shape"),
    ("Kontaktperson mobil", PHONE.fullmatch, "phone.shape"),
    ("Språk", LANGUAGES.__contains__, "language.unknown"),
    ("Aktiv", lambda value: value.lower() in WORDS, "boolean.unknown"),
]


def value_flaws(row: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    """Column and rule of each value that is wrong by itself."""
    for name, is_right, rule in SHAPES:
        value = row[name]
        if value is not None and not is_right(value):
            yield name, rule
    for name, length in LENGTHS.items():
        value = row[name]
        if value is not None and len(value) > length:
            yield name, "name.tooLong" if name == "Namn" else "text.tooLong"
    for name, flaw in (("Organisationsnummer", identity_flaw), ("VAT-nummer", vat_flaw)):
        value = row[name]
        rule = None if value is None else flaw(value)
        if rule is not None:
            yield name, rule


def card_flaws(row: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    """Column and rule of what does not agree within a row."""
    identity, vat, country = row["Organisationsnummer"], row["VAT-nummer"], row["Fakturaadress land"]
    if row["Kundnummer"] is None:
        yield "Kundnummer", "number.missing"
    if row["Namn"] is None:
        yield "Namn", "name.missing"
    if identity is not None and TYPES.get((row["Kundtyp"] or "").lower()) == "private" and is_organisation(identity):
        yield "Organisationsnummer", "identity.type"
    if identity is not None and vat is not None and vat.startswith("SE") and len(vat) == 14 and identity[-5:-4] == "-":
        if vat[2:12] != identity[-11:-5] + identity[-4:]:
            yield "VAT-nummer", "vatNumber.identity"
    postal_code = row["Fakturaadress postnummer"]
    if postal_code is not None and country in (None, "SE") and not POSTAL_CODE.fullmatch(postal_code):
        yield "Fakturaadress postnummer", "postalCode.shape"
    if row["Kontaktperson namn"] is None and any(row[name] is not None for name in CONTACT):
        yield "Kontaktperson namn", "contact.nameMissing"
