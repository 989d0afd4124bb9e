import CustomerModel
import Runs
import Testing

@Suite struct DocumentTypeTests {
  /// A zip archive whose entries are empty but for the first.
  static func zip(_ names: [String], first content: String = "") -> [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) } }
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for (index, name) in names.enumerated() {
      let place = bytes.count
      let content = index == 0 ? Array(content.utf8) : []
      let sizes = number(0, 4) + number(content.count, 4) + number(content.count, 4)
      let common = number(20, 2) + number(0, 8) + sizes + number(name.utf8.count, 2) + number(0, 2)
      bytes += [0x50, 0x4B, 0x03, 0x04] + common + Array(name.utf8) + content
      directory +=
        [0x50, 0x4B, 0x01, 0x02] + number(20, 2) + common + number(0, 10) + number(place, 4) + Array(name.utf8)
    }
    let end = number(0, 4) + number(names.count, 2) + number(names.count, 2)
    return bytes + directory + [0x50, 0x4B, 0x05, 0x06] + end + number(directory.count, 4) + number(bytes.count, 4)
      + number(0, 2)
  }

  static let right: [(name: String, bytes: [UInt8], type: DocumentType)] = [
    ("Avtal.PDF", Array("%PDF-1.7".utf8), .pdf), ("a.png", [0x89] + Array("PNG\r\n\u{1A}\n".utf8), .png),
    ("a.jpeg", [0xFF, 0xD8, 0xFF, 0xE0], .jpg), ("a.gif", Array("GIF89a".utf8), .gif),
    ("a.webp", Array("RIFF0000WEBPVP8 ".utf8), .webp), ("a.txt", Array("Ring först; åäö\r\n".utf8), .txt),
    ("a.csv", [0xEF, 0xBB, 0xBF] + Array("Nr;Namn\r\n1;Å".utf8), .csv),
    ("a.eml", Array("From: eva@example.se\r\n\r\n".utf8) + [0xE5], .eml),
    ("a.msg", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .msg),
    ("latin.csv", [0x41, 0xE5, 0x3B], .csv),
    ("excel.csv", [0xFF, 0xFE] + "Å;1\r\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, .csv),
    ("big.txt", [0xFE, 0xFF] + "Å".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, .txt),
    ("a.docx", zip(["[Content_Types].xml", "word/document.xml"]), .docx),
    ("a.xlsx", zip(["xl/workbook.xml", "[Content_Types].xml"]), .xlsx),
    ("a.pptx", zip(["[Content_Types].xml", "ppt/presentation.xml"]), .pptx),
    ("a.odt", zip(["mimetype"], first: "application/vnd.oasis.opendocument.text"), .odt),
    ("a.ods", zip(["mimetype"], first: "application/vnd.oasis.opendocument.spreadsheet"), .ods),
  ]

  @Test func fileThatIsWhatItsNameSaysIsTaken() throws {
    for (name, bytes, type) in Self.right { #expect(try DocumentType.of(bytes, name: name) == type, "\(name)") }
  }

  @Test(arguments: ["a.exe", "a.sh", "a.js", "a.html", "a.svg", "a.docm", "a.bat", "pdf", "a.", "a.pdf.exe"])
  func typeThatIsNotTakenIsRefused(name: String) {
    #expect(Self.code(Array("%PDF-1.7".utf8), name) == "document.type")
  }

  static let wrong: [(name: String, bytes: [UInt8])] = [
    ("program.pdf", Array("MZ\u{90}".utf8)), ("program.png", [0x7F] + Array("ELF".utf8)),
    ("script.txt", Array("#!/bin/sh\n".utf8)), ("page.txt", Array("\n <!DOCTYPE html>".utf8)),
    ("image.txt", Array("<svg xmlns=''>".utf8)), ("halv.csv", [0xFF, 0xFE, 0x41]),
    ("script16.txt", [0xFF, 0xFE] + "#!/bin/sh".utf16.flatMap { [UInt8($0), 0] }),
    ("unmarked16.csv", "Namn".utf16.flatMap { [UInt8($0), 0] }), ("binary.txt", [0x41, 0]),
    ("picture.pdf", Array("GIF89a".utf8)), ("page.eml", Array("<a href=x:y>".utf8)),
    ("macros.docx", zip(["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"])),
    ("macros.odt", zip(["mimetype", "Basic/Standard"], first: "application/vnd.oasis.opendocument.text")),
    ("sheet.docx", zip(["[Content_Types].xml", "xl/workbook.xml"])), ("cut.docx", Array(zip(["a"]).dropLast(9))),
    ("archive.xlsx", zip(["readme"])),
  ]

  @Test func fileThatIsSomethingElseIsRefused() {
    for (name, bytes) in Self.wrong { #expect(Self.code(bytes, name) == "document.mismatch", "\(name)") }
  }

  /// An archive cut anywhere is refused or taken, but never read beyond its end.
  @Test func damagedArchiveIsNeverReadBeyondItsEnd() {
    let whole = Self.zip(["[Content_Types].xml", "word/document.xml"])
    for length in 0..<whole.count { #expect(Self.code(Array(whole.prefix(length)), "a.docx") == "document.mismatch") }
    for place in whole.indices {
      var bytes = whole
      bytes[place] = 0xFF
      _ = Self.code(bytes, "a.docx")
    }
  }

  private static func code(_ bytes: [UInt8], _ name: String) -> String? {
    do {
      _ = try DocumentType.of(bytes, name: name)
      return nil
    } catch { return (error as? KundregError)?.code }
  }
}
