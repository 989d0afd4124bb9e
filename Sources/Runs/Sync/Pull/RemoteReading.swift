import AccountingSystems
import CustomerModel
import Differ
import Documents
import Mapping
import RegisterStore
import Rows
import SwedishIdentity
import Validation

/// Reads an accounting system's records as the card fields they are: through the same mapping and the same rules as a
/// spreadsheet's rows.
struct RemoteReading: Sendable {
  private let header: [String]
  private let mapping: CompiledMapping
  let validator: Validator
  /// The fields that the mapping reads.
  let fields: Set<FieldPath>
  /// What stands instead of a value that the system does not show; see ``AccountingSystem/withheldText``.
  private let withheld: String?
  /// The rules on numbers that would refuse a row of a file, and only warn of a record.
  private let eased: Set<String>
  /// The rules on numbers whose warnings stand until the number is mended: those, and what is but a warning of a row, too. What the
  /// configuration makes a warning is told once.
  private let standing: Set<String>

  /// What one record says, and what is wrong with it.
  struct Record: Sendable {
    var incoming: IncomingCard
    /// What is wrong with the values.
    var problems: [Problem]
    /// What is wrong with the customer that the record alone would make.
    let provisional: [Problem]
    /// What the record says of fields and the register cannot keep, numbers above all. No part of `incoming`.
    var unkept: [FieldPath: IncomingCard.Value]

    /// The value that the record gives a field; nil when it gives none or is silent.
    subscript(_ path: FieldPath) -> String? {
      if case .value(let text) = incoming.values[path] { text } else { nil }
    }

    /// The value that the record has for a field, whether or not the register can keep it.
    func said(of path: FieldPath) -> String? {
      if case .value(let text) = unkept[path] { text } else { self[path] }
    }
  }

  /// - Throws: ``KundregError`` with status 78 when the mapping lacks what a customer needs.
  init(
    _ mapping: MappingFile, options: Set<String>, severities: [String: Severity], withheld: String?,
    register: RegisterReader, today: CalendarDay
  ) throws {
    self.withheld = withheld
    let file = mapping.incoming(options: options)
    header = file.incomingHeader
    let context = try ValidationContext(
      register, severities: Self.easing(severities), today: today, origin: .system)
    self.mapping = try CompiledMapping(
      file, header: header, empty: .clear, today: today, customFields: context.customFields)
    validator = try Validator(context: context, columns: self.mapping.columns, headers: header)
    fields = Set(self.mapping.columns.map(\.path))
    standing = Set(
      RuleCatalogue.numberRules.filter { (severities[$0.code] ?? $0.severity) == .reject || $0.severity == .warn }
        .map(\.code))
    eased = Set(RuleCatalogue.numberRules.filter { (severities[$0.code] ?? $0.severity) == .reject }.map(\.code))
  }

  /// The severities with which a record is judged: none is refused for its numbers.
  private static func easing(_ severities: [String: Severity]) -> [String: Severity] {
    var severities = severities
    for rule in RuleCatalogue.numberRules where rule.allowed.contains(.warn) {
      if (severities[rule.code] ?? rule.severity) == .reject { severities[rule.code] = .warn }
    }
    return severities
  }

  /// - Parameter known: what is known of the country of the record's customer beside what the record says.
  func read(_ object: JSONNode, over known: CountrySigns = CountrySigns()) -> Record {
    var batch = mapping.map(RemoteRows.batch([shown(object)], header: header), over: known)
    let numbers = numbers(in: batch)
    validator.validate(&batch, over: known)
    let incoming = IncomingCard(row: 0, of: batch)
    let record = Record(
      incoming: incoming, problems: batch.problems.map(\.problem), provisional: batch.provisional.map(\.problem),
      unkept: numbers.filter { incoming.values[$0.key] == nil })
    return incoming[.type] == nil ? record : leavingOutWhatContradictsItself(record)
  }

  /// True for the fields of organisation, personal and VAT numbers.
  func isNumber(_ path: FieldPath) -> Bool {
    path.field.kind == .identityNumber || path.field.kind == .vatNumber
  }

  /// The organisation, personal and VAT numbers of the one row, before they are judged.
  private func numbers(in batch: RecordBatch) -> [FieldPath: IncomingCard.Value] {
    var numbers: [FieldPath: IncomingCard.Value] = [:]
    for (column, description) in batch.columns.enumerated() {
      guard isNumber(description.path) else { continue }
      numbers[description.path] = batch.text(column: column, row: 0).map { .value($0) }
    }
    return numbers
  }

  /// True for what would refuse a row of a file.
  func isEased(_ problem: Problem) -> Bool { eased.contains(problem.code) }

  /// True for what is wrong with a number until somebody mends it.
  func stands(_ problem: Problem) -> Bool { standing.contains(problem.code) }

  /// True when the system does not show what a record has at a key.
  func isWithheld(_ key: String, of object: JSONNode) -> Bool {
    withheld != nil && object[key]?.scalarText == withheld
  }

  /// True when the system does not show all that a record has.
  func withholds(someOf object: JSONNode) -> Bool {
    withheld != nil && object.members.contains { $0.value.scalarText == withheld }
  }

  /// The record without what the system does not show.
  private func shown(_ object: JSONNode) -> JSONNode {
    guard let withheld, withholds(someOf: object) else { return object }
    return .object(object.members.filter { $0.value.scalarText != withheld })
  }

  /// The record as that of a customer, whose country may be another than the record lets one think.
  func read(_ record: Record, of object: JSONNode, as customer: CustomerCard) -> Record {
    let known = CountrySigns(customer)
    return record.incoming.isReadOtherwise(over: known) ? read(object, over: known) : record
  }

  /// The record of that object as that of a customer.
  func read(_ object: JSONNode, as customer: CustomerCard) -> Record { read(read(object), of: object, as: customer) }

  /// True when two states of a record say the same of every field that is read.
  func saysTheSame(_ a: JSONNode, _ b: JSONNode) -> Bool {
    let (a, b) = (read(a), read(b))
    return a.incoming == b.incoming && a.unkept == b.unkept
  }
}
