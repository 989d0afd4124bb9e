/// Who sends a form.
struct Sender: Sendable {
  let visitor: Visitor
  /// The address it came from; empty behind a socket.
  let address: String
  /// What the browser says that it is.
  let browser: String
}
