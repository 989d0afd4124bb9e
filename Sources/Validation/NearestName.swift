/// Finds what a person probably meant to type.
enum NearestName {
  /// The name with the fewest single-letter changes to `typed`, when they are few for its length; nil otherwise.
  static func of(_ typed: String, among names: [String]) -> String? {
    let near = names.map { (name: $0, distance: distance(Array(typed.lowercased().utf8), Array($0.lowercased().utf8))) }
      .min { $0.distance < $1.distance }
    guard let near, near.distance <= max(2, typed.utf8.count / 3) else { return nil }
    return near.name
  }

  /// Levenshtein's edit distance.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, byte) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let replaced = diagonal + (byte == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}
