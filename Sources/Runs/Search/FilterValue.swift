import CustomerModel
import Texts
import Differ
import Documents
import Mapping
import RegisterStore
import Rows
import SwedishIdentity
import Validation

/// Reads the values of conditions as an import reads cells: same canonical forms, same rules.
struct FilterValue {
  private let context: ValidationContext
  private let register: RegisterReader
  var today: CalendarDay { context.today }
  private var customFields: [CustomFieldDefinition] { context.customFields }

  init(register: RegisterReader, today: CalendarDay) throws {
    self.register = register
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
        throw KundregError(
          .usage, code: "where.value",
          "\(name)\(comparison.rawValue) lacks a value. \(name)= asks for customers without one, \(name)!= for those with "
            + "one.")
      }
      if let member = target.member { return try condition(target, member: member, comparison, nil) }
      value = nil
    } else if let member = target.member {
      return try condition(target, member: member, comparison, text)
    } else if comparison == .contains {
      guard path.field.kind != .boolean, custom?.kind != .boolean else {
        throw KundregError(.usage, code: "where.value", "\(name) is yes or no: ask with \(name)=yes or \(name)=no.")
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
    let names = customFields.map { "customFields.\($0.name)" }
    throw KundregError(
      .usage, code: "field.unknown",
      "There is no custom field \(path.customName). "
        + (names.isEmpty ? "The register has none." : "The register has \(names.joined(separator: ", "))."))
  }

  private func requireOrder(_ path: FieldPath, name: String, _ custom: CustomFieldDefinition?) throws {
    let isFlag = path.field.kind == .boolean || custom?.kind == .boolean
    if isFlag || path.field.isSet || path.field.recordKind != nil {
      throw KundregError(
        .usage, code: "where.order",
        "The values of \(name) have no order, so >, >=, < and <= mean nothing there. Use =, != or ~.")
    }
  }

  private func canonical(
    _ text: String, _ path: FieldPath, name: String, _ custom: CustomFieldDefinition?,
    _ comparison: CustomerFilter.Comparison
  ) throws -> String {
    if path.field.kind == .timestamp || custom?.kind == .date && comparison.isOrder,
      text.wholeMatch(of: /\d{4}(-\d\d(-\d\d([T ]\d\d(:\d\d(:\d\d)?)?Z?)?)?)?/) != nil
    {
      return text.replacing(" ", with: "T")
    }
    if path.field.kind == .customerNumber || path.field.recordKind != nil { return text }
    // What is ordered, but no number and no date, need not be a whole value: name>=M.
    if comparison.isOrder, path.field.kind != .percent, path.field.kind != .timestamp, custom?.kind != .number,
      custom?.kind != .date
    {
      return text
    }
    if path.field.kind != .timestamp, let value = try imported(text, path) { return value }
    throw KundregError(
      .usage, code: "where.value",
      "\(name) cannot be \(IdentityMask.masked(text, of: path.field)). \(allowed(path, custom))")
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
  private func allowed(_ path: FieldPath, _ custom: CustomFieldDefinition?) -> String {
    let choice = { (words: [String]) in "It is \(words.joined(separator: ", "))." }
    switch custom?.kind {
    case .choice: return choice(custom?.choices ?? [])
    case .boolean: return choice(["yes", "no"])
    case .number: return "It is a number."
    case .date: return "It is a date, 2026-11-24."
    case .text, nil: break
    }
    switch path.field.kind {
    case .choice(let words): return choice(words)
    case .boolean: return choice(["yes", "no"])
    case .identityNumber, .identityNumberSet:
      return "It is an identity number with a right check digit, with or without century and hyphen."
    case .vatNumber: return "It is a VAT number with its country, SE556677889901."
    case .percent: return "It is a number from 0 to 100."
    case .language: return "It is a language, sv or svenska."
    case .country: return "It is a country, SE or Sverige."
    case .timestamp: return "It is a time in UTC or its beginning: 2026, 2026-11, 2026-11-24, 2026-11-24T22:00:00Z."
    case .email: return "It is an e-mail address; part of one is found with ~."
    case .phone: return "It is a telephone number; part of one is found with ~."
    case .reference(let kind), .set(let kind):
      let names = (context.known[kind] ?? []).sorted()
      return names.isEmpty ? "The register has no \(kind.label.english) yet." : choice(names)
    case .customerNumber, .text, .postalCode, .website, .custom, .records: return "Part of one is found with ~."
    }
  }
}
