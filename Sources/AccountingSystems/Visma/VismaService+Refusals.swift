import CustomerModel
import HTTP
import Texts

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
    let fault = RecordFault.sentence(error.namedKeys, changing: keys, status: response.status, system: "Visma")
    let name = exchange.name
    switch error.code {
    case "3000" where purpose == .reading: return .gone
    // With another status it is something that the customer refers to: the customer must not be taken for deleted.
    case "3000" where purpose == .creating || purpose == .changing && response.status != 404:
      return .record(code: "3000", message: [VismaTexts.referenceIsMissing(said), fault].compactMap(\.self).joined())
    case "4000" where purpose == .creating: return .numberTaken(message: VismaTexts.numberTaken(said))
    // A change sends the number that the record has: what is at odds is something else.
    case "4000" where purpose == .changing:
      let hint = error.namedKeys.isEmpty ? VismaTexts.lookAtCustomer : fault
      return .record(code: "4000", message: [VismaTexts.atOdds(said), hint].compactMap(\.self).joined())
    // The code has two meanings: of what is written, only the text tells that it is the whole company's.
    case "4002" where error.isOfModule || response.status == 403 && !purpose.isWriting:
      return unavailable(.vismaModule, VismaTexts.module(name, said), [.logIn(system: name)])
    case "4002" where purpose.isWriting:
      // No field is meant where none is named: the customer itself cannot be changed.
      let byHand = purpose == .creating ? VismaTexts.addByHand : VismaTexts.changeByHand
      let hint = error.namedKeys.isEmpty ? byHand : fault
      return .record(code: "4002", message: [VendorTexts.notTaken("Visma", said), hint].compactMap(\.self).joined())
    case "4003": return unavailable(.vismaStartupGuide, VismaTexts.startupGuide(name, said))
    case "4004": return unavailable(.vismaCompanyNotActive, VismaTexts.companyNotActive(name, said))
    case "4005":
      return unavailable(.vismaSignIn, VendorTexts.signInRefused("Visma", name, said), [.logIn(system: name)])
    case "4006": return unavailable(.vismaScope, VismaTexts.scope(name, said), [.logIn(system: name)])
    case "4010": return unavailable(.vismaQuota, VismaTexts.quota(name, said))
    default: break
    }
    return byStatus(response, error, said, fault, purpose, resource)
  }

  private func byStatus(
    _ response: HTTPResponse, _ error: VismaError, _ said: Text, _ fault: Text?, _ purpose: RequestPurpose,
    _ resource: String
  ) -> APIFailure {
    let (status, name) = (response.status, exchange.name)
    switch status {
    case 404 where (purpose == .reading || purpose == .changing) && !JSONExchange.isForeign(response): return .gone
    case 404:
      return unavailable(.vismaAddress, VismaTexts.address(name, exchange.base, resource: resource, said))
    case 403:
      let error = KundregError(.vismaForbidden, VismaTexts.forbidden(name, said))
      return purpose.isWriting ? .forbidden(error) : .unavailable(error)
    case 408 where purpose.isWriting: return .outcomeUnknown(VendorTexts.gaveUpWaiting("Visma", said))
    case 409 where purpose == .creating && error.code == nil:
      return .numberTaken(message: VismaTexts.numberTaken(said))
    case 400..<500 where purpose.isWriting:
      return .record(
        code: error.code ?? "http\(status)",
        message: [VendorTexts.notTaken("Visma", said), fault].compactMap(\.self).joined())
    case 400..<500: return unavailable(.vismaRefused, VendorTexts.questionRefused("Visma", name, said))
    default:
      return purpose.isWriting
        ? .outcomeUnknown(VendorTexts.answeredOddly("Visma", said))
        : unavailable(.vismaUnexpected, VendorTexts.unexpected("Visma", name, said))
    }
  }

  private func unavailable(_ code: ErrorCode, _ text: Text, _ remedies: [Remedy] = []) -> APIFailure {
    .unavailable(KundregError(code, text, remedies: remedies))
  }

  private static func said(_ error: VismaError, status: Int) -> Text {
    let number = VendorTexts.number(code: error.code, status: status)
    let whole = error.id.map { VismaTexts.withErrorID(number, $0) } ?? number
    return error.message.map { VendorTexts.said(VendorMessage.line($0), whole) } ?? whole
  }
}
