import CustomerModel
import Testing

/// One case of a table: what stands in the cell and what becomes of it.
struct Case: Sendable, CustomTestStringConvertible {
  let cell: String
  let result: String?
  init(_ cell: String, _ result: String?) {
    self.cell = cell
    self.result = result
  }
  var testDescription: String { "\(cell.debugDescription) → \(result?.debugDescription ?? "nothing")" }
}

@Suite struct CaseTests {
  @Test(arguments: [
    Case("åre ås é ÿ × ÷", "ÅRE ÅS É ÿ × ÷"), Case("Straße 1", "STRAßE 1"), Case("ABC", "ABC"),
  ])
  func upperMakesSwedishLettersLarge(_ c: Case) throws {
    #expect(try Probe.transformed(c.cell, #""upper""#) == c.result)
  }

  @Test(arguments: [Case("ÅRE Ä Ö × ABC", "åre ä ö × abc"), Case("abc", "abc")])
  func lowerMakesSwedishLettersSmall(_ c: Case) throws {
    #expect(try Probe.transformed(c.cell, #""lower""#) == c.result)
  }

  @Test(arguments: [
    Case("ANDERS-ERIK ÖBERG", "Anders-Erik Öberg"), Case("åkes el & rör/vvs", "Åkes El & Rör/Vvs"),
    Case("o'brien", "O'brien"),
  ])
  func titleMakesFirstLettersLarge(_ c: Case) throws {
    #expect(try Probe.transformed(c.cell, #""title""#) == c.result)
  }
}

@Suite struct NumberTests {
  @Test(arguments: [
    Case("1234", "1234"), Case("12,50", "12.5"), Case("12.50", "12.5"), Case("1 234,5", "1234.5"),
    Case("1\u{A0}234\u{202F}567,00", "1234567"), Case("1.234,56", "1234.56"), Case("1,234.56", "1234.56"),
    Case("1.234.567", "1234567"), Case("25 %", "25"), Case("25%", "25"), Case("0,25", "0.25"), Case(",5", "0.5"),
    Case("-3,10", "-3.1"), Case("\u{2212}7", "-7"), Case("+7", "7"), Case("-0", "0"), Case("007", "7"), Case("0", "0"),
    Case("0,00", "0"), Case("100 kr", "100"), Case("1'000", "1000"), Case("5.", "5"),
    Case("tolv", "tolv"), Case("1,2,3.4,5", "1,2,3.4,5"), Case("1,2.3.4,5", "1,2.3.4,5"), Case("1E5", "1E5"),
    Case("%", "%"),
    Case("-", "-"), Case("12-13", "12-13"),
  ])
  func numberReadsWhatSwedishAndEnglishWrite(_ c: Case) throws {
    #expect(try Probe.transformed(c.cell, #""number""#) == c.result)
  }

  @Test func percentIsANumberByItself() throws {
    #expect(try Probe.canonical("12,50 %", field: "vatPercent") == "12.5")
  }
}

@Suite struct DateTests {
  @Test(arguments: [
    Case("2026-11-23", "2026-11-23"), Case("2026-11-23 00:00:00", "2026-11-23"),
    Case("2026-11-23T22:00:00Z", "2026-11-23"),
    Case("20261123", "2026-11-23"), Case("2026/11/23", "2026-11-23"), Case("2026.1.2", "2026-01-02"),
    Case("23.11.2026", "2026-11-23"), Case("23/11 2026", "2026-11-23"), Case("23/11/2026", "2026-11-23"),
    Case("3/4/2026", "2026-04-03"), Case("23 nov 2026", "2026-11-23"), Case("1 maj 2026", "2026-05-01"),
    Case("november 23, 2026", "2026-11-23"), Case("23 oktober 1999", "1999-10-23"),
    Case("261123", "2026-11-23"), Case("26-11-23", "2026-11-23"), Case("23/11-26", "2026-11-23"),
    Case("470101", "1947-01-01"),
    Case("461231", "2046-12-31"), Case("2024-02-29", "2024-02-29"),
    Case("2026-02-29", "2026-02-29x"), Case("2026-13-01", "2026-13-01x"), Case("i går", "i går"), Case("12", "12"),
    Case("23 hej 2026", "23 hej 2026"),
  ])
  func dateReadsSwedishAndISOForms(_ c: Case) throws {
    // A date that the calendar lacks stays as typed: an x in the table marks it, since it looks canonical.
    let expected = c.result.map { $0.hasSuffix("x") ? String($0.dropLast()) : $0 }
    #expect(try Probe.transformed(c.cell, #""date""#) == expected)
  }

