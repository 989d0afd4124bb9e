import ArgumentParser
import ConfigurationFile
import CustomerModel
import Differ
import Foundation
import Mapping
import RegisterStore
import Runs
import Texts

/// `kundreg import FILE`
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import a customer list from CSV, XLSX or JSON.",
    discussion: """
      What the file is is decided by its bytes. Without --mapping the header decides which mapping is used. All accepted \
      rows are written in one transaction, or none. Rejected rows go to a file of their own, to be mended and imported.

      EXAMPLE
        kundreg import kunder.xlsx --dry-run --problems fel.xlsx
        kundreg import kunder.csv --mapping register-sv --match number,identity
        kundreg import kunder.csv --with contactPersons=kontakter.csv --with serviceArticles=artiklar.xlsx
        kundreg import kundlista.csv --several-rows contactPersons
        kundreg import anlaggningar.csv --into facilities
      """)

  @Argument(help: "A .csv, .tsv, .txt, .xlsx, .xlsm or .json file, or - for standard input.")
  var file: String
  @Option(help: ArgumentHelp("A mapping's name, or the path of a mapping file.", valueName: "name|path"))
  var mapping: String?
  @Option(help: "The one sheet to read; otherwise all visible ones that fit the mapping.")
  var sheet: String?
  @Flag(help: "Write nothing; show what would change, field by field.")
  var dryRun = false
  @Flag(help: "In a dry run, leave the list of changes out.")
  var summary = false
  @Option(
    help: ArgumentHelp(
      "Save what would change as a plan for `kundreg apply`. Writes nothing else.", valueName: "plan.json"))
  var plan: String?
  @Option(help: ArgumentHelp("How rows find their customers: number, or number,identity.", valueName: "keys"))
  var match: MatchKeys = MatchKeys(keys: [.number])
  @Option(help: "What a blank cell does: keep the field, or clear it.")
  var empty: EmptyPolicy?
  @Option(help: "What happens to active customers that the file lacks.")
  var missing: Missing = .keep
  @Option(
    help: ArgumentHelp("Allow --missing inactivate to inactivate this part of the active customers.", valueName: "P%"))
  var maxInactivate: Percentage = Percentage(part: 0.2)
  @Option(
    help: ArgumentHelp(
      "Customers stand on several rows: further rows of a customer bring more of this list, contactPersons.",
      valueName: "list"))
  var severalRows: SeveralRows?
  @Option(
    help: ArgumentHelp(
      "What decides whether a new customer is a company or private when its row does not say: identity, the number.",
      valueName: "identity"))
  var typeBy: TypeBy?
  @Option(help: ArgumentHelp("Where rejected rows go.", valueName: "path.csv|.xlsx"))
  var rejects: String?
  @Option(
    help: ArgumentHelp(
      "A file that lists every reject and warning of every row, in a dry run too.", valueName: "path.csv|.xlsx"))
  var problems: String?
  @Option(help: ArgumentHelp("Write nothing when more rows than this are rejected.", valueName: "N|P%"))
  var maxRejects: RejectLimit?
  @Option(
    help: ArgumentHelp(
      "A file of records that goes with the input, in the same run: contactPersons, serviceArticles, workOrderArticles, "
        + "facilities or references. Its rows name their customers by number. May be given several times.",
      valueName: "list=file"))
  var with: [RecordFileArgument] = []
  @Option(
    help: ArgumentHelp(
      "Take the rows of the input as records of customers that the register has: a list as in --with.",
      valueName: "list"))
  var into: String?
  @Option(
    help: ArgumentHelp(
      "Take the contents of documents that the input's customers name from the folder that `kundreg export --documents` "
        + "wrote.", valueName: "folder"))
  var documents: String?
  @Flag(help: "Look up companies that lack name or address; see `kundreg customer lookup`.")
  var fillMissing = false
  @OptionGroup var global: GlobalOptions

  enum Missing: String, ExpressibleByArgument, CaseIterable {
    case keep, inactivate
  }

  func validate() throws {
    if summary, !dryRun { throw ValidationError("--summary goes with --dry-run.") }
    if plan != nil, !with.isEmpty {
      throw ValidationError(
        "--plan holds one change a customer, so it does not go with --with: plan the files of records by themselves, "
          + "with --into.")
    }
    if severalRows != nil, into != nil || fillMissing {
      throw ValidationError("--several-rows goes with neither --into nor --fill-missing.")
    }
    if documents != nil, dryRun || plan != nil || into != nil {
      throw ValidationError(
        "--documents goes with an import of customers that is done, not with --dry-run, --plan or --into: leave it out there."
      )
    }
    if into != nil, typeBy != nil {
      throw ValidationError("--type-by is for customers, so it does not go with --into.")
    }
    if into != nil, fillMissing { throw ValidationError("--into goes without --fill-missing.") }
    if into != nil, !with.isEmpty || mapping != nil || sheet != nil || empty != nil || missing == .inactivate {
      throw ValidationError("--into goes with neither --with, --mapping, --sheet, --empty nor --missing.")
    }
    if let rejects, !rejects.lowercased().hasSuffix(".csv"), !rejects.lowercased().hasSuffix(".xlsx") {
      throw ValidationError("--rejects takes a path that ends in .csv or .xlsx, not \(rejects).")
    }
    if let problems, !problems.lowercased().hasSuffix(".csv"), !problems.lowercased().hasSuffix(".xlsx") {
      throw ValidationError("--problems takes a path that ends in .csv or .xlsx, not \(problems).")
    }
  }

  func run() throws {
    if let into { return try importRecords(into: into) }
    let configuration = try global.configuration()
    try global.require(plan, of: "--plan", apartFrom: configuration)
    var options = ImportOptions(input: file)
    options.mapping = mapping
    options.sheet = sheet
    options.isDryRun = dryRun || plan != nil
    options.match = match.keys
    options.empty = empty
    options.inactivatesMissing = missing == .inactivate
    options.maximumInactivated = maxInactivate.part
    options.severalRows = severalRows
    options.typeFrom = typeBy?.source
    options.rejects = rejects
    options.problems = problems
    options.plan = plan
    options.maximumRejects = maxRejects?.limit
    options.reading = configuration.limits.reading
    options.language = Output.language
    options.documents = documents
    options.with = try with.map { ImportOptions.RecordInput(try RecordTarget(name: $0.list), path: $0.path) }
    let (register, actor) = try global.enter(configuration)
    let run = try ImportRun(
      options,
      context: ImportContext(
        library: global.mappings(configuration), severities: configuration.rules,
        directory: fillMissing ? LookupRun.directory(configuration.lookup) : nil,
        documents: configuration.documents))

    let planFile = try plan.map {
      try PlanFile(path: $0, register: register, source: file, mapping: mapping)
    }
    let listing = dryRun && !summary ? ChangeListing(format: global.reportFormat) : nil
    var sinks: [any ChangeSink] = []
    if let planFile { sinks.append(planFile) }
    if let listing { sinks.append(listing) }
    let progress = ProgressLine(isQuiet: global.quiet)
    let outcome: ImportOutcome
    do {
      outcome = try run.perform(
        on: register, as: actor, changes: sinks.isEmpty ? nil : ChangeSinks(sinks), progress: progress.show)
      try planFile?.finish()
    } catch {
      progress.clear()
      planFile?.discard()
      listing?.abandon()
      throw error
    }
    progress.clear()
    ImportAccount(outcome, plan: plan).write(as: global.reportFormat, after: listing)
    let lacksDocuments = documents != nil && outcome.report.documents.map { $0.missing > 0 } ?? false
    let leavesSheets = outcome.report.unreadSheets.contains(where: \.isLeft)
    if outcome.counts.rejected > 0 || lacksDocuments || leavesSheets { throw ExitStatus.someRejected }
  }
}

