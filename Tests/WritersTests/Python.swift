import Foundation
import Testing

/// Another program's reading of what was written: Python with openpyxl and its csv module.
enum Python {
  /// Runs a script with arguments and returns what it printed, without the last line break.
  static func run(_ script: String, _ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-X", "utf8", "-c", script] + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "python3 failed; it needs the package openpyxl")
    return String(decoding: data.last == 0x0A ? data.dropLast() : data, as: UTF8.self)
  }

  /// The rows of a CSV file as Python reads them.
  static func rows(ofCSV path: String, delimiter: String = ";") throws -> [[String]] {
    let script = """
      import csv, json, sys
      with open(sys.argv[1], encoding="utf-8-sig", newline="") as f:
          print(json.dumps(list(csv.reader(f, delimiter=sys.argv[2], strict=True))))
      """
    return try JSONDecoder().decode([[String]].self, from: Data(run(script, path, delimiter).utf8))
  }

  /// The rows of a sheet as openpyxl reads them; an empty cell is an empty text, a number makes the reading fail.
  static func rows(ofWorkbook path: String, sheet: String) throws -> [[String]] {
    let script = """
      import json, openpyxl, sys
      sheet = openpyxl.load_workbook(sys.argv[1])[sys.argv[2]]
      print(json.dumps([["" if c is None else c for c in row] for row in sheet.values]))
      """
    return try JSONDecoder().decode([[String]].self, from: Data(run(script, path, sheet).utf8))
  }

  /// What an expression over `book`, the workbook as openpyxl reads it, and `json` prints.
  static func ask(_ expression: String, ofWorkbook path: String) throws -> String {
    try run("import json, openpyxl, sys\nbook = openpyxl.load_workbook(sys.argv[1])\nprint(\(expression))", path)
  }
}
