import CustomerModel
import Rows
import Texts

/// A customer number has letters, digits, `-`, `+`, `/` and `_` only.
///
/// Source: these are what Fortnox accepts in a customer number; the number is the link to the accounting system. Letters are
/// those of Latin-1, which has the Swedish ones; the register's schema says the same.
struct NumberCharacters: ValueRule {
  static let infos = [characters]

  static let characters = RuleInfo(
    fixed: "number.characters", "A customer number has only letters, digits and - + / _."
  ) {
    switch $0.mark {
    case shortened:
      Text(
        en:
          "\($0.column.english) holds \($0.detail.english), which no customer number can have. A spreadsheet has "
          + "shortened the number, as it shows 1,98E+11 for a long one, and its last digits may be gone. Format the "
          + "column as text where the list comes from, and export it again.",
        sv:
          "\($0.column.swedish) innehåller \($0.detail.swedish), som inget kundnummer kan ha. Ett kalkylprogram har "
          + "kortat numret, så som det visar 1,98E+11 för ett långt nummer, och de sista siffrorna kan vara borta. Formatera "
          + "kolumnen som text där listan kommer ifrån, och exportera den igen.")
    case day:
      Text(
        en:
          "\($0.column.english) holds a day with a time, which no customer number can be: a spreadsheet has made a date of "
          + "a code such as 10-12. Write the number that is meant, and format the column as text where the list comes "
          + "from.",
        sv:
          "\($0.column.swedish) innehåller en dag med klockslag, som inget kundnummer kan vara: ett kalkylprogram har "
          + "gjort ett datum av en kod som 10-12. Skriv det avsedda numret, och formatera kolumnen som text där listan "
          + "kommer ifrån.")
    case dash:
      Text(
        en:
          "\($0.column.english) holds a dash (\($0.detail.english)), which is another character than the hyphen of "
          + "customer numbers. Write - instead: a number has only letters, digits and - + / _, without blanks.",
        sv:
          "\($0.column.swedish) innehåller ett tankstreck (\($0.detail.swedish)), som är ett annat tecken än "
          + "kundnumrens bindestreck. Skriv - i stället: ett nummer har bara bokstäver, siffror och - + / _, utan "
          + "blanksteg.")
    case FractionIsLeft.unclear:
      Text(
        en:
          "\($0.column.english) holds a customer number with characters that none can have. Its "
          + "\($0.detail.english) may be decimals or part thousands: write the number that is meant, in digits alone.",
        sv:
          "\($0.column.swedish) innehåller ett kundnummer med otillåtna tecken. \($0.detail.swedish) kan vara "
          + "decimaler eller skilja tusental: skriv det avsedda numret med enbart siffror.")
    case FractionIsLeft.clear:
      Text(
        en:
          "\($0.column.english) holds a customer number with characters that none can have. A program has made a "
          + "decimal number of it: take off the \($0.detail.english) at its end.",
        sv:
          "\($0.column.swedish) innehåller ett kundnummer med otillåtna tecken. Ett program har gjort ett "
          + "decimaltal av det: ta bort \($0.detail.swedish) i slutet.")
    default:
      $0.origin == .system
        ? Text(
          en:
            "\($0.column.english) holds \($0.detail.english), which no customer number can have. Give the record there "
            + "a number of letters, digits and - + / _ without blanks.",
          sv:
            "\($0.column.swedish) innehåller \($0.detail.swedish), som inget kundnummer kan ha. Ge posten där ett nummer "
            + "av bokstäver, siffror och - + / _ utan blanksteg.")
        : Text(
          en:
            "\($0.column.english) holds \($0.detail.english), which no customer number can have. Use letters, digits "
            + "and - + / _ without blanks.",
          sv:
            "\($0.column.swedish) innehåller \($0.detail.swedish), som inget kundnummer kan ha. Använd bokstäver, "
            + "siffror och - + / _ utan blanksteg.")
    }
  }

  /// The marks of a number that a spreadsheet shortened, of a day that it made of one, and of one with a dash where a hyphen is meant.
  private static let (shortened, day, dash) = ("shortened", "day", "dash")

  private let asksForConverted: Bool

  init?(column: RecordColumn, scope: RuleScope) {
    guard column.path.field == .number else { return nil }
    asksForConverted = TextIsAsTyped.asks(column.path, scope)
  }

  func check(_ sweep: inout ColumnSweep) {
    for row in 0..<sweep.rowCount {
      guard let bytes = sweep.bytes(row) else { continue }
      if !Self.areAllowed(bytes) {
        let (mark, detail) = Self.cause(bytes)
        sweep.report(row, Self.characters, mark: mark, detail: detail)
      } else if asksForConverted, ConvertedText.isOfNumber(bytes) {
        sweep.report(row, TextIsAsTyped.converted)
      }
    }
  }

  /// What a number with other characters most likely comes from, and what stands in it.
  private static func cause(_ bytes: UnsafeBufferPointer<UInt8>) -> (mark: String, detail: Text) {
    if let sign = DashCharacters.first(in: bytes) { return (dash, Text(verbatim: String(sign))) }
    if bytes.count > 10, ConvertedText.isDay(bytes) { return (day, RefusedCharacter.first(in: bytes)) }
    if ConvertedText.isShortened(bytes) { return (shortened, RefusedCharacter.first(in: bytes)) }
    if let fraction = FractionIsLeft.fraction(of: bytes) { return (fraction.mark, Text(verbatim: fraction.text)) }
    return ("", RefusedCharacter.first(in: bytes))
  }

  /// True for a character that a number may have.
  static func isAllowed(_ character: Unicode.Scalar) -> Bool {
    Array(String(character).utf8).withUnsafeBufferPointer(areAllowed)
  }

  fileprivate static func areAllowed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "/"),
        UInt8(ascii: "_"):
        place += 1
      case 0xC3:
        // C3 begins U+00C0 to U+00FF: letters, but for the signs × and ÷.
        guard place + 1 < bytes.count, bytes[place + 1] | 0x20 != 0xB7 else { return false }
        place += 2
      default: return false
      }
    }
    return true
  }
}

extension Validator {
  /// True for a text that may be a customer number as far as its characters tell, and that no spreadsheet made of another.
  package static func mayBeNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    NumberCharacters.areAllowed(bytes) && !ConvertedText.isOfNumber(bytes)
  }
}
