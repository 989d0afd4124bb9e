import CustomerModel
import Mapping
import Texts

extension ColumnSense {
  /// From 0 to 1.
  var confidence: Double {
    switch (reading.meant.isEmpty, fit) {
    case (true, .supported): 0.97
    case (true, _): role == nil ? 0.9 : 0.9
    case (false, .supported): 0.85
    case (false, _): 0.7
    }
  }

  var reason: Text {
    guard role != nil else { return UnderstandingTexts.cellsProve }
    let words =
      reading.meant.isEmpty
      ? UnderstandingTexts.headingSays(reading.known)
      : UnderstandingTexts.headingMeans(reading.meant, written: heading.trimmingBlanks)
    return fit == .supported ? UnderstandingTexts.andCells(words) : words
  }

  /// The field that a column is likeliest of, where that is not sure enough.
  var guessedField: FieldPath? { (role ?? guess)?.likelyField }

  /// True when the cells certainly are something else than what a mapping takes them for: names are no numbers, and where no cell
  /// is one of the words that a field has, the column is not that field's.
  ///
  /// - Parameter values: the words that the mapping knows besides.
  func speaks(against path: FieldPath, values: [WordPair]) -> Bool {
    guard cells.filled >= 2 else { return false }
    if path.field == .active || path.field == .type || path.field.name == "vatType" {
      guard let list = KnownWords.list(for: path.field.kind) else { return false }
      let own = Set(values.map { HeaderKey.of($0.word) })
      return cells.examples.allSatisfy { list.meaning(of: $0) == nil && !own.contains(HeaderKey.of($0)) }
        && !(path.field == .active && cells.examples.contains(where: StatusWords.knows))
    }
    if path.field.name == "vatPercent" {
      // A code such as `U25` is no percentage.
      return !cells.examples.allSatisfy {
        $0.utf8.allSatisfy { (0x30...0x39).contains($0) || " ,.%".utf8.contains($0) }
      }
    }
    guard let own = Role(path), own.fit(cells) == .against else { return false }
    if own.isRefuted(by: cells) { return true }
    return role.map { $0 != own && fit == .supported } ?? (own == .name && path.field == .customerName)
  }
}
