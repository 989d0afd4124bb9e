import CustomerModel
import Differ
import RegisterStore

/// Defines the custom fields that changes put values in and the register lacks: a plan may hold those that its import
/// would have added, and an undo those that an earlier undo removed.
struct MissingCustomFields {
  private var known: Set<String>

  init(_ register: RegisterReader) throws { known = Set(try register.customFields().map(\.name)) }

  mutating func define(for change: CustomerChange, in writer: RegisterWriter) throws {
    for field in change.fields where field.path.field == .customFields && field.new != nil {
      try define(field.path.customName, in: writer)
    }
  }

  mutating func define(_ name: String, in writer: RegisterWriter) throws {
    guard known.insert(name).inserted else { return }
    try writer.addCustomField(CustomFieldDefinition(name: name, kind: .text))
  }
}
