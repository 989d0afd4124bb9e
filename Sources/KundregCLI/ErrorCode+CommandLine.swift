package import CustomerModel
package import Runs

extension ErrorCatalogue {
  /// Every way in which the program can fail. `docs/reference.md` is recorded from it.
  package static let all = ofEveryDoor + ErrorCode.ofCommandLine
}

extension ErrorCode {
  /// The codes of the command line itself.
  static let ofCommandLine = [forgetUnconfirmed, passwordMistyped]

  static let forgetUnconfirmed = ErrorCode(
    "forget.unconfirmed", .usage, "A person's data is to be removed, and --yes was not said.")
  static let passwordMistyped = ErrorCode(
    "password.mistyped", .usage, "A password that was typed twice was not the same twice.")
}
