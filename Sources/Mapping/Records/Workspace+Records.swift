import CustomerModel
import Documents

extension Workspace {
  /// The canonical form of a list of records. What is no list stays as it is, for a rule to say so.
  ///
  /// - Parameter isAbroad: true for a customer who is not certainly in Sweden.
  mutating func records(_ piece: Piece, kind: Int, isAbroad: Bool) -> Piece {
    let list = RecordList(RecordKind.allCases[kind], reading: text(piece), today: today, isAbroad: isAbroad)
    guard let list else { return piece }
    return list.text.map { self.piece(of: $0, original: piece) } ?? .blank
  }

  /// Puts the cells of one row together that hold the members of records: one JSON array, or a mark.
  mutating func gatherRecords(_ program: MappingPlan.Program, _ headings: [RecordHeading], _ row: Int) -> Piece {
    var records: [Int: [JSONNode.Member]] = [:]
    var rest = Piece.missing
    for (heading, index) in zip(headings, program.sources) {
      let value = fetch(index, row, program.form)
      if value.isValue {
        records[heading.position, default: []].append(.init(key: heading.member, value: .text(text(value))))
      } else if value.isBlank || value == .cleared, rest == .missing {
        rest = value
      }
    }
    guard !records.isEmpty else { return rest }
    let list = records.keys.sorted().compactMap { records[$0].map { JSONNode.object($0) } }
    return piece(of: JSONNode.array(list).json, original: .blank)
  }
}
