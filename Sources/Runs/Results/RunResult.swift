package import Documents

/// What a run came to, or would come to: what every door tells of it.
///
/// Whatever a person's identity number may stand in is masked in it already, so that no door can forget to. Who is to see such
/// numbers in full asks for the card, see ``IdentityDisplay``.
package protocol RunResult: Sendable {
  /// All of it as the contract gives it, the same at every door.
  var node: JSONNode { get }
  /// True when it went through, but a person should look at something: a program then says so by its exit status.
  var needsAttention: Bool { get }
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
