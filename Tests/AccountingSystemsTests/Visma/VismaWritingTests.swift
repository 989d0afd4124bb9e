import CustomerModel
import Documents
import HTTP
import Testing
import Texts

@testable import AccountingSystems

struct VismaWritingTests {
  private let complete: [JSONNode.Member] = [
    .init(key: "CustomerNumber", value: .text("1")), .init(key: "Name", value: .text("Exempel AB")),
    .init(key: "IsPrivatePerson", value: .boolean(false)), .init(key: "IsActive", value: .boolean(true)),
  ]
  private let defaults = ["InvoiceCity": "Okänd", "InvoicePostalCode": "00000", "TermsOfPayment": "30 Dagar"]
  private let termsPath = "GET /termsofpayments?$page=1&$pagesize=1000"
  private let terms = vismaPage([
    #"{"Id":"t10","Name":"10 dagar","NameEnglish":"10 days"}"#,
    #"{"Id":"t30","Name":"30 dagar","NameEnglish":"30 days","AvailableForSales":true}"#,
    #"{"Id":"t90","Name":"90 dagar","NameEnglish":"90 days","AvailableForSales":false}"#,
  ])

  private func text(_ request: PreparedRequest) -> String { String(decoding: request.body, as: UTF8.self) }

  @Test func aCreationIsABareObjectWithDefaultsForWhatIsRequired() throws {
    let api = ScriptedAPI([termsPath: HTTPResponse(200, terms)])
    let service = try visma(api)
    for _ in 0..<2 {
      let request = try service.creation(
        complete + [
          .init(key: "Telephone", value: .null), .init(key: "EmailAddress", value: .text("")),
          .init(key: "InvoiceCity", value: .text("Lund")),
        ], defaults: defaults)
      #expect(request.method == .post)
      #expect(request.path == "/customers")
      #expect(
        text(request) == #"{"CustomerNumber":"1","Name":"Exempel AB","IsPrivatePerson":false,"IsActive":true,"#
          + #""InvoiceCity":"Lund","InvoicePostalCode":"00000","TermsOfPaymentId":"t30"}"#)
    }
    // The terms are looked up once.
    #expect(api.sent == [termsPath])
  }

  @Test func termsAreFoundByTheirEnglishNameToo() throws {
    let request = try visma([termsPath: HTTPResponse(200, terms)])
      .creation(complete, defaults: defaults.merging(["TermsOfPayment": "10 days"]) { $1 })
    #expect(text(request).contains(#""TermsOfPaymentId":"t10""#))
  }

