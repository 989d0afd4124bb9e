package import CustomerModel

extension ErrorCode {
  /// The codes of this room.
  package static let ofRegisterStore = ofRegister + ofDocuments + ofSyncStore

  private static let ofRegister = [
    registerMissing, registerForeign, registerNewer, registerBusy, registerDamaged, registerCannotOpen,
    registerReadOnly,
    registerFull, registerError, backupExists, searchTooLarge, planStale,
  ]

  static let registerMissing = ErrorCode("register.missing", .failed, "There is no register at the path.")
  static let registerForeign = ErrorCode("register.foreign", .failed, "The file is a database of another program.")
  static let registerNewer = ErrorCode(
    "register.newer", .failed, "The register was written by a later version of the program.")
  static let registerBusy = ErrorCode("register.busy", .busy, "Another run holds the register. Try again later.")
  package static let registerDamaged = ErrorCode(
    "register.damaged", .failed, "The register is damaged, or is no register.")
  static let registerCannotOpen = ErrorCode("register.cannotOpen", .failed, "The register's file cannot be opened.")
  static let registerReadOnly = ErrorCode("register.readOnly", .failed, "The register's file cannot be written.")
  static let registerFull = ErrorCode("register.full", .failed, "The disk that holds the register is full.")
  static let registerError = ErrorCode(
    "register.error", .failed, "SQLite gave an answer of another kind, which is told.")
  static let backupExists = ErrorCode("backup.exists", .failed, "There is a file where the backup is to be written.")
  static let searchTooLarge = ErrorCode(
    "search.tooLarge", .failed, "The register is too large to be searched by free text.")
  package static let planStale = ErrorCode(
    "plan.stale", .failed, "A customer is no longer as the plan supposes.")
}
