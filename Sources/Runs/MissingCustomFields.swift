import CustomerModel
import Differ
import Foundation
import RegisterStore

/// Defines the custom fields that changes put values in and the register lacks: a plan may hold those that its import
/// would have added, and an undo those that an earlier undo removed.
struct MissingCustomFields {
  private var known: Set<String>
  /// What fields were; one that is not here is text.
  private let former: [CustomFieldDefinition]

  init(_ register: RegisterReader, former: [CustomFieldDefinition] = []) throws {
    known = Set(try register.customFields().map(\.name))
    self.former = former
  }

  mutating func define(for change: CustomerChange, in writer: RegisterWriter) throws {
    for field in change.fields where field.path.field == .customFields && field.new != nil {
      try define(field.path.customName, in: writer)
    }
  }

  mutating func define(_ name: String, in writer: RegisterWriter) throws {
    guard known.insert(name).inserted else { return }
    try writer.addCustomField(
      former.first { $0.name == name } ?? CustomFieldDefinition(name: name, kind: .text))
  }
}

extension RunRecord {
  /// The custom fields that an import added, by its report.
  var addedCustomFields: [CustomFieldDefinition] {
    struct Report: Decodable {
      let addedCustomFields: [String]?
      let addedCustomFieldKinds: [String: String]?
    }
    let report = report.flatMap { try? JSONDecoder().decode(Report.self, from: Data($0.utf8)) }
    guard let report else { return [] }
    return (report.addedCustomFields ?? []).map { name in
      let heading = report.addedCustomFieldKinds?[name].flatMap { CustomFieldHeading(name: name, kind: $0) }
      return heading?.definition ?? CustomFieldDefinition(name: name, kind: .text)
    }
  }
}
