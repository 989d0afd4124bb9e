import ERPSandbox
import Foundation
import Testing

/// Seed files.
@Suite struct SeedTests {
  @Test func theShippedSeedIsTakenAndItsCredentialsWork() async throws {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures/sandbox/seed.json")
    let seed = try JSONReader.read(Array(try Data(contentsOf: url)))
    try await Rehearsal.run(seed: seed) { it in
      #expect(try await it.fortnoxNumbers().count == 11)
      #expect(try await it.fortnoxNumbers("?filter=inactive") == ["2005"])
      #expect(try await it.vismaNumbers().count == 12)
      // Every customer can be written back as it stands, so that a rehearsal's refusals are the user's own.
      for number in try await it.fortnoxNumbers() {
        try await it.advance(5)
        let path = "/fortnox/3/customers/\(number)"
        var customer = try await it.ask("GET", path).json["Customer"]?.members ?? [:]
        customer["@url"] = nil
        let answer = try await it.ask("PUT", path, ["Customer": .object(customer)])
        #expect(answer.status == 200, "\(answer.text)")
      }
      for customer in try await it.ask("GET", "/visma/v2/customers").json["Data"]?.elements ?? [] {
        let answer = try await it.ask("PUT", "/visma/v2/customers/" + (customer["Id"]?.text ?? ""), customer)
        #expect(answer.status == 200, "\(answer.text)")
      }
    }
  }

  @Test(arguments: [
    ("{", "seed.json is not JSON: something is wrong at byte 1. Mend it there."),
    ("[]", "seed.json must be a JSON object."),
    (#"{"fortnix":{}}"#, #"seed.json has the unknown key "fortnix"; it may have clients, fortnox, visma."#),
    (#"{"fortnox":{"costCenters":[1]}}"#, #"fortnox in seed.json: "costCenters" must be a list of texts."#),
    (#"{"fortnox":{"tenantId":"1"}}"#, #"fortnox in seed.json: "tenantId" must be a whole number."#),
    (#"{"visma":{"apiModule":1}}"#, #"visma in seed.json: "apiModule" must be true or false."#),
    (
      #"{"visma":{"namesFieldsBy":"words"}}"#,
      #"visma in seed.json: "namesFieldsBy" must be one of "labels", "keys", "none"."#
    ),
    (#"{"visma":{"customers":{}}}"#, #"visma in seed.json: "customers" must be a list of JSON objects."#),
    (
      #"{"visma":{"termsOfPayment":[]}}"#,
      #"visma in seed.json: "termsOfPayment" must have at least one, and each an "Id"."#
    ),
    (#"{"clients":[{"id":"a"}]}"#, #"clients in seed.json: each needs "id" and "secret", both texts."#),
    (#"{"fortnox":{"customers":[{"Name":"X"}]}}"#, #"A Fortnox customer of the seed has no "CustomerNumber"."#),
    (
      #"{"fortnox":{"customers":[{"CustomerNumber":"1","Nope":"X"}]}}"#,
      #"A Fortnox customer has no "Nope" that can be set."#
    ),
    (
      #"{"visma":{"customers":[{"CustomerNumber":"1"},{"CustomerNumber":"1"}]}}"#,
      "The seed has the Visma customer 1 twice."
    ),
  ])
  func faultySeedsAreRefused(_ text: String, _ message: String) {
    #expect(throws: SandboxError(message)) {
      var options = SandboxOptions()
      options.seed = try Seed(json: Array(text.utf8), name: "seed.json")
      _ = try SandboxServer(options)
    }
  }
}
