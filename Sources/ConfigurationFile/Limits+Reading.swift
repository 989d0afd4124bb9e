import Documents

extension Configuration.Limits {
  /// Takes over what an object of the configuration says.
  mutating func read(_ value: JSONValue, _ mistakes: ConfigurationMistakes) {
    let keys = ["maximumPartSizeMB", "maximumRowSizeMB", "maximumMemoryMB", "maximumStreamSizeMB"]
    guard let object = ConfigurationObject(value, path: "limits", keys: keys, mistakes) else { return }
    if let value = object.wholeNumber("maximumPartSizeMB", 1...1_048_576) { maximumPartSizeMB = value }
    // A cell's place is kept in 32 bits, so a row may not be larger than a quarter of what they count.
    if let value = object.wholeNumber("maximumRowSizeMB", 1...1024) { maximumRowSizeMB = value }
    // With less no list of any size can be imported: the register and its index take a part of it.
    if let value = object.wholeNumber("maximumMemoryMB", 200...1_048_576) { maximumMemoryMB = value }
    if let value = object.wholeNumber("maximumStreamSizeMB", 1...1_048_576) { maximumStreamSizeMB = value }
  }
}
