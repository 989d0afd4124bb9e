package import Foundation
package import HTTP
package import SwedishIdentity
import Texts

/// The European Commission's VAT Information Exchange System, which tells name and address of Swedish companies that are
/// registered for VAT.
///
/// A company's Swedish VAT number is `SE`, its organisation number and `01`. Source: Skatteverket, *VAT number*; VIES
/// frequently asked questions, question 11. Asked by GET, which may be repeated: three tries, in the directory's pace.
package final class VIESDirectory: CompanyDirectory {
  package let name = "VIES"
  private let baseURL: URL
  private let sender: any HTTPSender
  private let pacer: RequestPacer
  private let cancellation = Cancellation()

  private static let maximumTries = 3

  /// - Parameters:
  ///   - baseURL: `https://ec.europa.eu/taxation_customs/vies/rest-api`.
  ///   - pacer: its clock is also waited by between tries.
  package init(baseURL: URL, sender: any HTTPSender, pacer: RequestPacer) {
    self.baseURL = baseURL
    self.sender = sender
    self.pacer = pacer
  }

  /// What a directory's answers may take: they are small, and a person waits.
  package static let timeouts = HTTPClient.Timeouts(connect: 10, stall: 20, whole: 30)
  /// The greatest answer, in bytes.
  package static let maximumAnswer = 1 << 20

  package func find(_ number: IdentityNumber) throws(LookupFailure) -> CompanyFacts? {
    guard number.kind == .organisation else { throw .personal }
    let digits = String(number.shortDigits) + "01"
    let base = baseURL.absoluteString
    let url = (base.hasSuffix("/") ? String(base.dropLast()) : base) + "/ms/SE/vat/" + digits
    let request = HTTPRequest(.get, url, headers: [("Accept", "application/json")])
    var tries = 0
    while true {
      tries += 1
      let failure: LookupFailure
      switch try ask(request, number: digits) {
      case .found(let facts): return facts
      case .unknown: return nil
      case .final(let reason): throw reason
      case .passing(let reason): failure = reason
      }
      guard tries < Self.maximumTries else { throw failure }
      pacer.pause(for: Double(tries))
    }
  }

  private func ask(_ request: HTTPRequest, number: String) throws(LookupFailure) -> VIESAnswer {
    let slot: RequestPacer.Slot
    do { slot = try pacer.wait(cancellation: cancellation) } catch { throw .unavailable(HTTPTexts.stopped) }
    let response: HTTPResponse
    do {
      response = try sender.send(request)
      pacer.left(slot, after: response.leftAfter)
    } catch {
      switch error {
      case .notSent(let reason):
        pacer.neverLeft(slot)
        return .passing(.unavailable(Self.withoutNumber(reason, number)))
      case .answerLost(let reason):
        pacer.left(slot, after: nil)
        return .passing(.unavailable(Self.withoutNumber(reason, number)))
      case .refused(let reason):
        pacer.left(slot, after: nil)
        return .final(.refused(Self.withoutNumber(reason, number)))
      }
    }
    switch response.status {
    case 200: return VIESAnswer(response.body, number: number)
    case 429:
      pacer.obey(response)
      return .passing(.busy(DirectoryTexts.answered(status: 429)))
    case 500...:
      // The service's own fault may say why; a proxy's page does not.
      switch VIESAnswer(response.body, number: number) {
      case .passing(let failure): return .passing(failure)
      case .found, .unknown, .final: return .passing(.unavailable(DirectoryTexts.answered(status: response.status)))
      }
    default: return .final(.refused(DirectoryTexts.answered(status: response.status)))
    }
  }

  /// The number is the end of the path that a transport's sentence names.
  private static func withoutNumber(_ reason: Text, _ number: String) -> Text {
    let path = "/ms/SE/vat/" + number
    return Text(en: reason.english.replacing(path, with: ""), sv: reason.swedish.replacing(path, with: ""))
  }
}
