import CustomerModel
import Testing
import Validation

@Suite struct IdentityFitsCountryTests {
  private func codes(_ values: [String: String], from old: [String: String]? = nil) throws -> [String] {
    let more = ["number": "1", "name": "Nordic Ovens AS"]
    let validator = try Validator(context: context(), columns: [], headers: [])
    let problems = validator.validate(
      card: card(values.merging(more) { $1 }), existing: old.map { card($0.merging(more) { $1 }) })
    return problems.map { "\($0.code) \($0.severity)" }
  }

  @Test("a number of another country needs something that says that its customer is abroad")
  func country() throws {
    let number = ["identityNumber": "999999018"]
    #expect(try codes(number) == ["identity.country reject"])
    #expect(try codes(number.merging(["invoiceAddress.country": "SE"]) { $1 }) == ["identity.country reject"])
    for evidence in [
      ("invoiceAddress.country", "NO"), ("mailAddress.country", "NO"), ("vatNumber", "NO999999018MVA"),
      ("phone", "+4722000001"),
    ] {
      #expect(try codes(number.merging([evidence.0: evidence.1]) { $1 }).isEmpty, "\(evidence)")
    }
  }

  @Test("a Swedish number may stand anywhere", arguments: ["556677-8899", "19121212-1212"])
  func swedish(number: String) throws {
    #expect(try codes(["identityNumber": number]).isEmpty)
    #expect(try codes(["identityNumber": number, "invoiceAddress.country": "NO"]).isEmpty)
  }

  @Test("a customer that moves to Sweden needs a Swedish number; what it already was is only told")
  func moving() throws {
    let old = ["identityNumber": "999999018", "invoiceAddress.country": "NO"]
    #expect(
      try codes(["identityNumber": "999999018", "invoiceAddress.country": "SE"], from: old) == [
        "identity.country reject"
      ])
    #expect(
      try codes(["identityNumber": "999999018", "email": "a@example.se"], from: ["identityNumber": "999999018"])
        == ["identity.country warn"])
  }

  @Test("the advice fits what is wrong")
  func advice() throws {
    let text = { (values: [String: String]) in
      let validator = try Validator(context: context(), columns: [], headers: [])
      return validator.validate(
        card: card(values.merging(["number": "1", "name": "Nordic Ovens AS"]) { $1 }), existing: nil
      ).first?.text
    }
    let advice = { (mark: String) in
      told("identity.country", of: "identityNumber", header: FieldPath(.identityNumber).label, mark: mark)
    }
    #expect(try text(["identityNumber": "5566778899", "invoiceAddress.country": "SE"]) == advice("right"))
    #expect(try text(["identityNumber": "999999018", "invoiceAddress.country": "SE"]) == advice("stated"))
    #expect(try text(["identityNumber": "999999018"]) == advice(""))
  }
}
