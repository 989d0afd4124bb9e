import HTTP
import Testing

@testable import AccountingSystems

/// Which field Fortnox' words name, and which words only look so.
@Suite struct FortnoxNamedKeysTests {
  private func named(_ message: String) -> Set<String> {
    FortnoxError(
      HTTPResponse(status: 400, headers: [:], body: Array(#"{"ErrorInformation":{"message":"\#(message)"}}"#.utf8))
    ).namedKeys
  }

  @Test(arguments: [
    ("Kan inte hitta leveranssättet: BUD", "WayOfDelivery"),
    ("Värdet i fältet Leveranssätt är inte giltigt.", "WayOfDelivery"),
    ("Värdet för CostCenter är inte giltigt.", "CostCenter"), ("Ogiltigt fält: Leveranssätt.", "WayOfDelivery"),
    ("Ogiltigt fält: YourReference", "YourReference"), ("Värdet är för långt (Name).", "Name"),
    ("Försäljningskontot saknas.", "SalesAccount"), ("Värdet i fältet Er referens är inte giltigt.", "YourReference"),
  ]) func theFieldIsNamed(_ message: String, _ key: String) { #expect(named(message) == [key]) }

  /// The value that is refused may hold any words, and an e-mail address may be one of ten.
  @Test(arguments: [
    "Otillåtna tecken i värdet: City Projekt <Name>", "Kan inte hitta: prislista för Comments AB",
    "Ogiltig e-postadress: x@y",
    "Kunden kunde inte sparas.", "",
  ]) func nothingIsGuessed(_ message: String) { #expect(named(message).isEmpty) }
}
