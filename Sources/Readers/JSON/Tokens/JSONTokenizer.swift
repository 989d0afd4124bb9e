import CustomerModel
import Rows
import Texts

/// Reads a JSON text token by token, holding no more of it than one token, or what is being captured.
///
/// Several values may follow each other at the top, as in JSON Lines. Source: RFC 8259. Not shared between tasks.
final class JSONTokenizer {
  enum State {
    case start, betweenValues, firstElement, element, firstKey, key, colon, afterValue
  }

  private let file: InputFile
  private let guess: EncodingGuess
  let maximumSize: Int
  private let chunkSize: Int
  private var decoder: TextDecoder
  private(set) var window: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// The place in the text of the window's first byte.
  private var windowStart = 0
  /// How many bytes of the window are filled, and where in it the next byte to look at stands.
  private(set) var filled = 0
  var position = 0
  /// Where in the window the current token starts.
  private var tokenPosition = 0
  private var state = State.start
  /// For each open container whether it is an object, the innermost last.
  private var containers: [Bool] = []
  /// The place in the text from which on nothing may leave the window.
  var captureStart: Int?

  /// - Parameter maximumSize: the most bytes of one token, or of what is captured.
  init(file: InputFile, guess: EncodingGuess, maximumSize: Int, chunkSize: Int) throws {
    self.file = file
    self.guess = guess
    self.maximumSize = maximumSize
    self.chunkSize = max(chunkSize, TextDecoder.minimumSpace)
    capacity = 2 * self.chunkSize
    window = .allocate(capacity: capacity)
    decoder = try TextDecoder(file: file, encoding: guess.encoding, offset: guess.start, chunkSize: chunkSize)
    containers.reserveCapacity(JSONLimits.depth)
  }

  deinit { window.deallocate() }

  /// How many containers are open.
  var depth: Int { containers.count }
  /// The place in the text of the current token's first byte, its quote included.
  var tokenOffset: Int { windowStart + tokenPosition }
  /// The place in the text after the current token.
  var offset: Int { windowStart + position }

  /// The next token.
  ///
  /// - Throws: ``KundregError`` with status 65: `json.syntax`, `json.tooDeep`, `json.tooLarge`.
  func next() throws -> JSONToken {
    while true {
      try skipBlanks()
      tokenPosition = position
      guard position < filled else {
        guard state == .betweenValues else { throw failure(JSONTexts.endsTooEarly, at: offset) }
        return JSONToken(kind: .end, start: offset, length: 0)
      }
      let byte = window[position]
      switch state {
      case .colon:
        guard byte == UInt8(ascii: ":") else { throw failure(JSONTexts.colonExpected, at: offset) }
        position += 1
        state = .element
      case .afterValue:
        let isObject = containers[containers.count - 1]
        if byte == UInt8(ascii: ",") {
          position += 1
          state = isObject ? .key : .element
        } else if byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
          return close()
        } else {
          throw failure(JSONTexts.commaExpected(or: isObject ? "}" : "]"), at: offset)
        }
      case .firstKey where byte == UInt8(ascii: "}"), .firstElement where byte == UInt8(ascii: "]"):
        return close()
      case .firstKey, .key:
        guard byte == UInt8(ascii: "\"") else { throw failure(JSONTexts.nameExpected, at: offset) }
        state = .colon
        return try string(.key)
      case .start, .betweenValues, .firstElement, .element:
        return try value(byte)
      }
    }
  }

  /// Passes the rest of a value whose first token is given.
  func skip(_ token: JSONToken) throws {
    guard token.kind == .beginObject || token.kind == .beginArray else { return }
    let outside = depth - 1
    while depth > outside { _ = try next() }
  }

  /// The bytes of the text between two places that are still held: those of the current token, or captured ones.
  func bytes(from start: Int, to end: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: window + (start - windowStart), count: end - start)
  }

  /// True when a replacement for undecodable bytes stands before a place of the text; forgets those.
  func passInvalid(before offset: Int) -> Bool {
    guard !decoder.invalid.isEmpty else { return false }
    let count = decoder.invalid.prefix { $0.offset < offset }.count
    decoder.invalid.removeFirst(count)
    return count > 0
  }

  /// An error at a place of the text.
  func failure(_ reason: Text, code: ErrorCode = .jsonSyntax, at offset: Int) -> KundregError {
    let place = JSONPlace(file: file, guess: guess, offset: offset)
    return KundregError(
      code, JSONTexts.unreadable(file.name, line: place.line, column: place.column, reason))
  }

  private func value(_ byte: UInt8) throws -> JSONToken {
    switch byte {
    case UInt8(ascii: "\""):
      let token = try string(.string)
      endValue()
      return token
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard depth < JSONLimits.depth else {
        throw failure(
          JSONTexts.tooDeep(limit: JSONLimits.depth), code: .jsonTooDeep, at: offset)
      }
      let isObject = byte == UInt8(ascii: "{")
      containers.append(isObject)
      state = isObject ? .firstKey : .firstElement
      position += 1
      return JSONToken(kind: isObject ? .beginObject : .beginArray, start: offset - 1, length: 1)
    default:
      let token = try bareWord()
      endValue()
      return token
    }
  }

  private func close() -> JSONToken {
    let isObject = containers.removeLast()
    position += 1
    endValue()
    return JSONToken(kind: isObject ? .endObject : .endArray, start: offset - 1, length: 1)
  }

  private func endValue() { state = containers.isEmpty ? .betweenValues : .afterValue }

  private func skipBlanks() throws {
    while true {
      while position < filled {
        let byte = window[position]
        guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
        position += 1
      }
      tokenPosition = position
      guard try refill() else { return }
    }
  }

  /// Gets more of the text; what stands before the current token leaves the window, if it is not captured.
  ///
  /// - Returns: false when the text has ended.
  func refill() throws -> Bool {
    let keep = min(tokenPosition, captureStart.map { $0 - windowStart } ?? tokenPosition)
    if keep > 0 {
      window.update(from: window + keep, count: filled - keep)
      windowStart += keep
      filled -= keep
      position -= keep
      tokenPosition -= keep
    }
    guard filled <= maximumSize else {
      throw failure(JSONTexts.valueTooLarge(bytes: maximumSize), code: .jsonTooLarge, at: windowStart)
    }
    if capacity - filled < chunkSize {
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * capacity)
      larger.update(from: window, count: filled)
      window.deallocate()
      window = larger
      capacity *= 2
    }
    let count = try decoder.decode(into: UnsafeMutableRawBufferPointer(start: window + filled, count: chunkSize))
    filled += count
    return count > 0
  }
}
