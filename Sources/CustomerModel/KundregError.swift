/// An error that ends a command: a stable code, a sentence with place and remedy, and the exit status it leads to.
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
  package let message: String

  package init(_ status: Status, code: String, _ message: String) {
    self.status = status
    self.code = code
    self.message = message
  }

  package var description: String { message }
}

extension KundregError {
  /// A system library that is loaded when it is first needed cannot be loaded: `libzip`, of Debian's package `libzip4`, whose file
  /// the environment's `KUNDREG_LIBZIP` may name.
  package static func missingLibrary(_ name: String, package: String, needed purpose: String) -> KundregError {
    KundregError(
      .failed, code: "library.missing",
      "\(name), which \(purpose) needs, cannot be loaded. Install it (apt-get install \(package)), or name its file in "
        + "KUNDREG_\(name.uppercased()).")
  }
}