  @Test func monthComesFirstWhenTheMappingSaysSo() throws {
    #expect(try Probe.transformed("3/4/2026", #"{"date": "MDY"}"#) == "2026-03-04")
    #expect(try Probe.transformed("2026-03-04", #"{"date": "MDY"}"#) == "2026-03-04")
  }

  @Test func dateThatDoesNotExistStaysAsTyped() throws {
    #expect(try Probe.transformed("30/2 2026", #""date""#) == "30/2 2026")
  }
}

@Suite struct PhoneTests {
  @Test(arguments: [
    Case("070-123 45 67", "0701234567"), Case("+46 (0)70-123 45 67", "+46701234567"),
    Case("0046701234567", "+46701234567"),
    Case("08/12 34 56", "08123456"), Case("(08) 12 34 56", "08123456"), Case("070\u{2013}123 45 67", "0701234567"),
    Case("701234567.0", "701234567"), Case("08-123 ankn 4", "08-123 ankn 4"), Case("112", "112"), Case("+", "+"),
    Case("1234567890123456", "1234567890123456"),
  ])
  func phoneKeepsDigitsAndPlus(_ c: Case) throws {
    #expect(try Probe.transformed(c.cell, #""phone""#) == c.result)
  }

  @Test(arguments: [
    Case("070-123 45 67", "+46701234567"), Case("+47 22 12 34 56", "+4722123456"),
    Case("0046 8 12 34 56", "+468123456"),
  ])
  func callingCodeIsPutBeforeDomesticNumbers(_ c: Case) throws {
    #expect(try Probe.transformed(c.cell, #"{"phone": "46"}"#) == c.result)
  }

  @Test func phoneFieldKeepsWhatWasTyped() throws {
    #expect(try Probe.canonical("+46 (0)8-12 34", field: "phone") == "+46 (0)8-12 34")
  }
}

@Suite struct IdentityTransformTests {
  @Test(arguments: [
    Case("5566778899", "556677-8899"), Case("556677-8899", "556677-8899"), Case("16556677-8899", "556677-8899"),
    Case("5566778899.0", "556677-8899"), Case("5566778899,00", "556677-8899"), Case("'5566778899", "556677-8899"),
    Case("198001019804", "19800101-9804"), Case("800101-9804", "19800101-9804"),
    Case("5,56678E+09", "5,56678E+09"), Case("5566778890", "5566778890"), Case("saknas", "saknas"),
  ])
  func identityNumberGetsItsCanonicalForm(_ c: Case) throws {
    #expect(try Probe.canonical(c.cell, field: "identityNumber") == c.result)
  }

  @Test(arguments: [
    Case("se 556677-8899 01", "SE556677889901"), Case("DK 13 58 56 28", "DK13585628"),
    Case("SE5566778899", "SE5566778899"),
  ])
  func vatNumberGetsItsCanonicalForm(_ c: Case) throws {
    #expect(try Probe.canonical(c.cell, field: "vatNumber") == c.result)
  }

  @Test(arguments: [
    Case("12345", "123 45"), Case("123 45", "123 45"), Case("SE-12345", "123 45"), Case("12345.0", "123 45"),
    Case("0150", "0150"),
    Case("SW1A 1AA", "SW1A 1AA"),
  ])
  func postalCodeGetsItsCanonicalForm(_ c: Case) throws {
    #expect(try Probe.canonical(c.cell, field: "invoiceAddress.postalCode") == c.result)
    #expect(try Probe.transformed(c.cell, #""postalCode""#) == c.result)
  }
}

@Suite struct WordTests {
  @Test(arguments: [
    Case("Ja", "1"), Case("J", "1"), Case("x", "1"), Case("X", "1"), Case("1", "1"), Case("sant", "1"),
    Case("TRUE", "1"),
    Case("PÅ", "1"), Case("Nej", "0"), Case("n", "0"), Case("0", "0"), Case("FALSKT", "0"), Case("false", "0"),
    Case("kanske", "kanske"),
    Case("", nil),
  ])
  func booleanKnowsSwedishAndEnglish(_ c: Case) throws {
    #expect(try Probe.canonical(c.cell, field: "active") == c.result)
  }

