import NIOCore

/// How much the page takes of its visitors, and for how long.
enum ServingLimits {
  /// Connections at the same time; the next wait.
  static let connections = 256
  /// Requests that are worked on at the same time; the next are asked to come again.
  static let requests = 32
  /// From the connection, or from the last answer, to a request whose head is whole.
  static let head: TimeAmount = .seconds(30)
  /// From a request's head to the end of its form: shorter than ``head``, whose end hangs up without a word.
  static let form: Duration = .seconds(20)
  /// Bytes of a request's head.
  static let headBytes = 16 * 1024
  static let headFields = 100
  /// Bytes of a form.
  static let formBytes = 64 * 1024
  /// Characters of an address.
  static let address = 4096
}
