import CustomerModel
import Documents
import Rows

/// An article has a VAT percent of its own only where VAT is set for each row. Elsewhere it is kept, and nobody sees it.
struct ArticleVATIsShown: ValueRule {
  static let infos = [hidden]

  private static let hidden = RuleInfo(
    "article.vatHidden", .warn, "An article has a VAT percent only where VAT is set for each article row."
  ) {
    let hides =
      $0.severity == .warn
      ? "the VAT percent of \($0.detail) is stored, but lists hide it" : "lists hide the VAT percent of \($0.detail)"
    return "\($0.column): \(hides) until the setting “vatPerArticleRow” is on. Switch it on with: kundreg settings set "
      + "vatPerArticleRow on"
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
