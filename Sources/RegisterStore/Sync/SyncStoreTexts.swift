import CustomerModel
import Texts

/// What is told of that which the register keeps of syncs.
enum SyncStoreTexts {
  static func unreadableAgreement(with system: String, about number: String) -> Text {
    Text(
      en: "What was last agreed on with \(system) about its customer \(number) cannot be read.",
      sv: "Det som senast överenskoms med \(system) om dess kund \(number) kan inte läsas.")
  }

  static let restoreABackup = Text(en: "Restore a backup.", sv: "Återställ en säkerhetskopia.")

  static func isSyncing(_ path: String, with system: String) -> Text {
    Text(
      en: "A sync of the register \(path) with \(system) is running. Nothing was done: try again when it has ended.",
      sv: "En synk av registret \(path) med \(system) pågår. Inget har gjorts: försök igen när den är klar.")
  }

  static func cannotLock(_ file: String, reason: String) -> Text {
    Text(
      en:
        "The lock \(file) cannot be taken: \(reason). Nothing was done: check the folder's permissions, and that its file system has locks.",
      sv:
        "Låset \(file) går inte att ta: \(reason). Inget har gjorts: se över mappens behörigheter och att filsystemet har lås."
    )
  }
}

extension ErrorCode {
  /// The codes of what the register keeps of syncs.
  static let ofSyncStore = [syncBusy, syncCannotLock]

  static let syncBusy = ErrorCode("sync.busy", .busy, "Another sync of the register with that system is running.")
  static let syncCannotLock = ErrorCode(
    "sync.cannotLock", .failed, "The lock that keeps two syncs apart cannot be taken.")
}
