import CustomerModel
import Documents
import HTTP
import Testing
import Texts

@testable import AccountingSystems

struct VismaReadingTests {
  @Test func aRecordIsTheBareObject() throws {
    let service = try visma(["GET /customers/\(guid(1))": HTTPResponse(200, vismaCustomer(1))])
    let record = try #require(try service.customer(id: guid(1)))
    #expect(record.id == guid(1))
    #expect(record.number == "1")
    #expect(record.object["NewKey"]?.json == #"{"a":[1.0]}"#)
    #expect(service.link(to: guid(1)) == "\(ScriptedAPI.base)/customers/\(guid(1))")
  }

  @Test(arguments: [(404, ""), (404, vismaError("3000", "x")), (400, vismaError("3000", "x"))])
  func whatIsNotThereIsNil(status: Int, body: String) throws {
    #expect(try visma(["GET /customers/\(guid(1))": HTTPResponse(status, body)]).customer(id: guid(1)) == nil)
  }

  @Test func theIdsCaseDoesNotMatterButAnotherRecordIsNotTheCustomer() throws {
    let id = guid(1).uppercased()
    #expect(try visma(["GET /customers/\(id)": HTTPResponse(200, vismaCustomer(1))]).customer(id: id)?.id == guid(1))
    #expect(try visma(["GET /customers/\(id)": HTTPResponse(200, vismaCustomer(2))]).customer(id: id) == nil)
  }

  private func search(_ literal: String) -> String {
    "GET /customers?$page=1&$pagesize=1000&$filter=CustomerNumber%20eq%20%27\(literal)%27"
  }

  @Test func aNumberIsSearchedForAndComparedByteForByte() throws {
    let lower = vismaCustomer(1).replacing("\"CustomerNumber\":\"1\"", with: "\"CustomerNumber\":\"a1\"")
    let upper = vismaCustomer(2).replacing("\"CustomerNumber\":\"2\"", with: "\"CustomerNumber\":\"A1\"")
    let service = try visma([
      search("A1"): HTTPResponse(200, vismaPage([lower, upper])), search("a2"): HTTPResponse(200, vismaPage([lower])),
    ])
    #expect(try service.customer(number: "A1")?.id == guid(2))
    #expect(try service.customer(number: "a2") == nil)
  }

  @Test(arguments: [("O'Brien", "O%27%27Brien"), ("1+2", "1%2B2"), ("1&2", "1%262"), ("1 2", "1%202")])
  func whatANumberHoldsDoesNotLeaveTheLiteral(number: String, literal: String) throws {
    let api = ScriptedAPI([search(literal): HTTPResponse(200, vismaPage([]))])
    #expect(try visma(api).customer(number: number) == nil)
    #expect(api.sent == [search(literal)])
  }

  @Test(arguments: [
    (403, "4002", "No access to module: api_standard", "visma.module", KundregError.Status.configuration),
    (400, "4002", "No access to module: api_standard", "visma.module", .configuration),
    (400, "4003", "x", "visma.startupGuide", .unavailable), (400, "4004", "x", "visma.companyNotActive", .unavailable),
    (403, "4005", "AuthorizationException - x", "visma.signIn", .unavailable),
    (403, "\"4006\"", "x", "visma.scope", .configuration),
    (400, "4010", "API calls quota exceeded! maximum admitted 600 per Minute.", "visma.quota", .unavailable),
    (403, "null", "x", "visma.forbidden", .configuration), (400, "2000", "x", "visma.refused", .configuration),
    (302, "null", "x", "visma.unexpected", .unavailable),
  ])
  func whatConcernsEveryRequestEndsTheRun(
    status: Int, number: String, message: String, code: String, exit: KundregError.Status
  ) throws {
    let answer = HTTPResponse(status, vismaError(number, message))
    let service = try visma(["GET /customers/\(guid(1))": answer])
    let thrown = #expect(throws: APIFailure.self) { try service.customer(id: guid(1)) }
    guard case .unavailable(let error)? = thrown else {
      Issue.record("\(String(describing: thrown))")
      return
    }
    #expect(error.code == code)
    #expect(error.status == exit)
    let vendorCode = number == "null" ? nil : number.replacing("\"", with: "")
    let said = VendorTexts.said(
      message, VismaTexts.withErrorID(VendorTexts.number(code: vendorCode, status: status), "e-1"))
    #expect(error.text.english.contains(said.english))
    #expect(error.text.swedish.contains(said.swedish))
  }

  @Test func anotherServersPageIsNoDeletedCustomer() throws {
    let service = try visma(["GET /customers/\(guid(1))": HTTPResponse(404, "<html>Not Found</html>")])
    let thrown = #expect(throws: APIFailure.self) { try service.customer(id: guid(1)) }
    guard case .unavailable(let error)? = thrown else {
      Issue.record("\(String(describing: thrown))")
      return
    }
    #expect(error.code == "visma.address")
    #expect(error.status == .configuration)
  }

  @Test func aListThatIsNotThereMeansAWrongAddressAndNoDeletedCustomers() throws {
    let service = try visma([vismaList(): HTTPResponse(404, "<html>Not Found</html>")])
    #expect(
      throws: APIFailure.unavailable(
        KundregError(
          .vismaAddress,
          VismaTexts.address("visma", ScriptedAPI.base, resource: "customers", Text(verbatim: "status 404"))))
    ) { try Listing(service, since: nil) }
  }
}
