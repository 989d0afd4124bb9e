import CustomerModel

extension ErrorCode {
  static let ofVisma = [
    vismaUnreadable, vismaCursor, vismaModule, vismaStartupGuide, vismaCompanyNotActive, vismaSignIn, vismaScope,
    vismaQuota, vismaAddress, vismaForbidden, vismaRefused, vismaUnexpected,
  ]

  static let vismaUnreadable = ErrorCode(
    "visma.unreadable", .unavailable, "Visma answered twice with something that is not its JSON.")
  static let vismaCursor = ErrorCode(
    "visma.cursor", .configuration, "The register's mark of the last pull is no time of Visma's.")
  static let vismaModule = ErrorCode(
    "visma.module", .configuration, "Visma does not let the company be used through the API.")
  static let vismaStartupGuide = ErrorCode(
    "visma.startupGuide", .unavailable, "The company has not gone through Visma's start-up guide.")
  static let vismaCompanyNotActive = ErrorCode(
    "visma.companyNotActive", .unavailable, "The company is not active in Visma.")
  static let vismaSignIn = ErrorCode("visma.signIn", .unavailable, "Visma refuses the sign-in.")
  static let vismaScope = ErrorCode("visma.scope", .configuration, "The integration lacks a scope at Visma.")
  static let vismaQuota = ErrorCode("visma.quota", .unavailable, "Visma has had more requests than it allows.")
  static let vismaAddress = ErrorCode(
    "visma.address", .configuration, "Visma has nothing at the configured address.")
  static let vismaForbidden = ErrorCode(
    "visma.forbidden", .configuration, "Visma refuses, and does not say for want of what.")
  static let vismaRefused = ErrorCode(
    "visma.refused", .configuration, "Visma does not take a question that this program asks.")
  static let vismaUnexpected = ErrorCode(
    "visma.unexpected", .unavailable, "Visma gave an answer that means nothing here.")
}
