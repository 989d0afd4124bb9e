/// Why Visma refuses a request.
struct VismaProblem: Error {
  let status: Int
  let code: Int
  let message: String
  let errors: [String]

  init(_ status: Int, _ code: Int, _ message: String, errors: [String] = []) {
    self.status = status
    self.code = code
    self.message = message
    self.errors = errors
  }

  static func invalid(_ errors: [String]) -> VismaProblem {
    VismaProblem(400, 2000, "DataModelValidationError - " + errors.joined(separator: " "), errors: errors)
  }

  var reply: SandboxReply { VismaReplies.problem(status, code, message, errors: errors) }
}
