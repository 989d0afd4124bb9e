import CustomerModel
import Documents
import HTTP
import Testing
import Texts

@testable import AccountingSystems

struct FortnoxReadingTests {
  @Test(arguments: [
    ("1001", "/customers/1001"), ("A/1", "/customers/A%2F1"), ("A+1", "/customers/A%2B1"), ("#1", "/customers/%231"),
    ("1?2", "/customers/1%3F2"), ("1%2", "/customers/1%252"), ("ÅÄÖ", "/customers/%C3%85%C3%84%C3%96"),
  ])
  func numbersAreEncodedInThePath(number: String, path: String) throws {
    let api = ScriptedAPI(["GET \(path)": HTTPResponse(200, fortnoxCustomer(number))])
    let service = try fortnox(api)
    #expect(try service.customer(number: number)?.id == number)
    #expect(try service.customer(id: number)?.number == number)
    #expect(service.link(to: number) == ScriptedAPI.base + path)
  }

  @Test(arguments: ["", ".", ".."])
  func aNumberThatWouldNameAnotherAddressIsNotAskedFor(number: String) throws {
    let api = ScriptedAPI([:] as [String: HTTPResponse])
    #expect(try fortnox(api).customer(number: number) == nil)
    #expect(api.sent.isEmpty)
  }

  @Test(arguments: [
    (404, #"{"ErrorInformation":{"Error":1,"Message":"Kunde hittades inte","Code":2000433}}"#),
    (404, #"{"ErrorInformation":{"error":1,"message":"Kan inte hitta kunden.","code":"2000204"}}"#),
    (400, #"{"ErrorInformation":{"error":1,"message":"Kan inte hitta kunden.","code":2000433}}"#), (404, ""),
  ])
  func whatIsNotThereIsNil(status: Int, body: String) throws {
    #expect(try fortnox(ScriptedAPI(["GET /customers/1": HTTPResponse(status, body)])).customer(number: "1") == nil)
  }

  @Test(arguments: ["01", "1 ", "A1"])
  func anotherNumberInTheAnswerIsNotTheCustomer(answered: String) throws {
    let api = ScriptedAPI(["GET /customers/1": HTTPResponse(200, fortnoxCustomer(answered))])
    #expect(try fortnox(api).customer(number: "1") == nil)
  }

  @Test func typesThatVaryAreKeptAsTheyCame() throws {
    let body = #"""
      {"Customer":{"CustomerNumber":1,"Name":"x","SalesAccount":3001,"InvoiceFreight":"12.50",\#
      "InvoiceAdministrationFee":12.50,"NewKey":{"a":[1.0]},"Email":"","City":null}}
      """#
    let record = try #require(
      try fortnox(ScriptedAPI(["GET /customers/1": HTTPResponse(200, body)])).customer(number: "1"))
    #expect(record.object["SalesAccount"] == .number("3001"))
    #expect(record.object["InvoiceFreight"] == .text("12.50"))
    #expect(record.object["InvoiceAdministrationFee"] == .number("12.50"))
    #expect(record.object["NewKey"]?.json == #"{"a":[1.0]}"#)
    #expect(record.object["Email"] == .text(""))
    #expect(record.object["City"] == .null)
    #expect(record.changed == nil)
  }

  @Test func anAnswerThatWasCutIsAskedForOnceMore() throws {
    let cut = HTTPResponse(200, #"{"Customer":{"CustomerNumber":"1","Na"#)
    let api = ScriptedAPI(["GET /customers/1": [.success(cut), .success(HTTPResponse(200, fortnoxCustomer("1")))]])
    #expect(try fortnox(api).customer(number: "1")?.id == "1")
    #expect(api.sent.count == 2)
  }

  @Test(arguments: [
    (400, "2000310", "fortnox.signIn", KundregError.Status.unavailable),
    (403, "2000311", "fortnox.signIn", .unavailable), (400, "2004054", "fortnox.signIn", .unavailable),
    (403, "2000663", "fortnox.scope", .configuration), (403, "2001101", "fortnox.licence", .configuration),
    (403, "2001103", "fortnox.licence", .configuration), (403, "2003275", "fortnox.rights", .configuration),
    (400, "1000003", "fortnox.internal", .unavailable), (400, "2000588", "fortnox.refused", .configuration),
  ])
  func whatConcernsEveryRequestEndsTheRun(
    status: Int, number: String, code: String, exit: KundregError.Status
  ) throws {
    let body = #"{"ErrorInformation":{"Error":1,"Message":"Saknar beh\u00f6righet.","Code":\#(number)}}"#
    let service = try fortnox(ScriptedAPI(["GET /customers/1": HTTPResponse(status, body)]))
    let thrown = #expect(throws: APIFailure.self) { try service.customer(number: "1") }
    guard case .unavailable(let error)? = thrown else {
      Issue.record("\(String(describing: thrown))")
      return
    }
    #expect(error.code == code)
    #expect(error.status == exit)
    let said = VendorTexts.said("Saknar behörighet.", VendorTexts.number(code: number, status: status))
    #expect(error.text.english.contains(said.english))
    #expect(error.text.swedish.contains(said.swedish))
  }

  @Test func aRefusalBeforeFortnoxsOwnCodeHasAnotherShape() throws {
    let service = try fortnox(ScriptedAPI(["GET /customers/1": HTTPResponse(403, #"{"message":"unauthorized"}"#)]))
    #expect(
      throws: APIFailure.unavailable(
        KundregError(
          .fortnoxForbidden,
          FortnoxTexts.forbidden("fortnox", VendorTexts.said("unauthorized", Text(verbatim: "status 403")))))
    ) { try service.customer(number: "1") }
  }

  @Test func anotherServersPageIsNoDeletedCustomer() throws {
    let service = try fortnox(ScriptedAPI(["GET /customers/1": HTTPResponse(404, "<html>Not Found</html>")]))
    let thrown = #expect(throws: APIFailure.self) { try service.customer(id: "1") }
    guard case .unavailable(let error)? = thrown else {
      Issue.record("\(String(describing: thrown))")
      return
    }
    #expect(error.code == "fortnox.address")
    #expect(error.status == .configuration)
  }

  @Test func aListThatIsNotThereMeansAWrongAddressAndNoDeletedCustomers() throws {
    let service = try fortnox(ScriptedAPI([fortnoxList("active"): HTTPResponse(404, "<html>Not Found</html>")]))
    let thrown = #expect(throws: APIFailure.self) { try Listing(service, since: nil) }
    guard case .unavailable(let error)? = thrown else {
      Issue.record("\(String(describing: thrown))")
      return
    }
    #expect(error.code == "fortnox.address")
    #expect(error.message.contains("erps.fortnox.baseURL"))
  }
}
