import ArgumentParser
import CustomerModel
import Documents
import RegisterStore
import Runs
import Writers

/// `kundreg export OUT`
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write customers to a file that can be imported again without loss.",
    discussion: """
      Personal identity numbers stand in full in the file. Without --columns every field is written.

      EXAMPLE
        kundreg export kunder.xlsx --all
        kundreg export kunder.csv --all --documents dokument
        kundreg export vip.csv --where tags=VIP --columns number,name,email
      """)

  @Argument(help: "A path that ends in .csv, .xlsx or .json.")
  var output: String
  @Option(
    help: ArgumentHelp(
      "Copy the contents of the customers' documents into this folder, for `kundreg import --documents`.",
      valueName: "folder"))
  var documents: String?
  @OptionGroup var selection: CustomerSelection
  @OptionGroup var page: PageOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let register = try global.openRegister()
    let (count, ids) = try register.read { try write(from: $0) }
    let copied = try documents.map { try copyDocuments(of: Set(ids), in: register, to: $0) }
    let contents = copied.map { "; the contents of \(ImportAccount.count($0, "document")) in \(documents ?? "")" } ?? ""
    switch global.reportFormat {
    case .table:
      Output.line(
        "\(ImportAccount.count(count, "customer")) in \(output)\(contents)",
        paths: [output, documents].compactMap(\.self))
    case .csv:
      Output.write(
        TextTable.csv([
          ["file", "customers"] + (copied == nil ? [] : ["documents"]),
          [output, "\(count)"] + (copied.map { ["\($0)"] } ?? []),
        ]))
    case .json:
      Output.json(
        .object(
          [.init(key: "file", value: .text(output)), .init(key: "customers", value: .number("\(count)"))]
            + (copied.map { [.init(key: "documents", value: .number("\($0)"))] } ?? [])),
        kinds: ["file": .path])
    }
  }

  /// - Returns: how many customers the file holds, and which.
  private func write(from register: RegisterReader) throws -> (Int, [Int64]) {
    let terms = try selection.terms(in: register)
    var search = try terms.search(in: register, as: global.actor)
    page.apply(to: &search)
    let chosen = try terms.columns.map { try SearchTerms.columns($0, in: register) }
    if documents != nil, let chosen, !chosen.contains(where: { $0.field == .documents }) {
      throw KundregError(
        .usage, code: "export.documentsLeftOut",
        "--documents copies contents that the column documents names: add it to --columns, or leave --columns out.")
    }
    let ids = try register.customers(search)
    let definitions = try register.customFields()
    let paths =
      try chosen
      ?? CardTable.allColumns(contactPersons: register.highestContactPersonCount(), definitions: definitions)
    let file = try ExportFile(path: output, columns: paths, definitions: definitions)
    do {
      var values = try register.cardValues(of: paths)
      for id in ids where try values.move(to: id) {
        try file.append { values.forEach($0) }
      }
      try file.finish()
    } catch {
      file.discard()
      throw error
    }
    return (file.count, ids)
  }

  /// - Returns: how many contents the folder holds of these customers.
  /// - Throws: ``KundregError`` `export.incomplete` with status 1 when some are missing or damaged.
  private func copyDocuments(of customers: Set<Int64>, in register: Register, to folder: String) throws -> Int {
    let named = try register.read { try $0.documents() }.filter { customers.contains($0.customer) }
    let hashes = Set(named.map(\.hash))
    let lost = try DocumentFolder(ofRegister: register.path).copy(hashes, to: DocumentFolder(path: folder))
    guard lost.isEmpty else {
      throw KundregError(
        .failed, code: "export.incomplete",
        "\(output) holds the customers, but \(folder) lacks the contents of \(lost.count) documents: they are missing or "
          + "damaged. `kundreg doctor` names them.")
    }
    return hashes.count
  }
}
