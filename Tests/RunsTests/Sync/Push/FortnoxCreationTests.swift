import ConfigurationFile
import CustomerModel
import ERPSandbox
import Mapping
import Runs
import Testing

/// What a new customer in Fortnox is given beside its card.
struct FortnoxCreationTests {
  private func record(_ rehearsal: Rehearsal, _ number: String) async throws -> JSON {
    try #require(try await rehearsal.recordsThere().first { $0["CustomerNumber"]?.text == number })
  }

  @Test func defaultsFillWhatTheCardLacksAndStayThere() async throws {
    let defaults = ["TermsOfPayment": "30", "CostCenter": "NORD", "Currency": "EUR", "InvoiceDiscount": "2.5"]
    try await Rehearsal.run(.fortnox, system: { $0.defaults = defaults }) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB"])
      try rehearsal.addHere("1002", ["name": "Tvåan AB", "costCenter": "SYD"])
      try await rehearsal.addThere("2001", ["name": "Gammal AB"])
      let outcome = try await rehearsal.sync()
      #expect(!outcome.needsAttention, "\(outcome.findings)")
      let (first, second) = try await (record(rehearsal, "1001"), record(rehearsal, "1002"))
      #expect(first["TermsOfPayment"] == "30")
      #expect(first["Currency"] == "EUR")
      #expect(first["CostCenter"] == "NORD")
      #expect(second["CostCenter"] == "SYD")
      #expect(second["TermsOfPayment"] == "30")
      // What the configuration gave is nobody's change here, and one who was there before gets nothing.
      try rehearsal.editHere("1001", ["phone": "08-1"])
      try rehearsal.editHere("2001", ["phone": "08-1"])
      try await rehearsal.nextNight { $0.isFull = true }
      #expect(try rehearsal.here("1001", "costCenter") == nil)
      #expect(try await record(rehearsal, "1001")["CostCenter"] == "NORD")
      #expect(try await record(rehearsal, "2001")["TermsOfPayment"] == nil)
      try await rehearsal.expectQuiet()
    }
  }

  @Test func aDefaultThatFortnoxDoesNotKnowIsToldOfEachCustomer() async throws {
    try await Rehearsal.run(.fortnox, system: { $0.defaults = ["TermsOfPayment": "31"] }) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB"])
      let outcome = try await rehearsal.sync()
      #expect(outcome.codes == ["push.default"])
      #expect(try await rehearsal.numbersThere() == [])
    }
  }

  @Test func aVATTypeThatIsRefusedIsToldOfThatCustomerAndADefaultGoesBefore() async throws {
    try await Rehearsal.run(.fortnox, seed: #"{"fortnox": {"refusedVATTypes": ["EXPORT"]}}"#) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB"])
      try rehearsal.addHere("1004", ["name": "Bygg AS", "invoiceAddress.country": "NO"])
      let outcome = try await rehearsal.sync()
      #expect(outcome.codes == ["push.2000588"])
      let name = rehearsal.system.name
      #expect(outcome.findings.first?.message.contains("erps.\(name).defaults.VATType") == true)
      #expect(try await rehearsal.numbersThere() == ["1001"])
      rehearsal.system.defaults["VATType"] = "SEVAT"
      #expect(try await rehearsal.nextNight().pushed.created == 1)
      #expect(try await record(rehearsal, "1004")["VATType"] == "SEVAT")
      try await rehearsal.expectQuiet()
    }
  }

  @Test func vatIsSetByTypeAndCountryAtCreationOnly() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Siv Ek", "type": "private", "identityNumber": TestIdentity.person(1)])
      try rehearsal.addHere("1002", ["name": "Ettan AB"])
      try rehearsal.addHere(
        "1003", ["name": "Bau GmbH", "invoiceAddress.country": "DE", "vatNumber": "DE136695976"])
      try rehearsal.addHere("1004", ["name": "Bygg AS", "invoiceAddress.country": "NO"])
      try await rehearsal.sync()
      var found: [String: [JSON?]] = [:]
      for number in ["1001", "1002", "1003", "1004"] {
        let record = try await record(rehearsal, number)
        found[number] = [record["VATType"], record["ShowPriceVATIncluded"]]
      }
      #expect(
        found == [
          "1001": ["SEVAT", true], "1002": ["SEVAT", false], "1003": ["EUREVERSEDVAT", false],
          "1004": ["EXPORT", false],
        ])
      // Somebody decides otherwise there; and whatever the customer becomes here, that is left alone.
      try await rehearsal.editRecord("1003", ["VATType": "SEVAT", "ShowPriceVATIncluded": true])
      try rehearsal.editHere("1003", ["invoiceAddress.country": "NO", "type": "private", "vatNumber": nil])
      try await rehearsal.nextNight()
      try await rehearsal.nextNight()
      let record = try await record(rehearsal, "1003")
      #expect(record["CountryCode"] == "NO")
      #expect(record["VATType"] == "SEVAT")
      #expect(record["ShowPriceVATIncluded"] == true)
    }
  }

  @Test func aMappingOfOnesOwnDecides() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      let mapping = try MappingFile(
        json: Array(
          #"""
          {"name": "own", "direction": "both", "columns": [
            {"field": "number", "headers": ["CustomerNumber"], "required": true, "onlyOnCreation": true},
            {"field": "name", "headers": ["Name"], "required": true},
            {"field": "orderNumber", "headers": ["VATType"]}]}
          """#.utf8), origin: "own.json")
      try rehearsal.addHere("1001", ["name": "Ettan AB", "orderNumber": "SEREVERSEDVAT"])
      try await rehearsal.sync(mapping: mapping)
      #expect(try await record(rehearsal, "1001")["VATType"] == "SEREVERSEDVAT")
    }
  }
}
