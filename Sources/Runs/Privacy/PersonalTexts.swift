import CustomerModel
import Documents
import Foundation
import Validation

/// The texts that tell of one person, found again in what a register keeps as prose: reports and names of runs.
struct PersonalTexts {
  /// What stands in their place.
  static let replacement = "(forgotten)"

  let numbers: Set<String>
  let identities: Set<String>
  private let texts: [String]
  /// The texts as a list of problems shows them: masked, and cut where they are long.
  private let shownTexts: [String]

  /// - Parameter values: every value of every card that the person has or had.
  init(_ values: [(path: FieldPath, value: String)]) {
    numbers = Set(values.filter { $0.path.field == .number && !$0.value.isEmpty }.map(\.value))
    var identities: Set<String> = []
    var texts = numbers
    for (path, value) in values {
      switch path.field.kind {
      case .identityNumber: identities.insert(value)
      case .identityNumberSet: identities.formUnion(CustomerCard.names(inSet: value))
      case .text, .email, .phone, .website, .vatNumber, .custom: if value.count > 3 { texts.insert(value) }
      case .records: texts.formUnion(Self.leaves(of: value).filter { $0.count > 3 })
      default: break
      }
    }
    for identity in identities {
      texts.insert(identity)
      texts.insert(IdentityMask.masked(identity, of: .identityNumber))
      let digits = identity.filter { $0 != "-" }
      texts.formUnion([digits, String(digits.suffix(10)), "\(digits.suffix(10).prefix(6))-\(digits.suffix(4))"])
    }
    self.identities = identities
    self.texts = texts.filter { !$0.isEmpty }
    shownTexts = self.texts.compactMap { text in
      let shown = ValueMask.shown(text, of: nil)
      return shown == text ? nil : shown
    }
  }

  private static func leaves(of list: String) -> [String] {
    guard let node = try? JSONNode(parsing: Array(list.utf8)) else { return [] }
    return node.elements.flatMap { $0.members.compactMap(\.value.scalarText) }
  }

  /// True when the text has one of them as words of its own: the number 12 is not in 2012. Identity numbers are found with
  /// and without century and hyphen.
  func isMentioned(in text: String) -> Bool { texts.contains { Self.contains(text, $0) } }

  /// Of these a text that ``isShown(in:)`` has one somewhere.
  var shownParts: [String] { texts + shownTexts }

  /// True when a text of a list of problems mentions the person.
  func isShown(in text: String) -> Bool {
    isMentioned(in: text) || shownTexts.contains { Self.contains(text, $0) }
  }

  /// True when the text has one of the customer numbers.
  func isNumberMentioned(in text: String) -> Bool { numbers.contains { Self.contains(text, $0) } }

  /// The report of a run with every text in it replaced that mentions the person, or tells of one of the person's rows: what
  /// was rejected of them is on no card. Nil when none does.
  func scrubbed(json: String, rows: Set<Int> = []) -> String? {
    guard !rows.isEmpty || texts.contains(where: { json.contains(Self.escaped($0)) }),
      let node = try? JSONNode(parsing: Array(json.utf8))
    else { return nil }
    let scrubbed = scrubbed(hiding(rows, in: node))
    return scrubbed == node ? nil : scrubbed.json
  }

  private func scrubbed(_ node: JSONNode) -> JSONNode {
    switch node {
    case .text(let text): isMentioned(in: text) ? .text(Self.replacement) : node
    case .array(let items): .array(items.map(scrubbed))
    case .object(let members):
      .object(
        members.map { member in
          .init(
            key: isMentioned(in: member.key) ? Self.replacement : member.key, value: scrubbed(member.value))
        })
    case .null, .boolean, .number: node
    }
  }

  /// Replaces value and message of the examples of problems that are of these rows.
  private func hiding(_ rows: Set<Int>, in node: JSONNode) -> JSONNode {
    switch node {
    case .array(let items): return .array(items.map { hiding(rows, in: $0) })
    case .object(let members):
      let isOfRow = node["message"] != nil && node["row"]?.scalarText.flatMap { Int($0) }.map(rows.contains) ?? false
      return .object(
        members.map { member in
          if isOfRow, ["value", "message"].contains(member.key), member.value.scalarText != nil {
            return .init(key: member.key, value: .text(Self.replacement))
          }
          return .init(key: member.key, value: hiding(rows, in: member.value))
        })
    case .text, .null, .boolean, .number: return node
    }
  }

  /// A text as it stands inside a JSON text.
  private static func escaped(_ text: String) -> String { String(JSONNode.text(text).json.dropFirst().dropLast()) }

  private static func contains(_ text: String, _ part: String) -> Bool {
    var rest = text[...]
    while let range = rest.range(of: part) {
      let before = range.lowerBound == text.startIndex ? nil : text[text.index(before: range.lowerBound)]
      let after = range.upperBound == text.endIndex ? nil : text[range.upperBound]
      let isWord = { (character: Character?) in character.map { $0.isLetter || $0.isNumber } ?? false }
      if !isWord(before), !isWord(after) { return true }
      rest = text[text.index(after: range.lowerBound)...]
    }
    return false
  }
}
