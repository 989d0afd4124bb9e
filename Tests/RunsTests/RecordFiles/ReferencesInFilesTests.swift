import CustomerModel
import RegisterStore
import Runs
import Testing
import Validation

/// References that files bring: judged by the card's own terms, and filled in from it.
@Suite struct ReferencesInFilesTests: RecordFilesSuite {
  let office: Office
  init() throws { office = try .withTwoCustomers() }

  @Test func newReferencesAreJudgedAndOldOnesStay() throws {
    try office.set([.orderNumberRequired: 1])
    let first = try take(
      "Kund;Typ;Nummer;Beställningsnummer\n1;Order;10;B1\n2;Order;11;B2\n1;Order;12;\n", into: "references")
    #expect(codes(first) == ["orderNumber.missing", "reference.customerInactive", "reference.orderNumberMissing"])
    #expect(try office.card("1")?[.references] == #"[{"kind":"order","number":"10","orderNumber":"B1"}]"#)
    try office.set([.orderNumberRequired: 0])
    try office.importing(text: "Nr;Namn;Aktiv;facilitiesDisabled;costCenterRequired;costCenter\n1;Ett;nej;;ja;7\n")
    let second = try take("Kund;Typ;Nummer;Status\n1;Order;10;Klar\n1;Order;13;\n", into: "references")
    #expect(second.counts.updated == 1)
    #expect(codes(second) == ["reference.customerInactive"])
    #expect(
      try office.card("1")?[.references] == #"[{"kind":"order","number":"10","status":"Klar","orderNumber":"B1"}]"#)
  }

  @Test(arguments: [
    ("facilityRequired", "reference.facilityMissing", "Order;1;"),
    ("facilityRequired", "reference.facilityMissing", "Order;1;HITTEPÅ"),
    ("costCenterRequired", "reference.costCenterMissing", "Order;1;"),
    ("facilitiesDisabled", "reference.facilitiesDisabled", "Offert;1;A"),
  ])
  func theCardsOwnTermsHold(field: String, code: String, row: String) throws {
    try office.importing(text: "Nr;Namn;\(field)\n1;Ett;ja\n")
    let outcome = try take("Kundnr;Typ;Nummer;Anläggning\n1;\(row)\n", into: "references")
    #expect(codes(outcome) == [code])
    #expect(outcome.counts.rejected == 1)
  }

  /// A list in a cell of the customers' own file is judged as one in a file of its own: existing references stay.
  @Test(
    arguments: [
      ("active", "0", "reference.customerInactive"), ("facilityRequired", "1", "reference.facilityMissing"),
      ("costCenterRequired", "1", "reference.costCenterMissing"), ("comments", "x", nil),
    ] as [(String, String, String?)])
  func aListInACellBringsNoReferenceThatTheCustomerDoesNotTake(field: String, value: String, code: String?) throws {
    let office = try Office()
    let header = "Nr;Namn;\(field);references\n"
    func row(_ orders: String...) -> String {
      let list = orders.map { #"{""kind"":""order"",""number"":""\#($0)""}"# }.joined(separator: ",")
      return "1;Ett;\(value);\"[\(list)]\"\n"
    }
    // A new customer comes with what it had where it came from.
    #expect(try office.importing(text: header + row("7")).counts.created == 1)
    #expect(try office.importing(text: header + row("7")).counts.unchanged == 1)
    let outcome = try office.importing(text: header + row("7", "8"))
    #expect(outcome.counts.rejected == (code == nil ? 0 : 1))
    #expect(outcome.report.problems.entries.filter { $0.severity == .reject }.map(\.code) == [code].compactMap(\.self))
    #expect(try office.card("1")?[.references]?.contains("8") == (code == nil))
  }

  /// By command, from a file of their own and from a cell, orders copy the same.
  @Test func anOrderInACellCopiesWhatTheCardHasAndTheSameListAgainChangesNothing() throws {
    try office.set([.orderNumberRequired: 1])
    try office.importing(text: "Nr;Namn;orderNumber\n1;Ett;B7\n")
    let text = "Nr;Namn;references\n1;Ett;\"[{\"\"kind\"\":\"\"order\"\",\"\"number\"\":\"\"1\"\"}]\"\n"
    #expect(try office.importing(text: text).counts.updated == 1)
    #expect(try office.card("1")?[.references] == #"[{"kind":"order","number":"1","orderNumber":"B7"}]"#)
    try office.importing(text: "Nr;Namn;orderNumber\n1;Ett;B8\n")
    #expect(try office.importing(text: text).counts.unchanged == 1)
    #expect(try office.card("1")?[.references] == #"[{"kind":"order","number":"1","orderNumber":"B7"}]"#)
  }

  @Test func anOrderCopiesCostCenterAndOrderNumberOfTheCard() throws {
    try office.set([.orderNumberRequired: 1, .costCenterRequired: 1])
    try office.importing(text: "Nr;Namn;Kst;orderNumber\n1;Ett;100;B7\n")
    #expect(codes(try take("Kundnr;Typ;Nummer\n1;Order;1\n", into: "references")) == [])
    #expect(
      try office.card("1")?[.references]
        == #"[{"kind":"order","number":"1","costCenter":"100","orderNumber":"B7"}]"#)
  }
}
