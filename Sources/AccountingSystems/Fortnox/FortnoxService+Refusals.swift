import CustomerModel

extension FortnoxService {
  /// What an answer means whose status is not 2xx. The code decides, then the status, never the text.
  ///
  /// Source: Fortnox developer, "Errors"; codes without a place in it as seen in others' integrations.
  ///
  /// - Parameter request: what was to be written; nil for a question.
  func refusal(
    _ response: HTTPResponse, to purpose: RequestPurpose, of request: PreparedRequest? = nil
  ) -> APIFailure {
    let error = FortnoxError(response)
    let said = Self.said(error, status: response.status)
    switch error.code {
    // Said to be told of an empty name as well: a creation has a name.
    case "2000637" where purpose == .creating:
      return .numberTaken(message: "Fortnox does not take the customer number, perhaps a deleted customer's: \(said).")
    case "2000204", "2000433":
      if purpose == .reading || purpose == .changing { return .gone }
    case "2000310", "2000311", "2004054":
      return unavailable(
        .unavailable, "signIn", "refuses the sign-in: \(said); sign in again with kundreg erp login \(exchange.name)")
    case "2000663":
      return unavailable(
        .configuration, "scope",
        """
        does not let this sign-in read and write customers: \(said); the integration needs the scope “customer”: sign in \
        again with kundreg erp login \(exchange.name)
        """)
    case "2001101", "2001103":
      return forbidden(
        purpose, "licence",
        "refuses for want of a licence: \(said); the company must buy the licence for the API and for customers in Fortnox"
      )
    case "2003275":
      return forbidden(
        purpose, "rights",
        """
        says that the user who signed in lacks a right: \(said); give the user the right to the customer register, and to \
        what customers refer to, in Fortnox, as signing in again does not help
        """)
    case "1000003":
      return purpose.isWriting
        ? .outcomeUnknown("Fortnox had an internal fault: \(said).")
        : unavailable(.unavailable, "internal", "had an internal fault: \(said); try again later")
    default: break
    }
    return byStatus(response, error, said, purpose, request)
  }

  private func byStatus(
    _ response: HTTPResponse, _ error: FortnoxError, _ said: String, _ purpose: RequestPurpose,
    _ request: PreparedRequest?
  ) -> APIFailure {
    let status = response.status
    switch status {
    case 404 where (purpose == .reading || purpose == .changing) && !JSONExchange.isForeign(response): return .gone
    case 404:
      return unavailable(
        .configuration, "address",
        "has no customers at this address: \(said); check erps.\(exchange.name).baseURL, such as https://api.fortnox.se/3"
      )
    case 403:
      return forbidden(
        purpose, "forbidden",
        "refuses: \(said); check the integration's scope, the company's licences and the user's rights in Fortnox")
    case 408 where purpose.isWriting: return .outcomeUnknown("Fortnox gave up waiting: \(said).")
    case 400..<500 where purpose.isWriting:
      let (named, keys) = (error.namedKeys, request?.keys ?? [])
      if let unfit = unfitDefault(named, of: request?.defaults ?? [:], said) { return .unfitDefault(unfit) }
      // Where what was sent is at fault, or nobody says what, there may be more to do than to look.
      let remedy = named.isEmpty || !named.isDisjoint(with: keys) || keys.isEmpty ? remedy(error.code, named) : ""
      return .record(
        code: error.code ?? "http\(status)",
        message: "Fortnox does not take the customer: \(said)\(remedy)"
          + (RecordFault.sentence(named, changing: keys, status: status, system: "Fortnox") ?? "."))
    case 400..<500:
      return unavailable(
        .configuration, "refused",
        "does not take the question: \(said); this program asks what Fortnox no longer answers")
    default:
      return purpose.isWriting
        ? .outcomeUnknown("Fortnox gave an answer that means nothing here: \(said).")
        : unavailable(.unavailable, "unexpected", "gave an answer that means nothing here: \(said); try again later")
    }
  }

  /// What of the configuration is at fault; nil where it is none of it, or the answer also names something of the customer's own.
  private func unfitDefault(_ named: Set<String>, of defaults: [String: String], _ said: String) -> UnfitDefault? {
    guard named.allSatisfy({ defaults[$0] != nil }), let key = named.min() else { return nil }
    let isReference = FortnoxKeys.references.contains(key)
    let remedy =
      isReference
      ? "add it in Fortnox, or correct erps.\(exchange.name).defaults.\(key)"
      : "correct erps.\(exchange.name).defaults.\(key), or take it out"
    return UnfitDefault(
      code: "default", key: key, value: defaults[key], holdsForAll: isReference,
      message:
        "Fortnox (\(exchange.name)) does not take “\(defaults[key] ?? "")”, which the configuration gives new customers as "
        + "\(key): \(said); \(remedy).")
  }

  /// A right or a licence that is missing: of a record that is written it may be one field's, since a user may lack the right
  /// to cost centers alone.
  private func forbidden(_ purpose: RequestPurpose, _ code: String, _ sentence: String) -> APIFailure {
    let error = exchange.error(.configuration, code, "Fortnox (\(exchange.name)) \(sentence)")
    return purpose.isWriting ? .forbidden(error) : .unavailable(error)
  }

  private func unavailable(_ status: KundregError.Status, _ code: String, _ sentence: String) -> APIFailure {
    .unavailable(exchange.error(status, code, "Fortnox (\(exchange.name)) \(sentence)"))
  }

  private static func said(_ error: FortnoxError, status: Int) -> String {
    let number = error.code.map { "code \($0)" } ?? "status \(status)"
    return error.message.map { "\(VendorMessage.quoted($0)) (\(number))" } ?? number
  }

  /// What can be done about a refused record beyond what Fortnox says.
  private func remedy(_ code: String?, _ named: Set<String>) -> String {
    // No field of a card: it was chosen by type and country.
    if named == ["VATType"] {
      return "; it was chosen by the customer's type and country: give new customers another with "
        + "erps.\(exchange.name).defaults.VATType"
    }
    return switch code {
    case "2000423", "2000427", "2000429", "2000431", "2000435", "2001161", "2001304":
      "; add it in Fortnox, or change the customer"
    case "2000107": "; shorten it"
    case "2000359": "; remove the character"
    default: ""
    }
  }
}
