import CustomerModel
import Mapping
import RegisterStore
import Runs
import TestSupport
import Testing

/// The lists of a customer as a user may see them, whatever door asks.
@Suite struct CustomerRecordsTests {
  private static let references = #"""
    [{"kind":"order","number":"1","date":"2026-01-02","status":"klar"},
     {"kind":"order","number":"2","title":"pnr 19800101-1231"},
     {"kind":"order","number":"3","date":"2026-03-04","status":"klar"},
     {"kind":"order","number":"4","date":"2026-01-02","status":"ny"}]
    """#

  private func records(
    _ field: Field, of office: Office, sort: String? = nil, number: String = "1001", as actor: ActingUser? = nil
  ) throws -> CustomerRecords {
    try office.register.read { reader in
      try CustomerRecords(
        field, ofNumber: number, sort: sort.map { try RecordTable.Order($0) }, in: reader, as: actor ?? office.actor)
    }
  }

  private func values(_ records: CustomerRecords, _ member: String) throws -> [String?] {
    let column = try #require(records.members.firstIndex { $0.name == member })
    return records.rows.map { $0[column] }
  }

  @Test(
    arguments: [
      (nil, ["1", "2", "3", "4"]), ("date:desc", ["3", "1", "4", "2"]), ("date", ["1", "4", "3", "2"]),
      ("status:desc", ["4", "1", "3", "2"]), ("status:asc", ["1", "3", "4", "2"]),
    ] as [(String?, [String])])
  func whatLacksTheMemberComesLastWhicheverWay(order: String?, numbers: [String]) throws {
    let office = try Office.withCustomer(["references": Self.references])
    #expect(try values(records(.references, of: office, sort: order), "number") == numbers)
  }

  @Test func identityNumbersAreMasked() throws {
    let office = try Office.withCustomer(["references": Self.references])
    #expect(try values(records(.references, of: office), "title") == [nil, "pnr 19800101-****", nil, nil])
  }

  @Test func membersThatNoRecordHasTakeNoRoomOnlyWhereSomebodyReads() throws {
    let office = try Office.withCustomer(["references": Self.references])
    let all = try records(.references, of: office)
    #expect(all.members.map(\.name).contains("costCenter"))
    #expect(all.condensed.members.map(\.name) == ["kind", "number", "date", "status", "title"])
    #expect(all.condensed.rows.count == 4 && all.condensed.rows.allSatisfy { $0.count == 5 })
    // Headings of an empty list say what could stand there.
    let empty = try records(.facilities, of: office)
    #expect(empty.rows.isEmpty && empty.condensed.members.count == empty.members.count)
  }

  @Test func membersThatASettingHidesAreLeftOut() throws {
    let articles = #"[{"number":"T1","description":"Arbete","vatPercent":25}]"#
    for isShown in [true, false] {
      let office = try Office.withCustomer(["serviceArticles": articles], [.vatPerArticleRow: isShown ? 1 : 0])
      let names = try records(.serviceArticles, of: office).members.map(\.name)
      #expect(names.contains("vatPercent") == isShown && names.contains("description"))
    }
  }

  @Test func whatFindsADocumentsContentIsNoMemberToShow() throws {
    let office = try Office.withCustomer()
    try office.edit { try $0.addDocument(office.document("abc"), to: "1001", files: office.documents) }
    let documents = try records(.documents, of: office)
    #expect(documents.members.map(\.name) == ["folder", "name", "type", "size"])
    #expect(try values(documents, "name") == ["anteckning.txt"])
  }

  @Test func aCustomerThatTheUserDoesNotSeeIsRefused() throws {
    let office = try Office.withCustomer(["references": Self.references])
    let siv = try office.user("siv", [.viewAssigned])
    let bo = try office.user("bo", [.edit])
    #expect(code { _ = try records(.references, of: office, as: siv) } != nil)
    #expect(code { _ = try records(.references, of: office, as: bo) } == "user.notPermitted")
    // A stranger does not even learn which customers there are.
    #expect(code { _ = try records(.references, of: office, number: "9", as: bo) } == "user.notPermitted")
    #expect(code { _ = try records(.references, of: office, number: "9") } == "customer.unknown")
    let eva = try office.user("eva", [.view])
    #expect(try records(.references, of: office, as: eva).rows.count == 4)
  }
}
