/// Why Fortnox refuses a request: its error code and its Swedish text.
struct FortnoxProblem: Error {
  let status: Int
  let code: Int
  let message: String
  /// The key of the customer that is not taken; nil for what is about none.
  private var field: String?

  init(_ code: Int, _ message: String, status: Int = 400) {
    self.status = status
    self.code = code
    self.message = message
  }

  static func notValid(_ field: String) -> FortnoxProblem { FortnoxProblem(2_000_588, "Ogiltig parameter: \(field).") }

  /// A parameter that the resource has not.
  static let unknownParameter = FortnoxProblem(2_000_588, "Ogiltig parameter i anropet.")

  /// The same of that key.
  func about(_ field: String) -> FortnoxProblem {
    var problem = self
    problem.field = field
    return problem
  }

  /// The same in words that name the key in one way; as it is where there is no way or no key.
  func worded(_ naming: FieldNaming?) -> FortnoxProblem {
    guard let naming, let field else { return self }
    let whole = "Kunden kunde inte sparas eftersom ett värde inte är giltigt."
    let message =
      switch naming {
      case .labels: Self.labels[field].map { "Värdet i fältet \($0) är inte giltigt." } ?? whole
      case .keys: "Värdet för \(field) är inte giltigt."
      case .none: whole
      }
    return FortnoxProblem(code, message, status: status)
  }

  /// What a person sees beside the fields in Fortnox.
  private static let labels = [
    "CostCenter": "Kostnadsställe", "Currency": "Valuta", "Email": "E-post", "Name": "Kundnamn",
    "OrganisationNumber": "Organisationsnummer", "PriceList": "Prislista", "Project": "Projekt",
    "SalesAccount": "Försäljningskonto", "TermsOfDelivery": "Leveransvillkor", "TermsOfPayment": "Betalningsvillkor",
    "VATNumber": "VAT-nummer", "WayOfDelivery": "Leveranssätt", "YourReference": "Er referens",
  ]

  var reply: SandboxReply {
    // Answers to what was sent have the members in lower case, those to what is not allowed with capitals.
    status == 403 || status == 404
      ? FortnoxReplies.json(
        status, ["ErrorInformation": .object(["Error": 1, "Message": .string(message), "Code": JSON(code)])])
      : FortnoxReplies.json(
        400, ["ErrorInformation": .object(["error": 1, "message": .string(message), "code": JSON(code)])])
  }
}
