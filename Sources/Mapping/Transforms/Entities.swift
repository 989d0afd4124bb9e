import Foundation

extension Workspace {
  /// Characters in place of what HTML writes for them.
  mutating func entities(_ piece: Piece) -> Piece {
    guard memchr(bytes(piece), Int32(UInt8(ascii: "&")), piece.count) != nil else { return piece }
    return self.piece(of: HTMLEntities.read(text(piece)), original: piece)
  }
}

/// The five characters that HTML must write otherwise, and characters by their number. Source: HTML, "Character references".
enum HTMLEntities {
  private static let names: [Substring: Unicode.Scalar] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]

  /// The text with its characters. A text that was written so several times over, `&amp;amp;`, is read as often.
  static func read(_ text: String) -> String {
    var text = text
    while let read = readOnce(text) { text = read }
    return text
  }

  /// Nil when nothing is to be read. What is shorter each time comes to an end.
  private static func readOnce(_ text: String) -> String? {
    var found = false
    let read = text.replacing(/&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6}));/) { match in
      guard let scalar = scalar(match.output) else { return match.output.0 }
      found = true
      return Substring(String(scalar))
    }
    return found ? read : nil
  }

  private static func scalar(_ match: (Substring, Substring?, Substring?, Substring?)) -> Unicode.Scalar? {
    if let name = match.1 { return names[name] }
    guard let value = match.2.flatMap({ UInt32($0) }) ?? match.3.flatMap({ UInt32($0, radix: 16) }),
      let scalar = Unicode.Scalar(value)
    else { return nil }
    // A number that is no character of a text stays as it stands.
    switch scalar.properties.generalCategory {
    case .control, .format, .unassigned, .privateUse, .lineSeparator, .paragraphSeparator: return nil
    default: return scalar
    }
  }
}
