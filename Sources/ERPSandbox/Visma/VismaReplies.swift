import Foundation

/// The answers of Visma that are no customers.
enum VismaReplies {
  static func problem(_ status: Int, _ code: Int, _ message: String, errors: [String] = []) -> SandboxReply {
    SandboxReply(
      status,
      .object([
        "ErrorCode": JSON(code), "DeveloperErrorMessage": .string(message),
        "ErrorId": .string(UUID().uuidString.lowercased()), "Errors": .array(errors.map(JSON.string)),
      ]))
  }

  static var unauthorized: SandboxReply { problem(401, 4005, "AuthorizationException - The access token is invalid.") }

  static var refused: SandboxReply { problem(400, 2000, "DataModelValidationError - The values are refused.") }

  static var forbidden: SandboxReply { problem(403, 3003, "InsufficientApprovalPermission - You may not do this.") }

  static var internalError: SandboxReply { problem(500, 1000, "UnknownError - Something went wrong.") }

  static var notFound: SandboxReply { problem(404, 3000, "ResourceNotFound - The requested resource was not found.") }

  static var noModule: SandboxReply { problem(403, 4002, "No access to module: api_standard") }

  static var noScope: SandboxReply { problem(403, 4006, "No access to the required scopes.") }

  /// The wait stands in the text only.
  static func throttled(_ limit: RequestLimit, wait: Double) -> SandboxReply {
    let unit = limit.seconds == 60 ? "Minute" : "\(Int(limit.seconds)) Seconds"
    return problem(
      429, 4010,
      "API calls quota exceeded! maximum admitted \(limit.requests) per \(unit). "
        + "Try again in \(Int(wait.rounded(.up))) seconds.")
  }
}
