package import CustomerModel

extension ErrorCode {
  /// The codes of this room.
  package static let ofConfigurationFile = [
    configUnreadable, configSyntax, configWrongType, configBadValue, configUnknownKey, configMissingKey,
    configInsecureURL,
  ]

  static let configUnreadable = ErrorCode(
    "config.unreadable", .configuration, "The configuration that is named is not there, or cannot be read.")
  static let configSyntax = ErrorCode("config.syntax", .configuration, "The configuration is not JSON.")
  static let configWrongType = ErrorCode(
    "config.wrongType", .configuration, "A key of the configuration has another kind of value than it takes.")
  static let configBadValue = ErrorCode(
    "config.badValue", .configuration, "A key of the configuration has a value that it does not take.")
  static let configUnknownKey = ErrorCode(
    "config.unknownKey", .configuration, "The configuration has a key that nothing reads.")
  static let configMissingKey = ErrorCode(
    "config.missingKey", .configuration, "The configuration lacks a key that another one needs.")
  static let configInsecureURL = ErrorCode(
    "config.insecureURL", .configuration, "An address that gets secrets is not https, and not on this computer.")
}
