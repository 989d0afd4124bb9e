import CLibZip
import CustomerModel
import Glibc
import Texts

/// The zip container of a workbook, open for reading. One per pass: libzip's handles are not shared between threads.
final class WorkbookArchive {
  let path: String
  /// The most bytes that one part may unpack to.
  let maximumPartSize: Int
  /// Bytes of the whole file: what its own directory says of sizes may be a lie.
  let fileSize: Int
  private let archive: OpaquePointer

  /// - Throws: ``KundregError`` with status 65 when the file is no complete zip container, with status 1 when libzip is
  ///   missing.
  init(path: String, maximumPartSize: Int) throws {
    try WorkbookRecognition.requireZip(path: path)
    try ZipDirectorySize.check(path: path)
    guard kundreg_zip_load() else {
      throw KundregError.missingLibrary(
        "libzip", package: "libzip4", needed: WorkbookTexts.reading)
    }
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_RDONLY, &code) else {
      throw WorkbookErrors.damaged(path, detail: Text(verbatim: Self.text(of: code)))
    }
    var status = stat()
    fileSize = stat(path, &status) == 0 ? max(1, Int(status.st_size)) : 1
    self.path = path
    self.maximumPartSize = maximumPartSize
    self.archive = archive
  }

  deinit { zip_discard(archive) }

  /// What libzip says of one of its error codes.
  static func text(of code: Int32) -> String {
    var error = zip_error_t()
    zip_error_init_with_code(&error, code)
    defer { zip_error_fini(&error) }
    return String(cString: zip_error_strerror(&error))
  }

  func contains(_ name: String) -> Bool { index(of: name) != nil }

  /// The bytes that a part takes in the container, as that claims, but no more than all of it; 0 when there is no such part.
  func packedSize(of name: String) -> Int {
    var status = zip_stat_t()
    guard let index = index(of: name), zip_stat_index(archive, index, 0, &status) == 0 else { return 0 }
    return min(Int(clamping: status.comp_size), fileSize)
  }

  /// The entry of a part. Part names differ by more than case in no package (ECMA-376 part 2, 9.1.1.3), and some
  /// programs separate folders by backslashes.
  private func index(of name: String) -> zip_uint64_t? {
    let backslashed = String(name.map { $0 == "/" ? "\\" : $0 })
    for spelling in [name, backslashed] {
      let place = zip_name_locate(archive, spelling, zip_flags_t(ZIP_FL_NOCASE))
      if place >= 0 { return zip_uint64_t(place) }
    }
    return nil
  }

  /// Opens a part for reading from its start.
  ///
  /// - Parameter maximumSize: the most bytes that it may unpack to; nil for the limit of all parts.
  /// - Throws: ``KundregError`` with status 65 when the container does not have it or cannot unpack it.
  func part(_ name: String, maximumSize: Int? = nil) throws -> WorkbookPart {
    guard let index = index(of: name) else {
      throw KundregError(.xlsxMissingPart, WorkbookTexts.partMissing(path, part: name))
    }
    guard let file = zip_fopen_index(archive, index, 0) else {
      throw WorkbookErrors.damaged(path, detail: Text(verbatim: "\(name): \(String(cString: zip_strerror(archive)))"))
    }
    return WorkbookPart(file: file, archive: self, name: name, maximumSize: maximumSize)
  }
}

/// The errors that several stages of reading a workbook meet.
enum WorkbookErrors {
  static func damaged(_ path: String, detail: Text) -> KundregError {
    KundregError(.xlsxDamaged, WorkbookTexts.damaged(path, detail))
  }

  static func notWorkbook(_ path: String, is kind: Text) -> KundregError {
    KundregError(.xlsxNotWorkbook, WorkbookTexts.isSomethingElse(path, kind))
  }

  /// A part that tells what the workbook consists of, and is larger than that of any customer list.
  static func overgrown(_ path: String, part: String) -> KundregError {
    KundregError(.xlsxPartTooLarge, WorkbookTexts.partIsOvergrown(path, part: part))
  }

  static func malformed(_ path: String, part: String, line: Int, detail: Text) -> KundregError {
    KundregError(.xlsxMalformed, WorkbookTexts.malformed(path, part: part, line: line, detail))
  }
}
