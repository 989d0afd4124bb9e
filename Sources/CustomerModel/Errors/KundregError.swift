package import Texts

/// An error that ends a command: a stable code, what went wrong and where in each language, and what can be done about it.
package struct KundregError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What the command line promises of each failure.
  package enum Status: Int32, Sendable, CaseIterable {
    /// Failed; the register is exactly as before.
    case failed = 1
    /// Wrong usage.
    case usage = 64
    /// The input file cannot be read as what it claims to be.
    case unreadableInput = 65
    /// The accounting system cannot be reached or refuses for now.
    case unavailable = 69
    /// Another run holds the register.
    case busy = 75
    /// The acting user lacks the permission.
    case notPermitted = 77
    /// The configuration or a mapping is wrong.
    case configuration = 78
  }

  package let status: Status
  /// Stable and machine-readable, such as `xlsx.passwordProtected`.
  package let code: String
  /// What went wrong, where, and what to do, in one or two sentences.
  package let text: Text
  /// What else can be done about it, which each door words in its own way.
  package let remedies: [Remedy]

  /// The English sentence, without the remedies.
  package var message: String { text.english }

  package init(_ code: ErrorCode, _ text: Text, remedies: [Remedy] = []) {
    self.init(code.status, code: code.name, text, remedies: remedies)
  }

  /// An error whose code is made of what somebody else says, such as an accounting system's own number of a refusal.
  package init(_ status: Status, code: String, _ text: Text, remedies: [Remedy] = []) {
    self.status = status
    self.code = code
    self.text = text
    self.remedies = remedies
  }

  package var description: String { message }
}
