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

  /// What one record says, and what is wrong with it.
  struct Record: Sendable {
    let incoming: IncomingCard
    /// What is wrong with the values.
    let problems: [Problem]
    /// What is wrong with the customer that the record alone would make.
    let provisional: [Problem]

    /// The value that the record gives a field; nil when it gives none or is silent.
    subscript(_ path: FieldPath) -> String? {
      if case .value(let text) = incoming.values[path] { text } else { nil }
    }
  }

  /// - Throws: ``KundregError`` with status 78 when the mapping lacks what a customer needs.
  init(
    _ mapping: MappingFile, options: Set<String>, severities: [String: Severity], register: RegisterReader,
    today: CalendarDay
  ) throws {
    let file = mapping.incoming(options: options)
    header = file.incomingHeader
    let context = try ValidationContext(register, severities: severities, today: today)
    self.mapping = try CompiledMapping(
      file, header: header, empty: .clear, today: today, customFields: context.customFields)
    validator = try Validator(context: context, columns: self.mapping.columns, headers: header)
    fields = Set(self.mapping.columns.map(\.path))
  }

  func read(_ object: JSONNode) -> Record {
    var batch = mapping.map(RemoteRows.batch([object], header: header))
    validator.validate(&batch)
    return Record(
      incoming: IncomingCard(row: 0, of: batch), problems: batch.problems.map(\.problem),
      provisional: batch.provisional.map(\.problem))
  }

  /// True when two states of a record say the same of every field that is read.
  func saysTheSame(_ a: JSONNode, _ b: JSONNode) -> Bool { read(a).incoming == read(b).incoming }
}
