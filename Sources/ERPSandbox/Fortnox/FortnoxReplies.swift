/// The answers of Fortnox that are no customers.
enum FortnoxReplies {
  static func json(_ status: Int, _ json: JSON, headers: [(name: String, value: String)] = []) -> SandboxReply {
    SandboxReply(status, json, style: .escaped, headers: headers)
  }

  /// From the gateway in front of Fortnox: without a code.
  static let unauthorized = json(401, ["message": "unauthorized"])

  /// Body and headers are not documented; a gateway's shape is the likely one, and no header is sent.
  static let throttled = json(429, ["message": "Too Many Requests"])

  static let internalError = json(
    500, ["ErrorInformation": ["error": 1, "message": "Ett internt fel har uppstått.", "code": 1_000_003]])

  static let refused = json(
    400, ["ErrorInformation": ["error": 1, "message": "Värdena godtas inte.", "code": 2_000_588]])

  static let forbidden = json(
    403, ["ErrorInformation": ["Error": 1, "Message": "Behörighet saknas.", "Code": 2_003_275]])

  /// Not found and not allowed have the members with capitals.
  static let notFound = json(
    404, ["ErrorInformation": ["Error": 1, "Message": "Kan inte hitta kunden.", "Code": 2_000_433]])

  static let noScope = json(
    403, ["ErrorInformation": ["Error": 1, "Message": "Har inte behörighet för scope.", "Code": 2_000_663]])
}
