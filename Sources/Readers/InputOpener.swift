import CustomerModel
package import Rows

/// Opens whatever a person hands over as a source of tables.
package enum InputOpener {
  /// Opens a file, or standard input when the path is `-`. What it is is decided by its bytes, not its name.
  ///
  /// - Throws: ``KundregError`` with status 65 when the input is missing, empty, unreadable, or nothing that holds a table.
  package static func open(path: String, options: ReadingOptions = ReadingOptions()) throws -> any TableSource {
    DamageWatch(
      try open(InputFile(path: path, maximumStreamSize: options.maximumStreamSize), path: path, options: options))
  }

  /// - Parameter workbook: how a workbook at a path is opened.
  static func open(
    _ file: InputFile, path: String, options: ReadingOptions,
    workbook: (String, ReadingOptions) throws -> any TableSource = openWorkbook
  ) throws -> any TableSource {
    switch try InputKind(prefix: file.prefix(InputKind.prefixSize), name: file.name) {
    case .workbook:
      if file.isNameless { return try HeldSource(file) { try workbook($0, options) } }
      return try workbook(path, options)
    case .json: return try JSONDocument(file: file, options: options)
    case .delimited: return try DelimitedText(file: file, options: options)
    }
  }
}
