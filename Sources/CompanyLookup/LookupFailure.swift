package import CustomerModel
package import Texts

/// Why a directory gave no answer. The texts, parts of sentences, hold no number that was asked for.
package enum LookupFailure: Error, Sendable, Equatable {
  /// It has too many requests for now.
  case busy(Text)
  /// It cannot be reached, or does not answer for now.
  case unavailable(Text)
  /// It will not answer this, now or later: asked wrongly, blocked, or its answer makes no sense.
  case refused(Text)
  /// The number is a person's, and was not sent.
  case personal

  /// The error that a command ends with: status 69, or 64 for a person's number.
  package func error(directory: String) -> KundregError {
    switch self {
    case .busy(let why): KundregError(.lookupBusy, DirectoryTexts.busy(directory, why))
    case .unavailable(let why): KundregError(.lookupUnavailable, DirectoryTexts.unavailable(directory, why))
    case .refused(let why): KundregError(.lookupRefused, DirectoryTexts.refused(directory, why))
    case .personal: KundregError(.lookupPersonal, DirectoryTexts.personal(directory))
    }
  }
}
