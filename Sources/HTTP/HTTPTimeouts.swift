extension HTTPClient {
  /// How long to wait, in seconds.
  package struct Timeouts: Sendable {
    /// For the name, the connection and TLS.
    package var connect: Double
    /// While not a byte moves in either direction; whole seconds.
    package var stall: Double
    /// For everything from the call to the last byte of the answer.
    package var whole: Double

    package init(connect: Double = 10, stall: Double = 30, whole: Double = 120) {
      self.connect = connect
      self.stall = stall
      self.whole = whole
    }

    /// For how long a connection that nobody uses is used again, in seconds. Less than servers and firewalls commonly keep idle
    /// connections, so that few turn out dead.
    static let idleConnection = 50
  }
}
