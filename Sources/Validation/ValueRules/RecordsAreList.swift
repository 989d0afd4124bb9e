import CustomerModel
import Rows

/// A list of records is a JSON array of objects.
struct RecordsAreList: ValueRule {
  static let infos = [notAList]

  private static let notAList = RuleInfo(guarding: "records.notAList", "A list of records is a JSON array of objects.")
  {
    "\($0.column) holds no list that can be read. Write it as the register exports it, as in [{\"number\":\"A-1\"}]"
      + ($0.origin.isFile
        ? ", or bring the records in a file of their own: kundreg import kunder.csv --with …" : ".")
  }

  private let kind: RecordKind

  init?(column: RecordColumn, scope: RuleScope) {
    guard let kind = column.path.field.recordKind else { return nil }
    self.kind = kind
  }

  func check(_ sweep: inout ColumnSweep) { sweep.require(Self.notAList) { ListedRecord.list($0, of: kind) != nil } }
}
