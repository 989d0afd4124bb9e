"""Changes inputs inside their containers: bytes, delimited texts in each encoding, JSON by structure, workbooks by their parts."""
import io
import json
import random
import re
import warnings
import zipfile
import zlib

import values

# The same part twice is meant.
warnings.filterwarnings("ignore", "Duplicate name")

ENCODINGS = ["utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1", "iso8859-15", "cp850", "cp437",
             "mac-roman"]


def of_bytes(random: random.Random, data: bytes, most: int = 6) -> bytes:
    result = bytearray(data)
    for _ in range(random.randint(1, most)):
        place = random.randint(0, len(result))
        kind = random.randrange(8)
        length = random.choice([1, 1, 2, 4, 16, 200])
        if kind == 0 and place < len(result):
            result[place] ^= 1 << random.randrange(8)
        elif kind == 1 and place < len(result):
            result[place] = random.choice([0, 9, 10, 13, 34, 39, 44, 59, 0x7F, 0x80, 0xC3, 0xE2, 0xF0, 0xFF])
        elif kind == 2:
            del result[place:place + length]
        elif kind == 3:
            result[place:place] = bytes(random.randrange(256) for _ in range(length))
        elif kind == 4:
            result[place:place] = result[place:place + length * 8]
        elif kind == 5:
            source = random.randint(0, len(result))
            result[place:place + length] = result[source:source + length]
        elif kind == 6:
            result[place:place] = values.text(random).encode(errors="replace")[:2000]
        elif random.random() < 0.3:
            del result[place:]
    return bytes(result)


def of_delimited(random: random.Random, rows: list[list[str]]) -> bytes:
    """Rows of a list, changed by rows, cells and bytes, and written in some dialect."""
    rows = [list(row) for row in rows]
    for _ in range(random.choice([0, 1, 1, 2, 3, 8])):
        at = random.randrange(len(rows)) if rows else 0
        kind = random.randrange(10)
        if not rows:
            rows.append([values.text(random)])
        elif kind < 5 and rows[at]:
            column = random.randrange(len(rows[at]))
            rows[at][column] = values.altered(random, rows[at][column])
        elif kind == 5:
            rows.insert(at, list(random.choice(rows)))
        elif kind == 6:
            del rows[at]
        elif kind == 7:
            rows[at] = rows[at][:random.randint(0, len(rows[at]))] + [values.text(random)] * random.randrange(3)
        elif kind == 8:
            rows.insert(at, random.choice([[], [""], [""] * len(rows[at]), list(rows[0]), [values.text(random)]]))
        else:
            column = random.randrange(len(rows[0]) or 1)
            change = values.text(random)
            for row in rows[random.randrange(2):]:
                if column < len(row):
                    row[column] = change
    delimiter = random.choice(";;;,\t|")
    end = random.choice(["\r\n", "\n", "\r"])
    always = random.random() < 0.2

    def written(cell: str) -> str:
        if always or any(sign in cell for sign in (delimiter, '"', "\n", "\r")) and random.random() < 0.97:
            return '"' + cell.replace('"', '""') + '"'
        return cell
    text = end.join(delimiter.join(map(written, row)) for row in rows) + random.choice([end, end, "", "\x1a"])
    if random.random() < 0.05:
        text = f"sep={delimiter}{end}{text}"
    data = text.encode(random.choice(ENCODINGS), errors=random.choice(["replace", "ignore"]))
    if random.random() < 0.05:
        # Two encodings in one file.
        data += text[:400].encode(random.choice(ENCODINGS), errors="replace")
    return of_bytes(random, data) if random.random() < 0.4 else data


