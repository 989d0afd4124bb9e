import CLibZip
import CustomerModel
import Texts

/// One part of a workbook while it unpacks. Counts what comes out, since a zip header can claim any size.
final class WorkbookPart {
  let name: String
  let archive: WorkbookArchive
  private let file: OpaquePointer
  /// The most bytes that a part which only describes the workbook may unpack to; nil for others.
  private let maximumSize: Int?
  private var unpacked = 0

  init(file: OpaquePointer, archive: WorkbookArchive, name: String, maximumSize: Int? = nil) {
    self.file = file
    self.maximumSize = maximumSize
    self.archive = archive
    self.name = name
  }

  deinit { zip_fclose(file) }

  /// Unpacks the next bytes.
  ///
  /// - Returns: how many; 0 at the end.
  /// - Throws: ``KundregError`` with status 65 when the part is damaged or unpacks to more than the limit.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = Int(zip_fread(file, buffer.baseAddress, zip_uint64_t(buffer.count)))
    guard count >= 0 else {
      throw WorkbookErrors.damaged(
        archive.path, detail: Text(verbatim: "\(name): \(String(cString: zip_file_strerror(file)))"))
    }
    unpacked += count
    guard unpacked <= archive.maximumPartSize else {
      throw KundregError(
        .xlsxPartTooLarge,
        WorkbookTexts.partIsTooLarge(archive.path, part: name, bytes: archive.maximumPartSize))
    }
    guard maximumSize.map({ unpacked <= $0 }) ?? true else { throw WorkbookErrors.overgrown(archive.path, part: name) }
    guard unpacked <= WorkbookLimits.unsuspectedSize || unpacked / archive.fileSize <= WorkbookLimits.unpackingRatio
    else {
      throw KundregError(
        .xlsxPartTooLarge,
        WorkbookTexts.partGrowsTooMuch(archive.path, part: name, times: WorkbookLimits.unpackingRatio))
    }
    return count
  }
}
