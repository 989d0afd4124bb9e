import CustomerModel
import Documents
import Rows
import Texts

/// An article has a VAT percent of its own only where VAT is set for each row. Elsewhere it is kept, and nobody sees it.
struct ArticleVATIsShown: ValueRule {
  static let infos = [hidden]

  private static let hidden = RuleInfo(
    "article.vatHidden", .warn, "An article has a VAT percent only where VAT is set for each article row."
  ) {
    $0.isKept
      ? Text(
        en:
          "\($0.column.english): the VAT percent of \($0.detail.english) is stored, but lists hide it until the "
          + "setting “vatPerArticleRow” is on.",
        sv:
          "\($0.column.swedish): momsprocenten för \($0.detail.swedish) sparas, men visas i listor först när "
          + "inställningen ”vatPerArticleRow” är på.")
      : Text(
        en:
          "\($0.column.english): lists hide the VAT percent of \($0.detail.english) until the setting "
          + "“vatPerArticleRow” is on.",
        sv:
          "\($0.column.swedish): momsprocenten för \($0.detail.swedish) visas i listor först när inställningen "
          + "”vatPerArticleRow” är på.")
  }

  init?(column: RecordColumn, scope: RuleScope) {
    guard column.path.field.recordKind == .article, !scope.context.settings.isOn(.vatPerArticleRow) else { return nil }
  }

  func check(_ sweep: inout ColumnSweep) {
    sweep.forEachList(of: .article) { sweep, row, records in
      for record in records where record["vatPercent"] != nil {
        sweep.report(row, Self.hidden, detail: record.label)
      }
    }
  }
}