extension ImportCommand {
  /// The rows of the input as records of customers that are there.
  private func importRecords(into list: String) throws {
    let configuration = try global.configuration()
    try global.require(plan, of: "--plan", apartFrom: configuration)
    var options = ImportOptions(input: file)
    options.isDryRun = dryRun || plan != nil
    options.rejects = rejects
    options.problems = problems
    options.plan = plan
    options.maximumRejects = maxRejects?.limit
    options.reading = configuration.limits.reading
    options.language = Output.language
    let (register, actor) = try global.enter(configuration)
    let run = try RecordImportRun(
      options, target: RecordTarget(name: list),
      context: ImportContext(library: global.mappings(configuration), severities: configuration.rules))
    let planFile = try plan.map { try PlanFile(path: $0, register: register, source: file, mapping: nil) }
    let listing = dryRun && !summary ? ChangeListing(format: global.reportFormat) : nil
    let sinks: [any ChangeSink] = [planFile as (any ChangeSink)?, listing].compactMap(\.self)
    let outcome: ImportOutcome
    do {
      outcome = try run.perform(on: register, as: actor, changes: sinks.isEmpty ? nil : ChangeSinks(sinks))
      try planFile?.finish()
    } catch {
      planFile?.discard()
      listing?.abandon()
      throw error
    }
    ImportAccount(outcome, plan: plan, into: list).write(as: global.reportFormat, after: listing)
    if outcome.counts.rejected > 0 { throw ExitStatus.someRejected }
  }
}

