import CompanyLookup
import SwedishIdentity
import Synchronization

/// Answers from a list, and remembers what it was asked.
final class ScriptedDirectory: CompanyDirectory {
  enum Answer: Sendable {
    case facts(name: String?, address: [String])
    case unknown
    case fails(LookupFailure)
  }

  let name = "Registret"
  private let answers: [String: Answer]
  private let fallback: Answer
  private let log = Mutex<[String]>([])
  private let whileAsked: @Sendable () -> Void

  /// The numbers asked for, in order.
  var asked: [String] { log.withLock { $0 } }

  /// - Parameters:
  ///   - answers: by organisation number, `556677-8899`.
  ///   - fallback: for every other.
  init(
    _ answers: [String: Answer], fallback: Answer = .unknown, whileAsked: @escaping @Sendable () -> Void = {}
  ) {
    self.answers = answers
    self.fallback = fallback
    self.whileAsked = whileAsked
  }

  func find(_ number: IdentityNumber) throws(LookupFailure) -> CompanyFacts? {
    let digits = String(number.shortDigits)
    let text = "\(digits.prefix(6))-\(digits.suffix(4))"
    log.withLock { $0.append(text) }
    whileAsked()
    switch answers[text] ?? fallback {
    case .facts(let name, let address):
      return CompanyFacts(name: name, vatNumber: "SE\(digits)01", addressLines: address)
    case .unknown: return nil
    case .fails(let failure): throw failure
    }
  }
}
