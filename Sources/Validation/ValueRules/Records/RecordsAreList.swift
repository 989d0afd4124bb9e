import CustomerModel
import Rows
import Texts

/// A list of records is a JSON array of objects.
struct RecordsAreList: ValueRule {
  static let infos = [notAList]

  private static let notAList = RuleInfo(guarding: "records.notAList", "A list of records is a JSON array of objects.")
  {
    $0.origin.isFile
      ? Text(
        en:
          "\($0.column.english) holds no list that can be read. Write it as the register exports it, as in "
          + "[{\"number\":\"A-1\"}], or bring the records in a file of their own.",
        sv:
          "\($0.column.swedish) innehåller ingen lista som går att läsa. Skriv den så som registret exporterar "
          + "den, till exempel [{\"number\":\"A-1\"}], eller lämna posterna i en egen fil.")
      : Text(
        en:
          "\($0.column.english) holds no list that can be read. Write it as the register exports it, as in "
          + "[{\"number\":\"A-1\"}].",
        sv:
          "\($0.column.swedish) innehåller ingen lista som går att läsa. Skriv den så som registret exporterar "
          + "den, till exempel [{\"number\":\"A-1\"}].")
  }

  private let kind: RecordKind

  init?(column: RecordColumn, scope: RuleScope) {
    guard let kind = column.path.field.recordKind else { return nil }
    self.kind = kind
  }

  func check(_ sweep: inout ColumnSweep) { sweep.require(Self.notAList) { ListedRecord.list($0, of: kind) != nil } }
}
