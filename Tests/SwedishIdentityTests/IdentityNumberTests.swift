import SwedishIdentity
import Testing

/// Numbers of persons are Skatteverket's own examples and test numbers (SKV 704, SKV 707, Tolvan Tolvansson) or have a date
/// of birth of the nineteenth century; organisation numbers are public.
@Suite struct IdentityNumberTests {
  static let today = CalendarDay(year: 2026, month: 11, day: 24)

  @Test(
    "a right number gets its canonical form",
    arguments: [
      ("5566778899", "556677-8899"), ("556677-8899", "556677-8899"), ("165566778899", "556677-8899"),
      ("16556677-8899", "556677-8899"), (" 556677 - 8899 ", "556677-8899"), ("202100-5489", "202100-5489"),
      ("212000-0142", "212000-0142"), ("556677\u{A0}8899", "556677-8899"), ("556677\u{2013}8899", "556677-8899"),
      ("556677\u{2212}8899", "556677-8899"), ("\t5566778899", "556677-8899"),
      ("191212121212", "19121212-1212"), ("19121212-1212", "19121212-1212"), ("121212+1212", "19121212-1212"),
      ("121212-1212", "20121212-1212"), ("1212121212", "20121212-1212"), ("640823-3234", "19640823-3234"),
      ("701063-2391", "19701063-2391"), ("197010632391", "19701063-2391"), ("18121212-1212", "18121212-1212"),
      ("121212/1212", "20121212-1212"), ("19121212.1212", "19121212-1212"), ("556677/8899", "556677-8899"),
      ("16556677.8899", "556677-8899"),
    ])
  func canonical(typed: String, expected: String) throws {
    #expect(try canonicalText(read(typed).get()) == expected)
  }

  @Test(
    "what is wrong is named",
    arguments: [
      ("", IdentityNumber.Flaw.shape), ("55667788", .shape), ("55667788991", .shape), ("5566778899012", .shape),
      ("5566-778899", .shape), ("55-6677-8899", .shape), ("abc", .shape), ("556677x8899", .shape),
      ("1.98E+11", .shape), ("556677+8899", .shape), ("161212121212", .shape), ("171212121212", .shape),
      ("211212121212", .shape), ("005566778899", .shape), ("556677-889", .shape), ("556677--8899", .shape),
      ("5566.778899", .shape), ("55/6677/8899", .shape), ("556677./8899", .shape), ("/5566778899", .shape),
      ("5566778899.", .shape),
      ("5566778890", .checksum), ("556677-8898", .checksum), ("191212121213", .checksum), ("701063-2390", .checksum),
      ("19121312-1212", .date), ("19120012-1212", .date), ("19121200-1212", .date), ("19121232-1212", .date),
      ("19120230-1212", .date), ("20261125-0000", .date), ("19121260-1212", .date), ("19121292-1212", .date),
      ("19000229-0000", .date),
    ])
  func flaws(typed: String, expected: IdentityNumber.Flaw) {
    #expect(throws: expected) { try read(typed).get() }
  }

  @Test(
    "the kind follows from the digits",
    arguments: [
      ("556677-8899", IdentityNumber.Kind.organisation), ("191212121212", .person), ("701063-2391", .coordination),
    ])
  func kind(typed: String, expected: IdentityNumber.Kind) throws {
    #expect(try read(typed).get().kind == expected)
  }

  /// The check digit does not cover the century, so one number serves for all of them.
  @Test(
    "today decides the century of ten digits",
    arguments: [
      // The day before, on, and after the birthday in the year of birth.
      ("121212-1212", CalendarDay(year: 2012, month: 12, day: 11), "19121212-1212"),
      ("121212-1212", CalendarDay(year: 2012, month: 12, day: 12), "20121212-1212"),
      ("121212-1212", CalendarDay(year: 2111, month: 12, day: 31), "20121212-1212"),
      // The plus sign comes with the year in which the person turns 100, not with the birthday.
      ("121212+1212", CalendarDay(year: 2012, month: 1, day: 1), "19121212-1212"),
      ("121212+1212", CalendarDay(year: 2011, month: 12, day: 31), "18121212-1212"),
    ])
  func century(typed: String, today: CalendarDay, expected: String) throws {
    #expect(try canonicalText(read(typed, today: today).get()) == expected)
  }

  @Test("leap days exist in leap years only", arguments: [(1912, true), (1900, false), (2000, true), (2023, false)])
  func leapDays(year: Int, exists: Bool) {
    #expect(CalendarDay(year: year, month: 2, day: 29).exists == exists)
  }

  @Test("associations have numbers that begin with 7", arguments: [("769600-0004", true), ("556677-8899", false)])
  func association(typed: String, expected: Bool) throws {
    #expect(try read(typed).get().isAssociation == expected)
  }

  @Test("a person born on the seventies' days is no association")
  func personIsNoAssociation() throws {
    #expect(try !read("701063-2391").get().isAssociation)
  }

  private func read(_ typed: String, today: CalendarDay = today) -> Result<IdentityNumber, IdentityNumber.Flaw> {
    withBytes(typed) { IdentityNumber.read($0, today: today) }
  }

  private func canonicalText(_ number: IdentityNumber) -> String {
    var bytes: [UInt8] = []
    number.appendCanonical(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "a byte that is no digit is found wherever it stands",
    arguments: ["5566778899", "556677-8899", "191212121212", "19121212-1212"])
  func strangerAmongDigits(number: String) {
    for place in number.indices where number[place] != "-" {
      // The neighbours of the digits in ASCII, and a letter that has a digit's lower half.
      for stranger in ["/", ":", "?", "q", "p"] {
        let typed = number[..<place] + stranger + number[number.index(after: place)...]
        #expect(throws: IdentityNumber.Flaw.shape) { try read(String(typed)).get() }
      }
    }
  }
}

/// The bytes of a text, as a batch's arena holds them.
func withBytes<Value>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
  Array(text.utf8).withUnsafeBufferPointer(body)
}
