package import CustomerModel

/// Why a directory gave no answer. The texts hold no number that was asked for.
package enum LookupFailure: Error, Sendable, Equatable {
  /// It has too many requests for now.
  case busy(String)
  /// It cannot be reached, or does not answer for now.
  case unavailable(String)
  /// It will not answer this, now or later: asked wrongly, blocked, or its answer makes no sense.
  case refused(String)
  /// The number is a person's, and was not sent.
  case personal

  /// The error that a command ends with: status 69, or 64 for a person's number.
  package func error(directory: String) -> KundregError {
    switch self {
    case .busy(let why):
      KundregError(
        .unavailable, code: "lookup.busy", "\(directory) has too many requests for now: \(why). Try again in a while.")
    case .unavailable(let why):
      KundregError(
        .unavailable, code: "lookup.unavailable", "\(directory) does not answer for now: \(why). Try again in a while.")
    case .refused(let why):
      KundregError(
        .unavailable, code: "lookup.refused",
        "\(directory) gave no answer that can be used: \(why). See “lookup” in the configuration.")
    case .personal:
      KundregError(
        .usage, code: "lookup.personal",
        "That is a person's number, which is not sent to \(directory). Give a company's organisation number.")
    }
  }
}
