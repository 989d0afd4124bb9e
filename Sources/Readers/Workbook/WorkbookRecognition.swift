import CustomerModel
import Glibc

/// What a file that claims to be a workbook is by its first bytes; only a zip container goes on to be read.
enum WorkbookRecognition {
  private static let zipSignature: [UInt8] = [0x50, 0x4B]
  /// The signature of an OLE2 compound file ([MS-CFB] 2.2): `.xls`, and any Office document with a password.
  private static let compoundSignature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// Passes when the file is a zip container.
  ///
  /// - Throws: ``KundregError`` with status 65 that says what the file is instead and what to do.
  static func requireZip(path: String) throws {
    guard let file = fopen(path, "rb") else {
      throw KundregError(
        .xlsxNotFound, WorkbookTexts.cannotBeOpened(path, reason: String(cString: strerror(errno))))
    }
    defer { fclose(file) }
    var head = [UInt8](repeating: 0, count: 512)
    head.removeLast(head.count - fread(&head, 1, head.count, file))
    if head.starts(with: zipSignature) { return }
    if head.starts(with: compoundSignature) { throw compoundError(path: path, file: file) }
    if head.isEmpty {
      throw KundregError(.xlsxNotWorkbook, WorkbookTexts.isEmpty(path))
    }
    if head.first(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }) == UInt8(ascii: "<") {
      throw KundregError(.xlsxNotWorkbook, WorkbookTexts.isWebPage(path))
    }
    throw KundregError(.xlsxNotWorkbook, WorkbookTexts.isNoWorkbook(path))
  }

  /// Looks through the directory entries of a compound file ([MS-CFB] 2.6.1: 128 bytes each, aligned, the name in
  /// UTF-16LE with its length in bytes at 64) for the stream that tells what it holds.
  private static func compoundError(path: String, file: UnsafeMutablePointer<FILE>) -> KundregError {
    rewind(file)
    let entrySize = 128
    var block = [UInt8](repeating: 0, count: 512 * entrySize)
    var isLegacy = false
    // A directory may lie anywhere; past this size there is no spreadsheet that .xls could hold.
    for _ in 0..<16_384 {
      let read = fread(&block, 1, block.count, file)
      for start in stride(from: 0, to: read - read % entrySize, by: entrySize) {
        let entry = block[start..<start + entrySize]
        if hasName("EncryptedPackage", entry) {
          return KundregError(.xlsxPasswordProtected, WorkbookTexts.isProtected(path))
        }
        if hasName("Workbook", entry) || hasName("Book", entry) { isLegacy = true }
      }
      if read < block.count { break }
    }
    if isLegacy {
      return KundregError(.xlsxLegacyFormat, WorkbookTexts.isLegacy(path))
    }
    return KundregError(.xlsxNotWorkbook, WorkbookTexts.isOldDocument(path))
  }

  private static func hasName(_ name: String, _ entry: ArraySlice<UInt8>) -> Bool {
    let start = entry.startIndex
    let size = (name.utf8.count + 1) * 2
    guard Int(entry[start + 64]) | Int(entry[start + 65]) << 8 == size else { return false }
    for (place, byte) in name.utf8.enumerated() {
      guard entry[start + place * 2] == byte, entry[start + place * 2 + 1] == 0 else { return false }
    }
    return true
  }
}
