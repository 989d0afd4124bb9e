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
    struct Document: Decodable {
      let number: String
      let action: String
      let revision: Int?
      let fields: [String: [String: Value]]
    }
    let document: Document
    do {
      document = try JSONDecoder().decode(Document.self, from: Data(bytes))
    } catch {
      throw malformed(PlanTexts.unreadable)
    }
    guard let action = CustomerChange.Action(rawValue: document.action) else {
      throw malformed(PlanTexts.unknownAction(document.action, customer: document.number))
    }
    let fields = try document.fields.map { name, values in
      guard let path = FieldPath(name) else {
        throw malformed(PlanTexts.unknownField(name, customer: document.number))
      }
      return FieldChange(path, old: values["old"]?.text(path.field), new: values["new"]?.text(path.field))
    }
    if let torn = fields.first(where: { [$0.old, $0.new].contains { $0?.utf8.contains(0) == true } }) {
      throw malformed(PlanTexts.tornValue(torn.path, customer: document.number))
    }
    if let twice = Dictionary(grouping: fields, by: \.path).first(where: { $0.value.count > 1 })?.key {
      throw malformed(PlanTexts.fieldTwice(twice, customer: document.number))
    }
    if action == .create, fields.first(where: { $0.path.field == .number })?.new != document.number {
      throw malformed(PlanTexts.otherNumber(document.number))
    }
    return CustomerChange(
      number: document.number, action: action, revision: document.revision, fields: fields.sorted { $0.path < $1.path })
  }

  static func malformed(_ mistake: Text) -> KundregError {
    KundregError(.planMalformed, PlanTexts.malformed(mistake))
  }

  /// A JSON value as a field may have it.
  private enum Value: Decodable {
    case none, text(String), flag(Bool), list([String])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .none
      } else if let flag = try? container.decode(Bool.self) {
        self = .flag(flag)
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if let number = try? container.decode(Decimal.self) {
        self = .text("\(number)")
      } else {
        self = .list(try container.decode([String].self))
      }
    }

    func text(_ field: Field) -> String? {
      switch self {
      case .none: nil
      case .text(let text): text
      case .flag(let flag): flag ? "1" : "0"
      case .list(let names): CustomerCard.set(of: names)
      }
    }
  }
}
