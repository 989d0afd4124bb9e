package import CustomerModel
import Texts

/// What is told of who may do what, and to which customer.
enum AccessTexts {
  /// - Parameter deed: one of ``DeedTexts``.
  static func notPermitted(_ user: String, to deed: Text, needs permission: Permission) -> Text {
    Text(
      en: "\(user) may not \(deed.english): that takes the permission \(permission.rawValue).",
      sv: "\(user) får inte \(deed.swedish): det kräver behörigheten \(permission.rawValue).")
  }

  /// - Parameter customer: its number, of which whoever may not see the customer is told no more than of others' in reports.
  static func notAssigned(_ user: String, to deed: Text, customer: String, has permission: Permission) -> Text {
    let customer = IdentityMask.maskedNumber(customer)
    return Text(
      en:
        "\(user) may not \(deed.english): customer \(customer) is not assigned to \(user), and the permission "
        + "\(permission.rawValue) covers assigned customers only.",
      sv:
        "\(user) får inte \(deed.swedish): kund \(customer) är inte tilldelad \(user), och behörigheten "
        + "\(permission.rawValue) gäller bara tilldelade kunder.")
  }

  static func unknownUser(_ name: String) -> Text {
    Text(en: "\(name) is not a user of this register.", sv: "\(name) är inte användare i det här registret.")
  }

  static func unknownCustomer(_ number: String) -> Text {
    Text(
      en: "There is no customer \(number). Leading zeros count.",
      sv: "Det finns ingen kund \(number). Inledande nollor räknas.")
  }

  static func unknownOrForgotten(_ number: String) -> Text {
    Text(
      en: "There is no customer \(number), nor a deleted one whose data is still kept. Leading zeros count.",
      sv: "Det finns ingen kund \(number), inte heller en borttagen vars uppgifter finns kvar. Inledande nollor räknas."
    )
  }
}

extension ErrorCode {
  static let ofAccess = [userNotPermitted, userNotAssigned, userUnknown, customerUnknown]

  static let userNotPermitted = ErrorCode(
    "user.notPermitted", .notPermitted, "The user lacks the permission that this takes.")
  package static let userNotAssigned = ErrorCode(
    "user.notAssigned", .notPermitted, "The user may do this to assigned customers only, and this is none.")
  static let userUnknown = ErrorCode(
    "user.unknown", .notPermitted, "The register has users, and whoever acts is none of them.")
  package static let customerUnknown = ErrorCode("customer.unknown", .failed, "There is no customer of that number.")
}
