import CustomerModel
import Documents
import Rows

/// Reads the parts of a mapping file out of its JSON, with errors that say where.
struct MappingReader {
  let bytes: [UInt8]
  let origin: String

  func root() throws -> JSONValue {
    let node: JSONValue
    do throws(JSONParser.SyntaxError) {
      node = try JSONParser.parse(bytes)
    } catch {
      throw KundregError(
        .configuration, code: "mapping.syntax", "\(origin):\(error.position): not JSON: \(error.message).")
    }
    guard case .object = node.content else {
      throw error("wrongType", node, at: "", "must be an object, not \(node.kindName)")
    }
    return node
  }

  /// `mapping.CODE` with file, line, column and JSON path before the message, which is a sentence without its subject.
  func error(_ code: String, _ node: JSONValue?, at path: String, _ message: String) -> KundregError {
    error(code, node?.position, at: path, message)
  }

  private func error(_ code: String, _ position: TextPosition?, at path: String, _ message: String) -> KundregError {
    let line = position.map { ":\($0)" } ?? ""
    let subject = path.isEmpty ? "the mapping" : path
    return KundregError(.configuration, code: "mapping.\(code)", "\(origin)\(line): \(subject) \(message).")
  }

  func checkKeys(of node: JSONValue, at path: String, known: [String]) throws {
    guard case .object(let members) = node.content else { return }
    for member in members where !known.contains(member.key) {
      let meant = NearestName.find(member.key, among: known).map { "; did you mean \"\($0)\"?" }
      throw error(
        "unknownKey", member.keyPosition, at: path,
        "has a key \"\(member.key)\" that is not known\(meant ?? "; the keys are \(known.joined(separator: ", "))")")
    }
  }

  static func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  func wrongType(_ node: JSONValue, at path: String, expected: String) -> KundregError {
    error("wrongType", node, at: path, "must be \(expected), not \(node.kindName)")
  }

  func string(_ node: JSONValue, _ key: String, at path: String) throws -> String? {
    guard let node = node[key] else { return nil }
    return try string(node, at: Self.join(path, key))
  }

  func string(_ node: JSONValue, at path: String) throws -> String {
    guard case .text(let text) = node.content else { throw wrongType(node, at: path, expected: "a text") }
    return text
  }

  /// A text, a number as typed, or true and false as `1` and `0`.
  func scalar(_ node: JSONValue, _ key: String, at path: String) throws -> String? {
    guard let node = node[key] else { return nil }
    switch node.content {
    case .text(let text), .number(let text): return text
    case .boolean(let value): return value ? "1" : "0"
    default: throw wrongType(node, at: Self.join(path, key), expected: "a text, a number, true or false")
    }
  }

  func boolean(_ node: JSONValue, _ key: String, at path: String) throws -> Bool {
    guard let node = node[key] else { return false }
    guard case .boolean(let value) = node.content else {
      throw wrongType(node, at: Self.join(path, key), expected: "true or false")
    }
    return value
  }

  func elements(_ node: JSONValue, at path: String, of what: String) throws -> [JSONValue] {
    guard case .array(let elements) = node.content else {
      throw wrongType(node, at: path, expected: "a list of \(what)")
    }
    return elements
  }

  func strings(_ node: JSONValue, _ key: String, at path: String) throws -> [String]? {
    guard let node = node[key] else { return nil }
    return try strings(node, at: Self.join(path, key))
  }

  func strings(_ node: JSONValue, at path: String) throws -> [String] {
    try elements(node, at: path, of: "texts").enumerated().map { try string($1, at: "\(path)[\($0)]") }
  }

  /// One of an enumeration's words.
  func word<Word: RawRepresentable<String> & CaseIterable>(
    _ node: JSONValue, _ key: String, at path: String
  ) throws -> Word? {
    guard let text = try string(node, key, at: path) else { return nil }
    return try word(text, node[key], at: Self.join(path, key))
  }

  func word<Word: RawRepresentable<String> & CaseIterable>(
    _ text: String, _ node: JSONValue?, at path: String
  ) throws -> Word {
    if let word = Word(rawValue: text) { return word }
    throw error("badValue", node, at: path, oneOf(Word.allCases.map(\.rawValue), not: text))
  }

  /// The end of a sentence that lists the words and names the one that was meant, when one is near.
  func oneOf(_ words: [String], not text: String) -> String {
    let list = words.map { "\"\($0)\"" }.joined(separator: ", ")
    let meant = NearestName.find(text, among: words).map { "; did you mean \"\($0)\"?" } ?? ""
    return "must be one of \(list), not \"\(text)\"\(meant)"
  }

  func encoding(_ root: JSONValue) throws -> TextEncoding? {
    guard let text = try string(root, "encoding", at: "") else { return nil }
    let aliases: [String: TextEncoding] = [
      "utf8": .utf8, "utf16": .utf16LittleEndian, "cp1252": .windows1252, "ansi": .windows1252, "latin1": .iso8859_1,
      "latin9": .iso8859_15, "ibm850": .cp850, "ibm437": .cp437, "macroman": .macRoman,
    ]
    let key = HeaderKey.of(text)
    if let encoding = TextEncoding.allCases.first(where: { HeaderKey.of($0.rawValue) == key }) ?? aliases[key] {
      return encoding
    }
    throw error("badValue", root["encoding"], at: "encoding", oneOf(TextEncoding.allCases.map(\.rawValue), not: text))
  }

  func delimiter(_ root: JSONValue) throws -> UInt8? {
    guard let text = try string(root, "delimiter", at: "") else { return nil }
    if text == "tab" { return 0x09 }
    guard text.utf8.count == 1, let byte = text.utf8.first, byte == 0x09 || byte > 0x20, byte != UInt8(ascii: "\"")
    else {
      throw error(
        "badValue", root["delimiter"], at: "delimiter",
        "must be one character, such as \";\" or \"\\t\", not \"\(text)\"")
    }
    return byte
  }

  /// All that there are, unless the file says which.
  func repairs(_ root: JSONValue) throws -> Set<MappingFile.Repair> {
    guard let node = root["repairs"] else { return Set(MappingFile.Repair.allCases) }
    let words = try elements(node, at: "repairs", of: "texts")
    return Set(
      try words.enumerated().map { index, word in
        try self.word(try string(word, at: "repairs[\(index)]"), word, at: "repairs[\(index)]")
      })
  }

  func headerRow(_ root: JSONValue) throws -> Int? {
    guard let node = root["headerRow"] else { return nil }
    guard case .number(let text) = node.content, let row = Int(text), row >= 1 else {
      throw error("badValue", node, at: "headerRow", "must be a whole number from 1: the row of the headings")
    }
    return row
  }
}
