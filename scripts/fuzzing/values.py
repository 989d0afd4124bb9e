"""What stands in cells, attributes and members of mutated inputs: what people write, and what nobody should."""
import random

TEXTS = [
    "", " ", "\u00a0", "\t", "-", "--", "0", "00", "-1", "1", "1.0", "1,5", "1e308", "-1e-400", "9" * 40, "NaN", "inf", "null",
    "NULL", "\\N", "true", "ja", "Nej", "x", "=1+1", "'=1", "'", '"', '""', ";", ",", "|", "\n", "a\nb", "\r\n", "\u2028", "\u000b",
    "\u0000", "\u0001", "\u001f", "\ufeff", "\ufffd", "\u00ad", "\u200b", "\u202e", "å", "Åkes Kyl AB", "Ã¥", "é", "e\u0301",
    "😀", "👩‍👩‍👧", "İ", "ß", "ﬁ", "日本", "_x000D_", "_x0041_", "_xD83D_", "&amp;", "<b>", "]]>", "%s%n", "../../etc/passwd",
    "121212-1212", "000000-0000", "556677-8899", "SE556677889901", "5566778899.0", "111 22", "80331", "DE", "Sverige", "SE",
    "2026-02-30", "2026-11-28", "46084", "#N/A", "x@example.com", "a@b", "070-123", "+46 8 465 004 11", "privat", "Företag",
    "A" * 300, "å" * 2100, "K-1001", "k-1001", "1001", "1002", "Summa", "[]", "{}", "[{}]", '{"name":"A"}', '[{"name":1}]',
]
NUMBERS = [0, 1, -1, 2, 15, 16, 255, 256, 16383, 16384, 65535, 65536, 1048576, 1048577, 2**31 - 1, 2**31, 2**32 - 1, 2**32, 2**63,
           2**64, 10**30]


def text(random: random.Random) -> str:
    chosen = random.choice(TEXTS)
    kind = random.random()
    if kind < 0.1:
        return str(random.choice(NUMBERS))
    if kind < 0.2:
        return chosen + random.choice(TEXTS)
    if kind < 0.21:
        return (chosen * 50_000)[:50_000]
    return chosen


def altered(random: random.Random, old: str) -> str:
    """Another text, or the old one with something done to it."""
    kind = random.randrange(8)
    place = random.randint(0, len(old))
    if kind == 0:
        return old[:place] + text(random) + old[place:]
    if kind == 1:
        return old[:place]
    if kind == 2:
        return old + old
    if kind == 3 and old:
        return old[:place] + chr(random.choice([0, 9, 10, 34, 39, 59, 0xA0, 0x2013, 0x1F600])) + old[place + 1:]
    if kind == 4:
        return old.swapcase()
    return text(random)
