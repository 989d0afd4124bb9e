import Documents
import HTTP
import Testing
import Texts

@testable import AccountingSystems

struct FortnoxWritingTests {
  private let record = RemoteCustomer(
    id: "A/1", number: "A/1",
    object: .object([
      .init(key: "@url", value: .text("x")), .init(key: "CustomerNumber", value: .text("A/1")),
      .init(key: "Name", value: .text("Gammal AB")), .init(key: "City", value: .text("Lund")),
    ]), changed: nil)

  private func service(_ key: String = "", _ status: Int = 0, _ body: String = "") throws -> FortnoxService {
    try fortnox(ScriptedAPI([key: HTTPResponse(status, body)]))
  }

  private func text(_ request: PreparedRequest) -> String { String(decoding: request.body, as: UTF8.self) }

  @Test func aCreationLeavesOutWhatIsNotThere() throws {
    let request = try service().creation(
      [
        .init(key: "CustomerNumber", value: .text("1001")), .init(key: "Name", value: .text("Åkeri \"Väst\"")),
        .init(key: "City", value: .null), .init(key: "Email", value: .text("")),
        .init(key: "Active", value: .boolean(false)),
        .init(key: "Country", value: .text("Sverige")),
      ], defaults: ["TermsOfPayment": "30", "Currency": "", "Name": "x", "ShowPriceVATIncluded": "true"])
    #expect(request.method == .post)
    #expect(request.path == "/customers")
    #expect(
      text(request) == #"{"Customer":{"CustomerNumber":"1001","Name":"Åkeri \"Väst\"","Active":false,"#
        + #""ShowPriceVATIncluded":true,"TermsOfPayment":"30","VATType":"SEVAT"}}"#)
  }

