import Documents
import SwedishIdentity
import Texts

/// What VIES says of one number.
///
/// Source: the Commission's VIES REST interface, `GET /ms/{state}/vat/{number}`: `isValid`, `userError`, `name`, `address`,
/// `vatNumber`; `POST /check-vat-number` calls the first `valid`. Faults of the service come with status 200 too, either in
/// `userError` or as `errorWrappers`, and then `isValid` is false though nobody looked: only `VALID` and `INVALID` answer.
/// Codes: VIES checkVatService.wsdl and frequently asked questions.
enum VIESAnswer {
  case found(CompanyFacts)
  case unknown
  /// Asking again may help.
  case passing(LookupFailure)
  /// It does not.
  case final(LookupFailure)

  private static let busy: Set<String> = [
    "MS_MAX_CONCURRENT_REQ", "MS_MAX_CONCURRENT_REQ_TIME", "GLOBAL_MAX_CONCURRENT_REQ",
    "GLOBAL_MAX_CONCURRENT_REQ_TIME", "SERVER_BUSY",
  ]
  private static let unavailable: Set<String> = ["MS_UNAVAILABLE", "SERVICE_UNAVAILABLE", "TIMEOUT"]

  /// - Parameter number: the one asked for, without `SE`: `556677889901`.
  init(_ body: [UInt8], number: String) {
    let document: JSONValue
    do throws(JSONParser.SyntaxError) {
      document = try JSONParser.parse(body)
    } catch {
      self = .final(.refused(DirectoryTexts.notJSON(error.position, error.message)))
      return
    }
    if case .array(let wrappers) = document["errorWrappers"]?.content, let first = wrappers.first {
      self = Self.fault(first["error"]?.told ?? "")
      return
    }
    let isValid: Bool
    switch (document["isValid"] ?? document["valid"])?.content {
    case .boolean(let value): isValid = value
    default:
      self = .final(.refused(DirectoryTexts.saysNothing))
      return
    }
    if let code = document["userError"]?.told, code != "VALID", code != "INVALID" {
      self = Self.fault(code)
      return
    }
    if let other = document["vatNumber"]?.told, other != number, other != "SE" + number {
      self = .final(.refused(DirectoryTexts.isOfOtherNumber))
      return
    }
    guard isValid else {
      self = .unknown
      return
    }
    let name = document["name"]?.told.map { CompanyFacts.lines(of: $0).joined(separator: " ") }
    self = .found(
      CompanyFacts(
        name: name.flatMap { $0.isEmpty ? nil : $0 }, vatNumber: "SE" + number,
        addressLines: CompanyFacts.lines(of: document["address"]?.told ?? "")))
  }

  private static func fault(_ code: String) -> VIESAnswer {
    // The code goes into a sentence, so it must look like one.
    let isCode = (1...60).contains(code.utf8.count) && code.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A || $0 == 0x5F }
    let said = isCode ? DirectoryTexts.says(code) : DirectoryTexts.saysNoKnownCode
    if busy.contains(code) { return .passing(.busy(said)) }
    if unavailable.contains(code) { return .passing(.unavailable(said)) }
    return .final(.refused(said))
  }
}

extension JSONValue {
  /// The text, when it is one that is not empty.
  fileprivate var told: String? {
    if case .text(let text) = content, !text.isEmpty { text } else { nil }
  }
}
