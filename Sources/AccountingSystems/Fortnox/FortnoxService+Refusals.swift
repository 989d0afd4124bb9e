import CustomerModel
import HTTP
import Texts

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
    let name = exchange.name
    switch error.code {
    // Said to be told of an empty name as well: a creation has a name.
    case "2000637" where purpose == .creating: return .numberTaken(message: FortnoxTexts.numberTaken(said))
    case "2000204", "2000433":
      if purpose == .reading || purpose == .changing { return .gone }
    case "2000310", "2000311", "2004054":
      return unavailable(.fortnoxSignIn, VendorTexts.signInRefused("Fortnox", name, said), [.logIn(system: name)])
    case "2000663": return unavailable(.fortnoxScope, FortnoxTexts.scope(name, said), [.logIn(system: name)])
    case "2001101", "2001103": return forbidden(purpose, .fortnoxLicence, FortnoxTexts.licence(name, said))
    case "2003275": return forbidden(purpose, .fortnoxRights, FortnoxTexts.rights(name, said))
    case "1000003":
      return purpose.isWriting
        ? .outcomeUnknown(FortnoxTexts.internalFault(said))
        : unavailable(.fortnoxInternal, FortnoxTexts.internalFault(name, said))
    default: break
    }
    return byStatus(response, error, said, purpose, request)
  }

  private func byStatus(
    _ response: HTTPResponse, _ error: FortnoxError, _ said: Text, _ purpose: RequestPurpose,
    _ request: PreparedRequest?
  ) -> APIFailure {
    let (status, name) = (response.status, exchange.name)
    switch status {
    case 404 where (purpose == .reading || purpose == .changing) && !JSONExchange.isForeign(response): return .gone
    case 404: return unavailable(.fortnoxAddress, FortnoxTexts.address(name, said))
    case 403: return forbidden(purpose, .fortnoxForbidden, FortnoxTexts.forbidden(name, said))
    case 408 where purpose.isWriting: return .outcomeUnknown(VendorTexts.gaveUpWaiting("Fortnox", said))
    case 400..<500 where purpose.isWriting:
      let (named, keys) = (error.namedKeys, request?.keys ?? [])
      if let unfit = unfitDefault(named, of: request?.defaults ?? [:], said) { return .unfitDefault(unfit) }
      // Where what was sent is at fault, or nobody says what, there may be more to do than to look.
      let remedy = named.isEmpty || !named.isDisjoint(with: keys) || keys.isEmpty ? remedy(error.code, named) : nil
      let fault = RecordFault.sentence(named, changing: keys, status: status, system: "Fortnox")
      return .record(
        code: error.code ?? "http\(status)",
        message: [VendorTexts.notTaken("Fortnox", said), remedy, fault].compactMap(\.self).joined())
    case 400..<500: return unavailable(.fortnoxRefused, VendorTexts.questionRefused("Fortnox", name, said))
    default:
      return purpose.isWriting
        ? .outcomeUnknown(VendorTexts.answeredOddly("Fortnox", said))
        : unavailable(.fortnoxUnexpected, VendorTexts.unexpected("Fortnox", name, said))
    }
  }

  /// What of the configuration is at fault; nil where it is none of it, or the answer also names something of the customer's own.
  private func unfitDefault(_ named: Set<String>, of defaults: [String: String], _ said: Text) -> UnfitDefault? {
    guard named.allSatisfy({ defaults[$0] != nil }), let key = named.min() else { return nil }
    let isReference = FortnoxKeys.references.contains(key)
    return UnfitDefault(
      code: RefusalCode.refusedDefault, key: key, value: defaults[key], holdsForAll: isReference,
      message: FortnoxTexts.defaultRefused(
        exchange.name, key: key, value: defaults[key] ?? "", isReference: isReference, said))
  }

  /// A right or a licence that is missing: of a record that is written it may be one field's, since a user may lack the right
  /// to cost centers alone.
  private func forbidden(_ purpose: RequestPurpose, _ code: ErrorCode, _ text: Text) -> APIFailure {
    let error = KundregError(code, text)
    return purpose.isWriting ? .forbidden(error) : .unavailable(error)
  }

  private func unavailable(_ code: ErrorCode, _ text: Text, _ remedies: [Remedy] = []) -> APIFailure {
    .unavailable(KundregError(code, text, remedies: remedies))
  }

  private static func said(_ error: FortnoxError, status: Int) -> Text {
    let number = VendorTexts.number(code: error.code, status: status)
    return error.message.map { VendorTexts.said(VendorMessage.line($0), number) } ?? number
  }

  /// What can be done about a refused record beyond what Fortnox says.
  private func remedy(_ code: String?, _ named: Set<String>) -> Text? {
    // No field of a card: it was chosen by type and country.
    if named == ["VATType"] { return FortnoxTexts.vatTypeWasChosen(exchange.name) }
    return switch code {
    case "2000423", "2000427", "2000429", "2000431", "2000435", "2001161", "2001304": FortnoxTexts.addReference
    case "2000107": FortnoxTexts.shorten
    case "2000359": FortnoxTexts.removeCharacter
    default: nil
    }
  }
}
