import ERPSandbox
import Testing

/// Customers' further references in Fortnox.
@Suite struct FortnoxReferenceTests {
  private static let seed: JSON = [
    "fortnox": [
      "customers": [["CustomerNumber": "7", "Name": "Sju AB"], ["CustomerNumber": "8", "Name": "Åtta AB"]],
      "references": [["CustomerNumber": "7", "Reference": "Anna Ek"]],
    ]
  ]

  private func row(_ id: Int, _ number: String, _ name: String) -> JSON {
    .object(["Id": JSON(id), "CustomerNumber": .string(number), "Reference": .string(name)])
  }

  @Test func rowsAreListedAddedChangedAndDeleted() async throws {
    try await Rehearsal.run(seed: Self.seed) { it in
      let path = "/fortnox/3/customerreferences"
      let added = try await it.ask(
        "POST", path, ["CustomerReferenceRow": ["CustomerNumber": "8", "Reference": "Bo Ask"]])
      #expect(added.status == 201)
      #expect(added.json["CustomerReference"]?["CustomerReferenceRows"] == .array([row(2, "8", "Bo Ask")]))
      let changed = try await it.ask("PUT", path + "/1", ["CustomerReferenceRow": ["Reference": "Anna By"]])
      #expect(changed.status == 200)
      let all = try await it.ask("GET", path)
      #expect(
        all.json["CustomerReference"]?["CustomerReferenceRows"]
          == .array([row(1, "7", "Anna By"), row(2, "8", "Bo Ask")]))
      let page = try await it.ask("GET", path + "?limit=1&page=2")
      #expect(page.json["CustomerReference"]?["CustomerReferenceRows"] == .array([row(2, "8", "Bo Ask")]))
      #expect(try await it.ask("DELETE", path + "/2").status == 204)
      #expect(try await it.ask("DELETE", path + "/2").status == 404)
      let quoted = try await it.ask(
        "POST", path, ["CustomerReferenceRow": ["CustomerNumber": "8", "Reference": "Bo \"B\" Ask"]])
      #expect(quoted.status == 400)
      let nobody = try await it.ask(
        "POST", path, ["CustomerReferenceRow": ["CustomerNumber": "9", "Reference": "Bo"]])
      #expect(nobody.status == 400)
    }
  }

  @Test func aListOfOnePieceTakesNoParameters() async throws {
    let names = (1...130).map { JSON.object(["CustomerNumber": "7", "Reference": .string("P\($0)")]) }
    let seed: JSON = [
      "fortnox": [
        "customers": [["CustomerNumber": "7", "Name": "Sju AB"]], "references": .array(names), "pagesReferences": false,
      ]
    ]
    try await Rehearsal.run(seed: seed) { it in
      let path = "/fortnox/3/customerreferences"
      #expect(try await it.ask("GET", path + "?limit=500&page=1").status == 400)
      let all = try await it.ask("GET", path)
      #expect(all.json["CustomerReference"]?["CustomerReferenceRows"]?.elements?.count == 130)
    }
  }
}
