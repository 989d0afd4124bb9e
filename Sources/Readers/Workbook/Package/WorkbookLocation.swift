import CLibZip
import CustomerModel

/// Finds the workbook part of a package, wherever the package keeps it, and recognises packages that hold none.
enum WorkbookLocation {
  private static let contentTypesPart = "[Content_Types].xml"

  /// The name of the workbook part.
  ///
  /// - Throws: ``KundregError`` with status 65 that says what the package is instead and what to do.
  static func part(in archive: WorkbookArchive) throws -> String {
    try refuseOpenDocument(archive)
    guard archive.contains(contentTypesPart) else {
      if archive.contains("xl/workbook.bin") { throw binaryError(archive.path) }
      // Apple publishes no format; these are the parts that such documents are seen to have.
      if ["Index/Document.iwa", "Index.zip"].contains(where: archive.contains) {
        throw KundregError(.xlsxNumbers, WorkbookTexts.isNumbers(archive.path))
      }
      throw WorkbookErrors.notWorkbook(archive.path, is: WorkbookTexts.zipArchive)
    }
    let main = try PackageRelationships(of: "", in: archive).first(kind: "officeDocument")?.part
    var type: String?
    var workbook: String?
    try XMLElements.walk(archive, part: contentTypesPart) { element in
      guard element.name == "Override", let name = element["PartName"],
        let stated = element["ContentType"]?.lowercased()
      else { return }
      let part = PackageRelationships.resolve(name, folder: "")
      if type == nil, part.lowercased() == main?.lowercased() { type = stated }
      if workbook == nil, isWorkbook(stated) { workbook = part }
    }
    if type?.contains("sheet.binary") == true || main?.hasSuffix("workbook.bin") == true
      || main == nil && archive.contains("xl/workbook.bin")
    {
      throw binaryError(archive.path)
    }
    if type?.contains("wordprocessingml") == true || type?.contains("ms-word") == true {
      throw WorkbookErrors.notWorkbook(archive.path, is: WorkbookTexts.wordDocument)
    }
    if type?.contains("presentationml") == true || type?.contains("ms-powerpoint") == true {
      throw WorkbookErrors.notWorkbook(archive.path, is: WorkbookTexts.presentation)
    }
    guard let part = main ?? workbook else {
      throw WorkbookErrors.notWorkbook(archive.path, is: WorkbookTexts.packageWithoutWorkbook)
    }
    return part
  }

  /// The main part's types of .xlsx, .xlsm, .xltx and .xltm.
  private static func isWorkbook(_ type: String) -> Bool {
    type.contains("spreadsheetml.sheet.main") || type.contains("spreadsheetml.template.main")
      || type.contains("ms-excel.sheet.macroenabled.main") || type.contains("ms-excel.template.macroenabled.main")
  }

  private static func refuseOpenDocument(_ archive: WorkbookArchive) throws {
    guard archive.contains("mimetype") else { return }
    let part = try archive.part("mimetype")
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 128, alignment: 1)
    defer { bytes.deallocate() }
    let type = String(decoding: bytes.prefix(try part.read(into: bytes)), as: UTF8.self)
    guard type.hasPrefix("application/vnd.oasis.opendocument") else { return }
    guard type.hasPrefix("application/vnd.oasis.opendocument.spreadsheet") else {
      throw WorkbookErrors.notWorkbook(archive.path, is: WorkbookTexts.openDocumentWithoutSheets)
    }
    throw KundregError(.xlsxOpenDocument, WorkbookTexts.isOpenDocument(archive.path))
  }

  private static func binaryError(_ path: String) -> KundregError {
    KundregError(.xlsxBinaryWorkbook, WorkbookTexts.isBinary(path))
  }
}
