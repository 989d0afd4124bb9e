import Documents

extension Lookup {
  private static let keys = ["provider", "baseURL", "requestsPerWindow", "windowSeconds"]

  /// Reads the member `lookup`; what is wrong with it is noted.
  init(_ value: JSONValue, _ mistakes: ConfigurationMistakes) {
    self.init()
    guard let object = ConfigurationObject(value, path: "lookup", keys: Self.keys, mistakes) else { return }
    if let value = object.word("provider", Provider.self) { provider = value }
    if let value = object.address("baseURL") { baseURL = value }
    if let value = object.wholeNumber("requestsPerWindow", 1...1_000_000) { requestsPerWindow = value }
    if let value = object.seconds("windowSeconds") { windowSeconds = value }
  }
}