  @Test(arguments: [Case("Ja", "0"), Case("nej", "1"), Case("x", "0"), Case("kanske", "kanske")])
  func notExchangesYesAndNo(_ c: Case) throws {
    #expect(try Probe.transformed(c.cell, #""not""#, field: "active") == c.result)
  }

  @Test(arguments: [
    Case("Sverige", "SE"), Case("SVERIGE", "SE"), Case("se", "SE"), Case("Sweden", "SE"), Case("SWE", "SE"),
    Case("Österrike", "AT"),
    Case("osterrike", "AT"), Case("ÅLAND", "AX"), Case("United States", "US"), Case("Storbritannien", "GB"),
    Case("UK", "GB"),
    Case("Bosnien och Hercegovina", "BA"), Case("Nya  Zeeland", "NZ"), Case("Atlantis", "Atlantis"),
  ])
  func countryIsFoundByNameAndCode(_ c: Case) throws {
    #expect(try Probe.canonical(c.cell, field: "invoiceAddress.country") == c.result)
  }

  @Test(arguments: [
    Case("Svenska", "sv"), Case("SV", "sv"), Case("sv-SE", "sv"), Case("en_GB", "en"), Case("English", "en"),
    Case("swe", "sv"),
    Case("Norskt bokmål", "nb"), Case("klingon", "klingon"),
  ])
  func languageIsFoundByNameAndCode(_ c: Case) throws {
    #expect(try Probe.canonical(c.cell, field: "language") == c.result)
  }

  @Test(arguments: [
    Case("Företag", "company"), Case("FÖRETAG", "company"), Case("foretag", "company"), Case("F", "company"),
    Case("COMPANY", "company"),
    Case("Privat person", "private"), Case("p", "private"), Case("Kommun", "company"), Case("Blå", "Blå"),
  ])
  func customerTypeKnowsSwedishAndEnglish(_ c: Case) throws {
    #expect(try Probe.canonical(c.cell, field: "type") == c.result)
  }

  @Test(arguments: [
    Case("stor  KUND", "A"), Case("Storkund", "A"), Case("Åre", "B"), Case("åre", "B"), Case("annan", "annan"),
    Case("Ingen", nil),
  ])
  func valueTableIgnoresCaseAndBlanks(_ c: Case) throws {
    let file = try Probe.file(
      #"{"columns": [{"field": "orderNumber", "headers": ["A"], "values": {"Stor kund": "A", "ÅRE": "B", "Ingen": ""}}]}"#
    )
    #expect(try Probe.value(file, c.cell) == c.result)
  }

  @Test func valueTableAmongTransformsTakesItsTurn() throws {
    #expect(try Probe.transformed("k-1", #"{"prefix": "x"}, {"values": {"XK-1": "träff"}}"#) == "träff")
  }
}

@Suite struct RewritingTests {
  @Test(arguments: [Case("12", "K12"), Case("K12", "KK12")])
  func prefixIsPutBefore(_ c: Case) throws { #expect(try Probe.transformed(c.cell, #"{"prefix": "K"}"#) == c.result) }

  @Test func suffixIsPutAfter() throws { #expect(try Probe.transformed("12", #"{"suffix": " st"}"#) == "12 st") }

  @Test(arguments: [
    Case("Kund nr 12", "12"), Case("åäö 7", "åäö 7"), Case("Kund nr ", nil),
  ])
  func replaceReplacesEveryMatch(_ c: Case) throws {
    #expect(try Probe.transformed(c.cell, #"{"replace": {"pattern": "^Kund nr *", "with": ""}}"#) == c.result)
  }

  @Test func replaceKnowsGroups() throws {
    #expect(
      try Probe.transformed("Berg, Åsa", #"{"replace": {"pattern": "(.+), (.+)", "with": "$2 $1"}}"#) == "Åsa Berg")
  }

  @Test func blanksThatATransformLeavesAreTrimmed() throws {
    #expect(try Probe.transformed("a-b-", #"{"replace": {"pattern": "-", "with": "  "}}"#) == "a b")
  }

  @Test func transformsWorkInTheirOrder() throws {
    #expect(try Probe.transformed("k12", #"{"prefix": "å"}, "upper", {"suffix": "ö"}"#) == "ÅK12ö")
  }
}
