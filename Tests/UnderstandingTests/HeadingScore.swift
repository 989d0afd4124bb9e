/// How right some columns were understood.
struct HeadingScore {
  enum Verdict { case right, lost, wrong, falseAlarm }

  /// Columns that have a field and no other right answer.
  private(set) var wanted = 0
  private(set) var found = 0
  /// Columns for which the card has no place.
  private(set) var placeless = 0
  private(set) var falseAlarms = 0
  private(set) var wrong = 0
  private(set) var columns = 0

  static func verdict(_ column: HeadingList.Column, _ fields: [String]) -> Verdict {
    let answers = Set(column.answers.compactMap(\.self))
    let mayBeLeft = column.answers.contains(nil)
    if fields.isEmpty { return mayBeLeft ? .right : .lost }
    if answers.isEmpty { return .falseAlarm }
    if fields.contains(where: { !answers.contains($0) }) { return .wrong }
    return column.needsAll && Set(fields) != answers ? .lost : .right
  }

  mutating func add(_ column: HeadingList.Column, _ verdict: Verdict) {
    columns += 1
    if !column.answers.contains(nil) {
      wanted += 1
      if verdict == .right { found += 1 }
    }
    if column.answers == [nil] { placeless += 1 }
    if verdict == .wrong { wrong += 1 }
    if verdict == .falseAlarm { falseAlarms += 1 }
  }

  /// In percent.
  var recall: Double { wanted == 0 ? 100 : 100 * Double(found) / Double(wanted) }
  var wrongPart: Double { columns == 0 ? 0 : 100 * Double(wrong) / Double(columns) }
  var falsePart: Double { placeless == 0 ? 0 : 100 * Double(falseAlarms) / Double(placeless) }
}

extension HeadingScore {
  var line: String {
    func rounded(_ number: Double) -> String { String((number * 100).rounded() / 100) }
    return "recall \(rounded(recall)) %, wrong \(wrong) (\(rounded(wrongPart)) %), false alarms \(falseAlarms) "
      + "(\(rounded(falsePart)) %) of \(columns) columns"
  }
}
