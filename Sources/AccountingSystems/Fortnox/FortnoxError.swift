import Documents
import HTTP

/// What Fortnox says in the body of an answer that is no success.
struct FortnoxError: Equatable {
  /// Such as `2000359`; nil in answers that come from before Fortnox's own code, such as `{"message":"unauthorized"}`.
  var code: String?
  var message: String?

  /// Reads `ErrorInformation` with `Error`, `Message`, `Code` or `error`, `message`, `code`: both occur. A code is a number
  /// or a text.
  init(_ response: HTTPResponse) {
    guard let node = JSONExchange.document(response) else { return }
    let information = node.member(ignoringCase: "ErrorInformation") ?? node
    code = information.member(ignoringCase: "code")?.scalarText
    message = information.member(ignoringCase: "message")?.scalarText
  }
}
