import CustomerModel
import Texts
import Documents

/// One record of a value, as rules read it.
struct ListedRecord {
  let kind: RecordKind
  let node: JSONNode
  /// The place in the list, from 1.
  let ordinal: Int

  /// Nil for a value that is no JSON array of objects.
  static func list(_ bytes: UnsafeBufferPointer<UInt8>, of kind: RecordKind) -> [ListedRecord]? {
    guard let document = try? JSONNode(parsing: Array(bytes)), case .array(let items) = document else { return nil }
    var records: [ListedRecord] = []
    for item in items {
      guard case .object = item else { return nil }
      records.append(ListedRecord(kind: kind, node: item, ordinal: records.count + 1))
    }
    return records
  }

  subscript(_ name: String) -> JSONNode? { node[name] }

  /// The members that tell records apart; one that is missing is empty.
  var key: [String] { kind.keyNames.map { self[$0]?.scalarText ?? "" } }

  /// What a message calls it: `article A-1`, or by its place when it has no key.
  var label: Text {
    let name = key.filter { !$0.isEmpty }.joined(separator: " ")
    return name.isEmpty ? RuleTexts.record(kind, at: ordinal) : RuleTexts.record(kind, name)
  }

  /// What a message calls one of its members: `price of article A-1`.
  func label(of member: RecordKind.Member) -> Text {
    RuleTexts.member(member, of: label)
  }
}

extension ColumnSweep {
  /// Shows every record of the sweep's column, list by list; what is no list is passed over.
  mutating func forEachList(of kind: RecordKind, _ body: (inout ColumnSweep, Int, [ListedRecord]) -> Void) {
    for row in 0..<rowCount {
      guard let bytes = bytes(row), let records = ListedRecord.list(bytes, of: kind) else { continue }
      body(&self, row, records)
    }
  }
}
