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
      guard known.insert(field.path.customName).inserted else { continue }
      try writer.addCustomField(CustomFieldDefinition(name: field.path.customName, kind: .text))
    }
  }
}
