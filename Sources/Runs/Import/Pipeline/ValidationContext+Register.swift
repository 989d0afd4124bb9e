import CustomerModel
import RegisterStore
import SwedishIdentity
import Validation

extension ValidationContext {
  /// What rules must know of a register as it is now.
  ///
  /// - Parameters:
  ///   - customFields: nil for those of the register; an import has those that it adds, too.
  ///   - origin: what the values stand in.
  init(
    _ register: RegisterReader, severities: [String: Severity], today: CalendarDay,
    customFields: [CustomFieldDefinition]? = nil, origin: ValueOrigin
  ) throws {
    var known: [ReferenceKind: Set<String>] = [:]
    for kind in ReferenceKind.allCases { known[kind] = Set(try register.references(kind)) }
    self.init(
      settings: try register.settings(), severities: severities, today: today,
      customFields: try customFields ?? register.customFields(), known: known,
      users: Set(try register.users().map(\.name)), origin: origin)
  }
}
