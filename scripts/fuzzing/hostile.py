"""Inputs that mean to fill the memory: each is small to make, and much larger once it is read.

Each case names the files it makes, the command that reads them, and the exit statuses that are right for it.
"""
import dataclasses
import io
import json
import pathlib
import typing
import zipfile

from packages import package, workbook

MEGABYTE = 1 << 20
HEADER = '<row r="1"><c t="inlineStr"><is><t>Kundnummer</t></is></c><c t="inlineStr"><is><t>Namn</t></is></c></row>'
STYLES = "xl/styles.xml"
SHEET = "xl/worksheets/sheet1.xml"
SHARED = "xl/sharedStrings.xml"


@dataclasses.dataclass(frozen=True)
class Case:
    make: typing.Callable[[pathlib.Path], None]
    command: tuple[str, ...]
    statuses: tuple[int, ...]
    """What standard output or error must say: a code of the report, or a part of the sentence."""
    says: str = ""


CASES: dict[str, Case] = {}


def case(*command: str, status: int | tuple[int, ...], says: str = ""):
    def add(make):
        statuses = status if isinstance(status, tuple) else (status,)
        CASES[make.__name__.replace("_", "-")] = Case(make, command, statuses, says)
        return make
    return add


def large_workbook(path: pathlib.Path, parts: dict[str, str], *, shared: str = "", styles: str = "",
                   endless: dict[str, typing.Iterable[str]] = {}, padding: int = 0) -> None:
    """A workbook some of whose parts come in pieces. `padding` bytes of a part that nobody reads hide how much the others
    shrank."""
    base = workbook(parts.get(SHEET, HEADER), shared=shared or ("<si/>" if SHARED in endless else ""),
                    styles=styles or ("<fonts/>" if STYLES in endless else ""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in base.items():
            if name not in endless:
                archive.writestr(name, parts.get(name, content) if name != SHEET else content)
        for name, pieces in endless.items():
            with archive.open(name, "w", force_zip64=True) as part:
                for piece in pieces:
                    part.write(piece.encode())
        if padding:
            archive.writestr(zipfile.ZipInfo("xl/media/image1.png"), bytes(padding))


def rows(data: typing.Iterable[str], before: str = HEADER) -> typing.Iterable[str]:
    yield ('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>' + before)
    yield from data
    yield "</sheetData></worksheet>"


def texts(data: typing.Iterable[str]) -> typing.Iterable[str]:
    yield '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="4294967295" uniqueCount="4294967295">'
    yield from data
    yield "</sst>"


def repeated(piece: str, megabytes: int) -> typing.Iterable[str]:
    block = piece * max(1, MEGABYTE // len(piece))
    for _ in range(megabytes):
        yield block


def reference(row: int, text: int = 0) -> str:
    return f'<row r="{row}"><c r="A{row}"><v>{row}</v></c><c r="B{row}" t="s"><v>{text}</v></c></row>'


IMPORT = ("import", "input.xlsx")


@case(*IMPORT, status=2, says="row.cellTooLong")
def shared_text_without_end(folder):
    large_workbook(folder / "input.xlsx", {SHEET: HEADER + reference(2)}, padding=4 * MEGABYTE, endless={
        SHARED: texts(["<si><t>", *repeated("x", 256), "</t></si>"])})


@case(*IMPORT, status=2, says="row.cellTooLong")
def shared_text_of_runs(folder):
    large_workbook(folder / "input.xlsx", {SHEET: HEADER + reference(2)}, padding=4 * MEGABYTE, endless={
        SHARED: texts(["<si>", *repeated("<r><t>" + "å" * 2000 + "</t></r>", 256), "</si>"])})


@case(*IMPORT, status=65, says="of memory, which is the limit for its rows")
def shared_texts_without_end(folder):
    large_workbook(folder / "input.xlsx", {SHEET: HEADER + reference(2)}, padding=4 * MEGABYTE, endless={
        SHARED: texts(repeated("<si><t>" + "x" * 20_000 + "</t></si>", 450))})


@case(*IMPORT, status=2)
def shared_text_referred_to_often(folder):
    row = "".join('<c t="s"><v>0</v></c>' for _ in range(40))
    large_workbook(folder / "input.xlsx", {}, shared="<si><t>" + "å" * 32_767 + "</t></si>", endless={
        SHEET: rows(f"<row>{row}</row>" for _ in range(300))})


@case(*IMPORT, status=2, says="row.cellTooLong")
def inline_text_without_end(folder):
    large_workbook(folder / "input.xlsx", {}, padding=4 * MEGABYTE, endless={
        SHEET: rows(['<row r="2"><c r="A2"><v>7</v></c><c r="B2" t="inlineStr"><is><t>', *repeated("x", 256),
                     "</t></is></c></row>"])})


@case(*IMPORT, status=2, says="row.cellTooLong")
def number_without_end(folder):
    large_workbook(folder / "input.xlsx", {}, padding=4 * MEGABYTE, endless={
        SHEET: rows(['<row r="2"><c r="A2"><v>7</v></c><c r="B2"><v>', *repeated("1", 256), "</v></c></row>"])})


@case(*IMPORT, status=2)
def rows_of_wide_texts(folder):
    """Rows of 15 MB each."""
    cell = '<c t="inlineStr"><is><t>' + "x" * 32_767 + "</t></is></c>"
    large_workbook(folder / "input.xlsx", {}, padding=4 * MEGABYTE, endless={
        SHEET: rows("<row>" + cell * 480 + "</row>" for _ in range(30))})


@case(*IMPORT, status=1, says="Write a .csv file instead")
def cells_far_to_the_right(folder):
    large_workbook(folder / "input.xlsx", {}, padding=MEGABYTE, endless={
        SHEET: rows(f'<row r="{row}"><c r="A{row}"><v>{row}</v></c><c r="XFD{row}"><v>1</v></c></row>'
                    for row in range(2, 2500))})


@case(*IMPORT, status=0)
def names_without_end(folder):
    """Elements and attributes that are all called otherwise, and hold no text: the sheet has no rows."""
    large_workbook(folder / "input.xlsx", {}, padding=4 * MEGABYTE, endless={
        SHEET: rows(f'<row><x{n} y{n}="1"/></row>' for n in range(400_000))})


@case(*IMPORT, status=65, says="stands in no cell")
def texts_outside_cells(folder):
    large_workbook(folder / "input.xlsx", {}, padding=4 * MEGABYTE, endless={
        SHEET: rows(["<row><x>", *repeated("y", 200), "</x></row>"])})


@case(*IMPORT, status=(65, 2))
def attribute_without_end(folder):
    large_workbook(folder / "input.xlsx", {}, padding=4 * MEGABYTE, endless={
        SHEET: rows(['<row r="2" spans="', *repeated("1", 300), '"><c><v>1</v></c></row>'])})


@case(*IMPORT, status=(65, 2, 0))
def comment_without_end(folder):
    large_workbook(folder / "input.xlsx", {}, padding=4 * MEGABYTE, endless={
        SHEET: rows(["<!--", *repeated("x", 300), "-->" + '<row r="2"><c><v>1</v></c><c><v>2</v></c></row>'])})


@case(*IMPORT, status=65, says="which only describes it")
def styles_without_end(folder):
    large_workbook(folder / "input.xlsx", {}, padding=4 * MEGABYTE, endless={STYLES: [
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs>', *repeated("<xf/>", 80)]})


@case(*IMPORT, status=(0, 65))
def number_formats_by_the_hundred_thousand(folder):
    formats = (f'<numFmt numFmtId="{n}" formatCode="0000000000&quot;{n}&quot;"/>' for n in range(250_000))
    styles = (f'<xf numFmtId="{n}"/>' for n in range(250_000))
    large_workbook(folder / "input.xlsx", {SHEET: HEADER + '<row r="2"><c s="9"><v>7</v></c><c s="8"><v>8</v></c></row>'},
                   padding=MEGABYTE, endless={STYLES: [
                       '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>', *formats,
                       "</numFmts><cellXfs>", *styles, "</cellXfs></styleSheet>"]})


@case(*IMPORT, status=65, says="which only describes it")
def sheets_by_the_hundred_thousand(folder):
    name = "xl/workbook.xml"
    head, tail = workbook(HEADER)[name].split("<sheets>")
    large_workbook(folder / "input.xlsx", {}, endless={
        name: [head, "<sheets>", *(f'<sheet name="Blad {n}" sheetId="{n}" r:id="rId1"/>' for n in range(250_000)), tail]})


@case(*IMPORT, status=65, says="which only describes it")
def relationships_by_the_hundred_thousand(folder):
    name = "xl/_rels/workbook.xml.rels"
    head, tail = workbook(HEADER)[name].split("</Relationships>")
    large_workbook(folder / "input.xlsx", {}, endless={
        name: [head, *(f'<Relationship Id="x{n}" Target="y{n}"/>' for n in range(350_000)), "</Relationships>"]})


@case(*IMPORT, status=65, says="more parts than any workbook")
def parts_by_the_hundred_thousand(folder):
    base = package(workbook(HEADER + reference(2), shared="<si><t>a</t></si>"))
    with zipfile.ZipFile(io.BytesIO(base)) as source, zipfile.ZipFile(folder / "input.xlsx", "w") as archive:
        for name in source.namelist():
            archive.writestr(name, source.read(name))
        for n in range(200_000):
            archive.writestr(zipfile.ZipInfo(f"p{n}"), b"")


@case("import", "input.json", status=65, says="larger than")
def json_text_without_end(folder):
    with open(folder / "input.json", "w") as file:
        file.write('[{"number":"1","name":"')
        file.writelines(repeated("x", 40))
        file.write('"}]')


@case("import", "input.json", status=65, says="larger than")
def json_object_without_end(folder):
    """No text of it is long."""
    with open(folder / "input.json", "w") as file:
        file.write('[{"number":"1","name":"A","tags":[')
        file.writelines(repeated('"' + "x" * 1020 + '",', 60))
        file.write('"a"]}]')


@case("import", "input.json", status=65, says="different values")
def json_names_without_end(folder):
    (folder / "input.json").write_text("[{" + ",".join(f'"n{n}":1' for n in range(1_000_000)) + "}]")


@case("import", "input.json", status=65, says="different values")
def json_other_names_in_each_object(folder):
    with open(folder / "input.json", "w") as file:
        file.write("[")
        file.write(",".join(f'{{"number":"{n}","x{n}":"1"}}' for n in range(300_000)))
        file.write("]")


@case("import", "input.json", status=65, says="different values")
def json_names_without_values(folder):
    (folder / "input.json").write_text("[{" + ",".join(f'"n{n}":{{}}' for n in range(1_000_000)) + "}]")


@case("import", "input.json", status=65, says="different values")
def json_long_names(folder):
    """One long name with many below it, so that each heading is long."""
    below = ",".join(f'"{n}":1' for n in range(16_000))
    (folder / "input.json").write_text('[{"number":"1","' + "x" * (4 * MEGABYTE) + '":{' + below + "}}]")


@case("import", "input.json", status=65, says="larger than")
def json_mixed_array(folder):
    """Texts that have to be brought together over and over."""
    (folder / "input.json").write_text(
        '[{"number":"1","a":[' + ",".join('"' + "x" * 1000 + '",{"a":1}' for _ in range(20_000)) + "]}]")


@case("import", "input.json", status=0)
def json_sparse_rows(folder):
    """16,000 columns of which each row has the last. What an object lacks is missing, which is no fault."""
    with open(folder / "input.json", "w") as file:
        file.write("[{" + ",".join(f'"n{n}":1' for n in range(16_000)) + ',"number":"0","name":"A"}')
        for n in range(1, 2500):
            file.write(f',{{"number":"{n}","name":"A"}}')
        file.write("]")


@case("import", "input.csv", status=(0, 2))
def rows_of_15_megabytes(folder):
    with open(folder / "input.csv", "w") as file:
        file.write("Kundnummer;Namn;Kommentar\n")
        for n in range(8):
            file.write(f"{n};Namn {n};" + "abcdefgh " * (15 * MEGABYTE // 9) + "\n")


@case("import", "input.csv", status=2)
def damaged_rows_of_15_megabytes(folder):
    """Every byte is none of UTF-8, and becomes three."""
    with open(folder / "input.csv", "wb") as file:
        file.write("Kundnummer;Namn;Kommentar\n1;Åkes;x\n2;Östs;y\n".encode())
        file.write(b"".join(f"{n};Bygg Åö {n};x\n".encode() for n in range(3, 5000)))
        file.write(b"9000;A;" + b"\xc3" * (3 * MEGABYTE) + b"\n")


@case("import", "input.csv", status=(0, 2))
def headings_by_the_ten_thousand(folder):
    with open(folder / "input.csv", "w") as file:
        file.write("Kundnummer;Namn;" + ";".join(f"Rubrik {n}" for n in range(60_000)) + "\n")
        for n in range(60):
            file.write(f"{n};Namn {n}" + ";x" * 60_000 + "\n")


@case("import", "input.csv", status=2)
def quote_never_closed(folder):
    with open(folder / "input.csv", "w") as file:
        file.write("Kundnummer;Namn;Kommentar\n1;\"Bygg;x\n")
        for n in range(2, 200_000):
            file.write(f"{n};Namn;{'y' * 200}\n")


@case("import", "-", status=65, says="the limit for what is not a file")
def stream_without_end(folder):
    (folder / "config.json").write_text('{"limits": {"maximumStreamSizeMB": 64}}')
    (folder / "stdin").symlink_to("/dev/zero")


@case("import", "input.csv", "--mapping", "./mapping.json", status=78)
def mapping_without_end(folder):
    (folder / "input.csv").write_text("Kundnummer;Namn\n1;A\n")
    (folder / "mapping.json").write_text('{"columns": [' + "[]," * (5 * MEGABYTE) + "[]]}")


@case("import", "input.csv", "--mapping", "./mapping.json", status=78, says="more than 16 MB")
def mapping_that_is_no_file(folder):
    (folder / "input.csv").write_text("Kundnummer;Namn\n1;A\n")
    (folder / "mapping.json").symlink_to("/dev/zero")


@case("settings", "list", status=78)
def configuration_without_end(folder):
    (folder / "config.json").write_text('{"mappings": [' + '"a",' * (3 * MEGABYTE) + '"a"]}')


@case("settings", "list", status=78, says="more than 16 MB")
def configuration_that_is_no_file(folder):
    (folder / "config.json").unlink(missing_ok=True)
    (folder / "config.json").symlink_to("/dev/zero")


@case("apply", "plan.json", status=65, says="larger than")
def plan_with_a_long_head(folder):
    fields = ",".join(f'"f{n}":"text"' for n in range(900_000))
    (folder / "plan.json").write_text('{"format":"kundreg-plan/1","customFields":{' + fields + '},"changes":[]}')


@case("apply", "plan.json", status=(1, 65, 78))
def plan_with_a_long_change(folder):
    fields = ",".join(f'"customFields.f{n}":{{"old":null,"new":"x"}}' for n in range(300_000))
    (folder / "plan.json").write_text(
        '{"format":"kundreg-plan/1","register":"?","changes":[{"number":"1","action":"create","fields":{' + fields + "}}]}")


@case("import", "input.csv", "--dry-run", "--summary", status=(0, 2, 65))
def set_of_300_thousand_names(folder):
    with open(folder / "input.csv", "w") as file:
        file.write("Kundnummer;Namn;Taggar\n")
        for n in range(1):
            file.write(f"{n};A;\"" + ",".join(f"t{n}x{m}" for m in range(300_000)) + "\"\n")


@case("import", "input.csv", "--dry-run", "--summary", status=(0, 2, 65))
def rows_with_names_of_their_own(folder):
    with open(folder / "input.csv", "w") as file:
        file.write("Kundnummer;Namn;Taggar\n")
        for n in range(40_000):
            file.write(f"{n};A;\"" + ",".join(f"tagg {n}x{m}" for m in range(50)) + "\"\n")


@case("import", "input.json", status=(0, 2, 65))
def custom_fields_by_the_thousand(folder):
    with open(folder / "input.json", "w") as file:
        file.write("[")
        file.write(",".join('{"number":"%d","name":"A","customFields":{%s}}' % (
            n, ",".join(f'"Fält {m}":"x"' for m in range(4000))) for n in range(20)))
        file.write("]")


@case("import", "input.csv", status=(0, 2, 65, 78))
def contact_persons_by_the_thousand(folder):
    with open(folder / "input.csv", "w") as file:
        places = [*range(1500), 9998, 9999]
        file.write("number;name;" + ";".join(f"contactPersons[{n}].name;contactPersons[{n}].email" for n in places) + "\n")
        for n in range(20):
            file.write(f"{n};A;" + ";".join(f"N {m};a{m}@example.com" for m in places) + "\n")


@case("import", "input.csv", status=2)
def other_problems_in_each_row(folder):
    with open(folder / "input.csv", "w") as file:
        file.write("Kundnummer;Namn;Land;Kundtyp\n")
        for n in range(60_000):
            file.write(f"{n};A;Land {n};Typ {n}\n")


@case("import", "input.xlsx", status=2)
def workbook_of_rejected_rows(folder):
    large_workbook(folder / "input.xlsx", {}, padding=MEGABYTE, endless={
        SHEET: rows(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="C{n}" t="inlineStr"><is><t>{n}</t></is></c></row>'
                    for n in range(2, 60_000))})


@case("import", "input.csv", "--into", "contactPersons", status=(2, 65))
def records_by_the_hundred_thousand(folder):
    (folder / "config.json").write_text('{"limits": {"maximumMemoryMB": 200}}')
    with open(folder / "input.csv", "w") as file:
        file.write("Kundnummer;Namn;E-post\n")
        for n in range(150_000):
            file.write(f"{n};Ett långt namn {n};en.lang.adress.{n}@example.com\n")
