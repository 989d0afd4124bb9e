import Mapping
import Testing

/// Which of two rows of headings is that of the list.
@Suite struct UpperHeaderTests {
  private let register =
    #"{"columns": [{"field": "number", "headers": ["Kundnr", "Kund"], "required": true}, {"field": "name", "headers": ["Namn"]}, {"field": "invoiceAddress.city", "headers": ["Ort"]}, {"field": "phone", "headers": ["Telefon"]}, {"field": "contactPersons[0].name", "headers": ["Kontaktperson"]}]}"#

  private func row(_ lines: String) throws -> Int? {
    let sample: [[String?]] = lines.split(separator: "\n").map { line in
      line.split(separator: ";", omittingEmptySubsequences: false).map { String($0) }
    }
    return HeaderFinder.find(in: sample, using: [try Probe.file(register)])?.row
  }

  @Test(
    "a list with more columns below another does not take its place",
    arguments: [
      "Kundnr;Namn\n1;A\nKundnr;Namn;Ort\n2;B;Lund", "Kundnr;Namn\nK-1;A\nK-2;B\nOrt;Kundnr;Namn\nLund;K-3;C",
      "Kundnr;Namn\nNORR;Norra AB\nSYD;Södra AB\nKundnr;Namn;Ort\nVAST;C;Lund",
      "Kundnr;Namn;\n1;A;Privat\n2;B;\nPrivatkunder\nKundnr;Namn;Ort\n3;C;Lund",
      "Kundnr;Namn;Ort\n1;A;Lund\nKundnr;Namn;Ort;Telefon\n2;B;Lund;1\nKundnr;Namn;Ort;Telefon;Kontaktperson\n3;C;Lund;1;D",
    ])
  func joined(lines: String) throws { #expect(try row(lines) == 0) }

  @Test("a title above the first of them changes nothing")
  func titled() throws { #expect(try row("Kundlista 2026\nKundnr;Namn\n1;A\nKundnr;Namn;Ort\n2;B;Lund") == 1) }

  @Test(
    "words above a header that the mapping knows are no header when no list stands below them",
    arguments: [
      "Kund;Kontaktperson;;\nKundnr;Namn;Ort;Telefon\n1;A;Lund;2",
      "Kund;Kontaktperson;;\nAlla uppgifter;;;\nKundnr;Namn;Ort;Telefon\n1;A;Lund;2",
      "Kund;;Kontaktperson;\nGrund;Plats;Person;Nummer\nKundnr;Namn;Ort;Telefon\n1;A;Lund;2",
      "Kund:;Namn\nalla:;ja\nKundnr;Namn;Ort\n1;A;Lund",
    ])
  func notJoined(lines: String) throws {
    let header = lines.split(separator: "\n").firstIndex { $0.hasPrefix("Kundnr") }
    #expect(try row(lines) == header)
  }

  @Test("the sender's own details above a list of numbers are not the list")
  func sender() throws {
    #expect(
      HeaderFinder.find(
        in: [["Namn", "Telefon"], ["Fixar AB", "08-1"], ["Nr", "Namn", "Ort", "Telefon"], ["1", "A", "Lund", "2"]],
        using: [
          try Probe.file(
            #"{"columns": [{"field": "number", "headers": ["Nr"]}, {"field": "name", "headers": ["Namn"], "required": true}, {"field": "invoiceAddress.city", "headers": ["Ort"]}, {"field": "phone", "headers": ["Telefon"]}]}"#
          )
        ])?.row == 2)
  }
}
