package import ConfigurationFile
import CustomerModel
package import RegisterStore
package import Texts
import Writers

/// Writes customers to a file that can be imported again without loss: identity numbers stand in full in it.
package struct ExportRun: Sendable {
  private let selection: CustomerSelection
  private let output: String
  private let documents: String?
  private let language: Language

  /// - Parameters:
  ///   - selection: the customers; its columns are those of the file, all where it names none.
  ///   - output: a path that ends in .csv, .xlsx or .json.
  ///   - documents: the folder that the contents of the customers' documents are copied into; nil for no copies.
  ///   - language: that of the headings and the words of a table.
  package init(
    _ selection: CustomerSelection, to output: String, documents: String? = nil, language: Language
  ) {
    self.selection = selection
    self.output = output
    self.documents = documents
    self.language = language
  }

  /// - Throws: ``KundregError``: status 64 for terms or a path without meaning, 77 when the user may see no customers,
  ///   `export.incomplete` with status 1 when contents of documents are missing or damaged; then the file is there all the same.
  package func perform(
    on register: Register, configuration: Configuration, as actor: ActingUser
  ) throws -> ExportOutcome {
    try OutputPlace(.export, output).require(apartFrom: configuration, register: register.path)
    return try register.read { try write(from: $0, files: DocumentFolder(ofRegister: register.path), as: actor) }
  }

  private func write(from register: RegisterReader, files: DocumentFolder, as actor: ActingUser) throws -> ExportOutcome
  {
    let search = try selection.search(in: register, as: actor)
    let definitions = try register.customFields()
    let columns = try columns(definitions, in: register)
    let ids = try register.customers(search)
    let file = try ExportFile(path: output, columns: columns, definitions: definitions, language: language)
    var copies: (count: Int, lost: [String])?
    do {
      var values = try register.cardValues(of: columns)
      for id in ids where try values.move(to: id) {
        try file.append { values.forEach($0) }
      }
      // Before the file has its place, so that a folder that cannot be written leaves an older export as it is.
      copies = try documents.map { try Self.copy(files, ofCustomers: Set(ids), in: register, to: $0) }
      try file.finish()
    } catch {
      file.discard()
      throw error
    }
    if let folder = documents, let copies, !copies.lost.isEmpty {
      throw KundregError(
        .exportIncomplete, ExportTexts.contentsLost(copies.lost.count, file: output, folder: folder),
        remedies: [.checkRegister])
    }
    return ExportOutcome(file: output, customers: file.count, documents: copies?.count)
  }

  private func columns(_ definitions: [CustomFieldDefinition], in register: RegisterReader) throws -> [FieldPath] {
    guard let chosen = try selection.allTerms(in: register).columns else {
      return ExportTable.allColumns(
        contactPersons: try register.highestContactPersonCount(), definitions: definitions)
    }
    let columns = try SearchTerms.columns(chosen, in: register)
    guard documents == nil || columns.contains(where: { $0.field == .documents }) else {
      throw KundregError(.exportDocumentsLeftOut, ExportTexts.documentsLeftOut)
    }
    return columns
  }

  private static func copy(
    _ files: DocumentFolder, ofCustomers customers: Set<Int64>, in register: RegisterReader, to folder: String
  ) throws -> (count: Int, lost: [String]) {
    let hashes = Set(try register.documents().filter { customers.contains($0.customer) }.map(\.hash))
    return (hashes.count, try files.copy(hashes, to: DocumentFolder(path: folder)))
  }
}
