import AccountingSystems
import ConfigurationFile
package import CustomerModel
import Differ
import Documents
import Mapping
import RegisterStore
import SwedishIdentity
import Texts

/// What all parts of one sync share and none changes.
struct SyncScope: Sendable {
  let options: SyncOptions
  let context: SyncContext
  let register: Register
  let actor: ActingUser
  let reading: RemoteReading
  let outgoing: OutgoingMapping

  init(
    _ options: SyncOptions, context: SyncContext, register: Register, actor: ActingUser, today: CalendarDay
  ) throws {
    self.options = options
    self.context = context
    self.register = register
    self.actor = actor
    reading = try register.read {
      try RemoteReading(
        context.mapping, options: context.system.mappingOptions, severities: context.severities,
        withheld: context.system.withheldText, register: $0, today: today)
    }
    outgoing = OutgoingMapping(context.mapping, options: context.system.mappingOptions)
  }

  /// The system's name in the configuration.
  var system: String { context.system.name }
  /// What a person calls the system.
  var label: String { context.label }
  var service: any CustomerService { context.service }

  /// - Parameter severity: nil where the code has only one.
  func finding(
    _ code: FindingCode, _ severity: Severity? = nil, number: String, remoteID: String?, field: FieldPath? = nil,
    _ text: Text, remedies: [Remedy] = []
  ) -> SyncFinding {
    finding(
      code: code.name, severity ?? code.severities[0], number: number, remoteID: remoteID, field: field, text,
      remedies: remedies)
  }

  /// - Parameter code: a rule's, or one that is made of what the system says.
  func finding(
    code: String, _ severity: Severity = .reject, number: String, remoteID: String?, field: FieldPath? = nil,
    _ text: Text, remedies: [Remedy] = []
  ) -> SyncFinding {
    SyncFinding(
      code: code, severity: severity, number: number, link: remoteID.map { service.link(to: $0) }, field: field, text,
      remedies: remedies)
  }

  /// A dry run leaves nothing to be decided: that is for after a sync.
  func decidable(_ text: Text) -> Text {
    options.isDryRun ? [text, ConflictTexts.notInADryRun].joined() : text
  }

  /// True when the system did not show the field's value in the record as it was last seen.
  func isWithheld(_ path: FieldPath, by link: CustomerLink?) -> Bool {
    guard context.system.withheldText != nil, let link, let key = outgoing.key(of: path) else { return false }
    return (try? link.remote()).map { reading.isWithheld(key, of: $0.object) } ?? false
  }

  /// What a record would say if a card were sent over it, found when it is first asked for.
  func told(_ card: CustomerCard, over object: JSONNode) -> () -> IncomingCard {
    var known: IncomingCard?
    return {
      if let known { return known }
      let told = Retelling(card, over: object, self).incoming
      known = told
      return told
    }
  }

  /// True for a customer that the configuration leaves out of the sync.
  func isLeftOut(_ card: CustomerCard) -> Bool { context.system.leaveOut.contains { $0.holds(for: card) } }
}

extension FieldCondition {
  /// True when the card has the value; of a set, when it is among the names.
  package func holds(for card: CustomerCard) -> Bool {
    let present = card[path] ?? ""
    if path.field.isSet {
      let names = CustomerCard.names(inSet: present)
      return value.isEmpty ? names.isEmpty : names.contains(value)
    }
    guard path.field.kind == .boolean else { return present == value }
    switch value.lowercased() {
    case "1", "yes", "true", "ja": return present == "1"
    default: return present != "1"
    }
  }
}
