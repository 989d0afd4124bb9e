package import CustomerModel
import Differ
import Documents
import Mapping
import RegisterStore
import Rows
import SwedishIdentity
import Validation

/// Values that a person typed for fields, read as an import reads a row's cells: same canonical forms, same rules.
package struct FieldAssignments: Sendable {
  /// One `FIELD=VALUE`; an empty value clears.
  package struct Assignment: Sendable, Equatable {
    package let path: FieldPath
    package let value: String
    package init(_ path: FieldPath, _ value: String) {
      self.path = path
      self.value = value
    }
  }

  let incoming: IncomingCard
  /// What is wrong with the values.
  let problems: [Problem]
  let validator: Validator

  /// - Throws: ``KundregError`` `edit.readOnly` with status 64 for a field that only the register writes.
  init(
    _ assignments: [Assignment], register: RegisterReader, severities: [String: Severity], today: CalendarDay
  ) throws {
    let columns = try assignments.map { assignment in
      guard !assignment.path.field.isReadOnly else {
        throw KundregError(
          .usage, code: "edit.readOnly", "\(assignment.path) is written by the register itself and cannot be set.")
      }
      let name = JSONNode.text(assignment.path.description)
      return JSONNode.object([.init(key: "field", value: name), .init(key: "headers", value: .array([name]))])
    }
    let mapping = try MappingFile(
      json: JSONNode.object([.init(key: "columns", value: .array(columns))]).bytes(), origin: "the command line")
    let header = assignments.map(\.path.description)
    let customFields = try register.customFields()
    let compiled = try CompiledMapping(mapping, header: header, empty: .clear, today: today, customFields: customFields)
    var known: [ReferenceKind: Set<String>] = [:]
    for kind in ReferenceKind.allCases { known[kind] = Set(try register.references(kind)) }
    validator = try Validator(
      context: ValidationContext(
        settings: try register.settings(), severities: severities, today: today, customFields: customFields,
        known: known),
      columns: compiled.columns, headers: header)
    var rows = RowBatch()
    for assignment in assignments {
      rows.cells.append(.init(start: rows.arena.count, length: assignment.value.utf8.count))
      rows.arena += assignment.value.utf8
    }
    rows.rows = [.init(firstCell: 0, cellCount: assignments.count, position: 1)]
    var batch = compiled.map(rows)
    validator.validate(&batch)
    incoming = IncomingCard(row: 0, of: batch)
    problems = batch.problems.map(\.problem)
  }
}
