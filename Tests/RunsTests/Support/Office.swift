import CustomerModel
import Differ
import Foundation
import Mapping
import RegisterStore
import Rows
@_spi(CommandLine) import Runs
import SwedishIdentity
import TestSupport
import Testing

/// A register, a folder for its files, and the mappings at hand.
struct Office {
  let folder: TemporaryFolder
  let register: Register
  var library: MappingLibrary
  var severities: [String: Severity] = [:]
  var actor = ActingUser.unnamed("anna")

  static let today = CalendarDay(year: 2026, month: 11, day: 23)

  init(_ settings: [Setting: Int] = [:], mapping json: String = Office.mapping) throws {
    folder = try TemporaryFolder()
    register = try Register.create(at: folder.file("r.db"))
    library = MappingLibrary([try MappingFile(json: Array(json.utf8), origin: "kunder.json")])
    try set(settings)
  }

  private init(_ office: Office, register: Register) {
    folder = office.folder
    library = office.library
    severities = office.severities
    self.register = register
  }

  func set(_ settings: [Setting: Int]) throws {
    try register.write { writer throws in for (setting, value) in settings { try writer.set(setting, to: value) } }
  }

  /// An office with a copy of this one's register: the same identity, so that plans of one fit the other.
  func twin() throws -> Office {
    let path = folder.file("twin-\(UUID().uuidString).db")
    try register.backUp(to: path)
    return Office(self, register: try Register(existing: path))
  }

  /// Headings of an ordinary list; every other field by its public name.
  static let mapping = """
    {"name": "kunder", "columns": [
      {"field": "number", "headers": ["Nr"]}, {"field": "name", "headers": ["Namn"], "required": true},
      {"field": "type", "headers": ["Typ"]}, {"field": "identityNumber", "headers": ["Orgnr"]},
      {"field": "phone", "headers": ["Telefon"]}, {"field": "email", "headers": ["E-post"]},
      {"field": "active", "headers": ["Aktiv"]}, {"field": "tags", "headers": ["Taggar"]},
      {"field": "costCenter", "headers": ["Kst"]}, {"field": "discountLetters", "headers": ["Rabatt"], "unknown": "reject"}
    ]}
    """

  /// The mappings that come with the program.
  static func shippedMappings() throws -> MappingLibrary {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let root = tests.deletingLastPathComponent().deletingLastPathComponent()
    return try MappingLibrary(folders: [root.appendingPathComponent("Mappings").path])
  }

  // MARK: Runs

  /// The limit of memory is the program's. Here thousands of tests share a process, and what others take at the same time is no fault
  /// of the input.
  func options(_ name: String) -> ImportOptions {
    var options = ImportOptions(input: name.hasPrefix("/") ? name : folder.file(name))
    options.reading.maximumMemory = 8 << 30
    return options
  }

  /// Imports a file of the folder. Every row must be accounted for.
  @discardableResult
  func importing(
    _ name: String, changes: (any ChangeSink)? = nil, _ choose: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportOutcome {
    var options = options(name)
    choose(&options)
    let run = try ImportRun(options, context: ImportContext(library: library, severities: severities))
    let outcome = try run.perform(on: register, as: actor, today: Self.today, changes: changes)
    let counts = outcome.counts
    #expect(
      counts.rows == counts.created + counts.updated + counts.unchanged + counts.reactivated + counts.rejected,
      "\(name): \(counts)")
    return outcome
  }

  /// Writes a text as `kunder.csv` and imports it.
  @discardableResult
  func importing(text: String, _ choose: (inout ImportOptions) -> Void = { _ in }) throws -> ImportOutcome {
    try folder.write(text, to: "kunder.csv")
    return try importing("kunder.csv", choose)
  }

  /// The error of an import that must fail and leave the register as it was.
  func failure(_ name: String, _ choose: (inout ImportOptions) -> Void = { _ in }) throws -> KundregError {
    let before = try state()
    let runs = try register.read { try $0.runs() }
    do {
      try importing(name, choose)
    } catch let error as KundregError {
      let after = try state()
      let runsAfter = try register.read { try $0.runs() }
      #expect(after == before)
      #expect(runsAfter == runs)
      return error
    }
    throw Unexpected(what: "the import of \(name) did not fail")
  }

