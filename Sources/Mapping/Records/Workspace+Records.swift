import CustomerModel
import Documents

extension Workspace {
  /// The canonical form of a list of records. What is no list stays as it is, for a rule to say so.
  ///
  /// - Parameter isAbroad: true for a customer who is not certainly in Sweden.
  mutating func records(_ piece: Piece, kind: Int, isAbroad: Bool) -> Piece {
    let list = RecordList(RecordKind.allCases[kind], reading: text(piece), today: today, isAbroad: isAbroad)
    guard var list else { return piece }
    mend(&list)
    return list.text.map { self.piece(of: $0, original: piece) } ?? .blank
  }

  /// Takes words for nothing out of a list that stands in one cell, as they are blank in cells of their own.
  private mutating func mend(_ list: inout RecordList) {
    let (source, row) = cellAtHand
    guard source >= 0 else { return }
    let care = plan.cares[source]
    guard care.words >= 0, care.wordsDeed != .none else { return }
    let kind = list.kind
    list.removeTexts { name, text in
      guard text.utf8.count <= Self.keyCapacity else { return false }
      let member = kind.members.first { $0.name == name }
      var own = care
      switch member?.kind {
      case .choice(let words)? where KnownWords.choices(words).meaning(of: text) != nil: return false
      // A number, a name or a login may be called so.
      case .text? where member?.isRequired == true || name == "name": own.wordsDeed = .remark
      default: break
      }
      let start = derivedCount
      let piece = self.piece(of: text, original: .blank)
      defer { discard(to: start) }
      return isBlankWord(piece, own, column: plan.sources[source], row: row)
    }
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
    // Each cell was mended by itself.
    cellAtHand.source = -1
    guard !records.isEmpty else { return rest }
    let list = records.keys.sorted().compactMap { records[$0].map { JSONNode.object($0) } }
    return piece(of: JSONNode.array(list).json, original: .blank)
  }
}
