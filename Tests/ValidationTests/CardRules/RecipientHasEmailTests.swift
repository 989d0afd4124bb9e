import CustomerModel
import Testing
import Validation

@Suite struct RecipientHasEmailTests {
  @Test(
    "a recipient of documents has an address of their own",
    arguments: [
      (["contactPersons[0].sendServiceProtocol": "1"], 1), (["contactPersons[0].sendWorkOrder": "1"], 1),
      (["contactPersons[0].sendWorkOrder": "0"], 0), (["contactPersons[0].mainContact": "1"], 0),
      (["contactPersons[0].sendWorkOrder": "1", "contactPersons[0].email": "a@example.se"], 0),
      (["contactPersons[1].sendWorkOrder": "1", "contactPersons[0].email": "a@example.se"], 1),
      (["contactPersons[0].sendWorkOrder": "1", "email": "a@example.se"], 1),
    ])
  func recipients(values: [String: String], count: Int) throws {
    var named = values
    for position in 0...1 { named["contactPersons[\(position)].name"] = "Anna" }
    #expect(try cardCodes(named) == Array(repeating: "contact.emailMissing", count: count))
  }

  @Test("the problem stands at the person's e-mail")
  func place() throws {
    let problems = try Validator(context: context(), columns: [], headers: [])
      .validate(
        card: card(["number": "1", "name": "A", "contactPersons[2].name": "B", "contactPersons[2].sendWorkOrder": "1"]),
        existing: nil)
    #expect(problems.map(\.path) == [FieldPath("contactPersons[2].email")])
  }
}
