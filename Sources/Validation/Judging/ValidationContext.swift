package import CustomerModel
package import SwedishIdentity

/// What rules must know of the register and the configuration. Fixed for a run, so that every row is judged alike.
package struct ValidationContext: Sendable {
  package var settings: RegisterSettings
  /// The configuration's severities by rule code, over the built-in ones.
  package var severities: [String: Severity]
  /// Decides the century of ten-digit personal numbers.
  package var today: CalendarDay
  package var customFields: [CustomFieldDefinition]
  /// The names that the register's lists hold; read only for columns whose mapping rejects unknown names.
  package var known: [ReferenceKind: Set<String>]
  /// The registered users; empty while there are none, and so anybody may be assigned.
  package var users: Set<String>
  /// What the values stand in, for what the sentences advise.
  package var origin: ValueOrigin

  package init(
    settings: RegisterSettings, severities: [String: Severity] = [:], today: CalendarDay,
    customFields: [CustomFieldDefinition] = [], known: [ReferenceKind: Set<String>] = [:],
    users: Set<String> = [], origin: ValueOrigin = .text
  ) {
    self.settings = settings
    self.severities = severities
    self.today = today
    self.customFields = customFields
    self.known = known
    self.users = users
    self.origin = origin
  }
}
