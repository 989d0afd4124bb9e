import CustomerModel
import Differ
import Foundation
import RegisterStore
import Texts

/// Defines the custom fields that changes put values in and the register lacks: a plan may hold those that its import
/// would have added, and an undo those that an earlier undo removed.
struct MissingCustomFields {
  private var known: Set<String>
  /// What fields were; one that is not here is text.
  private let former: [CustomFieldDefinition]
  /// What was defined, in that order.
  private(set) var defined: [CustomFieldDefinition] = []

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
    let definition = former.first { $0.name == name } ?? CustomFieldDefinition(name: name, kind: .text)
    try writer.addCustomField(definition)
    defined.append(definition)
  }
}

extension RunRecord {
  /// The custom fields that an import or a plan added, by its report.
  ///
  /// - Throws: ``KundregError`` `run.report` with status 1 when the report cannot be read: what the fields were would be lost.
  func addedCustomFields() throws -> [CustomFieldDefinition] {
    struct Report: Decodable {
      let addedCustomFields: [String]?
      let addedCustomFieldKinds: [String: String]?
    }
    guard let text = self.report else { return [] }
    let report: Report
    do {
      report = try JSONDecoder().decode(Report.self, from: Data(text.english.utf8))
    } catch {
      throw KundregError(.runReport, PlanTexts.unreadableReport(run: id))
    }
    return (report.addedCustomFields ?? []).map { name in
      let heading = report.addedCustomFieldKinds?[name].flatMap { CustomFieldHeading(name: name, kind: $0) }
      return heading?.definition ?? CustomFieldDefinition(name: name, kind: .text)
    }
  }
}
