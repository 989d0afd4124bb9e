import CustomerModel
import Foundation
import Glibc
import Rows
import Testing
import TestSupport
import Texts

@testable import Readers

@Suite struct InputOpenerTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func open(_ bytes: [UInt8], name: String = "list.csv") throws -> any TableSource {
    try InputOpener.open(path: folder.write(bytes, to: name))
  }

  @Test(arguments: [
    ("a;b\n", false), ("[Kundnr];[Namn]\n1;2\n", false), ("{a};b\n", false), ("[1] Nr;Namn\n", false),
    ("[];b\n", false),
    ("[{\"a\":1}]", true), ("\u{FEFF} \n[ {\"a\":1}]", true), ("{\"a\":1}\n{\"a\":2}\n", true), ("[]", true),
    ("{ }", true),
    ("[{\"a\":1", true),
  ])
  func jsonIsToldFromDelimitedTextByItsBytes(text: String, isJSON: Bool) throws {
    let kind = try InputKind(prefix: Array(text.utf8), name: Text(verbatim: "x"))
    #expect(kind == (isJSON ? .json : .delimited))
  }

  @Test func theNameDoesNotMatter() throws {
    #expect(try open(Array("[{\"a\":1}]".utf8), name: "list.csv").format == .json)
    guard case .delimited = try open(Array("a;b\n".utf8), name: "list.xlsx").format else {
      Issue.record("not read as delimited text")
      return
    }
  }

  @Test(
    arguments: [
      [0x50, 0x4B, 0x03, 0x04, 0x14], [0x50, 0x4B, 0x05, 0x06], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0x00],
    ] as [[UInt8]])
  func containersGoToTheWorkbookReader(bytes: [UInt8]) throws {
    struct Sentinel: Error {}
    let path = try folder.write(bytes, to: "list.csv")
    var opened: [String] = []
    #expect(throws: Sentinel.self) {
      _ = try InputOpener.open(InputFile(path: path), path: path, options: ReadingOptions()) { path, _ in
        opened.append(path)
        throw Sentinel()
      }
    }
    #expect(opened == [path])
  }

  @Test func aWorkbookFromAPipeIsOpenedByAPathThatHoldsItsBytes() throws {
    let fifo = folder.file("pipe")
    #expect(mkfifo(fifo, 0o600) == 0)
    let bytes: [UInt8] = [0x50, 0x4B, 0x03, 0x04] + Array("the rest".utf8)
    let writer = Thread { try? Data(bytes).write(to: URL(fileURLWithPath: fifo)) }
    writer.start()
    let source = try InputOpener.open(InputFile(path: fifo), path: fifo, options: ReadingOptions()) { path, _ in
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(bytes))
      return try delimited("a;b\n")
    }
    try expectTableSourceContract(source)
    #expect(source.notes(ofTable: 0).isEmpty)
    #expect(source.tables == [TableInfo(name: "")])
  }

  @Test func anErrorAboutAPipeCallsItWhatTheUserDid() throws {
    let fifo = folder.file("pipe")
    #expect(mkfifo(fifo, 0o600) == 0)
    let writer = Thread { try? Data([0x50, 0x4B, 0x03, 0x04]).write(to: URL(fileURLWithPath: fifo)) }
    writer.start()
    let error = error {
      _ = try InputOpener.open(InputFile(path: fifo), path: fifo, options: ReadingOptions()) { path, _ in
        throw KundregError(.unreadableInput, code: "xlsx.damaged", Text(verbatim: "The workbook \(path) is damaged."))
      }
    }
    #expect(
      error == KundregError(.unreadableInput, code: "xlsx.damaged", Text(verbatim: "The workbook \(fifo) is damaged.")))
  }

  @Test func aPipeCanBeReadTwice() throws {
    let fifo = folder.file("pipe")
    #expect(mkfifo(fifo, 0o600) == 0)
    let text = String(repeating: "Nr;Namn\n", count: 40_000)
    let writer = Thread { try? FileHandle(forWritingTo: URL(fileURLWithPath: fifo)).write(contentsOf: Data(text.utf8)) }
    writer.start()
    let source = try InputOpener.open(path: fifo)
    #expect(try readRows(source).count == 40_000)
    #expect(try readRows(source).count == 40_000)
  }

  @Test func whatCannotBeCopiedIsReported() throws {
    let error = try #require(
      error { _ = try InputFile(path: "/dev/null", temporaryFolder: folder.file("no such folder")) })
    #expect(error.status == .unreadableInput && error.code == "input.spool")
    #expect(error.message.contains("TMPDIR"))
  }

  @Test func anEncodingThatTheCLibraryLacksIsReported() throws {
    let error = try #require(error { _ = try IconvConverter(from: "NO-SUCH-ENCODING") })
    #expect(error.status == .unreadableInput && error.code == "encoding.unavailable")
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let bytes: [UInt8]
    let code: String
    let says: String
    var testDescription: String { says }
    init(_ bytes: [UInt8], _ code: String, _ says: String) {
      self.bytes = bytes
      self.code = code
      self.says = says
    }
    init(_ text: String, _ code: String, _ says: String) { self.init(Array(text.utf8), code, says) }
  }

  @Test(arguments: [
    Refusal("", "input.empty", "is empty"), Refusal(" \n\r\n\t", "input.empty", "is empty"),
    Refusal("\u{FEFF}\n", "input.empty", "is empty"),
    Refusal("%PDF-1.7\n", "input.binary", "a PDF document"),
    Refusal([0x1F, 0x8B, 0x08], "input.binary", "a gzip archive"),
    Refusal([0x89, 0x50, 0x4E, 0x47, 0x0D], "input.binary", "a PNG image"),
    Refusal([0xFF, 0xD8, 0xFF, 0xE0], "input.binary", "a JPEG image"), Refusal("GIF89a", "input.binary", "a GIF image"),
    Refusal("SQLite format 3\0", "input.binary", "a SQLite database"),
    Refusal("{\\rtf1", "input.binary", "an RTF document"),
    Refusal("BZh9", "input.binary", "a bzip2 archive"), Refusal("Rar!\u{1A}", "input.binary", "a RAR archive"),
    Refusal([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "input.binary", "an xz archive"),
    Refusal([0x28, 0xB5, 0x2F, 0xFD], "input.binary", "a zstd archive"),
    Refusal([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "input.binary", "a 7z archive"),
    Refusal([0x7F, 0x45, 0x4C, 0x46], "input.binary", "a program"),
    Refusal([0xFF, 0xFE, 0x00, 0x00, 0x61, 0, 0, 0], "input.binary", "UTF-32"),
    Refusal([0x00, 0x00, 0xFE, 0xFF], "input.binary", "UTF-32"),
    Refusal("\n<!DOCTYPE HTML><table>", "input.binary", "a web page"), Refusal("<html>", "input.binary", "a web page"),
    Refusal("<?xml version=\"1.0\"?><Workbook>", "input.binary", "an XML document"),
    Refusal([0x61, 0, 0, 0, 0x62, 0x63, 0, 0, 0, 0, 0x64, 0, 0], "input.notText", "control characters"),
    Refusal([1, 2, 3, 4, 0x61, 0x62, 0x63], "input.notText", "control characters"),
  ])
  func whatIsNoListIsRefusedWithARemedy(_ test: Refusal) throws {
    let error = try #require(error { _ = try open(test.bytes) })
    #expect(error.status == .unreadableInput)
    #expect(error.code == test.code)
    #expect(error.message.contains(test.says))
    #expect(error.message.contains(folder.path))
    #expect(error.message.hasSuffix("."))
  }

  @Test func aMissingFileIsRefused() throws {
    let error = try #require(error { _ = try InputOpener.open(path: folder.file("none.csv")) })
    #expect(error.status == .unreadableInput && error.code == "input.missing")
    #expect(error.message.contains("none.csv does not exist"))
  }

  @Test func aFolderIsRefused() throws {
    let error = try #require(error { _ = try InputOpener.open(path: folder.path) })
    #expect(error.status == .unreadableInput && error.code == "input.directory")
  }

  @Test(.enabled(if: geteuid() != 0, "the administrator may read everything")) func anUnreadableFileIsRefused() throws {
    let path = try folder.write("a;b\n", to: "secret.csv")
    chmod(path, 0)
    let error = try #require(error { _ = try InputOpener.open(path: path) })
    #expect(error.status == .unreadableInput && error.code == "input.unreadable")
  }

  @Test func aPathThatCannotBeOpenedIsRefused() throws {
    let path = folder.file("loop")
    #expect(symlink(path, path) == 0)
    let error = try #require(error { _ = try InputOpener.open(path: path) })
    #expect(error.status == .unreadableInput && error.code == "input.unreadable")
  }

  @Test func aFileThatFailsWhileItIsReadIsReported() throws {
    // A descriptor that is open for writing only.
    let file = InputFile(
      name: Text(verbatim: "list.csv"), descriptor: Glibc.open("/dev/null", O_WRONLY), size: 10, isNameless: false)
    let error = try #require(error { _ = try file.prefix(10) })
    #expect(error.status == .unreadableInput && error.code == "input.unreadable")
  }
}