  @discardableResult
  func undo(_ run: Int) throws -> RunOutcome { try UndoRun.perform(run, on: register, as: actor) }

  // MARK: What there is

  func state() throws -> RegisterState { try register.read(RegisterState.init) }
  func card(_ number: String) throws -> CustomerCard? { try state().cards[number] }

  /// The names of the folder's files, hidden ones too, but for the register's own.
  var files: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.contains(".db") }.sorted()
    }
  }

  func read(_ name: String) throws -> String { try String(contentsOfFile: folder.file(name), encoding: .utf8) }
}

struct Unexpected: Error { let what: String }

/// All that an undo must bring back: cards without the times of runs, lists and custom fields.
struct RegisterState: Equatable {
  var cards: [String: CustomerCard] = [:]
  var lists: [ReferenceKind: [String]] = [:]
  var customFields: [CustomFieldDefinition]

  init(_ reader: RegisterReader) throws {
    var search = CustomerSearch()
    search.activity = .all
    for id in try reader.customers(search) {
      guard let card = try reader.card(ofCustomer: id), let number = card[.number] else { continue }
      cards[number] = CustomerCard(card.values.filter { !$0.key.field.isReadOnly })
    }
    for kind in ReferenceKind.allCases { lists[kind] = try reader.references(kind) }
    customFields = try reader.customFields()
  }

  /// What differs in another state, a line each: empty when the two are equal.
  func differences(in other: RegisterState) -> [String] {
    var lines: [String] = []
    for number in Set(cards.keys).union(other.cards.keys).sorted() {
      guard let mine = cards[number], let its = other.cards[number] else {
        lines.append("\(number) is \(cards[number] == nil ? "new" : "gone")")
        continue
      }
      for change in CardDiffer.changes(from: mine, to: its) {
        lines.append("\(number) \(change.path): \(change.old ?? "-") > \(change.new ?? "-")")
      }
    }
    for kind in ReferenceKind.allCases where lists[kind] != other.lists[kind] {
      lines.append("\(kind): \(lists[kind] ?? []) > \(other.lists[kind] ?? [])")
    }
    if customFields != other.customFields { lines.append("fields: \(customFields) > \(other.customFields)") }
    return lines
  }
}

/// Keeps the changes of a run.
final class Changes: ChangeSink {
  private(set) var all: [CustomerChange] = []
  func add(_ change: CustomerChange) { all.append(change) }

  var lines: [String] {
    all.map { change in
      let fields = change.fields.map { "\($0.path) \($0.old ?? "-")>\($0.new ?? "-")" }
      return "\(change.action) \(change.number): \(fields.joined(separator: ", "))"
    }
  }
}

extension RunRecord.Counts {
  init(
    rows: Int = 0, created: Int = 0, updated: Int = 0, unchanged: Int = 0, reactivated: Int = 0, inactivated: Int = 0,
    deleted: Int = 0, rejected: Int = 0, warnings: Int = 0
  ) {
    self.init()
    self.rows = rows
    self.created = created
    self.updated = updated
    self.unchanged = unchanged
    self.reactivated = reactivated
    self.inactivated = inactivated
    self.deleted = deleted
    self.rejected = rejected
    self.warnings = warnings
  }
}

/// Identity numbers with the right last digit, made without the code under test.
enum TestIdentity {
  /// An organisation number of the series 5599.
  static func organisation(_ ordinal: Int) -> String {
    let digits = "5599" + String(format: "%05d", ordinal)
    return digits.prefix(6) + "-" + digits.suffix(3) + checkDigit(digits)
  }

  /// A personal number among those that Skatteverket reserves for tests: birth numbers from 980.
  static func person(_ ordinal: Int) -> String {
    let digits =
      String(format: "%02d%02d", 50 + ordinal % 40, 1 + ordinal / 40 % 12) + "15" + String(980 + ordinal % 20)
    return "19" + digits.prefix(6) + "-" + digits.suffix(3) + checkDigit(digits)
  }

  private static func checkDigit(_ nine: String) -> String {
    let sum = nine.enumerated().reduce(0) { sum, digit in
      let product = digit.element.wholeNumberValue! * (digit.offset % 2 == 0 ? 2 : 1)
      return sum + product / 10 + product % 10
    }
    return String((10 - sum % 10) % 10)
  }
}
