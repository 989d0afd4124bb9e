import ArgumentParser
import ConfigurationFile
import Differ
import Foundation
import Mapping
import RegisterStore
package import Runs
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
  var maxInactivate: Percentage = Percentage(part: InactivationLimit.defaultPart)
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
  var maxRejects: ImportOptions.Limit?
  @Option(
    help: ArgumentHelp(
      "A file of records that goes with the input, in the same run: contactPersons, serviceArticles, workOrderArticles, "
        + "facilities or references. Its rows name their customers by number. May be given several times.",
      valueName: "list=file"))
  var with: [ImportRequest.RecordInput] = []
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

  enum Missing: String, WordOption {
    case keep, inactivate
  }

  func validate() throws {
    if summary, !dryRun { throw ValidationError(OptionTexts.summaryOfDryRun) }
    if let contradiction = request.contradiction { throw ValidationError(OptionTexts.contradiction(contradiction)) }
  }

  func run() throws {
    let configuration = try global.configuration()
    let (register, actor) = try global.enter(configuration)
    let listing = dryRun && !summary ? ChangeListing(format: global.reportFormat) : nil
    let progress = ProgressLine(isQuiet: global.quiet)
    let outcome: ImportOutcome
    do {
      outcome = try request.perform(
        on: register, configuration: configuration, library: global.mappings(configuration), as: actor,
        listing: listing, progress: progress.show)
    } catch {
      progress.clear()
      listing?.abandon()
      throw error
    }
    progress.clear()
    ImportAccount(outcome, plan: plan, into: into).write(as: global.reportFormat, after: listing)
    if outcome.needsAttention { throw ExitStatus.someRejected }
  }

  private var request: ImportRequest {
    var request = ImportRequest(input: file)
    request.options.mapping = mapping
    request.options.sheet = sheet
    request.options.isDryRun = dryRun
    request.options.match = match.keys
    request.options.empty = empty
    request.options.inactivatesMissing = missing == .inactivate
    request.options.maximumInactivated = maxInactivate.part
    request.options.severalRows = severalRows
    request.options.typeFrom = typeBy?.source
    request.options.rejects = rejects
    request.options.problems = problems
    request.options.plan = plan
    request.options.maximumRejects = maxRejects
    request.options.documents = documents
    request.options.language = Output.language
    request.into = into
    request.with = with
    request.fillsMissing = fillMissing
    return request
  }
}

extension ImportRequest.RecordInput: ExpressibleByArgument {
  package init?(argument: String) { self.init(written: argument) }
}

extension ImportOptions.Limit: ExpressibleByArgument {
  package init?(argument: String) { self.init(written: argument) }
}

extension EmptyPolicy: WordOption {}
extension SeveralRows: WordOption {}

/// `--type-by identity`
enum TypeBy: String, WordOption {
  case identity

  var source: TypeSource { .identityNumber }
}

/// `--match number,identity`
struct MatchKeys: ExpressibleByArgument, CustomStringConvertible {
  let keys: [MatchKey]
  init(keys: [MatchKey]) { self.keys = keys }
  init?(argument: String) {
    guard let keys = ImportOptions.matchKeys(written: argument) else { return nil }
    self.keys = keys
  }
  var description: String { keys.map(\.rawValue).joined(separator: ",") }
  var defaultValueDescription: String { description }
}

/// A part of a whole, written `20%`.
struct Percentage: ExpressibleByArgument {
  let part: Double
  init(part: Double) { self.part = part }
  init?(argument: String) {
    guard let part = ImportOptions.part(written: argument) else { return nil }
    self.part = part
  }
  var defaultValueDescription: String { "\(Int(part * 100))%" }
}
