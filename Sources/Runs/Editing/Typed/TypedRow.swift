import CustomerModel
import Differ
import Mapping
import Rows
import SwedishIdentity
import Validation

/// Values that a person typed for fields, read and judged as one row of a file whose headings are the fields' names.
struct TypedRow {
  let validator: Validator
  private let mapping: CompiledMapping
  private let rows: RowBatch

  /// - Parameters:
  ///   - values: at least one; no field twice.
  ///   - empty: what an empty value does.
  ///   - origin: what errors call the place where they were typed.
  init(
    _ values: [(path: FieldPath, text: String)], empty: EmptyPolicy, context: ValidationContext, origin: String
  ) throws {
    let header = values.map(\.path.description)
    mapping = try CompiledMapping(
      MappingFile(fields: values.map { ($0.path, $0.path.description) }, origin: origin), header: header, empty: empty,
      today: context.today, customFields: context.customFields)
    validator = try Validator(context: context, columns: mapping.columns, headers: header)
    var rows = RowBatch()
    for value in values {
      rows.cells.append(.init(start: rows.arena.count, length: value.text.utf8.count))
      rows.arena += value.text.utf8
    }
    rows.rows = [.init(firstCell: 0, cellCount: values.count, position: 1)]
    self.rows = rows
  }

  /// The canonical values and what is wrong with them.
  ///
  /// - Parameter known: what is known of the customer's country beside them.
  func read(over known: CountrySigns = CountrySigns()) -> (card: IncomingCard, problems: [Problem]) {
    var batch = mapping.map(rows, over: known)
    validator.validate(&batch, over: known)
    return (IncomingCard(row: 0, of: batch), batch.problems.map(\.problem))
  }
}