  @Test func aCreationNeedsAName() throws {
    #expect(throws: APIFailure.record(code: "missing", message: FortnoxTexts.nameIsMissing)) {
      try service().creation([.init(key: "City", value: .text("Lund"))], defaults: [:])
    }
  }

  @Test func aChangeSendsOnlyWhatChangesAndClearsWithAWord() throws {
    let request = try service().change(
      [
        .init(key: "Name", value: .text("Ny AB")), .init(key: "City", value: .null),
        .init(key: "Email", value: .text("")),
        .init(key: "@url", value: .text("y")), .init(key: "DeliveryCountry", value: .text("Norge")),
        .init(key: "VisitingCountry", value: .text("Norge")), .init(key: "CustomerNumber", value: .text("2")),
      ], of: record)
    #expect(request.method == .put)
    #expect(request.path == "/customers/A%2F1")
    #expect(text(request) == #"{"Customer":{"Name":"Ny AB","City":"API_BLANK","Email":"API_BLANK"}}"#)
  }

  @Test func aChangeOfWhatIsNotFortnoxsToChangeIsRefused() throws {
    #expect(
      throws: APIFailure.record(
        code: "readOnly", message: VendorTexts.unchangeable("Fortnox", ["Country", "CustomerNumber"]))
    ) {
      try service().change(
        [.init(key: "Country", value: .text("Norge")), .init(key: "CustomerNumber", value: .text("2"))], of: record)
    }
  }

  @Test func theWordThatClearsIsNoText() throws {
    let service = try service()
    let objection = FortnoxTexts.clears("API_BLANK")
    #expect(service.objection(to: "API_BLANK", key: "Name") == objection)
    let failure = APIFailure.record(code: "blank", message: FortnoxTexts.cannotBeSent("Name", objection))
    #expect(throws: failure) { try service.change([.init(key: "Name", value: .text("API_BLANK"))], of: record) }
    #expect(throws: failure) { try service.creation([.init(key: "Name", value: .text("API_BLANK"))], defaults: [:]) }
  }

  @Test func textsAreSentPrecomposedAndTheNumberAsItIs() throws {
    let request = try service().creation(
      [.init(key: "CustomerNumber", value: .text("A\u{30A}")), .init(key: "Name", value: .text("Cafe\u{301}"))],
      defaults: [:])
    let texts = "{\"Customer\":{\"CustomerNumber\":\"A\u{30A}\",\"Name\":\"Caf\u{E9}\","
    #expect(request.body.starts(with: Array(texts.utf8)))
  }

  @Test func aSentRecordIsReadFromTheReply() throws {
    // The number of a sales account in this reply is a number, and a text in others.
    let body = #"{"Customer":{"CustomerNumber":"7","Name":"x","SalesAccount":3001,"Country":"Sverige"}}"#
    let api = ScriptedAPI(["POST /customers": HTTPResponse(201, body)])
    let request = PreparedRequest(method: .post, path: "/customers", body: Array("{}".utf8))
    let record = try fortnox(api).send(request)
    #expect(record.id == "7")
    #expect(record.object["SalesAccount"] == .number("3001"))
    #expect(api.requests[0].headers.map(\.name) == ["Accept", "Content-Type"])
    #expect(api.requests[0].body == request.body)
  }

  @Test(arguments: ["", "<html>", #"{"Customer":{"Name":"x"#, #"{"Customer":{"Name":"x"}}"#, "[]"])
  func aTakenRequestWithoutARecordIsUnknownAndNotSentAgain(body: String) throws {
    let api = ScriptedAPI(["PUT /customers/1": HTTPResponse(200, body)])
    #expect(throws: APIFailure.outcomeUnknown(VendorTexts.answeredWithoutRecord("Fortnox"))) {
      try fortnox(api).send(PreparedRequest(method: .put, path: "/customers/1", body: []))
    }
    #expect(api.sent.count == 1)
  }

  private static func said(_ message: String, _ code: String) -> Text {
    VendorTexts.said(message, VendorTexts.number(code: code, status: 0))
  }

  private static func notTaken(_ message: String, _ code: String) -> Text {
    VendorTexts.notTaken("Fortnox", said(message, code))
  }

  @Test(arguments: [
    (
      "POST", 400, #"{"ErrorInformation":{"error":1,"message":"Kundnummer \"1\" anv\u00e4nds redan.","code":2000637}}"#,
      APIFailure.numberTaken(
        message: FortnoxTexts.numberTaken(Self.said("Kundnummer \"1\" används redan.", "2000637")))
    ),
    (
      "PUT", 400, #"{"ErrorInformation":{"error":1,"message":"x","code":"2000359"}}"#,
      .record(
        code: "2000359", message: [Self.notTaken("x", "2000359"), FortnoxTexts.removeCharacter].joined())
    ),
    (
      "PUT", 400, #"{"ErrorInformation":{"Error":1,"Message":"Prislistan finns inte","Code":2000431}}"#,
      .record(
        code: "2000431",
        message: [Self.notTaken("Prislistan finns inte", "2000431"), FortnoxTexts.addReference].joined())
    ),
    (
      "POST", 400, #"{"ErrorInformation":{"error":1,"message":"Numret 800101-1234 \u00e4r fel","code":2000107}}"#,
      .record(
        code: "2000107",
        message: [Self.notTaken("Numret ******-**** är fel", "2000107"), FortnoxTexts.shorten].joined())
    ),
    (
      "PUT", 422, "",
      .record(code: "http422", message: VendorTexts.notTaken("Fortnox", Text(verbatim: "status 422")))
    ),
    ("PUT", 404, #"{"ErrorInformation":{"Error":1,"Message":"x","Code":2000433}}"#, .gone),
    ("PUT", 404, "", .gone),
    (
      "POST", 400, #"{"ErrorInformation":{"error":1,"message":"Internt fel","code":1000003}}"#,
      .outcomeUnknown(FortnoxTexts.internalFault(Self.said("Internt fel", "1000003")))
    ),
    ("POST", 302, "", .outcomeUnknown(VendorTexts.answeredOddly("Fortnox", Text(verbatim: "status 302")))),
    ("PUT", 408, "", .outcomeUnknown(VendorTexts.gaveUpWaiting("Fortnox", Text(verbatim: "status 408")))),
  ])
  func refusalsSayWhatIsToBeDone(method: String, status: Int, body: String, failure: APIFailure) throws {
    let path = method == "POST" ? "/customers" : "/customers/1"
    let request = PreparedRequest(method: method == "POST" ? .post : .put, path: path, body: [])
    #expect(throws: failure) { try service("\(method) \(path)", status, body).send(request) }
  }
}
