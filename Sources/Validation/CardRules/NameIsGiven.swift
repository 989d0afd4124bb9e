import CustomerModel
import Rows

/// A customer has a name.
struct NameIsGiven: CardRule {
  static let infos = [missing]
  static let fields: [Field] = [.customerName]

  private static let missing = RuleInfo(fixed: "name.missing", "A customer has a name.") {
    switch ($0.origin, $0.hasColumn) {
    case (.command, _): "A customer must have a name: give it with name=…"
    case (.system, _): "The record has no name, and a customer must have one. Write it in the accounting system."
    case (_, true): "\($0.column) is empty, and a customer must have a name. Write it in the row."
    case (_, false):
      "No column was taken for the name, and a customer must have one. Name its column in the mapping: kundreg mapping suggest "
        + "writes a first one from the file."
    }
  }

  init?(settings: RegisterSettings) {}

  func check(_ table: JudgedCards, _ findings: inout CardFindings) {
    let name = table[.name]
    for row in 0..<table.rowCount where !Self.isShown(name.bytes(row)) { findings.report(row, Self.missing, at: name) }
  }

  /// True when a person sees something of a text.
  private static func isShown(_ text: UnsafeBufferPointer<UInt8>?) -> Bool {
    guard let text, let first = text.first else { return false }
    return !BlankText.mayBegin(with: first) || !BlankText.isBlank(UnsafeRawBufferPointer(text))
  }
}
