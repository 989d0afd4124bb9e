package import CustomerModel
import Documents
package import Texts

/// The account that a run left in the register.
package struct KeptReport {
  private let text: Text
  /// Nil for what cannot be read as JSON.
  let node: BilingualNode?

  init(_ report: Text) {
    text = report
    func node(_ json: String) -> JSONNode? { try? JSONNode(parsing: Array(json.utf8)) }
    self.node = node(report.english).map { BilingualNode($0, node(report.swedish) ?? $0) }
  }

  /// As programs get it, on one line, in English and with what can be done in the words of a door.
  ///
  /// Masked text by text: the names of files among them stay, blanks and all. What cannot be read is masked as one text.
  ///
  /// - Parameter worded: nil for what is left out.
  package func json(_ worded: (Remedy) -> Text? = { _ in nil }) -> String {
    guard let node else { return IdentityMask.masked(text.english) }
    var told = KeptRemedies.told(node.english) { worded($0)?.english }
      .masked(kinds: ["source": .path, "rejects": .path])
    for member in Remedy.members(KeptRemedies.ofSentences(in: node.english)) { told[member.key] = member.value }
    return told.json
  }
}
