import TestSupport

extension Office {
  /// Writes a workbook of one sheet with hand-written rows, for what no program writes on purpose.
  func write(sheetData: String, to name: String = "k.xlsx") throws {
    try SheetBook().sheet("Kunder", [["x"]]).write(to: folder, name)
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    try PythonScript.run(
      """
      import sys, zipfile
      with zipfile.ZipFile(sys.argv[1]) as book: parts = {n: book.read(n) for n in book.namelist()}
      parts["xl/sheets/1.xml"] = sys.argv[2].encode()
      with zipfile.ZipFile(sys.argv[1], "w") as book:
          for name, part in parts.items(): book.writestr(name, part)
      """, [folder.file(name), "<worksheet xmlns=\"\(main)\"><sheetData>\(sheetData)</sheetData></worksheet>"])
  }

  /// A row element with texts in the columns of their letters; one of an error of a spreadsheet is one.
  static func row(_ number: Int, _ cells: KeyValuePairs<String, String>) -> String {
    let cells = cells.map { column, text in
      "<c r=\"\(column)\(number)\" t=\"\(text.hasPrefix("#") ? "e" : "str")\"><v>\(text)</v></c>"
    }
    return "<row r=\"\(number)\">\(cells.joined())</row>"
  }
}