/// `--with serviceArticles=artiklar.csv`
struct RecordFileArgument: ExpressibleByArgument {
  let list: String
  let path: String

  init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else { return nil }
    list = String(argument[..<equals])
    path = String(argument[argument.index(after: equals)...])
    if path.isEmpty { return nil }
  }
}

extension EmptyPolicy: ExpressibleByArgument {}
extension SeveralRows: ExpressibleByArgument {}

/// `--type-by identity`
enum TypeBy: String, ExpressibleByArgument, CaseIterable {
  case identity

  var source: TypeSource { .identityNumber }
}

/// `--match number,identity`
struct MatchKeys: ExpressibleByArgument, CustomStringConvertible {
  let keys: [MatchKey]
  init(keys: [MatchKey]) { self.keys = keys }
  init?(argument: String) {
    let keys = argument.split(separator: ",").map { MatchKey(rawValue: String($0)) }
    guard !keys.isEmpty, keys.allSatisfy({ $0 != nil }) else { return nil }
    self.keys = keys.compactMap { $0 }
  }
  var description: String { keys.map(\.rawValue).joined(separator: ",") }
  var defaultValueDescription: String { description }
}

/// A part of a whole, written `20%`.
struct Percentage: ExpressibleByArgument {
  let part: Double
  init(part: Double) { self.part = part }
  init?(argument: String) {
    let digits = argument.hasSuffix("%") ? argument.dropLast() : argument[...]
    guard let percent = Double(digits), (0...100).contains(percent) else { return nil }
    part = percent / 100
  }
  var defaultValueDescription: String { "\(Int(part * 100))%" }
}

/// `--max-rejects 50` or `--max-rejects 5%`
struct RejectLimit: ExpressibleByArgument {
  let limit: ImportOptions.Limit
  init?(argument: String) {
    if argument.hasSuffix("%") {
      guard let part = Percentage(argument: argument) else { return nil }
      limit = .part(part.part)
    } else {
      guard let count = Int(argument), count >= 0 else { return nil }
      limit = .count(count)
    }
  }
}

/// The number of rows so far on standard error, when that is a terminal.
final class ProgressLine {
  private let isShown: Bool
  private var lastShown = 0

  init(isQuiet: Bool) { isShown = !isQuiet && isatty(STDERR_FILENO) == 1 }

  func show(_ rows: Int) {
    guard isShown, rows - lastShown >= 50_000 else { return }
    lastShown = rows
    FileHandle.standardError.write(Data("\r\(rows) rows".utf8))
  }

  func clear() {
    if lastShown > 0 { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}