  @Test(arguments: ["60 dagar", "90 dagar"])
  func termsThatNoCustomerCanHaveAreNamedWithThoseThatOneCan(name: String) throws {
    #expect(
      throws: APIFailure.unfitDefault(
        UnfitDefault(
          code: "termsOfPayment", key: "TermsOfPayment", value: name, holdsForAll: true,
          message: VismaTexts.unknownTerms("visma", name, known: ["10 dagar", "30 dagar"])))
    ) {
      try visma([termsPath: HTTPResponse(200, terms)])
        .creation(complete, defaults: defaults.merging(["TermsOfPayment": name]) { $1 })
    }
  }

  /// It keeps new customers back, and is asked for once: what changes of others is sent.
  @Test(arguments: [(404, #"{"message":"Not found"}"#), (403, vismaError("3003", "No"))])
  func aResourceThatIsRefusedIsNamed(status: Int, body: String) throws {
    let api = ScriptedAPI([termsPath: HTTPResponse(status, body)])
    let service = try visma(api)
    for _ in 0..<2 {
      let failure = #expect(throws: APIFailure.self) { try service.creation(complete, defaults: defaults) }
      guard case .unfitDefault(let unfit) = failure else {
        Issue.record("\(failure as Any)")
        return
      }
      #expect(unfit.code == "termsOfPayment" && unfit.value == "30 Dagar")
      if status == 404 { #expect(unfit.message.english.contains("/termsofpayments")) }
    }
    #expect(api.sent == [termsPath])
  }

  @Test func aListThatCannotBeReadForNowEndsTheRun() throws {
    let failure = #expect(throws: APIFailure.self) {
      try visma([termsPath: HTTPResponse(401, vismaError("4005", "x"))]).creation(complete, defaults: defaults)
    }
    guard case .unavailable(let error) = failure else {
      Issue.record("\(failure as Any)")
      return
    }
    #expect(error.status == .unavailable)
  }

  @Test func whatIsRequiredAndNowhereGivenIsNamed() throws {
    #expect(
      throws: APIFailure.unfitDefault(
        UnfitDefault(
          code: "termsOfPayment", key: "TermsOfPayment", value: nil, holdsForAll: true,
          message: VismaTexts.termsAreMissing("visma"),
          ofCustomer: VismaTexts.fieldsAreMissing(["InvoiceCity", "InvoicePostalCode"], "visma")))
    ) { try visma().creation(complete, defaults: [:]) }
    let found = try visma([termsPath: HTTPResponse(200, terms)])
    #expect(
      throws: APIFailure.record(
        code: "missing", message: VismaTexts.fieldsAreMissing(["InvoiceCity", "InvoicePostalCode"], "visma"))
    ) { try found.creation(complete, defaults: ["TermsOfPayment": "30 Dagar"]) }
  }

  private func record() throws -> RemoteCustomer {
    let object = try JSONNode(parsing: Array(vismaCustomer(1).utf8))
    return RemoteCustomer(id: guid(1), number: "1", object: object, changed: "2026-01-28T12:10:22.743Z")
  }

  @Test func aChangeSendsTheWholeRecordWithKeysThatNobodyKnows() throws {
    let request = try visma().change(
      [
        .init(key: "Name", value: .text("Ny AB")), .init(key: "Note", value: .null),
        .init(key: "Telephone", value: .text("046-1")), .init(key: "ChangedUtc", value: .text("x")),
        .init(key: "Id", value: .text("x")), .init(key: "EmailAddress", value: .text("")),
      ], of: record())
    #expect(request.method == .put)
    #expect(request.path == "/customers/\(guid(1))")
    #expect(
      text(request) == """
        {"Id":"\(guid(1))","CustomerNumber":"1","Name":"Ny AB","InvoiceCity":"Lund","InvoicePostalCode":"22100",\
        "TermsOfPaymentId":"\(guid(900))","IsPrivatePerson":false,"IsActive":true,"Note":null,\
        "DiscountPercentage":0.1000,"Notes":["\(guid(800))"],"MessageThreads":[],"NewKey":{"a":[1.0]},\
        "CustomerLabels":[{"Id":"\(guid(700))","Name":"VIP","Description":null}],"Telephone":"046-1","EmailAddress":null}
        """)
  }

  @Test func whatIsRequiredIsNotCleared() throws {
    #expect(
      throws: APIFailure.record(
        code: "missing", message: VismaTexts.fieldsWereCleared(["InvoiceCity"]))
    ) { try visma().change([.init(key: "InvoiceCity", value: .null)], of: record()) }
  }

  @Test func aChangeOfWhatIsNotVismasToChangeIsRefused() throws {
    #expect(
      throws: APIFailure.record(code: "readOnly", message: VendorTexts.unchangeable("Visma", ["ChangedUtc"]))
    ) { try visma().change([.init(key: "ChangedUtc", value: .text("x"))], of: record()) }
  }

  private let put = PreparedRequest(method: .put, path: "/customers/\(guid(1))", body: Array("{}".utf8))
  private let post = PreparedRequest(
    method: .post, path: "/customers", body: Array(#"{"CustomerNumber":"1","Name":"x"}"#.utf8))

  @Test(arguments: [200, 201])
  func aSentRecordIsReadFromTheReply(status: Int) throws {
    #expect(try visma(["POST /customers": HTTPResponse(status, vismaCustomer(1))]).send(post).id == guid(1))
  }

  @Test(arguments: [(200, "{}"), (200, ""), (204, "")])
  func anEmptyReplyIsReadBack(status: Int, body: String) throws {
    let path = "/customers/\(guid(1))"
    let changed = try visma([
      "PUT \(path)": HTTPResponse(status, body), "GET \(path)": HTTPResponse(200, vismaCustomer(1)),
    ])
    #expect(try changed.send(put).number == "1")
    let search = "GET /customers?$page=1&$pagesize=1000&$filter=CustomerNumber%20eq%20%271%27"
    let created = try visma([
      "POST /customers": HTTPResponse(status, body), search: HTTPResponse(200, vismaPage([vismaCustomer(1)])),
    ])
    #expect(try created.send(post).id == guid(1))
  }

  @Test(arguments: ["", "<html>", #"{"Id":"#, "[]"])
  func aTakenRequestWithoutARecordIsUnknownAndNotSentAgain(body: String) throws {
    let api = ScriptedAPI(["PUT /customers/\(guid(1))": HTTPResponse(200, body)])
    #expect(throws: APIFailure.outcomeUnknown(VendorTexts.answeredWithoutRecord("Visma"))) {
      try visma(api).send(put)
    }
    #expect(api.sent.filter { $0.hasPrefix("PUT") }.count == 1)
  }

  private static func said(_ message: String, _ code: String, id: String? = "e-1") -> Text {
    let number = VendorTexts.number(code: code, status: 0)
    return VendorTexts.said(message, id.map { VismaTexts.withErrorID(number, $0) } ?? number)
  }

  private static func notTaken(_ message: String, _ code: String, id: String? = "e-1") -> Text {
    VendorTexts.notTaken("Visma", said(message, code, id: id))
  }

  @Test(arguments: [
    (
      "POST", 400, vismaError("4000", "Customer number 1 exists"),
      APIFailure.numberTaken(message: VismaTexts.numberTaken(Self.said("Customer number 1 exists", "4000")))
    ),
    (
      "PUT", 409, vismaError("4000", "Conflict"),
      .record(
        code: "4000", message: [VismaTexts.atOdds(Self.said("Conflict", "4000")), VismaTexts.lookAtCustomer].joined())
    ),
    ("POST", 409, "", .numberTaken(message: VismaTexts.numberTaken(Text(verbatim: "status 409")))),
    (
      "PUT", 400,
      #"{"ErrorCode":2000,"DeveloperErrorMessage":"Bad.","ErrorId":"e-2","Errors":["Too long: 800101-1234",{"F":"Name"}]}"#,
      .record(code: "2000", message: Self.notTaken("Bad. Too long: ******-**** Name", "2000", id: "e-2"))
    ),
    // The whole message says what its details say.
    (
      "PUT", 400,
      #"{"ErrorCode":2000,"DeveloperErrorMessage":"Error - Bad A. Bad B.","Errors":["Bad A.","Bad B.","Bad C.","Bad C."]}"#,
      .record(code: "2000", message: Self.notTaken("Error - Bad A. Bad B. Bad C.", "2000", id: nil))
    ),
    (
      "PUT", 400, vismaError("4002", "Can not be updated"),
      .record(
        code: "4002", message: [Self.notTaken("Can not be updated", "4002"), VismaTexts.changeByHand].joined())
    ),
    (
      "PUT", 403, vismaError("4002", "CanNotBeCreatedOrUpdated"),
      .record(
        code: "4002", message: [Self.notTaken("CanNotBeCreatedOrUpdated", "4002"), VismaTexts.changeByHand].joined())
    ),
    (
      "POST", 403, vismaError("4002", "CanNotBeCreatedOrUpdated"),
      .record(
        code: "4002", message: [Self.notTaken("CanNotBeCreatedOrUpdated", "4002"), VismaTexts.addByHand].joined())
    ),
    (
      "POST", 403, vismaError("4002", "No access to module: api_standard"),
      .unavailable(
        KundregError(
          .vismaModule, VismaTexts.module("visma", Self.said("No access to module: api_standard", "4002")),
          remedies: [.logIn(system: "visma")]))
    ),
    (
      "POST", 404, vismaError("3000", "x"),
      .record(code: "3000", message: VismaTexts.referenceIsMissing(Self.said("x", "3000")))
    ),
    (
      "PUT", 400, vismaError("3000", "x"),
      .record(code: "3000", message: VismaTexts.referenceIsMissing(Self.said("x", "3000")))
    ),
    ("PUT", 404, vismaError("3000", "x"), .gone), ("PUT", 404, "", .gone),
    ("PUT", 408, "", .outcomeUnknown(VendorTexts.gaveUpWaiting("Visma", Text(verbatim: "status 408")))),
    ("POST", 302, "", .outcomeUnknown(VendorTexts.answeredOddly("Visma", Text(verbatim: "status 302")))),
  ])
  func refusalsSayWhatIsToBeDone(method: String, status: Int, body: String, failure: APIFailure) throws {
    let request = method == "POST" ? post : put
    #expect(throws: failure) { try visma(["\(method) \(request.path)": HTTPResponse(status, body)]).send(request) }
  }

  @Test func onlyControlCharactersAreObjectedTo() throws {
    let service = try visma()
    #expect(service.objection(to: "<Åkeri> \"Väst\" 😀", key: "Name") == nil)
    #expect(service.objection(to: "a\r\n\tb", key: "Note") == nil)
    #expect(
      service.objection(to: "a\nb", key: "Name")
        == VismaTexts.hasCharacter(VendorTexts.character(codePoint: "000A")))
    #expect(
      service.objection(to: "a\u{0}", key: "Note")
        == VismaTexts.hasCharacter(VendorTexts.character(codePoint: "0000")))
  }
}
