package import ConfigurationFile

extension AccountingSystem {
  /// What a person calls the system.
  package var label: String {
    switch kind {
    case .fortnox: "Fortnox"
    case .visma: "Visma eAccounting"
    }
  }
}
