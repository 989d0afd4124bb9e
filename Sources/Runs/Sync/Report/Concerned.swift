import Texts

/// Whom one sentence concerns: the first of them, and how many they are, however many.
struct Concerned: Sendable {
  /// The smallest of their numbers; empty for nobody.
  private(set) var first = ""
  /// What the system calls that one's record; nil where it has none.
  private(set) var remoteID: String?
  private(set) var count = 0

  mutating func add(_ number: String, remoteID: String?) {
    if count == 0 || number < first { (first, self.remoteID) = (number, remoteID) }
    count += 1
  }

  /// `1001 and 2 others`
  var named: Text { count < 2 ? Text(verbatim: first) : PushTexts.andOthers(first, count - 1) }
}
