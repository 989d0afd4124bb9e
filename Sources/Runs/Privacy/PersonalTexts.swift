import CustomerModel
import Documents
import Foundation
import Texts
import Validation

/// The texts that tell of one person, found again in what a register keeps as prose: reports and names of runs.
struct PersonalTexts {
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

  /// The report of a run with every text in it replaced that mentions the person, or tells of one of the person's rows: what was
  /// rejected of them is on no card. A sentence goes in both languages where one mentions the person: the other may inflect
  /// the name. Nil when none does.
  func scrubbed(report: Text, rows: Set<Int>) -> Text? {
    let parts = texts.map(Self.escaped)
    guard !rows.isEmpty || parts.contains(where: { report.english.contains($0) || report.swedish.contains($0) }) else {
      return nil
    }
    let english = try? JSONNode(parsing: Array(report.english.utf8))
    let swedish = try? JSONNode(parsing: Array(report.swedish.utf8))
    // What one language cannot be read in must not keep the other.
    guard let one = english ?? swedish else { return nil }
    let node = BilingualNode(english ?? one, swedish ?? one)
    let scrubbed = scrubbed(BilingualNode(hiding(rows, in: node.english), hiding(rows, in: node.swedish)))
    guard scrubbed != node else { return nil }
    return Text(
      en: english == nil ? report.english : scrubbed.english.json,
      sv: swedish == nil ? report.swedish : scrubbed.swedish.json)
  }

  private func scrubbed(_ node: BilingualNode) -> BilingualNode {
    switch (node.english, node.swedish) {
    case (.text(let english), .text(let swedish)):
      return isMentioned(in: english) || isMentioned(in: swedish) ? Self.replaced : node
    case (.array(let english), .array(let swedish)) where english.count == swedish.count:
      let items = zip(english, swedish).map { scrubbed(BilingualNode($0, $1)) }
      return BilingualNode(.array(items.map(\.english)), .array(items.map(\.swedish)))
    case (.object(let english), .object(let swedish)) where english.map(\.key) == swedish.map(\.key):
      let holdsRemedies = KeptRemedies.areHeld(in: node.english)
      let members = zip(english, swedish).map { english, swedish in
        let value = BilingualNode(english.value, swedish.value)
        // What could be done about a person who is forgotten cannot be done any more.
        let kept = holdsRemedies && english.key == KeptRemedies.key ? unmentioning(value) : scrubbed(value)
        return (key: isMentioned(in: english.key) ? ForgottenTexts.kept : english.key, value: kept)
      }
      return BilingualNode(
        .object(members.map { .init(key: $0.key, value: $0.value.english) }),
        .object(members.map { .init(key: $0.key, value: $0.value.swedish) }))
    default:
      guard node.english != node.swedish else { return node }
      // Of another shape: each by itself.
      return BilingualNode(
        scrubbed(BilingualNode(node.english, node.english)).english,
        scrubbed(BilingualNode(node.swedish, node.swedish)).swedish)
    }
  }

  private static let replaced = BilingualNode(.text(ForgottenTexts.kept), .text(ForgottenTexts.kept))

  /// The elements of a list that do not mention the person.
  private func unmentioning(_ list: BilingualNode) -> BilingualNode {
    let kept = list.elements.filter { scrubbed($0) == $0 }
    return BilingualNode(.array(kept.map(\.english)), .array(kept.map(\.swedish)))
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
            return .init(key: member.key, value: .text(ForgottenTexts.kept))
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
