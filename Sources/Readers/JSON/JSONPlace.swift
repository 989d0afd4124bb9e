/// The line and column of a place in a text, from 1, columns in characters.
///
/// Found by reading the text again, so that reading it without an error need not count.
struct JSONPlace {
  private(set) var line = 1
  private(set) var column = 1

  /// - Parameter offset: bytes of the text in UTF-8.
  init(file: InputFile, guess: EncodingGuess, offset: Int) {
    guard var decoder = try? TextDecoder(file: file, encoding: guess.encoding, offset: guess.start, chunkSize: 1 << 16)
    else { return }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var left = offset
    while left > 0, let count = try? buffer.withUnsafeMutableBytes({ try decoder.decode(into: $0) }), count > 0 {
      for byte in buffer[..<min(count, left)] {
        if byte == 0x0A {
          line += 1
          column = 1
        } else if byte & 0xC0 != 0x80 {
          column += 1
        }
      }
      left -= count
    }
  }
}
