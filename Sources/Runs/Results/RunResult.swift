package import CustomerModel
package import Documents
package import Texts

/// What a run came to, or would come to: what every door tells of it.
///
/// Whatever a person's identity number may stand in is masked in it already, so that no door can forget to. Who is to see such
/// numbers in full asks for the card, see ``IdentityDisplay``.
package protocol RunResult: Sendable, Encodable {
  /// All of it as the contract gives it: keys, words and numbers are the same at every door. Sentences are in English, and a
  /// door may add to them what can be done in its own words.
  ///
  /// - Parameter worded: what a door says of a remedy; nil for what is left out.
  func node(_ worded: (Remedy) -> Text?) -> JSONNode
  /// True when it went through, but a person should look at something: a program then says so by its exit status.
  var needsAttention: Bool { get }
}

extension RunResult {
  /// The result as every door has it, without any door's words.
  package var node: JSONNode { node { _ in nil } }

  package func encode(to encoder: any Encoder) throws { try node.encode(to: encoder) }
}

extension JSONNode {
  static func count(_ value: Int) -> JSONNode { .number(String(value)) }

  /// Seconds with three decimals.
  static func seconds(_ value: Double) -> JSONNode { .number(value.seconds) }
}

extension Double {
  /// A time in seconds, with three decimals.
  package var seconds: String {
    let thousandths = Int((self * 1000).rounded())
    let fraction = String(thousandths % 1000)
    return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - fraction.count))\(fraction)"
  }
}
