import CustomerModel

extension VismaService {
  /// What an answer means whose status is not 2xx. The code decides, then the status, then the text.
  ///
  /// Source: Visma eAccounting API, "Error codes". Which status goes with which code is mostly not told.
  ///
  /// - Parameters:
  ///   - resource: the resource that was asked, such as `customers`.
  ///   - keys: what a change was about.
  func refusal(
    _ response: HTTPResponse, to purpose: RequestPurpose, of resource: String = "customers",
    changing keys: Set<String> = []
  ) -> APIFailure {
    let error = VismaError(response)
    let said = Self.said(error, status: response.status)
    let named = error.namedKeys
    let end = RecordFault.sentence(named, changing: keys, status: response.status, system: "Visma") ?? "."
    switch error.code {
    case "3000" where purpose == .reading: return .gone
    // With another status it is something that the customer refers to: the customer must not be taken for deleted.
    case "3000" where purpose == .creating || purpose == .changing && response.status != 404:
      return .record(
        code: "3000",
        message: "Visma does not take the customer, as something that it refers to does not exist there: \(said)\(end)")
    case "4000" where purpose == .creating: return taken(said)
    // A change sends the number that the record has: what is at odds is something else.
    case "4000" where purpose == .changing:
      return .record(
        code: "4000",
        message: "Visma does not take the customer, as it is at odds with what is there already: \(said)"
          + (named.isEmpty ? ". Look at the customer in Visma." : end))
    // The code has two meanings: of what is written, only the text tells that it is the whole company's.
    case "4002"
    where error.message?.lowercased().contains("no access to module") == true
      || response.status == 403 && !purpose.isWriting:
      return unavailable(
        .configuration, "module",
        """
        does not let this company be used through the API: \(said); the company must switch on the API app in Visma, \
        or another company than the right one was chosen when signing in (kundreg erp login \(exchange.name))
        """)
    case "4002" where purpose.isWriting:
      // No field is meant where none is named: the customer itself cannot be changed.
      return .record(
        code: "4002",
        message: "Visma does not take the customer: \(said)" + (named.isEmpty ? Self.locked(purpose) : end))
    case "4003":
      return unavailable(
        .unavailable, "startupGuide", "refuses: \(said); the company must go through Visma's start-up guide first")
    case "4004":
      return unavailable(.unavailable, "companyNotActive", "refuses: \(said); the company is not active in Visma")
    case "4005":
      return unavailable(
        .unavailable, "signIn", "refuses the sign-in: \(said); sign in again with kundreg erp login \(exchange.name)")
    case "4006":
      return unavailable(
        .configuration, "scope",
        """
        does not let this sign-in read and write customers: \(said); the integration needs the scopes “ea:api” and \
        “ea:sales”: sign in again with kundreg erp login \(exchange.name)
        """)
    case "4010":
      return unavailable(.unavailable, "quota", "has had more requests than it allows: \(said); try again later")
    default: break
    }
    return byStatus(response, error, said, end, purpose, resource)
  }

  private func byStatus(
    _ response: HTTPResponse, _ error: VismaError, _ said: String, _ end: String, _ purpose: RequestPurpose,
    _ resource: String
  ) -> APIFailure {
    let status = response.status
    switch status {
    case 404 where (purpose == .reading || purpose == .changing) && !JSONExchange.isForeign(response): return .gone
    case 404:
      return unavailable(
        .configuration, "address",
        """
        has nothing at \(exchange.base)/\(resource): \(said); check erps.\(exchange.name).baseURL, such as \
        https://eaccountingapi.vismaonline.com/v2, and whether Visma still has the resource \(resource)
        """)
    case 403:
      let error = exchange.error(
        .configuration, "forbidden",
        "Visma (\(exchange.name)) refuses: \(said); check that the company has switched on the API app and the scopes of "
          + "the integration")
      return purpose.isWriting ? .forbidden(error) : .unavailable(error)
    case 408 where purpose.isWriting: return .outcomeUnknown("Visma gave up waiting: \(said).")
    case 409 where purpose == .creating && error.code == nil: return taken(said)
    case 400..<500 where purpose.isWriting:
      return .record(code: error.code ?? "http\(status)", message: "Visma does not take the customer: \(said)\(end)")
    case 400..<500:
      return unavailable(
        .configuration, "refused", "does not take the question: \(said); this program asks what Visma no longer answers"
      )
    default:
      return purpose.isWriting
        ? .outcomeUnknown("Visma gave an answer that means nothing here: \(said).")
        : unavailable(.unavailable, "unexpected", "gave an answer that means nothing here: \(said); try again later")
    }
  }

  private static func locked(_ purpose: RequestPurpose) -> String {
    purpose == .creating
      ? ". Add the customer in Visma by hand: what keeps it out there, too, is to be mended there."
      : ". Change the customer in Visma by hand: what keeps that from being saved is to be mended there. A customer that nobody "
        + "may change can be left out of the sync (leaveOut)."
  }

  private func taken(_ said: String) -> APIFailure {
    .numberTaken(message: "Visma does not take the customer number, as another customer has it: \(said).")
  }

  private func unavailable(_ status: KundregError.Status, _ code: String, _ sentence: String) -> APIFailure {
    .unavailable(exchange.error(status, code, "Visma (\(exchange.name)) \(sentence)"))
  }

  private static func said(_ error: VismaError, status: Int) -> String {
    let id = error.id.map { ", error id \($0) for Visma's support" } ?? ""
    let number = (error.code.map { "code \($0)" } ?? "status \(status)") + id
    return error.message.map { "\(VendorMessage.quoted($0)) (\(number))" } ?? number
  }
}
