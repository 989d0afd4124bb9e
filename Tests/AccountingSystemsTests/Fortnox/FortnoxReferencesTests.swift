import AccountingSystems
import Documents
import HTTP
import Testing

/// The further references of Fortnox's customers, in the envelopes of its client libraries.
struct FortnoxReferencesTests {
  private static func list(_ ids: ClosedRange<Int>) -> String {
    let rows = ids.map { #"{"Id":\#($0),"CustomerNumber":"7","Reference":"P\#($0)"}"# }.joined(separator: ",")
    return #"{"CustomerReference":{"CustomerReferenceRows":[\#(rows)]}}"#
  }

  private func references(_ answers: [String: HTTPResponse]) throws -> any CustomerReferences {
    try #require(try fortnox(ScriptedAPI(answers)).references)
  }

  private static func page(_ number: Int) -> String { "GET /customerreferences?limit=500&page=\(number)" }

  @Test func allPagesAreRead() throws {
    let found = try references([
      Self.page(1): HTTPResponse(200, Self.list(1...500)), Self.page(2): HTTPResponse(200, Self.list(501...503)),
    ]).all()
    #expect(found?.count == 503)
    #expect(found?.last == CustomerReference(id: "503", customer: "7", name: "P503"))
  }

  @Test func aListThatKnowsNoPagesComesToAnEnd() throws {
    let same = HTTPResponse(200, Self.list(1...120))
    #expect(try references([Self.page(1): same, Self.page(2): same]).all()?.count == 120)
  }

  @Test func aListThatTakesNoPageIsReadWhole() throws {
    let refused = HTTPResponse(400, #"{"ErrorInformation":{"error":1,"message":"Ogiltig parameter","code":2001103}}"#)
    let found = try references([
      Self.page(1): refused, "GET /customerreferences": HTTPResponse(200, Self.list(1...730)),
    ]).all()
    #expect(found?.count == 730)
  }

  @Test(arguments: [400, 403, 404])
  func whatIsNotToBeHadIsNil(status: Int) throws {
    let body = #"{"ErrorInformation":{"Error":1,"Message":"Behörighet saknas","Code":2003275}}"#
    let refused = HTTPResponse(status, body)
    #expect(try references([Self.page(1): refused, "GET /customerreferences": refused]).all() == nil)
  }

  @Test func rowsAreAddedAndRemoved() throws {
    let references = try references([:])
    let addition = references.addition(of: "Bo Ek", to: "A/1")
    #expect(addition.path == "/customerreferences")
    #expect(
      String(decoding: addition.body, as: UTF8.self)
        == #"{"CustomerReferenceRow":{"CustomerNumber":"A/1","Reference":"Bo Ek"}}"#)
    let removal = references.removal(of: CustomerReference(id: "5", customer: "7", name: "x"))
    #expect(removal.method == .delete)
    #expect(removal.path == "/customerreferences/5")
  }

  @Test func aRowThatIsGoneIsToldSo() throws {
    let body = #"{"ErrorInformation":{"Error":1,"Message":"x","Code":2000433}}"#
    let references = try references(["DELETE /customerreferences/5": HTTPResponse(404, body)])
    #expect(throws: APIFailure.gone) {
      try references.send(references.removal(of: CustomerReference(id: "5", customer: "7", name: "x")))
    }
  }
}
