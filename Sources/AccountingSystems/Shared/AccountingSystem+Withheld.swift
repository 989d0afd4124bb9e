package import ConfigurationFile

extension AccountingSystem {
  /// The text that a record has instead of a value which the company's licence or the user's rights do not cover; nil where the
  /// system has no such text. It says nothing of the field: it is never stored, and never written over.
  package var withheldText: String? {
    switch kind {
    case .fortnox: FortnoxKeys.noRight
    case .visma: nil
    }
  }
}
