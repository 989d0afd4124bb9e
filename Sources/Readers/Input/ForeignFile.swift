import CustomerModel
import Texts

/// What people hand over for a list that is none: known by its first bytes.
struct ForeignFile: Sendable {
  let code: ErrorCode
  /// What it is, as it stands in a sentence: “a PDF document”.
  let kind: Text
  /// What to do instead.
  let remedy: Text

  /// - Parameter prefix: the first ``InputKind/prefixSize`` bytes, or all there are.
  /// - Returns: nil when nothing says that it is no list.
  init?(_ prefix: [UInt8]) {
    if let found = ForeignFile.signatures.first(where: { prefix.starts(with: $0.bytes) }) {
      self = found.file
    } else if ForeignFile.isExcelLock(prefix) {
      self = ForeignFile(.inputLockFile, InputTexts.excelLock, InputTexts.importWorkbookItself)
    } else if let found = ForeignFile(FileStart(prefix)) {
      self = found
    } else {
      return nil
    }
  }

  private init(_ kind: Text, _ remedy: Text) { self.init(.inputBinary, kind, remedy) }

  private init(_ code: ErrorCode, _ kind: Text, _ remedy: Text) {
    self.code = code
    self.kind = kind
    self.remedy = remedy
  }

  private static let signatures: [(bytes: [UInt8], file: ForeignFile)] = [
    (Array("%PDF".utf8), ForeignFile(InputTexts.pdf, InputTexts.saveAsWorkbook)),
    (Array("{\\rtf".utf8), ForeignFile(InputTexts.rtf, InputTexts.saveAsWorkbook)),
    ([0x1F, 0x8B], ForeignFile(InputTexts.gzip, InputTexts.unpack)),
    (Array("BZh".utf8), ForeignFile(InputTexts.bzip2, InputTexts.unpack)),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], ForeignFile(InputTexts.xz, InputTexts.unpack)),
    ([0x28, 0xB5, 0x2F, 0xFD], ForeignFile(InputTexts.zstd, InputTexts.unpack)),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], ForeignFile(InputTexts.sevenZip, InputTexts.unpack)),
    (Array("Rar!".utf8), ForeignFile(InputTexts.rar, InputTexts.unpack)),
    ([0x89, 0x50, 0x4E, 0x47], ForeignFile(InputTexts.png, InputTexts.saveAsWorkbook)),
    ([0xFF, 0xD8, 0xFF], ForeignFile(InputTexts.jpeg, InputTexts.saveAsWorkbook)),
    (Array("GIF8".utf8), ForeignFile(InputTexts.gif, InputTexts.saveAsWorkbook)),
    ([0x7F, 0x45, 0x4C, 0x46], ForeignFile(InputTexts.program, InputTexts.saveAsWorkbook)),
    (Array("SQLite format 3\0".utf8), ForeignFile(InputTexts.sqlite, InputTexts.exportRegister)),
    ([0xFF, 0xFE, 0x00, 0x00], ForeignFile(InputTexts.utf32, InputTexts.saveAsUTF8)),
    ([0x00, 0x00, 0xFE, 0xFF], ForeignFile(InputTexts.utf32, InputTexts.saveAsUTF8)),
    // [MS-SHLLINK] 2.1: the size of the header, and the first bytes of the class identifier.
    (
      [0x4C, 0, 0, 0, 0x01, 0x14, 0x02, 0], ForeignFile(.inputShortcut, InputTexts.shortcut, InputTexts.followShortcut)
    ),
  ]

  /// The owner file that Excel keeps beside an open workbook, `~$kunder.xlsx`: 165 bytes, the user's name with its length before
  /// it, once as bytes in 54 places and once in UTF-16. Not published by Microsoft: a belief, as found in such files.
  private static func isExcelLock(_ prefix: [UInt8]) -> Bool {
    prefix.count == 165 && (1...54).contains(prefix[0]) && prefix[55] == prefix[0] && prefix[56] == 0
  }

  // MARK: Known by text

  private init?(_ start: FileStart) {
    // Many systems export a web page or an XML sheet under the name .xls.
    if ["<!doctype html", "<html", "<table"].contains(where: start.head.hasPrefix) {
      self = ForeignFile(InputTexts.webPage, InputTexts.saveAsWorkbook)
    } else if start.head.hasPrefix("<?xml") {
      let isShortcut = start.head.contains("<!doctype plist") && start.head.contains("<key>url</key>")
      self =
        isShortcut
        ? ForeignFile(.inputShortcut, InputTexts.shortcut, InputTexts.followShortcut)
        : ForeignFile(InputTexts.xml, InputTexts.saveAsWorkbook)
    } else if ["[internetshortcut]", "[desktop entry]"].contains(start.line) {
      self = ForeignFile(.inputShortcut, InputTexts.shortcut, InputTexts.followShortcut)
    } else if start.isGoogleShortcut {
      self = ForeignFile(.inputShortcut, InputTexts.googleShortcut, InputTexts.downloadFromGoogle)
    } else if start.isLibreOfficeLock {
      self = ForeignFile(.inputLockFile, InputTexts.libreOfficeLock, InputTexts.importWorkbookItself)
    } else if start.isMail {
      self = ForeignFile(InputTexts.mail, InputTexts.saveAttachment)
    } else if start.line == "begin:vcard" {
      self = ForeignFile(InputTexts.vCard, InputTexts.exportContactsAsCSV)
    } else {
      return nil
    }
  }
}
