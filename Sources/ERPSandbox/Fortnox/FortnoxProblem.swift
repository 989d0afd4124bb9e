/// Why Fortnox refuses a request: its error code and its Swedish text.
struct FortnoxProblem: Error {
  let status: Int
  let code: Int
  let message: String

  init(_ code: Int, _ message: String, status: Int = 400) {
    self.status = status
    self.code = code
    self.message = message
  }

  static func notValid(_ field: String) -> FortnoxProblem { FortnoxProblem(2_000_588, "Ogiltig parameter: \(field).") }

  /// A parameter that the resource has not.
  static let unknownParameter = FortnoxProblem(2_000_588, "Ogiltig parameter i anropet.")

  var reply: SandboxReply {
    // Answers to what was sent have the members in lower case, those to what is not allowed with capitals.
    status == 403 || status == 404
      ? FortnoxReplies.json(
        status, ["ErrorInformation": .object(["Error": 1, "Message": .string(message), "Code": JSON(code)])])
      : FortnoxReplies.json(
        400, ["ErrorInformation": .object(["error": 1, "message": .string(message), "code": JSON(code)])])
  }
}
