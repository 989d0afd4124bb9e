import CustomerModel

extension ErrorCode {
  static let ofFortnox = [
    fortnoxUnreadable, fortnoxCursor, fortnoxSignIn, fortnoxScope, fortnoxLicence, fortnoxRights, fortnoxInternal,
    fortnoxAddress, fortnoxForbidden, fortnoxRefused, fortnoxUnexpected,
  ]

  static let fortnoxUnreadable = ErrorCode(
    "fortnox.unreadable", .unavailable, "Fortnox answered twice with something that is not its JSON.")
  static let fortnoxCursor = ErrorCode(
    "fortnox.cursor", .configuration, "The register's mark of the last pull is no time of Fortnox's.")
  static let fortnoxSignIn = ErrorCode("fortnox.signIn", .unavailable, "Fortnox refuses the sign-in.")
  static let fortnoxScope = ErrorCode("fortnox.scope", .configuration, "The integration lacks a scope at Fortnox.")
  static let fortnoxLicence = ErrorCode("fortnox.licence", .configuration, "The company lacks a licence at Fortnox.")
  static let fortnoxRights = ErrorCode(
    "fortnox.rights", .configuration, "The user who signed in to Fortnox lacks a right.")
  static let fortnoxInternal = ErrorCode("fortnox.internal", .unavailable, "Fortnox had an internal fault.")
  static let fortnoxAddress = ErrorCode(
    "fortnox.address", .configuration, "Fortnox has no customers at the configured address.")
  static let fortnoxForbidden = ErrorCode(
    "fortnox.forbidden", .configuration, "Fortnox refuses by scope, licence or right, and does not say which.")
  static let fortnoxRefused = ErrorCode(
    "fortnox.refused", .configuration, "Fortnox does not take a question that this program asks.")
  static let fortnoxUnexpected = ErrorCode(
    "fortnox.unexpected", .unavailable, "Fortnox gave an answer that means nothing here.")
}
