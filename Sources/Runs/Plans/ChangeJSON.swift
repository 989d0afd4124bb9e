import CustomerModel
package import Differ
package import Documents
import Foundation
import Texts
import Writers

/// A change as the JSON of plans and dry runs: `{"number": …, "action": …, "fields": {NAME: {"old": …, "new": …}}}`.
package enum ChangeJSON {
  /// - Parameter masked: true for what people read; a plan that is to be applied needs the values themselves.
  package static func node(_ change: CustomerChange, masked: Bool) -> JSONNode {
    var members: [JSONNode.Member] = [
      .init(key: "number", value: .text(masked ? IdentityMask.maskedNumber(change.number) : change.number)),
      .init(key: "action", value: .text(change.action.rawValue)),
    ]
    if let revision = change.revision { members.append(.init(key: "revision", value: .number(String(revision)))) }
    let fields = change.fields.map { field in
      JSONNode.Member(
        key: field.path.description,
        value: .object([
          .init(key: "old", value: value(field.old, of: field.path.field, masked: masked)),
          .init(key: "new", value: value(field.new, of: field.path.field, masked: masked)),
        ]))
    }
    members.append(.init(key: "fields", value: .object(fields)))
    return .object(members)
  }

  private static func value(_ text: String?, of field: Field, masked: Bool) -> JSONNode {
    guard let text else { return .null }
    let shown = masked ? IdentityMask.masked(text, of: field) : text
    if field.kind == .boolean { return .boolean(text == "1") }
    if field.kind == .percent { return .number(text) }
    if field.isSet { return .array(CustomerCard.names(inSet: shown).map { .text($0) }) }
    return .text(shown)
  }

  /// Reads a change back.
  ///
  /// - Throws: ``KundregError`` `plan.malformed` with status 78.
  static func change(_ bytes: [UInt8]) throws -> CustomerChange {
    guard let document = try? JSONParser.parse(bytes), case .text(let number)? = document["number"]?.content,
      case .text(let word)? = document["action"]?.content, case .object(let members)? = document["fields"]?.content,
      let revision = revision(document["revision"])
    else { throw malformed(PlanTexts.unreadable) }
    guard let action = CustomerChange.Action(rawValue: word) else {
      throw malformed(PlanTexts.unknownAction(word, customer: number))
    }
    let fields = try members.map { member in
      guard let path = FieldPath(member.key) else {
        throw malformed(PlanTexts.unknownField(member.key, customer: number))
      }
      guard case .object = member.value.content else { throw malformed(PlanTexts.unreadable) }
      return FieldChange(
        path, old: try text(member.value["old"], of: path.field), new: try text(member.value["new"], of: path.field))
    }
    if let torn = fields.first(where: { [$0.old, $0.new].contains { $0?.utf8.contains(0) == true } }) {
      throw malformed(PlanTexts.tornValue(torn.path, customer: number))
    }
    if let twice = Dictionary(grouping: fields, by: \.path).first(where: { $0.value.count > 1 })?.key {
      throw malformed(PlanTexts.fieldTwice(twice, customer: number))
    }
    if action == .create, fields.first(where: { $0.path.field == .number })?.new != number {
      throw malformed(PlanTexts.otherNumber(number))
    }
    return CustomerChange(
      number: number, action: action, revision: revision, fields: fields.sorted { $0.path < $1.path })
  }

  static func malformed(_ mistake: Text) -> KundregError {
    KundregError(.planMalformed, PlanTexts.malformed(mistake))
  }

  /// The revision that a change rests on: nil in the optional for none. Nil when it is no whole number.
  private static func revision(_ value: JSONValue?) -> Int?? {
    switch value?.content {
    case nil, .null: .some(nil)
    case .number(let digits): Int(digits).map { .some($0) }
    default: nil
    }
  }

  /// A JSON value as a field may have it; nil for none.
  private static func text(_ value: JSONValue?, of field: Field) throws -> String? {
    switch value?.content {
    case nil, .null: return nil
    case .text(let text): return text
    case .boolean(let flag): return flag ? "1" : "0"
    case .number(let digits):
      guard let number = Decimal(string: digits, locale: Locale(identifier: "en_US_POSIX")) else {
        throw malformed(PlanTexts.unreadable)
      }
      return "\(number)"
    case .array(let items):
      return CustomerCard.set(
        of: try items.map { item in
          guard case .text(let name) = item.content else { throw malformed(PlanTexts.unreadable) }
          return name
        })
    case .object: throw malformed(PlanTexts.unreadable)
    }
  }
}
