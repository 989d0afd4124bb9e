import Mapping
import Testing

@Suite struct HeadingKeysTests {
  @Test(arguments: [
    ("Lägenhetsnummer", "La\u{308}genhetsnummer", true), ("La\u{308}genhetsnummer", "LÄGENHETSNUMMER", true),
    ("Nummer hos leverantören Ж", "nummer hos leverantoeren ж", true), ("Ж", "ж", true),
    ("@åbcdefghijklmnopqrs Ж", "@Åbcdefghijklmnopqrs ж", true), ("Nr", "n r.", true),
    ("Fakturaadressens postnummer", "Fakturaadressens postnr", false), ("Nr", "Nra", false), ("Ж", "Жa", false),
  ])
  func aHeadingIsFoundHoweverItsLettersAreWritten(known: String, heading: String, isFound: Bool) throws {
    let file = try Probe.file(
      #"{"columns": [{"field": "number", "headers": ["Kund"]}, {"field": "comments", "headers": ["\#(known)"]}]}"#)
    #expect(HeaderMatch(file, header: ["Kund", heading]).found.count == (isFound ? 2 : 1))
  }
}
