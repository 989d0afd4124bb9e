import CustomerModel
import Rows
import Testing
import Texts

@testable import Validation

@Suite struct CellRepairNoticeTests {
  private func validator(_ severities: [String: Severity] = [:]) throws -> Validator {
    let table = TestTable(fields: ["number", "phone"], rows: [])
    return try Validator(
      context: context { $0.severities = severities }, columns: table.columns, headers: ["Nr", "Telefon"])
  }

  private func repairs(_ kind: CellRepair.Kind) -> [CellRepair] {
    var phones = CellRepair(kind, column: 1, position: 3, example: "NULL")
    phones.add(4)
    return [CellRepair(kind, column: 0, position: 7), phones]
  }

  @Test("a notice says how many cells of which columns, and the first of them")
  func said() throws {
    let notice = try #require(try validator().notice(of: repairs(.blankWord)) { RowPlace(row: Int($0)) })
    #expect(notice.code == "repair.blankWord")
    let columns = [(header: Text(verbatim: "Nr"), count: 1), (header: Text(verbatim: "Telefon"), count: 5)]
    let places = CellRepairNotice.places(columns, example: "NULL", first: RowPlace(row: 3))
    #expect(notice.text == told("repair.blankWord", of: "phone", detail: places, count: 6))
    #expect(places.english.contains("“Nr” 1, “Telefon” 5") && places.english.contains("NULL in row 3"))
  }

  @Test("of nothing there is no notice, and a configuration may switch each off")
  func silent() throws {
    #expect(try validator().notice(of: []) { RowPlace(row: Int($0)) } == nil)
    let silent = try validator(["repair.guard": .off])
    #expect(silent.notice(of: repairs(.textGuard)) { RowPlace(row: Int($0)) } == nil)
    #expect(silent.notice(of: repairs(.fraction)) { RowPlace(row: Int($0)) } != nil)
  }
}
