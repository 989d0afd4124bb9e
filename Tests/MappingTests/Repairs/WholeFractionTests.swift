import CustomerModel
import Mapping
import Rows
import Testing

@Suite struct WholeFractionTests {
  @Test(arguments: [
    ("number", "1001.0", "1001"), ("phone", "846500410.0", "846500410"),
    ("invoiceAddress.postalCode", "11122,0", "111 22"),
    ("taxReduction.apartmentNumber", "1101.0", "1101"), ("customFields.Fri", "7.0", "7"), ("active", "-1.0", "1"),
    ("orderNumber", "1001.00", "1001"), ("customFields.Fri", "x.0", "x.0"), ("customFields.Fri", "2.0.0", "2.0.0"),
  ])
  func aColumnOfWholeNumbersLosesTheFraction(field: String, cell: String, value: String) throws {
    var column = OneColumn(field)
    column.fractions = [0]
    #expect(try column.value(cell) == value)
    let others = try OneColumn(field).batch([[cell]]).repairs
    // A postal code is read so always; a text that is kept is counted.
    #expect(field == "invoiceAddress.postalCode" || others.allSatisfy { $0.kind == .keptFraction })
  }

  @Test func aFractionThatATableNamesStays() throws {
    var column = OneColumn("type")
    column.fractions = [0]
    column.entry = #"{"field": "type", "headers": ["A"], "values": {"1.0": "private", "2.0": "company"}}"#
    #expect(try column.value("1.0") == "private")
  }

  @Test func zeroIsNoPhoneNumberEitherAsAFraction() throws {
    var column = OneColumn("phone")
    column.fractions = [0]
    #expect(try column.value("0.0") == nil)
  }

  @Test(
    arguments: [
      ("1001.0", .fraction(sign: 0x2E, zeros: 1)), (" 7,00 ", .fraction(sign: 0x2C, zeros: 2)),
      ("-1.0", .fraction(sign: 0x2E, zeros: 1)), ("", .blank), ("nan", .blank), ("NULL", .blank), ("\\N", .blank),
      ("[NULL]", .blank), ("undefined", .blank), ("saknas", .blank), ("Uppgift saknas", .blank), ("-", .blank),
      ("#SAKNAS!", .blank), ("0", .other), ("?", .other),
      ("1001.00", .fraction(sign: 0x2E, zeros: 2)), ("1001.0000", .fraction(sign: 0x2E, zeros: 4)),
      ("1001.000", .fraction(sign: 0x2E, zeros: 3)), ("1.0000", .fraction(sign: 0x2E, zeros: 4)),
      ("1.000", .other), ("25,000", .other), ("-846.000", .other), ("0.000", .fraction(sign: 0x2E, zeros: 3)),
      ("1001.5", .other),
      ("1001", .other), (".0", .other), ("1.0.0", .other), ("1.0e5", .other), ("v1.0", .other), ("-.0", .other),
      ("Bo", .other),
      ("1 001.0", .other),
    ] as [(String, WholeNumbers.Verdict)])
  func aCellIsJudgedByItself(cell: String, verdict: WholeNumbers.Verdict) {
    var cell = cell
    let found = cell.withUTF8 {
      WholeNumbers.judge(UnsafeRawBufferPointer($0), words: ColumnBlankWords(own: nil, fields: []))
    }
    #expect(found == verdict)
  }

  @Test func wordsOfTheMappingsOwnSayNothingAndZeroSaysNothingAmongPhones() {
    func verdict(_ cell: String, own: [String]?, _ field: Field) -> WholeNumbers.Verdict {
      var cell = cell
      return cell.withUTF8 {
        WholeNumbers.judge(
          UnsafeRawBufferPointer($0), words: ColumnBlankWords(own: own, fields: [FieldPath(field)]))
      }
    }
    #expect(verdict("?", own: ["?"], .number) == .blank)
    #expect(verdict("?", own: nil, .number) == .other)
    #expect(verdict("0", own: nil, Field.named("phone")!) == .blank)
    #expect(verdict("0", own: nil, .number) == .other)
  }
}
