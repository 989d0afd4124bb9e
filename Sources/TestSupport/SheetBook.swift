import Foundation

/// A workbook with several sheets, for tests of what is made of them. All cells are texts; nil is a cell that is not there.
package struct SheetBook: Encodable {
  package struct Sheet: Encodable {
    let name: String
    let rows: [[String?]]
    let state: String
    let isChart: Bool
  }

  private var sheets: [Sheet] = []

  package init() {}

  /// Adds a sheet. A row of nils is one that is not there.
  package func sheet(_ name: String, _ rows: [[String?]], isHidden: Bool = false) -> SheetBook {
    adding(Sheet(name: name, rows: rows, state: isHidden ? "hidden" : "visible", isChart: false))
  }

  /// Adds a sheet that holds a chart and no cells.
  package func chart(_ name: String) -> SheetBook {
    adding(Sheet(name: name, rows: [], state: "visible", isChart: true))
  }

  private func adding(_ sheet: Sheet) -> SheetBook {
    var book = self
    book.sheets.append(sheet)
    return book
  }

  /// Writes the workbook into a folder.
  package func write(to folder: TemporaryFolder, _ name: String = "k.xlsx") throws {
    try PythonScript.run(Self.script, [folder.file(name)], input: try JSONEncoder().encode(self))
  }

  private static let script = """
    import json, sys, zipfile
    from xml.sax.saxutils import escape, quoteattr
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    def letters(column):
        text = ""
        column += 1
        while column:
            column, rest = divmod(column - 1, 26)
            text = chr(65 + rest) + text
        return text
    sheets = json.load(sys.stdin)["sheets"]
    entries, links = "", ""
    with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as book:
        for index, sheet in enumerate(sheets, 1):
            kind = "chartsheet" if sheet["isChart"] else "worksheet"
            entries += f'<sheet name={quoteattr(sheet["name"])} sheetId="{index}" state="{sheet["state"]}" r:id="r{index}"/>'
            links += f'<Relationship Id="r{index}" Type="{rel}/{kind}" Target="sheets/{index}.xml"/>'
            rows = ""
            for number, row in enumerate(sheet["rows"], 1):
                cells = "".join(
                    f'<c r="{letters(column)}{number}" t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>'
                    for column, cell in enumerate(row) if cell is not None)
                if cells:
                    rows += f'<row r="{number}">{cells}</row>'
            data = "" if sheet["isChart"] else f"<sheetData>{rows}</sheetData>"
            book.writestr(f"xl/sheets/{index}.xml", f'<{kind} xmlns="{main}">{data}</{kind}>')
        book.writestr("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{rel}"><sheets>{entries}</sheets></workbook>')
        book.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}/relationships">{links}</Relationships>')
        book.writestr("_rels/.rels", f'<Relationships xmlns="{package}/relationships"><Relationship Id="r" '
            f'Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        book.writestr("[Content_Types].xml", f'<Types xmlns="{package}/content-types"><Override PartName="/xl/workbook.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>')
    """
}
