import Documents

extension Configuration.Notifications {
  /// Reads the configuration's `notifications` over these values.
  mutating func read(_ value: JSONValue, _ mistakes: ConfigurationMistakes) {
    guard
      let object = ConfigurationObject(value, path: "notifications", keys: ["command", "timeoutSeconds"], mistakes)
    else { return }
    if let value = object.texts("command") { command = value }
    if let value = object.seconds("timeoutSeconds") { timeoutSeconds = value }
  }
}
