import CustomerModel

extension ErrorCode {
  /// The codes of the command line itself.
  static let ofCommandLine = [
    editMalformed, documentOutExists, documentCannotWrite, forgetUnconfirmed, forgetTraces,
  ]

  static let editMalformed = ErrorCode("edit.malformed", .usage, "An argument is not FIELD=VALUE.")
  static let documentOutExists = ErrorCode(
    "document.outExists", .failed, "A document is to be written over a file that exists.")
  static let documentCannotWrite = ErrorCode(
    "document.cannotWrite", .failed, "The file that a document is to be written to cannot be made.")
  static let forgetUnconfirmed = ErrorCode(
    "forget.unconfirmed", .usage, "A person's data is to be removed, and --yes was not said.")
  static let forgetTraces = ErrorCode(
    "forget.traces", .busy,
    "The data was removed, but the register's file may still have traces, since another program uses it.")
}
