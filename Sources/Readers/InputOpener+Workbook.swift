import Rows

extension InputOpener {
  /// Opens a zip container or an OLE2 file as a workbook, or says why it is none.
  static func openWorkbook(path: String, options: ReadingOptions) throws -> any TableSource {
    try Workbook(path: path, options: options)
  }
}
