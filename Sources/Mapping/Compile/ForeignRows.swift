import CustomerModel
import Rows

/// What a mapping must look at again in rows of customers abroad, whose values have no Swedish forms.
///
/// A mapping works column by column, and a row's country may stand in any of them. So all rows get the Swedish forms, which
/// nearly all rows have, and the few whose country is another, or may be, are looked at once more.
struct ForeignRows: Sendable {
  /// The programs with steps that make a Swedish form, in ``MappingPlan/programs``.
  var programs: [Int] = []
  /// The record columns of ``CountryEvidence``, in its order; -1 for what the mapping does not fill.
  var columns = [Int](repeating: -1, count: CountryEvidence.allCases.count)
  /// From this place on they are telephone numbers.
  static let phonePlace = CountryEvidence.phone.rawValue
  static let vatNumberPlace = CountryEvidence.vatNumber.rawValue
  /// True when the mapping fills any of them.
  var hasEvidence = false
}

extension MappingCompiler {
  /// Marks steps that make a Swedish form of a field.
  mutating func markSwedishForms(_ operations: Range<Int>, of path: FieldPath) {
    for index in operations {
      plan.operations[index].swedishForm = swedishForm(plan.operations[index], of: path.field)
    }
  }

  private func swedishForm(_ operation: MappingPlan.Operation, of field: Field) -> LeftForms {
    switch operation.code {
    case .identityNumber: return field == .identityNumber ? .identity : []
    case .postalCode:
      return CountryEvidence(ofPostalCode: field).map { LeftForms.addresses[$0.rawValue] } ?? []
    case .phone:
      let callingCode = plan.literals[operation.first..<operation.first + operation.second]
      return callingCode.elementsEqual("46".utf8) ? .ofCustomer : []
    case .records: return RecordKind.allCases[operation.first] == .facility ? .ofCustomer : []
    default: return []
    }
  }

  /// Finds what is to be looked at in rows of customers abroad. To be called when the plan is complete.
  mutating func findForeignRows() {
    for (index, column) in columns.enumerated() {
      if let evidence = CountryEvidence(column.path.field) {
        plan.foreignRows.columns[evidence.rawValue] = index
        // An identity number only tells beside a country.
        if evidence != .identityNumber { plan.foreignRows.hasEvidence = true }
      }
    }
    plan.foreignRows.programs = plan.programs.indices.filter { index in
      let program = plan.programs[index]
      let ranges = [program.operations] + program.outputs.map { plan.outputs[$0].operations }
      return ranges.contains { $0.contains { !plan.operations[$0].swedishForm.isEmpty } }
    }
  }
}

extension Workspace {
  /// Takes Swedish forms back where a row's customer, or one of its addresses, is not certainly in Sweden.
  mutating func leaveForms(_ block: Range<Int>) {
    guard plan.foreignRows.hasEvidence || hasBackground else { return }
    for row in block where !isPlainlySwedish(row) {
      leftForms = signs(row).leftForms
      guard !leftForms.isEmpty else { continue }
      for index in plan.foreignRows.programs { run(plan.programs[index], row) }
      leftForms = []
    }
  }

  /// What is known of the country of a row's customer.
  func signs(_ row: Int) -> CountrySigns {
    CountrySigns(over: background) { evidence in
      let column = plan.foreignRows.columns[evidence.rawValue]
      guard column >= 0 else { return .nothing }
      let value = values[column * rows.count + row]
      if value.isClear { return .cleared }
      return value.isPresent ? .text(buffer(Piece(start: Int(value.start), length: Int(value.length)))) : .nothing
    }
  }

  /// True when nothing in a row can speak of another country: most rows are told by a byte or two a column.
  @inline(__always)
  func isPlainlySwedish(_ row: Int) -> Bool {
    guard !hasBackground else { return false }
    for (place, column) in plan.foreignRows.columns[..<CountryEvidence.identityNumber.rawValue].enumerated()
    where column >= 0 {
      let value = values[column * rows.count + row]
      guard value.isPresent else { continue }
      let text = bytes(Piece(start: Int(value.start), length: Int(value.length)))
      if place >= ForeignRows.phonePlace {
        guard value.length > 1 else { continue }
        if text[0] == UInt8(ascii: "0"), text[1] != UInt8(ascii: "0") { continue }
        if text[0] > 0x30, text[0] <= 0x39 { continue }
        if value.length > 2, text[0] == UInt8(ascii: "+"), text[1] == UInt8(ascii: "4"), text[2] == UInt8(ascii: "6") {
          continue
        }
        return false
      }
      guard value.length > 1, text[0] == UInt8(ascii: "S"), text[1] == UInt8(ascii: "E"),
        value.length == 2 || place == ForeignRows.vatNumberPlace
      else { return false }
    }
    return true
  }
}
