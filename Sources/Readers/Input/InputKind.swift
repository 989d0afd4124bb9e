import CustomerModel
import Rows
import Texts

/// What an input is, decided by its first bytes and never by its name.
enum InputKind: Sendable, Equatable {
  /// A zip container or an OLE2 file: whatever it holds, the workbook reader reads it or says why not.
  case workbook
  case json
  case delimited

  /// How many bytes the decision looks at.
  static let prefixSize = 1 << 16

  /// - Parameters:
  ///   - prefix: the first ``prefixSize`` bytes, or all there are.
  ///   - name: what messages call the input.
  /// - Throws: ``KundregError`` with status 65: `input.empty`, `input.binary`, `input.shortcut`, `input.lockFile`, `input.notText`.
  init(prefix: [UInt8], name: Text) throws {
    if [[0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]]
      .contains(where: { prefix.starts(with: $0) })
    {
      self = .workbook
      return
    }
    if let foreign = ForeignFile(prefix) {
      throw KundregError(foreign.code, InputTexts.isNoList(name, foreign.kind, foreign.remedy))
    }
    let mark = ByteOrderMark(prefix)
    let text = prefix.dropFirst(mark?.length ?? 0)
    guard text.contains(where: { !InputKind.isBlank($0) }) else {
      throw KundregError(.inputEmpty, InputTexts.isEmpty(name))
    }
    // What is neither one byte nor one word a character has a NUL in every other place, and is no binary.
    let isWide = mark.map { $0.encoding != .utf8 } ?? (UTF16Pattern.guess(prefix) != nil)
    if !isWide, InputKind.looksBinary(text) {
      throw KundregError(.inputNotText, InputTexts.isNoText(name))
    }
    self = JSONRecognition.looksLikeJSON(isWide ? text.filter { $0 != 0 } : Array(text)) ? .json : .delimited
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// True when more than one byte in a hundred is a NUL, or one in ten a control character that no text has. A stray NUL
  /// is data.
  private static func looksBinary(_ text: ArraySlice<UInt8>) -> Bool {
    var nuls = 0
    var controls = 0
    for byte in text {
      if byte == 0 { nuls += 1 }
      // 0x1A ends files of DOS programs, 0x1B and 0x1F are used inside values.
      if byte < 0x20, !(0x09...0x0D).contains(byte), byte != 0x1A { controls += 1 }
    }
    return (nuls > 2 && nuls * 100 > text.count) || (controls > 2 && controls * 10 > text.count)
  }
}
