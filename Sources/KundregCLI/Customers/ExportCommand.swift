import Texts
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
    let configuration = try global.configuration()
    try global.require(output, of: "export", apartFrom: configuration)
    let (count, copied) = try global.openRegister(configuration).read { try write(from: $0) }
    let contents = copied.map { "; the contents of \($0.counted("document")) in \(documents ?? "")" } ?? ""
    switch global.reportFormat {
    case .table:
      Output.line(
        "\(count.counted("customer")) in \(output)\(contents)",
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

  /// - Returns: how many customers the file holds, and how many contents the folder.
  /// - Throws: ``KundregError`` `export.incomplete` with status 1 when contents are missing or damaged; the file is there.
  private func write(from register: RegisterReader) throws -> (customers: Int, documents: Int?) {
    let terms = try selection.terms(in: register)
    var search = try terms.search(in: register, as: global.actor(in: register))
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
      ?? ExportTable.allColumns(contactPersons: register.highestContactPersonCount(), definitions: definitions)
    let file = try ExportFile(path: output, columns: paths, definitions: definitions)
    var copies: (count: Int, lost: [String])?
    do {
      var values = try register.cardValues(of: paths)
      for id in ids where try values.move(to: id) {
        try file.append { values.forEach($0) }
      }
      // Before the file has its place, so that a folder that cannot be written leaves an older export as it is.
      copies = try documents.map { try copyDocuments(of: Set(ids), in: register, to: $0) }
      try file.finish()
    } catch {
      file.discard()
      throw error
    }
    if let copies, !copies.lost.isEmpty {
      throw KundregError(
        .failed, code: "export.incomplete",
        "\(output) holds the customers, but \(documents ?? "") lacks the contents of \(copies.lost.count.counted("document")), "
          + "whose files are missing, damaged or not to be read. `kundreg doctor` names what is wrong.")
    }
    return (file.count, copies?.count)
  }

  private func copyDocuments(
    of customers: Set<Int64>, in register: RegisterReader, to folder: String
  ) throws -> (count: Int, lost: [String]) {
    let hashes = Set(try register.documents().filter { customers.contains($0.customer) }.map(\.hash))
    let own = DocumentFolder(ofRegister: try global.registerPath(global.configuration()))
    return (hashes.count, try own.copy(hashes, to: DocumentFolder(path: folder)))
  }
}
