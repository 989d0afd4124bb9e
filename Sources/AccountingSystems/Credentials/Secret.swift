/// A text that must not be seen: no description, dump or interpolation of it, or of a value that holds it, shows it.
package struct Secret: Sendable, Hashable {
  /// The text itself: for the wire and for the credentials' file, never for a message.
  package let exposed: String

  package init(_ text: String) { exposed = text }

  /// Compares in a time that does not tell how much of the two is the same.
  package func matches(_ other: String) -> Bool {
    let a = Array(exposed.utf8), b = Array(other.utf8)
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "‹secret›" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
