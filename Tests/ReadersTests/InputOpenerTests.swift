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
    let none = folder.file("no such folder")
    let error = try #require(error { _ = try InputFile(path: "/dev/null", temporaryFolder: none) })
    #expect(error.status == .unreadableInput && error.code == "input.spool")
    #expect(
      error.text
        == InputTexts.cannotSpool(
          Text(verbatim: "/dev/null"), folder: none, reason: String(cString: strerror(ENOENT))))
  }

  @Test func anEncodingThatTheCLibraryLacksIsReported() throws {
    let error = try #require(error { _ = try IconvConverter(from: "NO-SUCH-ENCODING") })
    #expect(error.status == .unreadableInput && error.code == "encoding.unavailable")
  }

  @Test(arguments: ["", " \n\r\n\t", "\u{FEFF}\n"])
  func whatIsEmptyIsRefused(content: String) throws {
    let error = try #require(error { _ = try open(Array(content.utf8)) })
    #expect(error.status == .unreadableInput && error.code == "input.empty")
    #expect(error.text == InputTexts.isEmpty(Text(verbatim: folder.file("list.csv"))))
  }

  @Test(
    arguments: [
      (Array("%PDF-1.7\n".utf8), InputTexts.pdf, InputTexts.saveAsWorkbook),
      ([0x1F, 0x8B, 0x08], InputTexts.gzip, InputTexts.unpack),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D], InputTexts.png, InputTexts.saveAsWorkbook),
      ([0xFF, 0xD8, 0xFF, 0xE0], InputTexts.jpeg, InputTexts.saveAsWorkbook),
      (Array("GIF89a".utf8), InputTexts.gif, InputTexts.saveAsWorkbook),
      (Array("SQLite format 3\0".utf8), InputTexts.sqlite, InputTexts.exportRegister),
      (Array("{\\rtf1".utf8), InputTexts.rtf, InputTexts.saveAsWorkbook),
      (Array("BZh9".utf8), InputTexts.bzip2, InputTexts.unpack),
      (Array("Rar!\u{1A}".utf8), InputTexts.rar, InputTexts.unpack),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], InputTexts.xz, InputTexts.unpack),
      ([0x28, 0xB5, 0x2F, 0xFD], InputTexts.zstd, InputTexts.unpack),
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], InputTexts.sevenZip, InputTexts.unpack),
      ([0x7F, 0x45, 0x4C, 0x46], InputTexts.program, InputTexts.saveAsWorkbook),
      ([0xFF, 0xFE, 0x00, 0x00, 0x61, 0, 0, 0], InputTexts.utf32, InputTexts.saveAsUTF8),
      ([0x00, 0x00, 0xFE, 0xFF], InputTexts.utf32, InputTexts.saveAsUTF8),
      (Array("\n<!DOCTYPE HTML><table>".utf8), InputTexts.webPage, InputTexts.saveAsWorkbook),
      (Array("<html>".utf8), InputTexts.webPage, InputTexts.saveAsWorkbook),
      (Array("<?xml version=\"1.0\"?><Workbook>".utf8), InputTexts.xml, InputTexts.saveAsWorkbook),
    ] as [([UInt8], Text, Text)])
  func whatIsAnotherKindOfFileIsRefusedWithItsRemedy(bytes: [UInt8], kind: Text, remedy: Text) throws {
    let error = try #require(error { _ = try open(bytes) })
    #expect(error.status == .unreadableInput && error.code == "input.binary")
    #expect(error.text == InputTexts.isNoList(Text(verbatim: folder.file("list.csv")), kind, remedy))
  }

  @Test(
    arguments: [
      [0x61, 0, 0, 0, 0x62, 0x63, 0, 0, 0, 0, 0x64, 0, 0], [1, 2, 3, 4, 0x61, 0x62, 0x63],
    ] as [[UInt8]])
  func whatIsNoTextIsRefused(bytes: [UInt8]) throws {
    let error = try #require(error { _ = try open(bytes) })
    #expect(error.status == .unreadableInput && error.code == "input.notText")
    #expect(error.text == InputTexts.isNoText(Text(verbatim: folder.file("list.csv"))))
  }

  @Test func aMissingFileIsRefused() throws {
    let path = folder.file("none.csv")
    let error = try #require(error { _ = try InputOpener.open(path: path) })
    #expect(error.status == .unreadableInput && error.code == "input.missing")
    #expect(error.text == InputTexts.missing(Text(verbatim: path)))
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
