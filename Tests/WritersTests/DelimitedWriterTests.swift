import CustomerModel
import Foundation
import TestSupport
import Testing

@testable import Writers

@Suite struct DelimitedWriterTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func written(_ rows: [[String?]], delimiter: UInt8 = UInt8(ascii: ";"), byteOrderMark: Bool = false) throws
    -> String
  {
    let writer = try DelimitedWriter(path: folder.file("a.csv"), delimiter: delimiter, byteOrderMark: byteOrderMark)
    for row in rows { try writer.append(row) }
    try writer.finish()
    return String(decoding: try Data(contentsOf: URL(fileURLWithPath: folder.file("a.csv"))), as: UTF8.self)
  }

  @Test(arguments: [
    ("plain", "plain"), ("a;b", "\"a;b\""), ("a,b", "a,b"), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
    ("a\rb", "\"a\rb\""),
    (" a", "\" a\""), ("a\t", "\"a\t\""), ("a b", "a b"), ("00123", "00123"), ("åäö", "åäö"), ("", ""),
  ])
  func quotesWhatNeedsIt(cell: String, expected: String) throws {
    #expect(try written([["x", cell, nil]]) == "x;\(expected);\r\n")
  }

  @Test func aRowOfOneEmptyCellIsNotABlankLine() throws {
    #expect(try written([[""], ["a"], [nil], ["", ""]]) == "\"\"\r\na\r\n\"\"\r\n;\r\n")
  }

  @Test func theMarkComesFirst() throws {
    #expect(try written([["å"]], byteOrderMark: true).utf8.elementsEqual([0xEF, 0xBB, 0xBF, 0xC3, 0xA5, 0x0D, 0x0A]))
  }

  @Test(arguments: [";", ",", "\t", "|"])
  func pythonReadsBackWhatWasWritten(delimiter: String) throws {
    var generator = SystemRandomNumberGenerator()
    let alphabet = [
      ";", ",", "\t", "|", "\"", "\"\"", "\r", "\n", "\r\n", " ", "a", "å", "0", "", "😀", "'", "=", "\u{A0}",
    ]
    let rows = (0..<500).map { _ in
      (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        (0..<Int.random(in: 0...5, using: &generator)).map { _ in alphabet.randomElement(using: &generator)! }.joined()
      }
    }
    _ = try written(rows, delimiter: delimiter.utf8.first!, byteOrderMark: true)
    #expect(try Python.rows(ofCSV: folder.file("a.csv"), delimiter: delimiter) == rows)
  }

  @Test func manyRowsArriveWhole() throws {
    let writer = try DelimitedWriter(path: folder.file("a.csv"), byteOrderMark: false)
    for number in 0..<20_000 { try writer.append([String(number), "Storgatan 1"]) }
    try writer.finish()
    let lines = try String(contentsOfFile: folder.file("a.csv"), encoding: .utf8).split(separator: "\r\n")
    #expect(lines.count == 20_000)
    #expect(lines.enumerated().allSatisfy { $1 == "\($0);Storgatan 1" })
  }

  @Test func aFailedWriteIsAnErrorAndTheOldFileStands() throws {
    try folder.write("old", to: "a.csv")
    let writer = try DelimitedWriter(path: folder.file("a.csv"))
    writer.discard()
    let error = try #require(throws: KundregError.self) {
      try writer.append(["a"])
      try writer.finish()
    }
    #expect(error.status == .failed)
    #expect(error.code == "output.cannotWrite")
    #expect(try String(contentsOfFile: folder.file("a.csv"), encoding: .utf8) == "old")
  }
}
