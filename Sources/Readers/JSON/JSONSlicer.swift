import CustomerModel

/// The elements of one array in an object that is too large to hold, such as the changes of a plan.
///
/// ```swift
/// var slicer = try JSONSlicer(file: InputFile(path: "plan.json"), arrayNamed: "changes")
/// let head = try decode(Head.self, slicer.head)
/// while let change = try slicer.next() { … }
/// ```
package struct JSONSlicer {
  /// The object without that array, as JSON.
  package let head: [UInt8]
  private let tokenizer: JSONTokenizer
  private var isAtEnd = false

  /// Reads the whole file once, to check it and to find what stands beside the array.
  ///
  /// - Parameters:
  ///   - name: the array's name in the object that is the file.
  ///   - maximumSize: the most bytes of one element.
  ///   - maximumHeadSize: the most bytes of the head.
  ///   - chunkSize: the most bytes that are read at once.
  /// - Throws: ``KundregError`` with status 65: `json.syntax`, `json.tooDeep`, `json.tooLarge`, `json.missingArray`.
  package init(
    file: InputFile, arrayNamed name: String, maximumSize: Int = 16 << 20, maximumHeadSize: Int = 1 << 20,
    chunkSize: Int = 1 << 18
  ) throws {
    let guess = try JSONDocument.encoding(of: file)
    let first = try JSONTokenizer(file: file, guess: guess, maximumSize: maximumSize, chunkSize: chunkSize)
    head = try JSONSlicer.head(first, without: name, maximumSize: min(maximumSize, maximumHeadSize))
    tokenizer = try JSONTokenizer(file: file, guess: guess, maximumSize: maximumSize, chunkSize: chunkSize)
    _ = try tokenizer.next()
    while try !JSONSlicer.nextName(tokenizer, is: name) { try tokenizer.skip(try tokenizer.next()) }
    _ = try tokenizer.next()
  }

  /// The bytes of the next element as they stand in the file, or nil after the last one.
  package mutating func next() throws -> [UInt8]? {
    guard !isAtEnd else { return nil }
    let token = try tokenizer.next()
    guard token.kind != .endArray else {
      isAtEnd = true
      return nil
    }
    return try JSONSlicer.capture(tokenizer, from: tokenizer.tokenOffset) { try $0.skip(token) }
  }

  /// Reads a name. - Returns: whether it is the one looked for; false at the end of the object.
  private static func nextName(_ tokenizer: JSONTokenizer, is name: String) throws -> Bool {
    let token = try tokenizer.next()
    return token.kind == .key && text(of: token, tokenizer).elementsEqual(name.utf8)
  }

  private static func text(of token: JSONToken, _ tokenizer: JSONTokenizer) -> [UInt8] {
    var text: [UInt8] = []
    _ = JSONText.append(
      tokenizer.bytes(from: token.start, to: token.start + token.length), hasEscapes: token.hasEscapes, to: &text)
    return text
  }

  private static func head(_ tokenizer: JSONTokenizer, without name: String, maximumSize: Int) throws -> [UInt8] {
    guard try tokenizer.next().kind == .beginObject else {
      throw tokenizer.failure(JSONTexts.objectExpected, code: .jsonMissingArray, at: tokenizer.tokenOffset)
    }
    var head: [UInt8] = [UInt8(ascii: "{")]
    var isFound = false
    while true {
      let key = try tokenizer.next()
      guard key.kind == .key else { break }
      if text(of: key, tokenizer).elementsEqual(name.utf8) {
        let value = try tokenizer.next()
        guard value.kind == .beginArray, !isFound else {
          throw tokenizer.failure(
            JSONTexts.oneArrayExpected(name), code: .jsonMissingArray, at: tokenizer.tokenOffset)
        }
        isFound = true
        try tokenizer.skip(value)
        continue
      }
      if head.count > 1 { head.append(UInt8(ascii: ",")) }
      head += try capture(tokenizer, from: tokenizer.tokenOffset) { try $0.skip(try $0.next()) }
      guard head.count <= maximumSize else {
        throw tokenizer.failure(JSONTexts.headTooLarge(bytes: maximumSize), code: .jsonTooLarge, at: key.start)
      }
    }
    guard try tokenizer.next().kind == .end else {
      throw tokenizer.failure(JSONTexts.objectGoesOn, at: tokenizer.tokenOffset)
    }
    guard isFound else {
      throw tokenizer.failure(JSONTexts.arrayMissing(name), code: .jsonMissingArray, at: tokenizer.tokenOffset)
    }
    return head + [UInt8(ascii: "}")]
  }

  /// The bytes from a place of the text to where reading on leads.
  private static func capture(
    _ tokenizer: JSONTokenizer, from start: Int, _ readOn: (JSONTokenizer) throws -> Void
  ) throws -> [UInt8] {
    tokenizer.captureStart = start
    defer { tokenizer.captureStart = nil }
    try readOn(tokenizer)
    return Array(tokenizer.bytes(from: start, to: tokenizer.offset))
  }
}
