import Documents

/// What is taken as a customer's document.
package struct DocumentRules: Sendable, Equatable {
  /// The largest file, in megabytes of 1,048,576 bytes. It is read whole, so that a computer must have room for it.
  package var maximumMegabytes = 50

  /// The largest file, in bytes.
  package var maximumSize: Int { maximumMegabytes << 20 }

  /// The built-in values.
  package init() {}

  /// Reads the member `documents`; what is wrong with it is noted.
  init(_ value: JSONValue, _ mistakes: ConfigurationMistakes) {
    self.init()
    guard let object = ConfigurationObject(value, path: "documents", keys: ["maxMegabytes"], mistakes) else { return }
    if let value = object.wholeNumber("maxMegabytes", 1...1024) { maximumMegabytes = value }
  }
}