def places(node, found: list) -> list:
    """Every container of a document with the key or index of each of its members."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in list(items):
        found.append((node, key))
        places(value, found)
    return found


def value(random: random.Random, depth: int = 0):
    kind = random.randrange(10)
    if kind < 5 or depth > 3:
        return values.text(random)
    if kind == 5:
        return random.choice(values.NUMBERS)
    if kind == 6:
        return random.choice([None, True, False, 0.1, -0.0, 1e22])
    if kind == 7:
        return [value(random, depth + 1) for _ in range(random.randrange(4))]
    return {values.text(random)[:80]: value(random, depth + 1) for _ in range(random.randrange(4))}


def of_json(random: random.Random, data: bytes) -> bytes:
    document = json.loads(data)
    for _ in range(random.choice([1, 1, 2, 3, 6])):
        found = places(document, [])
        if not found:
            break
        node, key = random.choice(found)
        kind = random.randrange(9)
        if kind < 3:
            node[key] = value(random)
        elif kind == 3 and isinstance(node[key], str):
            node[key] = values.altered(random, node[key])
        elif kind == 4:
            del node[key]
        elif kind == 5 and isinstance(node, dict):
            renamed = random.choice([values.text(random)[:80], values.altered(random, key)[:200]])
            node[renamed] = node.pop(key)
        elif kind == 6 and isinstance(node, list):
            node.insert(random.randint(0, len(node)), random.choice(node))
        elif kind == 7:
            for _ in range(random.choice([1, 3, 70])):
                node[key] = [node[key]] if random.random() < 0.5 else {"a": node[key]}
        else:
            other, place = random.choice(found)
            try:
                node[key] = json.loads(json.dumps(other[place]))
            except (KeyError, IndexError):
                pass
    try:
        text = json.dumps(document, ensure_ascii=random.random() < 0.5, indent=random.choice([None, 1]))
    except (ValueError, RecursionError):
        return of_bytes(random, data)
    if random.random() < 0.1 and isinstance(document, list):
        text = "\n".join(json.dumps(item) for item in document)
    if random.random() < 0.1:
        # The same name twice.
        text = re.sub(r'"(\w+)": ', lambda name: name[0] + '"x", ' + name[0] if random.random() < 0.02 else name[0], text)
    encoded = text.encode(random.choice(["utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le"]), errors="replace")
    return of_bytes(random, encoded) if random.random() < 0.3 else encoded


TAG = re.compile(r"<(/?)([\w:]+)((?:\s+[\w:]+=\"[^\"]*\")*)\s*(/?)>")
ATTRIBUTE = re.compile(r"([\w:]+)=\"([^\"]*)\"")
WORDS = {"t": ["s", "str", "inlineStr", "b", "e", "n", "d", "z", ""], "state": ["hidden", "veryHidden", "visible", ""],
         "hidden": ["1", "0", "true"], "date1904": ["1", "true", "0"], "numFmtId": ["0", "14", "9", "49", "164", "999"],
         "formatCode": ["0000", "yyyy-mm-dd", "[h]:mm", "@", "0%", '"x', "[<1]0;0;0;@", "General", "[", "\\", "0" * 500],
         "ref": ["A1:A9", "A1", "XFD1048576:A1", ":", "A1:XFE9"]}


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def of_xml(random: random.Random, text: str) -> str:
    for _ in range(random.choice([1, 1, 2, 4])):
        tags = list(TAG.finditer(text))
        if not tags:
            return text
        tag = random.choice(tags)
        start, end = tag.span()
        kind = random.randrange(12)
        if kind < 4 and tag[3]:
            name, old = random.choice(ATTRIBUTE.findall(tag[3]))
            new = random.choice(WORDS.get(name) or [str(random.choice(values.NUMBERS)), values.text(random)])
            if random.random() < 0.3:
                new = values.altered(random, old)
            changed = tag[0].replace(f'{name}="{old}"', f'{name}="{escaped(new)}"', 1)
            text = text[:start] + changed + text[end:]
        elif kind == 4 and tag[3]:
            name, old = random.choice(ATTRIBUTE.findall(tag[3]))
            text = text[:start] + tag[0].replace(f'{name}="{old}"', "", 1) + text[end:]
        elif kind == 5:
            text = text[:start] + text[end:]
        elif kind < 9:
            # A whole element: gone, twice, or somewhere else.
            closing = text.find(f"</{tag[2]}>", end)
            stop = end if tag[4] or tag[1] or closing < 0 else closing + len(tag[2]) + 3
            element = text[start:stop]
            if kind == 6:
                text = text[:start] + text[stop:]
            elif kind == 7:
                text = text[:stop] + element * random.choice([1, 2, 50]) + text[stop:]
            else:
                place = random.choice(tags).start()
                text = text[:place] + element + text[place:]
        elif kind == 9:
            text = text[:end] + escaped(values.text(random)) + text[end:]
        elif kind == 10:
            text = text[:end] + random.choice(["<x>", "</x>", "<c><v>1</v></c>", "<row/>", "<is><t>a</t></is>", "<!--", "<![CDATA[a]]>",
                                               "<?a b?>", "&lt;", "&#x0;", "&#55296;", "&a;", "<v>1</v>"]) + text[end:]
        else:
            other = random.choice(tags)
            text = text[:start] + text[start:end].replace(tag[2], other[2]) + text[end:]
    return text


def of_workbook(random: random.Random, data: bytes) -> bytes:
    """Parts are unpacked, changed, and zipped again."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > 4 << 20:
                return of_bytes(random, data)
            parts = [(name, archive.read(name)) for name in archive.namelist()]
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError):
        return of_bytes(random, data)
    for _ in range(random.choice([1, 1, 1, 2, 3])):
        if not parts:
            break
        # The parts that hold the rows more often than the others.
        weights = [6 if "sheet" in name or "shared" in name else 2 if "styles" in name or "workbook" in name else 1 for name, _ in parts]
        at = random.choices(range(len(parts)), weights)[0]
        name, content = parts[at]
        kind = random.random()
        if kind < 0.65:
            parts[at] = (name, of_xml(random, content.decode("utf-8", "replace")).encode("utf-8", "replace"))
        elif kind < 0.8:
            parts[at] = (name, of_bytes(random, content))
        elif kind < 0.84:
            del parts[at]
        elif kind < 0.88:
            parts.insert(random.randint(0, len(parts)), (name, random.choice(parts)[1]))
        elif kind < 0.91:
            parts[at] = (random.choice([name.upper(), name.replace("/", "\\"), "/" + name, name + "x"]), content)
        elif kind < 0.95:
            random.shuffle(parts)
        elif kind < 0.98:
            parts[at] = (name, random.choice([b"", b"<", b"<a/>", content[:len(content) // 2], content * 2, b"\xff\xfe" + content]))
        else:
            parts[at] = (name, content.decode("utf-8", "replace").encode(random.choice(["utf-16", "latin-1"]), "replace"))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts:
            entry = zipfile.ZipInfo(name or "x", (1980, 1, 1, 0, 0, 0))
            entry.compress_type = random.choice([zipfile.ZIP_DEFLATED] * 4 + [zipfile.ZIP_STORED])
            archive.writestr(entry, content)
    return of_bytes(random, buffer.getvalue(), 2) if random.random() < 0.08 else buffer.getvalue()
