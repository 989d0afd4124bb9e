import Mapping
import AccountingSystems
import ConfigurationFile
import CustomerModel

/// What the configuration asks for and the accounting system does not have.
struct OptionsWithoutEffect {
  private let scope: SyncScope

  init(_ scope: SyncScope) { self.scope = scope }

  func tell(in outcome: inout SyncOutcome) {
    let system = scope.context.system
    if system.assignedToOurReference, !scope.outgoing.fields.contains(FieldPath(.assigned)) {
      outcome.note(SyncTexts.noOurReference(scope.label))
    }
    if system.labelsAsTags, !scope.reading.fields.contains(where: { $0.description == "tags" }) {
      outcome.note(SyncTexts.noLabels(scope.label))
    }
    if system.changeEvents, scope.service.changeEvents == nil { outcome.note(SyncTexts.noEvents(scope.label)) }
  }
}
