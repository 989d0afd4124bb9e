import Documents

/// Walks the canonical JSON of a list of records – see ``RecordKind`` – without making anything of it: a search reads the
/// lists of every customer.
struct RecordWalk {
  /// One text or number in a record; a yes, too.
  struct Atom {
    let member: UnsafeRawBufferPointer
    /// The bytes as JSON has them, without quotes.
    let written: UnsafeRawBufferPointer
    let isText: Bool

    /// True for `true`: what is no is left out.
    var isFlag: Bool { !isText && written.first == UInt8(ascii: "t") }
    /// True for a text and a number.
    var isValue: Bool {
      isText || written.first.map { $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) } ?? false
    }
    /// A number's value.
    var number: Double { Double(String(decoding: written, as: UTF8.self)) ?? 0 }

    /// Gives the body the value's own bytes.
    func withValue<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
      guard isText, written.contains(UInt8(ascii: "\\")) else { return body(written) }
      let quoted = [UInt8(ascii: "\"")] + Array(written) + [UInt8(ascii: "\"")]
      let text = (try? JSONNode(parsing: quoted))?.scalarText ?? ""
      return Array(text.utf8).withUnsafeBytes(body)
    }
  }

  /// Gives the bodies each atom, and the end of each record, until one of them returns true; then so does the walk.
  static func first(
    in list: UnsafeRawBufferPointer, where isFound: (Atom) -> Bool, orAtEndOfRecord isFoundAtEnd: () -> Bool
  ) -> Bool {
    guard let start = list.baseAddress else { return false }
    var member = UnsafeRawBufferPointer(start: start, count: 0)
    var place = 0
    while place < list.count {
      switch list[place] {
      case UInt8(ascii: "\""):
        let end = endOfText(list, from: place + 1)
        let text = UnsafeRawBufferPointer(rebasing: list[place + 1..<end])
        place = min(end + 1, list.count)
        if place < list.count, list[place] == UInt8(ascii: ":") {
          member = text
          place += 1
        } else if isFound(Atom(member: member, written: text, isText: true)) {
          return true
        }
      case UInt8(ascii: "}"):
        if isFoundAtEnd() { return true }
        place += 1
      case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: ","): place += 1
      default:
        let end = list[place...].firstIndex(where: isAfterAtom) ?? list.count
        let written = UnsafeRawBufferPointer(rebasing: list[place..<end])
        if isFound(Atom(member: member, written: written, isText: false)) { return true }
        place = end
      }
    }
    return false
  }

  private static func isAfterAtom(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
  }

  /// Where the quote stands that ends a text.
  private static func endOfText(_ list: UnsafeRawBufferPointer, from start: Int) -> Int {
    var place = start
    while place < list.count, list[place] != UInt8(ascii: "\"") {
      place += list[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(place, list.count)
  }
}
