import CustomerModel
import Documents
import SwedishIdentity

/// The canonical form of what one member of a record holds.
enum RecordMemberForm {
  /// What is no value of its kind stays as it is, for a rule to say so.
  ///
  /// - Parameter kind: nil for a member that the record's kind does not know.
  /// - Returns: nil for what is no value: null, a blank text, a no, which goes without saying, an empty list.
  static func canonical(_ node: JSONNode, as kind: RecordKind.MemberKind?, today: CalendarDay) -> JSONNode? {
    switch (node, kind) {
    case (.null, _), (.boolean(false), .boolean?): return nil
    case (.array(let items), .words(let words)?): return set(items, of: words)
    case (.text(let text), _), (.number(let text), _):
      let tidy = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !tidy.isEmpty else { return nil }
      guard let kind else { return node }
      return value(tidy, as: kind, today: today)
    default: return node
    }
  }

  private static func value(_ text: String, as kind: RecordKind.MemberKind, today: CalendarDay) -> JSONNode? {
    switch kind {
    case .text, .email: return .text(joined(text))
    case .decimal, .percent:
      let digits = decimal.canonical(text, today: today)
      return JSONNode.isNumber(digits) ? .number(digits) : .text(text)
    case .boolean:
      guard let answer = KnownWords.booleans.meaning(of: text) else { return .text(text) }
      return answer == "1" ? .boolean(true) : nil
    case .date: return .text(date.canonical(text, today: today))
    case .choice(let words): return .text(KnownWords.choices(words).meaning(of: text) ?? text)
    case .country: return .text(KnownWords.countries.meaning(of: text) ?? text)
    case .postalCode: return .text(postalCode.canonical(text, today: today))
    case .words(let words):
      let separators: [Character] = text.contains("\u{1F}") ? ["\u{1F}"] : [";", ",", "|"]
      return set(text.split { separators.contains($0) }.map { .text(String($0)) }, of: words)
    }
  }

  /// A list of texts as one text, as ``Workspace`` joins it for a field.
  private static func joined(_ text: String) -> String {
    text.contains("\u{1F}") ? text.split(separator: "\u{1F}").joined(separator: ", ") : text
  }

  /// Each word once, in the order of the list, and after them what is no word of it.
  private static func set(_ items: [JSONNode], of words: [String]) -> JSONNode? {
    let list = KnownWords.choices(words)
    var found: Set<String> = []
    var others: [JSONNode] = []
    for item in items {
      if let word = item.scalarText.flatMap({ list.meaning(of: $0) }) {
        found.insert(word)
      } else if item.scalarText?.allSatisfy(\.isWhitespace) != true, !others.contains(item) {
        others.append(item)
      }
    }
    let all = words.filter(found.contains).map { JSONNode.text($0) } + others
    return all.isEmpty ? nil : .array(all)
  }

  private static let decimal = Step(.number)
  private static let date = Step(.date)
  private static let postalCode = Step(.postalCode)

  /// One step of a mapping on one text, so that a record's values take the forms that a column's do.
  private struct Step: Sendable {
    private let plan: MappingPlan

    init(_ code: MappingPlan.Operation.Code) {
      var plan = MappingPlan()
      plan.operations = [.init(code: code)]
      self.plan = plan
    }

    func canonical(_ text: String, today: CalendarDay) -> String {
      Array(text.utf8).withUnsafeBufferPointer { source in
        var workspace = Workspace(
          plan: plan, today: today, source: source, cells: .init(start: nil, count: 0),
          rows: .init(start: nil, count: 0), values: .init(start: nil, count: 0))
        defer { workspace.deallocate() }
        return workspace.text(workspace.run([0..<1], on: Piece(start: 0, length: source.count), .oneLine))
      }
    }
  }
}
