import ConfigurationFile
import Differ
import Foundation

/// Instants as the register and accounting systems write them.
enum SyncTime {
  /// ISO 8601 with `Z` or an offset, with or without parts of a second; nil for anything else.
  static func date(_ text: String) -> Date? {
    (try? Date(text, strategy: .iso8601))
      ?? (try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
  }
}

extension MergeRules {
  /// The configuration's policy and owners.
  init(_ system: AccountingSystem) {
    self.init(policy: system.conflicts, owners: system.fieldOwners)
  }
}
