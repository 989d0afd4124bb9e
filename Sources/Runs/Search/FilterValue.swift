import CustomerModel
import Differ
import Documents
import Foundation
import Mapping
import RegisterStore
import Rows
import SwedishIdentity
import Texts
import Validation

/// Reads the values of conditions as an import reads cells: same canonical forms, same rules.
struct FilterValue {
  private let context: ValidationContext
  private let register: RegisterReader
  let zone: TimeZone
  var today: CalendarDay { context.today }
  private var customFields: [CustomFieldDefinition] { context.customFields }

  /// - Parameter zone: of whoever typed the values: times without a zone are meant there.
  init(register: RegisterReader, today: CalendarDay, zone: TimeZone) throws {
    self.register = register
    self.zone = zone
    // Customers still have values of removed fields, and are found by them.
    let fields = try register.customFields().map {
      CustomFieldDefinition(name: $0.name, kind: $0.kind, choices: $0.choices)
    }
    context = try ValidationContext(register, severities: [:], today: today, customFields: fields, origin: .command)
  }

  /// - Throws: ``KundregError`` with status 64 for a custom field that the register lacks, a value that the field cannot
  ///   have, or a comparison that has no meaning for it.
  func condition(
    _ target: FilterTarget, _ comparison: CustomerFilter.Comparison, _ text: String
  ) throws -> CustomerFilter {
    let path = target.path
    let custom = try definition(path)
    let name = target.name
    let value: String?
    if text.isEmpty {
      guard !comparison.isOrder, comparison != .contains else {
        throw KundregError(.whereValue, FilterTexts.noValue(name, comparison.rawValue))
      }
      if let member = target.member { return try condition(target, member: member, comparison, nil) }
      value = nil
    } else if path.field.kind == .timestamp {
      return try condition(target, time: text, comparison)
    } else if let member = target.member {
      return try condition(target, member: member, comparison, text)
    } else if comparison == .contains {
      guard path.field.kind != .boolean, custom?.kind != .boolean else {
        throw KundregError(.whereValue, FilterTexts.isYesOrNo(name))
      }
      value = text
    } else {
      if comparison.isOrder { try requireOrder(path, name: name, custom) }
      value = try canonical(text, path, name: name, custom, comparison)
    }
    let condition = CustomerFilter.condition(
      CustomerFilter.Condition(path, ofAnyPerson: target.isOfAnyPerson, comparison, value))
    let others = try foreignForms(of: text, path, comparison).filter { $0 != value }
    guard !others.isEmpty else { return condition }
    let all = [condition] + others.map { .condition(CustomerFilter.Condition(path, comparison, $0)) }
    return comparison == .notEqual ? .all(all) : .any(all)
  }

  /// The other forms in which customers abroad may have a value, which are not brought into the Swedish one.
  private func foreignForms(
    of text: String, _ path: FieldPath, _ comparison: CustomerFilter.Comparison
  ) throws -> [String] {
    guard let typed = Self.foreignForm(text, comparison) else { return [] }
    if path.field.kind == .postalCode { return [typed] }
    return path.field == .identityNumber ? try register.spellings(ofIdentity: typed) : []
  }

  /// The form that a value has which is not brought into the Swedish one: `80331` is a German postal code, too.
  static func foreignForm(_ text: String, _ comparison: CustomerFilter.Comparison) -> String? {
    guard comparison == .equal || comparison == .notEqual, !text.isEmpty else { return nil }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The definition of a custom field; nil for every other field.
  ///
  /// - Throws: ``KundregError`` `field.unknown` with status 64.
  func definition(_ path: FieldPath) throws -> CustomFieldDefinition? {
    guard path.field == .customFields else { return nil }
    if let definition = customFields.first(where: { $0.name == path.customName }) { return definition }
    throw KundregError(
      .fieldUnknown,
      FilterTexts.unknownCustomField(path.customName, known: customFields.map { "customFields.\($0.name)" }))
  }

  private func requireOrder(_ path: FieldPath, name: String, _ custom: CustomFieldDefinition?) throws {
    let isFlag = path.field.kind == .boolean || custom?.kind == .boolean
    if isFlag || path.field.isSet || path.field.recordKind != nil {
      throw KundregError(.whereOrder, FilterTexts.noOrder(name))
    }
  }

  private func canonical(
    _ text: String, _ path: FieldPath, name: String, _ custom: CustomFieldDefinition?,
    _ comparison: CustomerFilter.Comparison
  ) throws -> String {
    // The beginning of a day is enough where days are ordered.
    if custom?.kind == .date, comparison.isOrder, text.wholeMatch(of: /\d{4}(-\d\d)?/) != nil { return text }
    if path.field.kind == .customerNumber || path.field.recordKind != nil { return text }
    // What is ordered, but no number and no date, need not be a whole value: name>=M.
    if comparison.isOrder, path.field.kind != .percent, custom?.kind != .number, custom?.kind != .date { return text }
    if let value = try imported(text, path) { return value }
    throw KundregError(
      .whereValue,
      FilterTexts.badValue(name, IdentityMask.masked(text, of: path.field), allowed(path, custom)))
  }

  /// The canonical value that an import would store for the text; nil when it would not.
  private func imported(_ text: String, _ path: FieldPath) throws -> String? {
    let read = try TypedRow([(path, text)], empty: .keep, context: context, origin: "the condition").read()
    guard try read.problems.allSatisfy({ try $0.severity != .reject || isForeign(text, $0, path) }) else { return nil }
    guard case .value(let value) = read.card.values[path] else { return nil }
    return value
  }

  /// True for what may be another country's number: customers abroad have theirs as they were typed. What is a Swedish number
  /// but for its check digit or its date is most likely mistyped, unless a customer has it, such as a Dane's 010190-1234.
  private func isForeign(_ text: String, _ problem: Problem, _ path: FieldPath) throws -> Bool {
    switch (path.field, problem.code) {
    case (.identityNumber, "identity.shape"), (.vatNumber, "vatNumber.country"): true
    case (.identityNumber, "identity.checksum"), (.identityNumber, "identity.date"):
      try !register.spellings(ofIdentity: text).isEmpty
    default: false
    }
  }

  /// What the field's values are, in a sentence.
  private func allowed(_ path: FieldPath, _ custom: CustomFieldDefinition?) -> Text {
    switch custom?.kind {
    case .choice: return FilterTexts.choice(custom?.choices ?? [])
    case .boolean: return FilterTexts.yesOrNo
    case .number: return FilterTexts.number
    case .date: return FilterTexts.date
    case .text, nil: break
    }
    switch path.field.kind {
    case .choice(let words): return FilterTexts.choice(words)
    case .boolean: return FilterTexts.yesOrNo
    case .identityNumber, .identityNumberSet: return FilterTexts.identityNumber
    case .vatNumber: return FilterTexts.vatNumber
    case .percent: return FilterTexts.percent
    case .language: return FilterTexts.language
    case .country: return FilterTexts.country
    case .timestamp: return FilterTexts.time
    case .email: return FilterTexts.email
    case .phone: return FilterTexts.phone
    case .reference(let kind), .set(let kind):
      let names = (context.known[kind] ?? []).sorted()
      return names.isEmpty ? FilterTexts.noNames(kind) : FilterTexts.choice(names)
    case .customerNumber, .text, .postalCode, .website, .custom, .records: return FilterTexts.part
    }
  }
}
