import Foundation
import Readers
import Rows
import TestSupport
import Testing

/// The reader against another program's: Python's `csv` module, over random texts.
@Suite(.enabled(if: PythonCSV.isInstalled, "python3 is not installed")) struct PythonCSVTests {
  @Test(arguments: [",", ";", "\t", "|"] as [Character])
  func randomTextsAreReadAlike(delimiter: Character) throws {
    var random = SeededGenerator(state: UInt64(delimiter.asciiValue!))
    let pieces = [
      "a", "bc", "åäö", "\"", "\"", "\"\"", "\n", "\r\n", "\r", " ", "0123456789", "😀", String(delimiter),
      String(delimiter),
    ]
    let texts = (0..<1200).map { _ in
      (0..<Int.random(in: 1...60, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
    }
    let expected = try PythonCSV.rows(of: texts, delimiter: delimiter)
    #expect(expected.count == texts.count)
    var compared = 0
    for (text, expected) in zip(texts, expected) {
      for chunkSize in [8, 10, 31, 1 << 20] {
        let source = try quoted(text, delimiter, chunkSize: chunkSize)
        // A line that stands in quotes as a whole is read as a line.
        if case .delimited(let dialect) = source.format, dialect.hasQuotedLines { continue }
        let rows = try readRows(source, maximumRows: 3).dropFirst()
        // Python gives a quote that is never closed the rest of the file; here it costs one row.
        if rows.contains(where: { $0.fault == .unterminatedQuote }) { continue }
        // Text behind a closing quote, which Python adds to the cell in silence, rejects its row, and blanks before quotes are
        // no part of a cell.
        if rows.contains(where: { $0.fault == .strayQuote }) || hasPaddedQuotes(text, delimiter) { continue }
        #expect(
          rows.map { $0.cells.map { $0 ?? "" } } == expected, "\(text.debugDescription) in chunks of \(chunkSize)")
        compared += 1
      }
    }
    #expect(compared > 800)
  }

  private func hasPaddedQuotes(_ text: String, _ delimiter: Character) -> Bool {
    text.contains(try! Regex("\(delimiter == "|" ? "[|]" : "\(delimiter)")[ \t]+\""))
  }

  /// The text behind a row that no guess at the quoting can mistake.
  private func quoted(_ text: String, _ delimiter: Character, chunkSize: Int) throws -> DelimitedText {
    let options = ReadingOptions(encoding: .utf8, delimiter: delimiter.asciiValue)
    return try delimited("\"x\(delimiter)y\"\(delimiter)\"z\"\n" + text, options, chunkSize: chunkSize)
  }
}

/// Runs Python's `csv` module.
enum PythonCSV {
  static let isInstalled = (try? run("print(1)", input: Data())) == Data("1\n".utf8)

  /// The rows of each text; lines of blanks and delimiters only are left out, as here.
  static func rows(of texts: [String], delimiter: Character) throws -> [[[String]]] {
    let program = """
      import csv, io, json, sys
      delimiter, texts = json.load(sys.stdin.buffer)
      read = lambda text: [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if "".join(row).strip()]
      sys.stdout.write(json.dumps([read(text) for text in texts]))
      """
    let input = try JSONSerialization.data(withJSONObject: [String(delimiter), texts] as [Any])
    return try JSONDecoder().decode([[[String]]].self, from: run(program, input: input))
  }

  private static func run(_ program: String, input: Data) throws -> Data {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program]
    process.standardInput = try FileHandle(
      forReadingFrom: URL(fileURLWithPath: folder.write(Array(input), to: "input")))
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return data
  }
}

/// The same numbers every time. Source: SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
