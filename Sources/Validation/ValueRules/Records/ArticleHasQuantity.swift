import CustomerModel
import Documents
import Rows
import Texts

/// An article of a customer has a quantity that is not 0. A time article may stand with 0 hours: the hours come with the
/// work.
struct ArticleHasQuantity: ValueRule {
  static let infos = [zero]

  private static let zero = RuleInfo(
    "article.zeroQuantity", .warn, "An article that is no time article has a quantity other than 0."
  ) {
    Text(
      en:
        "\($0.column.english): the quantity of \($0.detail.english) is 0. Write how many, or mark it as a time "
        + "article, which may stand with 0 hours.",
      sv:
        "\($0.column.swedish): antalet för \($0.detail.swedish) är 0. Skriv hur många, eller markera den som "
        + "tidsartikel, som kan stå med 0 timmar.")
  }

  init?(column: RecordColumn, scope: RuleScope) {
    guard column.path.field.recordKind == .article else { return nil }
  }

  func check(_ sweep: inout ColumnSweep) {
    sweep.forEachList(of: .article) { sweep, row, records in
      for record in records where record["quantity"] == .number("0") && record["isTime"] != .boolean(true) {
        sweep.report(row, Self.zero, detail: record.label)
      }
    }
  }
}
