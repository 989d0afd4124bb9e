import CustomerModel
import Rows
import Texts

/// A website is an address without blanks and with a domain: `example.se`, `https://example.se/kontakt`.
struct WebsiteShape: ValueRule {
  static let infos = [shape]

  private static let shape = RuleInfo("website.shape", .warn, "A website is an address with a domain.") {
    $0.doubted(
      Text(
        en: "\($0.column.english) is not a website's address.",
        sv: "\($0.column.swedish) är ingen webbadress."),
      Text(en: "Write it like www.example.se.", sv: "Skriv den som www.example.se."))
  }

  init?(column: RecordColumn, scope: RuleScope) {
    guard column.path.field.kind == .website else { return nil }
  }

  func check(_ sweep: inout ColumnSweep) { sweep.require(Self.shape, Self.isAddress) }

  private static func isAddress(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var dots = 0
    var place = bytes.endOfLettersAndDigits(from: 0)
    while place < bytes.count {
      switch bytes[place] {
      case 0x00...0x20, UInt8(ascii: "@"), UInt8(ascii: ","), UInt8(ascii: ";"): return false
      case UInt8(ascii: "."): if place > 0, place + 1 < bytes.count { dots += 1 }
      default: break
      }
      place = bytes.endOfLettersAndDigits(from: place + 1)
    }
    return dots > 0
  }
}
