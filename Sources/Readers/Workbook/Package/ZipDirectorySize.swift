import CustomerModel
import Glibc

/// Looks at how large a zip container's directory is before the library reads it into memory, with some hundred bytes for
/// each entry. Source: PKWARE, APPNOTE.TXT, 4.3.14 to 4.3.16.
enum ZipDirectorySize {
  /// An end record has 22 bytes and a comment of at most 65,535 behind it; before it may stand a locator of 20.
  private static let tailSize = 22 + 65_535 + 20

  /// Passes when no end record of the file claims a larger directory. What claims less than there is, the library refuses.
  ///
  /// - Throws: ``KundregError`` with status 65.
  static func check(path: String) throws {
    guard let file = fopen(path, "rb") else { return }
    defer { fclose(file) }
    guard fseek(file, 0, SEEK_END) == 0 else { return }
    let size = ftell(file)
    guard let tail = bytes(of: file, at: max(0, size - tailSize), count: min(size, tailSize)) else { return }
    var place = tail.count - 22
    while place >= 0 {
      if tail[place] == 0x50, number(tail, place, 4) == 0x0605_4B50 {
        var entries = number(tail, place + 10, 2)
        var length = number(tail, place + 12, 4)
        if place >= 20, number(tail, place - 20, 4) == 0x0706_4B50,
          let record = bytes(of: file, at: Int(clamping: number(tail, place - 12, 8)), count: 56),
          number(record, 0, 4) == 0x0606_4B50
        {
          entries = number(record, 32, 8)
          length = number(record, 40, 8)
        }
        guard entries <= WorkbookLimits.zipEntries, length <= WorkbookLimits.zipDirectorySize else {
          throw KundregError(.xlsxDirectoryTooLarge, WorkbookTexts.tooManyParts(path, count: String(entries)))
        }
      }
      place -= 1
    }
  }

  private static func bytes(of file: UnsafeMutablePointer<FILE>, at place: Int, count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    guard fseek(file, place, SEEK_SET) == 0, fread(&bytes, 1, count, file) == count else { return nil }
    return bytes
  }

  /// A number of so many bytes, the lowest first.
  private static func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> UInt64 {
    bytes[place..<place + count].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
