import CustomerModel
import Documents
import Rows
import Texts

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
        .mappingSyntax,
        MappingMistakeTexts.located(origin, error.position, MappingMistakeTexts.notJSON(error.message)))
    }
    guard case .object = node.content else {
      throw wrongType(node, at: "", expected: JSONValueTexts.object)
    }
    return node
  }

  /// An error with file, line and column.
  ///
  /// - Parameters:
  ///   - path: the place in the document, such as `columns[3].values`; empty for the whole.
  ///   - sentence: makes the sentence of what the place is called.
  func error(
    _ code: ErrorCode, _ node: JSONValue?, at path: String, _ sentence: (_ place: Text) -> Text
  ) -> KundregError {
    error(code, node?.position, at: path, sentence)
  }

  private func error(
    _ code: ErrorCode, _ position: TextPosition?, at path: String, _ sentence: (_ place: Text) -> Text
  ) -> KundregError {
    let place = path.isEmpty ? MappingMistakeTexts.theMapping : Text(verbatim: path)
    return KundregError(code, MappingMistakeTexts.located(origin, position, sentence(place)))
  }

  func checkKeys(of node: JSONValue, at path: String, known: [String]) throws {
    guard case .object(let members) = node.content else { return }
    for member in members where !known.contains(member.key) {
      throw error(.mappingUnknownKey, member.keyPosition, at: path) { place in
        NearestName.find(member.key, among: known).map { MappingMistakeTexts.unknownKey(place, member.key, meant: $0) }
          ?? MappingMistakeTexts.unknownKey(place, member.key, known: known)
      }
    }
  }

  static func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  func wrongType(_ node: JSONValue, at path: String, expected: Text) -> KundregError {
    error(.mappingWrongType, node, at: path) {
      MappingMistakeTexts.wrongType($0, expected: expected, is: node.kindName)
    }
  }

  func string(_ node: JSONValue, _ key: String, at path: String) throws -> String? {
    guard let node = node[key] else { return nil }
    // What a place is called is only made for mistakes.
    if case .text(let text) = node.content { return text }
    return try string(node, at: Self.join(path, key))
  }

  func string(_ node: JSONValue, at path: String) throws -> String {
    guard case .text(let text) = node.content else {
      throw wrongType(node, at: path, expected: JSONValueTexts.text)
    }
    return text
  }

  /// A text, a number as typed, or true and false as `1` and `0`.
  func scalar(_ node: JSONValue, _ key: String, at path: String) throws -> String? {
    guard let node = node[key] else { return nil }
    switch node.content {
    case .text(let text), .number(let text): return text
    case .boolean(let value): return value ? "1" : "0"
    default: throw wrongType(node, at: Self.join(path, key), expected: MappingMistakeTexts.scalar)
    }
  }

  func boolean(_ node: JSONValue, _ key: String, at path: String) throws -> Bool {
    guard let node = node[key] else { return false }
    guard case .boolean(let value) = node.content else {
      throw wrongType(node, at: Self.join(path, key), expected: JSONValueTexts.boolean)
    }
    return value
  }

  func elements(_ node: JSONValue, at path: String, of list: Text) throws -> [JSONValue] {
    guard case .array(let elements) = node.content else {
      throw wrongType(node, at: path, expected: list)
    }
    return elements
  }

  func strings(_ node: JSONValue, _ key: String, at path: String) throws -> [String]? {
    guard let node = node[key] else { return nil }
    return try strings(node, at: Self.join(path, key))
  }

  func strings(_ node: JSONValue, at path: String) throws -> [String] {
    try elements(node, at: path, of: JSONValueTexts.listOfTexts).enumerated().map { index, node in
      if case .text(let text) = node.content { return text }
      return try string(node, at: "\(path)[\(index)]")
    }
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
    throw notOneOf(Word.allCases.map(\.rawValue), text, node, at: path)
  }

  /// Lists the words, and names the one that was meant when one is near.
  func notOneOf(_ words: [String], _ text: String, _ node: JSONValue?, at path: String) -> KundregError {
    error(.mappingBadValue, node, at: path) {
      MappingMistakeTexts.notOneOf($0, words, text, meant: NearestName.find(text, among: words))
    }
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
    throw notOneOf(TextEncoding.allCases.map(\.rawValue), text, root["encoding"], at: "encoding")
  }

  func delimiter(_ root: JSONValue) throws -> UInt8? {
    guard let text = try string(root, "delimiter", at: "") else { return nil }
    if text == "tab" { return 0x09 }
    guard text.utf8.count == 1, let byte = text.utf8.first, byte == 0x09 || byte > 0x20, byte != UInt8(ascii: "\"")
    else {
      throw error(.mappingBadValue, root["delimiter"], at: "delimiter") { MappingMistakeTexts.noDelimiter($0, text) }
    }
    return byte
  }

  /// All that there are, unless the file says which.
  func repairs(_ root: JSONValue) throws -> Set<MappingFile.Repair> {
    guard let node = root["repairs"] else { return Set(MappingFile.Repair.allCases) }
    let words = try elements(node, at: "repairs", of: JSONValueTexts.listOfTexts)
    return Set(
      try words.enumerated().map { index, word in
        try self.word(try string(word, at: "repairs[\(index)]"), word, at: "repairs[\(index)]")
      })
  }

  func headerRow(_ root: JSONValue) throws -> Int? {
    guard let node = root["headerRow"] else { return nil }
    guard case .number(let text) = node.content, let row = Int(text), row >= 0 else {
      throw error(.mappingBadValue, node, at: "headerRow", MappingMistakeTexts.noHeaderRow)
    }
    return row
  }
}
