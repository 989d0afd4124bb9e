import NIOCore

/// How long a connection lasts that is not closed otherwise.
struct ConnectionTimes: Sendable {
  /// From its beginning until it takes no further request.
  let whole: TimeAmount
  /// While answers wait that nobody takes.
  let unread: TimeAmount
  /// From the end of the program, or of its time, to that of the connection.
  let ending: TimeAmount

  static let usual = ConnectionTimes(whole: .minutes(10), unread: .seconds(30), ending: .seconds(5))
}
