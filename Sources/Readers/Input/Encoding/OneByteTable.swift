import Rows

/// The characters of an encoding that has one byte for each.
struct OneByteTable {
  let encoding: TextEncoding
  private var scalars: [Unicode.Scalar?]
  private var bytes: [Unicode.Scalar: UInt8] = [:]

  init(_ encoding: TextEncoding) throws {
    self.encoding = encoding
    let converter = try IconvConverter(from: encoding.rawValue)
    scalars = (0...0xFF).map { converter.scalar(of: UInt8($0)) }
    for (byte, scalar) in scalars.enumerated() {
      if let scalar { bytes[scalar] = UInt8(byte) }
    }
  }

  /// True when each of the bytes is a character.
  func has(_ bytes: [UInt8]) -> Bool { bytes.allSatisfy { scalars[Int($0)] != nil } }

  /// The character of a byte in UTF-8; none when the encoding has none.
  func text(of byte: UInt8) -> [UInt8] { scalars[Int(byte)].map { Array(String($0).utf8) } ?? [] }

  /// The character of a byte; nil when the encoding has none.
  func scalar(of byte: UInt8) -> Unicode.Scalar? { scalars[Int(byte)] }

  /// The byte of a character.
  func byte(of scalar: Unicode.Scalar) -> UInt8? { bytes[scalar] }
}

extension IconvConverter {
  /// The character of a byte of a one-byte encoding; nil when it has none.
  func scalar(of byte: UInt8) -> Unicode.Scalar? {
    var source: [UInt8] = [byte]
    var result = [UInt8](repeating: 0, count: 8)
    let count = source.withUnsafeMutableBytes { source in
      result.withUnsafeMutableBytes { convert(source, into: $0).produced }
    }
    return count == 0 ? nil : String(decoding: result[..<count], as: UTF8.self).unicodeScalars.first
  }
}
